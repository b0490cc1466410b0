/// A name in all three languages, as the register or the portal itself writes it.
package struct LocalizedName: Codable, Equatable, Sendable {
  package let nb: String
  package let nn: String
  package let en: String

  package init(nb: String, nn: String, en: String) {
    self.nb = nb
    self.nn = nn
    self.en = en
  }

  /// The name in one language.
  package subscript(language: Language) -> String {
    switch language {
    case .bokmal: nb
    case .nynorsk: nn
    case .english: en
    }
  }
}
