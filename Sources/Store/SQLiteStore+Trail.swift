import GRDB
package import Model

extension SQLiteStore {
  /// Adds a note to a case.
  ///
  /// The revision stays: a note is in nobody's way.
  ///
  /// - Parameter agent: Who writes it; `nil` where that is not kept.
  /// - Returns: The note as it is kept, redacted.
  package func addNote(
    _ text: String,
    to id: CaseID,
    by agent: AgentID? = nil
  ) throws(StoreFailure) -> Note {
    let note = Note(text: storable(text), when: moment(), who: agent?.rawValue)
    try write { db in
      let event = try TrailChain.add(.noted, id, at: note.when, in: db)
      try db.cachedStatement(sql: "UPDATE caseFile SET updated = ?, lastEvent = ? WHERE id = ?")
        .execute(arguments: [note.when.rawValue, event, id.rawValue])
      guard db.changesCount == 1 else { throw StoreFailure.noSuchCase(id) }
      try db.cachedStatement(
        sql: "INSERT INTO note (caseID, text, created, who) VALUES (?, ?, ?, ?)"
      )
      .execute(arguments: [id.rawValue, note.text, note.when.rawValue, note.who])
    }
    return note
  }

  /// The notes on a case in the order they were written.
  package func notes(for id: CaseID) throws(StoreFailure) -> [Note] {
    try read { db in try Self.reading(id) { try Self.notes(for: id, in: db) } }
      .map { Note(text: storable($0.text), when: $0.when, who: $0.who) }
  }

  static func notes(for id: CaseID, in db: Database) throws -> [Note] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT text, created, who FROM note WHERE caseID = ? ORDER BY id"),
      arguments: [id.rawValue]
    ).map { row in
      Note(
        text: try row.value("text"),
        when: try row.moment("created"),
        who: try row.optional("who")
      )
    }
  }

  /// The trail of a case in the order things were done; it remains when the case is deleted.
  package func events(for id: CaseID) throws(StoreFailure) -> [CaseEvent] {
    try read { db in try Self.reading(id) { try Self.events(for: id, in: db) } }
  }

  static func events(for id: CaseID, in db: Database) throws -> [CaseEvent] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM event WHERE caseID = ? ORDER BY id"),
      arguments: [id.rawValue]
    ).map { row in
      CaseEvent(
        id: try row.count("id"),
        caseID: id,
        who: try row.value("who"),
        when: try row.moment("created"),
        kind: try row.known("kind"),
        subject: try row.value("subject")
      )
    }
  }
}
