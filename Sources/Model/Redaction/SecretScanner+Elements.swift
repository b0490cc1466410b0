extension SecretScanner {
  /// Whether a word is the name of an XML element, behind `<` and perhaps a prefix, however escaped.
  func isElement(_ start: Int) -> Bool {
    var place = start
    if place > 1, bytes[place - 1] == UInt8(ascii: ":") {
      place -= 1
      let furthest = max(0, place - 32)
      while place > furthest, Self.isWordByte(bytes[place - 1]) { place -= 1 }
    }
    guard place > 0 else { return false }
    switch bytes[place - 1] {
    case UInt8(ascii: "<"): return true
    case UInt8(ascii: ";"):
      return EscapedText.matches(bytes, at: place - 3, "lt;")
        || EscapedText.matches(bytes, at: place - 4, "#60;")
        || EscapedText.matches(bytes, at: place - 5, "#x3c;")
        || EscapedText.matches(bytes, at: place - 5, "#x3C;")
    default:
      return EscapedText.matches(bytes, at: place - 6, "\\u003c")
        || EscapedText.matches(bytes, at: place - 6, "\\u003C")
    }
  }

  /// Takes out the content of an element, and of a `value` attribute; `place` is behind the name.
  mutating func element(_ key: SecretKey, from place: Int) -> Int {
    guard let content = endOfTag(key, from: place) else { return place }
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
    var place = start
    var before: UInt32 = 0
    while place < bytes.count, place - start < 600 {
      let symbol = EscapedText.symbol(bytes, at: place)
      if symbol.code == 0x3C { return nil }
      if symbol.code == 0x3E { return before == 0x2F ? nil : place + symbol.length }
      if EscapedText.matches(bytes, at: place, "alue=") {
        place = value(key, from: place + 5)
        before = 0
        continue
      }
      before = symbol.code
      place += symbol.length
    }
    return nil
  }

  func skipBlanksAndBreaks(from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      let symbol = EscapedText.symbol(bytes, at: place)
      guard EscapedText.isBlank(symbol.code) || symbol.code == 0x0A || symbol.code == 0x0D else {
        break
      }
      place += symbol.length
    }
    return place
  }
}
