/// Values on the lines below the name of a secret: lists, blocks, pairs of a name and a value, and rows of a database.
extension Places {
  private static let mostLines = 40

  // MARK: Lists and blocks

  /// Masks the line below a label, and those that are of the same list or that stand further in than the label.
  mutating func readLines(_ label: Label, from start: Int) -> Int {
    let margin = column(of: firstOfItem(label.start))
    let isQuoted = Self.isQuote(tokens.sign(label.start - 1))
    var line = start
    var end = start
    for _ in 0..<Self.mostLines {
      let value = item(line)
      // Behind a remark the value is still to come.
      let isOver = isRemark(line)
      end = mask(label, value..<tokens.endOfLine(line))
      let next = tokens.nextLine(tokens.endOfLine(line))
      guard next < tokens.count, case .secret = rule(label) else { break }
      let isList = value > line && item(next) > next
      let isBlock = !isQuoted && column(of: line) > margin && column(of: next) > margin
      guard isOver || isList || (isBlock && !beginsOther(next)) else { break }
      line = next
    }
    return end
  }

  /// What stands behind the sign of an item of a list; the token itself where there is none.
  private func item(_ line: Int) -> Int {
    guard [0x2A, 0x2B, 0x2D, 0xB7, 0x2022].contains(tokens.sign(line)),
      tokens.kind(line + 1) == .blank
    else { return line }
    return line + 2
  }

  /// Whether a line is a remark of a script or a file of settings.
  private func isRemark(_ line: Int) -> Bool {
    let sign = tokens.sign(line)
    return sign == 0x23 || (sign == 0x2F && tokens.sign(line + 1) == 0x2F)
  }

  private func beginsOther(_ line: Int) -> Bool {
    isOtherField(line) || Self.beginnings.contains(tokens.folded(line))
  }

  /// The first token of the item in which a token stands, not far back.
  private func firstOfItem(_ index: Int) -> Int {
    var start = tokens.startOfLine(index, within: 40)
    while start < index, tokens.kind(start) == .blank || tokens.sign(start) == 0x3E { start += 1 }
    return item(start)
  }

  /// How far in a token stands on its line.
  private func column(of index: Int) -> Int {
    tokens[index].start - tokens[tokens.startOfLine(index, within: 40)].start
  }

  /// Whether a line only leads on from the name of a secret to the next, as *er* and *for systemet* do.
  func isLeading(_ line: Int) -> Bool {
    let end = tokens.endOfLine(line)
    guard end > line, end - line < 9 else { return false }
    return (line..<end).allSatisfy { index in
      let word = tokens.folded(index)
      switch tokens[index].kind {
      case .blank: return true
      case .sign: return tokens.sign(index) == 0x3A
      case .word: return word != "feil" && isBetween(word)
      case .number, .mixed, .newline, .marker: return false
      }
    }
  }

  /// Whether a line tells the number of a fault, as `ErrorID: 989` does below *passordet er feil*.
  func isFieldOfFault(_ line: Int) -> Bool {
    guard EvidenceNames.isOfFault(tokens.folded(line)) else { return false }
    let sign = tokens.skipBlanks(line + 1)
    let value = tokens.skipBlanks(sign + 1)
    return [0x3A, 0x3D].contains(tokens.sign(sign)) && tokens.kind(value) == .number
      && tokens.length(value) < 7
  }

  private func isBetween(_ word: String) -> Bool {
    StateWords.between.contains(word) || StateWords.copulas.contains(word)
  }

