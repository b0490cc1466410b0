import Drawing
package import Model
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
  package var secondsToTick: Int32? { board.secondsToTick }
  package mutating func tick(_ moment: Timestamp) { board.tick(moment) }

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
    let effects = board.say { $0.miss(Actor(rawValue: id)) }
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
    Page(
      [.heading(wording("class.debrief")), .paragraph(board.standing(wording)), .gap]
        + wording.text(board.stumbles) + wording.bestWay(of: board.room.call),
      [QuestionForm.backOption(wording)]
    )
  }

  package mutating func take(_ id: String, wording: Wording) -> Response { back(wording) }
}
