import GRDB
package import Model

extension SQLiteStore {
  /// What the lists show, what was touched last first.
  ///
  /// No more is read than the page: neither cases nor answers.
  ///
  /// - Parameters:
  ///   - matching: Words that must all stand in the title, whole or in part, in any case; a number
  ///     may be the case number instead. `nil` or blank matches all.
  ///   - statuses: Only cases that stand so; order and repetition mean nothing.
  ///   - flows: Only cases of these flows; `nil` takes all.
  ///   - answers: The fields whose answers come along.
  package func summaries(
    matching text: String? = nil,
    statuses: [CaseStatus] = CaseStatus.allCases,
    flows: [FlowID]? = nil,
    limit: Int,
    offset: Int = 0,
    answers fields: [FieldID] = []
  ) throws(StoreFailure) -> [CaseSummary] {
    try Self.checkLength(of: text)
    func query(_ columns: String) -> (sql: String, arguments: StatementArguments) {
      Self.query(columns, matching: text, statuses: statuses, flows: flows)
    }
    let found = try read { db in
      try Self.page(of: fields, arguments: query("id").arguments + [limit, offset], in: db) {
        "\(query("\($0), lastEvent").sql) ORDER BY lastEvent DESC LIMIT ? OFFSET ?"
      }
    }
    return found.map { $0.shown(storable) }
  }

