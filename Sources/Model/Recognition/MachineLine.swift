/// A line that a program wrote: of a log or a trace, markup, fields with values.
///
/// What stands there nobody says.
enum MachineLine {
  /// How far back the beginning of a line is looked for, and how far into it what programs begin theirs with.
  private static let reach = 4_096
  private static let opening = 120
  private static let levels = [
    "ERROR", "WARN", "WARNING", "INFO", "FATAL", "DEBUG", "TRACE", "SEVERE",
  ]

  /// Whether a program wrote what stands at a place: its line begins as theirs do, or its sentence has their signs.
  static func holds(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let start = Self.start(of: range.lowerBound, in: text)
    if opens(text[start..<range.lowerBound]) { return true }
    let before = text[max(start, range.lowerBound - HearsayPassage.reach)..<range.lowerBound]
    let end = before.indices.last(where: { endsSentence(before, at: $0) }).map { $0 + 1 }
    if hasSign(before[(end ?? before.startIndex)...]) { return true }
    let behind = text[range.upperBound...].prefix(HearsayPassage.reach).prefix { !isLineEnd($0) }
    let stop = behind.indices.first(where: { endsSentence(behind, at: $0) })
    return hasSign(behind[..<(stop ?? behind.endIndex)])
  }

  /// Whether a program wrote a line.
  static func isOne(_ line: ArraySlice<UInt8>) -> Bool { opens(line) || hasSign(line) }

  /// Where the line of a place begins.
  static func start(of place: Int, in text: [UInt8]) -> Int {
    let first = max(0, place - reach)
    return text[first..<place].lastIndex(where: isLineEnd).map { $0 + 1 } ?? first
  }

  private static func endsSentence(_ bytes: ArraySlice<UInt8>, at place: Int) -> Bool {
    guard [UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!")].contains(bytes[place]) else {
      return false
    }
    return place + 1 < bytes.endIndex && bytes[place + 1] == UInt8(ascii: " ")
  }

  // MARK: What a line begins with

  /// Whether a line begins with a time to the second, a level, or a word of a program in brackets.
  private static func opens(_ line: ArraySlice<UInt8>) -> Bool {
    let bracket = UInt8(ascii: "[")
    let letters = Array(line.prefix(opening).drop(while: { !isWord($0) && $0 != bracket }))
    if letters.first == bracket { return isTag(letters) || hasLevel(letters) }
    return hasTime(letters) || hasLevel(letters)
  }

  /// Whether a date and a time to the second stand there, as in `2026-11-23T08:15:30`.
  private static func hasTime(_ letters: [UInt8]) -> Bool {
    let form = Array("0000-00-00 00:00:00".utf8)
    guard letters.count >= form.count else { return false }
    return zip(letters, form).allSatisfy { letter, sign in
      switch sign {
      case UInt8(ascii: "0"): MessageField.isDigit(letter)
      case UInt8(ascii: " "): letter == sign || letter == UInt8(ascii: "T")
      default: letter == sign
      }
    }
  }

  /// Whether the first word with a letter is a level, in capitals.
  private static func hasLevel(_ letters: [UInt8]) -> Bool {
    let words = letters.split { !isWord($0) }
    guard let word = words.first(where: { $0.contains { !MessageField.isDigit($0) } }) else {
      return false
    }
    return levels.contains(String(decoding: word, as: UTF8.self))
  }

  /// Whether what stands in brackets is no name of a person: a number, or small letters alone.
  private static func isTag(_ letters: [UInt8]) -> Bool {
    let tag = letters.dropFirst().prefix { $0 != UInt8(ascii: "]") }
    guard tag.count + 1 < letters.count, !tag.isEmpty else { return false }
    return tag.contains(where: MessageField.isDigit)
      || tag.allSatisfy { isSmall($0) || $0 == UInt8(ascii: "-") }
  }

  // MARK: What stands in it

  /// Whether markup, a field with its value, a call, an exception or an answer of a server stands there.
  private static func hasSign(_ line: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(line)
    return bytes.indices.contains { place in
      switch bytes[place] {
      case UInt8(ascii: "<"): opensTag(bytes, at: place)
      case UInt8(ascii: "&"): has("&lt;", bytes, at: place)
      case UInt8(ascii: "\""): closesKey(bytes, at: place)
      case UInt8(ascii: "="): place > 1 && isWord(bytes[place - 1]) && isWord(bytes[place - 2])
      case UInt8(ascii: ":"):
        has("::", bytes, at: place) || endsName(bytes, at: place, isCall: false)
      case UInt8(ascii: "("): endsName(bytes, at: place, isCall: true)
      case UInt8(ascii: "H"): has("HTTP/", bytes, at: place)
      case UInt8(ascii: "E"): has("Exception", bytes, at: place) && isJoined(bytes, at: place)
      default: false
      }
    }
  }

  private static func has(_ letters: String, _ bytes: [UInt8], at place: Int) -> Bool {
    bytes[place...].starts(with: letters.utf8)
  }

  /// Whether a tag opens there, and no address of a mail.
  private static func opensTag(_ bytes: [UInt8], at place: Int) -> Bool {
    let tag = bytes[(place + 1)...].drop(while: { $0 == UInt8(ascii: "/") })
    guard let first = tag.first, isLetter(first), let end = tag.firstIndex(of: UInt8(ascii: ">"))
    else { return false }
    return !tag[..<end].contains(UInt8(ascii: "@"))
  }

  /// Whether a quote closes the name of a field, as in `"error": `.
  private static func closesKey(_ bytes: [UInt8], at place: Int) -> Bool {
    let name = bytes[..<place].last(where: { $0 != UInt8(ascii: "\\") })
    let next = bytes[(place + 1)...].first(where: { $0 != UInt8(ascii: " ") })
    return name.map(isWord) ?? false && next == UInt8(ascii: ":")
  }

  /// Whether a word goes on there, as in `NullPointerException`.
  private static func isJoined(_ bytes: [UInt8], at place: Int) -> Bool {
    place > 0 && (isSmall(bytes[place - 1]) || bytes[place - 1] == UInt8(ascii: "."))
  }

  /// Whether a name of parts with dots ends there, as in `no.lonn.Altinn:` and `run.Main(`, and no address.
  private static func endsName(_ bytes: [UInt8], at place: Int, isCall: Bool) -> Bool {
    var end = place
    if !isCall, end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    let dot = UInt8(ascii: ".")
    let start = bytes[..<end].lastIndex { !isWord($0) && $0 != dot }.map { $0 + 1 } ?? 0
    let parts = bytes[start..<end].split(separator: dot, omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy({ $0.first.map(isLetter) ?? false }) else {
      return false
    }
    return isCall || parts.count > 2 || parts.dropFirst().contains { $0.first.map(isBig) ?? false }
  }

  // MARK: Signs

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isBig(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { isSmall(byte) || isBig(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || MessageField.isDigit(byte) || byte == UInt8(ascii: "_")
  }
}
