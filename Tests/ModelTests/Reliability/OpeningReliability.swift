import Foundation
import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

/// What is looked at before anything is written.
@Suite struct OpeningReliability {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The table that the safety of the store rests on, once more, so that no setting is changed unseen.
  private static let declared = [
    "journal_mode": "delete", "synchronous": "3", "foreign_keys": "1", "secure_delete": "1",
    "trusted_schema": "0", "cell_size_check": "1", "mmap_size": "0", "temp_store": "2",
  ]

  private func settings(_ store: SQLiteStore) throws -> [String: String] {
    try store.write { db in
      try Self.declared.keys.reduce(into: [:]) {
        $0[$1] = try StorePragmas.value(of: $1, in: db)
      }
    }
  }

  @Test func `the settings are those declared, on the connection that writes`() throws {
    let store = try folder.open()
    let made = try store.create(CaseDraft(flow: "findFault"))
    #expect(try settings(store) == Self.declared)
    _ = try store.save(made)
    try store.delete(made.id)
    #expect(try settings(store) == Self.declared)
    try store.close()
    // The one setting that the file keeps, changed by another program.
    for mode in ["truncate", "persist"] {
      let other = try DatabaseQueue(path: folder.location.database)
      let found = try other.writeWithoutTransaction { db in
        try String.fetchOne(db, sql: "PRAGMA journal_mode = \(mode)")
      }
      #expect(found == mode, "not tested")
      try other.close()
      let again = try folder.open()
      #expect(try settings(again) == Self.declared)
      try again.close()
    }
    Reliability.report(
      "3 settings guard",
      "\(Self.declared.count) settings read back on the connection that writes, after saves, a deletion and 2 other journal modes; all as declared"
    )
  }

  @Test func `a setting that is not taken stops the opening`() throws {
    let store = try folder.open()
    let path = folder.location.database
    let impossible = StorePragmas.Pragma(name: "synchronous", value: "EXTRA", answer: "9")
    #expect(throws: StoreFailure.settingRefused(path: path, name: "synchronous", found: "3")) {
      try store.queue.writeWithoutTransaction { db in
        try StorePragmas.apply([impossible], to: db, path: path)
      }
    }
    // A write-ahead log is another program's, and is not opened.
    try store.close()
    let other = try DatabaseQueue(path: path)
    try other.writeWithoutTransaction { db in
      _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM caseFile")
    }
    #expect(throws: StoreFailure.self) { try folder.open(setup: StoreSetup(busySeconds: 0.1)) }
    try other.writeWithoutTransaction { db in
      _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
    }
    try other.close()
    #expect(try settings(try folder.open()) == Self.declared)
  }

  @Test func `a store of a newer shape is refused wherever it is given, and not one byte changes`()
    throws
  {
    let next = StoreSchema(
      steps: StoreSchema.current.steps + [
        StoreSchema.Step(name: "later", sql: "CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")
      ]
    )
    let newer = try folder.open(setup: StoreSetup(schema: next))
    for _ in 0..<20 { _ = try newer.create(StoreCasesTests.draft) }
    try newer.close()
    let before = try folder.bytes()
    let path = folder.location.database
    for _ in 0..<3 {
      #expect(throws: StoreFailure.newer(path: path)) { try folder.open() }
      let probe = try Probe(["open", folder.location.directory])
      #expect(probe.lines() == ["failure store.failure.newer"])
      #expect(probe.wait() == 69)
    }
    let elsewhere = StoreLocation(directory: folder.path + "/other")
    #expect(throws: StoreFailure.newer(path: path)) {
      try SQLiteStore.restore(from: path, at: elsewhere, now: { Timestamp(rawValue: 0) })
    }
    #expect(!FileManager.default.fileExists(atPath: elsewhere.database))
    #expect(try folder.bytes() == before)
    #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
    Reliability.report(
      "9 newer shape",
      "opened 6 times and given as a copy once; all refused, not one of \(before.count) bytes changed"
    )
  }
}
