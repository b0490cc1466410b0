#if PostgreSQL
package import Model

extension ServerStore {
  package func summaries(
    matching text: String?,
    statuses: [CaseStatus],
    flows: [FlowID]?,
    limit: Int,
    offset: Int,
    answers fields: [FieldID]
  ) throws(StoreFailure) -> [CaseSummary] {
    var query = try listing(text, statuses, flows)
    let columns = Self.columns(fields, &query)
    return try page(
      columns,
      of: Self.cases,
      query,
      by: "c.last_event DESC",
      limit,
      offset,
      shown
    )
  }

  package func count(
    matching text: String?,
    statuses: [CaseStatus],
    flows: [FlowID]?,
    upTo most: Int
  ) throws(StoreFailure) -> Int {
    try count(Self.cases, listing(text, statuses, flows), most)
  }

  package func summary(
    of flow: FlowID,
    answering field: FieldID,
    with value: String,
    except own: CaseID?
  ) throws(StoreFailure) -> CaseSummary? {
    var query = ServerQuery()
    query.add("c.flow = \(query.value(flow.rawValue))")
    query.add("c.id <> \(query.value(own?.text ?? "0"))::bigint")
    query.add(
      """
      EXISTS (SELECT FROM jsonb_path_query(c.content, '$.answers[*]') AS a WHERE
        a->>'field' = \(query.value(field.rawValue)) AND a->'answer'->>'value' = \(query.value(value)))
      """
    )
    let columns = Self.columns([], &query)
    return try page(columns, of: Self.cases, query, by: "c.last_event DESC", 1, 0, shown)
      .first
  }

  package func due(
    on day: Day,
    limit: Int,
    offset: Int,
    answers fields: [FieldID]
  ) throws(StoreFailure) -> [CaseSummary] {
    var query = Self.due(on: day)
    let columns = Self.columns(fields, &query)
    return try page(columns, of: Self.cases, query, by: "c.due, c.id", limit, offset, shown)
  }

  package func dueCount(on day: Day, upTo most: Int) throws(StoreFailure) -> Int {
    try count(Self.cases, Self.due(on: day), most)
  }

  private static let cases = "veiviser.case_file AS c"

  private static func due(on day: Day) -> ServerQuery {
    var query = ServerQuery()
    query.add("c.status <> 'closed' AND c.due <= \(query.value(day.text))")
    return query
  }

  func listing(_ text: String?, _ statuses: [CaseStatus], _ flows: [FlowID]?)
    throws(StoreFailure) -> ServerQuery
  {
    var query = try found(by: text ?? "")
    if !CaseStatus.allCases.allSatisfy(statuses.contains) {
      query.add("c.status = ANY(\(query.list(statuses.map(\.rawValue))))")
    }
    if let flows { query.add("c.flow = ANY(\(query.list(flows.map(\.rawValue))))") }
    return query
  }

  /// The columns that a list shows of a case; no answers are read but those asked for.
  static func columns(_ fields: [FieldID], _ query: inout ServerQuery) -> String {
    let own =
      "c.id, c.flow, c.status, c.content->>'step', c.content->>'title', c.created, c.updated"
    guard !fields.isEmpty else { return own + ", '{}', '[]'" }
    return own
      + """
      , (SELECT coalesce(jsonb_object_agg(a->>'field', a->'answer'->>'value'), '{}')
          FROM jsonb_path_query(c.content, '$.answers[*]') AS a
          WHERE a->>'field' = ANY(\(query.list(fields.map(\.rawValue))))),
        (SELECT coalesce(jsonb_agg(word ORDER BY word), '[]') FROM veiviser.word
          WHERE case_id = c.id AND kind = 'a' AND word ^@ ':')
      """
  }

  /// What a list shows of a row: of one that cannot be read, its number.
  private func shown(_ row: ServerRow) throws -> CaseSummary {
    do { return try summary(row) } catch {
      return .unreadable(CaseID(rawValue: try row.number(0)))
    }
  }

  /// What the columns of a list say, in their order; the first is the number of a case.
  func summary(_ row: ServerRow) throws -> CaseSummary {
    let answers: [FieldID: String] = try row.json(7)
    return CaseSummary(
      id: CaseID(rawValue: try row.number(0)),
      flow: FlowID(rawValue: try row.text(1)),
      status: try row.known(2),
      step: row.values[3].map(StepID.init(rawValue:)),
      title: try row.text(4),
      created: try row.moment(5),
      updated: try row.moment(6),
      answers: answers,
      marks: try row.json(8)
    ).shown(storable)
  }

  /// A page of what fits a question.
  ///
  /// - Parameters:
  ///   - columns: What is asked for.
  ///   - tables: Of which tables; that of cases is called `c`.
  ///   - order: The columns by which the rows are put in order.
  ///   - limit: The most rows; negative takes all that follow.
  ///   - body: What a row says; its first column is the number of a case.
  /// - Throws: `StoreFailure.unreadable` for a case that is damaged.
  func page<Value>(
    _ columns: String,
    of tables: String,
    _ query: ServerQuery,
    by order: String,
    _ limit: Int,
    _ offset: Int = 0,
    _ body: (ServerRow) throws -> Value
  ) throws(StoreFailure) -> [Value] {
    // The columns are put together for the rows of the page alone, and not for those before it.
    let rows = try ask(
      """
      WITH page AS (
        SELECT c.id FROM \(tables) WHERE \(query.condition) ORDER BY \(order)
        \(Self.most(limit)) OFFSET \(max(0, offset)))
      SELECT \(columns) FROM \(tables) WHERE c.id IN (SELECT id FROM page) ORDER BY \(order)
      """,
      query.values
    )
    var found: [Value] = []
    for row in rows { found += try read([row], of: damaged(row), body) }
    return found
  }

  private func damaged(_ row: ServerRow) -> CaseID? {
    (try? row.number(0)).map(CaseID.init(rawValue:))
  }

  /// How many rows of some tables fit a question, counted no further than asked.
  func count(_ tables: String, _ query: ServerQuery, _ most: Int) throws(StoreFailure) -> Int {
    let rows = try ask(
      """
      SELECT count(*) FROM (
        SELECT FROM \(tables) WHERE \(query.condition) \(Self.most(most))) AS found
      """,
      query.values
    )
    return try read(rows) { Int(try $0.number(0)) }.first ?? 0
  }

  private static func most(_ limit: Int) -> String { limit < 0 ? "" : "LIMIT \(limit)" }
}
#endif
