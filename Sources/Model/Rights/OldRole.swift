/// The packages that lie nearest to a role of the closed Altinn.
///
/// A hint and no rule: no role is carried over to a package one to one, and the new fullmakter are given anew.
package struct OldRole: CatalogueEntry {
  package static let table = "oldRoles"

  package let id: RoleCode
  /// The nearest packages that the catalogue has; none where one has to ask what the person works with.
  package let packages: [String]
  package let edition: PortalEdition
  package let source: [String]
  package let checked: String
}
