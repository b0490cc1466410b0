/// What somebody may do with a service for a reportee, as far as they told what they hold there.
///
/// What is said to be allowed stays so whatever else they hold; where more may be held than was told,
/// ``basis`` says what the answer rests on.
package struct RightsCheck: Sendable {
  /// How somebody knows what they hold.
  package enum HowKnown: String, CaseIterable, Sendable {
    /// From the page in Altinn, which lists everything.
    case page
    /// From Enhetsregisteret.
    case register
    case neither
  }

  /// What stands on the page of the service itself, given singly.
  package enum SingleRight: String, CaseIterable, Sendable {
    case none, write, sign, both

    var rights: Set<ServiceRight> {
      switch self {
      case .none: []
      case .write: [.write]
      case .sign: [.sign]
      case .both: [.write, .sign]
      }
    }
  }

  /// What somebody is in the firm they work for (P9).
  package enum FirmRole: String, CaseIterable, Sendable {
    case manager, clientAdministrator, employee
  }

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
  /// The service of the catalogue, ``Fact/otherService``, or `nil` where none was told.
  package let service: String?
  package let holder: Party
  package let reportee: Party
  /// The firm the holder works for, and what it is for the reportee.
  package let firm: (party: Party, kind: ClientKind)?
  /// Whether the reportee has the firm registered; `nil` where that is not known.
  package let isFirmRegistered: Bool?

  /// Puts together what was told.
  ///
  /// - Parameter answer: The answers that count and are known, by field.
  package init(
    _ catalogue: RightsCatalogue,
    names: Names,
    answer: (FieldID) -> String?
  ) {
    let kind = answer(.reporteeKind).flatMap(ReporteeKind.init)
    let holder = Party(id: "holder", kind: .person, name: "")
    let reportee =
      kind == .oneself
      ? holder
      : Party(
        id: "reportee",
        kind: kind == .person ? .person : .organisation,
        name: names.reportee
      )
    let firmParty = Party(id: "firm", kind: .organisation, name: names.firm)
    let firmKind = answer(Self.firm).flatMap(ClientKind.init)
    let ticked = Self.codes(answer(Self.roles))
    let seenClientRole = ticked.contains {
      firmKind != nil && catalogue.roles[$0]?.clientRole == firmKind
    }
    // Client roles fall away with the registration, so one that is seen tells of it (P9).
    let registered =
      seenClientRole ? true : answer(Self.firmRegistered).map { $0 == Fact.yes }
    let firmRole = answer(Self.firmRole).flatMap(FirmRole.init)
    let handed = Self.codes(answer(Self.clientRoles))
    let registerRole = answer(Self.registerRole).map(RoleCode.init(rawValue:))
      .flatMap { catalogue.registerRoles[$0]?.id }

    var holdings: [Holding] = []
    if let registerRole {
      holdings.append(Holding(holder, for: reportee, .registerRole(registerRole)))
    }
    for code in ticked {
      let grant: Grant =
        if catalogue.registerRoles[code] != nil {
          .registerRole(code)
        } else if firmKind != nil, catalogue.roles[code]?.clientRole == firmKind {
          .clientRole(code, firm: firmParty)
        } else {
          .role(code)
        }
      holdings.append(Holding(holder, for: reportee, grant))
    }
    if let firmKind, registered == true {
      holdings.append(Holding(firmParty, for: reportee, .registerRole(firmKind.registerRole)))
      switch firmRole {
      case .manager:
        holdings.append(Holding(holder, for: firmParty, .registerRole(.generalManager)))
      case .clientAdministrator:
        holdings.append(Holding(holder, for: firmParty, .role(.clientAdministrator)))
      case .employee, nil: break
      }
      holdings += handed.map { Holding(holder, for: reportee, .clientRole($0, firm: firmParty)) }
    }
    let service = answer(.service)
    let single = answer(Self.single).flatMap(SingleRight.init)
    if let single, single != .none {
      holdings.append(Holding(holder, for: reportee, .service(service ?? "", single.rights)))
    }

    let hasThroughFirm = registered == true && (firmRole == .manager || !handed.isEmpty)
    basis =
      if kind == .oneself {
        .oneself
      } else if answer(Self.roles) != nil {
        .page(isComplete: single != nil)
      } else if let registerRole {
        .registerRole(registerRole)
      } else if hasThroughFirm {
        .firm
      } else {
        .nothing
      }
    model = RightsModel(catalogue, holdings: holdings)
    self.service = service
    self.holder = holder
    self.reportee = reportee
    firm = firmKind.map { (firmParty, $0) }
    isFirmRegistered = registered
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

  private static func codes(_ ticked: String?) -> [RoleCode] {
    (ticked ?? "").split(separator: ",").map { RoleCode(rawValue: String($0)) }
  }
}

// MARK: - The fields

extension RightsCheck {
  package static let known: FieldID = "rights.known"
  package static let roles: FieldID = "rights.roles"
  package static let single: FieldID = "rights.single"
  package static let registerRole: FieldID = "rights.registerRole"
  package static let firm: FieldID = "rights.firm"
  package static let firmRegistered: FieldID = "rights.firmRegistered"
  package static let firmRole: FieldID = "rights.firmRole"
  package static let clientRoles: FieldID = "rights.clientRoles"
}

extension Walk {
  /// What the answers that count tell of somebody's rights.
  package func rightsCheck(_ catalogue: RightsCatalogue, names: RightsCheck.Names) -> RightsCheck {
    RightsCheck(catalogue, names: names, answer: value)
  }
}
