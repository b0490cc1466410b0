import Foundation
import GRDB
import TestSupport
import Testing

@testable import Model
@testable import Store

/// A number to ring back on: kept for a few days, and nowhere but in its place.
@Suite struct CallbackTests {
  let folder: TemporaryFolder
  let clock = SetClock()

  init() throws { folder = try TemporaryFolder() }

  private static let agent = AgentID(rawValue: 1000)
  private static let text = "400 00 017"

  private static func callback(_ due: Day, on today: Day) throws -> Callback {
    Callback(try PhoneNumber(checking: text), due: due, on: today)
  }

  private func later(_ days: Int) throws -> Day {
    let today = try #require(clock.moment.day)
    return try #require(Day(number: today.number + days))
  }

  private func begin(in store: any DeskStore) throws -> CaseID {
    let id = try store.begin(CaseDraft(flow: "findFault"), Caller(), by: Self.agent).id
    _ = try store.perform(.park(Promise()), on: id, by: Self.agent)
    return id
  }

  /// How many days a number is there, by the day that was promised.
  @Test(arguments: EitherStore.allCases, [(0, 2), (1, 3), (5, 7), (6, 7), (90, 7)])
  func `a number is gone two days after its day, and within a week`(
    _ kind: EitherStore,
    _ days: (due: Int, kept: Int)
  ) throws {
    let store = try kind.open(in: folder, clock)
    let id = try begin(in: store)
    let kept = try Self.callback(later(days.due), on: later(0))
    try store.keep(kept, of: id)
    for _ in 0..<days.kept {
      clock.advance(days: 1)
      try store.forgetCallbacks()
      #expect(try store.callback(of: id) == kept)
    }
    clock.advance(days: 1)
    #expect(try store.callback(of: id) == nil)
  }

  @Test(arguments: EitherStore.allCases)
  func `a number lasts while the case waits, and is gone when it is closed, forgotten or deleted`(
    _ kind: EitherStore
  ) throws {
    let store = try kind.open(in: folder, clock)
    let kept = try Self.callback(later(3), on: later(0))
    let ids = try (0..<4).map { _ in try begin(in: store) }
    for id in ids { try store.keep(kept, of: id) }
    _ = try store.perform(.resume, on: ids[0], by: Self.agent)
    let waits = DeskStoreLaws.closing(.othersMust, due: "2027-01-04")
    _ = try store.perform(.close(waits), on: ids[0], by: Self.agent)
    #expect(try store.callback(of: ids[0]) == kept)
    _ = try store.perform(.resume, on: ids[1], by: Self.agent)
    let solved = DeskStoreLaws.closing(.solvedConfirmed)
    _ = try store.perform(.close(solved), on: ids[1], by: Self.agent)
    #expect(try store.callback(of: ids[1]) == nil)
    try store.keep(nil, of: ids[2])
    #expect(try store.callback(of: ids[2]) == nil)
    try store.delete([ids[3]])
    #expect(try store.callback(of: ids[3]) == nil)
    let missing = CaseID(rawValue: 1900)
    #expect(throws: StoreFailure.noSuchCase(missing)) { try store.keep(kept, of: missing) }
  }

  @Test func `a number is in one table, in no copy, and is not left in the file`() throws {
    let store = try #require(try EitherStore.sqlite.open(in: folder, clock) as? SQLiteStore)
    let id = try begin(in: store)
    try store.keep(Self.callback(later(1), on: later(0)), of: id)
    #expect(try Self.bytes(of: folder.location.database).contains(Self.text))
    let tables = try store.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'table'").filter {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM \($0)")
        return rows.contains { $0.databaseValues.contains(Self.text.databaseValue) }
      }
    }
    #expect(tables == ["callback"])
    let copy = try store.backUp(to: folder.path + "/copy")
    #expect(try !Self.bytes(of: copy).contains(Self.text))
    clock.advance(days: 4)
    try store.forgetCallbacks()
    #expect(try !Self.bytes(of: folder.location.database).contains(Self.text))
  }

  @Test func `only the last two digits show of a number that is hidden`() throws {
    for (text, masked) in [
      ("40000017", "••••••17"), ("400 00 017", "••••••••17"), ("+47 40000017", "••••••••••17"),
    ] {
      let number = try PhoneNumber(checking: text)
      #expect(Callback(number, due: try later(0), on: try later(0)).masked == masked)
    }
  }

  /// What a file has, byte by byte.
  private static func bytes(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  }
}
