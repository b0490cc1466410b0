/// The words of a text, as far as they may tell what it is about.
enum HeardText {
  /// One word, or a short one with the next where they are one to the lexicon, such as `a-melding`.
  struct Word {
    /// The letters without endings; of a code its letters and digits.
    var stem: [UInt8]
    /// The letters with endings.
    var folded: [UInt8]
    var isCode = false
    var isNumber = false
    /// Whether it is written in several words.
    var isJoined = false
    /// Where it stands, in the bytes of the text; of several words the first.
    var range: Range<Int>
  }

  /// What is longer is no word, and not looked into: that would take its length squared.
  private static let longestWord = 60

  /// Reads a stretch of a text.
  ///
  /// - Parameter isCode: Whether letters and digits together are a code that means something.
  static func forEachWord(
    in text: MatchText,
    _ range: Range<Int>,
    _ lexicon: Lexicon,
    isCode: (ArraySlice<UInt8>) -> Bool,
    take: (Word) -> Void
  ) {
    let bounds = bounds(text, in: range)
    var index = 0
    while index < bounds.count {
      let bound = bounds[index]
      guard bound.count <= longestWord else {
        index += 1
        continue
      }
      if let code = code(text, bounds, at: index, lexicon, isCode) {
        take(Word(stem: code.form, folded: code.form, isCode: true, range: bound))
        index = code.next
        continue
      }
      index += 1
      var letters = text.bytes[bound]
      var isJoined = false
      if bound.count <= 3, index < bounds.count, bounds[index].count <= longestWord {
        let both = text.bytes[bound.lowerBound..<bounds[index].upperBound]
        if lexicon.isKnown(WordForm.stem(both)) {
          letters = both
          isJoined = true
          index += 1
        }
      }
      let folded = WordForm.folded(letters)
      guard !folded.isEmpty else { continue }
      take(
        Word(
          stem: WordForm.stem(letters),
          folded: folded,
          isNumber: WordForm.isNumber(folded),
          isJoined: isJoined,
          range: bound
        )
      )
    }
  }

  /// Where the words of a stretch are.
  static func bounds(_ text: MatchText, in range: Range<Int>) -> [Range<Int>] {
    var bounds: [Range<Int>] = []
    var start = range.lowerBound
    for position in range.dropFirst() where text.marks[position].contains(.gap) {
      bounds.append(start..<position)
      start = position
    }
    if start < range.upperBound { bounds.append(start..<range.upperBound) }
    return bounds
  }

  /// A code such as `MP-303`, `AM.VLD-00041` or `GLD_1015`, in one word or in two or three; one letter of what
  /// it begins with may be wrong, and zeros may be left out.
  private static func code(
    _ text: MatchText,
    _ bounds: [Range<Int>],
    at index: Int,
    _ lexicon: Lexicon,
    _ isCode: (ArraySlice<UInt8>) -> Bool
  ) -> (form: [UInt8], next: Int)? {
    let word = text.bytes[bounds[index]]
    let letters = word.prefix { !MessageField.isDigit($0) }
    guard letters.count <= 6 else { return nil }
    var next = index + 1
    var middle: [UInt8] = []
    var digits = word.dropFirst(letters.count)
    if digits.isEmpty, next + 1 < bounds.count, bounds[next].count <= 5,
      EditDistance.steps(single(text.bytes[bounds[next]]), Array("vld".utf8), limit: 1) != nil
    {
      middle = Array("vld".utf8)
      next += 1
    }
    if digits.isEmpty, next < bounds.count {
      digits = text.bytes[bounds[next]]
      next += 1
    }
    guard (1...6).contains(digits.count), digits.contains(where: MessageField.isDigit) else {
      return nil
    }
    let number = digits.map { digit in
      switch digit {
      case UInt8(ascii: "o"): UInt8(ascii: "0")
      case UInt8(ascii: "l"), UInt8(ascii: "i"): UInt8(ascii: "1")
      default: digit
      }
    }
    let readings = numbers(number, behind: letters, lexicon)
    return lexicon.codeBeginnings(like: single(letters), isLong: number.count >= 5).lazy
      .flatMap { beginning in readings.map { beginning + middle + $0 } }
      .first { isCode($0[...]) }.map { ($0, next) }
  }

  /// The numbers that digits behind the letters of a code may be: as written, and with the zeros that people leave out.
  ///
  /// Zeros are put in only behind letters that begin codes and nothing else: `bro 20` is a bridge, `am 20` an hour.
  private static func numbers(
    _ digits: [UInt8],
    behind letters: ArraySlice<UInt8>,
    _ lexicon: Lexicon
  ) -> [[UInt8]] {
    var numbers = digits.count >= 3 ? [digits] : []
    guard lexicon.beginsCodesOnly(Array(letters)) else { return numbers }
    let value = digits.drop { $0 == UInt8(ascii: "0") }
    for length in [3, 5] where length >= value.count {
      numbers.append(Array(repeating: UInt8(ascii: "0"), count: length - value.count) + value)
    }
    return numbers
  }

  /// Letters with one byte for each, also for æ, ø and å: no code has one, but a slip beside its keys does.
  private static func single(_ letters: ArraySlice<UInt8>) -> [UInt8] {
    letters.filter { $0 != 0xC3 }
  }
}
