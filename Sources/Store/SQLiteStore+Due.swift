import GRDB
package import Model

extension SQLiteStore {
  /// The cases not closed whose day to ask again has come, the oldest day first.
  ///
  /// - Parameter fields: The fields whose answers come along.
  package func due(
    on day: Day,
    limit: Int = -1,
    offset: Int = 0,
    answers fields: [FieldID] = []
  ) throws(StoreFailure) -> [CaseSummary] {
    try read { db in
      let columns = "id, flow, status, step, title, created, updated"
      let statement = try db.cachedStatement(
        sql: "SELECT \(columns) \(Self.dueCases) ORDER BY due, id LIMIT ? OFFSET ?"
      )
      let rows = try Row.fetchAll(statement, arguments: [day.text, limit, offset])
      let answers = try Self.answers(of: rows.map { $0["id"] }, in: fields, db)
      return try rows.map { try Self.summary($0, answers: answers) }
    }
  }

  /// How many cases `due` would give without a limit.
  ///
  /// - Parameter most: Where to stop counting; negative counts them all.
  package func dueCount(on day: Day, upTo most: Int = -1) throws(StoreFailure) -> Int {
    try ask { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM (SELECT id \(Self.dueCases) LIMIT ?)"),
        arguments: [day.text, most]
      ) ?? 0
    }
  }

  /// The days that have come are read in their order along the index, which holds nothing else.
  static let dueCases = """
    FROM caseFile INDEXED BY caseFileOnDue
    WHERE due IS NOT NULL AND due <= ? AND status <> 'closed'
    """
}
