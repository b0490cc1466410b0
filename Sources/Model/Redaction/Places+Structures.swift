extension Places {
  // MARK: Elements and pairs

  /// Masks the content of an element, and its attribute `value`; `nil` when there is no such thing.
  mutating func readElement(_ label: Label) -> Int? {
    var open = label.start - 1
    if tokens.sign(open) != 0x3C { open -= 2 }
    guard open >= 0, tokens.sign(open) == 0x3C else { return nil }
    let content = tokens.tagEnds[open]
    guard content > 0 else {
      // A tag that was cut off, or no tag at all.
      return nil
    }
    if let value = valueAttribute(label.end..<content) { _ = readValue(label, from: value) }
    if tokens.sign(content - 2) != 0x2F { _ = readContent(label, from: content) }
    // Its other attributes may have names of their own.
    return label.end
  }

  /// Masks the text up to the tag that ends it.
  mutating func readContent(_ label: Label, from content: Int) -> Int {
    var start = content
    // What is wrapped once more, as in `<value>` or CDATA, is the content all the same.
    for _ in 0..<3 {
      let next = tokens.skipMarkup(start, lines: true)
      let isWrapped =
        next > start && tokens.sign(next) != 0 || tokens.kind(next)?.isText == true
      if next == start { break }
      let inside = (start..<min(next, start + 12)).contains {
        ["value", "string", "cdata"].contains(tokens.folded($0))
      }
      let onlySpace = (start..<next).allSatisfy {
        tokens.tagEnds[$0] == 0 && tokens.kind($0) != .sign
      }
      guard isWrapped, inside || onlySpace else { break }
      start = next
    }
    var end = start
    var firstBreak: Int?
    while end < tokens.count, end - start < 600 {
      if tokens.tagEnds[end] > 0, tokens.sign(end + 1) == 0x2F || end == start { break }
      if tokens[end].kind == .newline, firstBreak == nil { firstBreak = end }
      end += 1
    }
    // No end near: the text was cut off, so the value is what is left of its line.
    if end == tokens.count || end - start >= 600 { end = firstBreak ?? end }
    return mask(label, start..<end)
  }

  private func valueAttribute(_ range: Range<Int>) -> Int? {
    for index in range where tokens.folded(index) == "value" {
      let next = tokens.skipBlanks(index + 1)
      if tokens.sign(next) == 0x3D { return next + 1 }
    }
    return nil
  }

  /// Masks the value whose name stands in a value of its own: `"name":"password","value":"…"`.
  mutating func readNamedValue(_ label: Label) -> Int? {
    let behind = tokens.skipBlanks(label.end + 1)
    guard ![0x3A, 0x3D].contains(tokens.sign(behind)), isNamed(label.start - 1) else { return nil }
    // The value may stand before its name as well as behind it.
    let opening: UInt32 =
      Self.isQuote(tokens.sign(label.start - 1)) && tokens.sign(label.start - 2) == 0x3D
      ? 0x3C : 0x7B
    var index = label.start
    while index > 0, label.start - index < 40, tokens.sign(index) != opening {
      index -= 1
    }
    if let value = namedValue(index..<label.start) { _ = readValue(label, from: value) }
    var end = label.end + 1
    while end < tokens.count, end - label.end < 60, ![0x7D, 0x7B].contains(tokens.sign(end)) {
      end += 1
    }
    if let value = namedValue((label.end + 1)..<end) { return readValue(label, from: value) }
    var close = label.end + 1
    while close < tokens.count, close - label.end < 40, tokens.sign(close) != 0x3E { close += 1 }
    guard tokens.sign(close) == 0x3E, tokens.sign(close - 1) != 0x2F else { return nil }
    return readContent(label, from: close + 1)
  }

  /// Whether a quoted text is what something is called: `name=`, `"key":`.
  func isNamed(_ quote: Int) -> Bool {
    var index = quote - 1
    while index > 0, quote - index < 4, tokens.kind(index) == .blank { index -= 1 }
    guard [0x3A, 0x3D].contains(tokens.sign(index)) else { return false }
    while index > 0, quote - index < 8, tokens.kind(index)?.isText != true { index -= 1 }
    return Self.namings.contains(tokens.folded(index))
  }

  static let namings: Set<String> = [
    "name", "key", "id", "parameter", "param", "field", "header", "navn", "felt", "label", "type",
    "property", "nokkel", "parametername", "title", "placeholder", "for", "column", "variable", "k",
    "n",
  ]

  /// Where the value behind `value=` or `"value":` begins.
  func namedValue(_ range: Range<Int>) -> Int? {
    for index in range where Self.values.contains(tokens.folded(index)) {
      var next = index + 1
      if Self.isQuote(tokens.sign(next)) { next += 1 }
      next = tokens.skipBlanks(next)
      if [0x3A, 0x3D].contains(tokens.sign(next)) { return next + 1 }
    }
    return nil
  }

  private static let values: Set<String> = [
    "value", "verdi", "val", "v", "content", "text", "innhold", "data",
  ]

  // MARK: The line below, the next cell, the column

  /// Masks the line below a label that stands alone on its line.
  mutating func readNextLine(_ label: Label) -> Int? {
    var start = label.start
    var words = 0
    while start > 0, tokens[start - 1].kind != .newline, words < 5 {
      start -= 1
      if tokens[start].kind.isText { words += 1 }
    }
    let end = tokens.endOfLine(label.end)
    guard words < 4, end - label.end < 24, end < tokens.count, isBare(label.end..<end) else {
      return nil
    }
    // Labels below one another have their values below the last of them.
    var line = end
    var values = 1
    var first = start
    while values < 6, first > 1, let above = labelLine(startOfLine(first - 1)), above == first - 1 {
      first = startOfLine(first - 1)
      values += 1
    }
    while values < 6, let next = labelLine(tokens.nextLine(line)) {
      line = next
      values += 1
    }
    if values == 1, isFieldOfFault(tokens.nextLine(line)) { return nil }
    var last = line
    for _ in 0..<(values == 1 ? 1 : values) {
      var next = tokens.nextLine(last)
      if values == 1, isLeading(next) { next = tokens.nextLine(tokens.endOfLine(next)) }
      guard next < tokens.count else { break }
      last = tokens.endOfLine(next)
      _ = mask(label, next..<last)
    }
    return values == 1 ? last : line
  }

  /// Whether names of fields stand below one another, with their values below the last.
  func isStacked(_ label: Label, above next: Int) -> Bool {
    if labelLine(next) != nil { return true }
    let start = startOfLine(label.start)
    return start > 1 && labelLine(startOfLine(start - 1)) == start - 1
  }

  private func startOfLine(_ index: Int) -> Int { tokens.startOfLine(index, within: 8) }

  /// The end of a line that holds nothing but the name of a field.
  func labelLine(_ start: Int) -> Int? {
    let end = tokens.endOfLine(start)
    guard end > start, end - start < 6 else { return nil }
    // What was taken out before was no name, or the next reading would take one line more.
    guard !(start..<end).contains(where: { tokens[$0].kind == .marker }) else { return nil }
    for index in start..<end where tokens[index].kind.isText {
      guard tokens.naming(index).label != nil || tokens.folded(index) == "id" else { return nil }
    }
    return end
  }

  /// Masks what stands in the cell beside a label: behind a tab, bars, dots, tags or several blanks.
  mutating func readCell(_ label: Label) -> Int? {
    var index = label.end
    var isCell = false
    var bar: UInt32 = 0
    while index < tokens.count, index - label.end < 60 {
      switch tokens[index].kind {
      case .blank:
        isCell =
          isCell || tokens.length(index) > 1 || tokens.reading.codes[tokens[index].start] == 0x09
      case .sign where tokens.tagEnds[index] > 0:
        isCell = true
        index = tokens.tagEnds[index]
        continue
      case .sign:
        let sign = tokens.sign(index)
        let isLeader =
          sign == 0x2E && (tokens.sign(index + 1) == 0x2E || tokens.sign(index - 1) == 0x2E)
        guard
          [0x7C, 0x3B, 0x2026].contains(sign) || isLeader || Self.isQuote(sign)
            || sign == 0x2A
        else { return nil }
        isCell = isCell || !Self.isQuote(sign) && sign != 0x2A
        if sign == 0x7C || sign == 0x3B { bar = sign }
      case .newline:
        guard isCell else { return nil }
      case .word, .number, .mixed, .marker:
        guard isCell else { return nil }
        return readCellValue(label, from: index, to: bar)
      }
      index += 1
    }
    return nil
  }

  /// - Parameter bar: The sign that ends the cell besides the end of its line, or 0.
  private mutating func readCellValue(_ label: Label, from start: Int, to bar: UInt32) -> Int {
    var end = start
    while end < tokens.count, tokens[end].kind != .newline, tokens.tagEnds[end] == 0 {
      if bar != 0, tokens.sign(end) == bar { break }
      if tokens[end].kind == .blank, tokens.isTab(end) { break }
      end += 1
    }
    return mask(label, start..<end)
  }

  /// Masks the columns of a table whose heading is this line.
  mutating func readTable(_ label: Label) -> Int? {
    guard label.start >= tableEnd else { return nil }
    let start = tokens.startOfLine(label.start, within: 200)
    let end = tokens.endOfLine(label.end)
    tableEnd = end
    guard end < tokens.count, end - start < 300 else { return nil }
    guard let table = Table(tokens, heading: start..<end) else { return nil }
    var columns: [(Int, Label)] = []
    for (column, cell) in table.heading.enumerated() {
      let last = cell.last { tokens[$0].kind.isText }
      if let last, let label = self.label(endingAt: last) { columns.append((column, label)) }
    }
    guard !columns.isEmpty else { return nil }
    var line = end
    var rows = 0
    while line + 1 < tokens.count {
      let next = line + 1
      if let rule = tokens.endOfRule(next) {
        line = rule
        continue
      }
      let rowEnd = tokens.endOfLine(next)
      guard rowEnd > next, let cells = table.cells(next..<rowEnd) else { break }
      rows += 1
      for (column, label) in columns {
        // A row that has another number of cells may have its own in any of them.
        let isSame = cells.count == table.heading.count
        let range =
          isSame
          ? cells[column]
          : (cells.indices.contains(column) ? cells[column].lowerBound : next)..<rowEnd
        _ = mask(label, range)
      }
      line = rowEnd
    }
    guard rows > 0 else { return nil }
    tableEnd = line
    return end
  }
}
