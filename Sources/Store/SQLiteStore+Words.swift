import GRDB
package import Model

/// The words and marks that cases are found by.
extension SQLiteStore {
  /// Keeps the words of a case in the place of those it had.
  ///
  /// How a call ended is kept by whoever ends it, and what a caller says stands with the call.
  static func keep(_ words: Set<String>, of id: CaseID, in db: Database) throws {
    let before = try String.fetchSet(
      db.cachedStatement(
        sql: "SELECT word FROM word WHERE caseID = ? AND word NOT GLOB ':result:*'"
      ),
      arguments: [id.rawValue]
    )
    let said = try String.fetchOne(
      db.cachedStatement(sql: "SELECT callerWords FROM deskCase WHERE caseID = ?"),
      arguments: [id.rawValue]
    )
    let words = words.union(CaseWords.words(said ?? ""))
    let gone = try db.cachedStatement(sql: "DELETE FROM word WHERE caseID = ? AND word = ?")
    for word in before.subtracting(words) { try gone.execute(arguments: [id.rawValue, word]) }
    try add(words.subtracting(before), of: id, in: db)
  }

  static func add(_ words: Set<String>, of id: CaseID, in db: Database) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO word (caseID, word) VALUES (?, ?)"
    )
    for word in words.sorted() { try insert.execute(arguments: [id.rawValue, word]) }
  }

  /// Replaces the mark of a kind that a case has at most one of.
  static func mark(_ kind: String, _ value: String?, of id: CaseID, in db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM word WHERE caseID = ? AND word >= ? AND word < ?")
      .execute(arguments: [id.rawValue, ":\(kind):", ":\(kind);"])
    if let value { try add([":\(kind):\(value)"], of: id, in: db) }
  }

  /// The marks of a case, for a list to tell of.
  static func marks(of id: CaseID, in db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT word FROM word WHERE caseID = ? AND word >= ':' AND word < ';'
            AND word NOT GLOB ':result:*' ORDER BY word
          """
      ),
      arguments: [id.rawValue]
    )
  }

  package func shapes(limit: Int) throws(StoreFailure) -> [ShapeCount] {
    try ask { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT word, sum(length(cases)) AS cases FROM wordCases
            WHERE word >= ':shape:' AND word < ':shape;'
            GROUP BY word ORDER BY cases DESC, word LIMIT ?
            """
        ),
        arguments: [limit]
      )
      return try rows.map { row in
        let text = (try row.value("word") as String).dropFirst(":shape:".count)
        return ShapeCount(MessageShape(text: String(text)), cases: Int(try row.count("cases")))
      }
    }
  }
}

/// A part of a search as conditions of SQL; every value is bound, never written into it.
struct SearchCondition {
  /// The values of the words it takes: a range, and some that stand for themselves.
  private let range: (from: String, to: String)?
  private let exact: [String]
  private let number: Int64?
  /// What it asks of the case itself, where it asks for no word.
  private let own: (sql: String, value: Int64)?

  /// - Parameter key: The key that the store makes its codes with.
  init(_ term: CaseSearch.Term, key: [UInt8], at moment: Timestamp) {
    var (range, exact) = (nil as (from: String, to: String)?, [] as [String])
    var (number, own) = (nil as Int64?, nil as (sql: String, value: Int64)?)
    switch term {
    case .word(let prefix, let marks, let id):
      range = (prefix, prefix + "\u{10FFFF}")
      exact = marks.sorted()
      number = id?.rawValue
    case .mark(let mark): exact = [mark]
    case .since(let days): own = ("updated >= ?", moment.before(days: days).rawValue)
    case .code(let id, let letters):
      own = ("id = ?", CaseCode(id, key: key).letters == letters ? id.rawValue : 0)
    }
    (self.range, self.exact, self.number, self.own) = (range, exact, number, own)
  }

  /// Whether words are what it asks for, so that the cases can be found by them.
  var asksForWords: Bool { own == nil }

  private var marks: String { exact.map { _ in "?" }.joined(separator: ", ") }

  /// What must hold of a case.
  func condition(on id: String) -> (sql: String, values: [any DatabaseValueConvertible]) {
    if let own { return (own.sql, [own.value]) }
    var parts: [String] = []
    var values: [any DatabaseValueConvertible] = []
    if let range {
      parts.append("v.word >= ? AND v.word < ?")
      values += [range.from, range.to] as [any DatabaseValueConvertible]
    }
    if !exact.isEmpty {
      parts.append("v.word IN (\(marks))")
      values += exact as [any DatabaseValueConvertible]
    }
    var sql =
      "EXISTS (SELECT 1 FROM word AS v WHERE v.caseID = \(id) AND (\(parts.joined(separator: " OR "))))"
    if let number {
      sql = "(\(sql) OR \(id) = ?)"
      values.append(number)
    }
    return (sql, values)
  }

  /// The cases that fit, as ``FoundCases`` reads them.
  func cases() -> (sql: String, values: [any DatabaseValueConvertible]) {
    var (parts, values): ([String], [any DatabaseValueConvertible]) = ([], [])
    if let range {
      parts.append("SELECT run, cases FROM wordCases WHERE word >= ? AND word < ?")
      values += [range.from, range.to] as [any DatabaseValueConvertible]
    }
    if !exact.isEmpty {
      parts.append("SELECT run, cases FROM wordCases WHERE word IN (\(marks))")
      values += exact as [any DatabaseValueConvertible]
    }
    if let number {
      parts.append("SELECT id >> 9, char(128 + (id & 511)) FROM caseFile WHERE id = ?")
      values.append(number)
    }
    return (parts.joined(separator: " UNION ALL "), values)
  }
}
