import GRDB
import Model

/// What the file of a register is made of.
enum RegisterTables {
  private static let name = "register"
  static let fileName = name + ".sqlite"
  static let lockName = name + ".lock"
  /// `VVRG`: a register, and no store.
  static let applicationID: Int32 = 0x5656_5247
  /// A register of another form is refused; making it anew from the files is the way to change it.
  static let version: Int32 = 3

  static let schema = """
    CREATE TABLE source (
      kind TEXT NOT NULL PRIMARY KEY, day TEXT NOT NULL, count INTEGER NOT NULL,
      skipped INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE setting (hasNames INTEGER NOT NULL, firm INTEGER) STRICT;
    CREATE TABLE unit (
      number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, form TEXT NOT NULL, main INTEGER,
      marks INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE role (
      unit INTEGER NOT NULL, place INTEGER NOT NULL, code TEXT NOT NULL, holder INTEGER, name TEXT,
      marks INTEGER NOT NULL, changed INTEGER, PRIMARY KEY (unit, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE client (
      holder INTEGER NOT NULL, unit INTEGER NOT NULL, code TEXT NOT NULL,
      PRIMARY KEY (holder, unit, code)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE name (
      key TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number)
    ) STRICT, WITHOUT ROWID;
    """

  /// Whether a database has these tables and nothing else, such as a view that never ends in the place of one.
  static func isShape(of db: Database) throws -> Bool {
    let found = try String.fetchAll(
      db,
      sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    )
    let made = schema.split(separator: ";").map { part in
      String(part.drop(while: \.isWhitespace))
    }
    return found == made
  }

  /// What a role is marked with.
  struct RoleMarks: OptionSet {
    let rawValue: Int

    static let trustee = RoleMarks(rawValue: 1)
    static let deregistered = RoleMarks(rawValue: 2)
    static let gone = RoleMarks(rawValue: 4)
  }
}

/// Fills the tables of a register that is not yet in its place.
struct RegisterWriter {
  private let units: Statement
  private let roles: Statement
  private let clients: SortedBatch<ClientRow>
  private let names: SortedBatch<NameRow>
  private let withNames: Bool

  /// Makes the tables.
  init(_ db: Database, withNames: Bool, firm: OrganisationNumber?) throws {
    // The whole file is made anew when it was not finished, so nothing of it needs to survive.
    for setting in [
      "journal_mode = OFF", "synchronous = OFF", "cache_size = -8000", "temp_store = MEMORY",
      "application_id = \(RegisterTables.applicationID)",
      "user_version = \(RegisterTables.version)",
    ] {
      _ = try String.fetchAll(db, sql: "PRAGMA \(setting)")
    }
    try db.execute(sql: RegisterTables.schema)
    try db.execute(sql: "INSERT INTO setting VALUES (?, ?)", arguments: [withNames, firm?.key])
    // A number that stands twice is taken as it stands last.
    units = try db.makeStatement(sql: "INSERT OR REPLACE INTO unit VALUES (?, ?, ?, ?, ?)")
    roles = try db.makeStatement(
      sql: "INSERT OR REPLACE INTO role VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    clients = SortedBatch(
      try db.makeStatement(sql: "INSERT OR IGNORE INTO client VALUES (?, ?, ?)")
    ) { [$0.holder, $0.unit, $0.code] }
    names = SortedBatch(try db.makeStatement(sql: "INSERT OR IGNORE INTO name VALUES (?, ?)")) {
      [$0.key, $0.number]
    }
    self.withNames = withNames
  }

  /// Adds what an object says.
  ///
  /// - Returns: How many units or roles that was.
  func add(_ record: RegisterRecord, as kind: RegisterKind) throws -> Int {
    guard let number = record.number else { return 0 }
    guard kind == .roles else {
      var marks = record.marks
      if kind == .subunits { marks.insert(.subunit) }
      units.setUncheckedArguments([
        number.key, record.name ?? "", record.form, record.main?.key, marks.rawValue,
      ])
      try units.execute()
      if let key = number.key { try names.add(NameRow(record.name ?? "", key)) }
      return 1
    }
    var place = 0
    for group in record.groups ?? [] {
      for role in group.roles {
        guard let code = role.code ?? group.code else { continue }
        var marks: RegisterTables.RoleMarks = []
        if role.isTrustee { marks.insert(.trustee) }
        if role.isDeregistered { marks.insert(.deregistered) }
        if role.isGone { marks.insert(.gone) }
        let isNamed = withNames && role.holder == nil
        roles.setUncheckedArguments([
          number.key, place, code, role.holder?.key, isNamed ? role.name : nil, marks.rawValue,
          group.changed?.number,
        ])
        try roles.execute()
        place += 1
        if ClientRow.codes.contains(code) || code == ClientRow.debtor, marks.isEmpty,
          let unit = number.key, let holder = role.holder?.key
        {
          try clients.add(ClientRow(holder: holder, unit: unit, code: code))
        }
      }
    }
    return place
  }

  func close(_ sources: [RegisterStatus.Source], in db: Database) throws {
    try clients.flush()
    try names.flush()
    for source in sources {
      try db.execute(
        sql: "INSERT INTO source VALUES (?, ?, ?, ?)",
        arguments: [source.kind.rawValue, source.day.text, source.count, source.skipped]
      )
    }
  }
}

extension OrganisationNumber {
  /// The number as it is kept.
  var key: Int? { Int(number) }

  init?(key: Int) {
    guard let number = try? OrganisationNumber(checking: "\(key)") else { return nil }
    self = number
  }
}
