import SafeText

/// One cell of the screen.
package struct Cell: Equatable, Sendable {
  package private(set) var character: Character
  private var columns: UInt8
  package var style: Style

  /// How many columns the character fills: 1, 2, or 0 for the right half of the cell before.
  package var width: Int { Int(columns) }

  package static let blank = Cell(" ", width: 1, style: .normal)

  init(_ character: Character, width: Int, style: Style) {
    self.character = character
    self.columns = UInt8(clamping: width)
    self.style = style
  }
}

/// A finished screen: what every cell holds, and where the hardware cursor stands.
package struct Frame: Equatable, Sendable {
  package let size: Size

  /// The cells row by row, `size.columns` to a row.
  package private(set) var cells: [Cell]

  /// Where the cursor stands; `nil` hides it.
  package var cursor: Position?

  /// What can be pressed, in the order it was drawn.
  package internal(set) var hitAreas: [HitArea] = []

  /// The largest frame that is drawn; a terminal that claims more gets no more.
  package static let largest = Size(columns: 2_000, rows: 1_000)

  /// Creates a blank frame; negative sizes count as 0, and none is larger than the largest.
  package init(size: Size) {
    let size = Size(
      columns: min(max(0, size.columns), Frame.largest.columns),
      rows: min(max(0, size.rows), Frame.largest.rows)
    )
    self.size = size
    self.cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cells of one row, or none for a row outside the frame.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }

  /// The text on the screen, a line a row, without blanks at the ends of the rows.
  package var text: String {
    rows { cell in cell.width == 0 ? nil : cell.character }
  }

  /// The text, the style map below it, and the cursor: the format of the snapshots.
  ///
  /// The map has a letter for each column (see ``Style/mark``), so the right half of a wide
  /// character has one of its own.
  package var annotated: String {
    let map = rows { cell in cell.style == .normal ? " " : cell.style.mark }
    let place = cursor.map { "\($0.row),\($0.column)" } ?? "-"
    return "\(text)\n--- styles\n\(map)\n--- cursor \(place)"
  }

  /// Says what is wrong with the frame, or nothing when all is well.
  ///
  /// Every row must be filled exactly: a wide cell is followed by its right half in the same row,
  /// a right half stands nowhere else, and the cursor is inside.
  package func checkInvariants() -> [String] {
    var faults: [String] = []
    if cells.count != size.columns * size.rows {
      faults.append("\(cells.count) cells in \(size.columns)x\(size.rows)")
      return faults
    }
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = self[row, column]
        let next = column + 1 < size.columns ? self[row, column + 1].width : -1
        if cell.width == 2, next != 0 { faults.append("\(row),\(column): half a wide cell") }
        if cell.width != 2, next == 0 { faults.append("\(row),\(column + 1): stray right half") }
        if column == 0, cell.width == 0 { faults.append("\(row),0: stray right half") }
        if cell.width > 0, DisplayWidth.columns(of: cell.character) != cell.width {
          faults.append("\(row),\(column): wrong width")
        }
      }
    }
    if let cursor,
      !(0..<size.rows).contains(cursor.row)
        || !(0..<size.columns).contains(cursor.column)
    {
      faults.append("cursor outside")
    }
    return faults
  }

  private func rows(_ mark: (Cell) -> Character?) -> String {
    var lines: [String] = []
    lines.reserveCapacity(size.rows)
    for index in 0..<size.rows {
      var line = row(index).compactMap(mark)
      while line.last == " " { line.removeLast() }
      lines.append(String(line))
    }
    return lines.joined(separator: "\n")
  }
}
