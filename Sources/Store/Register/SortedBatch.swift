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

/// That a unit has a firm as this.
struct ClientRow: Comparable {
  /// The roles by which a firm has clients.
  static let codes: [String] = ["REGN", "REVI", "FFØR"]

  let holder: Int
  let unit: Int
  let code: String

  static func < (one: Self, other: Self) -> Bool {
    (one.holder, one.unit, one.code) < (other.holder, other.unit, other.code)
  }
}

/// The beginning of a name, by which a unit is found.
struct NameRow: Comparable {
  /// The most characters of a name that are looked for.
  static let most = 24

  let key: String
  let number: Int

  init(_ name: String, _ number: Int) {
    key = Self.key(name)
    self.number = number
  }

  /// A name as it is looked for: in capitals, as the register writes them, with one blank between words.
  static func key(_ name: String) -> String {
    var key = String.UnicodeScalarView()
    var (count, isBlank) = (0, false)
    for sign in name.uppercased().unicodeScalars where count < most {
      if sign.value <= 0x20 {
        isBlank = count > 0
        continue
      }
      if isBlank { key.append(" ") }
      key.append(sign)
      count += isBlank ? 2 : 1
      isBlank = false
    }
    return String(key)
  }

  /// In the order of bytes, as the table has it.
  static func < (one: Self, other: Self) -> Bool {
    one.key == other.key
      ? one.number < other.number : one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
  }
}
