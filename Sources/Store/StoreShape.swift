import GRDB
import Model
import Synchronization

/// The shape of a store: every table, index, trigger and view in it as SQLite keeps it, and the settings
/// that are in the file.
///
/// What is planted there works on all that is read and saved: a trigger can undo a save, or keep what is
/// deleted, and SQLite finds nothing wrong with it.
enum StoreShape {
  /// The digest of the shape of a database.
  static func digest(of db: Database) throws -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ value: DatabaseValue) {
      let text =
        switch value.storage {
        case .string(let text): "s" + text
        case .int64(let number): "i\(number)"
        default: "n"
        }
      bytes += "\(text.utf8.count):".utf8
      bytes += text.utf8
    }
    let settings = try Row.fetchOne(
      db,
      sql: "SELECT * FROM pragma_user_version, pragma_auto_vacuum, pragma_encoding"
    )
    settings?.databaseValues.forEach(add)
    let parts = try Row.fetchCursor(
      db,
      sql: "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    )
    while let part = try parts.next() { part.databaseValues.forEach(add) }
    return SHA256.digest(bytes)
  }

  /// The number SQLite counts up whenever somebody changes the shape, and when it writes the file anew.
  static func count(in db: Database) throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA schema_version")) ?? 0
  }
}

extension StoreSchema {
  /// The digest that a store has after its first steps.
  func digest(ofVersion version: Int) throws -> [UInt8] {
    if version == self.version, let newest { return newest }
    let queue = try DatabaseQueue()
    try StoreSchema(steps: Array(steps.prefix(version))).migrator().migrate(queue)
    return try queue.read(StoreShape.digest)
  }

  /// The steps that a store of the newest shape says it has behind it, in their order.
  private func names(in db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
  }

  /// Refuses a store that does not look as these steps make it.
  ///
  /// - Returns: How many steps it has behind it.
  func check(_ db: Database, at path: String) throws -> Int {
    // The library's own answer reads the whole shape once more, and a start waits for it.
    if let newest, try StoreShape.digest(of: db) == newest, try names(in: db) == steps.map(\.name) {
      return version
    }
    let applied = try migrator().appliedIdentifiers(db)
    guard applied.isSubset(of: steps.map(\.name)) else { throw StoreFailure.newer(path: path) }
    let version = applied.count
    guard applied == Set(steps.prefix(version).map(\.name)),
      try StoreShape.digest(of: db) == digest(ofVersion: version)
    else { throw StoreFailure.damaged(path: path, what: .shape) }
    // Nothing at all is in a store that a journal was played back over.
    guard version > 0 else { throw StoreFailure.damaged(path: path, what: .malformed) }
    return version
  }
}

/// The shape that a store was last found to have, so that it is looked at again when it has changed.
final class SeenShape: Sendable {
  private let count = Mutex<Int64?>(nil)

  /// Refuses a store that no longer looks as the steps make it.
  func check(_ db: Database, _ schema: StoreSchema, at path: String) throws {
    let now = try StoreShape.count(in: db)
    guard count.withLock({ $0 }) != now else { return }
    _ = try schema.check(db, at: path)
    count.withLock { $0 = now }
  }
}
