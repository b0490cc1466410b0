import GRDB
package import Model

extension SQLiteStore {
  /// The requests to ask about again: those not closed whose follow-up date has come, the oldest
  /// date first.
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
        sql: "SELECT \(columns) \(Self.dueCases) ORDER BY value, id LIMIT ? OFFSET ?"
      )
      let rows = try Row.fetchAll(statement, arguments: [day.text, limit, offset])
      let answers = try Self.answers(of: rows.map { $0["id"] }, in: fields, db)
      return try rows.map { try Self.summary($0, answers: answers) }
    }
  }

  /// How many requests are to be asked about again.
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

  /// The join is written so that the dates that have come are read first, along their index, and then
  /// which of their requests are not closed, along theirs.
  static let dueCases = """
    FROM answer INDEXED BY answerOnFollowUp
      CROSS JOIN caseFile INDEXED BY caseFileOnRequest ON id = caseID
    WHERE field = 'request.followUp' AND value <> '' AND value <= ?
      AND flow = 'requestAccess' AND status <> 'closed'
    """
}
