extension Places {
  /// Finds what stands under a label and returns where to go on.
  mutating func readLabel(_ label: Label) -> Int {
    let before = tokens.sign(label.start - 1)
    let isInElement =
      before == 0x3C || (before == 0x3A && tokens.sign(label.start - 3) == 0x3C)
    if isInElement, let end = readElement(label) { return end }
    // The name itself may be the value of another: `key="password" value="…"`, `"name": "pin"`.
    let isQuoted = Self.isQuote(before) && Self.isQuote(tokens.sign(label.end))
    if isQuoted, let end = readNamedValue(label) { return end }
    if let end = readPair(label) ?? readInsert(label) { return end }
    if let end = readTable(label) ?? readHeading(label) { return end }
    if before == 0x2D, tokens.kind(label.end) == .blank { return readValue(label, from: label.end) }
    if let value = separator(behind: label) {
      return readTwins(label, from: readValue(label, from: value))
    }
    if readBackwards(label) { return label.end }
    if let end = readNextLine(label) { return end }
    if let end = readCell(label) { return end }
    return readSentence(label)
  }

  /// What must be masked under a label.
  func rule(_ label: Label) -> Rule {
    switch label.name {
    case .identityNumber: .identityNumber
    case .person: .person
    default: .secret(label.name.kind)
    }
  }

  // MARK: Behind a separator

  /// The token behind the sign that leads from a label to its value, or `nil`.
  private func separator(behind label: Label) -> Int? {
    var index = label.end
    var words = 0
    var unknown = 0
    while index < tokens.count, index - label.end < 28 {
      let sign = tokens.sign(index)
      switch tokens[index].kind {
      case .newline: return nil
      case .sign:
        if isSeparator(index, isDirect: words == 0) { return behindSeparator(index) }
        // Dots that lead to a colon end nothing.
        if sign == 0x2E, [0x2E, 0x3A].contains(tokens.sign(index + 1)) { break }
        // A sentence that ends, or a list that goes on, leads to nothing.
        if [0x2E, 0x2C, 0x3B, 0x21, 0x3F].contains(sign), tokens.kind(index + 1)?.isText != true {
          return nil
        }
        if sign == 0x3C, tokens.tagEnds[index] > 0 {
          index = tokens.tagEnds[index]
          continue
        }
        if sign == 0x28, let close = closing(index) {
          index = close + 1
          continue
        }
      case .word where !StateWords.between.contains(tokens.folded(index)):
        // *Authorization failed:* tells of one, and leads to what happened.
        if StateWords.contains(tokens.folded(index)) { return nil }
        unknown += 1
        if unknown > 1 { return nil }
        words += 1
      case .word, .number, .mixed: words += 1
      case .blank, .marker: break
      }
      index += 1
    }
    return nil
  }

  /// The closing parenthesis of a remark, not far off.
  func closing(_ open: Int) -> Int? {
    for index in open..<min(open + 20, tokens.count) {
      if tokens.sign(index) == 0x29 { return index }
      if tokens[index].kind == .newline { return nil }
    }
    return nil
  }

  /// - Parameter isDirect: Whether no word stands between it and the label.
  private func isSeparator(_ index: Int, isDirect: Bool) -> Bool {
    let sign = tokens.sign(index)
    let isSpaced = tokens.kind(index + 1) == .blank || tokens.kind(index + 1) == .newline
    switch sign {
    case 0x3E, 0xBB, 0x203A:
      return tokens.kind(index - 1) == .blank && tokens.kind(index + 1) == .blank
    case 0x3A: return !(tokens.sign(index + 1) == 0x2F && tokens.sign(index + 2) == 0x2F)
    case 0x3D, 0x2192, 0x21D2, 0x27A1: return true
    case 0x2013, 0x2014, 0x2212, 0x7E: return isSpaced || isDirect
    case 0x2D:
      return (isSpaced && tokens.kind(index - 1) == .blank) || tokens.sign(index + 1) == 0x3E
    case 0x28, 0x5B: return Self.isQuote(tokens.sign(index + 1))
    default: return false
    }
  }

