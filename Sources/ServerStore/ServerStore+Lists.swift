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
      "SELECT \(columns) FROM veiviser.case_file AS c WHERE \(query.condition) ORDER BY c.last_event DESC",
      limit,
      offset,
      query
    )
  }

  package func count(
    matching text: String?,
    statuses: [CaseStatus],
    flows: [FlowID]?,
    upTo most: Int
  ) throws(StoreFailure) -> Int {
    let query = try listing(text, statuses, flows)
    return try count("FROM veiviser.case_file AS c WHERE \(query.condition)", most, query)
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
      EXISTS (SELECT FROM jsonb_array_elements(c.content->'answers') AS a WHERE
        a->>'field' = \(query.value(field.rawValue)) AND a->'answer'->>'value' = \(query.value(value)))
      """
    )
    let columns = Self.columns([], &query)
    return try page(
      "SELECT \(columns) FROM veiviser.case_file AS c WHERE \(query.condition) ORDER BY c.last_event DESC",
      1,
      0,
      query
    ).first
  }

  package func due(
    on day: Day,
    limit: Int,
    offset: Int,
    answers fields: [FieldID]
  ) throws(StoreFailure) -> [CaseSummary] {
    var query = Self.due(on: day)
    let columns = Self.columns(fields, &query)
    return try page(
      "SELECT \(columns) FROM veiviser.case_file AS c WHERE \(query.condition) ORDER BY c.due, c.id",
      limit,
      offset,
      query
    )
  }

  package func dueCount(on day: Day, upTo most: Int) throws(StoreFailure) -> Int {
    let query = Self.due(on: day)
    return try count("FROM veiviser.case_file AS c WHERE \(query.condition)", most, query)
  }

  private static func due(on day: Day) -> ServerQuery {
    var query = ServerQuery()
    query.add("c.status <> 'closed' AND c.due <= \(query.value(day.text))")
    return query
  }

  private func listing(_ text: String?, _ statuses: [CaseStatus], _ flows: [FlowID]?)
    throws(StoreFailure) -> ServerQuery
  {
    var query = ServerQuery()
    for term in try CaseSearch(text ?? "", words).terms { query.add(term, codeKey) }
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
          FROM jsonb_array_elements(c.content->'answers') AS a
          WHERE a->>'field' = ANY(\(query.list(fields.map(\.rawValue))))),
        (SELECT coalesce(jsonb_agg(word ORDER BY word), '[]') FROM veiviser.word
          WHERE case_id = c.id AND kind = 'a' AND word ^@ ':')
      """
  }

  /// What the columns of a list say, in their order.
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

  private func page(_ sql: String, _ limit: Int, _ offset: Int, _ query: ServerQuery)
    throws(StoreFailure) -> [CaseSummary]
  {
    var query = query
    let page = query.page(limit, offset)
    return try read(try ask(sql + page, query.values)) { try summary($0) }
  }

  /// How many rows there are, counted no further than asked.
  func count(_ sql: String, _ most: Int, _ query: ServerQuery) throws(StoreFailure) -> Int {
    var query = query
    let page = query.page(most, 0)
    let rows = try ask("SELECT count(*) FROM (SELECT \(sql)\(page)) AS found", query.values)
    return try read(rows) { Int(try $0.number(0)) }.first ?? 0
  }
}

/// A question under way: its conditions, and the values they speak of.
struct ServerQuery {
  private(set) var values: [String?] = []
  private var conditions: [String] = []

  /// All that must hold.
  var condition: String { conditions.isEmpty ? "true" : conditions.joined(separator: " AND ") }

  mutating func add(_ condition: String) { conditions.append(condition) }

  /// What stands for a value in the words of the question.
  mutating func value(_ value: String?) -> String {
    values.append(value)
    return "$\(values.count)"
  }

  /// What stands for several texts.
  mutating func list(_ texts: [String]) -> String {
    "ARRAY(SELECT jsonb_array_elements_text(\(value(Change.json(texts)))::jsonb))"
  }

  /// A page of what is found; a negative limit takes all that follows.
  mutating func page(_ limit: Int, _ offset: Int) -> String {
    let most = value(limit < 0 ? nil : "\(limit)")
    return " LIMIT \(most)::bigint OFFSET \(value("\(max(0, offset))"))::bigint"
  }

  /// A part of a search.
  mutating func add(_ term: CaseSearch.Term, _ codeKey: [UInt8]) {
    switch term {
    case .word(let prefix, let marks, let number):
      let word = "(word ^@ \(value(prefix)) OR word = ANY(\(list(marks.sorted()))))"
      let isOwn = number.map { " OR c.id = \(value($0.text))::bigint" } ?? ""
      add("(EXISTS (SELECT FROM veiviser.word WHERE case_id = c.id AND \(word))\(isOwn))")
    case .mark(let mark):
      add("EXISTS (SELECT FROM veiviser.word WHERE case_id = c.id AND word = \(value(mark)))")
    case .since(let days):
      let most = min(days, 1_000_000)
      add("c.updated >= veiviser.moment() - 86400 * \(value("\(most)"))::bigint")
    case .code(let id, let letters):
      let isRight = CaseCode(id, key: codeKey).letters == letters
      add("c.id = \(value(isRight ? id.text : "0"))::bigint")
    }
  }
}
#endif
