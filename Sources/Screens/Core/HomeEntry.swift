package import Wording

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
  package static func all(_ counts: HomeCounts, _ wording: Wording) -> [HomeEntry] {
    AllScreens.known.flatMap { $0.homeEntries(counts, wording) }
  }
}

/// What home tells of the store.
package struct HomeCounts: Equatable, Sendable {
  /// The cases left half way, counted as far as they are told; `nil` until the store has answered.
  package var open: Int?
  /// The requests to be followed up today.
  package var due: Int

  package init(open: Int? = nil, due: Int = 0) {
    self.open = open
    self.due = due
  }
}
