/// A reading cut into words, numbers, signs and tags.
///
/// A class, so that what looks at it from all sides hands on one reference and no tables.
final class Tokens {
  enum Kind: UInt8 {
    /// Letters only.
    case word
    /// Digits only.
    case number
    /// Letters and digits that touch.
    case mixed
    case sign, blank, newline, marker

    var isText: Bool { self == .word || self == .number || self == .mixed }
  }

  /// One token; the numbers count characters of the reading.
  struct Token {
    let kind: Kind
    /// What is known of its word.
    let traits: WordList.Traits
    private let first: UInt32
    private let last: UInt32
    /// Of letters and digits the number of their word, of a sign what it is.
    fileprivate let value: UInt32

    fileprivate init(_ kind: Kind, _ range: Range<Int>, value: UInt32, _ traits: WordList.Traits) {
      self.kind = kind
      self.traits = traits
      first = UInt32(range.lowerBound)
      last = UInt32(range.upperBound)
      self.value = value
    }

    var start: Int { Int(first) }
    var end: Int { Int(last) }
  }

  let reading: Reading
  let all: [Token]
  /// For a `<` that begins a tag the token behind its `>`; 0 for every other token.
  let tagEnds: [Int]
  /// For each token the line break that ends its line, or the end of the text.
  private let lineEnds: [Int]
  private let words: WordList

  var count: Int { all.count }

  subscript(index: Int) -> Token { all[index] }

  init(_ reading: Reading) {
    let words = WordList(reading.codes)
    let all = Self.cut(reading, words)
    self.reading = reading
    self.words = words
    self.all = all
    tagEnds = Self.tagEnds(all)
    var lineEnds = Array(repeating: all.count, count: all.count)
    var end = all.count
    for index in all.indices.reversed() {
      if all[index].kind == .newline { end = index }
      lineEnds[index] = end
    }
    self.lineEnds = lineEnds
  }

  private static func cut(_ reading: Reading, _ words: WordList) -> [Token] {
    var all: [Token] = []
    all.reserveCapacity(reading.count / 3)
    var position = 0
    while position < reading.count {
      let start = position
      position += 1
      switch reading.classes[start] {
      case .letter, .digit:
        var hasLetter = reading.classes[start] == .letter
        var hasDigit = !hasLetter
        while position < reading.count {
          let kind = reading.classes[position]
          guard kind == .letter || kind == .digit else { break }
          if kind == .letter { hasLetter = true } else { hasDigit = true }
          position += 1
        }
        let kind: Kind = hasLetter ? hasDigit ? .mixed : .word : .number
        let number = words.number(of: start..<position)
        let value = UInt32(number)
        all.append(Token(kind, start..<position, value: value, words.traits(of: number)))
      case .blank:
        while position < reading.count, reading.classes[position] == .blank { position += 1 }
        all.append(Token(.blank, start..<position, value: 0, []))
      case .newline:
        if reading.codes[start] == 0x0D, position < reading.count, reading.codes[position] == 0x0A {
          position += 1
        }
        all.append(Token(.newline, start..<position, value: 0, []))
      case .sign: all.append(Token(.sign, start..<position, value: reading.codes[start], []))
      case .marker: all.append(Token(.marker, start..<position, value: 0, []))
      }
    }
    return all
  }

  /// The sign of a token, or 0 for one that is no sign.
  func sign(_ index: Int) -> UInt32 { Self.sign(all, index) }

  private static func sign(_ all: [Token], _ index: Int) -> UInt32 {
    guard index >= 0, index < all.count, all[index].kind == .sign else { return 0 }
    return all[index].value
  }

  func kind(_ index: Int) -> Kind? { index >= 0 && index < all.count ? all[index].kind : nil }

  /// How many characters a token has; 0 beyond the text.
  func length(_ index: Int) -> Int {
    index >= 0 && index < all.count ? all[index].end - all[index].start : 0
  }

  /// Where a token stands, in bytes.
  func bytes(of index: Int) -> Range<Int> {
    reading.bytes(of: all[index].start..<all[index].end)
  }

  private static let longestTag = 120

