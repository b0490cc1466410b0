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
