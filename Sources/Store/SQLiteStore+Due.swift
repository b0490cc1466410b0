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
    let found = try read { db in
      try Self.page(of: fields, arguments: [day.text, limit, offset], in: db) {
        "SELECT \($0) \(Self.dueCases) ORDER BY due, id LIMIT ? OFFSET ?"
      }
    }
    return found.map { $0.shown(storable) }
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
