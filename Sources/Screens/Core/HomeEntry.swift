package import Wording
package import Model

/// One thing that can be done from home, in every front end.
package struct HomeEntry: Equatable, Sendable {
  /// A name that is the same in every language.
  package let id: String
  package let label: String
  /// A number beside the label.
  package let hint: String?
  /// The letter that takes it, where it has no place among the digits.
  package let key: Character?
  package let destination: Destination
  /// What the outside is to do for the screen that is gone to.
  package let effects: [Effect]

  package init(
    _ id: String,
    _ label: String,
    hint: String? = nil,
    key: Character? = nil,
    to destination: Destination,
    after effects: [Effect] = []
  ) {
    self.id = id
    self.label = label
    self.hint = hint
    self.key = key
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
  /// Whether a line leads to the support desk.
  package var hasDesk: Bool

  package init(
    _ portal: PortalEdition = .current,
    open: Int? = nil,
    due: Int = 0,
    hasDesk: Bool = false
  ) {
    self.portal = portal
    self.open = open
    self.due = due
    self.hasDesk = hasDesk
  }
}
