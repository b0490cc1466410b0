/// A language the program speaks; all three are always complete.
package enum Language: String, CaseIterable, Codable, Sendable {
  case bokmal = "nb"
  case nynorsk = "nn"
  case english = "en"

  /// The language an environment asks for, or `nil` when it names none we speak.
  ///
  /// - Parameter locale: A value of `LC_ALL`, `LC_MESSAGES` or `LANG`, such as `nn_NO.UTF-8`.
  package init?(locale: String) {
    switch locale.lowercased().prefix(2) {
    case "nb", "no": self = .bokmal
    case "nn": self = .nynorsk
    case "en": self = .english
    default: return nil
    }
  }
}

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
