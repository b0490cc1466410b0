import Model

/// The table of the points of Altinn 3, written from the sheet of facts as it is read: nothing in it
/// comes from the rows of the portal.
enum Altinn3Table {
  static func verdict(_ point: Point, _ facts: Facts) -> (state: PointState, reasons: [String]) {
    switch point {
    case .systemAccess: systemAccess(facts)
    case .approver: approver(facts)
    case .senderRights: sender(facts)
    case .accessContents: contents(facts)
    default: login(facts)
    }
  }

  private typealias Verdict = (state: PointState, reasons: [String])

  private static func judged(_ faults: [String], else sound: Verdict) -> Verdict {
    faults.isEmpty ? sound : (.failing, faults)
  }

  private static func systemAccess(_ facts: Facts) -> Verdict {
    if facts.holds("program.way", "logIn") { return (.notApplicable, ["accessNotUsed"]) }
    var found = facts.holds("program.way", "password") ? ["oldConnection"] : []
    if facts.holds("work.for", "person") { return (.failing, found + ["personHasNoAccess"]) }
    let listed = facts["access.listed"]
    guard listed != "listed" else { return judged(found, else: (.ok, ["accessInPlace"])) }
    switch facts["accessRequest.state"] {
    case "none", "approved": if listed == "missing" { found.append("accessMissing") }
    case "waiting": found.append("requestWaiting")
    case "forwarded": found.append("requestForwarded")
    case "rejected": found.append("requestRejected")
    case "expired": found.append("requestExpired")
    default: found.append("requestNotFound")
    }
    if listed == "otherKind" { found.append("accessOfOtherKind") }
    if listed == "otherParty" { found.append("accessOfOtherParty") }
    return (.failing, found)
  }

  private static func approver(_ facts: Facts) -> Verdict {
    guard facts.holds("approval.needed") else { return (.notApplicable, ["nothingToApprove"]) }
    var found: [String] = []
    if facts.holds("approver.canManage", "no") {
      found.append("approverCannotManage")
    } else if facts.holds("approver.holdsAll", "no") {
      found.append("approverLacksPackages")
    }
    if facts.holds("approver.party", "wrong") { found.append("approverPartyWrong") }
    return judged(found, else: (.ok, ["approverCanApprove"]))
  }

  private static func sender(_ facts: Facts) -> Verdict {
    switch facts["sender.acts"] {
    case "nothing": return (.notApplicable, ["senderNotLookedAt"])
    case "signs":
      return facts.holds("sender.signRight")
        ? (.ok, ["senderCanSign"]) : (.failing, ["senderCannotSign"])
    default: break
    }
    switch facts["sender.right"] {
    case "fullmakt": return (.ok, ["senderHoldsFullmakt"])
    case "oldRole":
      return facts.holds("sender.roleCounts")
        ? (.ok, ["oldRoleCounts"]) : (.failing, ["oldRoleOnly"])
    default: return (.failing, ["senderFullmaktMissing"])
    }
  }

  private static func contents(_ facts: Facts) -> Verdict {
    if facts.holds("program.way", "logIn") { return (.notApplicable, ["noAccessToFill"]) }
    let isForPerson = facts.holds("work.for", "person")
    guard facts.holds("access.listed", "listed"), !isForPerson else {
      return (.blocked, ["noAccessYet"])
    }
    let lacks = facts.holds("access.holdsNeeded", "no")
    guard facts.holds("work.for", "client") else {
      return lacks ? (.failing, ["accessLacksPackage"]) : (.ok, ["accessHoldsNeeded"])
    }
    var found: [String] = []
    if lacks { found.append("clientAccessLacksPackage") }
    if facts.holds("client.added", "no") {
      found.append("clientNotAdded")
      if facts.holds("client.offered", "no") { found.append("clientNotOffered") }
    }
    if facts.holds("client.givesAll", "no") { found.append("clientLacksPackage") }
    return judged(found, else: (.ok, ["clientInAccess"]))
  }

  private static func login(_ facts: Facts) -> Verdict {
    if facts.holds("sender.acts", "nothing") { return (.notApplicable, ["noLoginNeeded"]) }
    var found: [String] = []
    if facts.holds("login.means", "minIDTooLow") { found.append("loginLevelTooLow") }
    if facts.holds("login.means", "none") { found.append("noElectronicID") }
    if facts.holds("login.party", "wrong") { found.append("loginPartyWrong") }
    if facts.holds("login.window", "old") { found.append("loginWindowOld") }
    return judged(found, else: (.ok, ["loggedInRight"]))
  }
}
