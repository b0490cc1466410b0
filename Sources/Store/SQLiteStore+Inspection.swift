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
  /// The cases that cannot be read, wholly or in part.
  package let damagedCases: [Int64]
  /// The first complaint of SQLite's check over the whole file, or `nil` when it has none.
  package let complaint: String?
  /// Folders beside the store that a killed program left, and that could not be cleared away: a copy of the cases
  /// may lie in them.
  package let leftFolders: [String]

  /// Nothing is wrong: the file is sound, the settings hold, nobody else may read the store, and no copy of it is left.
  package var isSound: Bool {
    complaint == nil && trailBrokenAt == nil && damagedCases.isEmpty && fileMode == expectedMode
      && leftFolders.isEmpty && settings.allSatisfy { $0.found == $0.expected }
  }
}

extension SQLiteStore {
  /// Looks the whole store over, however large it is.
  ///
  /// - Parameter known: A head of the trail noted down earlier, which the trail must still hold.
  package func inspection(against known: TrailHead? = nil) throws(StoreFailure) -> StoreReport {
    let path = location.database
    guard let file = try files.database.facts() else { throw .vanished(path: path) }
    let directory = try files.folder.facts()
    return try read { db in
      let version = try setup.schema.check(db, at: path)
      let declared =
        [StorePragmas.journal] + StorePragmas.connection
      let meta = try StoreMeta(in: db, at: path)
      // What cannot be counted is damaged, and the check of the whole file says so below.
      func count(_ sql: String) throws -> Int {
        try Self.whereSound(0) { try Int.fetchOne(db, sql: "SELECT count(*) FROM \(sql)") ?? 0 }
      }
      let cases = try CaseStatus.allCases.map { status in
        (status, try count("caseFile WHERE status = '\(status.rawValue)'"))
      }
      let trail = try Self.whereSound(nil) { try TrailChain.check(against: known, in: db) }
      return StoreReport(
        path: path,
        identity: meta.identity,
        created: meta.created,
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
        schemaVersion: version,
        cases: Dictionary(uniqueKeysWithValues: cases),
        answers: try count("answer"),
        notes: try count("note"),
        events: try count("event"),
        trailHead: trail?.head.description ?? "",
        trailBrokenAt: trail.map(\.broken) ?? 1,
        damagedCases: try Self.whereSound([]) { try Self.damagedCases(in: db) },
        complaint: try Self.whereSound("SQLITE_CORRUPT") { try Self.complaint(db) },
        leftFolders: files.folder.leftWorkshops(at: .now())
      )
    }
  }

  /// Something of the file, or something else where the file is damaged there.
  private static func whereSound<Value>(
    _ otherwise: Value,
    _ body: () throws -> Value
  ) throws -> Value {
    do {
      return try body()
    } catch let error where DamagedValue.isMeant(by: error) {
      return otherwise
    }
  }

  /// The numbers of the cases that cannot be read, or of which a note or a line of the trail cannot.
  private static func damagedCases(in db: Database) throws -> [Int64] {
    // Along an index, for the cases themselves may be what is damaged.
    let ids = try Int64.fetchAll(db, sql: "SELECT id FROM caseFile INDEXED BY caseFileOnLastEvent")
    return try ids.sorted().filter { number in
      let id = CaseID(rawValue: number)
      return try whereSound(true) {
        do {
          guard try fetch(id, in: db) != nil else { return true }
        } catch StoreFailure.unreadable {
          return true
        }
        _ = try notes(for: id, in: db)
        _ = try events(for: id, in: db)
        return false
      }
    }
  }

  /// The first complaint of a thorough check, SQLite's and the program's own, or `nil` when there is none.
  static func complaint(_ db: Database) throws -> String? {
    let answer = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? ""
    guard answer == "ok" else { return answer }
    guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
      return "foreign_key_check"
    }
    // A store of an earlier shape is copied before it gets them.
    guard try !db.tableExists("wordCases") || !isAmissAmongWords(db) else { return "wordCases" }
    return try StoreMeta.complaint(db)
  }

  /// Whether a search would miss a case, or find one by a word it has not.
  private static func isAmissAmongWords(_ db: Database) throws -> Bool {
    try Row.fetchOne(
      db,
      sql: """
        SELECT 1 FROM word WHERE NOT EXISTS (
          SELECT 1 FROM wordCases AS w WHERE w.word = word.word AND run = caseID >> 9
            AND instr(cases, char(128 + (caseID & 511))) > 0)
        UNION ALL
        SELECT 1 WHERE (SELECT count(*) FROM word)
          <> (SELECT coalesce(sum(length(cases)), 0) FROM wordCases)
        LIMIT 1
        """
    ) != nil
  }
}
