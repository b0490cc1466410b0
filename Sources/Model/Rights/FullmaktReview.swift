/// What the fullmakter that somebody said they hold let them do, and what is missing.
///
/// What the review finds held stays held whatever else the person holds.
package struct FullmaktReview: Sendable {
  package enum Verdict: Hashable, Sendable {
    /// A system access sends it alone, and Altinn does not look at the sender (G3, G5).
    case notLookedAt
    case holds(Holding)
    /// Only an old role opens it, through this day.
    case oldRole(RoleCode, until: Day)
    /// What is known to be enough is not there.
    case lacks(Lack)
    case unknown(Doubt)
  }

  /// What is held that is enough.
  package enum Holding: Hashable, Sendable {
    /// A package that the page in Altinn lists.
    case package(String)
    /// The service itself.
    case singleService
    /// A package that follows from a role of Enhetsregisteret.
    case register(RoleCode, package: String)
    /// A client package through one's firm.
    case firm(package: String)
    /// A role of Enhetsregisteret that the service wants of whoever signs.
    case signer(RoleCode)
  }

  package enum Lack: Hashable, Sendable {
    /// Nothing that is enough is held.
    case fullmakt
    /// An old role is all there is, and it no longer opens the service since this day passed.
    case oldRoleEnded(RoleCode, Day)
  }

  /// Why nothing certain can be said.
  package enum Doubt: String, CaseIterable, Sendable {
    /// A private person's packages are not those of an organisation (R5).
    case privateParty
    case serviceNotTold
    case serviceNotInCatalogue
    /// The program was said to send alone, but somebody has to log in to this service.
    case mustLogIn
    /// No source says for sure which packages the service takes.
    case packagesNotCertain
    /// It is not known when old roles stop opening this service.
    case oldRoleNotKnown
    /// The firm should have brought a package, and the page that was looked at does not show it.
    case firmNotShown
    case holdingsNotTold
  }

  package let statement: FullmaktStatement
  package let catalogue: FullmaktCatalogue
  private let today: Day?

  /// Puts together what was said.
  ///
  /// - Parameter today: The day that rules which end are held against; `nil` where it is not known, and
  ///   such a rule then counts as not ended.
  package init(_ catalogue: FullmaktCatalogue, of statement: FullmaktStatement, on today: Day?) {
    self.catalogue = catalogue
    self.statement = statement
    self.today = today
  }

  /// What the service asks for.
  package var access: ServiceAccess? { statement.service?.access }

  /// Whether the person may do it with what they said they hold.
  package var verdict: Verdict {
    if statement.acts == .nothing {
      return access?.way == .logIn ? .unknown(.mustLogIn) : .notLookedAt
    }
    if statement.isForPerson { return .unknown(.privateParty) }
    if statement.acts == .signs, let signed { return signed }
    let found = held
    if let found, !isOnlyInferred(found) { return .holds(found) }
    if let old = oldRole { return old }
    if found != nil { return .unknown(.firmNotShown) }
    guard let access else {
      return .unknown(statement.namesService ? .serviceNotInCatalogue : .serviceNotTold)
    }
    guard !access.certainPackages.isEmpty else { return .unknown(.packagesNotCertain) }
    if !saysAnything { return .unknown(.holdingsNotTold) }
    // What is only our own reading may be enough all the same.
    if heldPackages.contains(where: { uncertainPackages.contains($0.id) }) {
      return .unknown(.packagesNotCertain)
    }
    return .lacks(.fullmakt)
  }

  /// The packages that are only our own reading: no verdict rests on them.
  package var uncertainPackages: [String] {
    guard let packages = access?.packages else { return [] }
    return Standing.allCases.filter { !$0.carriesVerdict }.flatMap { packages[$0] ?? [] }
  }

  /// Whether a no rests on all that is held, and not on a part of it.
  package var seesEverything: Bool {
    statement.packages != nil && statement.hasSingleService != nil && statement.oldRoles != nil
  }

  /// Whether the person may give a package to somebody else (H1, R5); `nil` where what they hold is not
  /// known in full.
  package func mayGive(_ package: AccessPackage) -> Bool? {
    guard package.kind.isGiven else { return false }
    let held = heldPackages.map(\.id)
    if held.contains(AccessPackage.mainAdministrator),
      package.id != AccessPackage.mainAdministrator
    {
      return true
    }
    if held.contains(AccessPackage.accessManager), held.contains(package.id) { return true }
    return seesEverything ? false : nil
  }

  /// The old roles that are held: those that the page lists, and those that come with what Enhetsregisteret has the
  /// person as (R2), where the service still heeds them.
  package var oldRoles: [RoleCode] {
    let brought = statement.registerRole.flatMap { catalogue.registerRoles[$0]?.brings } ?? []
    return (statement.oldRoles ?? []) + brought.filter(isOpening)
  }

  // MARK: - What is held

  private var held: Holding? {
    if statement.hasSingleService == true { return .singleService }
    let enough = access?.certainPackages ?? []
    return heldPackages.first { enough.contains($0.id) }?.holding
  }

  /// Whether something should follow from the firm, where the page was looked at: what stands there goes before it.
  private func isOnlyInferred(_ holding: Holding) -> Bool {
    if case .firm = holding { statement.packages != nil } else { false }
  }

  /// Whether the person may sign, where it takes a role of Enhetsregisteret (V14); `nil` where it does not.
  private var signed: Verdict? {
    guard let roles = statement.service?.sign else { return nil }
    guard let role = statement.registerRole else { return .unknown(.holdingsNotTold) }
    return roles.contains(role) ? .holds(.signer(role)) : .lacks(.fullmakt)
  }

  /// Everything held, with where it comes from.
  private var heldPackages: [(id: String, holding: Holding)] {
    var held = (statement.packages ?? []).map { (id: $0, holding: Holding.package($0)) }
    if let role = statement.registerRole {
      held += catalogue.brought(by: role).map { ($0.id, .register(role, package: $0.id)) }
    }
    return held + throughFirm.map { ($0, .firm(package: $0)) }
  }

  /// What comes through the firm: for its general manager all that the register gives the firm, for others
  /// what was handed to them; nothing when the firm is not registered (P7, R4).
  private var throughFirm: [String] {
    guard let firm = statement.firm, statement.isFirmRegistered == true else { return [] }
    if statement.firmRole == .manager {
      return catalogue.brought(by: firm.registerRole).map(\.id)
    }
    return statement.clientPackages
  }

  /// What an old role still opens, on the day that was handed in.
  private var oldRole: Verdict? {
    guard let role = oldRoles.first(where: isOpening) ?? oldRoles.first else { return nil }
    guard let access, let rule = access.oldRoles, let last = catalogue.lastDay(of: rule) else {
      // Old roles may open it for as long as its owner lets them; nobody has said.
      return .unknown(.oldRoleNotKnown)
    }
    guard isOpening(role) else { return nil }
    if let today, today > last { return .lacks(.oldRoleEnded(role, last)) }
    return .oldRole(role, until: last)
  }

  private func isOpening(_ role: RoleCode) -> Bool {
    access?.oldRoles?.roles.contains(role) ?? false
  }

  private var saysAnything: Bool {
    statement.packages != nil || statement.registerRole != nil
      || (statement.firm != nil && statement.isFirmRegistered != nil)
  }
}
