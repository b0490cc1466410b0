import GRDB
import Model

/// The shape of the store, as the steps that lead to it.
///
/// Steps are added last and never changed.
struct StoreSchema: Sendable {
  struct Step: Sendable {
    let name: String
    let apply: @Sendable (Database, CaseWords) throws -> Void

    /// - Parameter apply: Is given what cases are found by, for a step that fills in the words of old ones.
    init(name: String, apply: @escaping @Sendable (Database, CaseWords) throws -> Void) {
      self.name = name
      self.apply = apply
    }

    init(name: String, sql: String) {
      self.init(name: name) { db, _ in try db.execute(sql: sql) }
    }
  }

  let steps: [Step]
  /// The digest of the shape that all steps lead to, if it is written down, so that no start waits for it
  /// to be worked out.
  let newest: [UInt8]?

  init(steps: [Step], newest: String? = nil) {
    self.steps = steps
    self.newest = newest.flatMap { TrailHead("0:" + $0)?.digest }
  }

  /// Marks the file as ours: the letters VEIV.
  static let applicationID: Int32 = 0x5645_4956

  static let current = StoreSchema(
    steps: [
      Step(name: "cases", sql: cases), Step(name: "followUp", sql: followUp),
      Step(name: "flows", sql: flows), Step(name: "chain") { db, _ in try chain(db) },
      Step(name: "search", sql: search), Step(name: "requests", sql: requests),
      Step(name: "due", sql: due), Step(name: "rounds", sql: rounds),
      Step(name: "words", apply: words), Step(name: "desk", sql: desk),
      Step(name: "toldBack", sql: toldBack), Step(name: "callback", sql: callback),
      Step(name: "counted", sql: counted), Step(name: "followedUp", sql: followedUp),
      Step(name: "countedSince", sql: countedSince), Step(name: "wordCases", sql: wordCases),
    ],
    newest: "0e526f6e9b162e43f85659a194ed823367672a7bf0b7152c7965fd4945b4b7f3"
  )

  var version: Int { steps.count }

