package import Wording
package import Model

/// One thing that can be done from home, in every front end.
package struct HomeEntry: Equatable, Sendable {
  /// A name that is the same in every language.
  package let id: String
  package let label: String
  /// A number beside the label.
  package let hint: String?
  package let destination: Destination
  /// What the outside is to do for the screen that is gone to.
  package let effects: [Effect]

  package init(
    _ id: String,
    _ label: String,
    hint: String? = nil,
    to destination: Destination,
    after effects: [Effect] = []
  ) {
    self.id = id
    self.label = label
    self.hint = hint
    self.destination = destination
    self.effects = effects
  }

  /// Whether it begins a flow.
  package var isFlow: Bool { if case .flow = destination { true } else { false } }

  /// The entries of all screens.
  package static func all(_ home: HomeState, _ wording: Wording) -> [HomeEntry] {
    AllScreens.known.flatMap { $0.homeEntries(home, wording) }
  }
}

/// What home is about: one Altinn, and what it tells of the store.
package struct HomeState: Equatable, Sendable {
  /// The Altinn whose flows can be begun.
  package var portal: PortalEdition
  /// The cases left half way, counted as far as they are told; `nil` until the store has answered.
  package var open: Int?
  /// The requests to be followed up today.
  package var due: Int

  package init(_ portal: PortalEdition = .current, open: Int? = nil, due: Int = 0) {
    self.portal = portal
    self.open = open
    self.due = due
  }
}
