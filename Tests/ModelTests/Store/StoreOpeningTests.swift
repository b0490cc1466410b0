import Foundation
import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct StoreOpeningTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `the settings of the live connection are those declared`() throws {
    let report = try folder.open().inspection()
    let found = Dictionary(uniqueKeysWithValues: report.settings.map { ($0.name, $0.found) })
    #expect(
      found == [
        "journal_mode": "delete", "synchronous": "3", "foreign_keys": "1",
        "secure_delete": "1", "trusted_schema": "0",
        "cell_size_check": "1", "mmap_size": "0", "temp_store": "2",
      ]
    )
    #expect(report.isSound)
    #expect(report.schemaVersion == StoreSchema.current.version)
    #expect(report.directoryMode == 0o700)
    #expect(report.fileMode == 0o600)
  }

  @Test func `opening a store again keeps what it is and adds no files`() throws {
    let first = try folder.open().inspection().identity
    let second = try folder.open().inspection().identity
    #expect(first == second)
    #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
  }

  @Test func `a write-ahead log somebody switched on is switched off`() throws {
    try folder.open().close()
    let queue = try DatabaseQueue(path: folder.location.database)
    let mode = try queue.writeWithoutTransaction { db in
      try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    }
    #expect(mode == "wal")
    try queue.close()
    #expect(try folder.open().inspection().isSound)
  }

  @Test func `a start that was killed half way is made good`() throws {
    try folder.makeStoreFolder()
    try Data("half".utf8).write(to: URL(filePath: folder.location.database + ".new"))
    #expect(try folder.open().inspection().isSound)
    #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
  }

  @Test func `two stores on one folder see what the other has saved`() throws {
    let one = try folder.open()
    let other = try folder.open()
    let made = try one.create(CaseDraft(flow: "find"))
    #expect(try other.load(made.id) == made)
    _ = try other.save(made)
    #expect(try one.load(made.id).revision == 2)
  }

  @Test func `a store another process holds for too long is busy, and free again after`() throws {
    let store = try folder.open(setup: StoreSetup(busySeconds: 0.05))
    let other = try DatabaseQueue(path: folder.location.database)
    try other.inTransaction(.exclusive) { _ in
      #expect(throws: StoreFailure.busy(path: folder.location.database)) {
        try store.create(CaseDraft(flow: "find"))
      }
      return .commit
    }
    #expect(try store.create(CaseDraft(flow: "find")).revision == 1)
  }

  @Test func `a full disk is told, loses nothing, and the next save after it works`() throws {
    let store = try folder.open()
    let kept = try store.create(CaseDraft(flow: "find"))
    let pages = try store.read { db in try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0 }
    try store.queue.writeWithoutTransaction { db in
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)")
    }
    var large = kept
    large.content.give(Answer(String(repeating: "x", count: 100_000), source: .told), in: "free")
    #expect(throws: StoreFailure.full(path: folder.location.database)) { try store.save(large) }
    #expect(try store.load(kept.id) == kept)
    try store.queue.writeWithoutTransaction { db in
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = 100000")
    }
    #expect(try store.save(large).revision == 2)
  }

  @Test func `nothing is saved into a file that was deleted meanwhile`() throws {
    let store = try folder.open()
    try FileManager.default.removeItem(atPath: folder.location.database)
    #expect(throws: StoreFailure.vanished(path: folder.location.database)) {
      try store.create(CaseDraft(flow: "find"))
    }
  }
}
