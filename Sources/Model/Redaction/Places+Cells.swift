extension Places {
  /// Masks the cells below a heading of a table in HTML; `nil` when the label is no such heading.
  mutating func readHeading(_ label: Label) -> Int? {
    guard label.start >= headingEnd || headings < 12, let column = column(label.start) else {
      return nil
    }
    headings = label.start >= headingEnd ? 1 : headings + 1
    var index = label.end
    var cell = -1
    var isRow = false
    while index < tokens.count, index - label.end < 4_000 {
      guard tokens.tagEnds[index] > 0 else {
        index += 1
        continue
      }
      let content = tokens.tagEnds[index]
      switch tokens.folded(index + 1) {
      case "tr":
        cell = -1
        isRow = true
      case "td" where isRow, "th" where isRow:
        cell += 1
        if cell == column { _ = readContent(label, from: content) }
      case "" where tokens.folded(index + 2) == "table":
        headingEnd = index
        return label.end
      default: break
      }
      index = content
    }
    headingEnd = index
    return isRow ? label.end : nil
  }

  /// Which cell of its row a heading is, or `nil` for what stands in no `<th>`.
  private func column(_ start: Int) -> Int? {
    var column = -1
    var index = start
    while index > 0, start - index < 300 {
      index -= 1
      guard tokens.tagEnds[index] > 0 else { continue }
      let name = tokens.folded(index + 1)
      if column < 0, name != "th", name != "td", name != "" { continue }
      if name == "tr" { return column >= 0 ? column : nil }
      if name == "th" { column += 1 }
      if name == "td" { return nil }
    }
    return column >= 0 ? column : nil
  }
}
