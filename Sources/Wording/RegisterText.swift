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
    "- \(text(conclusion.statement)) (\(name(conclusion.sureness)))"
  }

  /// A conclusion by itself, with the day it is of and how sure it is.
  func note(_ conclusion: RegisterConclusion) -> String {
    note(text(conclusion.statement), conclusion.sureness)
  }

  /// The same of what is said in other words.
  func note(_ text: String, _ sureness: RegisterSureness) -> String {
    wording(
      "register.note",
      ["day": wording.text(review.extract.day), "sureness": name(sureness), "text": text]
    )
  }

  private func name(_ sureness: RegisterSureness) -> String {
    wording("register.sureness.\(sureness.name)")
  }

  func text(_ statement: RegisterStatement) -> String {
    let key = "register.says.\(statement.name)"
    return switch statement {
    case .subunit: wording(key, ["main": main])
    case .bankrupt, .windingUp(trustee: true):
      ([wording(key)] + [estate, trustees].compactMap(\.self)).joined(separator: " ")
    case .accountantByOtherNumber(let number): wording(key, ["number": number.formatted])
    case .mayApprove(let roles): wording(key, ["roles": names(roles, withHolders: true)])
    case .mayNotApprove(let roles), .holderGone(let roles):
      wording(key, ["roles": names(roles, withHolders: false)])
    case .recentlyChanged(let day): wording(key, ["day": wording.text(day)])
    default: wording(key)
    }
  }

  /// The main unit, by number and name.
  var main: String {
    guard let unit = review.extract.unit, let main = unit.main else {
      return wording("register.unknownMain")
    }
    return [main.formatted, unit.mainName].compactMap(\.self).joined(separator: " ")
  }

  /// The estate by number and name, where the register has one.
  private var estate: String? {
    review.extract.estate.map { found in
      let unit = [found.number.formatted, found.name].compactMap(\.self).joined(separator: " ")
      return wording("register.estate", ["unit": unit])
    }
  }

  /// The trustees by name, where the register has names.
  private var trustees: String? {
    holders(of: "BOBE").isEmpty ? nil : names(["BOBE"], withHolders: true) + "."
  }

  /// The names of those who hold a role, where the register has names: on the unit, or else on its estate.
  private func holders(of code: RoleCode) -> [String] {
    func named(_ roles: [RegisteredRole]) -> [String] {
      roles.filter { $0.code == code && $0.isActive }.compactMap(\.name)
    }
    let own = named(review.extract.roles)
    return own.isEmpty ? named(review.extract.estate?.roles ?? []) : own
  }

  /// Roles by name; who holds them is told only where it says who can act.
  func names(_ codes: [RoleCode], withHolders: Bool) -> String {
    codes.map { code in
      let role = wording.name(code)
      let holders = holders(of: code)
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
