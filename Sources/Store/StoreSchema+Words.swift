import GRDB
import Model

extension StoreSchema {
  // Cases are found by their words, which are rows: those of a case go with it. Along the case they are
  // written together; along the word they are found. The titles need no index of their own then.
  static func words(_ db: Database, _ words: CaseWords) throws {
    try db.execute(
      sql: """
        CREATE TABLE word (
          caseID INTEGER NOT NULL REFERENCES caseFile (id) ON DELETE CASCADE,
          word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 400),
          PRIMARY KEY (caseID, word)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX wordOnWord ON word (word, caseID);

        DROP INDEX caseFileOnLastEvent;
        DROP INDEX caseFileOnStatus;
        DROP INDEX caseFileOnFlow;
        ALTER TABLE caseFile DROP COLUMN searchTitle;
        CREATE INDEX caseFileOnLastEvent ON caseFile (lastEvent, updated);
        CREATE INDEX caseFileOnStatus ON caseFile (status, lastEvent, updated);
        CREATE INDEX caseFileOnFlow ON caseFile (flow, lastEvent, updated);
        """
    )
    let answers = try db.makeStatement(
      sql: "SELECT field, value FROM answer WHERE caseID = ? ORDER BY position"
    )
    let insert = try db.makeStatement(sql: "INSERT INTO word VALUES (?, ?)")
    let cases = try Row.fetchCursor(db, sql: "SELECT id, flow, status, title FROM caseFile")
    while let row = try cases.next() {
      let id: Int64 = try row.value("id")
      // One that is damaged is found by its number.
      guard let flow: FlowID = try? row.value("flow"), let title: String = try? row.value("title"),
        let status: CaseStatus = try? row.known("status")
      else { continue }
      let stored = try Row.fetchAll(answers, arguments: [id]).compactMap { row -> StoredAnswer? in
        guard let field: FieldID = try? row.value("field"),
          let value: String = try? row.value("value")
        else { return nil }
        return StoredAnswer(field: field, answer: Answer(value, source: .told))
      }
      let draft = CaseDraft(flow: flow, status: status, title: title, answers: stored)
      for word in words.of(draft).sorted() { try insert.execute(arguments: [id, word]) }
    }
  }
}