  private func behindSeparator(_ index: Int) -> Int {
    var index = index + 1
    while [0x3D, 0x3E, 0x3A].contains(tokens.sign(index)) { index += 1 }
    return index
  }

  // MARK: Values

  /// Masks the value that begins at a token, and returns where to go on.
  mutating func readValue(_ label: Label, from start: Int) -> Int {
    var index = tokens.skipMarkup(start)
    // YAML says with these that the value stands below, and may take several lines.
    var isBlock = false
    while [0x3E, 0x7C, 0x2D].contains(tokens.sign(index)), isAlone(index) {
      isBlock = isBlock || tokens.sign(index) != 0x2D
      index += 1
    }
    if index >= tokens.count || tokens[index].kind == .newline { maskTag(label, from: start) }
    if index >= tokens.count { return index }
    if tokens[index].kind == .newline { return readBelow(label, index, isBlock: isBlock) }
    let sign = tokens.sign(index)
    if Self.isQuote(sign), let end = endOfQuote(index) {
      if label.name == .person, isTechnical(label, (index + 1)..<end) { return label.end }
      return mask(label, (index + 1)..<end) + 1
    }
    if sign == 0x7B || sign == 0x5B, let end = endOfBracket(index) {
      return mask(label, index..<end)
    }
    var end = endOfValue(label, from: index)
    if label.name == .person, isOfSecret(label, index..<end) { return label.end }
    if label.name == .header { end = endOfHeader(end) }
    while end > index, [0x2C, 0x3B].contains(tokens.sign(end - 1)) { end -= 1 }
    return mask(label, index..<end)
  }

  /// Masks the one word of what only looks like a tag, as in `passord: <sommer>`.
  private mutating func maskTag(_ label: Label, from start: Int) {
    let open = tokens.skipBlanks(start)
    guard case .secret = rule(label), open < tokens.count, tokens.tagEnds[open] == open + 3,
      tokens.kind(open + 1) == .word, tokens.length(open + 1) > 3, !tokens.isCommon(open + 1)
    else { return }
    lay(rule(label), over: (open + 1)..<(open + 2))
  }

  /// Masks the value that begins below a line break.
  private mutating func readBelow(_ label: Label, _ lineBreak: Int, isBlock: Bool) -> Int {
    let start = tokens.nextLine(lineBreak)
    if isStacked(label, above: start), let end = readNextLine(label) { return end }
    var end = tokens.endOfLine(start)
    while isBlock, tokens.kind(end + 1) == .blank, tokens.endOfLine(end + 1) > end + 2 {
      end = tokens.endOfLine(end + 1)
    }
    return isBlock ? mask(label, start..<end) : readLines(label, from: start)
  }

  /// Whether a `name` without quotes is that of a secret, whose value stands elsewhere.
  private func isOfSecret(_ label: Label, _ value: Range<Int>) -> Bool {
    guard ["name", "navn", "namn"].contains(tokens.folded(label.end - 1)),
      let last = value.last(where: { tokens[$0].kind.isText }),
      let named = self.label(endingAt: last), case .secret = rule(named)
    else { return false }
    return !value.contains { $0 < named.start && tokens[$0].kind.isText }
  }

  /// Whether a `name` is what a field, a header or a setting is called, and no person.
  private func isTechnical(_ label: Label, _ value: Range<Int>) -> Bool {
    guard ["name", "navn", "namn"].contains(tokens.folded(label.end - 1)) else { return false }
    if let last = value.last(where: { tokens[$0].kind.isText }), self.label(endingAt: last) != nil {
      return true
    }
    guard !value.contains(where: { tokens[$0].kind == .blank }) else { return false }
    if !Self.isQuote(tokens.sign(label.end)) { return true }
    let next = value.upperBound..<min(value.upperBound + 24, tokens.count)
    return next.contains { ["value", "verdi"].contains(tokens.folded($0)) }
  }

