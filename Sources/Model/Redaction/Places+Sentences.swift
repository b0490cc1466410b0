extension Places {
  /// Masks a secret that a sentence tells, and returns where to go on.
  ///
  /// Numbers and mixed words need none of this: they are masked wherever they stand.
  mutating func readSentence(_ label: Label) -> Int {
    if label.name == .identityNumber { return readIdentityNumber(label) }
    if label.name == .person { return readCapitalised(label.end - 1) ?? label.end }
    let isChange = (max(0, label.start - 8)..<label.start).contains {
      StateWords.changes.contains(tokens.folded($0))
    }
    var index = label.end
    var words = 0
    while index < tokens.count, words < 7 {
      switch tokens[index].kind {
      case .number, .mixed:
        let isTold = isChange || StateWords.refusals.contains(tokens.folded(label.start - 2))
        let isFirst = words == 0 && !(isTold && isMoment(index))
        if isFirst, let end = readLastNumber(label, index) { return end }
      case .blank, .marker: break
      case .word:
        let word = tokens.folded(index)
        if StateWords.copulas.contains(word) || word == "lik"
          || (isChange && StateWords.turns.contains(word))
        {
          return readClause(label, from: index + 1)
        }
        if words == 0, let end = readLastWord(label, index) { return end }
        guard StateWords.between.contains(word) || words == 0 else { return label.end }
        words += 1
      case .sign where Self.isQuote(tokens.sign(index)) && words < 3:
        guard tokens.kind(index - 1) == .blank, let end = endOfQuote(index) else {
          return label.end
        }
        return mask(label, (index + 1)..<end)
      case .sign where tokens.sign(index) == 0x2D || tokens.sign(index) == 0x5F: break
      case .sign, .newline: return label.end
      }
      index += 1
    }
    return label.end
  }

  /// Masks the end of a sentence, unless it tells of the secret and is none.
  private mutating func readClause(_ label: Label, from start: Int) -> Int {
    var index = tokens.skipBlanks(start)
    if Self.isQuote(tokens.sign(index)), let end = endOfQuote(index) {
      return mask(label, (index + 1)..<end)
    }
    let first = index
    while index < tokens.count, tokens[index].kind != .newline, !endsClause(index) { index += 1 }
    return mask(label, first..<index)
  }

  private func endsClause(_ index: Int) -> Bool {
    guard [0x2E, 0x2C, 0x3B, 0x21, 0x3F].contains(tokens.sign(index)) else {
      return tokens.tagEnds[index] > 0
        || (tokens.sign(index) == 0x22 && [0x2C, 0x7D].contains(tokens.sign(index + 1)))
    }
    return tokens.kind(index + 1)?.isText != true
  }

  /// Masks the one word between a label and the end of a line or sentence, as in `passord sommer`.
  private mutating func readLastWord(_ label: Label, _ index: Int) -> Int? {
    guard tokens.kind(index - 1) == .blank else { return nil }
    let end = index + 1
    guard end == tokens.count || tokens[end].kind == .newline || endsClause(end) else { return nil }
    return mask(label, index..<end)
  }

  /// Masks the digits between the name of a password and the end of a line or sentence, as in `pwd 4936`.
  private mutating func readLastNumber(_ label: Label, _ index: Int) -> Int? {
    guard label.name == .password, tokens.kind(index - 1) == .blank, index - 1 == label.end else {
      return nil
    }
    var end = index + 1
    var digits = tokens.length(index)
    while end < tokens.count, tokens[end].kind != .word, tokens[end].kind != .newline,
      !endsClause(end), end - index < 24
    {
      if tokens[end].kind == .number { digits += tokens.length(end) }
      end += 1
    }
    guard end == tokens.count || tokens[end].kind == .newline || endsClause(end), digits > 3 else {
      return nil
    }
    return mask(label, index..<end)
  }

  /// Whether a day begins with a number, as in *byttet passord 30.11.2026* and *feil passord 30.11.2026*.
  private func isMoment(_ index: Int) -> Bool {
    [0x2D, 0x2E, 0x2F].contains(tokens.sign(index + 1)) && tokens.kind(index + 2) == .number
  }

  /// In running text a number is a person's when it has as many digits; a word never is.
  private mutating func readIdentityNumber(_ label: Label) -> Int {
    var end = label.end
    var words = 0
    while end < tokens.count, end - label.end < 60, tokens[end].kind != .newline, words < 4,
      !endsClause(end), tokens.sign(end) != 0x28
    {
      if tokens[end].kind == .word { words += 1 }
      end += 1
    }
    // *må bestå av 11 siffer* is no number of anybody.
    let digits = (label.end..<end).reduce(0) {
      $0 + (tokens[$1].kind == .number ? tokens.length($1) : 0)
    }
    guard digits > 4 || (label.end..<end).contains(where: { tokens[$0].kind == .mixed }) else {
      return label.end
    }
    for index in label.end..<end where tokens[index].kind == .number || tokens[index].kind == .mixed
    {
      lay(.identityNumber, over: index..<(index + 1))
    }
    return label.end
  }

  /// Masks what is said to be a secret by what follows: `sommer er passordet`, `brukte sommer som passord`.
  mutating func readBackwards(_ label: Label) -> Bool {
    guard case .secret = rule(label) else { return false }
    var index = label.start - 1
    var words = 0
    while index >= 0, words < 4 {
      switch tokens[index].kind {
      case .blank: break
      case .word:
        let word = tokens.folded(index)
        if ["er", "is", "var", "som", "as", "was"].contains(word) {
          guard index >= 2, tokens.kind(index - 1) == .blank else { return false }
          return maskBefore(label, index - 1, all: word != "som" && word != "as")
        }
        guard StateWords.between.contains(word) || ["ditt", "det", "new"].contains(word) else {
          return false
        }
        words += 1
      default: return false
      }
      index -= 1
    }
    return false
  }

  /// - Parameter all: Whether the whole clause is the secret, and not its last word.
  private mutating func maskBefore(_ label: Label, _ end: Int, all: Bool) -> Bool {
    var start = end
    var words = 0
    while start > 0, tokens[start - 1].kind != .newline, words < (all ? 6 : 1) {
      start -= 1
      if tokens[start].kind.isText { words += 1 }
      let isEnd =
        [0x2E, 0x2C, 0x3B, 0x21, 0x3F, 0x3A].contains(tokens.sign(start))
        && tokens.kind(start + 1) == .blank
      if isEnd, words > 0 {
        start += 1
        break
      }
    }
    // The parts of one word that signs join.
    while !all, start > 0, tokens[start - 1].kind != .blank, tokens[start - 1].kind != .newline,
      end - start < 60
    {
      start -= 1
    }
    guard words > 0, endOfState(start, end) == nil else { return false }
    lay(rule(label), over: start..<end)
    return true
  }
}
