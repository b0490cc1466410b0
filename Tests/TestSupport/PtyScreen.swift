import CTerminalKit

/// What a person at the terminal sees: a copy, taken at one moment.
package struct PtyScreen: Sendable, CustomStringConvertible {
  package struct Cell: Equatable, Sendable {
    package let text: String
    /// 0 for the right half of a wide character.
    package let width: Int
    package let isBold: Bool
    package let isUnderlined: Bool
    package let isReversed: Bool
    package let isColoured: Bool
  }

  package let cells: [[Cell]]
  package let cursorRow: Int
  package let cursorColumn: Int
  package let isCursorVisible: Bool

  /// The rows as text, without blanks at their ends; made once, since whoever waits reads them often.
  package let rows: [String]

  init(cells: [[Cell]], cursorRow: Int, cursorColumn: Int, isCursorVisible: Bool) {
    self.cells = cells
    self.cursorRow = cursorRow
    self.cursorColumn = cursorColumn
    self.isCursorVisible = isCursorVisible
    rows = cells.map(Self.text)
  }

  /// The whole as text, rows joined by line breaks.
  package var text: String { rows.joined(separator: "\n") }

  /// What is shown reversed, row by row: what has the focus.
  package var reversed: [String] {
    cells.map { row in Self.text(row.filter(\.isReversed)) }.filter { !$0.isEmpty }
  }

  /// Whether any row holds the text.
  package func contains(_ wanted: String) -> Bool { rows.contains { $0.contains(wanted) } }

  /// The number of the first row that holds the text.
  package func row(of wanted: String) -> Int? { rows.firstIndex { $0.contains(wanted) } }

  package var description: String {
    let lines = rows.enumerated().map { number, row in
      (number < 10 ? " " : "") + "\(number)|" + row
    }
    let cursor = isCursorVisible ? "\(cursorRow),\(cursorColumn)" : "hidden"
    return lines.joined(separator: "\n") + "\ncursor \(cursor)"
  }

  private static func text(_ cells: [Cell]) -> String {
    var text = cells.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension PtyScreen.Cell {
  init(_ cell: TKCell) {
    let values = cell.scalars
    width = Int(cell.width)
    isBold = cell.bold
    isUnderlined = cell.underline
    isReversed = cell.reverse
    isColoured = cell.coloured
    // Most cells hold one letter or none, and a large screen has a hundred thousand.
    if cell.width != 0, values.1 == 0 {
      text = values.0 == 0 ? " " : Unicode.Scalar(values.0).map { String($0) } ?? " "
      return
    }
    let all = [values.0, values.1, values.2, values.3, values.4, values.5]
    let scalars = all.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    text = cell.width == 0 ? "" : view.isEmpty ? " " : String(view)
  }
}
