import GRDB
package import Model

extension SQLiteStore {
  package func queue(
    _ section: DeskSection,
    for agent: AgentID,
    limit: Int = -1,
    offset: Int = 0,
    answers fields: [FieldID] = []
  ) throws(StoreFailure) -> [DeskEntry] {
    let time = DeskTime(moment())
    let (sql, arguments) = Self.query("caseID, due, stamp", of: section, for: agent, at: time)
    return try read { db in
      let ids = try Int64.fetchAll(
        db.cachedStatement(sql: sql + " \(Self.order(of: section)) LIMIT ? OFFSET ?"),
        arguments: arguments + [limit, offset]
      )
      return try deskEntries(ids, fields, at: time.now, in: db)
    }
  }

  package func calls(
    matching text: String,
    of flows: [FlowID],
    limit: Int = -1,
    answers fields: [FieldID] = []
  ) throws(StoreFailure) -> [DeskEntry] {
    let search = try CaseSearch(text, setup.words)
    let moment = moment()
    return try read { db in
      let found = try Self.listing(
        search,
        statuses: CaseStatus.allCases,
        flows: flows,
        at: moment,
        in: db
      ).planned(for: limit, in: db).sql("id, lastEvent")
      let ids = try Int64.fetchAll(
        db.cachedStatement(sql: found.sql + " ORDER BY lastEvent DESC LIMIT ?"),
        arguments: found.arguments + [limit]
      )
      return try deskEntries(ids, fields, at: moment, in: db)
    }
  }

  /// Cases as the desk sees them; one that cannot be read is named in its place.
  private func deskEntries(
    _ numbers: [Int64],
    _ fields: [FieldID],
    at moment: Timestamp,
    in db: Database
  ) throws -> [DeskEntry] {
    let key = try Self.codeKey(in: db)
    return try numbers.map { number in
      let id = CaseID(rawValue: number)
      do { return try deskEntry(id, fields, at: moment, in: db) } catch StoreFailure.unreadable {
        return .unreadable(id, code: CaseCode(id, key: key))
      }
    }
  }

  package func queueCount(_ section: DeskSection, for agent: AgentID, upTo most: Int = -1)
    throws(StoreFailure) -> Int
  {
    let (sql, arguments) = Self.query("1", of: section, for: agent, at: DeskTime(moment()))
    return try ask { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM (\(sql) LIMIT ?)"),
        arguments: arguments + [most]
      ) ?? 0
    }
  }

  /// Whoever has a case, each once, read off the index of owners one step at a time.
  package func owners() throws(StoreFailure) -> [AgentID] {
    try ask { db in
      let next = "SELECT min(owner) FROM deskCase WHERE owner IS NOT NULL AND owner > ?"
      var found: [AgentID] = []
      var last: Int64 = -1
      while let owner = try Int64.fetchOne(db.cachedStatement(sql: next), arguments: [last]) {
        found.append(AgentID(rawValue: UInt32(clamping: owner)))
        last = owner
      }
      return found
    }
  }

  /// The cases of a section, without their order.
  ///
  /// Each is read along an index in its order: the queue of a day is short, but a store has many cases.
  private static func query(
    _ columns: String,
    of section: DeskSection,
    for agent: AgentID,
    at time: DeskTime
  ) -> (sql: String, arguments: StatementArguments) {
    func select(_ condition: String) -> String {
      "SELECT \(columns) FROM deskCase WHERE \(condition)"
    }
    let today = time.today?.text ?? ""
    switch section {
    case .mine: return (select("owner = ? AND status = 'open'"), [agent.rawValue])
    case .free: return (select("owner IS NULL AND status = 'open' AND level = 'first'"), [])
    case .second: return (select("owner IS NULL AND status = 'open' AND level = 'second'"), [])
    case .due:
      let parts = ["waiting", "open"].map { select("status = '\($0)' AND due <= ?") }
      return (parts.joined(separator: " UNION ALL "), [today, today])
    case .waiting:
      let parts = ["due IS NULL", "due > ?"].map { select("status = 'waiting' AND \($0)") }
      return (parts.joined(separator: " UNION ALL "), [today])
    case .all:
      let parts = ["waiting", "open"].map { select("status = '\($0)'") }
      return (parts.joined(separator: " UNION ALL "), [])
    }
  }

  private static func order(of section: DeskSection) -> String {
    switch section {
    case .free, .second: "ORDER BY stamp"
    case .due, .waiting: "ORDER BY due, stamp"
    case .mine, .all: "ORDER BY stamp DESC"
    }
  }
}
