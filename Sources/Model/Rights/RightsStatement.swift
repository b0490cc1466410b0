/// What somebody said about what they hold for a reportee, as plain values.
package struct RightsStatement: Sendable {
  /// What the page of the service itself lists, given singly.
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

  /// Whether the person acts for themselves.
  package let isForSelf: Bool
  /// What the reportee is; it has no meaning for somebody who acts for themselves.
  package let reporteeKind: Party.Kind
  /// The id of a service of the catalogue, any other text for a service that is not in it, or `nil`
  /// where none was named.
  package let service: String?
  /// The roles that the page in Altinn lists; `nil` where nobody has looked.
  package let roles: [RoleCode]?
  /// What the page lists for the service itself; `nil` where nobody has looked.
  package let single: SingleRight?
  /// What Enhetsregisteret has the person as.
  package let registerRole: RoleCode?
  /// What the firm the person works for is to the reportee; `nil` where they work for none.
  package let firm: ClientKind?
  /// Whether the reportee has the firm registered; `nil` where that is not known.
  package let isFirmRegistered: Bool?
  package let firmRole: FirmRole?
  /// The client roles that the firm has handed to the person.
  package let clientRoles: [RoleCode]

  package init(
    isForSelf: Bool = false,
    reporteeKind: Party.Kind = .organisation,
    service: String? = nil,
    roles: [RoleCode]? = nil,
    single: SingleRight? = nil,
    registerRole: RoleCode? = nil,
    firm: ClientKind? = nil,
    isFirmRegistered: Bool? = nil,
    firmRole: FirmRole? = nil,
    clientRoles: [RoleCode] = []
  ) {
    self.isForSelf = isForSelf
    self.reporteeKind = reporteeKind
    self.service = service
    self.roles = roles
    self.single = single
    self.registerRole = registerRole
    self.firm = firm
    self.isFirmRegistered = isFirmRegistered
    self.firmRole = firmRole
    self.clientRoles = clientRoles
  }
}
