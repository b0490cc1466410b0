import GRDB
import GRDBSQLite

/// The numbers of cases that a word is found in, as bits: for a common word they are far more than a set takes in
/// in the time of a frame.
struct FoundCases {
  /// So many numbers that follow each other stand together in a row of `wordCases`, here in words of 64 bits.
  private static let (run, words) = (512, 8)

  /// So many runs there can be: no store has a thousand million cases.
  private static let most: Int64 = 1 << 21

  /// Where the bits of each run of numbers begin, by the run; before all bits where it has none.
  private var places: [Int] = []
  private var bits: [UInt64] = []

  /// Reads the rows that a question to the database gives: the number of a run, and its cases, a sign each.
  ///
  /// - Parameter most: So many rows are read; `nil` is what there is when there are more.
  /// - Throws: `DatabaseError`.
  init?(_ question: SearchCondition, upTo most: Int = .max, in db: Database) throws {
    let asked = question.cases()
    var count = 0
    try db.eachRow(of: asked.sql, asked.values) { row in
      count += 1
      if count <= most { add(row) }
      return count <= most
    }
    if count > most { return nil }
  }

  private mutating func add(_ row: OpaquePointer) {
    let run = sqlite3_column_int64(row, 0)
    guard 0..<Self.most ~= run else { return }
    let place = place(of: Int(run))
    let text = UnsafeBufferPointer(
      start: sqlite3_column_text(row, 1),
      count: Int(sqlite3_column_bytes(row, 1))
    )
    if text.count == 2 * Self.run {
      for word in place..<place + Self.words { bits[word] = .max }
      return
    }
    // Each sign is two bytes of UTF-8, from 128 on; what is damaged names cases of this run, or none.
    var at = 0
    while at + 1 < text.count {
      let number = (Int(text[at] & 0x1F) << 6 | Int(text[at + 1] & 0x3F)) - 128
      if 0..<Self.run ~= number { bits[place + number >> 6] |= 1 << UInt64(number & 63) }
      at += 2
    }
  }

  private mutating func place(of run: Int) -> Int {
    if run >= places.count { places += repeatElement(-1, count: run + 1 - places.count) }
    if places[run] < 0 {
      places[run] = bits.count
      bits += repeatElement(0, count: Self.words)
    }
    return places[run]
  }

  /// Where the bits of a run begin; `nil` where it has none.
  private func known(_ run: Int) -> Int? {
    places.indices.contains(run) && places[run] >= 0 ? places[run] : nil
  }

  func contains(_ number: Int64) -> Bool {
    guard let place = known(Int(number) / Self.run) else { return false }
    let bit = Int(number) % Self.run
    return bits[place + bit >> 6] & 1 << UInt64(bit & 63) != 0
  }

  var count: Int { bits.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The numbers, the smallest first.
  var sorted: [Int64] {
    var numbers: [Int64] = []
    for (run, place) in places.enumerated() where place >= 0 {
      for word in 0..<Self.words {
        var rest = bits[place + word]
        while rest != 0 {
          numbers.append(Int64(run * Self.run + word * 64 + rest.trailingZeroBitCount))
          rest &= rest - 1
        }
      }
    }
    return numbers
  }

  /// The cases that are in each of some; `nil` where there is none to be in.
  static func common(to all: [FoundCases]) -> FoundCases? {
    guard var common = all.first else { return nil }
    for found in all.dropFirst() { common.formIntersection(found) }
    return common
  }

  private mutating func formIntersection(_ others: FoundCases) {
    for (run, place) in places.enumerated() where place >= 0 {
      let other = others.known(run)
      for word in 0..<Self.words {
        bits[place + word] &= other.map { others.bits[$0 + word] } ?? 0
      }
    }
  }
}

extension Database {
  /// Goes through the rows of a question until a body has had enough.
  ///
  /// SQLite is asked directly: a cursor takes longer for a row than SQLite does.
  ///
  /// - Parameter body: What is done with each row, and whether it wants the next.
  /// - Throws: `DatabaseError`, or what the body throws.
  func eachRow(
    of sql: String,
    _ values: [any DatabaseValueConvertible],
    _ body: (OpaquePointer) throws -> Bool
  ) throws {
    let statement = try cachedStatement(sql: sql)
    try statement.setArguments(StatementArguments(values))
    let rows = statement.sqliteStatement
    sqlite3_reset(rows)
    defer { sqlite3_reset(rows) }
    var result = sqlite3_step(rows)
    while result == SQLITE_ROW {
      guard try body(rows) else { return }
      result = sqlite3_step(rows)
    }
    guard result == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: result),
        message: sqlite3_errmsg(sqliteConnection).map { String(cString: $0) }
      )
    }
  }
}
