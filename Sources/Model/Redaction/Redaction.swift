/// A text with everything taken out that must never be kept.
///
/// National identity numbers, passwords, one-time codes and login credentials are replaced by
/// markers that are the same in every language. What is left out stays out: redacting a redacted
/// text changes nothing.
package struct Redaction: Equatable, Sendable {
  /// What a removed piece was.
  package enum Kind: String, CaseIterable, Sendable {
    case nationalIdentityNumber
    case password
    case code
    /// An authorization header, a token, an API key, a session cookie.
    case credential
  }

  /// Stands where a national identity number was.
  package static let numberMarker = "[fnr]"
  /// Stands where a secret was.
  package static let secretMarker = "[***]"

  /// The text that may be kept.
  package let text: String
  /// How many pieces of each kind were removed; kinds of which there were none are left out.
  package let removed: [Kind: Int]

  /// Redacts a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: String) {
    var removed: [Kind: Int] = [:]
    var bytes = Array(text.utf8)
    var isChanged = false
    // Taking a piece out can, in garbled text, make what stands beside it a piece of its own; so it
    // is read until nothing more is found. Ordinary text is clean at the second reading.
    for _ in 0..<Self.mostReadings {
      let isClean = Self.read(&bytes, into: &removed)
      if isClean { break }
      isChanged = true
    }
    self.text = isChanged ? String(decoding: bytes, as: UTF8.self) : text
    self.removed = removed
  }

  /// Whether nothing had to be removed.
  package var isClean: Bool { removed.isEmpty }

  /// A piece to be removed: bytes from `start` up to `end`.
  struct Cut: Equatable {
    var start: Int
    var end: Int
    var kind: Kind
  }

  private static let mostReadings = 10

  /// Takes out what one reading finds, and tells whether it was nothing.
  private static func read(_ bytes: inout [UInt8], into removed: inout [Kind: Int]) -> Bool {
    var isClean = true
    // Numbers first: a number given as a password is then marked once, and the marker of a secret,
    // which always follows the letters of its key, cannot bring two halves of a number together.
    for find in [IdentityNumberScanner.cuts, SecretScanner.cuts] {
      let cuts = find(bytes)
      guard !cuts.isEmpty else { continue }
      isClean = false
      bytes = apply(cuts, to: bytes)
      for cut in cuts { removed[cut.kind, default: 0] += 1 }
    }
    return isClean
  }

  private static func apply(_ cuts: [Cut], to bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var position = 0
    for cut in cuts {
      kept += bytes[position..<cut.start]
      kept += (cut.kind == .nationalIdentityNumber ? numberMarker : secretMarker).utf8
      position = cut.end
    }
    kept += bytes[position...]
    return kept
  }
}
