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
  ///   - known: Where messages, and the names of what they tell, stand in it.
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
      if let saying = sayings.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(saying.count)
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
  private static let signs = Set(".,:;!\"'’«»“”()[]{}<>/\\=&-–—+")
  /// What opens a line that lists or quotes.
  private static let bullets = Set("->–—")

  /// The words of a text in small letters; `nil` where a sign stands there that leaves open what is meant.
  private static func tokens(_ bytes: ArraySlice<UInt8>, opensLine: Bool) -> [String]? {
    let letters = Array(String(decoding: bytes, as: UTF8.self))
    var tokens: [String] = []
    var word = ""
    var opensLine = opensLine
    for (place, letter) in letters.enumerated() {
      let next = place + 1 < letters.count ? letters[place + 1] : " "
      if letter.isLetter || letter.isNumber || letter == "_" || joins(letter, word, next) {
        word.append(letter)
        opensLine = false
        continue
      }
      if !word.isEmpty { tokens.append(word.lowercased()) }
      word = ""
      if letter.isNewline {
        opensLine = true
      } else if !letter.isWhitespace {
        // «MP-303 ...» is no more than begun.
        guard signs.contains(letter), !(letter == "." && next == "."),
          !(opensLine && bullets.contains(letter))
        else { return nil }
        opensLine = false
      }
    }
    if !word.isEmpty { tokens.append(word.lowercased()) }
    return tokens
  }

  /// Whether a sign goes on with a number: a time, an amount or an identifier that programs make.
  private static func joins(_ sign: Character, _ word: String, _ next: Character) -> Bool {
    guard ".:-/+".contains(sign), let last = word.last else { return false }
    return last.isHexDigit && next.isHexDigit
      && (word.contains(where: \.isNumber) || next.isNumber || sign == "-")
  }

  /// Whether a word is a number that says nothing of the message: no count, and no year.
  private static func isNumber(_ word: String) -> Bool {
    let groups = word.split(separator: "-", omittingEmptySubsequences: false)
    if groups.map(\.count) == [8, 4, 4, 4, 12] {
      return word.allSatisfy { $0 == "-" || $0.isHexDigit }
    }
    guard word.first?.isNumber ?? false else { return false }
    let digits = word.filter(\.isNumber)
    if digits.count == word.count { return word.count > 1 && word.count != 4 }
    return digits.count > 2 && word.allSatisfy { $0.isNumber || ".:-/+tz".contains($0) }
  }
}
