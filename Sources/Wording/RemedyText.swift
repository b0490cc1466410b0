import Model
import SafeText

/// How a right that is missing can be had, and from whom.
struct RemedyText {
  private let review: RightsReview
  private let walk: Walk
  private let wording: Wording

  init(_ review: RightsReview, _ walk: Walk, _ wording: Wording) {
    self.review = review
    self.walk = walk
    self.wording = wording
  }

  /// Every remedy for what is missing, the one that opens least first.
  func prose(for lack: RightsReview.Lack) -> [Prose] {
    let remedies = review.remedies(for: lack)
    var prose: [Prose] = [.bullet(name(lack))]
    var isLeast = true
    for remedy in remedies {
      var key = isLeast ? "rights.least" : "rights.instead"
      if case .clientRole = remedy { key = "rights.inFirm" } else { isLeast = false }
      prose.append(.paragraph("   " + wording(key, ["way": how(remedy)])))
    }
    var named: [String] = []
    for remedy in remedies {
      let who = self.who(remedy)
      guard !named.contains(who) else { continue }
      named.append(who)
      prose.append(.paragraph("   " + who))
    }
    if lack == .right(.sign) {
      let path = wording.path("inbox", of: walk.flow.edition)
      prose.append(.paragraph("   " + wording("rights.letSign", ["path": path])))
    }
    if lack == .accessManager {
      // The ID of a registered firm works for every client that has the firm registered (P7).
      let others = (review.isFirmRegistered == true ? ["onFirm"] : []) + ["onOneself"]
      prose += others.map { .paragraph("   " + wording("rights.\($0)")) }
    }
    return prose
  }

  /// What is missing with its first remedy, in one line; `nil` where there is none.
  func line(for lack: RightsReview.Lack) -> String? {
    review.remedies(for: lack).first.map { remedy in
      [name(lack), how(remedy), who(remedy)].joined(separator: " ")
    }
  }

  private func name(_ lack: RightsReview.Lack) -> String {
    let name =
      switch lack {
      case .right(let right): right.rawValue
      case .accessManager: "accessManager"
      }
    return wording("rights.lack.\(name)")
  }

  private func how(_ remedy: RightsRemedy) -> String {
    switch remedy {
    case .singleService: wording.text("rightsWay.singleService", about: walk)
    case .role(let code): wording("rightsWay.role", ["role": wording.name(code)])
    case .registerFirm(let kind): wording("rightsWay.registerFirm.\(kind.rawValue)")
    case .clientRole(let code): wording("rightsWay.clientRole", ["role": wording.name(code)])
    }
  }

  /// Who can do it and where, with the register roles that bring what it takes.
  private func who(_ remedy: RightsRemedy) -> String {
    let isPerson = review.reportee.kind == .person
    let (actor, menuPath): (Actor, String) =
      switch remedy {
      case .registerFirm: (.reporteeSigner, "registerAccountant")
      case .clientRole: (.clientAdministrator, "clientDelegation")
      case .singleService, .role:
        (.giver, isPerson ? "othersWithRightsPerson" : "othersWithRightsEnterprise")
      }
    let words = wording(
      "rights.who",
      ["who": wording.actor(actor, walk), "path": wording.path(menuPath, of: walk.flow.edition)]
    )
    let roles = review.registerRoles(thatMayGive: remedy)
    guard !roles.isEmpty else { return words }
    let names = roles.prefix(3).map(wording.name).joined(separator: ", ")
    return words + " " + wording("rights.who.roles", ["roles": names])
  }
}
