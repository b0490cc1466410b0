import Foundation
import GRDB
import TestSupport
import Testing

@testable import Model
@testable import Store

@Suite struct StoreShapeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var shape: StoreFailure { .damaged(path: folder.location.database, what: .shape) }

  /// What somebody does to a store with other tools.
  private static let planted = [
    "CREATE TRIGGER t BEFORE INSERT ON answer BEGIN SELECT raise(IGNORE); END",
    "CREATE TABLE shadow (x)",
    "CREATE VIEW v AS SELECT * FROM caseFile",
    "CREATE VIRTUAL TABLE words USING fts5 (text)",
    "CREATE INDEX i ON answer (value)",
    "CREATE TABLE h (x CHECK (length(replace(hex(zeroblob(60000000)), '00', 'aaaa')) > 0)); INSERT INTO h VALUES (1)",
    "ALTER TABLE note ADD COLUMN more TEXT",
    "ALTER TABLE note ADD COLUMN sum INT AS (length(text))",
    "ALTER TABLE note RENAME COLUMN text TO words",
    "ALTER TABLE note RENAME TO notes",
    "DROP INDEX caseFileOnDue",
    "DROP TABLE note",
    "DROP TABLE storeMeta",
    "PRAGMA user_version = 7",
    "PRAGMA auto_vacuum = FULL; VACUUM",
    "PRAGMA journal_mode = WAL",
    "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'STRICT', '') WHERE name = 'setting'",
    "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'CHECK (id = 1)', '') WHERE name = 'storeMeta'",
    "DELETE FROM grdb_migrations WHERE identifier = 'flows'",
    "DELETE FROM grdb_migrations WHERE identifier = 'due'",
    "ANALYZE",
  ]

  private func plant(_ sql: String, in path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
    try queue.close()
  }

  @Test func `the shape that is written down is the one that the steps make`() throws {
    let steps = StoreSchema(steps: StoreSchema.current.steps)
    let digest = try steps.digest(ofVersion: steps.version)
    #expect(StoreSchema.current.newest == digest, "it is \(TrailHead(event: 0, digest: digest))")
  }

  @Test(arguments: planted)
  func `a store of another shape is refused when it is opened, and stays`(sql: String) throws {
    try folder.open().close()
    try plant(sql, in: folder.location.database)
    let before = try folder.bytes()
    #expect(throws: shape) { try folder.open() }
    #expect(try folder.bytes() == before)
  }

  @Test(arguments: planted)
  func `a copy of another shape is not restored`(sql: String) throws {
    let store = try folder.open()
    let made = try store.create(StoreCasesTests.draft)
    let copy = try store.backUp(to: folder.file("copy"))
    try plant(sql, in: copy)
    #expect(throws: StoreFailure.copyUnusable(path: copy)) {
      try SQLiteStore.restore(from: copy, at: folder.location, now: { .now() })
    }
    #expect(try store.load(made.id) == made)
  }

  @Test func `nothing is saved past a trigger that is planted while the store is open`() throws {
    let store = try folder.open()
    let made = try store.create(StoreCasesTests.draft)
    try plant(Self.planted[0], in: folder.location.database)
    #expect(throws: shape) { try store.save(made) }
    #expect(throws: shape) { try store.create(StoreCasesTests.draft) }
    #expect(throws: shape) { try store.inspection() }
    try plant("DROP TRIGGER t", in: folder.location.database)
    #expect(try store.save(made).revision == 2)
  }

  @Test(arguments: OldStore.versions)
  func `a store of an earlier shape is brought up to date, and one that was changed is not`(
    version: Int
  ) throws {
    try OldStore.make(in: folder, version: version, cases: 2)
    try plant(Self.planted[0], in: folder.location.database)
    #expect(throws: shape) { try folder.open() }
    try plant("DROP TRIGGER t", in: folder.location.database)
    try OldStore.expectWhole(in: folder, cases: 2)
  }
}
