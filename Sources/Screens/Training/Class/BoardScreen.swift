import Drawing
package import Model
package import SafeText
package import Wording

/// A page that whoever leads a class goes to from the board of the seats, and back.
package protocol BoardScreen: PageScreen {
  /// The board, which goes on hearing what is done.
  var board: ClassScreen { get set }
  /// Whether it tells of what has been, also when the class is over.
  var isOfThePast: Bool { get }
}

extension BoardScreen {
  package func title(_ wording: Wording) -> [String] { board.title(wording) }
  package func status(_ wording: Wording, columns: Int) -> String {
    board.status(wording, columns: columns)
  }
  package var secondsToTick: Int32? { board.secondsToTick }
  package mutating func tick(_ moment: Timestamp) { board.tick(moment) }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    let response = board.receive(event, wording: wording)
    // Of a class that is over nothing is left but what was seen of it.
    if board.isOver, !isOfThePast { return .goes(.screen(board)) }
    reword(wording)
    return response
  }

  package var isOfThePast: Bool { false }
  package func help(_ wording: Wording) -> [Prose]? { TrainingHelp(ofLead: self, wording).prose }
  package var leavingKey: String { board.leavingKey }
  package func notice(of event: Event, _ wording: Wording) -> Remark? {
    if isOfThePast, event == .classroom(.ended) { return ("class.lead.over", [:]) }
    return board.notice(of: event, wording)
  }

  package func back(_ wording: Wording) -> Response { .goes(.screen(board)) }
  package func leave(_ wording: Wording) -> Response { .goes(.screen(board)) }
}

/// What can happen in the exercise that the class is at.
package struct ClassEventScreen: BoardScreen {
  package var form = MenuForm(Page([]))
  package var board: ClassScreen

  init(_ board: ClassScreen) { self.board = board }

  package func page(_ wording: Wording) -> Page {
    let offered = offered(wording)
    let about = offered.isEmpty ? "class.event.none" : "class.event.about"
    let told = wording(isBegun ? about : "class.event.nobody")
    return Page(
      [.heading(board.standing(wording)), .paragraph(told)],
      offered.map { .init(id: "\($0.what)", label: wording.short(.event($0.what)), key: $0.key) }
        + [QuestionForm.backOption(wording, isSetOff: true)]
    )
    .reserving(ClassScreen.Act.letters)
  }

  /// Whether somebody is in the exercise that the class is at; else nobody would hear of it.
  private var isBegun: Bool { board.isBegun(board.room.call) }

  /// The keys of all that can happen, each the same all the time; no letter that means something on the board.
  private static let keys: [Character] =
    Array("123456789abcdefghijklmnopqrstuvwxyz").filter { !ClassScreen.Act.letters.contains($0) }

  /// What has not happened yet: somebody who is away can be back, and the program can send as often as it likes.
  private func offered(_ wording: Wording) -> [(what: Happening, key: Character?)] {
    guard isBegun, let room = wording.content.trainingRoom(of: board.room.call.edition) else {
      return []
    }
    let said = board.room.events(in: board.room.call)
    let keys = Self.keys.map(Optional.some)
    let numbered = room.happenings.enumerated()
    let all: [(what: Happening, key: Character?)] = numbered.map { place, what in
      (what, place < keys.count ? keys[place] : nil)
    }
    return all.filter { happening, _ in
      guard room.table.event(happening.event)?.does != .sends else { return true }
      let about = said.last {
        $0.who == happening.who && (happening.who != nil || $0.event == happening.event)
      }
      return happening.who == nil ? about == nil : about != happening
    }
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    guard let happening = offered(wording).first(where: { "\($0.what)" == id })?.what else {
      return back(wording)
    }
    let effects = board.say { $0.meet(happening) }
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

  package var isOfThePast: Bool { true }

  package func page(_ wording: Wording) -> Page {
    let call = board.discussed
    let heading: [Prose] = [
      .heading(wording("class.debrief")), .paragraph(board.place(of: call, wording)), .gap,
    ]
    let best = wording.bestWay(of: call, meeting: board.room.events(in: call))
    return Page(
      heading + wording.text(board.stumbles(in: call)) + best,
      [QuestionForm.backOption(wording)]
    )
  }

  package mutating func take(_ id: String, wording: Wording) -> Response { back(wording) }
}
