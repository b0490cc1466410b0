/// The words of one language, found by key.
///
/// A text is one string; a longer one is an array in the file and its paragraphs are joined by line
/// breaks. Placeholders are named in braces: `{name}`.
package struct Texts: Sendable {
  package let language: Language
  /// Every text of the language by key, such as `home.title`.
  package let entries: [String: String]

  /// Reads `texts/<language>/*.json`.
  ///
  /// - Throws: `AssetSource.Failure` when a file does not hold a flat object of texts.
  package init(_ language: Language, from assets: AssetSource) throws(AssetSource.Failure) {
    self.language = language
    var entries: [String: String] = [:]
    let folder = "texts/\(language.rawValue)/"
    for name in assets.names where name.hasPrefix(folder) {
      for (key, text) in try Self.words(in: name, of: assets) {
        if entries.updateValue(text, forKey: key) != nil {
          throw .malformed(name, detail: "duplicate key \(key)")
        }
      }
    }
    self.entries = entries
  }

  private static func words(
    in name: String,
    of assets: AssetSource
  ) throws(AssetSource.Failure) -> [(key: String, text: String)] {
    if let words = FlatTexts.entries(in: try assets.data(of: name)) { return words }
    return try assets.decode([String: Text].self, from: name).map { ($0.key, $0.value.joined) }
  }

  /// No words at all, for a language that could not be read.
  init(_ language: Language) {
    self.language = language
    entries = [:]
  }

  /// Whether there is a text of a key.
  package func has(_ key: String) -> Bool { entries[key] != nil }

  /// The text of a key with its placeholders filled in; the key itself in brackets when there is none.
  ///
  /// Tests hold every key the program uses against every language, so nobody meets the brackets.
  package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    guard let text = entries[key] else { return "[\(key)]" }
    return filled(text, values)
  }

  /// A text with its placeholders filled in.
  package func filled(_ text: String, _ values: [String: String]) -> String {
    values.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }

  private struct Text: Decodable {
    let joined: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(String.self) {
        joined = one
      } else {
        joined = try container.decode([String].self).joined(separator: "\n")
      }
    }
  }
}