  /// Whether nothing stands behind a label but what leads on from it, and remarks in parentheses.
  func isBare(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if tokens.sign(index) == 0x28, let close = closing(index), isRemark(in: index..<close) {
        index = close + 1
        continue
      }
      guard tokens[index].kind != .marker,
        !tokens[index].kind.isText || StateWords.between.contains(tokens.folded(index))
      else { return false }
      index += 1
    }
    return true
  }

  private func isRemark(in range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      switch tokens[index].kind {
      case .word: return tokens.isCommon(index)
      case .blank, .sign: return true
      case .number, .mixed, .newline, .marker: return false
      }
    }
  }

  // MARK: Pairs

  /// Masks the value beside a name that is one itself: `name: PASSWORD` over `value: …`.
  mutating func readPair(_ label: Label) -> Int? {
    let behind = tokens.kind(tokens.skipBlanks(label.end))
    guard case .secret = rule(label), isNamed(label.start), behind == nil || behind == .newline
    else { return nil }
    var end = tokens.endOfLine(label.end)
    for _ in 0..<Self.mostOfPair {
      let next = tokens.nextLine(end)
      guard next < tokens.count, item(next) == next else { break }
      end = tokens.endOfLine(next)
      if let value = namedValue(next..<min(end, next + 6)) { return readValue(label, from: value) }
    }
    guard let above = lineAbove(label.start), let value = namedValue(above) else { return nil }
    _ = readValue(label, from: value)
    return label.end
  }

  /// How many lines may stand between a name and its value.
  private static let mostOfPair = 6

  /// The line above the one where a token stands, where neither is long.
  private func lineAbove(_ index: Int) -> Range<Int>? {
    let line = tokens.startOfLine(index, within: 12)
    guard tokens.kind(line - 1) == .newline else { return nil }
    return tokens.startOfLine(line - 1, within: 40)..<(line - 1)
  }

  /// Masks the other one of two secrets, as in `gammelt passord: …` over `nytt: …`.
  ///
  /// - Parameter end: Where the value of the label ends.
  mutating func readTwins(_ label: Label, from end: Int) -> Int {
    guard case .secret = rule(label) else { return end }
    if let above = lineAbove(label.start), let value = twin(above.lowerBound) {
      _ = readValue(label, from: value)
    }
    guard let value = twin(tokens.nextLine(tokens.endOfLine(end))) else { return end }
    return max(end, readValue(label, from: value))
  }

  /// The value behind a word for the other secret at the beginning of a line.
  private func twin(_ line: Int) -> Int? {
    let word = item(tokens.skipBlanks(line))
    guard Self.twins.contains(tokens.folded(word)) else { return nil }
    let sign = tokens.skipBlanks(word + 1)
    let isTold = tokens.kind(tokens.skipBlanks(sign + 1)).map { $0 != .newline } ?? false
    return isTold && [0x3A, 0x3D].contains(tokens.sign(sign)) ? sign + 1 : nil
  }

  private static let twins: Set<String> = [
    "ny", "nytt", "nye", "gammel", "gammal", "gammelt", "gamle", "new", "old", "current",
    "previous", "forrige", "forre", "gjenta", "bekreft", "stadfest", "confirm", "repeat", "again",
    "igjen",
  ]

  // MARK: Rows of a database

  /// Masks the column of a secret in `INSERT INTO u (navn, passord) VALUES ('ola', '…')`.
  mutating func readInsert(_ label: Label) -> Int? {
    guard case .secret = rule(label), let column = columnOfInsert(label) else { return nil }
    var row = skipSpace(skipSpace(column.end) + 1)
    var hasRow = false
    while tokens.sign(row) == 0x28, let found = cells(row) {
      hasRow = true
      if found.cells.indices.contains(column.place) { _ = mask(label, found.cells[column.place]) }
      let comma = skipSpace(found.end)
      guard tokens.sign(comma) == 0x2C else { break }
      row = skipSpace(comma + 1)
    }
    return hasRow ? label.end : nil
  }

  private func skipSpace(_ index: Int) -> Int {
    var index = index
    while index < tokens.count, [.blank, .newline].contains(tokens[index].kind) { index += 1 }
    return index
  }

  /// Which of the columns before `VALUES` a label is, and where their list ends.
  private func columnOfInsert(_ label: Label) -> (place: Int, end: Int)? {
    var open = label.start - 1
    var place = 0
    while open > 0, label.start - open < 120, tokens.sign(open) != 0x28 {
      if tokens.sign(open) == 0x2C { place += 1 }
      open -= 1
    }
    guard tokens.sign(open) == 0x28,
      (max(0, open - 8)..<open).contains(where: { tokens.folded($0) == "into" })
    else { return nil }
    var close = label.end
    while close < tokens.count, close - label.end < 120, tokens.sign(close) != 0x29 { close += 1 }
    guard tokens.sign(close) == 0x29, tokens.folded(skipSpace(close + 1)) == "values" else {
      return nil
    }
    return (place, close + 1)
  }

  private static let longestRow = 600

  /// The cells of a row, each without its quotes, and the token behind it; `nil` for one that does not end.
  private func cells(_ open: Int) -> (cells: [Range<Int>], end: Int)? {
    var cells: [Range<Int>] = []
    var start = open + 1
    var depth = 0
    var quote: UInt32 = 0
    for index in start..<max(start, min(open + Self.longestRow, tokens.count)) {
      let sign = tokens.sign(index)
      if quote != 0 {
        if sign == quote { quote = 0 }
        continue
      }
      switch sign {
      case 0x22, 0x27: quote = sign
      case 0x28: depth += 1
      case 0x29 where depth == 0: return (cells + [bare(start..<index)], index + 1)
      case 0x29: depth -= 1
      case 0x2C where depth == 0:
        cells.append(bare(start..<index))
        start = index + 1
      default: break
      }
    }
    return nil
  }

  /// A cell without the blanks and the quotes at its ends.
  private func bare(_ cell: Range<Int>) -> Range<Int> {
    let start = min(skipSpace(cell.lowerBound), cell.upperBound)
    var end = cell.upperBound
    while end > start, [.blank, .newline].contains(tokens[end - 1].kind) { end -= 1 }
    guard end - start > 1, Self.isQuote(tokens.sign(start)),
      tokens.sign(start) == tokens.sign(end - 1)
    else { return start..<end }
    return (start + 1)..<(end - 1)
  }
}
