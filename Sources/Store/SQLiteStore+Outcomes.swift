import GRDB
package import Model

extension SQLiteStore {
  /// Keeps what a call came to.
  static func add(
    _ closing: Closing,
    of id: CaseID,
    role: CallerRole?,
    on day: Day?,
    in db: Database
  ) throws {
    let (outcome, like) = (closing.outcome, closing.likeness)
    // A clock so far out of order that it has no day counts for no week.
    guard let day else { return }
    let last = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT number, reopened FROM outcome WHERE caseID = ? ORDER BY number DESC LIMIT 1"
      ),
      arguments: [id.rawValue]
    )
    let number = try last?.count("number") ?? 0
    let wasReopened = try last?.count("reopened") ?? 0
    try setLast(false, number, of: id, in: db)
    let call = WholeCase.Call(
      number: number + 1,
      day: day,
      outcome: outcome,
      service: like.service,
      owner: like.owner,
      role: like.role ?? role,
      reopened: wasReopened == 1,
      isLast: true
    )
    try insert(call, of: id, in: db)
  }

  /// Keeps a call as it stands.
  static func insert(_ call: WholeCase.Call, of id: CaseID, in db: Database) throws {
    let outcome = call.outcome
    func list(_ names: [some StringID]) -> String { names.map(\.rawValue).joined(separator: " ") }
    try db.cachedStatement(
      sql: """
        INSERT INTO outcome (caseID, number, day, week, edition, message, causes, faults, certainty,
          repairs, result, confirmed, secondsToVerdict, seconds, reopened, isLast, cause, fault,
          service, registeredOn, role, toldBack, flag)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(
      arguments: [
        id.rawValue, call.number, call.day.text, Week(of: call.day).text,
        outcome.edition.rawValue, outcome.message, list(outcome.causes), list(outcome.faults),
        outcome.certainty.rawValue, outcome.repairs.joined(separator: " "),
        outcome.result.rawValue, outcome.confirmed.rawValue, outcome.secondsToVerdict,
        outcome.seconds, call.reopened, call.isLast, outcome.causes.first?.rawValue,
        outcome.faults.first?.rawValue, call.service, call.owner, call.role?.rawValue,
        outcome.toldBack, outcome.flag?.rawValue,
      ]
    )
  }

  /// Says of the last call that the case was taken up again, if that was soon.
  static func markReopened(_ id: CaseID, on day: Day?, in db: Database) throws {
    guard let day else { return }
    let days = try String.fetchOne(
      db.cachedStatement(sql: "SELECT day FROM outcome WHERE caseID = ? AND isLast = 1"),
      arguments: [id.rawValue]
    )
    guard let left = days.flatMap({ Day($0) }), day.number - left.number <= Tally.soon else {
      return
    }
    try db.cachedStatement(
      sql: "UPDATE outcome SET reopened = 1 WHERE caseID = ? AND isLast = 1"
    ).execute(arguments: [id.rawValue])
  }

  /// Takes back what the last call came to; the one before it counts again.
  static func removeLastOutcome(of id: CaseID, in db: Database) throws {
    let number = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT number FROM outcome WHERE caseID = ? AND isLast = 1"),
      arguments: [id.rawValue]
    )
    guard let number else { return }
    try db.cachedStatement(sql: "DELETE FROM outcome WHERE caseID = ? AND number = ?")
      .execute(arguments: [id.rawValue, number])
    try setLast(true, number - 1, of: id, in: db)
  }

  /// How the last call ended, by its number.
  static func lastResult(of id: CaseID, in db: Database) throws -> Int? {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT result FROM outcome WHERE caseID = ? AND isLast = 1"),
      arguments: [id.rawValue]
    )
  }

  private static func setLast(_ isLast: Bool, _ number: Int64, of id: CaseID, in db: Database)
    throws
  {
    try db.cachedStatement(sql: "UPDATE outcome SET isLast = ? WHERE caseID = ? AND number = ?")
      .execute(arguments: [isLast, id.rawValue, number])
  }

  package func outcomes(of id: CaseID) throws(StoreFailure) -> [CallOutcome] {
    try read { db in
      try Self.reading(id) {
        try Row.fetchAll(
          db.cachedStatement(sql: "SELECT * FROM outcome WHERE caseID = ? ORDER BY number"),
          arguments: [id.rawValue]
        ).map { try Self.outcome($0) }
      }
    }
  }

  static func outcome(_ row: Row) throws -> CallOutcome {
    func list(_ column: String) throws -> [String] {
      (try row.value(column) as String).split(separator: " ").map(String.init)
    }
    return CallOutcome(
      edition: try row.known("edition"),
      message: try row.optional("message"),
      causes: try list("causes").map(Cause.init(rawValue:)),
      faults: try list("faults").map(Fault.init(rawValue:)),
      certainty: try row.known("certainty"),
      repairs: try list("repairs"),
      result: try row.known("result"),
      confirmed: try row.known("confirmed"),
      toldBack: try row.count("toldBack") == 1,
      flag: (try row.optional("flag") as String?).flatMap(DeskFlag.init(rawValue:)),
      secondsToVerdict: try row.optional("secondsToVerdict"),
      seconds: Int(try row.count("seconds"))
    )
  }

  package func flags() throws(StoreFailure) -> [FlagCount] {
    try ask { db in
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT edition, message, flag, count(*) AS calls FROM outcome
            WHERE isLast = 1 AND flag IS NOT NULL GROUP BY edition, message, flag
            """
        )
      )
      return try rows.map { row in
        FlagCount(
          try row.known("edition"),
          try row.optional("message"),
          try row.known("flag"),
          calls: Int(try row.count("calls"))
        )
      }.sorted(by: FlagCount.precedes)
    }
  }

  package func similar(to likeness: Likeness) throws(StoreFailure) -> SimilarCases? {
    try ask { db in
      // Grouped by the columns as they stand in the index, so that nothing is put in order first.
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT coalesce(fault, cause, '') AS main, service, registeredOn, role, count(*) AS calls
            FROM outcome WHERE isLast = 1 AND edition = ? AND message IS ?
            GROUP BY fault, cause, service, registeredOn, role
            """
        ),
        arguments: [likeness.edition.rawValue, likeness.message]
      )
      return SimilarCases(
        try rows.map { row in
          let like = Likeness(
            edition: likeness.edition,
            message: likeness.message,
            service: try row.optional("service"),
            owner: try row.optional("registeredOn"),
            role: (try row.optional("role") as String?).flatMap(CallerRole.init(rawValue:))
          )
          let calls = Int(try row.count("calls"))
          return (try row.value("main"), calls, calls * likeness.weight(of: like))
        }
      )
    }
  }
}