  /// The cases of a list, each with some answers; one that cannot be read is named in its place.
  ///
  /// - Parameter sql: The question to the database for some columns.
  static func page(
    of fields: [FieldID],
    arguments: StatementArguments,
    in db: Database,
    sql: (_ columns: String) -> String
  ) throws -> [CaseSummary] {
    do {
      let statement = try db.cachedStatement(sql: sql(columns))
      return try Row.fetchAll(statement, arguments: arguments).map {
        try summary($0, fields, in: db)
      }
    } catch let error where DamagedValue.isMeant(by: error) {
      // A list is read along its index, which holds all that it goes by, and then each case alone.
      let numbers = try Int64.fetchAll(db.cachedStatement(sql: sql("id")), arguments: arguments)
      return try numbers.map { number in
        let id = CaseID(rawValue: number)
        do {
          let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(columns) FROM caseFile WHERE id = ?"),
            arguments: [number]
          )
          return try row.map { try summary($0, fields, in: db) } ?? .unreadable(id)
        } catch let error where DamagedValue.isMeant(by: error) {
          return .unreadable(id)
        }
      }
    }
  }

  private static let columns = "id, flow, status, step, title, created, updated"

  private static func summary(
    _ row: Row,
    _ fields: [FieldID],
    in db: Database
  ) throws -> CaseSummary {
    let id = CaseID(rawValue: try row.value("id"))
    do {
      return CaseSummary(
        id: id,
        flow: try row.value("flow"),
        status: try row.known("status"),
        step: try row.optional("step"),
        title: try row.value("title"),
        created: try row.moment("created"),
        updated: try row.moment("updated"),
        answers: try answers(of: id, in: fields, db)
      )
    } catch let error where DamagedValue.isMeant(by: error) {
      return .unreadable(id)
    }
  }

  /// Some answers of a case, found by the key of the table.
  private static func answers(
    of id: CaseID,
    in fields: [FieldID],
    _ db: Database
  ) throws -> [FieldID: String] {
    guard !fields.isEmpty else { return [:] }
    let marks = fields.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "SELECT field, value FROM answer WHERE caseID = ? AND field IN (\(marks))"
    )
    let bound: [any DatabaseValueConvertible] = [id.rawValue] + fields
    var found: [FieldID: String] = [:]
    for row in try Row.fetchAll(statement, arguments: StatementArguments(bound)) {
      found[try row.value("field")] = try row.value("value") as String
    }
    return found
  }

  /// The case of a flow touched last in which a field has an answer, except one case.
  package func summary(
    of flow: FlowID,
    answering field: FieldID,
    with value: String,
    except own: CaseID?
  ) throws(StoreFailure) -> CaseSummary? {
    let found = try read { db in
      // Along the cases of the flow, which are few beside all answers.
      let statement = try db.cachedStatement(
        sql: """
          SELECT id, flow, status, step, title, created, updated
          FROM caseFile INDEXED BY caseFileOnFlow
          CROSS JOIN answer ON caseID = id AND field = ? AND value = ?
          WHERE flow = ? AND id <> ? ORDER BY lastEvent DESC LIMIT 1
          """
      )
      let row = try Row.fetchOne(
        statement,
        arguments: [field, value, flow, own?.rawValue ?? 0]
      )
      return try row.map { try Self.summary($0, [], in: db) }
    }
    return found?.shown(storable)
  }

  /// How many cases `summaries` would list without a limit.
  ///
  /// - Parameter most: Where to stop counting; negative counts them all.
  package func count(
    matching text: String? = nil,
    statuses: [CaseStatus] = CaseStatus.allCases,
    flows: [FlowID]? = nil,
    upTo most: Int = -1
  ) throws(StoreFailure) -> Int {
    try Self.checkLength(of: text)
    let query = Self.query("id", matching: text, statuses: statuses, flows: flows)
    return try ask { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM (\(query.sql) LIMIT ?)"),
        arguments: query.arguments + [most]
      ) ?? 0
    }
  }

  /// Refuses a search that SQLite would.
  ///
  /// An expression of it has at most 1,000 parts, a pattern 50,000 bytes. A title has no more letters than one word may have here.
  private static func checkLength(of text: String?) throws(StoreFailure) {
    let words = folded(text ?? "").split(whereSeparator: \.isWhitespace)
    guard words.count <= 100, words.allSatisfy({ $0.unicodeScalars.count <= 500 }) else {
      throw .searchTooLong
    }
  }

  /// A title as it is searched: SQLite itself knows the small letter of A but not of Å.
  static func folded(_ text: String) -> String { text.lowercased() }

  /// The pattern of texts that hold a word as it is written.
  ///
  /// SQLite finds a pattern in three quarters of the time that `instr` takes, which counts characters.
  private static func pattern(_ word: String) -> String {
    // A sign that means something in a pattern means itself when it stands alone in brackets.
    "*"
      + word.unicodeScalars.map { "*?[".unicodeScalars.contains($0) ? "[\($0)]" : "\($0)" }
      .joined() + "*"
  }

  /// The question to the database without its order.
  ///
  /// Every value is bound, never written into it.
  static func query(
    _ columns: String,
    matching text: String?,
    statuses: [CaseStatus],
    flows: [FlowID]?
  ) -> (sql: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var bound: [any DatabaseValueConvertible] = []
    for word in folded(text ?? "").split(whereSeparator: \.isWhitespace).map(String.init) {
      let pattern = pattern(word)
      if let number = Int64(word) {
        conditions.append("(searchTitle GLOB ? OR id = ?)")
        bound += [pattern, number] as [any DatabaseValueConvertible]
      } else {
        conditions.append("searchTitle GLOB ?")
        bound.append(pattern)
      }
    }
    let searched = !conditions.isEmpty
    let all = CaseStatus.allCases.allSatisfy(statuses.contains)
    // One part for each status and flow, so that each is read from the index in its order and merged.
    let stands: [CaseStatus?] =
      all || statuses.isEmpty ? [nil] : CaseStatus.allCases.filter(statuses.contains)
    let kinds: [FlowID?] =
      if let flows, !flows.isEmpty { flows.map(Optional.some) } else { [nil] }
    var arguments: [any DatabaseValueConvertible] = []
    let pairs = stands.flatMap { status in kinds.map { (status: status, flow: $0) } }
    let sql = pairs.map { status, flow in
      var part = conditions
      arguments += bound
      if let flow {
        part.append("flow = ?")
        arguments.append(flow)
      }
      if let status {
        part.append("status = ?")
        arguments.append(status.rawValue)
      }
      if statuses.isEmpty || flows?.isEmpty == true { part.append("0") }
      // Every list is read along its order, and stops when the page is full.
      let index: String? =
        switch (status, flow) {
        case (nil, nil): searched ? "caseFileOnLastEvent" : nil
        case (nil, _): "caseFileOnFlow"
        default: nil
        }
      return "SELECT \(columns) FROM caseFile" + (index.map { " INDEXED BY \($0)" } ?? "")
        + (part.isEmpty ? "" : " WHERE " + part.joined(separator: " AND "))
    }.joined(separator: " UNION ALL ")
    return (sql, StatementArguments(arguments))
  }
}
