extension Places {
  /// Lays the rule for names where people are named.
  mutating func findPersons() {
    var index = 0
    while index < tokens.count {
      let isName =
        tokens[index].kind == .word
        && (tokens[index].traits.contains(.person) || isJoiner(index - 1))
      guard isName, !isJoiner(index + 1) else {
        if isDashLine(index) {
          index = readSignature(from: index + 2)
        } else {
          index += 1
        }
        continue
      }
      let word = name(endingAt: index)
      if PersonNames.closings.contains(word) {
        index = isClosing(index) ? readClosing(index) : readCapitalised(index) ?? index + 1
      } else if PersonNames.titles.contains(word), let end = readCapitalised(index) {
        index = end
      } else if PersonNames.heads.contains(word), let end = readHead(index) {
        index = end
      } else if word == "wrote" || word == "v" {
        readBesideVerb(index, word)
        index += 1
      } else {
        index += 1
      }
    }
  }

  private func name(endingAt index: Int) -> String {
    var name = tokens.folded(index)
    var start = index
    while start > 1, isJoiner(start - 1), tokens[start - 2].kind.isText, index - start < 6 {
      start -= 2
      name = tokens.folded(start) + name
    }
    return name
  }

  // MARK: Letters

  private mutating func readHead(_ index: Int) -> Int? {
    var before = index - 1
    while tokens.kind(before) == .blank
      || [0x3E, 0x2A, 0x7C, 0x2D, 0x5D].contains(tokens.sign(before))
    { before -= 1 }
    let isFirst =
      tokens.kind(before) == nil || tokens.kind(before) == .newline
      || tokens.tagEnds.indices.contains(before) && tokens.sign(before) == 0x3E
    var next = index + 1
    while tokens.sign(next) == 0x2A || tokens.kind(next) == .blank { next += 1 }
    guard tokens.sign(next) == 0x3A else { return nil }
    guard isFirst else { return readCapitalised(next) }
    let end = tokens.endOfLine(next)
    lay(.person, over: (next + 1)..<end)
    return end
  }

  /// Lays the rule over the capitalised words that follow.
  mutating func readCapitalised(_ index: Int) -> Int? {
    var next = index + 1
    if [0x2C, 0x3A].contains(tokens.sign(next)) { next += 1 }
    var fillers = 0
    while tokens.kind(next) == .blank
      || (fillers < 3 && tokens.kind(next) == .word && Self.leads.contains(tokens.folded(next)))
    {
      if tokens.kind(next) == .word { fillers += 1 }
      next += 1
    }
    guard let end = endOfName(next) else { return nil }
    lay(.person, over: next..<end)
    return end
  }

  private static let leads: Set<String> = [
    "er", "is", "mitt", "mi", "min", "pa", "til", "the", "var", "was", "igjen", "pa", "nummer",
    "nr", "of", "and", "og",
  ]

  /// The end of up to five capitalised words in a row, or `nil`.
  func endOfName(_ start: Int) -> Int? {
    var index = start
    var words = 0
    var end = start
    while words < 5, tokens.kind(index) == .word, isCapitalised(index),
      !PersonNames.audiences.contains(tokens.folded(index)), !isNameOfSecret(index)
    {
      words += 1
      end = index + 1
      index = end
      while [0x2D, 0x2E, 0x27].contains(tokens.sign(index)), tokens.kind(index + 1) == .word {
        index += 1
      }
      if tokens.sign(index) == 0x2E, tokens.kind(index + 1) == .blank, tokens.length(index - 1) == 1
      {
        index += 1
      }
      if tokens.kind(index) == .blank { index += 1 }
    }
    return words > 0 ? end : nil
  }

  /// Whether a word is the name of a secret, as in `(navn,Passord)`.
  private func isNameOfSecret(_ index: Int) -> Bool {
    guard tokens[index].traits.contains(.label) else { return false }
    switch tokens.naming(index).label {
    case .password, .code, .credential, .header: return true
    case .identityNumber, .person, nil: return false
    }
  }

  func isCapitalised(_ index: Int) -> Bool {
    guard let scalar = Unicode.Scalar(tokens.reading.codes[tokens[index].start]) else {
      return false
    }
    return scalar.properties.isUppercase
  }

  /// A name beside a word, as in `Kari Nordmann wrote` and `v/ Kari Nordmann`.
  private mutating func readBesideVerb(_ index: Int, _ word: String) {
    if word == "v" {
      guard tokens.sign(index + 1) == 0x2F else { return }
      let start = tokens.skipBlanks(index + 2)
      if let end = endOfName(start) { lay(.person, over: start..<end) }
      return
    }
    var start = index
    var words = 0
    while start > 1, words < 4, tokens.kind(start - 1) == .blank, tokens.kind(start - 2) == .word,
      isCapitalised(start - 2)
    {
      start -= 2
      words += 1
    }
    if words > 0 { lay(.person, over: start..<index) }
  }

  private func isClosing(_ index: Int) -> Bool {
    if ["mvh", "vh", "mvhilsen"].contains(tokens.folded(index)) { return true }
    var before = index - 1
    var words = 0
    while before >= 0, words < 4 {
      switch tokens[before].kind {
      case .blank, .marker: break
      case .newline: return true
      case .sign: return ![0x2D, 0x5F, 0x2F, 0x22].contains(tokens.sign(before))
      case .word:
        guard PersonNames.beforeClosing.contains(tokens.folded(before)) else { return false }
        words += 1
      case .number, .mixed: return false
      }
      before -= 1
    }
    return true
  }

  /// Lays the rule over the rest of the line and the signature below.
  private mutating func readClosing(_ index: Int) -> Int {
    let end = tokens.endOfLine(index)
    lay(.person, over: (index + 1)..<end)
    return readSignature(from: end)
  }

  private func isDashLine(_ index: Int) -> Bool {
    guard tokens.sign(index) == 0x2D, tokens.sign(index + 1) == 0x2D else { return false }
    guard index == 0 || tokens.kind(index - 1) == .newline else { return false }
    let next = tokens.skipBlanks(index + 2)
    return tokens.kind(next) == .newline
  }

  /// Lays the rule over up to eight lines, to an empty line below them or to what is no signature.
  private mutating func readSignature(from end: Int) -> Int {
    var line = tokens.endOfLine(end)
    var isBegun = false
    for _ in 0..<10 {
      guard line < tokens.count else { return line }
      let start = tokens.skipBlanks(line + 1)
      let next = tokens.endOfLine(start)
      let isEmpty = start >= tokens.count || tokens[start].kind == .newline
      if isEmpty {
        if isBegun { return next }
      } else {
        guard isSignature(start, next) else { return line }
        lay(.person, over: start..<next)
        isBegun = true
      }
      line = next
    }
    return line
  }

  /// Whether a line can stand below a letter: short, and no log, code or message.
  private func isSignature(_ start: Int, _ end: Int) -> Bool {
    guard end - start < 40 else { return false }
    guard
      tokens[start].kind != .number || tokens.length(start) > 4 || tokens.sign(start + 1) != 0x2D
    else { return false }
    guard ![0x3C, 0x7B, 0x5B, 0x3E].contains(tokens.sign(start)) else { return false }
    let first = tokens.folded(start)
    return ![
      "feilmelding", "feil", "error", "errorid", "exception", "at", "warn", "info", "debug", "http",
      "message", "melding",
    ]
    .contains(first)
  }
}
