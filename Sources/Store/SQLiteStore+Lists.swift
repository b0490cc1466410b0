import GRDB
package import Model

extension SQLiteStore {
  /// What the lists show, what was touched last first.
  ///
  /// No more is read than the page: neither cases nor answers.
  ///
  /// - Parameters:
  ///   - matching: What is searched for, as `CaseSearch` reads it; `nil` or blank matches all.
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
    let search = try CaseSearch(text ?? "", setup.words)
    let moment = moment()
    let found = try read { db in
      let listing = try Self.listing(search, statuses: statuses, flows: flows, at: moment, in: db)
        .planned(for: limit < 0 ? limit : limit + max(0, offset), in: db)
      let arguments = listing.sql("id").arguments + [limit, offset]
      return try Self.page(of: fields, arguments: arguments, in: db) {
        "\(listing.sql("\($0), lastEvent").sql) ORDER BY lastEvent DESC LIMIT ? OFFSET ?"
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

  static func summary(
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
        answers: try answers(of: id, in: fields, db),
        marks: try fields.isEmpty ? [] : marks(of: id, in: db)
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
    let search = try CaseSearch(text ?? "", setup.words)
    let moment = moment()
    func count(_ db: Database) throws -> Int {
      let query = try Self.listing(search, statuses: statuses, flows: flows, at: moment, in: db)
        .planned(for: most, in: db).sql("id")
      return try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count(*) FROM (\(query.sql) LIMIT ?)"),
        arguments: query.arguments + [most]
      ) ?? 0
    }
    return try search.terms.isEmpty ? ask(count) : read(count)
  }

  static func listing(
    _ search: CaseSearch,
    statuses: [CaseStatus],
    flows: [FlowID]?,
    at moment: Timestamp,
    in db: Database
  ) throws -> CaseListing {
    let key = try search.terms.isEmpty ? [] : codeKey(in: db)
    return CaseListing(
      search.terms.map { SearchCondition($0, key: key, at: moment) },
      statuses: statuses,
      flows: flows
    )
  }
}
