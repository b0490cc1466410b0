import Foundation
import GRDB
import Model

/// The one row that a store can do nothing without: which store it is, since when, and the key of its codes.
struct StoreMeta {
  let identity: String
  let created: Timestamp

  /// Reads it, and makes sure of every column.
  ///
  /// - Throws: `StoreFailure.damaged` where something of it is gone, or not as the program writes it.
  init(in db: Database, at path: String) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM storeMeta LIMIT 2")
    guard rows.count == 1, let row = rows.first, let identity = try? row.value("uuid") as String,
      identity.count == Self.length, let created = try? row.moment("created")
    else { throw StoreFailure.damaged(path: path, what: .identityMissing) }
    // A store of an older shape has no codes.
    if row.hasColumn("codeKey") {
      let key = try? row.value("codeKey") as Data
      guard key?.count == Self.length else {
        throw StoreFailure.damaged(path: path, what: .rowMissing)
      }
    }
    self.identity = identity
    self.created = created
  }

  /// How many letters the identity has, and how many bytes the key.
  static let length = 32

  /// What no rule of SQLite's asks for beside it: where the trail begins, and which numbers were given.
  ///
  /// - Returns: The table of which something is gone, or `nil` when all is there.
  static func complaint(_ db: Database) throws -> String? {
    if try db.tableExists("trailStart") {
      let start = try? TrailChain.start(in: db)
      guard start?.digest.count == length else { return "trailStart" }
    }
    let last = try? Row.fetchOne(
      db,
      sql: "SELECT seq FROM sqlite_sequence WHERE name = 'caseFile'"
    )?.count("seq")
    let highest = try Int64.fetchOne(db, sql: "SELECT max(id) FROM caseFile") ?? 0
    guard let last, last >= highest else { return "sqlite_sequence" }
    return nil
  }
}
