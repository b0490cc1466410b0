/// The numbers of a line as people tell them: in figures or in words, in one piece or in several.
struct ToldNumbers {
  /// One number: a run of figures, or the words that say it.
  struct Piece {
    /// The token that it begins with, and the one behind it.
    let first: Int
    var end: Int
    /// The value and how many digits it has; only the count of one that is longer than anybody's number.
    var number: Int
    var count: Int
    /// What its last word is; `nil` for figures.
    var kind: NumberWords.Kind?

    var isSpoken: Bool { kind != nil }

    /// Whether it is what servers answer when something is wrong.
    var isStatus: Bool {
      !isSpoken && count == 3
        && [
          400, 401, 403, 404, 405, 408, 409, 410, 415, 422, 429, 500, 501, 502, 503, 504,
        ].contains(number)
    }
  }

  private let tokens: Tokens
  private var pieces: [Piece] = []

  /// - Parameter isLeftOut: Whether a number is of a kind that is no part of another.
  init(_ tokens: Tokens, in line: Range<Int>, isLeftOut: (Int) -> Bool) {
    self.tokens = tokens
    for index in line {
      if tokens[index].kind == .number {
        if !isLeftOut(index) { pieces.append(figures(index)) }
      } else if let value = tokens.told(index) {
        append(value, at: index)
      }
    }
    pieces.removeAll { $0.count == 0 }
  }

  private func figures(_ index: Int) -> Piece {
    let count = tokens.length(index)
    var number = 0
    if count <= Self.wholeNumber {
      for code in tokens.letters(index) { number = number * 10 + Int(code) - 0x30 }
    }
    return Piece(first: index, end: index + 1, number: number, count: count, kind: nil)
  }

  /// Takes in a word, with the one before where both are one number, as *femti fire* is.
  private mutating func append(_ value: NumberWords.Value, at index: Int) {
    let piece = Piece(
      first: index,
      end: index + 1,
      number: value.number,
      count: value.count,
      kind: value.kind
    )
    guard let last = pieces.last, let joined = joined(last, piece) else {
      pieces.append(piece)
      return
    }
    pieces[pieces.count - 1] = joined
  }

  private func joined(_ last: Piece, _ next: Piece) -> Piece? {
    let isNear = next.first - last.end < 2
    var joined = last
    joined.end = next.end
    joined.kind = next.kind == .ten ? .ten : .whole
    switch (last.kind, next.kind) {
    case (.ten?, .unit?) where isNear && next.number > 0: joined.number += next.number
    case (.unit?, .hundred?) where isNear:
      joined.number *= 100
      joined.count = 3
      joined.kind = .hundred
    case (.hundred?, .unit?), (.hundred?, .whole?), (.hundred?, .ten?):
      guard isNear || isAnd(last.end..<next.first) else { return nil }
      // Without a unit before it, it is one hundred.
      if last.count == 0 { joined.number = 100 }
      joined.number += next.number
      joined.count = 3
    case (.times?, .unit?) where isNear:
      joined.count = last.number
      joined.number = (0..<last.number).reduce(0) { number, _ in number * 10 + next.number }
    default: return nil
    }
    return joined
  }

  private func isAnd(_ between: Range<Int>) -> Bool {
    let words = between.filter { tokens[$0].kind.isText }
    return words.count == 1 && ["og", "and"].contains(tokens.folded(words[0]))
  }

  // MARK: Runs

  /// The most words between two parts of one number, as in *og til slutt*.
  private static let mostWords = 3

  /// Where numbers of people are told in pieces: the tokens of each piece.
  var persons: [Range<Int>] {
    guard pieces.count > 1, pieces.reduce(0, { $0 + $1.count }) >= Self.wholeNumber else {
      return []
    }
    var persons: [Range<Int>] = []
    let digits = pieces.flatMap(Self.digits)
    var place = 0
    for start in pieces.indices {
      var count = 0
      var end = start
      while end < pieces.count, count < Self.wholeNumber,
        end == start || isNear(pieces[end - 1], pieces[end])
      {
        count += pieces[end].count
        end += 1
      }
      if count == Self.wholeNumber, end - start > 1,
        IdentityNumbers.isNumber(Array(digits[place..<(place + count)]))
      {
        persons += pieces[start..<end].map { $0.first..<$0.end }
      }
      place += min(pieces[start].count, Self.wholeNumber + 1)
    }
    return persons
  }

  private static let wholeNumber = 11

  /// The digits of a piece; zeros for one that is too long to be a part of anybody's number.
  private static func digits(_ piece: Piece) -> [Int] {
    var digits = Array(repeating: 0, count: min(piece.count, wholeNumber + 1))
    var rest = piece.number
    for place in digits.indices.reversed() {
      digits[place] = rest % 10
      rest /= 10
    }
    return digits
  }

  private func isNear(_ last: Piece, _ next: Piece) -> Bool {
    var words = 0
    for index in last.end..<next.first {
      let kind = tokens[index].kind
      if kind.isText || kind == .marker { words += 1 }
      if words > Self.mostWords { return false }
    }
    return true
  }

  /// The numbers that follow one another with nothing between them but signs and words such as *og*.
  var runs: [ArraySlice<Piece>] {
    var runs: [ArraySlice<Piece>] = []
    var start = 0
    for end in pieces.indices.dropFirst() where !isConnected(pieces[end - 1], pieces[end]) {
      runs.append(pieces[start..<end])
      start = end
    }
    if start < pieces.count { runs.append(pieces[start...]) }
    return runs
  }

  private func isConnected(_ last: Piece, _ next: Piece) -> Bool {
    guard next.first - last.end < 10 else { return false }
    return (last.end..<next.first).allSatisfy { index in
      switch tokens[index].kind {
      // What is left out above, such as *tusen*, parts nothing.
      case .word:
        tokens.told(index) != nil || NumberWords.connectors.contains(tokens.folded(index))
      case .sign: Self.signs.contains(tokens.sign(index))
      case .blank: true
      case .number, .mixed, .newline, .marker: false
      }
    }
  }

  /// Commas, hyphens, slashes and the like.
  private static let signs: Set<UInt32> = [
    0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x5F, 0xB7, 0x2013,
  ]
}
