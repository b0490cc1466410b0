import Model

/// What somebody else has done to the case on the screen.
extension AppState {
  /// Says that the case was saved or deleted by somebody else, if it is the one on the screen.
  mutating func tell(of id: CaseID, _ key: String) {
    guard walkNumber == id else { return }
    withWalk { screen, _ in screen.wasOvertaken() }
    trouble = (key, ["number": "\(id.rawValue)"])
  }

  /// Has the person choose between what somebody else did and what is on the screen.
  mutating func askAbout(_ clash: Clash, _ mine: CaseDraft) {
    if walkNumber == clash.id { withWalk { screen, _ in screen.saveFailed() } }
    overlay = .conflict(wording, clash, mine: mine)
    unsettled = nil
  }

  /// Does what was chosen in a conflict.
  ///
  /// The case it is about may have been left meanwhile; then another one on the screen is not touched.
  mutating func settle(_ clash: Clash, by way: String?, _ mine: CaseDraft) -> [Effect] {
    let isHere = walkNumber == clash.id
    switch way {
    case Overlay.takeTheirs: return keepTypedElsewhere(isHere) + [.open(clash.id)]
    case Overlay.dropMine: return isHere ? goHome() : []
    default: break
    }
    guard !isHere else {
      withWalk { screen, _ in screen.saveBegan() }
      return [.closeCase, .save(mine)]
    }
    let kept = keepTypedElsewhere(isHere) + [.closeCase, .save(mine), .closeCase]
    // The one on the screen is the case at hand again.
    if let number = walkNumber { return kept + [.open(number)] }
    return kept + (isInWalk ? [] : [.count])
  }

  private mutating func keepTypedElsewhere(_ isHere: Bool) -> [Effect] {
    isHere ? [] : keepTyped()
  }

  /// Keeps what is typed, and what a conflict that nobody has settled would lose.
  mutating func keepAll() -> [Effect] {
    let typed = keepTyped()
    guard case .conflict(_, let clash, let mine) = unsettled ?? overlay else { return typed }
    if walkNumber == clash.id {
      return [.closeCase] + (typed.isEmpty ? [.save(mine)] : typed)
    }
    return typed + [.closeCase, .save(mine)]
  }
}
