#if PostgreSQL
package import Model

extension ServerStore {
  func deskEntry(_ id: CaseID) throws(StoreFailure) -> DeskStanding {
    var query = ServerQuery()
    query.add("c.id = \(query.value(id.text))::bigint")
    let columns = Self.deskColumns([], &query)
    let rows = try ask(
      """
      SELECT \(columns), c.last_event, c.content
      FROM \(Self.allTables)
      WHERE \(query.condition)
      """,
      query.values
    )
    let found = try read(rows, of: id) { row in
      DeskStanding(
        entry: try entry(row),
        content: try row.json(13),
        event: try row.number(12),
        moment: try row.moment(11)
      )
    }.first
    guard let found else { throw .noSuchCase(id) }
    return found
  }

  private static func deskColumns(_ fields: [FieldID], _ query: inout ServerQuery) -> String {
    columns(fields, &query) + ", c.revision, d.desk, veiviser.moment()"
  }

  private func entry(_ row: ServerRow) throws -> DeskEntry {
    let summary = try summary(row)
    let desk: DeskCase = try row.values[10] == nil ? DeskCase() : row.json(10)
    let time = DeskTime(try row.moment(11))
    return DeskEntry(
      summary,
      revision: Int(try row.number(9)),
      desk,
      state: desk.state(summary.status, touched: summary.updated, at: time),
      code: code(of: summary.id)
    )
  }

  package func queue(
    _ section: DeskSection,
    for agent: AgentID,
    limit: Int,
    offset: Int,
    answers fields: [FieldID]
  ) throws(StoreFailure) -> [DeskEntry] {
    var query = Self.query(section, agent)
    let columns = Self.deskColumns(fields, &query)
    let order =
      switch section {
      case .free, .second: "d.stamp"
      case .due, .waiting: "d.due NULLS FIRST, d.stamp"
      case .mine, .all: "d.stamp DESC"
      }
    return try page(columns, of: Self.tables, query, by: order, limit, offset, shown)
  }

  package func calls(
    matching text: String,
    of flows: [FlowID],
    limit: Int,
    answers fields: [FieldID]
  ) throws(StoreFailure) -> [DeskEntry] {
    var query = try listing(text, CaseStatus.allCases, flows)
    let columns = Self.deskColumns(fields, &query)
    return try page(columns, of: Self.allTables, query, by: "c.last_event DESC", limit, 0, shown)
  }

  /// What a list shows of a row: of one that cannot be read, its number.
  private func shown(_ row: ServerRow) throws -> DeskEntry {
    do { return try entry(row) } catch {
      let id = CaseID(rawValue: try row.number(0))
      return .unreadable(id, code: code(of: id))
    }
  }

  package func queueCount(_ section: DeskSection, for agent: AgentID, upTo most: Int)
    throws(StoreFailure) -> Int
  {
    try count(Self.tables, Self.query(section, agent), most)
  }

  private static let tables =
    "veiviser.desk_case AS d JOIN veiviser.case_file AS c ON c.id = d.case_id"
  /// With the cases that have never been at the desk.
  private static let allTables =
    "veiviser.case_file AS c LEFT JOIN veiviser.desk_case AS d ON d.case_id = c.id"

  private static func query(_ section: DeskSection, _ agent: AgentID) -> ServerQuery {
    var query = ServerQuery()
    let hasCome = "d.due <= to_char(veiviser.today(), 'YYYY-MM-DD')"
    switch section {
    case .mine:
      query.add("d.status = 'open' AND d.owner = \(query.value("\(agent.rawValue)"))::bigint")
    case .free: query.add("d.status = 'open' AND d.owner IS NULL AND d.level = 'first'")
    case .second: query.add("d.status = 'open' AND d.owner IS NULL AND d.level = 'second'")
    case .due: query.add("d.status <> 'closed' AND \(hasCome)")
    case .waiting: query.add("d.status = 'waiting' AND (\(hasCome)) IS NOT TRUE")
    case .all: query.add("d.status <> 'closed'")
    }
    return query
  }

  package func keep(_ callback: Callback?, of id: CaseID) throws(StoreFailure) {
    var change = Change(id: id)
    change.number = callback?.number.text
    change.due = callback?.due.text
    change.last = callback?.last.text
    _ = try tell("callback", change)
  }

  package func callback(of id: CaseID) throws(StoreFailure) -> Callback? {
    let rows = try ask(
      """
      SELECT number, due, last FROM veiviser.callback WHERE case_id = $1 AND last >= veiviser.today()
      """,
      [id.text]
    )
    guard let row = rows.first, let text = row.values[0],
      let number = try? PhoneNumber(checking: text),
      let due = row.values[1].flatMap({ Day($0) }), let last = row.values[2].flatMap({ Day($0) })
    else { return nil }
    return Callback(number, due: due, last: last)
  }

  package func forgetCallbacks() throws(StoreFailure) {
    let rows = try ask(
      "SELECT EXISTS (SELECT FROM veiviser.callback WHERE last < veiviser.today())"
    )
    // Every change takes away what is over.
    if rows.first?.isTrue(0) == true { _ = try tell("forget", Change()) }
  }

  package func addNote(_ text: String, to id: CaseID, by agent: AgentID?) throws(StoreFailure)
    -> Note
  {
    guard agent == nil || agent == own else { throw .denied(path: Self.path) }
    let text = storable(text)
    let made = try tell("note", Change(id: id, text: text, signed: agent != nil))
    guard let moment = made.moment else { throw .refused(path: Self.path) }
    return Note(text: text, when: moment, who: agent?.rawValue)
  }

  package func notes(for id: CaseID) throws(StoreFailure) -> [Note] {
    let rows = try ask(
      "SELECT text, created, who FROM veiviser.note WHERE case_id = $1 ORDER BY event",
      [id.text]
    )
    return try read(rows, of: id) { row in
      Note(
        text: storable(try row.text(0)),
        when: try row.moment(1),
        who: row.values[2].flatMap { UInt32($0) }
      )
    }
  }

  /// The trail of a case in the order things were done; it remains when the case is deleted.
  package func events(for id: CaseID) throws(StoreFailure) -> [CaseEvent] {
    let rows = try ask(
      "SELECT id, who, created, kind, subject FROM veiviser.event WHERE case_id = $1 ORDER BY id",
      [id.text]
    )
    return try read(rows, of: id) { row in
      CaseEvent(
        id: try row.number(0),
        caseID: id,
        who: UInt32(truncatingIfNeeded: try row.number(1)),
        when: try row.moment(2),
        kind: try row.known(3),
        subject: try row.text(4)
      )
    }
  }
}
#endif
