package import Model

/// What somebody else did to a case before mine could be saved.
package enum Clash: Equatable, Sendable {
  case changed(CaseID)
  case deleted(CaseID)

  /// The case it is about, which need not be the one on the screen any longer.
  package var id: CaseID {
    switch self {
    case .changed(let id), .deleted(let id): id
    }
  }

  /// What its words begin with.
  package var stem: String {
    switch self {
    case .changed: "conflict"
    case .deleted: "gone"
    }
  }
}
