/// A place in a frame or region, counted from 0 at the top left.
package struct Position: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells; a negative width or height counts as none.
package struct Rect: Hashable, Sendable {
  package var row: Int
  package var column: Int
  package var width: Int
  package var height: Int

  package init(row: Int, column: Int, width: Int, height: Int) {
    self.row = row
    self.column = column
    self.width = width
    self.height = height
  }

  /// The rows from the first up to, but not with, the end; never backwards.
  var rows: Range<Int> { row..<max(row, Rect.sum(row, height)) }

  /// The columns from the first up to, but not with, the end; never backwards.
  var columns: Range<Int> { column..<max(column, Rect.sum(column, width)) }

  /// Adds without trapping: a place too far out to count is far out all the same.
  static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard overflow else { return sum }
    return left < 0 ? .min : .max
  }
}
