import Model

/// The table of the four points of Altinn II, written a second time as it is read: nothing in it comes
/// from the rows of the portal.
enum Altinn2Table {
  static func verdict(_ point: Point, _ facts: Facts) -> (state: PointState, reasons: [String]) {
    let faults = faults(point, facts)
    if !faults.isEmpty { return (.failing, faults) }
    let forSelf = facts.holds(.reporteeKind, "self")
    switch point {
    case .registration: return (.ok, ["registeredAndTypedRight"])
    case .personRights:
      return (
        .ok, (forSelf ? ["sendsForOneself"] : []) + (facts.holds(.personRight) ? ["rightHeld"] : [])
      )
    case .systemRights:
      if facts.holds(.systemRegistered, "no") { return (.blocked, ["notRegisteredYet"]) }
      switch facts[.systemOwner] {
      case "reportee": return (.notApplicable, ["ownedByReportee"])
      case "self":
        return forSelf ? (.notApplicable, ["ownedByReportee"]) : (.ok, ["senderOwnerHoldsRight"])
      default: return (.ok, ["ownerHoldsRight"])
      }
    default:
      return facts.holds(.loginAsked, "no")
        ? (.notApplicable, ["loginNotAsked"]) : (.ok, ["loginInOrder"])
    }
  }

  private static func faults(_ point: Point, _ facts: Facts) -> [String] {
    let forSelf = facts.holds(.reporteeKind, "self")
    var found: [String] = []
    func add(_ fault: String, if isPresent: Bool) { if isPresent { found.append(fault) } }
    switch point {
    case .registration:
      add("notRegistered", if: facts.holds(.systemRegistered, "no"))
      add("wrongID", if: facts.holds(.systemIDCorrect, "no"))
      add("wrongPassword", if: facts.holds(.systemPasswordCorrect, "no"))
      add("systemLocked", if: facts.holds(.systemLocked))
    case .personRights where !forSelf:
      add("personRightMissing", if: facts.holds(.personRight, "no"))
      add(
        "signRightMissing",
        if: facts.holds(.service, "signed") && facts.holds(.personSignRight, "no")
      )
    case .systemRights where facts.holds(.systemRegistered):
      let owner = facts[.systemOwner] ?? ""
      add(
        "ownerRightMissing",
        if: owner.hasPrefix("other") && facts.holds(.ownerRight, "no")
      )
      add(
        "senderOwnerRightMissing",
        if: owner == "self" && !forSelf && facts.holds(.personRight, "no")
      )
    case .login where facts.holds(.loginAsked):
      add("minIDUsed", if: facts.holds(.loginMethod, "minid"))
      add("loginPasswordWrong", if: facts.holds(.loginPasswordCorrect, "no"))
      add("mobileWrong", if: facts.holds(.loginMobileCorrect, "no"))
      add("submissionNotAllowed", if: facts.holds(.loginSubmissionAllowed, "no"))
      add("codeExpired", if: facts.holds(.loginCodeExpired))
      add("loginLocked", if: facts.holds(.loginLocked))
    default: break
    }
    return found
  }
}
