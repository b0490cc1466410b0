/// What may be concluded from the register, and how surely.
package struct RegisterReview: Equatable, Sendable {
  /// The oldest a register can be, in days, and be as sure as it gets.
  private static let freshDays = 30
  /// How shortly before the day of the file a change may not have reached Altinn, in days.
  private static let lag = 3

  package let extract: RegisterExtract
  package let conclusions: [RegisterConclusion]
  /// Whether the register is so old that all it says is one step less sure.
  package let isOld: Bool

  /// - Parameters:
  ///   - firm: The accountant or auditor who asks, if there is one.
  ///   - kin: Other numbers of the same firm: its main unit and its sub-units.
  ///   - callers: Roles the person who asks has on the unit, as they say.
  ///   - today: The day it is asked on; `nil` where nobody knows, and the register then counts as old.
  package init(
    _ extract: RegisterExtract,
    firm: OrganisationNumber? = nil,
    kin: Set<OrganisationNumber> = [],
    callers: [RoleCode] = [],
    today: Day?
  ) {
    self.extract = extract
    isOld = Self.isOld(extract.day, on: today)
    var found = Findings(lowered: isOld)
    guard let unit = extract.unit else {
      found.add(.notListed, .low)
      conclusions = found.all
      return
    }
    found.addStanding(of: unit)
    if extract.hasRoles {
      let roles = RoleFindings(unit, extract.roles)
      found.addTroubles(of: unit, roles)
      if let firm { found.addFirm(firm, kin, unit, roles) }
      found.addApprovers(of: unit, roles, callers)
      let changed = extract.roles.compactMap(\.changed).max()
      if let changed, (0...Self.lag).contains(extract.day.number - changed.number) {
        found.add(.recentlyChanged(changed), .low)
      }
    } else {
      found.addTroubles(of: unit, RoleFindings(unit, []))
    }
    found.add(.signatoryUnknown, .none)
    conclusions = found.all
  }

  /// Whether a register of a day is old on another; also where nobody knows what day it is.
  package static func isOld(_ day: Day, on today: Day?) -> Bool {
    today.map { $0.number - day.number > freshDays } ?? true
  }

  /// What is concluded of a statement, if anything.
  package func sureness(of statement: RegisterStatement) -> RegisterSureness? {
    conclusions.first { $0.statement == statement }?.sureness
  }
}

/// The roles of a unit, by what they let one conclude.
private struct RoleFindings {
  let active: [RegisteredRole]
  let gone: [RoleCode]
  let approvers: [RoleCode]

  init(_ unit: RegisterUnit, _ roles: [RegisteredRole]) {
    active = roles.filter(\.isActive)
    gone = Self.unique(roles.filter { $0.isGone && !$0.isDeregistered }.map(\.code))
    approvers = Self.unique(active.filter { Self.isKey($0, in: unit.form) }.map(\.code))
  }

  /// Whether it is a key role in an organisation of a form; some are only where a person holds them.
  private static func isKey(_ role: RegisteredRole, in form: String) -> Bool {
    switch role.code {
    case "DAGL", "LEDE", "INNH", "BEST": true
    case "DTSO", "DTPR", "KOMP": role.holder == .person
    case "REPR": form == "NUF"
    case "BOBE": form == "KBO"
    default: false
    }
  }

  func holders(of code: RoleCode) -> [RegisteredRole.Holder] {
    active.filter { $0.code == code }.map(\.holder)
  }

  func has(_ code: RoleCode) -> Bool { active.contains { $0.code == code } }

  /// In the order in which they first stand.
  private static func unique(_ codes: [RoleCode]) -> [RoleCode] {
    codes.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

private struct Findings {
  private(set) var all: [RegisterConclusion] = []
  private let lowered: Bool

  init(lowered: Bool) { self.lowered = lowered }

  mutating func add(_ statement: RegisterStatement, _ sureness: RegisterSureness) {
    let sureness = lowered ? sureness.lowered : sureness
    all.append(RegisterConclusion(statement: statement, sureness: sureness))
  }

  mutating func addStanding(of unit: RegisterUnit) {
    add(unit.marks.contains(.subunit) ? .subunit : .mainUnit, .high)
  }

  /// What outweighs all roles comes first.
  mutating func addTroubles(of unit: RegisterUnit, _ roles: RoleFindings) {
    if unit.marks.contains(.bankrupt) {
      add(.bankrupt, .medium)
    } else if !unit.marks.isDisjoint(with: [.windingUp, .dissolvedByOrder]) {
      add(.windingUp(trustee: roles.has("BOBE")), .low)
    }
    if unit.marks.contains(.notInVATRegister) { add(.noVATReturnExpected, .medium) }
    if !roles.gone.isEmpty { add(.holderGone(roles.gone), .medium) }
  }

  mutating func addFirm(
    _ firm: OrganisationNumber,
    _ kin: Set<OrganisationNumber>,
    _ unit: RegisterUnit,
    _ roles: RoleFindings
  ) {
    let accountants = roles.holders(of: .accountant)
    let other = accountants.lazy.compactMap { holder in
      if case .unit(let number) = holder, kin.contains(number) { number } else { nil }
    }.first
    if accountants.contains(.unit(firm)) {
      add(.accountant, .high)
    } else if let other {
      add(.accountantByOtherNumber(other), .high)
    } else {
      add(.accountantElsewhere, .medium)
    }
    let auditors = roles.holders(of: .auditor)
    if auditors.contains(.unit(firm)) {
      add(.auditor, .high)
    } else if auditors.isEmpty, unit.marks.contains(.withoutAuditor) {
      add(.noAuditorExpected, .medium)
    }
  }

  mutating func addApprovers(
    of unit: RegisterUnit,
    _ roles: RoleFindings,
    _ callers: [RoleCode]
  ) {
    // Managers stay listed on a bankrupt unit, where they no longer act.
    if !unit.marks.contains(.bankrupt) {
      if !roles.approvers.isEmpty { add(.mayApprove(roles.approvers), .high) }
      if unit.form == "AS", !roles.has("DAGL"), roles.has("LEDE") { add(.askChair, .high) }
    }
    let powerless: Set<RoleCode> = ["MEDL", "NEST", "VARA", "OBS"]
    if !callers.isEmpty, powerless.isSuperset(of: callers) { add(.mayNotApprove(callers), .medium) }
    if unit.form == "NUF", roles.has("KONT") { add(.branchContact, .high) }
    if ["BRL", "ESEK"].contains(unit.form), roles.has("FFØR") { add(.businessManager, .high) }
  }
}
