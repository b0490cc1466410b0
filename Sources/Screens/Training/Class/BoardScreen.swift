package import Drawing
import Model
import SafeText
package import Wording

/// A page that whoever leads a class goes to from the board of the seats, and back.
package protocol BoardScreen: PageScreen {
  /// The board, which goes on hearing what is done.
  var board: ClassScreen { get set }
}

extension BoardScreen {
  package func title(_ wording: Wording) -> [String] { board.title(wording) }
  package func status(_ wording: Wording, columns: Int) -> String {
    board.status(wording, columns: columns)
  }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    let response = board.receive(event, wording: wording)
    reword(wording)
    return response
  }

  package func back(_ wording: Wording) -> Response { .goes(.screen(board)) }
  package func leave(_ wording: Wording) -> Response { .goes(.screen(board)) }
}

/// Who is away from now on, in the exercise that the class is at.
package struct ClassEventScreen: BoardScreen {
  package var form = MenuForm(Page([]))
  package var board: ClassScreen

  init(_ board: ClassScreen) { self.board = board }

  package func page(_ wording: Wording) -> Page {
    let actors = board.room.call.edition.portal.actors.map(\.actor).filter { $0 != .sender }
    let said = board.room.absent(in: board.room.call)
    return Page(
      [.heading(board.standing(wording)), .paragraph(wording("class.event.about"))],
      actors.filter { !said.contains($0) }.map { actor in
        .init(
          id: actor.rawValue,
          label: wording("class.event", ["who": wording(actor.waitsKey)])
        )
      } + [QuestionForm.backOption(wording, isSetOff: true)]
    )
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    guard id != QuestionForm.back else { return back(wording) }
    guard case .does(let effects) = board.say({ $0.miss(Actor(rawValue: id)) }) else {
      return .stays
    }
    return .goes(.screen(board), after: effects)
  }
}

/// What there is to talk about together: what most did otherwise first, and the best way.
///
/// No seat is named.
package struct ClassDebriefScreen: BoardScreen {
  package var form = ReadingForm(Page([]))
  package var board: ClassScreen

  init(_ board: ClassScreen) { self.board = board }

  package func page(_ wording: Wording) -> Page {
    let text = ClassText(board.room.call, wording)
    return Page(
      [.heading(wording("class.debrief")), .paragraph(board.standing(wording)), .gap]
        + (text?.stumbles(board.stumbles) ?? [])
        + (text?.bestWay ?? []),
      [QuestionForm.backOption(wording)]
    )
  }

  package mutating func take(_ id: String, wording: Wording) -> Response { back(wording) }
}

/// A seat as it is: its screen, made of what was done there.
package struct FollowScreen: BoardScreen {
  package var form = MenuForm(Page([]))
  package var board: ClassScreen
  private let number: Int
  /// What stands on the screen of the seat in a call; `nil` outside one.
  private var seen: TrainingScreen?

  init(_ board: ClassScreen, _ number: Int, _ wording: Wording) {
    self.board = board
    self.number = number
    look(wording)
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.board == right.board && left.number == right.number && left.seen == right.seen
      && left.form == right.form
  }

  package var pageName: String { "follow" }

  private mutating func look(_ wording: Wording) {
    let record = board.seats.first { $0.number == number }?.record
    guard let record, let call = board.progress[number]?.current?.call, !call.isOver else {
      seen = nil
      return
    }
    var setting = TrainingSetting(TrainingRecord(), on: wording.today)
    setting.sit(SeatInClass(number, in: board.room, record))
    seen = TrainingScreen(call.scenario.id, playing: call.acts, setting, wording)
    seen?.reword(wording)
  }

  package func title(_ wording: Wording) -> [String] {
    guard let seen else { return board.title(wording) }
    // A seat that is not to be known is not named here either.
    return board.isHidden ? Array(seen.title(wording).dropLast()) : seen.title(wording)
  }

  package func status(_ wording: Wording, columns: Int) -> String {
    seen?.status(wording, columns: columns) ?? board.status(wording, columns: columns)
  }

  package func page(_ wording: Wording) -> Page {
    let options: [ChoiceList.Option] = [
      .init(id: Self.hint, label: wording("class.lead.hint"), key: "h"),
      QuestionForm.backOption(wording),
    ]
    guard let seen else { return Page(over(wording), Array(options.dropFirst())) }
    return Page(seen.page(wording).prose, options)
  }

  /// How the last call at the seat went, step by step.
  private func over(_ wording: Wording) -> [Prose] {
    guard let check = board.progress[number]?.current,
      let text = ClassText(check.call.scenario.id, wording)
    else { return [.paragraph(wording("class.state.arrived"))] }
    return [.heading(wording("class.state.over"))] + text.steps(check)
  }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    let response = board.receive(event, wording: wording)
    look(wording)
    reword(wording)
    return response
  }

  package mutating func reword(_ wording: Wording) {
    seen?.reword(wording)
    form.show(page(wording))
  }

  package mutating func fit(_ size: Size) {
    seen?.fit(size)
    form.fit(size)
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    guard let seen else { return form.draw(on: &canvas, wording: wording) }
    seen.draw(on: &canvas, wording: wording)
  }

  /// What is seen is somebody else's: only a hint can be given.
  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    if seen == nil { return form.handle(key) == .takes(QuestionForm.back) ? back(wording) : .stays }
    return key == .character("h") ? take(Self.hint, wording: wording) : .ignored
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    guard id == Self.hint else { return back(wording) }
    let response = board.help(number)
    look(wording)
    reword(wording)
    return response
  }

  package func hints(_ wording: Wording) -> [Hint] {
    [Hint(key: "h", text: wording("class.key.hint"), press: .character("h"))]
      + wording.hints([.back, .help, .quit])
  }

  private static let hint = "hint"
}
