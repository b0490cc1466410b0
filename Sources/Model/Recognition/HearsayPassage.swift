/// What stands about a message, as words and what parts them.
struct HearsayPassage {
  enum Token: Equatable {
    case word(String)
    /// What parts what is said from what is listed: a comma, a bracket, a dash.
    case part
    case colon
    /// The end of a sentence, of a question, and of a line.
    case stop, question, line
    /// Another message.
    case message
  }

  /// The sentence before and behind the message, and the next one as far as it speaks of no other message.
  let head: ArraySlice<Token>
  let tail: ArraySlice<Token>
  let next: ArraySlice<Token>
  /// The sentence before the message's own, and whether it is a question.
  let before: ArraySlice<Token>
  let isBeforeAsked: Bool
  /// Whether the message's own sentence, and the next one, is a question.
  let isAsked: Bool
  let isNextAsked: Bool

  /// How far from a message words are read, in bytes of UTF-8.
  static let reach = 240
  /// What stands in the place of another message.
  private static let other: UInt8 = 0x01

  /// - Parameters:
  ///   - range: Where the message stands.
  ///   - text: All that was pasted, as UTF-8.
  ///   - others: Where other messages stand.
  init(about range: Range<Int>, in text: [UInt8], beside others: [Range<Int>]) {
    let window =
      max(0, range.lowerBound - Self.reach)..<min(text.count, range.upperBound + Self.reach)
    var bytes = Array(text[window])
    for other in others where !other.overlaps(range) {
      for place in other.clamped(to: window) { bytes[place - window.lowerBound] = Self.other }
    }
    let before = Self.tokens(bytes[..<(range.lowerBound - window.lowerBound)])
    let behind = Self.tokens(bytes[(range.upperBound - window.lowerBound)...])
    let start = before.lastIndex(where: Self.ends).map { $0 + 1 } ?? 0
    head = before[start...]
    let end = before[..<start].lastIndex { !Self.ends($0) }.map { $0 + 1 } ?? 0
    let first = before[..<end].lastIndex(where: Self.ends).map { $0 + 1 } ?? 0
    self.before = before[first..<end]
    isBeforeAsked = before[end..<start].first == .question
    tail = behind.prefix { !Self.ends($0) }
    let rest = behind[tail.endIndex...].drop(while: Self.ends)
    let sentence = rest.prefix { !Self.ends($0) }
    next = sentence.prefix { $0 != .message }
    isAsked = behind[tail.endIndex...].first == .question
    isNextAsked = rest[sentence.endIndex...].first == .question
  }

  static func words(_ tokens: some Sequence<Token>) -> [String] {
    tokens.compactMap { token -> String? in
      if case .word(let word) = token { word } else { nil }
    }
  }

  static func words(in bytes: ArraySlice<UInt8>) -> [String] { words(tokens(bytes)) }

  /// Whether no word stands there, and no end of a sentence.
  static func hasNoWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    tokens(bytes).allSatisfy { $0 == .part || $0 == .colon }
  }

  /// Whether no sentence ends there.
  static func hasNoEnd(_ bytes: ArraySlice<UInt8>) -> Bool { !tokens(bytes).contains(where: ends) }

  private static func ends(_ token: Token) -> Bool {
    token == .stop || token == .question || token == .line
  }

  private static func tokens(_ bytes: ArraySlice<UInt8>) -> [Token] {
    let signs = Array(String(decoding: bytes, as: UTF8.self))
    var tokens: [Token] = []
    var word = ""
    for (place, sign) in signs.enumerated() {
      let isQuote = sign == "'" || sign == "’"
      if sign.isLetter || sign.isNumber || sign == "_" || isQuote {
        word.append(isQuote ? "'" : sign)
        continue
      }
      add(word, to: &tokens)
      word = ""
      let next = place + 1 < signs.count ? signs[place + 1] : " "
      let isBetweenBlanks = next == " " && (place == 0 || signs[place - 1] == " ")
      if let mark = Self.mark(sign, before: next, isBetweenBlanks, after: tokens.last) {
        tokens.append(mark)
      }
    }
    add(word, to: &tokens)
    return tokens
  }

  /// - Parameter word: Letters, with the signs that are apostrophes in a word and quotes about it.
  private static func add(_ word: String, to tokens: inout [Token]) {
    var letters = word[...]
    while letters.first == "'" { letters.removeFirst() }
    while letters.last == "'" { letters.removeLast() }
    if !letters.isEmpty { tokens.append(.word(letters.lowercased())) }
  }

  private static func mark(
    _ sign: Character,
    before next: Character,
    _ isBetweenBlanks: Bool,
    after last: Token?
  ) -> Token? {
    // What a colon announces stands on the next line as well, and an empty line ends what goes on.
    if sign.isNewline { return last == .colon ? nil : last == .line ? Token.stop : Token.line }
    switch sign {
    case "\u{1}": return last == .message ? nil : Token.message
    case "?": return .question
    case "!": return .stop
    case ".": return next.isLetter || next.isNumber ? nil : Token.stop
    case ":": return .colon
    case ",", ";", "(", "[", "{", "<", ">", "=", "|", "…", "–", "—": return .part
    case "-": return isBetweenBlanks ? .part : nil
    default: return nil
    }
  }
}
