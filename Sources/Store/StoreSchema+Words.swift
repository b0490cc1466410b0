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

  // The cases of a word stand together, 512 numbers that follow each other in one row, each case as one sign: what many
  // cases have is read in a hundredth of the rows. Whatever adds or removes a word changes them with it.
  static let wordCases = """
    CREATE TABLE wordCases (
      word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 400),
      run INTEGER NOT NULL,
      cases TEXT NOT NULL CHECK (length(cases) BETWEEN 0 AND 512),
      PRIMARY KEY (word, run)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO wordCases
      SELECT word, caseID >> 9, group_concat(char(128 + (caseID & 511)), '')
      FROM word INDEXED BY wordOnWord GROUP BY word, caseID >> 9;
    DROP INDEX wordOnWord;

    CREATE TRIGGER wordAdded AFTER INSERT ON word BEGIN
      INSERT INTO wordCases VALUES (NEW.word, NEW.caseID >> 9, char(128 + (NEW.caseID & 511)))
        ON CONFLICT (word, run) DO UPDATE SET cases = cases || excluded.cases;
    END;
    CREATE TRIGGER wordRemoved AFTER DELETE ON word BEGIN
      UPDATE wordCases SET cases = replace(cases, char(128 + (OLD.caseID & 511)), '')
        WHERE word = OLD.word AND run = OLD.caseID >> 9;
      DELETE FROM wordCases WHERE word = OLD.word AND run = OLD.caseID >> 9 AND cases = '';
    END;
    """
}
