package import Model

/// A save that failed because somebody else saved or deleted the case first.
package struct SaveConflict: Equatable, Sendable {
  package enum Kind: CaseIterable, Sendable { case changed, deleted }

  package let kind: Kind
  /// The open case that was to be saved; it need not be the one on the screen any longer.
  package let handle: CaseHandle
  package let id: CaseID
  /// What was to be saved, which is kept nowhere.
  package let mine: CaseDraft

  package init(_ kind: Kind, _ handle: CaseHandle, _ id: CaseID, mine: CaseDraft) {
    self.kind = kind
    self.handle = handle
    self.id = id
    self.mine = mine
  }
}

extension SaveConflict.Kind {
  /// What the keys of its texts begin with.
  package var stem: String {
    switch self {
    case .changed: "conflict"
    case .deleted: "gone"
    }
  }

  /// What the person can choose, by the ids of the buttons; the first of them has the focus.
  package var choices: [String] {
    switch self {
    case .changed: [Overlay.takeTheirs, Overlay.keepMine]
    case .deleted: [Overlay.keepMine, Overlay.dropMine]
    }
  }
}
