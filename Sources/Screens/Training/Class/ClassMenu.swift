package import Drawing
package import Model
import SafeText
package import Wording

/// What there is to practise in a class: its exercises, in whatever order one likes.
package struct ClassMenu: SeatScreen {
  package var form = MenuForm(Page([]))
  package var setting: TrainingSetting
  package let portal: PortalEdition?

  init(_ setting: TrainingSetting, of edition: PortalEdition) {
    self.setting = setting
    portal = edition
  }

  private var edition: PortalEdition { portal ?? .current }
  package var pageName: String { "class" }

  package func title(_ wording: Wording) -> [String] {
    let place = setting.seat.map { $0.label(wording) }
    return [wording("train.mark"), place ?? wording("class.over.title")]
  }

  // MARK: - What is shown

  package func page(_ wording: Wording) -> Page {
    list(wording).reserving(TrainingScreen.Act.letters)
  }

  private func list(_ wording: Wording) -> Page {
    guard let seat = setting.seat else {
      return Page(
        [.heading(wording("class.over.title")), .paragraph(wording("class.ended"))],
        [.init(id: Self.menu, label: wording("train.toMenu"))]
      )
    }
    let room = seat.room
    let values = ["word": room.word, "seat": wording.seat(seat.number)]
    let exercises = room.calls.indices.map { place in
      ChoiceList.Option(
        id: "\(Self.play)\(place)",
        label: wording.name(of: room.calls[place]) ?? "\(room.calls[place])",
        hint: hint(place, seat, wording)
      )
    }
    let hand = seat.record.isHandUp ? "class.handDown" : "train.act.hand"
    return Page(
      [.heading(wording("class.title", values)), .paragraph(wording("class.about", values))],
      exercises + [
        .init(id: Self.hand, label: wording(hand), key: "r", isSetOff: true),
        .init(id: Self.standUp, label: wording("class.leave")),
      ],
      focused: "\(Self.play)\(room.place)"
    )
  }

  private func hint(_ place: Int, _ seat: SeatInClass, _ wording: Wording) -> String? {
    if place == seat.room.place { return wording("class.isHere") }
    let call = seat.room.call(place, for: seat.number)
    guard let last = seat.record.calls.last(where: { $0.id == call }) else { return nil }
    let isOver = if case .end? = last.acts.last { true } else { false }
    return wording(isOver ? "class.state.over" : "class.played")
  }

  // MARK: - What is chosen

  /// What the list of exercises is called where it is told where one is.
  static let standing = "menu"

  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    let response = form.handle(key)
    guard case .takes(let id) = response else { return standing(response, at: Self.standing) }
    return take(id, wording: wording)
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    switch id {
    case Self.hand:
      setting.seat?.record.isHandUp.toggle()
      reword(wording)
      return .does(setting.toldSeat)
    case Self.standUp:
      setting.seat = nil
      return .goes(.screen(TrainingMenu(setting, of: edition)), after: [.classroom(.leave)])
    case Self.menu: return .goes(.screen(TrainingMenu(setting, of: edition)))
    default:
      guard let seat = setting.seat, let place = Int(id.dropFirst(Self.play.count)),
        seat.room.calls.indices.contains(place)
      else { return .stays }
      return play(seat.room.call(place, for: seat.number), seat, wording)
    }
  }

  /// Goes on with a call where it was left, or begins it.
  private func play(_ id: ScenarioID, _ seat: SeatInClass, _ wording: Wording) -> Response {
    let open = setting.record.acts(of: id)
    let told = seat.record.calls.last { $0.id == id }?.acts ?? []
    // One's own file is a step ahead where the program was broken off between the two.
    let acts = open ?? told
    let isOver = TrainingScreen(id, playing: acts, setting, wording)?.call.isOver == true
    return TrainingScreen.begun(id, playing: isOver ? [] : acts, setting, wording)
  }

  package func back(_ wording: Wording) -> Response { .goes(.leaving) }
  package func leave(_ wording: Wording) -> Response { .ignored }

  private static let play = "play/"
  private static let hand = "hand"
  private static let standUp = "leave"
  private static let menu = "menu"
}
