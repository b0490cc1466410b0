import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct StoreDueTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.open()
    let cases: [(FlowID, CaseStatus, String?)] = [
      ("requestAccess", .waiting, "2026-12-01"), ("requestAccess", .open, "2026-11-30"),
      ("requestAccess", .closed, "2026-11-01"), ("requestAccess", .waiting, nil),
      ("requestAccess", .waiting, ""), ("findFault", .waiting, "2026-11-01"),
      ("requestAccess", .waiting, "2027-01-02"), ("requestAccess", .waiting, Fact.unknown),
    ]
    for (flow, status, date) in cases {
      var draft = CaseDraft(flow: flow, status: status)
      // Another date on the same case is no reason to ask again.
      draft.give(Answer("2020-01-01", source: .told), in: "request.by")
      if let date { draft.give(Answer(date, source: .told), in: "request.followUp") }
      draft.due = Flow.named(flow)?.due(draft)
      _ = try store.create(draft)
    }
  }

  @Test(arguments: [
    ("2026-11-29", []), ("2026-11-30", [1002]), ("2026-12-01", [1002, 1001]),
    ("2027-01-02", [1002, 1001, 1007]), ("2199-12-31", [1002, 1001, 1007]),
  ])
  func `requests whose date has come are due, the oldest date first`(
    day: String,
    expected: [Int64]
  ) throws {
    let day = try #require(Day(day))
    #expect(try store.due(on: day).map(\.id.rawValue) == expected)
  }

  @Test func `a request is no longer due when it is closed or its date is moved`() throws {
    let day = try #require(Day("2026-12-01"))
    var closed = try store.load(CaseID(rawValue: 1002))
    closed.status = .closed
    _ = try store.save(closed)
    var moved = try store.load(CaseID(rawValue: 1001))
    moved.content.give(Answer("2026-12-08", source: .told), in: "request.followUp")
    moved.due = Flow.requestAccess.due(moved.content)
    _ = try store.save(moved)
    #expect(try store.due(on: day).isEmpty)
  }

  @Test func `a store from before the day had its own column keeps what is due`() throws {
    let older = try TemporaryFolder()
    let steps = Array(StoreSchema.current.steps.prefix { $0.name != "due" })
    try older.open(setup: StoreSetup(schema: StoreSchema(steps: steps))).close()
    let queue = try DatabaseQueue(path: older.location.database)
    try queue.write { db in
      for (index, (flow, status, date)) in [
        ("requestAccess", "waiting", "2026-12-01"), ("requestAccess", "open", "2026-11-30"),
        ("requestAccess", "closed", "2026-11-01"), ("requestAccess", "open", ""),
        ("findFault", "open", "2026-11-01"), ("requestAccess", "open", Fact.unknown),
      ].enumerated() {
        let id = 1001 + index
        try db.execute(
          sql: "INSERT INTO caseFile VALUES (?, ?, ?, 1, 0, 0, ?, NULL, '', '')",
          arguments: [id, flow, status, id]
        )
        for (position, (field, value)) in [
          ("request.followUp", date), ("request.by", "2020-01-01"),
        ].enumerated() {
          try db.execute(
            sql: "INSERT INTO answer VALUES (?, ?, ?, 'told', ?)",
            arguments: [id, field, value, position]
          )
        }
      }
    }
    try queue.close()
    let store = try older.open()
    let day = try #require(Day("2026-12-01"))
    #expect(try store.due(on: day).map(\.id.rawValue) == [1002, 1001])
    #expect(try store.load(CaseID(rawValue: 1003)).due == Day("2026-11-01"))
    #expect(try store.load(CaseID(rawValue: 1006)).due == nil)
  }
}
