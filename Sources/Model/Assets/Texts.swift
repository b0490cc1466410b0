import Foundation

/// The words of one language, found by key.
///
/// A text is one string; a longer one is an array in the file and its paragraphs are joined by line
/// breaks. Placeholders are named in braces: `{name}`.
package struct Texts: Sendable {
  package let language: Language
  /// Found in this order, each read when the ones before it lack a word.
  private let shelves: [Lazy<WordIndex>]

  /// Finds the words of `texts/<language>/`, all read and checked at once.
  ///
  /// - Throws: `AssetSource.Failure` when a file does not hold a flat object of texts, or a key stands twice.
  package init(_ language: Language, from assets: AssetSource) throws(AssetSource.Failure) {
    let words = try Self.words(in: "texts/\(language.rawValue)/", of: assets)
    self.init(language, [Lazy { words }])
  }

  /// The same, read folder by folder as words are asked for.
  ///
  /// The first screen needs those of `home` alone, which are few: to go through all takes longer than all else that is
  /// done until it stands. A folder that cannot be read has no words.
  init(_ language: Language, trusting assets: AssetSource) {
    let folders = ["home", "common"] + PortalEdition.allCases.reversed().map(\.rawValue)
    self.init(
      language,
      folders.map { folder in
        Lazy {
          (try? Self.words(in: "texts/\(language.rawValue)/\(folder)/", of: assets)) ?? WordIndex()
        }
      }
    )
  }

  private init(_ language: Language, _ shelves: [Lazy<WordIndex>]) {
    self.language = language
    self.shelves = shelves
  }

  private static func words(
    in folder: String,
    of assets: AssetSource
  ) throws(AssetSource.Failure) -> WordIndex {
    var words = WordIndex()
    for name in assets.names where name.hasPrefix(folder) {
      if try words.add(assets.data(of: name)) { continue }
      // Whatever else JSON may write, such as escaped letters, is written over in the plain way.
      let texts = try assets.decode([String: Text].self, from: name).mapValues(\.joined)
      let encoder = JSONEncoder()
      encoder.outputFormatting = .withoutEscapingSlashes
      guard let plain = try? encoder.encode(texts), words.add(plain) else {
        throw .malformed(name, detail: "no texts, or control characters in them")
      }
    }
    if let key = words.seal() { throw .malformed(folder, detail: "duplicate key \(key)") }
    return words
  }

  /// Every text by key, such as `home.title`; made anew each time.
  package var entries: [String: String] {
    shelves.reduce(into: [:]) { all, shelf in
      for key in shelf.value.keys { all[key] = shelf.value[key] }
    }
  }

  /// Whether there is a text of a key.
  package func has(_ key: String) -> Bool { shelves.contains { $0.value.has(key) } }

  /// The text of a key with its placeholders filled in; the key itself in brackets when there is none.
  ///
  /// Tests hold every key the program uses against every language, so nobody meets the brackets.
  package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    guard let text = text(of: key) else { return "[\(key)]" }
    return filled(text, values)
  }

  private func text(of key: String) -> String? {
    for shelf in shelves { if let text = shelf.value[key] { return text } }
    return nil
  }

  /// A text with its placeholders filled in; what looks like one within a value stays as it is.
  package func filled(_ text: String, _ values: [String: String]) -> String {
    var filled = ""
    var rest = text[...]
    while !values.isEmpty, let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      filled.append(contentsOf: rest[..<start])
      rest = rest[rest.utf8.index(after: start)...]
      if let end = rest.utf8.firstIndex(of: UInt8(ascii: "}")),
        let value = values[String(rest[..<end])]
      {
        filled += value
        rest = rest[rest.utf8.index(after: end)...]
      } else {
        filled += "{"
      }
    }
    filled.append(contentsOf: rest)
    return filled
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
