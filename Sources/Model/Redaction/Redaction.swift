/// A text with nothing in it but what may be kept.
///
/// What may is said by ``Permissions``: words where no secret and no name stands, and numbers of the
/// kinds that are needed to find a fault. All else is replaced by markers that are the same in every
/// language. Redacting a redacted text changes nothing.
package struct Redaction: Equatable, Sendable {
  /// What a removed piece was.
  package enum Kind: String, CaseIterable, Sendable {
    case nationalIdentityNumber
    case password
    case code
    /// An authorization header, a token, an API key, a session cookie.
    case credential
    /// Whom somebody is: a name, a signature.
    case person
    /// A number, or letters with digits among them, of no kind that is needed.
    case other
  }

  /// What is known of a text before it is redacted.
  package struct Known: Sendable {
    /// Codes of faults and services, which stay where they are called a code.
    let codes: Set<String>
    /// The bytes of messages that were recognised: their own words stay wherever they stand.
    let fixed: [Range<Int>]
    /// Names that stay where no secret stands, however they are written.
    let names: KnownNames?
    /// What it is the name of, where somebody typed it in a line that asks for one.
    let named: Named?

    package init(
      codes: Set<String> = [],
      fixed: [Range<Int>] = [],
      names: KnownNames? = nil,
      named: Named? = nil
    ) {
      self.codes = codes
      self.fixed = fixed.sorted { $0.lowerBound < $1.lowerBound }
      self.names = names
      self.named = named
    }
  }

  /// What has a name in which digits may stand.
  package enum Named: Sendable {
    case party
    /// Its name often ends in a year, as in `Lønn 2027`.
    case program
  }

  /// Stands where a national identity number was.
  package static let numberMarker = "[fnr]"
  /// Stands where anything else was.
  package static let secretMarker = "[***]"

  /// The text that may be kept.
  package let text: String
  /// How many pieces of each kind were removed; kinds of which there were none are left out.
  package let removed: [Kind: Int]

  /// Redacts a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package init(_ text: String, known: Known = Known()) {
    var removed: [Kind: Int] = [:]
    var bytes = Array(text.utf8)
    var known = known
    var isChanged = false
    for way in Self.ways(of: bytes) {
      // Taking a piece out can, in garbled text, make what stands beside it a piece of its own; so it
      // is read until nothing more is found. Ordinary text is clean at the second reading.
      for _ in 0..<Self.mostReadings {
        let (cuts, unseen) = Self.read(bytes, known, way)
        guard !cuts.isEmpty || !unseen.isEmpty else { break }
        for cut in cuts { removed[cut.kind, default: 0] += 1 }
        known = Self.apply(cuts, unseen, to: &bytes, known)
        isChanged = true
      }
    }
    self.text = isChanged ? String(decoding: bytes, as: UTF8.self) : text
    self.removed = removed
  }

  private static let mostReadings = 10

  /// Whether nothing had to be removed.
  package var isClean: Bool { removed.isEmpty }
}
