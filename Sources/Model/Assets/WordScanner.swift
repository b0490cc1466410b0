/// Goes through a file of words: an object of strings and of arrays of strings.
struct WordScanner {
  /// Where a word stands in the file; small, since all of them are kept.
  struct Entry {
    let hash: UInt32
    private let start: Int32
    private let end: Int32
    private let value: Int32

    fileprivate init(key: Range<Int>, hash: UInt32, text: Int) {
      (start, end) = (Int32(key.lowerBound), Int32(key.upperBound))
      self.hash = hash
      value = Int32(text)
    }

    var key: Range<Int> { Int(start)..<Int(end) }
    /// Where the text begins, for ``text()``.
    var text: Int { Int(value) }
  }

  private let bytes: UnsafeRawBufferPointer
  private var position: Int

  init(_ bytes: UnsafeRawBufferPointer, from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Gives all words in the order of the file.
  ///
  /// - Returns: Whether it was one: not for any other shape, for escapes other than of a quotation
  ///   mark, a backslash and a line break, or for more than 2 GiB.
  mutating func scan(_ give: (Entry) -> Void) -> Bool {
    guard bytes.count <= Int32.max, take("{") else { return false }
    repeat {
      guard let key = string(), take(":") else { return false }
      _ = skipBlanks()
      let text = position
      guard skipText() else { return false }
      let hash = FNV1a.shortHash(UnsafeRawBufferPointer(rebasing: bytes[key]))
      give(Entry(key: key, hash: hash, text: text))
    } while take(",")
    return take("}") && !skipBlanks()
  }

  /// The text that begins here, arrays joined by line breaks.
  mutating func text() -> String? {
    guard take("[") else { return string().map(unescaped) }
    var lines: [String] = []
    repeat {
      guard let line = string() else { return nil }
      lines.append(unescaped(line))
    } while take(",")
    return lines.joined(separator: "\n")
  }

  private mutating func skipText() -> Bool {
    guard take("[") else { return string() != nil }
    repeat {
      guard string() != nil else { return false }
    } while take(",")
    return take("]")
  }

  /// What stands between the quotation marks of a string, as it is written.
  private mutating func string() -> Range<Int>? {
    guard take("\"") else { return nil }
    let start = position
    skipPlainText()
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return start..<(position - 1)
      case UInt8(ascii: "\\"):
        guard position + 1 < bytes.count, Self.meaning(of: bytes[position + 1]) != nil else {
          return nil
        }
        position += 2
      // No JSON.
      case 0..<0x20: return nil
      default: position += 1
      }
    }
    return nil
  }

  /// Goes past what means itself, eight bytes at a time.
  private mutating func skipPlainText() {
    while position + 8 <= bytes.count {
      let eight = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
      let special =
        Self.below(1, in: eight ^ Self.each(UInt8(ascii: "\"")))
        | Self.below(1, in: eight ^ Self.each(UInt8(ascii: "\\")))
        | Self.below(0x20, in: eight)
      guard special == 0 else { return }
      position += 8
    }
  }

  /// Nothing but 0 when none of the eight bytes is below a limit of at most 0x80.
  ///
  /// Taking the limit away borrows into the highest bit of a byte below it, which had none.
  private static func below(_ limit: UInt8, in eight: UInt64) -> UInt64 {
    (eight &- each(limit)) & ~eight & each(0x80)
  }

  private static func each(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  private func unescaped(_ range: Range<Int>) -> String {
    let written = bytes[range]
    guard written.contains(UInt8(ascii: "\\")) else {
      return String(decoding: UnsafeRawBufferPointer(rebasing: written), as: UTF8.self)
    }
    var plain: [UInt8] = []
    var rest = written.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "\\") else {
        plain.append(byte)
        continue
      }
      if let meant = rest.next().flatMap(Self.meaning) { plain.append(meant) }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  private static func meaning(of escaped: UInt8) -> UInt8? {
    switch escaped {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): escaped
    case UInt8(ascii: "n"): UInt8(ascii: "\n")
    default: nil
    }
  }

  /// Goes past a sign where it comes next but for blanks.
  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard skipBlanks(), bytes[position] == sign.value else { return false }
    position += 1
    return true
  }

  /// Goes past blanks; whether there is anything after them.
  private mutating func skipBlanks() -> Bool {
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    return position < bytes.count
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
