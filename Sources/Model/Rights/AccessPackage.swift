/// A bundle of powers that is given as one in Altinn 3 (R3, R4).
///
/// `urn:altinn:accesspackage:` and the id together are its name in Altinn's interfaces. Where Altinn has
/// no name in a language the bokmål one stands there, since people must find it on the page.
package struct AccessPackage: CatalogueEntry {
  /// What can be done with a package, as the checks of Altinn's code have it (R3, R5, T2).
  package enum Kind: String, CaseIterable, Codable, Sendable {
    case ordinary
    /// What a client's entry in Enhetsregisteret gives to its accountant, auditor or property manager.
    case client
    /// Power over access itself, and what is for Maskinporten.
    case administration

    /// Whether it can be given to a user, and so also asked for.
    package var isGiven: Bool { self != .client }
    /// Whether a system access of one's own can hold it.
    package var isForOwnAccess: Bool { self != .client }
    /// Whether a system access for clients can hold it.
    package var isForClientAccess: Bool { self != .administration }
  }

  package static let table = "accessPackages"

  package let id: String
  package let names: LocalizedName
  package let kind: Kind
  /// Whether it cannot be given to an organisation (R5).
  package let personsOnly: Bool
  /// The roles of Enhetsregisteret that bring it by themselves; for a client package those of the firm.
  package let registerRoles: [RoleCode]
  /// Roles that bring it in units of one form only, by the form, such as `NUF`.
  package let rolesOfForm: [String: [RoleCode]]
  package let edition: PortalEdition
  package let source: [String]
  package let checked: String
}
