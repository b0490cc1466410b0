/// Numbers in the name of a firm, where a line asks for one: `24SevenOffice AS`, `3M Norge`, `1881 AS`, `7-Eleven`;
/// and the year behind that of a program, `Lønn 2027`.
extension Permissions {
  /// Keeps them where there are few digits in all, and nothing tells of a secret, of a person or of what is typed.
  mutating func keepNumbersOfFirms() {
    guard let named = known.named, places.codeWords.isEmpty, places.senders.isEmpty,
      places.reach.allSatisfy(\.isEmpty), places.rules.allSatisfy({ $0 == .open }),
      hasFewDigits, !Context(tokens).tellsOfUse
    else { return }
    for index in 0..<tokens.count {
      if isNumberOfFirm(index) || (named == .program && isYear(index)) { keep(index) }
    }
  }

  /// Nobody's number has so few, nor has most of what is sent as a code.
  private static let mostDigits = 4
  private static let mostDigitsAmongLetters = 3
  /// A name with a digit in the middle of its letters is short, as *H2O* and *B2B* are.
  private static let longestAround = 4
  private static let longestWord = 20

  /// Whether a line has no more digits than the name of a firm; those of an organisation number are its own.
  private var hasFewDigits: Bool {
    var digits = 0
    var index = 0
    while index < tokens.count {
      defer { index += 1 }
      guard let kind = tokens.kind(index), kind != .newline else { return false }
      guard kind == .number || kind == .mixed else { continue }
      if kind == .number, let end = stamps.organisationNumber(tokens[index].start) {
        while tokens.kind(index + 1) != nil, tokens[index + 1].end <= end { index += 1 }
      } else {
        digits += tokens.letters(index).filter(References.isDigit).count
      }
    }
    return digits <= Self.mostDigits
  }

  private func isNumberOfFirm(_ index: Int) -> Bool {
    guard tokens.kind(index - 1).map({ $0 == .blank }) ?? true, let kind = tokens.kind(index) else {
      return false
    }
    switch kind {
    case .number: return hasWord(behind: index) || isJoinedToWord(index)
    case .mixed:
      guard hasShapeOfName(index) else { return false }
      // A password often ends in digits: a name that does has the form of a firm behind it.
      return endsInDigit(index) ? hasForm(behind: index) : hasWord(behind: index)
    case .word, .sign, .blank, .newline, .marker: return false
    }
  }

  /// Whether it is a year of this century at the end of a name of words.
  private func isYear(_ index: Int) -> Bool {
    guard tokens.kind(index) == .number, tokens.length(index) == 4,
      tokens.letters(index).prefix(2).elementsEqual([0x32, 0x30])
    else { return false }
    let isBehindWord = tokens.kind(index - 1) == .blank && isWord(index - 2)
    // In a title the next answer stands behind a comma.
    return isBehindWord && (tokens.kind(index + 1) == nil || tokens.sign(index + 1) == 0x2C)
  }

  /// Whether letters and digits that touch are those of a name: few digits at one end, or one among few letters.
  private func hasShapeOfName(_ index: Int) -> Bool {
    let letters = tokens.letters(index)
    guard letters.count <= Self.longestWord, !tokens[index].traits.contains(.tangled),
      let first = letters.firstIndex(where: References.isDigit),
      let last = letters.lastIndex(where: References.isDigit)
    else { return false }
    let count = last - first + 1
    guard count <= Self.mostDigitsAmongLetters, letters[first...last].allSatisfy(References.isDigit)
    else {
      return false
    }
    let isAtEnd = first == letters.startIndex || last == letters.endIndex - 1
    return isAtEnd || (count == 1 && letters.count <= Self.longestAround)
  }

  private func endsInDigit(_ index: Int) -> Bool {
    tokens.letters(index).last.map(References.isDigit) ?? false
  }

  /// The word of a name behind a blank, over an ampersand that stands by itself.
  private func word(behind index: Int) -> Int? {
    guard tokens.kind(index + 1) == .blank else { return nil }
    var next = index + 2
    if tokens.sign(next) == 0x26, tokens.kind(next + 1) == .blank { next += 2 }
    return isWord(next) ? next : nil
  }

  private func hasWord(behind index: Int) -> Bool { word(behind: index) != nil }

  private func hasForm(behind index: Int) -> Bool {
    word(behind: index).map { FirmForm.isOne(tokens.folded($0)) } ?? false
  }

  /// Whether a hyphen joins a number to a word that ends there, as in `7-Eleven`.
  private func isJoinedToWord(_ index: Int) -> Bool {
    tokens.sign(index + 1) == 0x2D && isWord(index + 2)
      && tokens.kind(index + 3).map { $0 == .blank } ?? true
  }

  private func isWord(_ index: Int) -> Bool {
    tokens.kind(index) == .word && tokens.length(index) > 1
      && !tokens[index].traits.contains(.tangled)
  }
}

extension Redaction {
  /// Redacts what is typed where the name of a party or of a program is asked for.
  ///
  /// What is taken out of it for more than that it has digits is taken out of it everywhere.
  package init(_ text: String, nameOf named: Named) {
    let plain = Redaction(text)
    self =
      plain.removed.keys.contains { $0 != .other } || plain.isClean
      ? plain : Redaction(text, known: Known(named: named))
  }
}
