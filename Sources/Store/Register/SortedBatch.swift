import GRDB

/// Rows for a table that has them in another order than they come in.
///
/// They are put in order a batch at a time, so that memory is bounded and each page of the table is touched seldom.
final class SortedBatch<Row: Comparable> {
  private static var size: Int { 1 << 16 }

  private let statement: Statement
  private let arguments: (Row) -> StatementArguments
  private var rows: [Row] = []

  /// - Parameter statement: Inserts one row, and leaves a row that is there already alone.
  init(_ statement: Statement, _ arguments: @escaping (Row) -> StatementArguments) {
    self.statement = statement
    self.arguments = arguments
    rows.reserveCapacity(Self.size)
  }

  func add(_ row: Row) throws {
    rows.append(row)
    if rows.count == Self.size { try flush() }
  }

  /// Writes what has not been written yet.
  func flush() throws {
    rows.sort()
    for row in rows {
      statement.setUncheckedArguments(arguments(row))
      try statement.execute()
    }
    rows.removeAll(keepingCapacity: true)
  }
}
