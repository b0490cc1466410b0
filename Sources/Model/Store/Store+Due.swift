import GRDB

extension Store {
  /// The requests to ask about again: those not closed whose follow-up date has come, the oldest
  /// date first.
  package func due(on day: Day) throws(StoreFailure) -> [CaseSummary] {
    try read { db in
      // The join is written so that the dates that have come are read first, along their index.
      let statement = try db.cachedStatement(
        sql: """
          SELECT id, flow, status, step, title, updated
          FROM answer INDEXED BY answerOnFollowUp CROSS JOIN caseFile ON id = caseID
          WHERE field = 'request.followUp' AND value <> '' AND value <= ?
            AND flow = 'requestAccess' AND status <> 'closed'
          ORDER BY value, id
          """
      )
      return try Row.fetchAll(statement, arguments: [day.text]).map(Self.summary)
    }
  }

  /// A line of a list.
  static func summary(_ row: Row) throws -> CaseSummary {
    CaseSummary(
      id: CaseID(rawValue: row["id"]),
      flow: row["flow"],
      status: try known(row["status"]),
      step: row["step"],
      title: row["title"],
      updated: Timestamp(rawValue: row["updated"])
    )
  }
}
