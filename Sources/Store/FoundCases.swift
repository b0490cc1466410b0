import GRDB
import GRDBSQLite

/// The numbers of cases that a word is found in, as bits: for a common word they are far more than a set takes in
/// in the time of a frame.
struct FoundCases {
  /// So many numbers that follow each other stand together, in words of 64 bits.
  private static let (span, words) = (10, 16)

  /// Where the bits of each run of numbers begin.
  private var places: [Int64: Int] = [:]
  private var bits: [UInt64] = []

  /// Reads the numbers that a question to the database gives in its only column.
  ///
  /// - Throws: `DatabaseError`.
  init(_ statement: Statement, _ values: [any DatabaseValueConvertible], in db: Database) throws {
    try statement.setArguments(StatementArguments(values))
    // SQLite is asked directly: a cursor takes half as long again for each row.
    let question = statement.sqliteStatement
    sqlite3_reset(question)
    defer { sqlite3_reset(question) }
    // No number is in this run.
    var last = (run: Int64.min, place: 0)
    var result = sqlite3_step(question)
    while result == SQLITE_ROW {
      let number = sqlite3_column_int64(question, 0)
      let run = number >> Self.span
      if run != last.run { last = (run, place(of: run)) }
      bits[last.place + Int(number >> 6) & (Self.words - 1)] |= 1 << UInt64(number & 63)
      result = sqlite3_step(question)
    }
    guard result == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: result),
        message: sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) }
      )
    }
  }

  private mutating func place(of run: Int64) -> Int {
    if let place = places[run] { return place }
    let place = bits.count
    bits += repeatElement(0, count: Self.words)
    places[run] = place
    return place
  }

  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The numbers, the smallest first.
  var sorted: [Int64] {
    var numbers: [Int64] = []
    for (run, place) in places.sorted(by: { $0.key < $1.key }) {
      for word in 0..<Self.words {
        var rest = bits[place + word]
        while rest != 0 {
          numbers.append(run << Self.span + Int64(word * 64 + rest.trailingZeroBitCount))
          rest &= rest - 1
        }
      }
    }
    return numbers
  }

  mutating func formIntersection(_ others: FoundCases) {
    for (run, place) in places {
      let other = others.places[run]
      for word in 0..<Self.words {
        bits[place + word] &= other.map { others.bits[$0 + word] } ?? 0
      }
    }
  }
}
