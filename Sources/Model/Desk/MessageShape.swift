/// What unknown messages that differ in their numbers and names alone have in common.
package struct MessageShape: Hashable, Codable, Sendable {
  package let text: String

  /// The shape of a redacted text; `nil` where it holds no word.
  ///
  /// Digits become `#`, what stands between quotation marks `«»`, and long identifiers `§`.
  package init?(of redacted: String) {
    // Made once, since making a pattern takes longer than trying it.
    let identifier = /[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}/
    let numbers = /[0-9]+([.:\-\/][0-9]+)*/
    var text = ""
    // A long paste is not read to its end for the few words that tell it apart.
    for word in Self.unquoted(redacted.prefix(Self.longestRead)).split(
      whereSeparator: \.isWhitespace
    )
    where text.unicodeScalars.count < Self.longest {
      if !text.isEmpty { text += " " }
      text += word.contains(identifier) ? "§" : String(word).replacing(numbers, with: "#")
    }
    guard text.contains(where: \.isLetter) else { return nil }
    self.text = String(text.unicodeScalars.prefix(Self.longest))
  }

  package init(text: String) { self.text = text }

  /// The digest that stands for the shape where its text is not kept.
  package var digest: String {
    SHA256.digest(Array(text.utf8)).prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      .joined()
  }

  /// Whether a text is such a digest, and no id of a message.
  static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 16 && text.allSatisfy { "0123456789abcdef".contains($0) }
  }

  /// Longer messages differ before here.
  private static let longest = 300

  /// Even with long values in it, a message shows its shape before here.
  private static let longestRead = 4_000

  private static func unquoted(_ text: Substring) -> Substring {
    text.replacing(/"[^"\n]*"|«[^»\n]*»|“[^”\n]*”/, with: "«»")
  }
}

/// How many cases have an unknown message of a shape.
package struct ShapeCount: Hashable, Sendable {
  package let shape: MessageShape
  package let cases: Int

  /// From so many cases on a shape is somebody's work, and nobody's own words.
  package static let fewest = 3

  package init(_ shape: MessageShape, cases: Int) {
    self.shape = shape
    self.cases = cases
  }
}
