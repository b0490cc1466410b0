/// Goes through a file of words: an object of strings and of arrays of strings.
struct WordScanner {
  /// Where a word stands in the file.
  struct Entry {
    let key: Range<Int>
    let hash: UInt
    /// Where the text begins, for ``text()``.
    let text: Int
  }

  private let bytes: UnsafeRawBufferPointer
  private var place: Int

  init(_ bytes: UnsafeRawBufferPointer, from place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  /// All words in the order of the file; `nil` for any other shape, and for escapes other than of a
  /// quotation mark, a backslash and a line break.
  mutating func entries() -> [Entry]? {
    guard take("{") else { return nil }
    var entries: [Entry] = []
    repeat {
      guard let key = string(), take(":") else { return nil }
      _ = skipBlanks()
      let text = place
      guard skipText() else { return nil }
      let hash = Self.hash(UnsafeRawBufferPointer(rebasing: bytes[key]))
      entries.append(Entry(key: key, hash: hash, text: text))
    } while take(",")
    return take("}") && !skipBlanks() ? entries : nil
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

  /// The hash of a key (FNV-1a).
  static func hash(_ key: UnsafeRawBufferPointer) -> UInt {
    key.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt($1)) &* 0x100_0000_01b3 }
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
    let start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return start..<(place - 1)
      case UInt8(ascii: "\\"):
        guard place + 1 < bytes.count, Self.meaning(of: bytes[place + 1]) != nil else { return nil }
        place += 2
      // No JSON.
      case 0..<0x20: return nil
      default: place += 1
      }
    }
    return nil
  }

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
    guard skipBlanks(), bytes[place] == sign.value else { return false }
    place += 1
    return true
  }

  /// Goes past blanks; whether there is anything after them.
  private mutating func skipBlanks() -> Bool {
    while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
    return place < bytes.count
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
