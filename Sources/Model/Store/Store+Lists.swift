import GRDB

extension Store {
  /// What the lists show, what was touched last first.
  ///
  /// - Parameters:
  ///   - matching: Words that must all stand in the title, whole or in part, in any case; a number
  ///     may be the case number instead. `nil` or blank matches all.
  ///   - statuses: Only cases that stand so.
  package func summaries(
    matching text: String? = nil,
    statuses: Set<CaseStatus> = Set(CaseStatus.allCases),
    limit: Int,
    offset: Int = 0
  ) throws(StoreFailure) -> [CaseSummary] {
    let query = Self.query(
      "id, flow, status, step, title, updated, lastEvent",
      matching: text,
      statuses: statuses
    )
    return try read { db in
      let statement = try db.cachedStatement(
        sql: "\(query.sql) ORDER BY lastEvent DESC LIMIT ? OFFSET ?"
      )
      return try Row.fetchAll(statement, arguments: query.arguments + [limit, offset])
        .map(Self.summary)
    }
  }

  /// How many cases `summaries` would list without a limit.
  package func count(
    matching text: String? = nil,
    statuses: Set<CaseStatus> = Set(CaseStatus.allCases)
  ) throws(StoreFailure) -> Int {
    let query = Self.query("id", matching: text, statuses: statuses)
    return try read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM (\(query.sql))", arguments: query.arguments)
        ?? 0
    }
  }

  /// A title as it is searched: SQLite itself knows the small letter of A but not of Å.
  static func folded(_ text: String) -> String { text.lowercased() }

  /// The question to the database without its order.
  ///
  /// Every value is bound, never written into it.
  private static func query(
    _ columns: String,
    matching text: String?,
    statuses: Set<CaseStatus>
  ) -> (sql: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var bound: [any DatabaseValueConvertible] = []
    for word in folded(text ?? "").split(whereSeparator: \.isWhitespace).map(String.init) {
      if let number = Int64(word) {
        conditions.append("(instr(searchTitle, ?) OR id = ?)")
        bound += [word, number] as [any DatabaseValueConvertible]
      } else {
        conditions.append("instr(searchTitle, ?)")
        bound.append(word)
      }
    }
    let searched = !conditions.isEmpty
    let all = statuses.count == CaseStatus.allCases.count
    // One part for each status, so that each is read from the index in its order and merged.
    let parts: [CaseStatus?] =
      all || statuses.isEmpty ? [nil] : CaseStatus.allCases.filter(statuses.contains)
    var arguments: [any DatabaseValueConvertible] = []
    let sql = parts.map { status in
      var part = conditions
      if let status {
        part.append("status = ?")
        arguments += bound + [status.rawValue]
      } else {
        if statuses.isEmpty { part.append("0") }
        arguments += bound
      }
      // A search reads along the order of the list, and stops when the page is full.
      let table = searched && status == nil ? "caseFile INDEXED BY caseFileOnLastEvent" : "caseFile"
      return "SELECT \(columns) FROM \(table)"
        + (part.isEmpty ? "" : " WHERE " + part.joined(separator: " AND "))
    }.joined(separator: " UNION ALL ")
    return (sql, StatementArguments(arguments))
  }
}
