import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct StoreListsTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  /// Six cases, 1001 to 1006; 1003 is touched last.
  init() throws {
    folder = try TemporaryFolder()
    store = try folder.open()
    let cases: [(String, CaseStatus)] = [
      ("Nordlys Regnskap AS", .open), ("ÅSGÅRD ØKONOMI", .open), ("Fjell 1005 AS", .waiting),
      ("nordlys lønn", .closed), ("100 % Regnskap_AS", .closed),
      ("'; DROP TABLE note; -- [x]*?", .open),
    ]
    for (title, status) in cases {
      _ = try store.create(CaseDraft(flow: "find", status: status, title: title))
    }
    _ = try store.addNote("ringt", to: CaseID(rawValue: 1003))
  }

  private func numbers(
    _ text: String? = nil,
    _ statuses: [CaseStatus] = CaseStatus.allCases,
    limit: Int = 100,
    offset: Int = 0
  ) throws -> [Int64] {
    try store.summaries(matching: text, statuses: statuses, limit: limit, offset: offset)
      .map(\.id.rawValue)
  }

  @Test func `what was touched last comes first, a page at a time`() throws {
    #expect(try numbers() == [1003, 1006, 1005, 1004, 1002, 1001])
    #expect(try numbers(limit: 2) == [1003, 1006])
    #expect(try numbers(limit: 2, offset: 4) == [1002, 1001])
    #expect(try numbers(limit: 2, offset: 6) == [])
  }

  @Test func `statuses can be chosen in any combination`() throws {
    #expect(try numbers(nil, [.open]) == [1006, 1002, 1001])
    #expect(try numbers(nil, [.open, .waiting]) == [1003, 1006, 1002, 1001])
    #expect(try numbers(nil, [.waiting, .closed], limit: 2) == [1003, 1005])
    #expect(try numbers(nil, []) == [])
    #expect(try store.count(statuses: [.open, .waiting]) == 4)
    #expect(try store.count(statuses: [.open, .waiting], upTo: 3) == 3)
    #expect(try store.count(statuses: [.open, .waiting], upTo: 5) == 4)
    #expect(try store.count() == 6)
    #expect(try store.count(statuses: []) == 0)
  }

  @Test(arguments: [
    ("nordlys", [1004, 1001]), ("REGN nord", [1001]), ("åsg", [1002]), ("  ", nil),
    ("1005", [1003, 1005]), ("1001", [1001]), ("10 %", [1003, 1005]), ("_as", [1003, 1005, 1001]),
    ("drop tab", [1006]), ("lys", []),
    ("99999999999999999999999", []), ("finnes ikke", []),
  ])
  func `a search takes the beginnings of words in any case, or the number`(
    text: String,
    expected: [Int64]?
  ) throws {
    #expect(try numbers(text) == expected ?? numbers())
    #expect(try store.count(matching: text) == (expected?.count ?? 6))
  }

  @Test(arguments: ["[x]*", "x?", "*X", "x]", "-- [x]*?", "'x"])
  func `a sign that means something in a pattern means itself`(text: String) throws {
    #expect(try numbers(text) == [1006])
  }

  @Test(arguments: ["n*s", "[n]ord", "?ordlys", "n\u{301}"])
  func `no word is a pattern`(text: String) throws {
    #expect(try numbers(text) == [])
  }

  @Test func `a search keeps to the statuses`() throws {
    #expect(try numbers("nordlys", [.open, .waiting]) == [1001])
  }
}
