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
          INSERT INTO caseFile (flow, status, revision, created, updated, lastEvent, step, title, searchTitle, due)
          SELECT iif(i % 100, 'findFault', 'requestAccess'), iif(i % 10, 'closed', 'open'), 1, ?2, ?2,
            i * ?3, 'conclusion', 'Sak ' || i || ' for NORDLYS REGNSKAP AS',
            'sak ' || i || ' for nordlys regnskap as',
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
}
