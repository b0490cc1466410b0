import Foundation
import TestSupport
import Testing

@testable import Model
@testable import Store

/// Values in the file that the program never wrote: nothing traps, and the other cases can be used.
@Suite struct DamagedRowTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.location.database }

  private static let tables = [
    "caseFile": [
      "flow", "status", "revision", "created", "updated", "lastEvent", "step", "title", "due",
    ],
    "answer": ["field", "value", "source", "position"],
    "note": ["text", "created", "who"],
    "round": ["closed", "answers"],
    "word": ["word"],
    "event": ["caseID", "who", "created", "kind", "subject", "digest"],
    "setting": ["key", "value"],
    "trailStart": ["event", "digest"],
    "storeMeta": ["uuid", "created"],
    "sqlite_sequence": ["seq"],
    "deskCase": [
      "status", "stamp", "owner", "ownerSince", "line", "level", "language", "callerRole",
      "callerWords", "due", "dueBy", "handedFrom", "former", "formerEvent",
    ],
    "outcome": [
      "number", "day", "week", "edition", "message", "causes", "faults", "certainty", "repairs",
      "result", "confirmed", "secondsToVerdict", "seconds", "reopened", "isLast", "cause", "fault",
      "toldBack", "flag",
    ],
    "tally": ["week", "edition", "message", "result", "confirmed", "count", "seconds"],
    "callback": ["number", "due", "last"],
    "followUp": ["due", "onDay", "late"],
  ]

  private static let columns = tables.sorted { $0.key < $1.key }.flatMap { table, columns in
    columns.map { (table: table, column: $0) }
  }

  private static let values = [
    "NULL", "'text'", "''", "x'00ff'", "CAST(x'ffc328' AS TEXT)", "1.5", "-1", "0",
    "9223372036854775807", "-9223372036854775808", "CAST(x'61009b0a' AS TEXT)", "zeroblob(100000)",
  ]

  /// A store of a few cases, each with a note.
  private func fill() throws {
    let store = try folder.open()
    for _ in 0..<3 {
      let made = try store.create(StoreCasesTests.draft)
      _ = try store.addNote("sett", to: made.id)
      var again = made
      again.content.beginRound()
      _ = try store.save(again)
    }
    try store.setSetting("language", to: "nb")
    // The cases are at the desk, each ended once, and one that is gone has been counted.
    let gone = try store.create(StoreCasesTests.draft).id
    for number in [1001, 1002, 1003, gone.rawValue] {
      let id = CaseID(rawValue: number)
      _ = try store.perform(.take, on: id, by: Self.agent)
      _ = try store.perform(.close(Self.closing), on: id, by: Self.agent)
      _ = try store.perform(.reopen, on: id, by: Self.agent)
      // Closing forgets it.
      let number = try PhoneNumber(checking: "22334455")
      let due = try #require(Day("2030-01-04"))
      try store.keep(Callback(number, due: due, last: due), of: id)
    }
    try store.delete(gone)
    // What was due was taken up late.
    let last = CaseID(rawValue: 1003)
    _ = try store.perform(.close(Self.waiting), on: last, by: Self.agent)
    _ = try store.perform(.reopen, on: last, by: Self.agent)
    try store.close()
  }

  private static let waiting = DeskStoreLaws.closing(.othersMust, due: "2026-11-02")
  private static let agent = AgentID(rawValue: 7)
  private static let closing = DeskStoreLaws.closing(.solvedConfirmed)

  /// Changes a column of the case 1002, or of all rows where it is nobody's, with no rule in the way.
  private func plant(_ value: String, in table: String, _ column: String) throws {
    let which =
      switch table {
      case "caseFile": "WHERE id = 1002"
      case "answer", "note", "round", "word", "deskCase", "outcome", "callback":
        "WHERE caseID = 1002"
      case "event": "WHERE id = (SELECT max(id) FROM event WHERE caseID = 1002)"
      default: ""
      }
    let change = "UPDATE OR IGNORE \(table) SET \(column) = \(value) \(which)"
    try folder.plant(change, in: table, of: path)
  }

  /// Does all that is done with a store.
  ///
  /// - Returns: Whether the cases that are sound could be listed and read.
  private func useEverything() -> Bool {
    guard let store = try? folder.open(setup: StoreSetup(checkedBytes: 0)) else { return false }
    guard let day = Day("2030-01-01") else { return false }
    let fields: [FieldID] = ["free", "reportee.name"]
    let listed = (try? store.summaries(limit: 9, answers: fields)) ?? []
    _ = try? store.summaries(statuses: [.open, .waiting], limit: 9, answers: fields)
    _ = try? store.summaries(matching: "a 1", flows: ["find"], limit: 9, answers: fields)
    _ = try? store.summary(of: "find", answering: "free", with: "x", except: nil)
    _ = try? store.due(on: day, limit: 9, answers: fields)
    _ = try? (store.count(), store.count(matching: "a"), store.setting("language"))
    for item in listed {
      _ = (item.updated.utc, item.created.local, item.updated.day)
      _ = RecordReport(item)
    }
    for number in 1001...1003 {
      let id = CaseID(rawValue: Int64(number))
      if let found = try? store.load(id) { _ = (RecordReport(found), try? store.save(found)) }
      _ = (try? store.revision(of: id), try? store.notes(for: id), try? store.events(for: id))
    }
    useDesk(store, fields)
    _ = try? store.inspection()
    _ = try? store.purge(Retention(trail: 1, cases: []), dryRun: true)
    _ = try? store.create(StoreCasesTests.draft)
    _ = try? store.addNote("mer", to: CaseID(rawValue: 1002))
    _ = try? store.delete(CaseID(rawValue: 1002))
    try? store.close()
    return [1001, 1003].allSatisfy { number in
      listed.contains { $0.id.rawValue == number && !$0.isDamaged }
    }
  }

  /// Does all that is done at the desk; the queue is listed whatever stands in a case.
  private func useDesk(_ store: SQLiteStore, _ fields: [FieldID]) {
    for section in DeskSection.allCases {
      _ = try? store.queue(section, for: Self.agent, answers: fields)
      _ = try? store.queueCount(section, for: Self.agent)
    }
    _ = try? store.calls(matching: "a", of: ["find"], answers: fields)
    _ = (try? store.tallies(), try? store.flags(), try? store.shapes(limit: 9))
    _ = try? store.followUps()
    _ = try? store.similar(to: Self.closing.likeness)
    for number in 1001...1003 {
      let id = CaseID(rawValue: Int64(number))
      _ = (try? store.outcomes(of: id), try? store.callback(of: id))
      _ = try? store.perform(.hand(to: .second), on: id, by: Self.agent)
      _ = try? store.undo(id, by: Self.agent)
      _ = try? store.perform(.close(Self.closing), on: id, by: Self.agent)
    }
  }

  @Test(arguments: ["owner", "line", "level", "stamp"])
  func `a queue names a case that cannot be read in its place`(column: String) throws {
    try fill()
    try plant("'text'", in: "deskCase", column)
    let store = try folder.open(setup: StoreSetup(checkedBytes: 0))
    let found = try store.calls(matching: "", of: ["find"])
    #expect(found.map(\.id.rawValue) == [1003, 1002, 1001])
    #expect(found.map(\.summary.isDamaged) == [false, true, false])
    #expect(throws: DeskFailure.store(.unreadable(CaseID(rawValue: 1002)))) {
      try store.perform(.take, on: CaseID(rawValue: 1002), by: Self.agent)
    }
    #expect(try store.queue(.all, for: Self.agent).count >= 2)
  }

  @Test func `no column is read in the way that ends the program where it is damaged`() throws {
    for file in Repository.files(below: "Sources/Store", ending: ".swift") {
      let text = try Repository.text(of: "Sources/Store/\(file)")
      #expect(!text.contains(/\w\["/), "\(file): a row has value(_:) and optional(_:)")
    }
  }

  @Test(arguments: ["number", "due", "last"])
  func `a number to ring back on that cannot be read is told of, and can be forgotten`(
    column: String
  ) throws {
    try fill()
    try plant("NULL", in: "callback", column)
    let store = try folder.open(setup: StoreSetup(checkedBytes: 0))
    let damaged = CaseID(rawValue: 1002)
    #expect(throws: StoreFailure.unreadable(damaged)) { try store.callback(of: damaged) }
    #expect(try store.callback(of: CaseID(rawValue: 1001)) != nil)
    try store.keep(nil, of: damaged)
    #expect(try store.callback(of: damaged) == nil)
  }

  @Test(arguments: columns.indices)
  func `no value in any column traps, and the other cases are listed`(place: Int) throws {
    let (table, column) = Self.columns[place]
    try fill()
    let whole = try folder.bytes()
    // In the ordinary run each value in some columns, and each column with some values.
    let values =
      Reliability.isFull
      ? Self.values
      : Self.values.enumerated()
        .filter { ($0.offset + place).isMultiple(of: 4) }.map(\.element)
    for value in values {
      try whole.write(to: URL(filePath: path))
      try plant(value, in: table, column)
      let isUsable = useEverything()
      // Without its identity a store is refused, whatever else is in it.
      if table != "storeMeta" { #expect(isUsable, "\(table).\(column) = \(value)") }
    }
  }

  @Test(arguments: ["status", "title", "created", "revision"])
  func `a damaged case is named in its place, by the check, and can be deleted`(column: String)
    throws
  {
    try fill()
    try plant("NULL", in: "caseFile", column)
    let store = try folder.open(setup: StoreSetup(checkedBytes: 0))
    let damaged = CaseID(rawValue: 1002)
    let listed = try store.summaries(limit: 9)
    #expect(listed.map(\.id.rawValue) == [1003, 1002, 1001])
    if column != "revision" { #expect(listed.map(\.isDamaged) == [false, true, false]) }
    #expect(throws: StoreFailure.unreadable(damaged)) { try store.load(damaged) }
    let report = try store.inspection()
    #expect(report.damagedCases == [1002])
    #expect(!report.isSound)
    try store.delete(damaged)
    #expect(try store.inspection().damagedCases == [])
  }

  @Test func `a flipped bit before any row's text never traps`() throws {
    try fill()
    let whole = [UInt8](try folder.bytes())
    // What tells the kinds and lengths of a row stands before its first text.
    let places = whole.indices.filter { whole[$0...].starts(with: "findopen".utf8) }
    #expect(!places.isEmpty)
    var generator = Seeded(Reliability.seed)
    var usable = 0
    for _ in 0..<Reliability.count(60, full: 2000) {
      var damaged = whole
      let end = places.randomElement(using: &generator) ?? 100
      let place = Int.random(in: max(100, end - 30)..<end, using: &generator)
      damaged[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
      try Data(damaged).write(to: URL(filePath: path))
      if useEverything() { usable += 1 }
    }
    #expect(usable > 0, "not tested: no store could be used")
    Reliability.report(
      "8 bit before a row",
      "every row's head; \(usable) stores still usable, 0 traps"
    )
  }
}