  private func isAlone(_ index: Int) -> Bool {
    let next = tokens.kind(index + 1)
    return next == nil || next == .newline || next == .blank
      || (tokens.sign(index + 1) == 0x2D && tokens.kind(index + 2) == .newline)
  }

  /// Masks a value, unless every word of it tells of a secret and is none.
  mutating func mask(_ label: Label, _ range: Range<Int>) -> Int {
    if case .secret = rule(label) {
      var start = range.lowerBound
      while start < range.upperBound, let end = endOfState(start, range.upperBound) { start = end }
      lay(rule(label), over: start..<max(start, range.upperBound))
    } else {
      lay(rule(label), over: range)
    }
    return max(range.upperBound, label.end)
  }

  /// The end of a clause of nothing but state words, or `nil` when there is another word in it.
  func endOfState(_ start: Int, _ end: Int) -> Int? {
    var words = 0
    var index = start
    while index < end {
      switch tokens[index].kind {
      case .word:
        if words > 0, let behind = endOfHolder(index), behind <= end {
          index = behind
          continue
        }
        words += 1
        guard words <= 12, StateWords.contains(tokens.folded(index)) else { return nil }
      // Masked by themselves where they are no date or the like.
      case .number, .mixed:
        guard words > 0 else { return nil }
      case .marker: return nil
      case .sign:
        let isEnd = [0x2C, 0x3B, 0x2E, 0x28, 0x29, 0x21].contains(tokens.sign(index))
        // In front of a letter they are of a secret such as `tom!Sol!Ski`.
        let isInside =
          [0x2E, 0x21].contains(tokens.sign(index)) && tokens.kind(index + 1)?.isText == true
        if isEnd, words > 0, !isInside { return index + 1 }
        guard isEnd || [0x7D, 0x5D, 0x2F, 0x3F, 0x2D, 0x3A].contains(tokens.sign(index)) else {
          return nil
        }
      case .blank, .newline: break
      }
      index += 1
    }
    return words > 0 ? end : nil
  }

  /// The end of what a secret that was refused does not fit, as in *er ugyldig for datasystemet*; `nil` where a word
  /// stands there that may be the secret.
  private func endOfHolder(_ index: Int) -> Int? {
    guard tokens.folded(index) == "for", tokens.kind(index - 1) == .blank,
      StateWords.refusals.contains(tokens.folded(index - 2)), var holder = wordBehind(index)
    else { return nil }
    if tokens.folded(holder) == "the", let next = wordBehind(holder) { holder = next }
    return StateWords.holders.contains(tokens.folded(holder)) ? holder + 1 : nil
  }

  private static let longestQuote = 400

  /// The quote that ends a value: one that more of the text's structure, or nothing, follows.
  func endOfQuote(_ open: Int) -> Int? {
    let sign = tokens.sign(open)
    for index in (open + 1)..<max(open + 1, min(open + Self.longestQuote, tokens.count)) {
      if tokens[index].kind == .newline { return nil }
      let other = tokens.sign(index)
      let isPartner =
        other == sign
        || (Self.isQuote(other) && other > 0x7F && sign > 0x7F)
      if isPartner, endsValue(index + 1) { return index }
    }
    return nil
  }

  /// Whether a value can have ended before a token.
  private func endsValue(_ index: Int) -> Bool {
    switch tokens.kind(index) {
    case nil, .newline, .blank: return true
    case .sign:
      let sign = tokens.sign(index)
      guard
        [0x2C, 0x7D, 0x5D, 0x29, 0x3B, 0x3E, 0x2F, 0x26, 0x2E, 0x3A, 0x7C].contains(sign)
          || Self.isQuote(sign)
      else { return false }
      // Inside a value such signs are followed by more of it.
      let next = tokens.kind(index + 1)
      return sign == 0x3E || sign == 0x2C || sign == 0x7D || sign == 0x29 || next == nil
        || next?.isText != true
    default: return false
    }
  }

