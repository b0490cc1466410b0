import Glibc
import GRDB
package import Model

/// The register at hand: what Enhetsregisteret's open data say, read from a file that nothing is changed in.
package final class RegisterFile: Sendable {
  private let queue: DatabaseQueue
  private let path: String
  package let status: RegisterStatus

  /// Opens the register beside the store.
  ///
  /// - Throws: `RegisterFailure.none`, `.unusable` or `.otherForm`, or `StoreFailure` about the folder.
  package init(at location: StoreLocation) throws {
    path = location.directory + "/" + RegisterTables.fileName
    // No folder is made to look into it.
    guard try FileFacts(at: path) != nil else { throw RegisterFailure.none }
    let files = try StoreFiles(preparing: location)
    let file = files.folder.file(RegisterTables.fileName)
    try Self.recognise(file)
    do {
      queue = try StoreBackup.reader(of: file)
      status = try queue.read { [path] db in try Self.status(db, path) }
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
    let rows = try Row.fetchAll(db, sql: "SELECT kind, day, count FROM source ORDER BY rowid")
    let sources = rows.compactMap { row -> RegisterStatus.Source? in
      guard let kind = RegisterKind(rawValue: row["kind"]), let day = Day(row["day"]) else {
        return nil
      }
      return .init(kind: kind, day: day, count: row["count"])
    }
    guard sources.count == rows.count, !sources.isEmpty,
      let hasNames = try Bool.fetchOne(db, sql: "SELECT hasNames FROM setting")
    else { throw RegisterFailure.unusable }
    return RegisterStatus(path: path, sources: sources, hasNames: hasNames)
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

  /// The numbers that hold a role on a unit and belong to the same firm as another number.
  package func kin(of firm: OrganisationNumber, in extract: RegisterExtract) throws
    -> Set<OrganisationNumber>
  {
    let holders = extract.roles.compactMap { role in
      if case .unit(let holder) = role.holder, holder != firm { holder } else { nil }
    }
    return try read { db in
      func main(of number: OrganisationNumber) throws -> OrganisationNumber {
        try Self.unit(number, db)?.main ?? number
      }
      let own = try main(of: firm)
      return Set(try holders.filter { try main(of: $0) == own })
    }
  }

  /// Asks the register something; a file that is damaged is told as one that cannot be used.
  private func read<Value>(_ ask: (Database) throws -> Value) throws -> Value {
    do {
      return try queue.read(ask)
    } catch is DatabaseError {
      throw RegisterFailure.unusable
    }
  }

  private static func unit(_ number: OrganisationNumber, _ db: Database) throws -> RegisterUnit? {
    let sql = "SELECT name, form, main, marks FROM unit WHERE number = ?"
    guard let row = try Row.fetchOne(db, sql: sql, arguments: [number.key]) else { return nil }
    let main: Int? = row["main"]
    return RegisterUnit(
      number: number,
      name: row["name"],
      form: row["form"],
      main: main.flatMap(OrganisationNumber.init(key:)),
      marks: RegisterUnit.Marks(rawValue: row["marks"])
    )
  }

  private static func roles(of number: OrganisationNumber, _ db: Database) throws
    -> [RegisteredRole]
  {
    let sql = "SELECT code, holder, name, marks, changed FROM role WHERE unit = ? ORDER BY place"
    return try Row.fetchAll(db, sql: sql, arguments: [number.key]).map { row in
      let marks = RegisterTables.RoleMarks(rawValue: row["marks"])
      let key: Int? = row["holder"]
      let changed: Int? = row["changed"]
      let unit = key.flatMap(OrganisationNumber.init(key:))
      return RegisteredRole(
        RoleCode(rawValue: row["code"]),
        unit.map { .unit($0) } ?? (marks.contains(.trustee) ? .trustee : .person),
        name: row["name"],
        isDeregistered: marks.contains(.deregistered),
        isGone: marks.contains(.gone),
        changed: changed.flatMap(Day.init(number:))
      )
    }
  }
}
