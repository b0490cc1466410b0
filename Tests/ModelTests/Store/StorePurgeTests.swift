import Foundation
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct StorePurgeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let day: Int64 = 86_400
  private static let today: Int64 = 20_000 * day

  /// The store as if it were so many days ago.
  private func open(daysAgo days: Int64) throws -> SQLiteStore {
    try SQLiteStore.open(
      at: folder.location,
      now: { Timestamp(rawValue: Self.today - days * Self.day) },
      redact: { text, _ in text }
    )
  }

  @discardableResult
  private func make(_ flow: FlowID, _ status: CaseStatus, daysAgo days: Int64) throws -> Int64 {
    let store = try open(daysAgo: days)
    let made = try store.create(CaseDraft(flow: flow, status: status, title: "\(flow) \(days)"))
    try store.close()
    return made.id.rawValue
  }

  private let table = Content.embedded.retention

  @Test
  func `every flow has its periods, and the trail is kept at least as long as any fault case`() {
    #expect(Set(table.cases.map(\.flow)) == Set(Flow.all.map(\.id)))
    #expect(table.cases.count == Flow.all.count)
    for rule in table.cases {
      #expect(rule.finished > 0)
      #expect((rule.unfinished ?? 1) > 0)
    }
    #expect(table.trail >= table.cases.first { $0.flow == "findFault" }?.finished ?? .max)
  }

  @Test func `what its period has run out for goes, to the day, and nothing else`() throws {
    let old = try make("findFault", .closed, daysAgo: 91)
    let abandoned = try make("findFault", .open, daysAgo: 366)
    try make("findFault", .closed, daysAgo: 90)
    try make("findFault", .waiting, daysAgo: 365)
    try make("registerSystem", .closed, daysAgo: 1000)
    try make("unheardOf", .closed, daysAgo: 5000)
    let store = try open(daysAgo: 0)
    let planned = try store.purge(table, dryRun: true)
    #expect(planned.deleted == ["findFault": [old, abandoned]])
    #expect(planned.dryRun)
    #expect(try store.count() == 6)
    let done = try store.purge(table)
    #expect(done.deleted == planned.deleted)
    #expect(done.trailLines == planned.trailLines)
    #expect(try store.count() == 4)
    #expect(try store.purge(table, dryRun: true).count == 0)
    #expect(try store.inspection().isSound)
  }

  @Test func `a number of days takes what is closed and spares what is not`() throws {
    let closed = try make("registerSystem", .closed, daysAgo: 31)
    try make("findFault", .open, daysAgo: 4000)
    try make("requestAccess", .waiting, daysAgo: 4000)
    try make("findFault", .closed, daysAgo: 30)
    let store = try open(daysAgo: 0)
    let report = try store.purge(table.closedOnly(after: 30))
    #expect(report.deleted == ["registerSystem": [closed]])
    #expect(try store.count() == 3)
  }

  @Test func `old lines leave the trail from its beginning, and the chain still holds`() throws {
    for days in [900, 800, 366, 365, 10] as [Int64] {
      try make("registerSystem", .closed, daysAgo: days)
    }
    let store = try open(daysAgo: 0)
    let head = try #require(TrailHead(try store.inspection().trailHead))
    let report = try store.purge(table)
    #expect(report.count == 0)
    #expect(report.trailLines == 3)
    #expect(try store.inspection().events == 3)
    #expect(try store.inspection(against: head).isSound)
    #expect(try store.events(for: CaseID(rawValue: 0)).map(\.kind) == [.trimmed])
    // A clock that was set back puts a young line before old ones; nothing is taken out of order.
    #expect(try store.purge(table).trailLines == 0)
    _ = try store.create(CaseDraft(flow: "findFault"))
    #expect(try store.inspection().isSound)
  }

  @Test func `a trail of which all is old goes on from its end`() throws {
    try make("registerSystem", .closed, daysAgo: 900)
    let store = try open(daysAgo: 0)
    #expect(try store.purge(table).trailLines == 1)
    _ = try store.create(CaseDraft(flow: "findFault"))
    #expect(try store.inspection().isSound)
    #expect(try store.inspection().trailHead.hasPrefix("3:"))
  }
}
