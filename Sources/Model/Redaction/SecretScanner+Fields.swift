extension SecretScanner {
  /// Takes out what stands under a name that is no element; `place` is behind the name.
  mutating func field(_ key: SecretKey, from position: Int) -> Int {
    var next = position
    let quote = symbol(at: next)
    let isQuoted = quote.map { Self.closing(of: $0.code) != nil || $0.code == 0x201D } ?? false
    if isQuoted, let quote { next += quote.length }
    next = skipBlanks(from: skipParenthesis(from: skipBlanks(from: next)))
    if isQuoted, let after = tagAfterQuotedName(from: next) {
      return after.isContent
        ? elementContent(key, from: after.position) : value(key, from: after.position)
    }
    if let separator = separator(at: next) { return value(key, from: separator) }
    guard next > position, !isQuoted else { return position }
    return sentence(key, from: next) ?? position
  }

  /// Takes out one value behind its separator.
  mutating func value(_ key: SecretKey, from position: Int) -> Int {
    let start = skipBlanks(from: position)
    guard let first = symbol(at: start) else { return start }
    if let marker = marker(at: start) { return marker }
    if first.code == 0x0A || first.code == 0x0D { return valueOnNextLine(key, from: start) }
    if let closing = Self.closing(of: first.code) {
      return quotedValue(key, from: start, opening: first, closing: closing)
    }
    if key == .header { return removeValue(key, start..<endOfLine(from: start)) }
    // A value that is refused is read again, so its length must have a bound.
    let most = key == .identityNumber ? 64 : Int.max
    let end = endOfPlainValue(from: start, most: most)
    return removeValue(key, start..<endOfSpacedCode(key, start..<end))
  }

  /// Takes out a value if it can be what the name says, and returns where to go on.
  mutating func removeValue(_ key: SecretKey, _ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return range.upperBound }
    let text = bytes[range]
    let digits = text.count { (0x30...0x39).contains($0) }
    switch key {
    case .password, .credential, .header:
      guard !isLiteral(range) else { return range.upperBound }
    case .code:
      guard digits > 0 else { return range.upperBound }
    case .perhapsCode:
      guard (4...8).contains(digits), text.allSatisfy({ $0 < 0x3A }) else {
        return range.upperBound
      }
    case .identityNumber:
      guard digits == 11, text.allSatisfy({ $0 < 0x3A || $0 >= 0x80 }) else {
        return range.lowerBound
      }
    }
    return remove(range, key.kind)
  }

  /// Whether a value is one of the words of JSON that are no text, or the start of an object.
  private func isLiteral(_ range: Range<Int>) -> Bool {
    switch range.count {
    case 1: bytes[range.lowerBound] == UInt8(ascii: "{")
    case 4:
      EscapedText.matches(bytes, at: range.lowerBound, "null")
        || EscapedText.matches(bytes, at: range.lowerBound, "true")
    case 5: EscapedText.matches(bytes, at: range.lowerBound, "false")
    default: false
    }
  }

  // MARK: The parts of a field

  func symbol(at position: Int) -> EscapedText.Symbol? {
    position < bytes.count ? EscapedText.symbol(bytes, at: position) : nil
  }

  func skipBlanks(from start: Int) -> Int {
    var position = start
    while let symbol = symbol(at: position),
      EscapedText.isBlank(symbol.code) || EscapedText.isInvisible(symbol.code)
    {
      position += symbol.length
    }
    return position
  }

  /// Steps over a remark between name and separator, as in `Passord (datasystem): …`.
  private func skipParenthesis(from start: Int) -> Int {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "(") else { return start }
    for position in start..<min(start + 40, bytes.count) {
      if bytes[position] == UInt8(ascii: ")") { return position + 1 }
      if bytes[position] == 0x0A { return start }
    }
    return start
  }

  /// The place behind a separator, or `nil` when none stands here.
  private func separator(at position: Int) -> Int? {
    guard let first = symbol(at: position) else { return nil }
    let next = position + first.length
    let second = symbol(at: next)
    let behindSecond = next + (second?.length ?? 0)
    switch first.code {
    case 0x3D, 0x2192, 0x7C: return second?.code == 0x3E ? behindSecond : next
    case 0x3A, 0xFF1A:
      if second?.code == 0x3D { return behindSecond }
      return second?.code == 0x3A || EscapedText.matches(bytes, at: next, "//") ? nil : next
    case 0x25:
      let isEscaped =
        EscapedText.matches(bytes, at: next, "3D") || EscapedText.matches(bytes, at: next, "3A")
      return isEscaped ? next + 2 : nil
    default: return nil
    }
  }

  /// Reads on behind a name that was itself a value: `key="password" value="…"`, `name="pin">…<`.
  private func tagAfterQuotedName(from position: Int) -> (position: Int, isContent: Bool)? {
    if EscapedText.matches(bytes, at: position, "value=") { return (position + 6, false) }
    guard let symbol = symbol(at: position), symbol.code == 0x3E else { return nil }
    return (position + symbol.length, true)
  }

  private mutating func quotedValue(
    _ key: SecretKey,
    from position: Int,
    opening: EscapedText.Symbol,
    closing: [UInt32]
  ) -> Int {
    let start = position + opening.length
    var end = start
    while let symbol = symbol(at: end), end - start < 200, symbol.code != 0x0A {
      // A quote ends the value when it is written as the opening one was: `\"` inside `"` does not.
      if closing.contains(symbol.code), symbol.length == opening.length || symbol.code > 0x7F {
        return max(removeValue(key, start..<end), start)
      }
      end += symbol.length
    }
    return removeValue(key, start..<endOfPlainValue(from: start))
  }

  private mutating func valueOnNextLine(_ key: SecretKey, from position: Int) -> Int {
    var start = skipBlanksAndBreaks(from: position)
    while start < bytes.count, bytes[start] == UInt8(ascii: ">") {
      start = skipBlanks(from: start + 1)
    }
    guard start < bytes.count, marker(at: start) == nil else { return position }
    let end = endOfPlainValue(from: start)
    guard looksRight(key, start..<end) else { return position }
    return removeValue(key, start..<end)
  }

  func endOfLine(from start: Int) -> Int {
    var end = start
    while let symbol = symbol(at: end) {
      if [0x0A, 0x0D, 0x22, 0x3C].contains(symbol.code) { break }
      end += symbol.length
    }
    return end
  }

  /// The end of a value without quotes: a blank, a tag, a quote, a sign that leads to another field.
  func endOfPlainValue(from start: Int, most: Int = .max) -> Int {
    var end = start
    while let symbol = symbol(at: end), end - start < most {
      let code = symbol.code
      if EscapedText.isBlank(code) || [0x0A, 0x0D, 0x3C, 0x22].contains(code) { break }
      if [0x26, 0x2C, 0x3B].contains(code), isFieldOrEnd(from: end + symbol.length) { break }
      if [0x7D, 0x29, 0x5D].contains(code), isEnd(from: end + symbol.length) { break }
      end += symbol.length
    }
    return end
  }

  /// Takes further groups of digits with a code that is written with blanks, as in `123 456`.
  private func endOfSpacedCode(_ key: SecretKey, _ range: Range<Int>) -> Int {
    guard key == .code || key == .perhapsCode || key == .identityNumber else {
      return range.upperBound
    }
    let most = key == .identityNumber ? 11 : 8
    var end = range.upperBound
    var digits = range.count
    guard bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else { return end }
    while end + 1 < bytes.count, bytes[end] == 0x20 {
      let group = bytes[(end + 1)...].prefix(most).prefix { (0x30...0x39).contains($0) }
      guard !group.isEmpty, digits + group.count <= most else { break }
      digits += group.count
      end = group.endIndex
    }
    return end
  }

  private func isEnd(from position: Int) -> Bool {
    guard let symbol = symbol(at: position) else { return true }
    return EscapedText.isBlank(symbol.code)
      || [0x0A, 0x0D, 0x2C, 0x2E, 0x3B, 0x7D, 0x29, 0x5D, 0x3C, 0x22].contains(symbol.code)
  }

  private func isFieldOrEnd(from start: Int) -> Bool {
    guard !isEnd(from: start) else { return true }
    var position = start
    while position < bytes.count, position - start < 40, Self.isWordByte(bytes[position]) {
      position += 1
    }
    guard position > start, position < bytes.count else { return false }
    return bytes[position] == UInt8(ascii: "=") || bytes[position] == UInt8(ascii: ":")
  }

  /// The quotes that end what a quote begins, or `nil` for any other character.
  static func closing(of code: UInt32) -> [UInt32]? {
    switch code {
    case 0x22, 0x27, 0x60: [code]
    case 0x201C, 0x201D, 0x201E: [0x201C, 0x201D]
    case 0x2018, 0x2019, 0x201A: [0x2018, 0x2019]
    case 0xAB: [0xBB]
    default: nil
    }
  }
}
