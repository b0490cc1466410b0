package import Foundation

/// Entries that a desk proposes for the catalogue of messages, with their words: a file that somebody fills
/// in, checks, and puts where the catalogue is.
package struct CataloguePatch: Codable, Equatable, Sendable {
  /// A proposed message, as a row of the catalogue, with what it was made of.
  package struct Entry: Codable, Equatable, Sendable {
    package var id: String
    package var edition: PortalEdition
    package var source = [CataloguePatch.source]
    /// The day it was proposed.
    package var checked: String
    /// The same day, which stays when the entry is later held against its source again.
    package var since: String?
    /// How many cases have it.
    package var seen: Int
    /// What the cases have in common.
    package var shape: String
    package var texts: [String]
    package var causes: [Cause]
  }

  package var messages: [Entry]
  /// The words by language and key; those who propose leave them to be written.
  package var texts: [String: [String: String]]

  /// The key of the source of what a desk has met.
  package static let source = "desk"

  package init(messages: [Entry]) {
    self.messages = messages
    let keys = messages.flatMap { Self.keys(of: $0.id) }
    let empty = Dictionary(keys.map { ($0, "") }, uniquingKeysWith: { first, _ in first })
    texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0.rawValue, empty) })
  }

  /// - Throws: A `DecodingError` for anything but a patch.
  package init(json: Data) throws { self = try JSONDecoder().decode(Self.self, from: json) }

  /// The keys of the words of an entry.
  package static func keys(of id: String) -> [String] {
    ["message.\(id).meaning", "message.\(id).remedy"]
  }
}

extension CataloguePatch.Entry {
  /// Proposes an entry for a shape.
  ///
  /// - Parameter tallies: What calls about it came to.
  package init(_ count: ShapeCount, _ tallies: [Tally], on day: Day) {
    let digest = count.shape.digest
    let own = tallies.filter { $0.key.message == digest }
    var editions: [PortalEdition: Int] = [:]
    var found: [Cause: Int] = [:]
    for tally in own {
      editions[tally.key.edition, default: 0] += tally.count
      if let cause = tally.key.cause { found[cause, default: 0] += tally.count }
    }
    id = "K" + digest.prefix(8)
    edition =
      PortalEdition.allCases.max { editions[$0, default: 0] < editions[$1, default: 0] } ?? .current
    checked = day.text
    since = day.text
    seen = count.cases
    shape = count.shape.text
    texts = count.shape.pattern.map { [$0] } ?? []
    causes = found.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }.map(\.key)
  }
}

extension Content {
  /// Since when the catalogue has messages that desks did not know, by the digest of their shape.
  package var knownShapes: [String: Day] {
    let pairs = messages.compactMap { message -> (String, Day)? in
      guard let shape = message.shape, let day = message.since.flatMap({ Day($0) }) else {
        return nil
      }
      return (MessageShape(text: shape).digest, day)
    }
    return Dictionary(pairs) { min($0, $1) }
  }
}

extension MessageShape {
  /// What stands for a value in a shape, or for what was masked in its text.
  private static var values: Regex<Substring> { /#|«»|§|\[[^\]]*\]/ }

  /// The shape as a text of the catalogue; `nil` where it has no run of letters to be known by.
  ///
  /// What differs is a placeholder, before which a text must have some letters.
  package var pattern: String? {
    var text = ""
    var number = 0
    var rest = self.text[...]
    while let value = rest.firstMatch(of: Self.values) {
      text += rest[..<value.range.lowerBound]
      rest = rest[value.range.upperBound...]
      // What comes too early to be known by is left out.
      guard text.count(where: \.isLetter) >= Self.leastLetters else {
        text = ""
        continue
      }
      number += 1
      text += "{value\(number)}"
    }
    text += rest
    let kept = text.drop { $0.isWhitespace }
    return kept.count(where: \.isLetter) >= Self.leastLetters ? String(kept) : nil
  }

  /// A text of the shape.
  package var sample: String { text.replacing(Self.values, with: "12") }

  /// Before the first placeholder.
  package static let leastLetters = 5
}
