/// What somebody may do with a service for a reportee, judged by what they said they hold there.
///
/// What the review allows stays allowed whatever else the person holds. Where they may hold more than
/// they said, ``basis`` says what the answer rests on.
package struct RightsReview: Sendable {
  /// What an answer rests on.
  package enum Basis: Hashable, Sendable {
    /// One acts for oneself.
    case oneself
    /// The page in Altinn; whether it lists the service itself may not have been told.
    case page(isComplete: Bool)
    /// One register role; more may have been given in Altinn.
    case registerRole(RoleCode)
    /// What comes through the firm; more may have been given in Altinn.
    case firm
    case nothing
  }

  /// What those who take part are called.
  package struct Names: Sendable {
    package let reportee: String
    package let firm: String

    package init(reportee: String, firm: String) {
      self.reportee = reportee
      self.firm = firm
    }
  }

  package let basis: Basis
  package let model: RightsModel
  /// The service as it was named; `nil` where none was.
  package let service: String?
  package let holder: Party
  package let reportee: Party
  /// The firm the holder works for, and what it is for the reportee.
  package let firm: (party: Party, kind: ClientKind)?
  /// Whether the reportee has the firm registered; `nil` where that is not known.
  package let isFirmRegistered: Bool?

  /// Puts together what was said.
  package init(_ catalogue: RightsCatalogue, names: Names, of statement: RightsStatement) {
    let holder = Party(id: "holder", kind: .person, name: "")
    let reportee =
      statement.isForSelf
      ? holder : Party(id: "reportee", kind: statement.reporteeKind, name: names.reportee)
    let firmParty = Party(id: "firm", kind: .organisation, name: names.firm)
    let registered = Self.isRegistered(statement, catalogue)
    let registerRole = statement.registerRole.flatMap { catalogue.registerRoles[$0]?.id }

    var holdings: [Holding] = []
    if let registerRole {
      holdings.append(Holding(holder, for: reportee, .registerRole(registerRole)))
    }
    holdings += (statement.roles ?? []).map { code in
      let grant: Grant =
        if catalogue.registerRoles[code] != nil {
          .registerRole(code)
        } else if Self.isClientRole(code, of: statement.firm, catalogue) {
          .clientRole(code, firm: firmParty)
        } else {
          .role(code)
        }
      return Holding(holder, for: reportee, grant)
    }
    if let kind = statement.firm, registered == true {
      holdings.append(Holding(firmParty, for: reportee, .registerRole(kind.registerRole)))
      switch statement.firmRole {
      case .manager:
        holdings.append(Holding(holder, for: firmParty, .registerRole(.generalManager)))
      case .clientAdministrator:
        holdings.append(Holding(holder, for: firmParty, .role(.clientAdministrator)))
      case .employee, nil: break
      }
      holdings += statement.clientRoles.map {
        Holding(holder, for: reportee, .clientRole($0, firm: firmParty))
      }
    }
    if let single = statement.single, single != .none {
      holdings.append(
        Holding(holder, for: reportee, .service(statement.service ?? "", single.rights))
      )
    }

    let hasThroughFirm =
      registered == true && (statement.firmRole == .manager || !statement.clientRoles.isEmpty)
    basis =
      if statement.isForSelf {
        .oneself
      } else if statement.roles != nil {
        .page(isComplete: statement.single != nil)
      } else if let registerRole {
        .registerRole(registerRole)
      } else if hasThroughFirm {
        .firm
      } else {
        .nothing
      }
    model = RightsModel(catalogue, holdings: holdings)
    service = statement.service
    self.holder = holder
    self.reportee = reportee
    firm = statement.firm.map { (firmParty, $0) }
    isFirmRegistered = registered
  }

  /// Whether the firm is registered.
  ///
  /// Client roles fall away with the registration, so one that the page lists proves it (P9).
  private static func isRegistered(_ statement: RightsStatement, _ catalogue: RightsCatalogue)
    -> Bool?
  {
    let isSeen = (statement.roles ?? []).contains {
      isClientRole($0, of: statement.firm, catalogue)
    }
    return isSeen ? true : statement.isFirmRegistered
  }

  private static func isClientRole(
    _ code: RoleCode,
    of firm: ClientKind?,
    _ catalogue: RightsCatalogue
  ) -> Bool {
    firm != nil && catalogue.roles[code]?.clientRole == firm
  }

  /// Whether they may do something; what ``RightsModel`` says, unless too little was told for a no.
  package func permission(to action: RightsAction) -> Permission {
    let found = model.permission(
      to: action,
      service: service ?? "",
      holder: holder,
      for: reportee
    )
    if found.isGranted { return found }
    if basis == .nothing { return .unknown(.holdingsNotTold) }
    if basis == .page(isComplete: false), found.outcome == .notGranted {
      if action.right != nil || found.reason == .rightItselfMissing {
        return .unknown(.singleRightNotTold)
      }
      // Whatever was given singly, Tilgangsstyring was not among it.
      return .notGranted(.accessManagerMissing)
    }
    let isUnnamed = service == nil && found.reason == .serviceNotInCatalogue
    return isUnnamed ? .unknown(.serviceNotTold) : found
  }

  /// Whether a no rests on all that is held, and not on a part of it.
  package var seesEverything: Bool {
    switch basis {
    case .oneself, .page: true
    case .registerRole, .firm, .nothing: false
    }
  }

  /// Whether "Be om tilgang" can be used: only by somebody who has something there already (D19, P8).
  package var mayAsk: Permission {
    let found = model.permission(toAsk: holder, for: reportee)
    guard !found.isGranted else { return found }
    switch basis {
    case .nothing, .page(isComplete: false): return .unknown(.holdingsNotTold)
    default: return found
    }
  }
}
