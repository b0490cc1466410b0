import GRDB
package import Model

extension SQLiteStore {
  /// Gives a case its number and keeps it.
  ///
  /// - Returns: The case as it is kept: redacted, with its number.
  package func create(_ draft: CaseDraft) throws(StoreFailure) -> Case {
    let moment = moment()
    let content = draft.storable(storable)
      .following(CaseDraft(flow: draft.flow), on: moment.day)
    let words = setup.words.of(content)
    return try write { db in try insert(content, words, at: moment, in: db) }
  }

  /// Keeps a new case.
  ///
  /// - Parameters:
  ///   - content: The case as it may be stored.
  ///   - words: What it is found by.
  func insert(
    _ content: CaseDraft,
    _ words: Set<String>,
    at moment: Timestamp,
    in db: Database
  ) throws -> Case {
    try db.cachedStatement(
      sql: """
        INSERT INTO caseFile (flow, status, revision, created, updated, lastEvent, step, title, due)
        VALUES (?, ?, 1, ?, ?, 0, ?, ?, ?)
        """
    ).execute(
      arguments: [
        content.flow, content.status.rawValue, moment.rawValue, moment.rawValue, content.step,
        content.title, content.due?.text,
      ]
    )
    let id = CaseID(rawValue: db.lastInsertedRowID)
    try Self.insert(content.answers, of: id, in: db)
    try add(content.rounds, after: 0, of: id, in: db)
    try Self.add(words, of: id, in: db)
    let subject = content.answers.map(\.field.rawValue).joined(separator: " ")
    let event = try TrailChain.add(.created, id, subject: subject, at: moment, in: db)
    try db.cachedStatement(sql: "UPDATE caseFile SET lastEvent = ? WHERE id = ?")
      .execute(arguments: [event, id.rawValue])
    return Case(id: id, revision: 1, created: moment, updated: moment, content: content)
  }

  /// Saves a case on top of the revision it was read at.
  ///
  /// - Returns: The case as it is now kept: redacted, with its new revision.
  /// - Throws: `StoreFailure.conflict` with the case as it stands when somebody saved it in between,
  ///   `.noSuchCase` when it is deleted.
  package func save(_ edited: Case) throws(StoreFailure) -> Case {
    let moment = moment()
    let draft = edited.content.storable(storable)
    let words = setup.words.of(draft)
    return try write { db in
      guard let before = try Self.fetch(edited.id, in: db) else {
        throw StoreFailure.noSuchCase(edited.id)
      }
      let content = draft.following(before.content, on: moment.day)
      let event = try TrailChain.add(
        Self.kind(from: before.content, to: content),
        edited.id,
        subject: Self.changedFields(from: before.answers, to: content.answers),
        at: moment,
        in: db
      )
      try db.cachedStatement(
        sql: """
          UPDATE caseFile SET flow = ?, status = ?, revision = revision + 1, updated = ?,
            lastEvent = ?, step = ?, title = ?, due = ?
          WHERE id = ? AND revision = ?
          """
      ).execute(
        arguments: [
          content.flow, content.status.rawValue, moment.rawValue, event, content.step,
          content.title, content.due?.text, edited.id.rawValue, edited.revision,
        ]
      )
      guard db.changesCount == 1 else {
        throw StoreFailure.conflict(current: before.shown(storable))
      }
      if before.answers != content.answers {
        try db.cachedStatement(sql: "DELETE FROM answer WHERE caseID = ?")
          .execute(arguments: [edited.id.rawValue])
        try Self.insert(content.answers, of: edited.id, in: db)
      }
      try Self.keep(words, of: edited.id, in: db)
      if before.status != content.status {
        try db.cachedStatement(sql: "UPDATE deskCase SET status = ? WHERE caseID = ?")
          .execute(arguments: [content.status.rawValue, edited.id.rawValue])
      }
      try add(content.rounds, after: before.rounds.count, of: edited.id, in: db)
      return Case(
        id: edited.id,
        revision: edited.revision + 1,
        created: before.created,
        updated: moment,
        content: content
      )
    }
  }

  /// The case of a number.
  ///
  /// - Throws: `StoreFailure.noSuchCase`.
  package func load(_ id: CaseID) throws(StoreFailure) -> Case {
    let found = try read { db in
      guard let found = try Self.fetch(id, in: db) else { throw StoreFailure.noSuchCase(id) }
      return found
    }
    return found.shown(storable)
  }

  /// How many times a case has been saved; `nil` when there is no such case.
  package func revision(of id: CaseID) throws(StoreFailure) -> Int? {
    try ask { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT revision FROM caseFile WHERE id = ?"),
        arguments: [id.rawValue]
      )
    }
  }

  /// The kind of event that a save is.
  private static func kind(from before: CaseDraft, to after: CaseDraft) -> EventKind {
    if after.rounds.count > before.rounds.count { return .reopened }
    return switch (before.status, after.status) {
    case (.open, .closed), (.waiting, .closed): .closed
    case (.closed, .open), (.closed, .waiting): .reopened
    default: .saved
    }
  }

  private static func changedFields(from before: [StoredAnswer], to after: [StoredAnswer]) -> String
  {
    let changed = Set(before).symmetricDifference(after)
    var fields: [FieldID] = []
    for field in (before + after).map(\.field)
    where !fields.contains(field) && changed.contains(where: { $0.field == field }) {
      fields.append(field)
    }
    return fields.map(\.rawValue).joined(separator: " ")
  }

  /// Reads something of a case; that the file is damaged there is told of the case alone.
  static func reading<Value>(_ id: CaseID, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error where DamagedValue.isMeant(by: error) {
      throw StoreFailure.unreadable(id)
    }
  }

  static func fetch(_ id: CaseID, in db: Database) throws -> Case? {
    try reading(id) { try fetchSound(id, in: db) }
  }

  private static func fetchSound(_ id: CaseID, in db: Database) throws -> Case? {
    let statement = try db.cachedStatement(sql: "SELECT * FROM caseFile WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id.rawValue]) else { return nil }
    let answers = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT field, value, source FROM answer WHERE caseID = ? ORDER BY position"
      ),
      arguments: [id.rawValue]
    )
    return Case(
      id: id,
      revision: Int(try row.count("revision")),
      created: try row.moment("created"),
      updated: try row.moment("updated"),
      content: CaseDraft(
        flow: try row.value("flow"),
        status: try row.known("status"),
        step: try row.optional("step"),
        title: try row.value("title"),
        due: (try row.optional("due") as String?).flatMap { Day($0) },
        answers: try answers.map { row in
          StoredAnswer(
            field: try row.value("field"),
            answer: Answer(try row.value("value"), source: try row.known("source"))
          )
        },
        rounds: try rounds(of: id, in: db)
      )
    )
  }

  static func insert(_ answers: [StoredAnswer], of id: CaseID, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO answer (caseID, field, value, source, position) VALUES (?, ?, ?, ?, ?)"
    )
    for (position, stored) in answers.enumerated() {
      try statement.execute(
        arguments: [
          id.rawValue, stored.field, stored.answer.value, stored.answer.source.rawValue, position,
        ]
      )
    }
  }
}
