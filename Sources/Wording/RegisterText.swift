package import Model
import SafeText

/// What the register lets one conclude, in words.
package struct RegisterText {
  private let review: RegisterReview
  private let wording: Wording

  package init(_ review: RegisterReview, _ wording: Wording) {
    self.review = review
    self.wording = wording
  }

  /// Who it is and from when, then a line for each conclusion.
  package var lines: [String] {
    let extract = review.extract
    let name = extract.unit.map {
      wording(
        "register.unit",
        ["number": $0.number.formatted, "name": $0.name, "form": $0.form]
      )
    }
    var lines = [
      name ?? extract.number.formatted,
      wording("register.asOf", ["day": wording.text(extract.day)]),
    ]
    if review.isOld { lines.append(wording("register.old")) }
    if !extract.hasRoles { lines.append(wording("register.withoutRoles")) }
    return lines + review.conclusions.map(line)
  }

  /// A conclusion, and how sure it is where that can be said.
  private func line(_ conclusion: RegisterConclusion) -> String {
    let sureness = wording("register.sureness.\(conclusion.sureness.name)")
    return "- \(text(conclusion.statement)) (\(sureness))"
  }

  private func text(_ statement: RegisterStatement) -> String {
    let key = "register.says.\(statement.name)"
    return switch statement {
    case .subunit(let main):
      wording(key, ["main": main?.formatted ?? wording("register.unknownMain")])
    case .accountantByOtherNumber(let number): wording(key, ["number": number.formatted])
    case .mayApprove(let roles): wording(key, ["roles": names(roles, withHolders: true)])
    case .mayNotApprove(let roles), .holderGone(let roles):
      wording(key, ["roles": names(roles, withHolders: false)])
    case .recentlyChanged(let day): wording(key, ["day": wording.text(day)])
    default: wording(key)
    }
  }

  /// Roles by name; who holds them is told only where it says who can act.
  private func names(_ codes: [RoleCode], withHolders: Bool) -> String {
    codes.map { code in
      let role = wording.name(code)
      let holders = review.extract.roles.filter { $0.code == code && $0.isActive }.compactMap(
        \.name
      )
      return withHolders && !holders.isEmpty
        ? "\(role): \(holders.joined(separator: ", "))" : role
    }.joined(separator: "; ")
  }
}

extension RegisterSureness {
  /// What it is called in keys and in JSON.
  package var name: String {
    switch self {
    case .none: "none"
    case .low: "low"
    case .medium: "medium"
    case .high: "high"
    }
  }
}

extension RegisterStatement {
  /// What it is called in keys and in JSON.
  package var name: String {
    switch self {
    case .notListed: "notListed"
    case .mainUnit: "mainUnit"
    case .subunit: "subunit"
    case .accountant: "accountant"
    case .accountantByOtherNumber: "accountantByOtherNumber"
    case .accountantElsewhere: "accountantElsewhere"
    case .auditor: "auditor"
    case .noAuditorExpected: "noAuditorExpected"
    case .mayApprove: "mayApprove"
    case .askChair: "askChair"
    case .mayNotApprove: "mayNotApprove"
    case .bankrupt: "bankrupt"
    case .windingUp(let hasTrustee): hasTrustee ? "windingUpTrustee" : "windingUp"
    case .branchContact: "branchContact"
    case .businessManager: "businessManager"
    case .noVATReturnExpected: "noVATReturnExpected"
    case .holderGone: "holderGone"
    case .recentlyChanged: "recentlyChanged"
    case .signatoryUnknown: "signatoryUnknown"
    }
  }

  /// The roles it is about, if any.
  package var roles: [RoleCode]? {
    switch self {
    case .mayApprove(let roles), .mayNotApprove(let roles), .holderGone(let roles): roles
    default: nil
    }
  }
}
