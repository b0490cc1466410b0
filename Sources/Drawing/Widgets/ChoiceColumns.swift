import SafeText

extension ChoiceList {
  /// What stands in columns beside each other, where a list is wide enough for them.
  package struct Columns: Equatable, Sendable {
    /// One thing in a cell, with a few signs at the right edge of its column.
    package struct Entry: Equatable, Sendable {
      package let text: String
      package let end: String

      package init(_ text: String, end: String = "") {
        self.text = text
        self.end = end
      }
    }

    /// What stands above the first of several options that have columns.
    package let heads: [Entry]
    /// What stands in each column, one thing below the other.
    package let cells: [[Entry]]

    package init(heads: [Entry], cells: [[Entry]]) {
      self.heads = heads
      self.cells = cells
    }

    /// A list as wide as that has columns; in a narrower one the options have their labels.
    static let least = 76

    /// In a wide window no column is so wide that the eye loses what stands at its edge.
    private static let widest = 40
    private static let gap = 2

    /// The rows of the cells in a width.
    func rows(width: Int) -> [String] { Self.rows(cells, width: width) }

    /// The row of the heads.
    func headRow(width: Int) -> String {
      Self.rows(heads.map { [$0] }, width: width).first ?? ""
    }

    /// All columns are equally wide, and the last has what is left.
    private static func rows(_ cells: [[Entry]], width: Int) -> [String] {
      let count = max(1, cells.count)
      let each = max(1, min(widest, (width - gap * (count - 1)) / count))
      let step = each + gap
      let columns = cells.enumerated().map { place, entries in
        let room = place + 1 < count ? each : max(1, width - place * step)
        return entries.flatMap { lines(of: $0, width: room) }
      }
      let height = columns.map(\.count).max() ?? 0
      return (0..<height).map { row in
        var line = ""
        for (place, column) in columns.enumerated() where row < column.count {
          line = padded(line, to: place * step) + column[row]
        }
        return line
      }
    }

    /// The lines of one thing; its end stands in the first of them.
    private static func lines(of entry: Entry, width: Int) -> [String] {
      guard !entry.end.isEmpty else { return Wrap.lines(entry.text, width: width) }
      let end = Sanitiser.line(entry.end)
      let left = width - DisplayWidth.columns(of: end)
      var lines = Wrap.lines(entry.text, width: max(1, left - 1))
      if !lines.isEmpty { lines[0] = padded(lines[0], to: left) + end }
      return lines
    }

    private static func padded(_ text: String, to column: Int) -> String {
      text + String(repeating: " ", count: max(0, column - DisplayWidth.columns(of: text)))
    }
  }
}
