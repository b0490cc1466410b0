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
  let bytes: [UInt8]
  /// For each byte what stood before it, and one more for the end.
  let marks: [Marks]
  /// The text that was reduced.
  let source: [UInt8]
  /// For each byte where the character it is of begins there.
  private let starts: [UInt32]

  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: String) {
    let source = Array(text.utf8)
    // No character takes more bytes when it is reduced.
    var letters = [UInt8](repeating: 0, count: source.count)
    var marks = [Marks](repeating: [], count: source.count + 1)
    var starts = [UInt32](repeating: 0, count: source.count)
    let plain = Self.plain
    var count = 0
    var pending: Marks = [.gap, .cut, .stop]
    var dots = 0
    var position = 0
    while position < source.count {
      let start = position
      let byte = plain[Int(source[start])]
      if byte > Self.blank {
        letters[count] = byte
        marks[count] = pending
        starts[count] = UInt32(start)
        count += 1
        position += 1
        pending = []
        dots = 0
        continue
      }
      if byte == Self.blank {
        pending.insert(.gap)
        position += 1
        dots = 0
        continue
      }
      let symbol = Self.symbol(source, at: start)
      position += symbol.length
      dots = symbol.code == 0x2E ? dots + 1 : 0
      if let letter = Self.letter(symbol.code) {
        for byte in Unicode.Scalar(letter).flatMap({ UTF8.encode($0) }) ?? .init() {
          letters[count] = byte
          marks[count] = pending
          starts[count] = UInt32(start)
          count += 1
          pending = []
        }
        pending = []
      } else if symbol.code == 0x30A, count > 0, letters[count - 1] == UInt8(ascii: "a") {
        // A ring after its a, as some systems write å.
        letters[count - 1] = 0xC3
        letters[count] = 0xA5
        starts[count] = UInt32(start)
        count += 1
      } else if !EscapedText.isInvisible(symbol.code) {
        pending.formUnion(dots == 3 ? [.gap, .cut, .stop] : Self.marks(symbol.code))
      }
    }
    marks[count] = pending.union([.gap, .cut, .stop])
    letters.removeLast(source.count - count)
    marks.removeLast(source.count - count)
    starts.removeLast(source.count - count)
    bytes = letters
    self.marks = marks
    self.starts = starts
    self.source = source
  }

  private static let blank: UInt8 = 0x20
  /// The letter or digit that a byte always is, in lower case, or the blank; 0 for any other.
  private static let plain: [UInt8] = (0...255).map { (byte: UInt8) -> UInt8 in
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x20: byte
    case 0x41...0x5A: byte | 0x20
    default: 0
    }
  }

  /// Where a piece stands in the text that was reduced.
  func origin(of range: Range<Int>) -> Range<Int> {
    let last = Int(starts[range.upperBound - 1])
    let end = last + Self.symbol(source, at: last).length
    return Int(starts[range.lowerBound])..<end
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
