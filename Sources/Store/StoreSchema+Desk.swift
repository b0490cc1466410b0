extension StoreSchema {
  // The support desk: whose a case is, what calls came to, and what is counted when the cases are gone.
  // No table has a column for a name of a caller.
  static let desk = """
    ALTER TABLE storeMeta ADD COLUMN codeKey BLOB CHECK (length(codeKey) = 32);
    UPDATE storeMeta SET codeKey = randomblob(32);
    ALTER TABLE note ADD COLUMN who INTEGER CHECK (who >= 0);

    CREATE TABLE deskCase (
      caseID INTEGER PRIMARY KEY REFERENCES caseFile (id) ON DELETE CASCADE,
      status TEXT NOT NULL CHECK (status IN ('open', 'waiting', 'closed')),
      stamp INTEGER NOT NULL,
      owner INTEGER CHECK (owner >= 0),
      ownerSince INTEGER,
      line TEXT NOT NULL CHECK (line IN ('live', 'hold', 'none')),
      level TEXT NOT NULL CHECK (level IN ('first', 'second')),
      language TEXT,
      callerRole TEXT,
      callerWords TEXT NOT NULL CHECK (length(callerWords) <= 300),
      due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      dueBy TEXT CHECK (length(dueBy) BETWEEN 1 AND 100),
      handedFrom INTEGER CHECK (handedFrom >= 0),
      former TEXT,
      formerEvent INTEGER
    ) STRICT;
    CREATE INDEX deskCaseOnLevel ON deskCase (status, level, stamp) WHERE owner IS NULL;
    CREATE INDEX deskCaseOnOwner ON deskCase (owner, status, stamp) WHERE owner IS NOT NULL;
    CREATE INDEX deskCaseOnDue ON deskCase (status, due, stamp);
    CREATE INDEX deskCaseOnStatus ON deskCase (status, stamp);

    CREATE TABLE outcome (
      caseID INTEGER NOT NULL REFERENCES caseFile (id) ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number >= 1),
      day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      week TEXT NOT NULL CHECK (week GLOB '[0-9][0-9][0-9][0-9]-W[0-9][0-9]'),
      edition TEXT NOT NULL,
      message TEXT,
      causes TEXT NOT NULL,
      faults TEXT NOT NULL,
      certainty TEXT NOT NULL,
      repairs TEXT NOT NULL,
      result INTEGER NOT NULL CHECK (result BETWEEN 1 AND 8),
      confirmed TEXT NOT NULL CHECK (confirmed IN ('seen', 'told', 'no')),
      secondsToVerdict INTEGER CHECK (secondsToVerdict >= 0),
      seconds INTEGER NOT NULL CHECK (seconds >= 0),
      reopened INTEGER NOT NULL CHECK (reopened IN (0, 1)),
      isLast INTEGER NOT NULL CHECK (isLast IN (0, 1)),
      cause TEXT,
      fault TEXT,
      service TEXT,
      registeredOn TEXT,
      role TEXT,
      PRIMARY KEY (caseID, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outcomeOnMessage ON outcome (edition, message, fault, cause, service, registeredOn, role)
      WHERE isLast = 1;

    CREATE TABLE tally (
      week TEXT NOT NULL,
      edition TEXT NOT NULL,
      message TEXT NOT NULL,
      cause TEXT NOT NULL,
      fault TEXT NOT NULL,
      result INTEGER NOT NULL CHECK (result BETWEEN 1 AND 8),
      confirmed TEXT NOT NULL,
      count INTEGER NOT NULL CHECK (count >= 1),
      reopened INTEGER NOT NULL CHECK (reopened >= 0),
      seconds INTEGER NOT NULL CHECK (seconds >= 0),
      verdicts INTEGER NOT NULL CHECK (verdicts >= 0),
      secondsToVerdict INTEGER NOT NULL CHECK (secondsToVerdict >= 0),
      PRIMARY KEY (week, edition, message, cause, fault, result, confirmed)
    ) STRICT, WITHOUT ROWID;
    """

  // A number to ring back on, beside the case: deleted when it is rung, and by its last day.
  static let callback = """
    CREATE TABLE callback (
      caseID INTEGER PRIMARY KEY REFERENCES caseFile (id) ON DELETE CASCADE,
      number TEXT NOT NULL CHECK (length(number) BETWEEN 8 AND 40),
      due TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      last TEXT NOT NULL CHECK (last GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
    ) STRICT;
    """

  // Whether the caller said what they do now, and what was wrong with what Veiviser said.
  static let toldBack = """
    ALTER TABLE outcome ADD COLUMN toldBack INTEGER NOT NULL DEFAULT 0 CHECK (toldBack IN (0, 1));
    ALTER TABLE outcome ADD COLUMN flag TEXT CHECK (length(flag) BETWEEN 1 AND 100);
    ALTER TABLE tally ADD COLUMN toldBack INTEGER NOT NULL DEFAULT 0 CHECK (toldBack >= 0);
    CREATE INDEX outcomeOnFlag ON outcome (edition, message, flag) WHERE isLast = 1 AND flag IS NOT NULL;
    """

  // What is counted is read off an index alone: the rows of the calls are long. An index of the last calls
  // holds that they are last, since SQLite looks a column up that a condition names.
  static let counted = """
    DROP INDEX outcomeOnMessage;
    CREATE INDEX outcomeOnMessage
      ON outcome (edition, message, fault, cause, service, registeredOn, role, isLast) WHERE isLast = 1;
    CREATE INDEX outcomeOnWeek ON outcome (week, edition, message, cause, fault, result, confirmed,
      reopened, seconds, secondsToVerdict, toldBack, isLast) WHERE isLast = 1;
    """

  // How many cases were looked at again on the day they waited for: the day is gone from a case that is taken up.
  // No column says which case it was, or who took it up.
  static let followedUp = """
    CREATE TABLE followUp (
      due TEXT PRIMARY KEY CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      onDay INTEGER NOT NULL CHECK (onDay >= 0),
      late INTEGER NOT NULL CHECK (late >= 0)
    ) STRICT, WITHOUT ROWID;
    """

  // Until the last line of the trail nobody counted what was taken up in time. A row of none says so, since what waits
  // from before would count as late beside nothing that was not.
  static let countedSince = """
    INSERT OR IGNORE INTO followUp
      SELECT date(created, 'unixepoch', 'localtime'), 0, 0 FROM event
      WHERE id = (SELECT max(id) FROM event) AND NOT EXISTS (SELECT 1 FROM followUp);
    """
}
