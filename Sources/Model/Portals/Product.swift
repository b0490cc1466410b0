/// A program people send from, and what its vendor says about Altinn.
package struct Product: CatalogueEntry, Equatable {
  /// Which characters the program, or Altinn for it, refuses in the password of the ID.
  package enum Refusal: String, CaseIterable, Codable, Sendable {
    /// No source tells of any; letters a–z and digits are still the safe choice (P2).
    case noneKnown
    /// Everything but letters and digits (V1, V3).
    case special
    /// Everything but a–z and digits (V2).
    case specialAndNorwegian
  }

  package static let table = "products"

  package let id: String
  package let vendor: String
  package let product: String
  /// What the program calls the ID number, or `nil` when no source tells.
  package let idName: String?
  package let refuses: Refusal
  /// Whether the password needs both upper and lower case.
  package let needsBothCases: Bool
  /// Keys of texts that somebody using the program should read.
  package let warnings: [String]
  /// The key of the text that says where the ID is typed in the program, if a source tells.
  package let place: String?
  package let edition: PortalEdition
  package let source: [String]
  package let checked: String
}
