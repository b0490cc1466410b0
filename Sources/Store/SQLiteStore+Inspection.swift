import GRDB
package import Model

/// What there is to know about a store, read from the live connection.
package struct StoreReport: Hashable, Codable, Sendable {
  /// A setting of SQLite as it was read back.
  package struct Setting: Hashable, Codable, Sendable {
    package let name: String
    package let found: String
    package let expected: String
  }

  package let path: String
  /// The identity the store got when it was made.
  package let identity: String
  package let created: Timestamp
  package let bytes: Int64
  /// The permission bits.
  package let directoryMode: UInt32
  package let fileMode: UInt32
  package let expectedMode: UInt32
  package let sqliteVersion: String
  package let settings: [Setting]
  package let schemaVersion: Int
  package let cases: [CaseStatus: Int]
  package let answers: Int
  package let notes: Int
  package let events: Int
  /// The end of the trail, to be noted down elsewhere and held against the trail another day.
  package let trailHead: String
  /// The first line of the trail that is not as it was written, or missing; `nil` when all fit.
  package let trailBrokenAt: Int64?
  /// The first complaint of SQLite's check over the whole file, or `nil` when it has none.
  package let complaint: String?

  /// Nothing is wrong: the file is sound, the settings hold, and nobody else may read the store.
  package var isSound: Bool {
    complaint == nil && trailBrokenAt == nil && fileMode == expectedMode
      && settings.allSatisfy { $0.found == $0.expected }
  }
}

extension SQLiteStore {
  /// Looks the whole store over, however large it is.
  ///
  /// - Parameter known: A head of the trail noted down earlier, which the trail must still hold.
  package func inspection(against known: TrailHead? = nil) throws(StoreFailure) -> StoreReport {
    let path = location.database
    guard
      let file = try FileFacts(at: path),
      let directory = try FileFacts(at: location.directory)
    else { throw .vanished(path: path) }
    return try read { db in
      let declared =
        [StorePragmas.journal] + StorePragmas.connection
      let meta = try Row.fetchOne(db, sql: "SELECT uuid, created FROM storeMeta")
      guard let meta else { throw StoreFailure.damaged(path: path, what: .identityMissing) }
      let counts = try Row.fetchAll(
        db,
        sql: "SELECT status, count(*) AS count FROM caseFile GROUP BY status"
      )
      var cases = Dictionary(uniqueKeysWithValues: CaseStatus.allCases.map { ($0, 0) })
      for row in counts { cases[try Self.known(row["status"])] = row["count"] }
      let trail = try TrailChain.check(against: known, in: db)
      return StoreReport(
        path: path,
        identity: meta["uuid"],
        created: Timestamp(rawValue: meta["created"]),
        bytes: file.size,
        directoryMode: directory.mode,
        fileMode: file.mode,
        expectedMode: location.access.fileMode,
        sqliteVersion: try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "",
        settings: try declared.map { setting in
          StoreReport.Setting(
            name: setting.name,
            found: try StorePragmas.value(of: setting.name, in: db),
            expected: setting.answer
          )
        },
        schemaVersion: try setup.schema.migrator.appliedMigrations(db).count,
        cases: cases,
        answers: try Self.rows(of: "answer", in: db),
        notes: try Self.rows(of: "note", in: db),
        events: try Self.rows(of: "event", in: db),
        trailHead: trail.head.description,
        trailBrokenAt: trail.broken,
        complaint: try Self.complaint(db)
      )
    }
  }

  /// The first complaint of SQLite's thorough check, or `nil` when it has none.
  static func complaint(_ db: Database) throws -> String? {
    let answer = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? ""
    guard answer == "ok" else { return answer }
    return try Row.fetchOne(db, sql: "PRAGMA foreign_key_check").map { _ in "foreign_key_check" }
  }

  private static func rows(of table: String, in db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
  }
}
