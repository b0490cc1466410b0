import SafeText

/// Reads text character by character as a person means it, whatever it was escaped for.
///
/// Messages come out of SOAP envelopes, JSON logs and envelopes quoted inside either, so `<` may be
/// written `<`, `&lt;`, `&#x3c;`, `&amp;lt;` or `\u003c`.
enum EscapedText {
  /// One character as meant, and how many bytes it takes as written.
  struct Symbol {
    var code: UInt32
    var length: Int
  }

  /// The character at a place.
  ///
  /// Bytes that are no text count as one character each.
  static func symbol(_ bytes: [UInt8], at position: Int) -> Symbol {
    let byte = bytes[position]
    if byte == UInt8(ascii: "&") { return entity(bytes, at: position) }
    if byte == UInt8(ascii: "\\") { return escape(bytes, at: position) }
    if byte < 0x80 { return Symbol(code: UInt32(byte), length: 1) }
    return scalar(bytes, at: position)
  }

  /// The value of an ASCII hexadecimal digit, or `nil`.
  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }

  /// Whether a character stands for nothing a reader sees: soft hyphen, zero width, direction.
  static func isInvisible(_ code: UInt32) -> Bool {
    guard code >= 0x80, let scalar = Unicode.Scalar(code) else { return false }
    return Sanitiser.isInvisible(scalar)
  }

  /// Whether a character beyond ASCII is punctuation, a sign or a space rather than a letter.
  static func isSign(_ code: UInt32) -> Bool {
    switch code {
    case 0x80...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7, 0x300...0x36F,
      0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0xFE00...0xFE6F, 0xFEFF...0xFF0F,
      0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0x1F000...0x1FAFF:
      true
    default: false
    }
  }

  private static func scalar(_ bytes: [UInt8], at position: Int) -> Symbol {
    let byte = bytes[position]
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    guard length > 1, position + length <= bytes.count else {
      return Symbol(code: UInt32(byte), length: 1)
    }
    var code = UInt32(byte) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      code = code << 6 | UInt32(bytes[position + offset] & 0x3F)
    }
    return Symbol(code: code, length: length)
  }

  private static func entity(_ bytes: [UInt8], at position: Int) -> Symbol {
    let plain = Symbol(code: 0x26, length: 1)
    var start = position + 1
    while matches(bytes, at: start, "amp;") { start += 4 }
    let unwrapped = start == position + 1 ? plain : Symbol(code: 0x26, length: start - position)
    if start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      return numericEntity(bytes, at: start + 1, from: position) ?? unwrapped
    }
    // Nearly every ampersand in plain text is no entity; none of the names is longer than this.
    let longest = min(start + 7, bytes.count)
    guard start < longest, bytes[start..<longest].contains(UInt8(ascii: ";")) else {
      return unwrapped
    }
    for (name, code) in names where matches(bytes, at: start, name) {
      return Symbol(code: code, length: start + name.utf8CodeUnitCount - position)
    }
    return unwrapped
  }

  private static func numericEntity(_ bytes: [UInt8], at start: Int, from position: Int) -> Symbol?
  {
    var next = start
    let isHexadecimal = next < bytes.count && bytes[next] | 0x20 == UInt8(ascii: "x")
    if isHexadecimal { next += 1 }
    var code: UInt32 = 0
    let first = next
    while next < bytes.count, next < first + 7, let digit = hexadecimal(bytes[next]),
      isHexadecimal || digit < 10
    {
      code = code * (isHexadecimal ? 16 : 10) + digit
      next += 1
    }
    guard next > first, next < bytes.count, bytes[next] == UInt8(ascii: ";") else { return nil }
    return Symbol(code: code, length: next + 1 - position)
  }

  /// A backslash and what it escapes; a run of them before a quote is one quote, quoted again.
  private static func escape(_ bytes: [UInt8], at position: Int) -> Symbol {
    let plain = Symbol(code: 0x5C, length: 1)
    guard position + 1 < bytes.count else { return plain }
    switch bytes[position + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "r"): return Symbol(code: 0x0A, length: 2)
    case UInt8(ascii: "t"): return Symbol(code: 0x09, length: 2)
    case UInt8(ascii: "/"): return Symbol(code: 0x2F, length: 2)
    case UInt8(ascii: "\""): return Symbol(code: 0x22, length: 2)
    case UInt8(ascii: "'"): return Symbol(code: 0x27, length: 2)
    case UInt8(ascii: "\\"):
      if position + 3 < bytes.count, bytes[position + 2] == 0x5C, bytes[position + 3] == 0x22 {
        return Symbol(code: 0x22, length: 4)
      }
      return plain
    case UInt8(ascii: "u") where position + 6 <= bytes.count:
      var code: UInt32 = 0
      for offset in 2..<6 {
        guard let digit = hexadecimal(bytes[position + offset]) else { return plain }
        code = code << 4 | digit
      }
      return Symbol(code: code, length: 6)
    default: return plain
    }
  }

  /// Whether an ASCII text stands at a place.
  static func matches(_ bytes: [UInt8], at position: Int, _ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position >= 0, position + count <= bytes.count else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<count where bytes[position + offset] != wanted[offset] { return false }
      return true
    }
  }

  private static let names: [(StaticString, UInt32)] = [
    ("lt;", 0x3C), ("gt;", 0x3E), ("quot;", 0x22), ("apos;", 0x27), ("nbsp;", 0xA0), ("shy;", 0xAD),
    ("aring;", 0xE5), ("oslash;", 0xF8), ("aelig;", 0xE6), ("Aring;", 0xC5), ("Oslash;", 0xD8),
    ("AElig;", 0xC6), ("hellip;", 0x2026), ("ndash;", 0x2013), ("mdash;", 0x2014),
    ("laquo;", 0xAB), ("raquo;", 0xBB),
  ]
}
