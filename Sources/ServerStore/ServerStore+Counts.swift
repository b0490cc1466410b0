#if PostgreSQL
package import Model

/// What the calls came to. No question here reads who had them.
extension ServerStore {
  package func outcomes(of id: CaseID) throws(StoreFailure) -> [CallOutcome] {
    let rows = try ask(
      "SELECT outcome FROM veiviser.outcome WHERE case_id = $1 ORDER BY number",
      [id.text]
    )
    return try read(rows, of: id) { try $0.json(0) }
  }

  package func tallies(from first: Week?, through last: Week?) throws(StoreFailure) -> [Tally] {
    let (key, counts) = (Self.tallyKey, Self.tallyCounts)
    let sums = counts.split(separator: ", ").map { "sum(\($0))" }.joined(separator: ", ")
    let rows = try ask(
      """
      SELECT \(key), \(sums) FROM (
        SELECT \(key), \(counts) FROM veiviser.tally
        UNION ALL SELECT \(key), \(counts) FROM veiviser.counted) AS t
      WHERE week >= $1 AND week <= $2 GROUP BY \(key)
      """,
      [first?.text ?? "", last?.text ?? "9999"]
    )
    return try read(rows, Self.tally).merged
  }

  private static let tallyKey = "week, edition, message, cause, fault, result, confirmed"
  private static let tallyCounts =
    "count, reopened, told_back, seconds, verdicts, seconds_to_verdict"
  static let tallyColumns = "\(tallyKey), \(tallyCounts)"

  static func tally(_ row: ServerRow) throws -> Tally {
    func name(_ column: Int) throws -> String? {
      let text = try row.text(column)
      return text.isEmpty ? nil : text
    }
    func count(_ column: Int) throws -> Int { Int(try row.number(column)) }
    guard let result = DeskResult(rawValue: try count(5)) else { throw ServerRow.Damaged() }
    let outcome = CallOutcome(
      edition: try row.known(1),
      message: try name(2),
      causes: try name(3).map { [Cause(rawValue: $0)] } ?? [],
      faults: try name(4).map { [Fault(rawValue: $0)] } ?? [],
      result: result,
      confirmed: try row.known(6)
    )
    var tally = Tally(Tally.Key(outcome, in: Week(text: try row.text(0))))
    tally.count = try count(7)
    tally.reopened = try count(8)
    tally.toldBack = try count(9)
    tally.seconds = try count(10)
    tally.verdicts = try count(11)
    tally.secondsToVerdict = try count(12)
    return tally
  }

  package func followUps() throws(StoreFailure) -> [FollowUps] {
    let rows = try ask(
      """
      SELECT due, on_day, late FROM veiviser.follow_up
      UNION ALL SELECT due, 0, count(*) FROM veiviser.desk_case
        WHERE status = 'waiting' AND due < to_char(veiviser.today(), 'YYYY-MM-DD')
          AND due > coalesce((SELECT max(due) FROM veiviser.follow_up WHERE on_day + late = 0), '') GROUP BY due
      """
    )
    return try read(rows, Self.followUp).merged
  }

  static func followUp(_ row: ServerRow) throws -> FollowUps {
    guard let due = Day(try row.text(0)) else { throw ServerRow.Damaged() }
    return FollowUps(due: due, onDay: Int(try row.number(1)), late: Int(try row.number(2)))
  }

  package func similar(to likeness: Likeness) throws(StoreFailure) -> SimilarCases? {
    let rows = try ask(
      """
      SELECT coalesce(outcome->'faults'->>0, outcome->'causes'->>0, '') AS main,
        likeness->>'service' AS service, likeness->>'owner' AS owner, likeness->>'role' AS role, count(*)
      FROM veiviser.outcome
      WHERE is_last AND outcome->>'edition' = $1 AND outcome->>'message' IS NOT DISTINCT FROM $2
      GROUP BY 1, 2, 3, 4
      """,
      [likeness.edition.rawValue, likeness.message]
    )
    return SimilarCases(
      try read(rows) { row in
        let like = Likeness(
          edition: likeness.edition,
          message: likeness.message,
          service: row.values[1],
          owner: row.values[2],
          role: row.values[3].flatMap(CallerRole.init(rawValue:))
        )
        let calls = Int(try row.number(4))
        return (try row.text(0), calls, calls * likeness.weight(of: like))
      }
    )
  }

  package func flags() throws(StoreFailure) -> [FlagCount] {
    let rows = try ask(
      """
      SELECT outcome->>'edition', outcome->>'message', outcome->>'flag', count(*)
      FROM veiviser.outcome WHERE is_last AND outcome ? 'flag' GROUP BY 1, 2, 3
      """
    )
    return try read(rows) { row in
      FlagCount(
        try row.known(0),
        row.values[1],
        try row.known(2),
        calls: Int(try row.number(3))
      )
    }.sorted(by: FlagCount.precedes)
  }

  package func shapes(limit: Int) throws(StoreFailure) -> [ShapeCount] {
    let rows = try ask(
      """
      SELECT substr(word, 8), count(*) AS cases FROM veiviser.word
      WHERE kind = 'a' AND word ^@ ':shape:' GROUP BY word ORDER BY cases DESC, word LIMIT $1
      """,
      ["\(limit)"]
    )
    return try read(rows) { row in
      ShapeCount(MessageShape(text: try row.text(0)), cases: Int(try row.number(1)))
    }
  }
}
#endif
