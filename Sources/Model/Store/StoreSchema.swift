import GRDB

/// The shape of the store, as the steps that lead to it.
///
/// Steps are added last and never changed.
struct StoreSchema: Sendable {
  struct Step: Sendable {
    let name: String
    let sql: String
  }

  let steps: [Step]

  /// Marks the file as ours: the letters VEIV.
  static let applicationID: Int32 = 0x5645_4956

  static let current = StoreSchema(steps: [
    Step(name: "cases", sql: cases), Step(name: "followUp", sql: followUp),
    Step(name: "flows", sql: flows),
  ])

  var version: Int { steps.count }

  var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in steps {
      migrator.registerMigration(step.name) { db in try db.execute(sql: step.sql) }
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
}
