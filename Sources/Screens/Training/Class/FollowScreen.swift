package import Drawing
import Model
import SafeText
package import Wording

/// A seat as it is: its screen, made of what was done there.
package struct FollowScreen: BoardScreen {
  package var form = MenuForm(Page([]))
  package var board: ClassScreen
  private let number: Int
  /// What stands on the screen of the seat; `nil` where a call is over, and where nobody has begun.
  private var seen: (any Screen)?

  init(_ board: ClassScreen, _ number: Int, _ wording: Wording) {
    self.board = board
    self.number = number
    look(wording)
  }

  package static func == (left: Self, right: Self) -> Bool {
    let isSame =
      switch (left.seen, right.seen) {
      case (nil, nil): true
      case (let one?, let other?): one.isSame(as: other)
      default: false
      }
    return isSame && left.board == right.board && left.number == right.number
      && left.form == right.form
  }

  package var pageName: String { "follow" }
  package var success: Remark? { seen?.success }

  private mutating func look(_ wording: Wording) {
    let seat = board.seats.first { $0.number == number }
    guard let seat, let record = seat.record, let shown = screen(of: seat, record, wording) else {
      seen = nil
      return
    }
    seen = shown
    guard board.room.isPaused, seat.isTaken else { return }
    // A pause stands before whatever is there.
    seen = PausedScreen(shown)
    seen?.reword(wording)
  }

  /// The page that somebody is at: of a call, or the list of exercises.
  private func screen(of seat: ClassSeat, _ record: SeatRecord, _ wording: Wording)
    -> (any SeatScreen)?
  {
    let call = board.progress[number]?.current?.call
    // Whoever was hung up on stays at the call until they go on.
    let isThere = record.stand?.page == TrainingScreen.Place.over.word
    guard call?.isOver != true || isThere else { return nil }
    var setting = TrainingSetting(TrainingRecord(), on: wording.today)
    setting.sit(SeatInClass(number, in: board.room, record))
    let isInCall = record.stand.map { $0.page != ClassMenu.standing } ?? !seat.isTaken
    guard isInCall, let call, let room = wording.content.trainingRoom(of: call.scenario.edition)
    else {
      guard seat.isTaken else { return nil }
      var menu = ClassMenu(setting, of: board.room.call.edition)
      menu.reword(wording)
      menu.form.stand(as: record.stand)
      return menu
    }
    var screen = TrainingScreen(call, in: room, setting)
    screen.stand(at: record.stand?.page ?? "", wording)
    screen.form.stand(as: record.stand)
    return screen
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
    let options =
      acts.map { act in
        ChoiceList.Option(
          id: act.rawValue,
          label: wording("class.lead.\(act.rawValue)"),
          key: act.key
        )
      } + [QuestionForm.backOption(wording)]
    guard let seen else {
      return Page(over(wording), options).reserving(ClassScreen.Act.letters)
    }
    let page = seen.page(wording)
    return Page(page.prose + [.gap] + page.options.map { .bullet($0.label) }, options)
  }

  /// What there is to do for the seat.
  private var acts: [ClassScreen.SeatAct] { board.acts(at: number) }

  /// How the last call at the seat went, step by step.
  private func over(_ wording: Wording) -> [Prose] {
    guard let check = board.progress[number]?.current else {
      return [.paragraph(wording("class.state.arrived"))]
    }
    return [.heading(wording(check.overKey))] + wording.steps(check)
  }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    let response = board.receive(event, wording: wording)
    if board.isOver { return .goes(.screen(board)) }
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

  package func railWidth(columns: Int) -> Int? { seen?.railWidth(columns: columns) }

  package func drawRail(on canvas: inout Canvas, wording: Wording) {
    seen?.drawRail(on: &canvas, wording: wording)
  }

  package func draw(on canvas: inout Canvas, wording: Wording) {
    guard let seen else { return form.draw(on: &canvas, wording: wording) }
    seen.draw(on: &canvas, wording: wording)
  }

  /// What is seen is somebody else's: a hint can be given, and the hand taken down.
  package mutating func handle(_ key: Key, wording: Wording) -> Response {
    if seen == nil {
      guard case .takes(let id) = form.handle(key) else { return .stays }
      return take(id, wording: wording)
    }
    guard case .character(let sign) = key, let act = ClassScreen.SeatAct(sign) else {
      return .ignored
    }
    return take(act.rawValue, wording: wording)
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    guard let act = ClassScreen.SeatAct(rawValue: id) else { return back(wording) }
    let response = board.perform(act, at: number, wording)
    // What was given stands on the screen of the seat.
    board.success = nil
    look(wording)
    reword(wording)
    return response
  }

  package func hints(_ wording: Wording) -> [Hint] {
    (seen == nil ? form.hints(wording) : []) + acts.map { $0.footerHint(wording) }
      + wording.hints([.back, .help, .quit])
  }
}
