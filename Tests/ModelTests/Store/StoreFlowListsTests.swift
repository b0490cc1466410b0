import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

/// Lists of one flow in a store with many cases.
@Suite struct StoreFlowListsTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.open()
  }

  /// 10,000 cases: four of five are faults, one in five a request to be followed up.
  private func fill() throws {
    try store.write { db in
      try db.execute(
        sql: """
          WITH RECURSIVE numbers (n) AS (
            SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 10000
          )
          INSERT INTO caseFile
            (id, flow, status, revision, created, updated, lastEvent, step, title, due)
          SELECT n, iif(n % 5 = 0, 'requestAccess', 'findFault'), 'open', 1, 0, 0, n, NULL,
            'Firma ' || n, iif(n % 5 = 0, '2026-11-01', NULL) FROM numbers;
          INSERT INTO word SELECT id, 'firma' FROM caseFile UNION ALL
            SELECT id, CAST(id AS TEXT) FROM caseFile;
          INSERT INTO answer (caseID, field, value, source, position)
          SELECT id, 'request.followUp', '2026-11-01', 'told', 0 FROM caseFile
          WHERE flow = 'requestAccess';
          """
      )
    }
  }

  private func plan(of sql: String, _ arguments: StatementArguments) throws -> [String] {
    try store.read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
        .map { $0["detail"] }
    }
  }

  /// The question to the database for the first page of a list.
  private func query(_ words: String?, _ flows: [FlowID]) throws -> (
    sql: String, arguments: StatementArguments
  ) {
    let search = try CaseSearch(words ?? "", .plain)
    return try store.read { db in
      try SQLiteStore.listing(
        search,
        statuses: CaseStatus.allCases,
        flows: flows,
        at: Timestamp(rawValue: 0),
        in: db
      ).planned(for: 50, in: db).sql("id, lastEvent")
    }
  }

  @Test func `the list of a flow holds its own cases alone`() throws {
    for flow: FlowID in ["findFault", "requestAccess", "findFault", "registerSystem"] {
      _ = try store.create(CaseDraft(flow: flow, title: "Nordlys"))
    }
    #expect(try store.summaries(flows: ["findFault"], limit: 9).map(\.id.rawValue) == [1003, 1001])
    #expect(
      try store.summaries(matching: "nord", flows: ["registerSystem"], limit: 9).map(\.id.rawValue)
        == [1004]
    )
    #expect(try store.summaries(statuses: [.closed], flows: ["findFault"], limit: 9).isEmpty)
    #expect(try store.count(flows: ["findFault"]) == 2)
    #expect(try store.count(statuses: [.open, .waiting], flows: ["requestAccess"]) == 1)
    #expect(try store.summaries(flows: ["none"], limit: 9).isEmpty)
  }

  @Test
  func `the list of several flows holds the cases of all of them, the one touched last first`()
    throws
  {
    for flow: FlowID in ["findFault", "requestAccess", "findFault3", "findFault"] {
      _ = try store.create(CaseDraft(flow: flow))
    }
    let both: [FlowID] = ["findFault", "findFault3"]
    #expect(try store.summaries(flows: both, limit: 9).map(\.id.rawValue) == [1004, 1003, 1001])
    #expect(try store.summaries(flows: both, limit: 1, offset: 1).map(\.id.rawValue) == [1003])
    #expect(try store.summaries(statuses: [.closed], flows: both, limit: 9).isEmpty)
    #expect(try store.count(statuses: [.open, .waiting], flows: both) == 3)
    #expect(try store.summaries(flows: [], limit: 9).isEmpty && store.count() == 4)
    let query = try query(nil, both)
    let steps = try plan(of: query.sql + " ORDER BY lastEvent DESC LIMIT 50", query.arguments)
    #expect(!steps.contains { $0.contains("TEMP B-TREE") }, "\(steps)")
  }

  @Test func `the answers asked for come along, and no others`() throws {
    var draft = CaseDraft(flow: "requestAccess")
    draft.give(Answer("sent", source: .told), in: "request.state")
    draft.give(Answer("Kari", source: .told), in: "request.giver")
    _ = try store.create(draft)
    _ = try store.create(CaseDraft(flow: "requestAccess"))
    let found = try store.summaries(limit: 9, answers: ["request.state", "request.by"])
    #expect(found.map(\.answers) == [[:], ["request.state": "sent"]])
  }

  @Test(arguments: [nil, "firma"])
  func `a page of a list among 10,000 cases is read along an index, unsorted`(words: String?)
    throws
  {
    try fill()
    for flow: FlowID in ["findFault", "requestAccess"] {
      let query = try query(words, [flow])
      let steps = try plan(of: query.sql + " ORDER BY lastEvent DESC LIMIT 50", query.arguments)
      #expect(steps.contains { $0.contains("caseFileOnFlow") }, "\(steps)")
      #expect(!steps.contains { $0.contains("TEMP B-TREE") }, "\(steps)")
      #expect(try store.summaries(matching: words, flows: [flow], limit: 50).count <= 50)
    }
  }

  @Test func `a word that few cases hold is found along the index of words`() throws {
    try fill()
    let query = try query("firma 999", ["findFault"])
    let steps = try plan(of: query.sql + " ORDER BY lastEvent DESC LIMIT 50", query.arguments)
    #expect(steps.contains { $0.contains("json_each") }, "\(steps)")
    #expect(!steps.contains { $0.contains("SCAN caseFile") }, "\(steps)")
    let found = try store.summaries(matching: "firma 999", flows: ["findFault"], limit: 50)
    #expect(found.map(\.id.rawValue) == [9999, 9998, 9997, 9996, 9994, 9993, 9992, 9991, 999])
  }

  @Test func `two words that many cases hold, but few hold both, are each read along their index`()
    throws
  {
    try fill()
    try store.write { db in
      try db.execute(
        sql: """
          INSERT INTO word SELECT id, iif(id % 2, 'odde', 'partall') FROM caseFile UNION ALL
            SELECT id, 'odde' FROM caseFile WHERE id IN (10, 12, 14)
          """
      )
    }
    let query = try query("odde partall", ["findFault"])
    let steps = try plan(of: query.sql + " ORDER BY lastEvent DESC LIMIT 50", query.arguments)
    #expect(steps.contains { $0.contains("json_each") }, "\(steps)")
    #expect(!steps.contains { $0.contains("SCAN caseFile") }, "\(steps)")
    func found(_ text: String, _ flows: [FlowID]? = nil, upTo limit: Int = 9) throws -> [Int64] {
      try store.summaries(matching: text, flows: flows, limit: limit).map(\.id.rawValue)
    }
    #expect(try found("odde partall") == [14, 12, 10])
    #expect(try found("odde partall", upTo: 2) == [14, 12])
    #expect(try found("partall odde", ["findFault"]) == [14, 12])
    #expect(try found("odde firma partall") == [14, 12, 10])
    #expect(try found("odde partall siden:1d").isEmpty)
    #expect(try store.count(matching: "odde partall", upTo: 100) == 3)
    // What many hold together is met along the list, however late.
    #expect(try found("firma odde", upTo: 3) == [9999, 9997, 9995])
  }

  @Test func `pages follow each other without a gap`() throws {
    try fill()
    let pages = try [0, 50, 1990].map { offset in
      try store.summaries(flows: ["requestAccess"], limit: 50, offset: offset).map(\.id.rawValue)
    }
    #expect(pages[0].first == 10_000)
    #expect(pages[0].last == 9_755)
    #expect(pages[1].first == 9_750)
    #expect(pages[2].count == 10)
  }

  @Test func `what is due is paged too, and counted`() throws {
    try fill()
    let day = try #require(Day("2026-11-23"))
    #expect(try store.dueCount(on: day) == 2_000)
    #expect(try store.dueCount(on: day, upTo: 1_000) == 1_000)
    let page = try store.due(on: day, limit: 50, offset: 50, answers: ["request.followUp"])
    #expect(page.count == 50)
    #expect(page.first?.id.rawValue == 255)
    #expect(page.first?.answers == ["request.followUp": "2026-11-01"])
    let count = try plan(of: "SELECT id \(SQLiteStore.dueCases) LIMIT 100", [day.text])
    #expect(count.count == 1)
    #expect(count.allSatisfy { $0.contains("USING COVERING INDEX") }, "\(count)")
    let before = try #require(Day("2026-10-31"))
    #expect(try store.dueCount(on: before) == 0)
  }

  @Test func `a store from before the lists of flows gets their index and keeps its cases`() throws
  {
    let older = try TemporaryFolder()
    try OldStore.make(in: older, version: 2, cases: 2)
    #expect(StoreSchema.current.steps[2].name == "flows")
    let store = try older.open()
    #expect(try store.summaries(flows: ["findFault"], limit: 9).map(\.id.rawValue) == [1002, 1001])
    #expect(try store.inspection().schemaVersion == StoreSchema.current.version)
  }
}
