package import Wording
package import Drawing
package import Model
import SafeText

/// What there is to do.
package struct HomeScreen: PageScreen {
  package var form = MenuForm(Page([]))
  private var home: HomeState

  init(_ home: HomeState) { self.home = home }

  /// The other Altinn, for what was sent there.
  package static func homeEntries(_ home: HomeState, _ wording: Wording) -> [HomeEntry] {
    let other = home.portal.other
    return [HomeEntry("portal", wording(other.homeKey), to: .home(other))]
  }

  package func page(_ wording: Wording) -> Page {
    Self.page(HomeEntry.all(home, wording), wording, closed: wording.closedAtHome(home.portal))
  }

  /// What begins no flow is set off from the flows.
  ///
  /// - Parameter closed: That the Altinn has closed, where it has.
  static func page(_ entries: [HomeEntry], _ wording: Wording, closed: Prose? = nil) -> Page {
    let first = entries.first { !$0.isFlow }
    return Page(
      [.heading(wording("home.title")), closed ?? .gap, .paragraph(wording("home.about"))],
      entries.map {
        .init(id: $0.id, label: $0.label, hint: $0.hint, key: $0.key, isSetOff: $0 == first)
      }
    )
  }

  package mutating func take(_ id: String, wording: Wording) -> Response {
    HomeEntry.all(home, wording).first { $0.id == id }
      .map { .goes($0.destination, after: $0.effects) } ?? .stays
  }

  package mutating func receive(_ event: Event, wording: Wording) -> Response {
    guard case .counted(let open, let due) = event else { return .ignored }
    (home.open, home.due) = (open, due)
    reword(wording)
    return .stays
  }

  package mutating func run(_ command: Command, wording: Wording) -> Response {
    command == .portal ? .goes(.home(home.portal.other)) : .ignored
  }

  package var portal: PortalEdition? { home.portal }

  package func title(_ wording: Wording) -> [String] {
    [wording("header.program"), wording.nameInHeader(home.portal)]
  }

  package func back(_ wording: Wording) -> Response { .goes(.leaving) }
  package func leave(_ wording: Wording) -> Response { .ignored }
  package func hints(_ wording: Wording) -> [Hint] {
    form.hints(wording) + wording.hints([.help, .portal, .language, .quit])
  }
}
