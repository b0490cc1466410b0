extension SecretScanner {
  /// Whether a word is the name of an XML element, behind `<` and perhaps a prefix, however escaped.
  func isElement(_ start: Int) -> Bool {
    var position = start
    if position > 1, bytes[position - 1] == UInt8(ascii: ":") {
      position -= 1
      let furthest = max(0, position - 32)
      while position > furthest, Self.isWordByte(bytes[position - 1]) { position -= 1 }
    }
    guard position > 0 else { return false }
    switch bytes[position - 1] {
    case UInt8(ascii: "<"): return true
    case UInt8(ascii: ";"):
      return EscapedText.matches(bytes, at: position - 3, "lt;")
        || EscapedText.matches(bytes, at: position - 4, "#60;")
        || EscapedText.matches(bytes, at: position - 5, "#x3c;")
        || EscapedText.matches(bytes, at: position - 5, "#x3C;")
    default:
      return EscapedText.matches(bytes, at: position - 6, "\\u003c")
        || EscapedText.matches(bytes, at: position - 6, "\\u003C")
    }
  }

  /// Takes out the content of an element, and of a `value` attribute; `place` is behind the name.
  mutating func element(_ key: SecretKey, from position: Int) -> Int {
    guard let content = endOfTag(key, from: position) else { return position }
    return elementContent(key, from: content)
  }

  /// Takes out text up to the next tag; `start` is behind the `>`.
  mutating func elementContent(_ key: SecretKey, from start: Int) -> Int {
    var start = skipBlanksAndBreaks(from: start)
    if EscapedText.matches(bytes, at: start, "<![CDATA[") { start += 9 }
    var end = start
    var firstBreak: Int?
    while end < bytes.count {
      let symbol = EscapedText.symbol(bytes, at: end)
      if symbol.code == 0x3C || EscapedText.matches(bytes, at: end, "]]>") { break }
      if symbol.code == 0x0A, firstBreak == nil { firstBreak = end }
      end += symbol.length
      // No end tag near: the text was cut off, so the value is what is left of its line.
      if end - start > 1000 {
        end = firstBreak ?? end
        break
      }
    }
    if end == bytes.count, let firstBreak { end = firstBreak }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return removeValue(key, start..<end)
  }

  /// The place behind the `>` of a tag, or `nil` when the tag is empty or not ended.
  private mutating func endOfTag(_ key: SecretKey, from start: Int) -> Int? {
    var position = start
    var before: UInt32 = 0
    while position < bytes.count, position - start < 600 {
      let symbol = EscapedText.symbol(bytes, at: position)
      if symbol.code == 0x3C { return nil }
      if symbol.code == 0x3E { return before == 0x2F ? nil : position + symbol.length }
      if EscapedText.matches(bytes, at: position, "alue=") {
        position = value(key, from: position + 5)
        before = 0
        continue
      }
      before = symbol.code
      position += symbol.length
    }
    return nil
  }

  func skipBlanksAndBreaks(from start: Int) -> Int {
    var position = start
    while position < bytes.count {
      let symbol = EscapedText.symbol(bytes, at: position)
      guard EscapedText.isBlank(symbol.code) || symbol.code == 0x0A || symbol.code == 0x0D else {
        break
      }
      position += symbol.length
    }
    return position
  }
}
