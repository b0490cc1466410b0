/// A bundle of powers that is given as one in Altinn 3 (R3); official names exist in bokmål only.
///
/// Only tests read the packages yet: they are for the second portal.
package struct AccessPackage: CatalogueEntry {
  package static let table = "accessPackages"

  package let id: String
  package let names: LocalizedName
  /// The package's name in Altinn's interfaces, where it was found.
  package let urn: String?
  package let edition: PortalEdition
  package let source: [String]
  package let checked: String
}