  /// The token behind the bracket that closes one, within bounds.
  private func endOfBracket(_ open: Int) -> Int? {
    var depth = 0
    var index = open
    while index < min(open + 600, tokens.count) {
      switch tokens.sign(index) {
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D:
        depth -= 1
        if depth == 0 { return index + 1 }
      // A bracket between quotes closes nothing.
      case 0x22: index = endOfQuote(index) ?? index
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The end of a value without quotes: the line, or the next thing that is surely none of it.
  private func endOfValue(_ label: Label, from start: Int) -> Int {
    let isKey = Self.isQuote(tokens.sign(label.start - 1))
    let isOpenQuote = isKey && !Self.isQuote(tokens.sign(label.end))
    let quote = tokens.sign(label.start - 1)
    let isQuery = [0x3F, 0x26, 0x23].contains(tokens.sign(label.start - 1))
    var index = start
    while index < tokens.count, tokens[index].kind != .newline {
      let sign = tokens.sign(index)
      if tokens.tagEnds[index] > 0, tokens.sign(index + 1) == 0x2F || isBreak(index + 1) { break }
      if isQuery, sign == 0x26 || tokens[index].kind == .blank || Self.isQuote(sign),
        !tokens.isCoded(index)
      {
        break
      }
      if isKey, !isOpenQuote, sign == 0x2C || sign == 0x7D { break }
      if isOpenQuote, sign == quote, endsValue(index + 1) { break }
      if Self.isQuote(sign), isBoundary(index) { break }
      if index > start, isOtherField(index) { break }
      index += 1
    }
    return index
  }

  private func isBreak(_ index: Int) -> Bool {
    ["br", "p", "tr", "li", "div"].contains(tokens.folded(index))
  }

  /// Whether a quote ends a string of JSON: `",` or `"}` and then more of the object.
  private func isBoundary(_ index: Int) -> Bool {
    let next = tokens.sign(index + 1)
    guard next == 0x2C || next == 0x7D else { return false }
    let after = tokens.skipBlanks(index + 2)
    return next == 0x7D || Self.isQuote(tokens.sign(after))
  }

  /// Whether a field begins here that is known to be another one.
  func isOtherField(_ index: Int) -> Bool {
    guard tokens[index].kind == .word || tokens[index].kind == .mixed else { return false }
    let before = tokens.kind(index - 1)
    guard before == .blank || [0x2C, 0x3B, 0x26, 0x7C, 0x28].contains(tokens.sign(index - 1)) else {
      return false
    }
    var end = index + 1
    while isJoiner(end), end - index < 8 { end += 2 }
    if tokens.kind(end) == .blank, tokens.sign(end + 1) == 0x3D { end += 1 }
    guard [0x3A, 0x3D].contains(tokens.sign(end)) else { return false }
    let name = (index..<end).map { tokens.folded($0) }.joined()
    return EvidenceNames.fields.contains(name) || EvidenceNames.references.contains(name)
      || EvidenceNames.digits(behind: name) != nil
  }

  /// A header goes on over lines that are indented, and over lines of one long run.
  private func endOfHeader(_ end: Int) -> Int {
    var end = end
    for _ in 0..<200 {
      guard end + 1 < tokens.count, tokens[end].kind == .newline else { return end }
      let next = tokens.endOfLine(end + 1)
      let isFolded = tokens[end + 1].kind == .blank && next > end + 2
      var hasBlank = false
      for index in (end + 1)..<next where tokens[index].kind == .blank { hasBlank = true }
      let length = next > end + 1 ? tokens[next - 1].end - tokens[end + 1].start : 0
      let before = tokens[end].start
      let isLong = before >= 60 && !hasBlank && length > 0 && isUnbroken(end, 40)
      guard isFolded || isLong else { return end }
      end = next
    }
    return end
  }

  /// Whether the characters before a line break are one run of a certain length.
  private func isUnbroken(_ index: Int, _ length: Int) -> Bool {
    var first = index
    while first > 0, tokens[first - 1].kind != .blank, tokens[first - 1].kind != .newline,
      index - first < length
    { first -= 1 }
    return first < index && tokens[index].start - tokens[first].start >= length
  }
}
