import Model

/// What somebody else has done to an open case.
extension AppState {
  /// Says that the case on the screen was saved or deleted by somebody else.
  mutating func warn(of handle: CaseHandle, _ id: CaseID, _ key: String) {
    guard walkHandle == handle else { return }
    withWalk { screen, _ in screen.wasOvertaken() }
    trouble = (key, ["number": "\(id.rawValue)"])
  }

  /// Has the person choose between what somebody else did and what was to be saved.
  mutating func askAbout(_ conflict: SaveConflict) -> [Effect] {
    if case .walk(let screen) = place, screen.former == conflict.handle {
      // The person has chosen already; a later save of the same case follows the earlier one.
      withWalk { screen, _ in screen.saveBegan() }
      return [.save(conflict.mine, screen.handle)]
    }
    withWalk(conflict.handle) { screen, _ in screen.saveFailed() }
    unsettled.removeAll { $0.isConflict(of: conflict.handle) }
    let question = Overlay.conflict(wording, conflict)
    if let overlay, case .conflict = overlay, !overlay.isConflict(of: conflict.handle) {
      unsettled.append(question)
    } else {
      overlay = question
    }
    return []
  }

  /// Does what was chosen in a conflict; another case on the screen is not touched.
  mutating func settle(_ conflict: SaveConflict, by choice: String?) -> [Effect] {
    let isHere = walkHandle == conflict.handle
    switch choice {
    case Overlay.takeTheirs: return open(conflict.id)
    case Overlay.dropMine: return isHere ? goHome() : []
    default: return keepMine(conflict) + (walkHandle == nil ? [.count] : [])
    }
  }

  /// Saves what was to be saved as a case of its own.
  private mutating func keepMine(_ conflict: SaveConflict) -> [Effect] {
    let new = newHandle()
    guard walkHandle == conflict.handle else { return [.save(conflict.mine, new), .release(new)] }
    withWalk { $0.goOn(as: new, wording: $1) }
    return [.release(conflict.handle), .save(conflict.mine, new)]
  }

  /// Keeps what is typed, and what conflicts that nobody has settled would lose.
  mutating func keepAll() -> [Effect] {
    let kept = (unsettled + [overlay].compactMap(\.self)).flatMap { overlay -> [Effect] in
      guard case .conflict(_, let conflict) = overlay else { return [] }
      return keepMine(conflict)
    }
    return kept + keepTyped()
  }
}
