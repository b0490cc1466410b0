/// A text reduced to what a message is recognised by: its letters and digits, in lower case.
///
/// Blanks, line breaks, punctuation, quoting and escapes fall away, so that a message is the same
/// in a mail, a log and an envelope. What stood between two letters is remembered as marks.
struct MatchText {
  /// What stood before a letter.
  struct Marks: OptionSet {
    let rawValue: UInt8

    /// Anything that is not a letter or digit.
    static let gap = Marks(rawValue: 1)
    /// Something a message can be cut off by: a line break, an ellipsis, a tag, a quote, a bar.
    static let cut = Marks(rawValue: 2)
    /// A sign that may end a sentence.
    static let stop = Marks(rawValue: 4)
  }

  /// Letters and digits as UTF-8.
  private(set) var bytes: [UInt8] = []
  /// For each byte what stood before it, and one more for the end.
  private(set) var marks: [Marks] = []
  /// For each byte where the character it is of begins and ends in the text that was reduced.
  private var origins: [(start: Int, end: Int)] = []
  private var origin = (start: 0, end: 0)

  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: [UInt8]) {
    bytes.reserveCapacity(text.count)
    marks.reserveCapacity(text.count + 1)
    var pending: Marks = [.gap, .cut, .stop]
    var dots = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      origin = (position, position + 1)
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        append(byte, pending)
        pending = []
        dots = 0
        position += 1
        continue
      case 0x41...0x5A:
        append(byte | 0x20, pending)
        pending = []
        dots = 0
        position += 1
        continue
      case 0x20:
        pending.insert(.gap)
        dots = 0
        position += 1
        continue
      default: break
      }
      let symbol = Self.symbol(text, at: position)
      position += symbol.length
      origin.end = position
      dots = symbol.code == 0x2E ? dots + 1 : 0
      if let letter = Self.letter(symbol.code) {
        appendScalar(letter, pending)
        pending = []
      } else if symbol.code == 0x30A, bytes.last == UInt8(ascii: "a") {
        // A ring after its a, as some systems write å.
        bytes[bytes.count - 1] = 0xC3
        append(0xA5, [])
      } else if !EscapedText.isInvisible(symbol.code) {
        pending.formUnion(dots == 3 ? [.gap, .cut, .stop] : Self.marks(symbol.code))
      }
    }
    marks.append(pending.union([.gap, .cut, .stop]))
  }

  init(_ text: String) { self.init(Array(text.utf8)) }

  /// Where a piece stands in the text that was reduced.
  func origin(of range: Range<Int>) -> Range<Int> {
    origins[range.lowerBound].start..<origins[range.upperBound - 1].end
  }

  /// Whether letters stand somewhere in a text.
  func contains(_ letters: String) -> Bool {
    let letters = Array(letters.utf8)
    guard let first = letters.first else { return true }
    // The generic search of the standard library takes a hundred times as long.
    return bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place + letters.count <= bytes.count {
        if bytes[place] == first, bytes[place..<place + letters.count].elementsEqual(letters) {
          return true
        }
        place += 1
      }
      return false
    }
  }

  /// The character at a place, with letters mended that were read in the wrong encoding: `Ã¥` is å.
  private static func symbol(_ text: [UInt8], at position: Int) -> EscapedText.Symbol {
    let symbol = EscapedText.symbol(text, at: position)
    guard symbol.code == 0xC3, position + symbol.length < text.count else { return symbol }
    let next = EscapedText.symbol(text, at: position + symbol.length)
    guard (0x80...0xBF).contains(next.code) else { return symbol }
    return EscapedText.Symbol(code: next.code + 0x40, length: symbol.length + next.length)
  }

  private mutating func append(_ byte: UInt8, _ mark: Marks) {
    bytes.append(byte)
    marks.append(mark)
    origins.append(origin)
  }

  private mutating func appendScalar(_ code: UInt32, _ mark: Marks) {
    guard let scalar = Unicode.Scalar(code) else { return }
    var mark = mark
    for byte in UTF8.encode(scalar) ?? .init() {
      append(byte, mark)
      mark = []
    }
  }

  /// The lower-case letter or digit a character is, or `nil` when it is none.
  private static func letter(_ code: UInt32) -> UInt32? {
    switch code {
    case 0x41...0x5A: code + 0x20
    case 0x61...0x7A, 0x30...0x39: code
    case 0..<0x80: nil
    case 0xC0...0xD6, 0xD8...0xDE: code + 0x20
    case 0xFF10...0xFF19: code - 0xFF10 + 0x30
    default: EscapedText.isSign(code) || EscapedText.isInvisible(code) ? nil : code
    }
  }

  private static func marks(_ code: UInt32) -> Marks {
    switch code {
    case 0x0A, 0x0D, 0x22, 0x3C, 0x3E, 0x7C, 0x2026, 0xBB, 0x201C, 0x201D: [.gap, .cut, .stop]
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x27, 0x2019, 0x28, 0x29, 0x5B, 0x5D: [.gap, .stop]
    default: .gap
    }
  }
}