  private static func tagEnds(_ all: [Token]) -> [Int] {
    var tagEnds = Array(repeating: 0, count: all.count)
    var open: Int?
    for index in all.indices where all[index].kind == .sign {
      switch all[index].value {
      case 0x3C:
        let next = index + 1 < all.count ? all[index + 1].kind : .blank
        // What stands in CDATA is text.
        let isOther =
          [0x2F, 0x21, 0x3F].contains(sign(all, index + 1)) && sign(all, index + 2) != 0x5B
        open = next == .word || next == .mixed || isOther ? index : nil
      case 0x3E:
        if let start = open, index - start <= longestTag { tagEnds[start] = index + 1 }
        open = nil
      default: break
      }
    }
    return tagEnds
  }

  /// Whether a sign is written as a number, as `%20` is: then it parts nothing.
  func isCoded(_ index: Int) -> Bool {
    let start = all[index].start
    return reading.bytes(of: start..<start + 1).count == 3 && reading.codes[start] < 0x80
  }

  /// Whether a blank is a tab, and none that is written as `\t`.
  func isTab(_ index: Int) -> Bool {
    let start = all[index].start
    return reading.codes[start] == 0x09 && reading.bytes(of: start..<start + 1).count == 1
  }

  // MARK: Moving about

  func skipBlanks(_ index: Int) -> Int {
    var index = index
    while kind(index) == .blank { index += 1 }
    return index
  }

  /// Steps over blanks and tags, and over line breaks too when they are asked for.
  func skipMarkup(_ index: Int, lines: Bool = false) -> Int {
    var index = index
    var tags = 0
    while index < all.count, tags < 12 {
      if tagEnds[index] > 0 {
        index = tagEnds[index]
        tags += 1
      } else if all[index].kind == .blank || (lines && all[index].kind == .newline) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  func endOfLine(_ index: Int) -> Int {
    index < all.count ? lineEnds[index] : all.count
  }

  /// The first token of the line in which one stands, or that it ends; not farther back than some tokens.
  func startOfLine(_ index: Int, within most: Int) -> Int {
    var start = index
    while start > 0, all[start - 1].kind != .newline, index - start < most { start -= 1 }
    return start
  }

  /// The first token of a line that has any text, from the line break before it on.
  func nextLine(_ index: Int) -> Int {
    var index = index
    for _ in 0..<40 where index < all.count {
      if kind(index - 1) == .newline, let end = endOfRule(index) {
        index = end
      } else if [.newline, .blank].contains(all[index].kind) || sign(index) == 0x3E {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  private static let longestRule = 400

  /// The break behind a line of nothing but strokes, as stands below a heading; `nil` for any other line.
  func endOfRule(_ start: Int) -> Int? {
    let end = endOfLine(start)
    guard end < all.count, (3...Self.longestRule).contains(end - start) else { return nil }
    let isRule = (start..<end).allSatisfy { kind($0) == .blank || Self.isStroke(sign($0)) }
    return isRule && (start..<end).contains { kind($0) == .sign } ? end : nil
  }

  private static func isStroke(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x2B, 0x2D, 0x3D, 0x5F, 0x7C, 0x2013, 0x2014, 0x2500...0x257F: true
    default: false
    }
  }

  /// The characters of a token.
  func letters(_ index: Int) -> ArraySlice<UInt32> {
    reading.codes[all[index].start..<all[index].end]
  }

  /// A word in lower case and without accents, as the lists of words have it.
  func folded(_ index: Int) -> String {
    guard kind(index)?.isText == true else { return "" }
    return words.folded(all[index].value)
  }

  /// What a token of letters is in the lists of names.
  func naming(_ index: Int) -> WordList.Naming { words.naming(all[index].value) }

  /// Whether a word is a common one, which may stand beside the name of a secret.
  func isCommon(_ index: Int) -> Bool { words.isCommon(all[index].value) }

  /// The number that a word says; `nil` where it says none.
  func told(_ index: Int) -> NumberWords.Value? {
    guard all[index].kind == .word, all[index].traits.contains(.counting) else { return nil }
    return NumberWords.figures(letters(index)) ?? NumberWords.value(of: folded(index))
  }

  /// What tokens of letters stand before when they are one name.
  func naming(_ indices: [Int]) -> LabelNames.Name? {
    words.naming(indices.map { all[$0].value })
  }
}
