/// Reads what addresses and raw mail are written in, beside what ``EscapedText`` reads.
enum Transport {
  /// The character at a place, as meant.
  static func symbol(_ bytes: [UInt8], at position: Int, _ way: Reading.Way) -> EscapedText.Symbol {
    switch bytes[position] {
    case UInt8(ascii: "%"):
      return percent(bytes, at: position) ?? EscapedText.symbol(bytes, at: position)
    case UInt8(ascii: "=") where way == .asMail:
      return sequence(bytes, at: position, sign: UInt8(ascii: "="))
        ?? EscapedText.symbol(bytes, at: position)
    case UInt8(ascii: "&"): return entity(bytes, at: position)
    case UInt8(ascii: "\\"):
      return terminalEscape(bytes, at: position) ?? EscapedText.symbol(bytes, at: position)
    default: return EscapedText.symbol(bytes, at: position)
    }
  }

  /// `%2F` and `%C3%B8`, but not the sign before a long number, as in `like '%31829941026%'`.
  private static func percent(_ bytes: [UInt8], at position: Int) -> EscapedText.Symbol? {
    guard let value = value(bytes, at: position, sign: UInt8(ascii: "%")) else { return nil }
    if value >= 0x80 { return sequence(bytes, at: position, sign: UInt8(ascii: "%")) }
    let digits = bytes[(position + 1)..<min(position + 10, bytes.count)]
      .prefix { (0x30...0x39).contains($0) }
    guard digits.count < 9, (0x20...0x7E).contains(value) || [0x09, 0x0A, 0x0D].contains(value)
    else { return nil }
    return EscapedText.Symbol(code: value, length: 3)
  }

  /// A character of several bytes, each written as a sign and two figures; a lone `=3D` and `=20` too.
  private static func sequence(_ bytes: [UInt8], at position: Int, sign: UInt8)
    -> EscapedText.Symbol?
  {
    guard let first = value(bytes, at: position, sign: sign) else { return nil }
    if sign == UInt8(ascii: "="), first == 0x3D || first == 0xA0 {
      return EscapedText.Symbol(code: first, length: 3)
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    guard length > 1 else {
      return first >= 0xA0 && sign == UInt8(ascii: "%") ? .init(code: first, length: 3) : nil
    }
    var code = first & (0xFF >> UInt32(length + 1))
    for part in 1..<length {
      guard let next = value(bytes, at: position + part * 3, sign: sign), next & 0xC0 == 0x80 else {
        return EscapedText.Symbol(code: first, length: 3)
      }
      code = code << 6 | (next & 0x3F)
    }
    return EscapedText.Symbol(code: code, length: length * 3)
  }

  private static func value(_ bytes: [UInt8], at position: Int, sign: UInt8) -> UInt32? {
    guard position + 2 < bytes.count, bytes[position] == sign,
      let high = EscapedText.hexadecimal(bytes[position + 1]),
      let low = EscapedText.hexadecimal(bytes[position + 2])
    else { return nil }
    return high << 4 | low
  }

  /// Character references that are no letters are blanks or signs, whatever they are called.
  private static func entity(_ bytes: [UInt8], at position: Int) -> EscapedText.Symbol {
    let known = EscapedText.symbol(bytes, at: position)
    guard known.code == 0x26 else { return known }
    let start = position + known.length
    let name = bytes[start..<min(start + 9, bytes.count)].prefix { isLetter($0) }
    guard name.count >= 2, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";")
    else { return known }
    return EscapedText.Symbol(code: 0x2009, length: name.endIndex + 1 - position)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// `\x1b`, `\033` and `\e`: the escape of a terminal as logs write it.
  private static func terminalEscape(_ bytes: [UInt8], at position: Int) -> EscapedText.Symbol? {
    for text in ["\\x1b[", "\\x1B[", "\\033[", "\\e["] as [StaticString]
    where EscapedText.matches(bytes, at: position, text) {
      return EscapedText.Symbol(code: 0x1B, length: text.utf8CodeUnitCount - 1)
    }
    return nil
  }
}
