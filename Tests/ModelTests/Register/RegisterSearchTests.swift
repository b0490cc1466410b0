import Foundation
import GRDB
import Model
import Store
import TestSupport
import Testing

/// Looking in a register that was made from generated files.
@Suite struct RegisterSearchTests {
  private let folder: TemporaryFolder
  private let register: RegisterFile
  private static let firm = number(RegisterFiles.number(0))

  init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    for kind in RegisterFiles.Kind.allCases {
      var text = ""
      RegisterFiles(count: 3_000, seed: 5).write(kind) { text += $0 }
      try folder.write(text, to: "\(kind.rawValue).json")
    }
    let location = StoreLocation(directory: folder.file("store"))
    let inputs = RegisterFiles.Kind.allCases.map { kind in
      RegisterInput(path: folder.file("\(kind.rawValue).json"), named: kind.rawValue)
    }
    _ = try RegisterImport(
      inputs,
      withNames: false,
      firm: Self.firm,
      day: Day("2026-01-02"),
      today: Day("2026-01-03"),
      progress: { _ in }
    ).make(at: location)
    register = try RegisterFile(at: location)
  }

  private static func number(_ text: String) -> OrganisationNumber {
    do { return try OrganisationNumber(checking: text) } catch { fatalError("\(text): \(error)") }
  }

  private func find(_ words: String, forClient: Bool = false) throws -> [RegisterUnit] {
    try register.find(try #require(RegisterQuery(words, isForClient: forClient))).units
  }

  @Test(arguments: [
    "ALTER TABLE unit RENAME TO u0",
    """
    ALTER TABLE unit RENAME TO u0; CREATE VIEW unit AS WITH RECURSIVE c(x) AS
      (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT number, name, form, main, marks FROM u0, c
    """, "CREATE TRIGGER t AFTER INSERT ON unit BEGIN SELECT 1; END", "CREATE TABLE more (a)",
    "CREATE INDEX i ON unit (name)", "DROP TABLE name", "ALTER TABLE unit ADD COLUMN more TEXT",
  ])
  func `a register of another shape is not read`(planted: String) throws {
    let location = StoreLocation(directory: folder.file("store"))
    let queue = try DatabaseQueue(path: location.directory + "/register.sqlite")
    try queue.writeWithoutTransaction { db in try db.execute(sql: planted) }
    try queue.close()
    #expect(throws: RegisterFailure.unusable) { try RegisterFile(at: location) }
  }

  /// What no import writes, where it stands.
  private static let damage = [
    ("source", "count = 'text'"), ("source", "count = 9223372036854775807"),
    ("source", "skipped = -1"), ("source", "day = NULL"), ("source", "day = 'text'"),
    ("source", "kind = x'00ff'"), ("setting", "hasNames = 'text'"), ("setting", "firm = 'text'"),
    ("unit", "name = NULL"), ("unit", "form = NULL"), ("unit", "marks = 'text'"),
    ("unit", "main = 'text'"), ("role", "code = NULL"), ("role", "marks = NULL"),
    ("role", "holder = 'text'"), ("role", "changed = 'text'"), ("client", "unit = 'text'"),
  ]

  @Test(arguments: damage)
  func `a value that no import writes is told as damage and ends nothing`(
    table: String,
    change: String
  ) throws {
    let location = StoreLocation(directory: folder.file("store"))
    func readAll() throws {
      let register = try RegisterFile(at: location)
      _ = try register.reply(to: Self.firm)
      _ = try register.clients(of: Self.firm)
      for words in ["BAKEREN", "2000"] {
        _ = try register.find(try #require(RegisterQuery(words, isForClient: true)))
      }
    }
    try readAll()
    let sql = "UPDATE OR IGNORE \(table) SET \(change)"
    try folder.plant(sql, in: table, of: location.directory + "/register.sqlite")
    #expect(throws: RegisterFailure.unusable) { try readAll() }
  }

  @Test func `a name of many megabytes is not read into memory`() throws {
    let location = StoreLocation(directory: folder.file("store"))
    let queue = try DatabaseQueue(path: location.directory + "/register.sqlite")
    let number = RegisterFiles.number(0)
    try queue.write { db in
      try db.execute(
        sql: "UPDATE unit SET name = hex(zeroblob(20000000)) WHERE number = ?",
        arguments: [Int(number)]
      )
    }
    try queue.close()
    let register = try RegisterFile(at: location)
    #expect(throws: RegisterFailure.unusable) { try register.extract(of: Self.number(number)) }
  }

  @Test func `a journal left there does not stand in the way of a register made anew`() throws {
    let location = StoreLocation(directory: folder.file("store"))
    let journal = location.directory + "/register.sqlite-journal"
    try "left".write(toFile: journal, atomically: false, encoding: .utf8)
    _ = try RegisterImport(
      [RegisterInput(path: folder.file("units.json"), named: "units")],
      withNames: false,
      firm: nil,
      day: Day("2026-01-02"),
      today: Day("2026-01-03"),
      progress: { _ in }
    ).make(at: location)
    #expect(throws: Never.self) { try RegisterFile(at: location) }
    #expect(!FileManager.default.fileExists(atPath: journal))
  }

  @Test func `every client of a firm is one by a role in force, and no other unit is`() throws {
    let clients = try register.clients(of: Self.firm)
    #expect(!clients.isEmpty && clients.count < 3_000)
    let numbers = Set(clients.map(\.number))
    for place in stride(from: 0, to: 3_000, by: 7) {
      let number = Self.number(RegisterFiles.number(place))
      let roles = try register.extract(of: number).roles
      let isClient = roles.contains { $0.code == .accountant && $0.holder == .unit(Self.firm) }
      #expect(numbers.contains(number) == isClient)
    }
  }

  @Test func `a unit is found by how its name begins, in small letters and with blanks too`() throws
  {
    for place in [0, 17, 1_234, 2_999] {
      let unit = try #require(
        try register.extract(of: Self.number(RegisterFiles.number(place))).unit
      )
      #expect(try find(unit.name).contains { $0.number == unit.number }, "\(unit.name)")
      #expect(try find("  " + unit.name.lowercased().replacing(" ", with: "  ")).contains(unit))
    }
    #expect(try find("zzzz").isEmpty)
    #expect(try find("fjo").count == RegisterQuery.most)
    #expect(try find("fjo").allSatisfy { $0.name.hasPrefix("FJO") })
  }

  @Test func `a number is found by how it begins`() throws {
    let whole = RegisterFiles.number(1_500)
    let found = try find(String(whole.prefix(8)))
    #expect(found.contains { $0.number.number == whole })
    #expect(try find("2000").allSatisfy { $0.number.number.hasPrefix("2000") })
    #expect(try find("999").isEmpty)
  }

  @Test func `clients of the firm come first, and are found by any word`() throws {
    let client = try #require(try register.clients(of: Self.firm).last { $0.name != nil })
    let word = try #require(client.name?.split(separator: " ").first { $0.allSatisfy(\.isNumber) })
    guard word.count >= RegisterQuery.least else { return }
    let words = "\(client.name?.split(separator: " ").last ?? "") \(word)"
    let found = try find(words, forClient: true)
    #expect(found.first?.number == client.number, "\(words): \(found)")
  }

  @Test func `what is too short, or a whole number, is not looked for`() {
    for words in ["", "ab", "a b", "12", RegisterFiles.number(3), "  --  "] {
      #expect(RegisterQuery(words, isForClient: true) == nil, "\(words)")
    }
  }
}
