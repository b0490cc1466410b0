import GRDB
package import Model

/// How many cases were looked at again on the day they waited for. No question here reads who did.
extension SQLiteStore {
  package func followUps() throws(StoreFailure) -> [FollowUps] {
    let today = moment().day?.text ?? ""
    return try read { db in
      let waiting = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT due, 0 AS onDay, count(*) AS late FROM deskCase
            WHERE status = 'waiting' AND due < ? AND due > \(Self.uncounted) GROUP BY due
            """
        ),
        arguments: [today]
      )
      return try (Self.keptFollowUps(in: db) + waiting.map { try Self.followUp($0) }).merged
    }
  }

  /// The last day on which a program that did not count was in use; the table has it with none.
  ///
  /// What was taken up in time until then is not known, so what was not is not told either.
  private static let uncounted =
    "coalesce((SELECT max(due) FROM followUp WHERE onDay + late = 0), '')"

  /// What is counted of cases that are taken up or gone.
  static func keptFollowUps(in db: Database) throws -> [FollowUps] {
    try Row.fetchAll(db.cachedStatement(sql: "SELECT due, onDay, late FROM followUp"))
      .map { try followUp($0) }
  }

  private static func followUp(_ row: Row) throws -> FollowUps {
    guard let due = Day(try row.value("due") as String) else { throw DamagedValue() }
    return FollowUps(
      due: due,
      onDay: Int(try row.count("onDay")),
      late: Int(try row.count("late"))
    )
  }

  static func add(_ counted: FollowUps, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO followUp (due, onDay, late) SELECT ?1, ?2, ?3 WHERE ?1 > \(uncounted)
        ON CONFLICT DO UPDATE SET onDay = onDay + excluded.onDay, late = late + excluded.late
        """
    ).execute(arguments: [counted.due.text, counted.onDay, counted.late])
  }

  /// Counts a case that is about to be deleted while it waits and its day is over.
  static func countFollowUp(of id: CaseID, at moment: Timestamp, in db: Database) throws {
    let due = try String.fetchOne(
      db.cachedStatement(sql: "SELECT due FROM deskCase WHERE caseID = ? AND status = 'waiting'"),
      arguments: [id.rawValue]
    )
    let counted = FollowUps(waitingOn: moment.day, due: due.flatMap { Day($0) })
    if let counted { try add(counted, in: db) }
  }
}
