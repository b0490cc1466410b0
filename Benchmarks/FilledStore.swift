import Foundation
import GRDB
import Model
import Store

/// A store with many cases.
enum FilledStore {
  static let count = 100_000

  /// Makes a store in a folder.
  ///
  /// Nine of ten cases are closed, as where work is brought to an end, and one of a hundred is a
  /// request to ask about again. The rows are written as SQL, since saving each would take hours.
  static func make(in folder: String, cases: Int, eventsEach: Int) throws {
    let location = StoreLocation(directory: folder)
    try SQLiteStore.open(at: location, now: { Timestamp.now() }, redact: { text, _ in text })
      .close()
    let queue = try DatabaseQueue(path: location.database)
    try queue.write { db in
      let now = Timestamp.now().rawValue
      try db.execute(
        sql: """
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
          INSERT INTO caseFile (flow, status, revision, created, updated, lastEvent, step, title, due)
          SELECT iif(i % 100, 'findFault', 'requestAccess'), iif(i % 10, 'closed', 'open'), 1, ?2, ?2,
            i * ?3, 'conclusion', 'Sak ' || i || ' for NORDLYS REGNSKAP AS',
            iif(i % 100, NULL, '2026-01-15') FROM n
          """,
        arguments: [cases, now, eventsEach]
      )
      for (place, (field, value)) in [
        ("message", "E1"), ("reportee.kind", "organisation"), ("person.right", "no"),
      ].enumerated() {
        try db.execute(
          sql: "INSERT INTO answer SELECT id, ?, ?, 'told', ? FROM caseFile",
          arguments: [field, value, place]
        )
      }
      try db.execute(
        sql: """
          INSERT INTO answer SELECT id, 'request.followUp', '2026-01-15', 'told', 3 FROM caseFile
          WHERE flow = 'requestAccess'
          """
      )
      try words(of: cases, in: db)
      for number in 0..<eventsEach {
        try db.execute(
          sql: """
            INSERT INTO event (caseID, who, created, kind, subject, digest)
            SELECT id, 0, ?, ?, '', zeroblob(32) FROM caseFile
            """,
          arguments: [now, number == 0 ? "created" : "saved"]
        )
      }
    }
    try queue.close()
  }

  /// The words and marks of the cases, as many as a case of a desk has: those that most have, those that
  /// one in seven or thirteen has, and those of its own.
  private static func words(of cases: Int, in db: Database) throws {
    let common = [
      ":flow:findFault", ":message:E1", "as", "nordlys", "regnskap", "sak", ":point:personRights",
    ]
    for word in common {
      try db.execute(sql: "INSERT INTO word SELECT id, ? FROM caseFile", arguments: [word])
    }
    for sql in [
      "SELECT id, ':status:' || status FROM caseFile",
      "SELECT id, CAST(id AS TEXT) FROM caseFile",
      "SELECT id, CAST(310000000 + id AS TEXT) FROM caseFile",
      "SELECT id, ':services:s' || (id % 13) FROM caseFile",
      "SELECT id, ':fault:f' || (id % 7) FROM caseFile",
      "SELECT id, 'bransje' || (id % 97) FROM caseFile",
      "SELECT id, 'sted' || (id % 389) FROM caseFile",
      "SELECT id, 'sjelden' || id FROM caseFile WHERE id % 500 = 0",
    ] {
      try db.execute(sql: "INSERT INTO word \(sql)")
    }
  }
}
