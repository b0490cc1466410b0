/// The short code of a role, such as `UTINN` or `DAGL`; Altinn roles and register roles share one space.
package struct RoleCode: Hashable, Sendable, RawRepresentable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// Tilgangsstyring: gives rights on and registers datasystems (R1, P2).
  package static let accessManager: RoleCode = "ADMAI"
  /// Hovedadministrator: gives every right on, also those not held (R1).
  package static let mainAdministrator: RoleCode = "HADM"
  /// Klientadministrator: hands client roles to the firm's employees (P9).
  package static let clientAdministrator: RoleCode = "KLADM"
  /// The general manager, as registered.
  package static let generalManager: RoleCode = "DAGL"
  /// A private person, for oneself.
  package static let privatePerson: RoleCode = "PRIV"
  /// The register role an accountant gets for a client.
  package static let accountant: RoleCode = "REGN"
  /// The register role an auditor gets for a client.
  package static let auditor: RoleCode = "REVI"

  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  package init(stringLiteral value: String) { self.init(rawValue: value) }

  package var description: String { rawValue }
}

/// The two kinds of firm that get roles for those who register them in Enhetsregisteret (P7).
package enum ClientKind: String, CaseIterable, Codable, Sendable {
  case accountant, auditor

  /// What the client registers the firm as.
  package var registerRole: RoleCode {
    switch self {
    case .accountant: .accountant
    case .auditor: .auditor
    }
  }
}
