/// Whether a text is a message and nothing else, as a screen shows it or a program writes it.
///
/// Where anything else stands beside a message, it may be quoted, guessed at, remembered or somebody else's, and what
/// people say of such a message has no end. So whoever pasted it is asked whether they see it
/// (``FieldID/messageSeen``), and nothing is confirmed by it until they say so.
struct MessageAlone: Decodable, Sendable {
  /// Words that programs write beside their messages, and that say nothing of whose it is, or when it came.
  @SpacedWords private var words: Set<String> = []
  /// How people announce what they see.
  @Sayings private var sayings: [[String]] = []

  /// - Parameters:
  ///   - text: All that was pasted, as UTF-8.
  ///   - known: Where the message stands in it.
  func holds(_ text: [UInt8], but known: [Range<Int>]) -> Bool {
    var end = 0
    for range in known.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard range.lowerBound <= end || isHarmless(text[end..<range.lowerBound]) else {
        return false
      }
      end = max(end, range.upperBound)
    }
    return isHarmless(text[end...])
  }

  /// No program writes more than that beside one message, in bytes of UTF-8.
  private static let most = 4_096

  private func isHarmless(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= Self.most,
      let tokens = Self.tokens(bytes, opensLine: bytes.startIndex == 0)
    else { return false }
    var rest = tokens[...]
    while let token = rest.first {
      let longest = sayings.filter { rest.starts(with: $0) }.map(\.count).max()
      if let longest {
        rest = rest.dropFirst(longest)
      } else if words.contains(token) || Self.isNumber(token) {
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return true
  }

  // MARK: Words and signs

  /// Signs that stand about a message and in what programs write; no others do, as those of a list or of a question.
  private static let signs = Set(".,:;\"'’«»“”()[]{}<>/\\=&-–—+")
  /// What opens a line that lists, quotes or is a remark in code.
  private static let bullets = Set("->–—/")

  /// The words of a text in small letters; `nil` where a sign stands there that leaves open what is meant.
  private static func tokens(_ bytes: ArraySlice<UInt8>, opensLine: Bool) -> [String]? {
    let letters = Array(String(decoding: bytes, as: UTF8.self))
    var tokens: [String] = []
    var word = ""
    var opensLine = opensLine
    for (place, letter) in letters.enumerated() {
      let next: Character? = place + 1 < letters.count ? letters[place + 1] : nil
      if letter.isLetter || letter.isNumber || letter == "_" || joins(letter, word, next) {
        word.append(letter)
        opensLine = false
        continue
      }
      // What stands before the name of an element says nothing.
      if !word.isEmpty, !(word == "s" && letter == ":" && next?.isLetter == true) {
        tokens.append(word.lowercased())
      }
      word = ""
      if letter.isNewline {
        opensLine = true
      } else if !letter.isWhitespace {
        guard signs.contains(letter), !isOpen(letter, before: next),
          !(opensLine && bullets.contains(letter))
        else { return nil }
        opensLine = false
      }
    }
    if !word.isEmpty { tokens.append(word.lowercased()) }
    return tokens
  }

  /// Whether a sign leaves open what is meant: «MP-303 ...» is only begun, `[ ]` not ticked and `<>` not equal.
  private static func isOpen(_ sign: Character, before next: Character?) -> Bool {
    // The message itself stands behind it.
    guard let next else { return false }
    return switch sign {
    case ".": next == "."
    case "[": next == " "
    case "<": !(next.isLetter || next == "/")
    default: false
    }
  }

  /// Whether a sign goes on with a number: a time, a day or an identifier that programs make.
  private static func joins(_ sign: Character, _ word: String, _ next: Character?) -> Bool {
    guard ".:-/+".contains(sign), let last = word.last, let next else { return false }
    return last.isHexDigit && next.isHexDigit
      && (word.contains(where: \.isNumber) || next.isNumber || sign == "-")
  }

  /// Whether a word is a number that says nothing of the message: a time, an identifier, or a day that can be read
  /// (``MessageDates``); a number that may be another day, or a count, is none.
  private static func isNumber(_ word: String) -> Bool {
    let groups = word.split(separator: "-", omittingEmptySubsequences: false)
    if groups.map(\.count) == [8, 4, 4, 4, 12] {
      return word.allSatisfy { $0 == "-" || $0.isHexDigit }
    }
    if word.allSatisfy(\.isNumber) { return [2, 3, 5, 9].contains(word.count) }
    let day = /[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}/
    let time = /[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?(z|[+-][0-9]{2}:?[0-9]{2})?/
    if word.wholeMatch(of: day) != nil || word.wholeMatch(of: time) != nil { return true }
    let parts = word.split(separator: "t", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].wholeMatch(of: day) != nil
      && parts[1].wholeMatch(of: time) != nil
  }
}
