/// A place a person is sent to: a menu path in Altinn, or somebody outside it.
///
/// Nothing shows `inPortal`, `formerly`, `later`, `address` and `contacts` yet: they are for the second
/// portal.
package struct MenuPath: CatalogueEntry {
  /// A place is told apart by its name and by the Altinn it is in.
  package struct ID: Hashable, Sendable, CustomStringConvertible {
    package let name: String
    package let edition: PortalEdition

    package init(_ name: String, in edition: PortalEdition) {
      self.name = name
      self.edition = edition
    }

    package var description: String { "\(name) (\(edition.rawValue))" }
  }

  /// The elements of one path in all three languages, outermost first.
  package struct Elements: Codable, Equatable, Sendable {
    package let nb: [String]
    package let nn: [String]
    package let en: [String]

    /// The elements in one language.
    package subscript(language: Language) -> [String] {
      switch language {
      case .bokmal: nb
      case .nynorsk: nn
      case .english: en
      }
    }
  }

  package static let table = "menuPaths"

  package var id: ID { ID(name, in: edition) }
  /// The place's name, such as `datasystems`; the same in every edition that has the place.
  package let name: String
  /// Whether the path is followed in Altinn itself; else it names somebody to turn to.
  package let inPortal: Bool
  package let path: Elements
  /// What the path was called before, newest first.
  package let formerly: [Elements]
  /// What the path was called later, oldest first.
  package let later: [Elements]
  /// The web address of the place, where a source gives one.
  package let address: String?
  /// Telephone numbers and mail addresses, as they stood before Altinn II closed.
  package let contacts: [String]
  package let edition: PortalEdition
  package let source: [String]
  package let checked: String

  private enum CodingKeys: String, CodingKey {
    case name = "id"
    case inPortal, path, formerly, later, address, contacts, edition, source, checked
  }
}
