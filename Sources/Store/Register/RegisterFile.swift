import Glibc
import GRDB
package import Model

/// The register at hand: what Enhetsregisteret's open data say, read from a file that nothing is changed in.
package final class RegisterFile: Sendable {
  private let queue: DatabaseQueue
  private let path: String
  package let status: RegisterStatus

  /// Where the register of a store is.
  private static func path(at location: StoreLocation) -> String {
    location.directory + "/" + RegisterTables.fileName
  }

  /// Which file stands in its place; `nil` where there is none, or none that can be looked at.
  package static func identity(at location: StoreLocation) -> [UInt64]? {
    (try? FileFacts(at: path(at: location)))?.identity
  }

  /// Opens the register beside the store.
  ///
  /// - Throws: `RegisterFailure.none`, `.unusable` or `.otherForm`, or `StoreFailure` about the folder.
  package init(at location: StoreLocation) throws {
    path = Self.path(at: location)
    // No folder is made to look into it.
    guard try FileFacts(at: path) != nil else { throw RegisterFailure.none }
    let files = try StoreFiles(preparing: location)
    let file = files.folder.file(RegisterTables.fileName)
    try Self.recognise(file)
    do {
      queue = try StoreBackup.reader(of: file)
      status = try queue.read { [path] db in
        guard try RegisterTables.isShape(of: db) else { throw RegisterFailure.unusable }
        return try Self.status(db, path)
      }
    } catch let error where Self.isDamage(error) {
      throw RegisterFailure.unusable
    }
  }

  /// Whether an error says that the file cannot be read, or holds what no import has written.
  private static func isDamage(_ error: any Error) -> Bool {
    error is DatabaseError || error is DamagedValue
  }

  /// Looks at the beginning of the file before SQLite does.
  private static func recognise(_ file: HeldFile) throws {
    guard try file.facts()?.kind == .file else { throw RegisterFailure.unusable }
    let descriptor = try file.open(O_RDONLY)
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &header, header.count, 0)
    func number(_ place: Int) -> Int32 {
      header[place..<place + 4].reduce(0) { $0 << 8 | Int32($1) }
    }
    guard count == header.count, header.starts(with: "SQLite format 3\0".utf8),
      number(68) == RegisterTables.applicationID
    else { throw RegisterFailure.unusable }
    guard number(60) == RegisterTables.version else { throw RegisterFailure.otherForm }
  }

  private static func status(_ db: Database, _ path: String) throws -> RegisterStatus {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM source ORDER BY rowid")
    let sources = try rows.map { row -> RegisterStatus.Source in
      guard let day = Day(try row.value("day") as String) else { throw DamagedValue() }
      return .init(
        kind: try row.known("kind"),
        day: day,
        count: Int(try row.count("count")),
        skipped: Int(try row.count("skipped"))
      )
    }
    guard !sources.isEmpty,
      let setting = try Row.fetchOne(db, sql: "SELECT hasNames, firm FROM setting")
    else { throw RegisterFailure.unusable }
    let firm: Int? = try setting.optional("firm")
    return RegisterStatus(
      path: path,
      sources: sources,
      hasNames: try setting.value("hasNames"),
      firm: firm.flatMap(OrganisationNumber.init(key:))
    )
  }

  /// What the register says of a number.
  ///
  /// - Throws: `RegisterFailure.unusable` where the file is damaged.
  package func extract(of number: OrganisationNumber) throws -> RegisterExtract {
    guard let day = status.day else { throw RegisterFailure.unusable }
    return try read { db in
      let unit = try Self.unit(number, db)
      let isBankrupt = unit?.marks.contains(.bankrupt) ?? false
      return RegisterExtract(
        number: number,
        unit: unit,
        roles: try Self.roles(of: number, db),
        hasRoles: status.sources.contains { $0.kind == .roles },
        day: day,
        estate: try isBankrupt ? Self.estate(of: number, db) : nil
      )
    }
  }

  /// The estate of a unit, by what is listed there as the debtor.
  private static func estate(of number: OrganisationNumber, _ db: Database) throws
    -> RegisterEstate?
  {
    let row = try Row.fetchOne(
      db,
      sql: "SELECT unit FROM client WHERE holder = ? AND code = ? ORDER BY unit LIMIT 1",
      arguments: [number.key, ClientRow.debtor]
    )
    guard let row, let found = OrganisationNumber(key: try row.value("unit")) else { return nil }
    return RegisterEstate(
      number: found,
      name: try unit(found, db)?.name,
      roles: try roles(of: found, db)
    )
  }

  /// What the register says of a number, and of the firm that it was made for.
  ///
  /// - Throws: `RegisterFailure.unusable` where the file is damaged.
  package func reply(to number: OrganisationNumber) throws -> RegisterReply {
    RegisterReply(try extract(of: number), firm: try status.firm.map(extract))
  }

  /// Asks the register something; a file that is damaged is told as one that cannot be used.
  func read<Value>(_ ask: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.read(ask)
    } catch let error where Self.isDamage(error) {
      throw RegisterFailure.unusable
    }
  }

  private static func unit(_ number: OrganisationNumber, _ db: Database) throws -> RegisterUnit? {
    let sql = "\(columns) FROM unit u LEFT JOIN unit m ON m.number = u.main WHERE u.number = ?"
    return try Row.fetchOne(db, sql: sql, arguments: [number.key]).flatMap(unit)
  }

  /// What is read of a unit `u` and its main unit `m`.
  static let columns = "SELECT u.number, u.name, u.form, u.main, m.name AS mainName, u.marks"

  /// The unit in a row of those columns.
  static func unit(_ row: Row) throws -> RegisterUnit? {
    guard let number = OrganisationNumber(key: try row.value("number")) else { return nil }
    let main: Int? = try row.optional("main")
    return RegisterUnit(
      number: number,
      name: try row.value("name"),
      form: try row.value("form"),
      main: main.flatMap(OrganisationNumber.init(key:)),
      mainName: try row.optional("mainName"),
      marks: RegisterUnit.Marks(rawValue: try row.value("marks"))
    )
  }

  private static func roles(of number: OrganisationNumber, _ db: Database) throws
    -> [RegisteredRole]
  {
    let sql = """
      SELECT r.code, r.holder, coalesce(r.name, u.name) AS name, u.main, r.marks, r.changed
      FROM role r LEFT JOIN unit u ON u.number = r.holder WHERE r.unit = ? ORDER BY r.place
      """
    return try Row.fetchAll(db, sql: sql, arguments: [number.key]).map { row in
      let marks = RegisterTables.RoleMarks(rawValue: try row.value("marks"))
      let key: Int? = try row.optional("holder")
      let changed: Int? = try row.optional("changed")
      let main: Int? = try row.optional("main")
      let unit = key.flatMap(OrganisationNumber.init(key:))
      return RegisteredRole(
        RoleCode(rawValue: try row.value("code")),
        unit.map { .unit($0) } ?? (marks.contains(.trustee) ? .trustee : .person),
        name: try row.optional("name"),
        main: main.flatMap(OrganisationNumber.init(key:)),
        isDeregistered: marks.contains(.deregistered),
        isGone: marks.contains(.gone),
        changed: changed.flatMap(Day.init(number:))
      )
    }
  }
}
