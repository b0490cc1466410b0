/// A role of Altinn II that one party can hold for another (R1).
package struct Role: CatalogueEntry {
  package static let table = "roles"

  package let id: RoleCode
  package let names: LocalizedName
  /// The key of the text that says what the role lets one do.
  package let confers: String
  /// How much the role opens, 1 to 4: one task, one field, many fields, the whole party.
  ///
  /// Our own reading of what the role confers, used only to propose the smallest role that will do.
  package let breadth: Int
  /// Whether the holder may register a datasystem (P2, P3).
  package let registersDatasystem: Bool
  /// Whether the role lets one sign something.
  package let signs: Bool
  /// The kind of firm that gets the role for its clients, or `nil` for a role given in the portal.
  package let clientRole: ClientKind?
  /// Roles whose rights it has as well, as a client role with signing has those of the one without (3.2);
  /// `nil` where there are none.
  package let contains: [RoleCode]?
  /// Whether anybody can give the role at all.
  package let delegable: Bool
  package let edition: PortalEdition
  package let source: [String]
  package let checked: String
}

/// A role somebody has by being registered in Enhetsregisteret, or as a private person.
///
/// It can neither be given nor taken away in Altinn (R1).
package struct RegisterRole: CatalogueEntry {
  package static let table = "registerRoles"

  package let id: RoleCode
  package let names: LocalizedName
  /// Whether the register counts it as a key role (R1).
  package let keyRole: Bool
  /// Whether the holder may make somebody Hovedadministrator (R1).
  package let givesMainAdministrator: Bool
  /// The forms of organisation it is found in; `nil` where it is found in all (A20).
  package let forms: [String]?
  /// The Altinn roles that come with it (R2).
  package let brings: [RoleCode]
  package let edition: PortalEdition
  package let source: [String]
  package let checked: String

  /// Whether a unit of a form, such as `AS`, can have it.
  package func isFound(in form: String) -> Bool { forms?.contains(form) ?? true }
}
