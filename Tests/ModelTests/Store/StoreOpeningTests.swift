import Foundation
import Glibc
import GRDB
import Synchronization
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

  @Test func `a store where somebody switched a write-ahead log on is refused and stays`() throws {
    try folder.open().close()
    let queue = try DatabaseQueue(path: folder.location.database)
    let mode = try queue.writeWithoutTransaction { db in
      try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    }
    #expect(mode == "wal")
    try queue.close()
    let before = try folder.bytes()
    #expect(throws: StoreFailure.damaged(path: folder.location.database, what: .shape)) {
      try folder.open()
    }
    #expect(try folder.bytes() == before)
  }

  @Test func `a start that was killed half way is made good`() throws {
    try folder.makeStoreFolder()
    let workshop = folder.location.directory + "/.veiviser-\(geteuid())"
    #expect(mkdir(workshop, 0o700) == 0)
    for name in ["store", "store-journal"] {
      try Data("half".utf8).write(to: URL(filePath: workshop + "/" + name))
    }
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

  @Test func `a store that is held tells so while it is opened, and does not speak of saving`()
    throws
  {
    let store = try folder.open()
    let made = try store.create(CaseDraft(flow: "find"))
    let told = Mutex<[String]>([])
    let setup = StoreSetup(busySeconds: 0.6) { holder in told.withLock { $0 += [holder.path] } }
    let held = StoreFailure.held(path: folder.location.database)
    let other = try DatabaseQueue(path: folder.location.database)
    try other.inTransaction(.exclusive) { _ in
      #expect(throws: held) { try folder.open(setup: setup) }
      return .commit
    }
    #expect(told.withLock { $0 } == [folder.location.database])
    let lock = folder.location.directory + "/veiviser.lock"
    let descriptor = Glibc.open(lock, O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX) == 0)
    #expect(throws: StoreFailure.held(path: lock)) { try folder.open(setup: setup) }
    #expect(told.withLock { $0.count } == 2)
    let quick = try SQLiteStore.open(
      at: StoreLocation(directory: folder.file("other")),
      setup: StoreSetup(busySeconds: 0.05),
      now: { .now() },
      redact: { text, _ in text }
    )
    _ = try quick.create(CaseDraft(flow: "find"))
    let third = try DatabaseQueue(path: folder.file("other") + "/veiviser.sqlite")
    try third.inTransaction(.exclusive) { _ in
      #expect(throws: StoreFailure.held(path: folder.file("other") + "/veiviser.sqlite")) {
        try quick.load(made.id)
      }
      return .commit
    }
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
