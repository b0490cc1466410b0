import GRDB
import Model

/// A value in the file that the program cannot have written: of another kind, or out of all bounds.
struct DamagedValue: Error {
  /// Whether an error says that a place in the file is damaged: this one, or SQLite's own.
  static func isMeant(by error: any Error) -> Bool {
    error is DamagedValue
      || [.SQLITE_CORRUPT, .SQLITE_TOOBIG].contains((error as? DatabaseError)?.resultCode)
  }
}

/// Something that the store can do nothing without is gone; it is no fault of the case that was read or made.
struct MissingRow: Error {}

extension Row {
  /// The value of a column.
  ///
  /// GRDB's own way, by subscript, ends the program where the file holds a value of another kind.
  func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    let found: DatabaseValue = self[column]
    guard let value = Value.fromDatabaseValue(found) else { throw DamagedValue() }
    return value
  }

  /// The value of a column that may be empty.
  func optional<Value: DatabaseValueConvertible>(_ column: String) throws -> Value? {
    let found: DatabaseValue = self[column]
    return found.isNull ? nil : try value(column)
  }

  /// A value of a closed list.
  func known<Value: RawRepresentable>(_ column: String) throws -> Value
  where Value.RawValue: DatabaseValueConvertible {
    guard let value = Value(rawValue: try value(column)) else { throw DamagedValue() }
    return value
  }

  /// A number that is counted up, and so is far from the largest there is.
  func count(_ column: String) throws -> Int64 {
    let count: Int64 = try value(column)
    guard (0...Self.most).contains(count) else { throw DamagedValue() }
    return count
  }

  /// A moment of the years that people write with four digits, before or after our era.
  func moment(_ column: String) throws -> Timestamp {
    let seconds: Int64 = try value(column)
    guard (-Self.lastSecond...Self.lastSecond).contains(seconds) else { throw DamagedValue() }
    return Timestamp(rawValue: seconds)
  }

  private static var most: Int64 { 1 << 53 }
  private static var lastSecond: Int64 { 253_402_300_799 }
}
