/// Breaks text into lines by display columns.
package enum Wrap {
  /// Wraps text at blanks, and inside a word only where it is wider than a whole line.
  ///
  /// A number in groups, such as `310 043 214`, and the day of a date, such as `19. juni`, count as one word as far as
  /// there is another blank to break at.
  ///
  /// Line breaks and empty lines are kept. A line that begins with blanks, `- `, `• ` or `1. `
  /// continues below its own text.
  ///
  /// - Returns: The lines, none wider than `width`; none at all if `width` is below 1.
  package static func lines(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    if let columns = Plain.columns(of: text) {
      if columns <= width, text.last != " " { return [text] }
      // Each scalar is a character of its own, which spares finding that out.
      return paragraph(text.unicodeScalars.map(Character.init), width: width)
    }
    let paragraphs = Sanitiser.text(text).split(separator: "\n", omittingEmptySubsequences: false)
    return paragraphs.flatMap { paragraph(Array($0), width: width) }
  }

  private static func paragraph(_ text: [Character], width: Int) -> [String] {
    let text =
      width > 1 ? text : text.map { DisplayWidth.columns(of: $0) > 1 ? Sanitiser.mark : $0 }
    var indent = hangingIndent(text)
    // A wide character needs two columns beside the margin.
    if indent > width / 2 || width - indent < 2 { indent = 0 }
    let starts = rowStarts(in: text, width: width, hanging: indent)
    return starts.indices.map { row in
      let end = row + 1 < starts.count ? starts[row + 1] : text.count
      var line = Array(text[starts[row]..<end])
      while line.last == " " { line.removeLast() }
      let margin = row == 0 || line.isEmpty ? "" : String(repeating: " ", count: indent)
      return margin + String(line)
    }
  }

  /// Finds where the rows of one line begin.
  ///
  /// Blanks at the end of a row hang past its edge, so that a row never begins with one.
  ///
  /// - Parameters:
  ///   - text: Clean characters without line breaks.
  ///   - width: The columns of a row, at least 1.
  ///   - hanging: The columns that the rows after the first are indented; nothing breaks inside
  ///     as many characters of the first.
  /// - Returns: The index of the first character of each row; the first is always 0.
  /// - Complexity: O(*n*).
  package static func rowStarts(in text: [Character], width: Int, hanging: Int = 0) -> [Int] {
    var starts = [0]
    scan(text, from: 0, width: width, hanging: hanging) { start in
      starts.append(start)
      return true
    }
    return starts
  }

  /// Finds where the rows begin after an edit, measuring only the rows that it may have changed.
  ///
  /// - Parameters:
  ///   - old: The rows before the edit, made with the same width and no hanging indent.
  ///   - changed: The characters of `text` that are new or have new neighbours.
  ///   - growth: How many characters longer the text became; negative if it shrank.
  /// - Complexity: O(rows) plus O(width) characters, unless all rows after the edit change.
  package static func rowStarts(
    after old: [Int],
    in text: [Character],
    width: Int,
    changed: Range<Int>,
    growth: Int
  ) -> [Int] {
    // A row's beginning was settled by at most `width` characters after it.
    let kept = old.prefix { $0 == 0 || $0 + width < changed.lowerBound }
    var starts = Array(kept)
    var rest = old[kept.endIndex...]
    scan(text, from: starts.last ?? 0, width: width, hanging: 0) { start in
      rest = rest.drop { $0 + growth < start }
      if start >= changed.upperBound, let next = rest.first, next + growth == start {
        starts += rest.map { $0 + growth }
        return false
      }
      starts.append(start)
      return true
    }
    return starts
  }

  /// Walks through a text from the beginning of a row and tells where each further row begins,
  /// until that is answered with `false`.
  private static func scan(
    _ text: [Character],
    from first: Int,
    width: Int,
    hanging: Int,
    goesOn: (Int) -> Bool
  ) {
    var rowStart = first
    var index = first
    var limit = first == 0 ? width : max(1, width - hanging)
    var column = 0
    var lastBreak: Int?
    // A blank that is only broken at where there is no other in the row.
    var lastInNumber: Int?
    while index < text.count {
      let character = text[index]
      if character == " " {
        column += 1
        index += 1
        guard index > hanging || rowStart > 0 else { continue }
        if isInNumber(text[rowStart...], at: index - 1) {
          lastInNumber = index
        } else {
          lastBreak = index
        }
        continue
      }
      let columns = DisplayWidth.columns(of: character)
      guard column + columns > limit, index > rowStart else {
        column += columns
        index += 1
        continue
      }
      // From a break the word is measured anew, since its new row may be narrower.
      rowStart = lastBreak ?? lastInNumber ?? index
      guard goesOn(rowStart) else { return }
      index = rowStart
      (lastBreak, lastInNumber) = (nil, nil)
      column = 0
      limit = max(1, width - hanging)
    }
  }

  /// Whether a blank stands between two groups of digits, or between the day and the month of a date.
  ///
  /// - Parameter text: From the beginning of the row, so that no row depends on the one before it.
  private static func isInNumber(_ text: ArraySlice<Character>, at blank: Int) -> Bool {
    guard blank > text.startIndex, blank + 1 < text.endIndex else { return false }
    let (before, after) = (text[blank - 1], text[blank + 1])
    guard before == "." else { return isDigit(before) && isDigit(after) }
    return blank - 2 >= text.startIndex && isDigit(text[blank - 2]) && after.isLowercase
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.asciiValue.map { (48...57).contains($0) } ?? false
  }

  /// The columns before the text proper of a line: leading blanks and a list marker.
  private static func hangingIndent(_ text: [Character]) -> Int {
    var index = text.firstIndex { $0 != " " } ?? 0
    let start = index
    while index < text.count, text[index].isASCII, text[index].isNumber { index += 1 }
    let hasNumber = index > start && index - start <= 3
    if index < text.count {
      let isMarker = hasNumber ? ".)".contains(text[index]) : "-•*–›".contains(text[index])
      if isMarker, index + 1 < text.count, text[index + 1] == " " { return index + 2 }
    }
    return start
  }
}
