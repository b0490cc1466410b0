/// Lines of cells below a heading, with one sign between the cells.
struct Table {
  let tokens: Tokens
  /// The sign between cells: `;`, `,`, `|` or a drawn bar, a tab, or 0x20 for blanks.
  let separator: UInt32
  let heading: [Range<Int>]

  /// - Returns: `nil` for a line that is no heading: words with separators between, and a row below.
  init?(_ tokens: Tokens, heading: Range<Int>) {
    self.tokens = tokens
    for separator in [0x3B, 0x09, 0x7C, 0x2502, 0x2C, 0x2020, 0x20] as [UInt32] {
      let cells = Self.cells(tokens, heading, separator)
      guard cells.count > 1, cells.allSatisfy({ Self.isName(tokens, $0, separator) }) else {
        continue
      }
      // What only blanks or commas part is a heading when each word is one: prose has them too.
      let isProse =
        separator == 0x20 || (separator == 0x2C && heading.contains { tokens[$0].kind == .blank })
      if isProse, !cells.allSatisfy({ Self.isFieldName(tokens, $0) }) { continue }
      self.separator = separator
      self.heading = cells
      return
    }
    return nil
  }

  /// The cells of a row; `nil` for a line that is none.
  func cells(_ line: Range<Int>) -> [Range<Int>]? {
    let cells = Self.cells(tokens, line, separator)
    return cells.count > 1 ? cells : nil
  }

  private static func isName(_ tokens: Tokens, _ cell: Range<Int>, _ separator: UInt32) -> Bool {
    var words = 0
    var isNamed = false
    for index in cell {
      switch tokens[index].kind {
      case .word, .mixed:
        isNamed = true
        // A name may be spelled out.
        if tokens.length(index) > 1 { words += 1 }
      case .number, .newline: return false
      case .sign:
        guard [0x2D, 0x5F, 0x28, 0x29, 0x22, 0x2E, 0x2A, 0x27].contains(tokens.sign(index)) else {
          return false
        }
      case .blank, .marker: break
      }
    }
    return words <= 4 && (isNamed || cell.isEmpty || isBar(separator))
  }

  private static func isBar(_ separator: UInt32) -> Bool {
    separator == 0x7C || separator == 0x2502
  }

  private static func isFieldName(_ tokens: Tokens, _ cell: Range<Int>) -> Bool {
    for index in cell where tokens[index].kind.isText {
      let name = tokens.folded(index)
      guard
        tokens.naming(index).label != nil
          || EvidenceNames.fields.contains(name) || EvidenceNames.digits(behind: name) != nil
          || ["epost", "email", "mobil", "telefon", "orgnr", "firma", "rolle"].contains(name)
      else { return false }
    }
    return true
  }

  private static func cells(_ tokens: Tokens, _ line: Range<Int>, _ separator: UInt32) -> [Range<
    Int
  >] {
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var isQuoted = false
    for index in line {
      let sign = tokens.sign(index)
      if sign == 0x22 { isQuoted.toggle() }
      guard !isQuoted else { continue }
      let isBlank = tokens[index].kind == .blank
      let isSeparator =
        switch separator {
        case 0x20: isBlank
        case 0x2020: isBlank && tokens.length(index) > 1
        case 0x09:
          isBlank && tokens.reading.codes[tokens[index].start..<tokens[index].end].contains(0x09)
        default: sign == separator
        }
      guard isSeparator else { continue }
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<line.upperBound)
    // A bar at either end begins and ends a row.
    if isBar(separator) || separator == 0x20 {
      cells.removeAll { cell in cell.allSatisfy { tokens[$0].kind == .blank } }
    }
    return cells
  }
}
