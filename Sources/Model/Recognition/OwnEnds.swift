/// What a message begins and ends with besides its words: signs, and what differs from case to case.
enum OwnEnds {
  /// A part of an end of a text of the catalogue.
  private enum Piece {
    case sign(UInt8)
    /// What stands in braces there.
    case value
  }

  /// Where a message stands with its ends.
  ///
  /// - Parameters:
  ///   - range: Where its words stand.
  ///   - text: All that was pasted, as UTF-8.
  static func reach(_ range: Range<Int>, of message: Message, in text: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    for own in message.texts {
      let pieces = pieces(own)
      let after = pieces.reversed().prefix { $0 != nil }.reversed().compactMap(\.self)
      let before = pieces.prefix { $0 != nil }.reversed().compactMap(\.self)
      end = max(end, range.upperBound + length(of: after, in: text[range.upperBound...]))
      start = min(
        start,
        range.lowerBound - length(of: before, in: text[..<range.lowerBound].reversed())
      )
    }
    return start..<end
  }

  /// The pieces of a text in their order, `nil` for a letter or digit of its own.
  private static func pieces(_ own: String) -> [Piece?] {
    var pieces: [Piece?] = []
    var isInside = false
    for byte in own.utf8 {
      switch byte {
      case UInt8(ascii: "{"):
        isInside = true
        pieces.append(.value)
      case UInt8(ascii: "}"): isInside = false
      case _ where isInside || byte == UInt8(ascii: " "): break
      case _ where isWord(byte): pieces.append(nil)
      default: pieces.append(.sign(byte))
      }
    }
    return pieces
  }

  /// How many bytes of a text the pieces take from where it begins; those that its words took are passed over.
  private static func length(of pieces: [Piece], in text: some Collection<UInt8>) -> Int {
    var rest = Array(text.prefix(longest))[...]
    var taken = 0
    for piece in pieces {
      let blank = rest.prefix { $0 == UInt8(ascii: " ") }.count
      let own = rest.dropFirst(blank).prefix { byte in
        switch piece {
        case .sign(let sign): byte == sign
        case .value: byte < 0x80 && isWord(byte) || "._-".utf8.contains(byte)
        }
      }.count
      guard own > 0 else { continue }
      rest = rest.dropFirst(blank + own)
      taken += blank + own
    }
    return taken
  }

  /// No sign and no value takes more bytes.
  private static let longest = 200

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }
}