  /// - Parameter words: What the cases of an older store are found by.
  func migrator(_ words: CaseWords = .plain) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in steps {
      migrator.registerMigration(step.name) { db in try step.apply(db, words) }
    }
    return migrator
  }

  // No table has a column for passwords, one-time codes, identity numbers or mobile numbers.
  //
  // lastEvent orders the lists: a sequence, since clocks can be set back. event has no foreign key
  // to caseFile because the trail tells of a deletion after the case is gone; the case numbers are
  // never used again.
  private static let cases = """
    CREATE TABLE storeMeta (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      uuid TEXT NOT NULL CHECK (length(uuid) = 32),
      created INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE caseFile (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      flow TEXT NOT NULL CHECK (length(flow) BETWEEN 1 AND 100),
      status TEXT NOT NULL CHECK (status IN ('open', 'waiting', 'closed')),
      revision INTEGER NOT NULL CHECK (revision >= 1),
      created INTEGER NOT NULL,
      updated INTEGER NOT NULL,
      lastEvent INTEGER NOT NULL,
      step TEXT CHECK (length(step) BETWEEN 1 AND 100),
      title TEXT NOT NULL CHECK (length(title) <= 500),
      searchTitle TEXT NOT NULL
    ) STRICT;
    CREATE INDEX caseFileOnLastEvent ON caseFile (lastEvent);
    CREATE INDEX caseFileOnStatus ON caseFile (status, lastEvent);
    INSERT INTO sqlite_sequence (name, seq) VALUES ('caseFile', 1000);

    CREATE TABLE answer (
      caseID INTEGER NOT NULL REFERENCES caseFile (id) ON DELETE CASCADE,
      field TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 100),
      value TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source IN ('seen', 'told', 'derived', 'message')),
      position INTEGER NOT NULL CHECK (position >= 0),
      PRIMARY KEY (caseID, field)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE note (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      caseID INTEGER NOT NULL REFERENCES caseFile (id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      created INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX noteOnCaseID ON note (caseID);

    CREATE TABLE event (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      caseID INTEGER NOT NULL,
      who INTEGER NOT NULL CHECK (who >= 0),
      created INTEGER NOT NULL,
      kind TEXT NOT NULL
        CHECK (kind IN ('created', 'saved', 'closed', 'reopened', 'noted', 'deleted')),
      subject TEXT NOT NULL
    ) STRICT;
    CREATE INDEX eventOnCaseID ON event (caseID);

    CREATE TABLE setting (
      key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 100),
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  // Only the dates to ask again are in the index, so that it is small however many answers there are.
  private static let followUp = """
    CREATE INDEX answerOnFollowUp ON answer (value) WHERE field = 'request.followUp';
    """

  // The lists of one flow are read along it, a page at a time.
  private static let flows = "CREATE INDEX caseFileOnFlow ON caseFile (flow, lastEvent);"

  // A search that finds little reads the whole of an index, and none of the cases it passes.
  private static let search = """
    DROP INDEX caseFileOnLastEvent;
    DROP INDEX caseFileOnStatus;
    DROP INDEX caseFileOnFlow;
    CREATE INDEX caseFileOnLastEvent ON caseFile (lastEvent, searchTitle);
    CREATE INDEX caseFileOnStatus ON caseFile (status, lastEvent, searchTitle);
    CREATE INDEX caseFileOnFlow ON caseFile (flow, lastEvent, searchTitle);
    """

  // Whether a request is still open is read here, and its case left alone.
  private static let requests = """
    CREATE INDEX caseFileOnRequest ON caseFile (id, flow, status)
      WHERE flow = 'requestAccess' AND status <> 'closed';
    """

  // The flow says when a case is to be asked about again; before, two queries knew which flow did.
  private static let due = """
    ALTER TABLE caseFile ADD COLUMN due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
    UPDATE caseFile SET due = (
      SELECT value FROM answer WHERE caseID = caseFile.id AND field = 'request.followUp'
        AND value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
      WHERE flow = 'requestAccess';
    DROP INDEX answerOnFollowUp;
    DROP INDEX caseFileOnRequest;
    CREATE INDEX caseFileOnDue ON caseFile (due, id, status)
      WHERE due IS NOT NULL AND status <> 'closed';
    """

  // What was answered before a case was taken up again is read and written whole, so it is one text. The
  // kinds of line that the support desk leaves come along, since their list is part of the table.
  private static let rounds = """
    CREATE TABLE round (
      caseID INTEGER NOT NULL REFERENCES caseFile (id) ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number >= 1),
      closed TEXT CHECK (closed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      answers TEXT NOT NULL,
      PRIMARY KEY (caseID, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE deskEvent (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      caseID INTEGER NOT NULL,
      who INTEGER NOT NULL CHECK (who >= 0),
      created INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN (
        'created', 'saved', 'closed', 'reopened', 'noted', 'deleted', 'restored', 'trimmed',
        'claimed', 'released', 'parked', 'handed', 'received')),
      subject TEXT NOT NULL,
      digest BLOB NOT NULL CHECK (length(digest) = 32)
    ) STRICT;
    INSERT INTO deskEvent SELECT * FROM event ORDER BY id;
    INSERT OR REPLACE INTO sqlite_sequence (rowid, name, seq)
      SELECT s.rowid, 'deskEvent', e.seq FROM sqlite_sequence AS e
      LEFT JOIN sqlite_sequence AS s ON s.name = 'deskEvent' WHERE e.name = 'event';
    DROP TABLE event;
    ALTER TABLE deskEvent RENAME TO event;
    CREATE INDEX eventOnCaseID ON event (caseID);
    """

  // Every line of the trail gets the digest of itself and all before it. A line can be written about
  // the whole store as well: its case is 0.
  //
  // trailStart is where the chain begins once old lines are taken out.
  private static func chain(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE chainedEvent (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          caseID INTEGER NOT NULL,
          who INTEGER NOT NULL CHECK (who >= 0),
          created INTEGER NOT NULL,
          kind TEXT NOT NULL CHECK (kind IN (
            'created', 'saved', 'closed', 'reopened', 'noted', 'deleted', 'restored', 'trimmed')),
          subject TEXT NOT NULL,
          digest BLOB NOT NULL CHECK (length(digest) = 32)
        ) STRICT;

        CREATE TABLE trailStart (
          id INTEGER PRIMARY KEY CHECK (id = 1),
          event INTEGER NOT NULL CHECK (event >= 0),
          digest BLOB NOT NULL CHECK (length(digest) = 32)
        ) STRICT;
        INSERT INTO trailStart VALUES (
          1, coalesce((SELECT min(id) - 1 FROM event), 0), zeroblob(32));
        """
    )
    var head = try TrailChain.start(in: db)
    let insert = try db.makeStatement(
      sql: "INSERT INTO chainedEvent VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY id")
    while let row = try rows.next() {
      let line = try TrailLine(row)
      head = head.followed(by: line)
      try insert.execute(arguments: line.arguments(digest: head.digest))
    }
    try db.execute(
      sql: """
        DROP TABLE event;
        ALTER TABLE chainedEvent RENAME TO event;
        CREATE INDEX eventOnCaseID ON event (caseID);
        """
    )
  }
}
