/// What unknown messages that differ in their numbers and names alone have in common.
package struct MessageShape: Hashable, Codable, Sendable {
  package let text: String

  /// The shape of a redacted text; `nil` where it holds no word.
  ///
  /// Digits become `#`, what stands between quotation marks `«»`, and long identifiers `§`.
  package init?(of redacted: String) {
    var words: [Substring] = []
    for line in Self.unquoted(redacted).split(whereSeparator: \.isWhitespace) {
      words.append(Substring(Self.shape(of: line)))
    }
    let text = words.joined(separator: " ")
    guard text.contains(where: \.isLetter) else { return nil }
    self.text = String(text.unicodeScalars.prefix(Self.longest))
  }

  package init(text: String) { self.text = text }

  /// The digest that stands for the shape where its text is not kept.
  package var digest: String {
    SHA256.digest(Array(text.utf8)).prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      .joined()
  }

  /// Longer messages differ before here.
  private static let longest = 300

  private static func unquoted(_ text: String) -> String {
    text.replacing(/"[^"\n]*"|«[^»\n]*»|“[^”\n]*”/, with: "«»")
  }

  private static func shape(of word: Substring) -> String {
    if word.contains(/[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}/) { return "§" }
    return String(word).replacing(/[0-9]+([.:\-\/][0-9]+)*/, with: "#")
  }
}

/// How many cases have an unknown message of a shape.
package struct ShapeCount: Hashable, Sendable {
  package let shape: MessageShape
  package let cases: Int

  package init(_ shape: MessageShape, cases: Int) {
    self.shape = shape
    self.cases = cases
  }
}
