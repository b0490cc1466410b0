import Drawing
package import Model
package import SafeText
package import Wording

/// Stands before a screen of a seat while the class has a pause; the screen is there again afterwards as it was.
package struct PausedScreen: PageScreen {
  package var form = MenuForm(Page([]))
  private var under: any SeatScreen

  init(_ under: any SeatScreen) { self.under = under }

  package static func == (left: Self, right: Self) -> Bool {
    left.form == right.form && left.under.isSame(as: right.under)
  }

  package var portal: PortalEdition? { under.portal }
  package var pageName: String { "pause \(under.pageName)" }
  package func title(_ wording: Wording) -> [String] { under.title(wording) }
  package func help(_ wording: Wording) -> [Prose]? {
    TrainingHelp(self, isSeat: true, wording).prose
  }
  package var leavingKey: String { under.leavingKey }
  package func notice(of event: Event, _ wording: Wording) -> Remark? {
    under.notice(of: event, wording)
  }

  package func page(_ wording: Wording) -> Page {
    Page(
      [.heading(wording("class.paused")), .paragraph(wording("class.paused.about"))],
      [.init(id: Self.look, label: wording("class.look"))]
    )
    .reserving(TrainingScreen.Act.letters)
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    .does([.classroom(.look)])
  }

  /// Whoever leads the class ends the pause.
  package func back(_ wording: Wording) -> Response { .ignored }
  package func leave(_ wording: Wording) -> Response { .ignored }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    // Only what is said to the class ends a pause.
    guard case .classroom = event else { return self.under.receive(event, wording: wording) }
    var under = under
    switch under.receive(event, wording: wording) {
    case .does(let effects): return .goes(.screen(under), after: effects)
    case .stays: return .goes(.screen(under))
    case let other: return other
    }
  }

  private static let look = "look"
}
