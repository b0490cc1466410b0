import Glibc
import GRDB
import Model

/// The steps from a file to a store one may trust.
///
/// The caller holds the lock between processes.
struct StoreOpening {
  /// What a search reads of a large store is there for the next letter of it: at most so many KiB, and only where so much
  /// is read.
  private static let mostCached = 16_384

  let files: StoreFiles
  let setup: StoreSetup
  private let wait: OpeningWait

  init(files: StoreFiles, setup: StoreSetup) {
    self.files = files
    self.setup = setup
    wait = OpeningWait(files, setup.waiting)
  }

  /// Runs a body while no other process opens, makes, reshapes or replaces the store.
  func alone<Value>(_ body: () throws(StoreFailure) -> Value) throws(StoreFailure) -> Value {
    defer { wait.end() }
    return try StoreLock.holding(
      files.lock,
      mode: files.location.access.fileMode,
      seconds: setup.busySeconds,
      waiting: wait.goOn,
      body
    )
  }

  /// Makes a whole store beside its place and then moves it there.
  ///
  /// So a start that is killed half way leaves no half store, and a file of no length in the place
  /// of the store is always damage.
  ///
  /// - Parameter fill: What is done with it before.
  func makeStore<Value>(
    at moment: Timestamp,
    _ fill: (HeldFile) throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    try files.withWorkshop { workshop throws(StoreFailure) -> Value in
      let file = workshop.file("store")
      try file.make(mode: files.location.access.fileMode)
      do {
        let queue = try connect(to: file)
        try queue.writeWithoutTransaction { db in
          try StorePragmas.apply([StorePragmas.journal], to: db, path: file.path)
          try db.execute(sql: "PRAGMA application_id = \(StoreSchema.applicationID)")
        }
        try setup.schema.migrator(setup.words).migrate(queue)
        try queue.write { db in
          try db.execute(
            sql: "INSERT INTO storeMeta (id, uuid, created) VALUES (1, ?, ?)",
            arguments: [Self.newIdentity(), moment.rawValue]
          )
          // A store of an older shape, which tests make, has no codes.
          if try db.columns(in: "storeMeta").contains(where: { $0.name == "codeKey" }) {
            try db.execute(sql: "UPDATE storeMeta SET codeKey = randomblob(32)")
          }
        }
        try queue.close()
      } catch {
        throw StoreFailure(error, path: files.database.path)
      }
      let value = try fill(file)
      try file.move(to: files.database)
      return value
    }
  }

  /// Opens the store in its place, checks it and brings it up to date.
  func openStore() throws(StoreFailure) -> DatabaseQueue {
    let path = files.database.path
    do {
      let queue = try connect(to: files.database)
      let isUpToDate = try queue.read { db in try inspect(db, of: files.database) }
      try queue.writeWithoutTransaction { db in
        try StorePragmas.apply([StorePragmas.journal], to: db, path: path)
      }
      if !isUpToDate { try update(queue) }
      return queue
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  func connect(to file: HeldFile) throws -> DatabaseQueue {
    var configuration = Configuration()
    // Set with the other settings, and asserted.
    configuration.foreignKeysEnabled = false
    // Those who write come here one at a time (WriteQueue), but for one that did not wait for its turn.
    // SQLite's own way of waiting looks the more seldom the longer it has waited; here all who wait
    // are equal.
    let tries = Int(setup.busySeconds * 500)
    configuration.busyMode = .callback { [wait] tried in
      guard tried < tries else { return false }
      wait.goOn()
      usleep(.random(in: 500...3500))
      return true
    }
    configuration.prepareDatabase { db in
      try StorePragmas.apply(StorePragmas.connection, to: db, path: file.path)
      try db.execute(sql: "PRAGMA cache_size = -\(Self.mostCached)")
    }
    return try file.open(configuration)
  }

  /// Checks what can be read before anything is written.
  ///
  /// Nobody else writes while it reads.
  ///
  /// - Returns: Whether the store has the newest shape.
  func inspect(_ db: Database, of file: HeldFile) throws -> Bool {
    let path = file.path
    let library = try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? ""
    guard Self.isEnough(library) else { throw StoreFailure.sqliteTooOld(version: library) }
    let version = try setup.schema.check(db, at: path)
    let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
    // SQLite notices when whole pages are gone, but not when the last one is cut.
    let size = try file.facts()?.size ?? 0
    guard size >= pages * pageSize else {
      throw StoreFailure.damaged(path: path, what: .malformed)
    }
    _ = try StoreMeta(in: db, at: path)
    guard try size > setup.checkedBytes || Self.check(db) == nil else {
      throw StoreFailure.damaged(path: path, what: .checkFailed)
    }
    return version == setup.schema.version
  }

  private func update(_ queue: DatabaseQueue) throws {
    let version = try queue.read { db in try setup.schema.migrator().appliedMigrations(db).count }
    let target = files.backup(ofVersion: version)
    do {
      try files.withWorkshop { workshop throws(StoreFailure) in
        let mode = files.location.access.fileMode
        try StoreBackup.make(of: queue, in: workshop, mode: mode, for: target).move(to: target)
      }
    } catch {
      if case .full = error { throw error }
      throw StoreFailure.backupFailed(path: target.path)
    }
    do {
      try setup.schema.migrator(setup.words).migrate(queue)
    } catch {
      let failure = StoreFailure(error, path: files.database.path)
      switch failure {
      case .full, .held, .notWritable: throw failure
      default: throw StoreFailure.migrationFailed(path: files.database.path)
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
