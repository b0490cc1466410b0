import Foundation
import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct StoreMigrationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static func next(_ sql: String) -> StoreSetup {
    StoreSetup(
      schema: StoreSchema(
        steps: StoreSchema.current.steps + [StoreSchema.Step(name: "next", sql: sql)]
      )
    )
  }

  private static let version = StoreSchema.current.version
  private static let copyName = "veiviser-before-version-\(version + 1).sqlite"

  private let next = next("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")

  private var backup: String { folder.location.directory + "/" + Self.copyName }

  @Test func `a newer store is refused and not one byte of it changes`() throws {
    try folder.open(setup: next).close()
    let before = try folder.bytes()
    #expect(throws: StoreFailure.newer(path: folder.location.database)) { try folder.open() }
    #expect(try folder.bytes() == before)
  }

  @Test func `an older store is copied and brought up to date with every row`() throws {
    let old = try folder.open()
    let made = try old.create(StoreCasesTests.draft)
    try old.close()
    let store = try folder.open(setup: next)
    #expect(try store.load(made.id) == made)
    #expect(try store.inspection().schemaVersion == Self.version + 1)
    #expect(try folder.mode(of: backup) == 0o600)
    let copy = try DatabaseQueue(path: backup)
    #expect(try copy.read { db in try Int.fetchOne(db, sql: "SELECT id FROM caseFile") } == 1001)
    #expect(
      try folder.names() == [
        Self.copyName, "veiviser.lock", "veiviser.sqlite",
      ]
    )
  }

  @Test func `a change of shape that fails leaves the store as it was, with a copy beside it`()
    throws
  {
    let old = try folder.open()
    let made = try old.create(StoreCasesTests.draft)
    try old.close()
    let before = try folder.bytes()
    #expect(throws: StoreFailure.migrationFailed(path: folder.location.database)) {
      try folder.open(setup: Self.next("CREATE TABLE later (id INTEGER); SELECT nonsense"))
    }
    #expect(FileManager.default.fileExists(atPath: backup))
    let again = try folder.open()
    #expect(try again.load(made.id) == made)
    #expect(try again.inspection().schemaVersion == Self.version)
    #expect(try folder.bytes().count == before.count)
  }

  @Test func `without a copy there is no change of shape`() throws {
    try folder.open().close()
    // A folder in its place cannot be replaced by a file, not even by the superuser.
    try FileManager.default.createDirectory(atPath: backup, withIntermediateDirectories: false)
    #expect(throws: StoreFailure.backupFailed(path: backup)) { try folder.open(setup: next) }
    #expect(try folder.open().inspection().schemaVersion == Self.version)
  }

  @Test func `what waited while nobody counted is not told as late`() throws {
    let clock = SetClock()
    func open(_ setup: StoreSetup = StoreSetup()) throws -> SQLiteStore {
      try SQLiteStore.open(
        at: folder.location,
        setup: setup,
        now: { clock.moment },
        redact: { text, _ in text }
      )
    }
    let steps = StoreSchema.current.steps.prefix { $0.name != "followedUp" }
    let old = try open(StoreSetup(schema: StoreSchema(steps: Array(steps))))
    let today = try #require(clock.moment.day)
    let days = [-2, 0, 1].compactMap { Day(number: today.number + $0) }
    var ids: [CaseID] = []
    for day in days {
      let id = try old.begin(CaseDraft(flow: "findFault"), Caller(), by: DeskStoreLaws.kari).id
      let closing = DeskStoreLaws.closing(.othersMust, due: day.text)
      _ = try old.perform(.close(closing), on: id, by: DeskStoreLaws.kari)
      ids.append(id)
    }
    try old.close()
    let store = try open()
    clock.advance(days: 3)
    let counted = [
      FollowUps(due: today, onDay: 0, late: 0), FollowUps(due: days[2], onDay: 0, late: 1),
    ]
    #expect(try store.followUps() == counted)
    try store.delete([ids[0]])
    for id in ids[1...] { _ = try store.perform(.reopen, on: id, by: DeskStoreLaws.kari) }
    #expect(try store.followUps() == counted)
  }

  @Test func `a deleted case does not live on in the copy`() throws {
    let old = try folder.open()
    let made = try old.create(StoreCasesTests.draft)
    try old.close()
    let store = try folder.open(setup: next)
    try store.delete(made.id)
    #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
  }
}
