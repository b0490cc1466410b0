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
    } catch is DatabaseError {
      throw RegisterFailure.unusable
    }
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
    let sources = rows.compactMap { row -> RegisterStatus.Source? in
      guard let kind = RegisterKind(rawValue: row["kind"]), let day = Day(row["day"]) else {
        return nil
      }
      return .init(kind: kind, day: day, count: row["count"], skipped: row["skipped"])
    }
    guard sources.count == rows.count, !sources.isEmpty,
      let setting = try Row.fetchOne(db, sql: "SELECT hasNames, firm FROM setting")
    else { throw RegisterFailure.unusable }
    let firm: Int? = setting["firm"]
    return RegisterStatus(
      path: path,
      sources: sources,
      hasNames: setting["hasNames"],
      firm: firm.flatMap(OrganisationNumber.init(key:))
    )
  }

  /// What the register says of a number.
  ///
  /// - Throws: `RegisterFailure.unusable` where the file is damaged.
  package func extract(of number: OrganisationNumber) throws -> RegisterExtract {
    guard let day = status.day else { throw RegisterFailure.unusable }
    return try read { db in
      RegisterExtract(
        number: number,
        unit: try Self.unit(number, db),
        roles: try Self.roles(of: number, db),
        hasRoles: status.sources.contains { $0.kind == .roles },
        day: day
      )
    }
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
    } catch is DatabaseError {
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
  static func unit(_ row: Row) -> RegisterUnit? {
    let main: Int? = row["main"]
    return OrganisationNumber(key: row["number"]).map { number in
      RegisterUnit(
        number: number,
        name: row["name"],
        form: row["form"],
        main: main.flatMap(OrganisationNumber.init(key:)),
        mainName: row["mainName"],
        marks: RegisterUnit.Marks(rawValue: row["marks"])
      )
    }
  }

  private static func roles(of number: OrganisationNumber, _ db: Database) throws
    -> [RegisteredRole]
  {
    let sql = """
      SELECT r.code, r.holder, coalesce(r.name, u.name) AS name, u.main, r.marks, r.changed
      FROM role r LEFT JOIN unit u ON u.number = r.holder WHERE r.unit = ? ORDER BY r.place
      """
    return try Row.fetchAll(db, sql: sql, arguments: [number.key]).map { row in
      let marks = RegisterTables.RoleMarks(rawValue: row["marks"])
      let key: Int? = row["holder"]
      let changed: Int? = row["changed"]
      let main: Int? = row["main"]
      let unit = key.flatMap(OrganisationNumber.init(key:))
      return RegisteredRole(
        RoleCode(rawValue: row["code"]),
        unit.map { .unit($0) } ?? (marks.contains(.trustee) ? .trustee : .person),
        name: row["name"],
        main: main.flatMap(OrganisationNumber.init(key:)),
        isDeregistered: marks.contains(.deregistered),
        isGone: marks.contains(.gone),
        changed: changed.flatMap(Day.init(number:))
      )
    }
  }
}
