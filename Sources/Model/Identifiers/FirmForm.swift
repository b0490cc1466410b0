/// Words that stand at the end of the name of a firm: forms of organisations, and what branches are called by.
package enum FirmForm {
  /// In lower case.
  static let words: Set<String> = [
    "as", "asa", "enk", "da", "ans", "sa", "ba", "ks", "nuf", "samvirkelag", "norge", "noreg",
    "norway", "avd",
  ]

  /// Whether a word is one of them, in either case.
  package static func isOne(_ word: some StringProtocol) -> Bool {
    words.contains(word.lowercased())
  }
}
