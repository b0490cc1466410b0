import Glibc
import GRDB
import Model

/// The steps from a file to a store one may trust.
///
/// The caller holds the lock between processes.
struct StoreOpening {
  let files: StoreFiles
  let setup: StoreSetup

  /// Runs a body while no other process opens, makes, reshapes or replaces the store.
  func alone<Value>(_ body: () throws(StoreFailure) -> Value) throws(StoreFailure) -> Value {
    try StoreLock.holding(
      files.lock,
      mode: files.location.access.fileMode,
      seconds: setup.busySeconds,
      body
    )
  }

  /// Makes a whole store beside its place and then moves it there.
  ///
  /// So a start that is killed half way leaves no half store, and a file of no length in the place
  /// of the store is always damage.
  func makeStore(at moment: Timestamp) throws(StoreFailure) {
    let path = files.unfinished
    try files.makeFile(path)
    do {
      let queue = try connect(to: path)
      try queue.writeWithoutTransaction { db in
        try StorePragmas.apply([StorePragmas.journal], to: db, path: path)
        try db.execute(sql: "PRAGMA application_id = \(StoreSchema.applicationID)")
      }
      try setup.schema.migrator.migrate(queue)
      try queue.write { db in
        try db.execute(
          sql: "INSERT INTO storeMeta (id, uuid, created) VALUES (1, ?, ?)",
          arguments: [Self.newIdentity(), moment.rawValue]
        )
      }
      try queue.close()
    } catch {
      throw StoreFailure(error, path: path)
    }
    try files.move(path, to: files.database)
  }

  /// Opens the store in its place, checks it and brings it up to date.
  func openStore() throws(StoreFailure) -> DatabaseQueue {
    let path = files.database
    do {
      let queue = try connect(to: path)
      let isUpToDate = try queue.read { db in try inspect(db, at: path) }
      try queue.writeWithoutTransaction { db in
        try StorePragmas.apply([StorePragmas.journal], to: db, path: path)
      }
      if !isUpToDate { try update(queue) }
      return queue
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  func connect(to path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    // Set with the other settings, and asserted.
    configuration.foreignKeysEnabled = false
    // Those who write come here one at a time (WriteQueue), but for one that did not wait for its turn.
    // SQLite's own way of waiting looks the more seldom the longer it has waited; here all who wait
    // are equal.
    let tries = Int(setup.busySeconds * 500)
    configuration.busyMode = .callback { tried in
      guard tried < tries else { return false }
      usleep(.random(in: 500...3500))
      return true
    }
    configuration.prepareDatabase { db in
      try StorePragmas.apply(StorePragmas.connection, to: db, path: path)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Checks what can be read before anything is written.
  ///
  /// Nobody else writes while it reads.
  ///
  /// - Returns: Whether the store has the newest shape.
  func inspect(_ db: Database, at path: String) throws -> Bool {
    let steps = try setup.schema.migrator.appliedIdentifiers(db)
    guard steps.isSubset(of: setup.schema.steps.map(\.name)) else {
      throw StoreFailure.newer(path: path)
    }
    let version = try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? ""
    guard Self.isEnough(version) else { throw StoreFailure.sqliteTooOld(version: version) }
    let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
    // SQLite notices when whole pages are gone, but not when the last one is cut.
    let size = try FileFacts(at: path)?.size ?? 0
    guard size >= pages * pageSize else {
      throw StoreFailure.damaged(path: path, what: .malformed)
    }
    let metaTables =
      "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'storeMeta'"
    guard
      try Int.fetchOne(db, sql: metaTables) == 1,
      try Int.fetchOne(db, sql: "SELECT count(*) FROM storeMeta") == 1
    else {
      throw StoreFailure.damaged(path: path, what: .identityMissing)
    }
    guard try size > setup.checkedBytes || Self.check(db) == nil else {
      throw StoreFailure.damaged(path: path, what: .checkFailed)
    }
    return steps.count == setup.schema.version
  }

  private func update(_ queue: DatabaseQueue) throws {
    let version = try queue.read { db in try setup.schema.migrator.appliedMigrations(db).count }
    let target = files.backup(ofVersion: version)
    do {
      try StoreBackup(files: files).make(of: queue, at: target)
    } catch {
      if case .full = error { throw error }
      throw StoreFailure.backupFailed(path: target)
    }
    do {
      try setup.schema.migrator.migrate(queue)
    } catch {
      let failure = StoreFailure(error, path: files.database)
      switch failure {
      case .full, .busy, .notWritable: throw failure
      default: throw StoreFailure.migrationFailed(path: files.database)
      }
    }
  }

  /// The first complaint of SQLite's quick check, or `nil` when it has none.
  static func check(_ db: Database) throws -> String? {
    let answer = try String.fetchOne(db, sql: "PRAGMA quick_check(1)")
    return answer == "ok" ? nil : answer ?? ""
  }

  /// STRICT tables came with SQLite 3.37.
  private static func isEnough(_ version: String) -> Bool {
    let parts = version.split(separator: ".").compactMap { Int($0) }
    guard parts.count >= 2 else { return false }
    return parts[0] > 3 || (parts[0] == 3 && parts[1] >= 37)
  }

  private static func newIdentity() -> String {
    (0..<2).map { _ in
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
