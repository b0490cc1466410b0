import Foundation
import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct StoreTrailTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A store whose trail has every kind of line about cases.
  private func filled(_ folder: TemporaryFolder) throws -> SQLiteStore {
    let store = try folder.open()
    for _ in 0..<5 {
      var made = try store.create(StoreCasesTests.draft)
      made.content.give(Answer("no", source: .told), in: "person.right")
      made = try store.save(made)
      made.content.status = .closed
      made = try store.save(made)
      made.content.status = .open
      _ = try store.save(made)
      _ = try store.addNote("Ringte", to: made.id)
    }
    try store.delete(CaseID(rawValue: 1003))
    return store
  }

  /// Does with the file what another program could do.
  private func tamper(_ sql: String) throws {
    let other = try DatabaseQueue(path: folder.location.database)
    try other.write { db in try db.execute(sql: sql) }
    try other.close()
  }

  @Test func `an untouched trail is whole, with the real user in every line`() throws {
    let store = try filled(folder)
    let report = try store.inspection()
    #expect(report.isSound)
    #expect(report.trailBrokenAt == nil)
    #expect(report.trailHead.hasPrefix("26:"))
    let events = try store.events(for: CaseID(rawValue: 1001))
    #expect(events.map(\.kind) == [.created, .saved, .closed, .reopened, .noted])
    #expect(events.allSatisfy { $0.who == getuid() })
    #expect(TrailHead(report.trailHead)?.description == report.trailHead)
  }

  @Test(arguments: [
    ("UPDATE event SET who = who + 1 WHERE id = 7", 7),
    ("UPDATE event SET created = created - 1 WHERE id = 1", 1),
    ("UPDATE event SET kind = 'saved' WHERE id = 26", 26),
    ("UPDATE event SET subject = subject || ' x' WHERE id = 12", 12),
    ("UPDATE event SET caseID = 1002 WHERE id = 2", 2),
    ("UPDATE event SET digest = zeroblob(32) WHERE id = 9", 9),
    ("DELETE FROM event WHERE id = 13", 13),
    ("DELETE FROM event WHERE id <= 4", 1),
    ("DELETE FROM event WHERE id > 20", 21),
    ("DELETE FROM event", 1),
    (
      """
      INSERT INTO event SELECT 99, caseID, who, created, kind, subject, digest FROM event
      WHERE id = 5; DELETE FROM event WHERE id = 5; UPDATE event SET id = 5 WHERE id = 6;
      UPDATE event SET id = 6 WHERE id = 99
      """, 5
    ),
    ("UPDATE trailStart SET event = 1", 2),
  ])
  func `a line that was changed or taken out is found`(sql: String, place: Int64) throws {
    try filled(folder).close()
    try tamper(sql)
    let report = try folder.open().inspection()
    #expect(report.trailBrokenAt == place)
    #expect(!report.isSound)
  }

  @Test func `a tail that was cut is missed even when more was written after`() throws {
    try filled(folder).close()
    try tamper("DELETE FROM event WHERE id > 20")
    let store = try folder.open()
    _ = try store.create(StoreCasesTests.draft)
    #expect(try store.inspection().trailBrokenAt == 21)
  }

  @Test func `a trail written anew is found against a head noted down before`() throws {
    let store = try filled(folder)
    let head = try #require(TrailHead(try store.inspection().trailHead))
    _ = try store.create(StoreCasesTests.draft)
    #expect(try store.inspection(against: head).trailBrokenAt == nil)
    try store.close()
    // Whoever may write in the store can make a chain that fits.
    let other = try DatabaseQueue(path: folder.location.database)
    try other.write { db in
      var head = try TrailChain.start(in: db)
      for row in try Row.fetchAll(db, sql: "SELECT * FROM event ORDER BY id") {
        let before = try TrailLine(row)
        let forged = TrailLine(
          id: before.id,
          caseID: before.caseID,
          who: 4711,
          created: before.created,
          kind: before.kind,
          subject: before.subject
        )
        head = head.followed(by: forged)
        try db.execute(
          sql: "UPDATE event SET who = 4711, digest = ? WHERE id = ?",
          arguments: [Data(head.digest), before.id]
        )
      }
    }
    try other.close()
    let again = try folder.open()
    #expect(try again.inspection().trailBrokenAt == nil)
    #expect(try again.inspection(against: head).trailBrokenAt == head.event)
  }

  @Test func `a store from before the chain gets one through all that it holds`() throws {
    let old = StoreSchema(steps: Array(StoreSchema.current.steps.prefix(3)))
    try folder.open(setup: StoreSetup(schema: old)).close()
    let queue = try DatabaseQueue(path: folder.location.database)
    try queue.write { db in
      for number in 1...300 {
        try db.execute(
          sql:
            "INSERT INTO event (caseID, who, created, kind, subject) VALUES (?, 0, ?, 'saved', ?)",
          arguments: [1000 + number % 7, number, "felt.\(number)"]
        )
      }
    }
    try queue.close()
    let store = try folder.open()
    _ = try store.create(StoreCasesTests.draft)
    let report = try store.inspection()
    #expect(report.isSound)
    #expect(report.events == 301)
    #expect(report.trailHead.hasPrefix("301:"))
    try store.close()
    try tamper("UPDATE event SET subject = '' WHERE id = 150")
    #expect(try folder.open().inspection().trailBrokenAt == 150)
  }

  @Test(arguments: ["", "1", "1:", "x:00", "-1:" + String(repeating: "0", count: 64)])
  func `what is no head is not taken for one`(text: String) {
    #expect(TrailHead(text) == nil)
  }
}
