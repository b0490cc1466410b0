import GRDB
package import Model

/// What is counted for good. No question here reads whose case it was or who had it.
extension SQLiteStore {
  package func tallies(
    from first: Week? = nil,
    through last: Week? = nil
  ) throws(StoreFailure) -> [Tally] {
    let weeks: StatementArguments = [first?.text ?? "", last?.text ?? "9999"]
    return try read { db in
      try ["SELECT * FROM tally WHERE week >= ? AND week <= ?", Self.calls].flatMap { sql in
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: weeks).map(Self.tally)
      }.merged
    }
  }

  /// The calls of some weeks as rows of counts, grouped by the columns as they stand in the index.
  private static let calls = """
    SELECT week, edition, coalesce(message, '') AS message, coalesce(cause, '') AS cause,
      coalesce(fault, '') AS fault, result, confirmed, count(*) AS count, sum(reopened) AS reopened,
      sum(seconds) AS seconds, count(secondsToVerdict) AS verdicts,
      coalesce(sum(secondsToVerdict), 0) AS secondsToVerdict, sum(toldBack) AS toldBack
    FROM outcome WHERE isLast = 1 AND week >= ? AND week <= ?
    GROUP BY week, edition, outcome.message, outcome.cause, outcome.fault, result, confirmed
    """

  /// Counts the calls of a case that is about to be deleted.
  static func countOutcomes(of id: CaseID, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO tally SELECT \(counted) FROM outcome WHERE caseID = ? AND isLast = 1
        ON CONFLICT DO UPDATE SET count = count + excluded.count,
          reopened = reopened + excluded.reopened, seconds = seconds + excluded.seconds,
          verdicts = verdicts + excluded.verdicts,
          secondsToVerdict = secondsToVerdict + excluded.secondsToVerdict,
          toldBack = toldBack + excluded.toldBack
        """
    ).execute(arguments: [id.rawValue])
  }

  /// A call as a row of counts.
  private static let counted = """
    week, edition, coalesce(message, ''), coalesce(cause, ''), coalesce(fault, ''), result,
    confirmed, 1, reopened, seconds, secondsToVerdict IS NOT NULL, coalesce(secondsToVerdict, 0),
    toldBack
    """

  static func tally(_ row: Row) throws -> Tally {
    func name(_ column: String) throws -> String? {
      let text: String = try row.value(column)
      return text.isEmpty ? nil : text
    }
    let outcome = CallOutcome(
      edition: try row.known("edition"),
      message: try name("message"),
      causes: try name("cause").map { [Cause(rawValue: $0)] } ?? [],
      faults: try name("fault").map { [Fault(rawValue: $0)] } ?? [],
      result: try row.known("result"),
      confirmed: try row.known("confirmed")
    )
    var tally = Tally(Tally.Key(outcome, in: Week(text: try row.value("week"))))
    tally.count = Int(try row.count("count"))
    tally.reopened = Int(try row.count("reopened"))
    tally.toldBack = Int(try row.count("toldBack"))
    tally.seconds = Int(try row.count("seconds"))
    tally.verdicts = Int(try row.count("verdicts"))
    tally.secondsToVerdict = Int(try row.count("secondsToVerdict"))
    return tally
  }
}
