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
    let cases: [(String, CaseStatus, String?)] = [
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
    _ = try store.save(moved)
    #expect(try store.due(on: day).isEmpty)
  }
}
