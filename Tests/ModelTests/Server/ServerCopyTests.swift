#if PostgreSQL
import GRDB
import TestSupport
import Testing

@testable import Model
@testable import ServerStore
@testable import Store

/// Whole stores that are copied between a file and a server.
@Suite struct ServerCopyTests {
  private let folder: TemporaryFolder
  private let clock = SetClock()
  private static let names: [AgentID: String] = [
    DeskStoreLaws.kari: "kari", DeskStoreLaws.ola: "ola",
  ]

  init() throws { folder = try TemporaryFolder() }

  private static func asIs(_ text: String, _ field: FieldID?) -> String { text }

  private static func hidden(_ text: String, _ field: FieldID?) -> String {
    text.replacing("secret", with: "***")
  }

  /// A file with some of all that can be kept: open and closed, taken up again, at the desk, gone and trimmed.
  private func makeFile() throws -> SQLiteStore {
    let store = try SQLiteStore.open(
      at: folder.location,
      words: EitherStore.words,
      now: { [clock] in clock.moment },
      redact: Self.hidden
    )
    let (kari, ola) = (DeskStoreLaws.kari, DeskStoreLaws.ola)
    var draft = CaseDraft(flow: "findFault", title: "Nordlys «æøå» 𝄞")
    draft.give(Answer("E2", source: .told), in: .message)
    for _ in 0..<5 {
      let caller = Caller(role: .accountant, words: "lønna stopper", language: .english)
      _ = try store.begin(draft, caller, by: kari)
    }
    func act(_ act: DeskAct, _ number: Int64, by agent: AgentID = DeskStoreLaws.kari) throws {
      _ = try store.perform(act, on: CaseID(rawValue: number), by: agent)
    }
    try act(.close(DeskStoreLaws.closing(.solvedConfirmed)), 1001)
    try act(.close(DeskStoreLaws.closing(.othersMust, due: "2026-11-24")), 1002)
    try act(.hand(to: .colleague(ola)), 1003)
    try act(.park(Promise(by: .giver, due: Day("2026-12-20"))), 1004)
    clock.advance(days: 1)
    try act(.reopen, 1002, by: ola)
    try act(.close(DeskStoreLaws.closing(.notFound)), 1002, by: ola)
    try act(.resume, 1005)
    try act(.close(DeskStoreLaws.closing(.vendor)), 1005)
    _ = try store.addNote("ringt", to: CaseID(rawValue: 1004), by: kari)
    _ = try store.addNote("av seg selv", to: CaseID(rawValue: 1004), by: nil)
    let (today, due) = (try #require(clock.moment.day), try #require(Day("2027-01-04")))
    let number = try PhoneNumber(checking: "22 12 34 56")
    try store.keep(Callback(number, due: due, on: today), of: CaseID(rawValue: 1004))
    draft.due = Day("2026-11-30")
    draft.status = .closed
    let closed = try store.create(draft)
    var again = closed
    again.status = .waiting
    again.content.give(Answer("E4", source: .seen), in: .message)
    _ = try store.save(again)
    _ = try store.create(draft)
    try store.delete([CaseID(rawValue: 1001), CaseID(rawValue: 1007)])
    clock.advance(days: 2)
    _ = try store.purge(Retention(trail: 2, cases: []))
    return store
  }

  /// All that a store says of its cases.
  private func sight(_ store: any DeskStore) throws -> [String] {
    let ids = (1001...1007).map(CaseID.init(rawValue:))
    var seen: [String] = []
    for id in ids where try store.revision(of: id) != nil {
      seen.append("\(try store.load(id)) \(try store.entry(id)) \(try store.code(of: id))")
      seen.append("\(try store.notes(for: id)) \(try store.outcomes(of: id))")
      seen.append("\(String(describing: try store.callback(of: id)))")
    }
    for text in ["", "nord", "lønn", "passord", "utfall:6", "utfall:4", "e4"] {
      let found = try store.summaries(
        matching: text,
        statuses: CaseStatus.allCases,
        flows: nil,
        limit: -1,
        offset: 0,
        answers: [.message]
      )
      seen.append(
        "\(text): \(found.map { "\($0.id.rawValue) \($0.answers) \($0.marks.sorted())" })"
      )
    }
    for section in DeskSection.allCases {
      for agent in [DeskStoreLaws.kari, DeskStoreLaws.ola] {
        let rows = try store.queue(section, for: agent, limit: -1, offset: 0, answers: [])
        seen.append("\(section): \(rows.map(\.id))")
      }
    }
    let day = try #require(Day("2026-12-30"))
    seen.append("\(try store.due(on: day, limit: -1, offset: 0, answers: []).map(\.id))")
    seen.append("\(try store.tallies(from: nil, through: nil)) \(try store.followUps())")
    return seen
  }

  private func copy(
    _ database: String,
    role: String = "owner",
    words: CaseWords = EitherStore.words
  ) throws -> ServerCopy {
    try ServerCopy(at: TestServer.laws.address(database, role), words: words)
  }

  private func fill(_ database: String, from file: SQLiteStore) throws -> StoreCopied {
    let target = try copy(database)
    return try file.readWhole { whole throws(StoreFailure) in
      try target.fill(from: whole, Self.asIs) { Self.names[$0] }
    }
  }

  private func back(_ database: String, to name: String = "back") throws -> StoreMeasure {
    let source = try copy(database)
    return try SQLiteStore.makeWhole(
      at: StoreLocation(directory: folder.file(name)),
      words: EitherStore.words
    ) { file throws(StoreFailure) in try StoreCopy.copy(source, to: file, Self.asIs) }
  }

  private func open(_ name: String) throws -> SQLiteStore {
    try SQLiteStore.open(
      at: StoreLocation(directory: folder.file(name)),
      words: EitherStore.words,
      now: { [clock] in clock.moment },
      redact: Self.hidden
    )
  }

  @Test func `a server has all that a file had, and a new file all that the server had`() throws {
    let file = try makeFile()
    let before = try sight(file)
    #expect(try file.followUps().map(\.onDay) == [1])
    let database = try TestServer.copy()
    let copied = try fill(database, from: file)
    let report = try file.inspection()
    #expect(copied.isNew && copied.measure.cases == 5 && copied.measure.lines == report.events)
    #expect(copied.measure.tallies == 1 && copied.nameless == 1)
    let server = try ServerDesk(clock, database: database, redact: Self.hidden)
    #expect(try sight(server) == before)
    #expect(try server.kari.inspection(against: report.trailHead).isSound)
    #expect(try server.kari.inspection().trailHead == report.trailHead)
    for number in 1001...1007 {
      let id = CaseID(rawValue: Int64(number))
      #expect(try server.kari.events(for: id) == file.events(for: id))
    }
    #expect(try back(database) == copied.measure)
    let again = try open("back")
    #expect(try sight(again) == before)
    #expect(try again.inspection().isSound)
    #expect(try again.inspection().trailHead == report.trailHead)
    // Work goes on in each of them where it was.
    for store in [server, again] as [any DeskStore] {
      let made = try store.begin(CaseDraft(flow: "findFault"), Caller(), by: DeskStoreLaws.kari)
      #expect(made.id.rawValue == 1008)
      #expect(try store.undo(CaseID(rawValue: 1005), by: DeskStoreLaws.kari).state == .call)
    }
    #expect(try server.kari.inspection(against: report.trailHead).isSound)
    #expect(try again.inspection(against: TrailHead(report.trailHead)).isSound)
  }

  @Test func `copying once more changes nothing, and nothing else is copied over`() throws {
    let file = try makeFile()
    let database = try TestServer.copy()
    let first = try fill(database, from: file)
    let second = try fill(database, from: file)
    #expect(!second.isNew && second.measure == first.measure)
    _ = try file.create(CaseDraft(flow: "findFault"))
    #expect(throws: StoreFailure.notEmpty(path: ServerStore.path)) {
      try fill(database, from: file)
    }
    _ = try back(database)
    let place = StoreLocation(directory: folder.file("back")).database
    #expect(throws: StoreFailure.inTheWay(path: place)) { try back(database) }
  }

  @Test func `a copy between servers gives everybody their own number`() throws {
    let file = try makeFile()
    let (first, second) = (try TestServer.copy(), TestServer.newName())
    _ = try fill(first, from: file)
    try TestServer.laws.makeStore(second)
    // Ola came first there, and somebody else has the number that is Ola's in the store.
    let owner = try TestServer.laws.owner(second)
    _ = try owner.ask("UPDATE veiviser.agent SET number = 7 WHERE role = 'ola'")
    _ = try owner.ask("INSERT INTO veiviser.agent VALUES (1001, 'other'), (8, 'nobody')")
    _ = try owner.ask("INSERT INTO veiviser.setting VALUES (7, 'k', 'ola'), (1001, 'k', 'other')")
    let (source, target) = (try copy(first), try copy(second))
    let names = try source.names()
    let copied = try target.fill(from: source, Self.asIs) { names[$0] }
    #expect(copied.isNew && copied.nameless == 1)
    let rows = try owner.ask(
      "SELECT number, role, value FROM veiviser.agent LEFT JOIN veiviser.setting ON who = number ORDER BY 2"
    )
    #expect(rows.map { $0.values[1] } == ["kari", "nobody", "ola", "other"])
    #expect(rows.map { $0.values[2] } == [nil, nil, "ola", "other"])
    #expect(rows[0].values[0] == "1000" && rows[1].values[0] == "8" && rows[2].values[0] == "1001")
    #expect(Int64(rows[3].values[0] ?? "") ?? 0 >= 2_000_000_000)
    #expect(try TestServer.laws.open(second, "ola").own == DeskStoreLaws.ola)
  }

  /// A store that breaks off when so many cases, or lines, have been read.
  private struct Breaking: WholeStore {
    let whole: any WholeStore
    let lastCase: Int64
    let lastLine: Int64
    var path: String { whole.path }
    func heading() throws(StoreFailure) -> StoreHeading { try whole.heading() }
    func wholeCases(after id: Int64, limit: Int) throws(StoreFailure) -> [WholeCase] {
      guard id < lastCase else { throw .vanished(path: path) }
      return try whole.wholeCases(after: id, limit: 1)
    }
    func wholeLines(after line: Int64, limit: Int) throws(StoreFailure) -> [WholeLine] {
      guard line < lastLine else { throw .vanished(path: path) }
      return try whole.wholeLines(after: line, limit: 1)
    }
    func keptTallies() throws(StoreFailure) -> [Tally] { try whole.keptTallies() }
    func keptFollowUps() throws(StoreFailure) -> [FollowUps] { try whole.keptFollowUps() }
  }

  @Test(arguments: [(1002, .max), (1004, .max), (.max, 11), (.max, 18)] as [(Int64, Int64)])
  func `what is broken off in the middle leaves nothing, and can be done again`(
    _ lastCase: Int64,
    _ lastLine: Int64
  ) throws {
    let file = try makeFile()
    let database = try TestServer.copy()
    func broken(_ whole: any WholeStore) -> any WholeStore {
      Breaking(whole: whole, lastCase: lastCase, lastLine: lastLine)
    }
    func fillBroken() throws {
      let target = try copy(database)
      _ = try file.readWhole { whole throws(StoreFailure) in
        try target.fill(from: broken(whole), Self.asIs) { _ in nil }
      }
    }
    #expect(throws: StoreFailure.vanished(path: folder.location.database)) { try fillBroken() }
    #expect(try copy(database).isEmpty())
    #expect(try fill(database, from: file).isNew)
    let source = try copy(database)
    #expect(throws: StoreFailure.vanished(path: ServerStore.path)) {
      try SQLiteStore.makeWhole(
        at: StoreLocation(directory: folder.file("back")),
        words: EitherStore.words
      ) { file throws(StoreFailure) in try StoreCopy.copy(broken(source), to: file, Self.asIs) }
    }
    let left = folder.contents.keys.filter { $0.hasPrefix("back/") && !$0.hasSuffix(".lock") }
    #expect(left == [])
    withExtendedLifetime(source) {}
  }

  @Test func `a server that goes away in the middle has nothing of it`() throws {
    let file = try makeFile()
    let database = try TestServer.copy()
    let target = try copy(database)
    let owner = try TestServer.laws.owner(database)
    let failed = #expect(throws: StoreFailure.self) {
      try file.readWhole { whole throws(StoreFailure) in
        try target.fill(from: whole, Self.asIs) { _ in
          // All has been sent by now.
          _ = try? owner.ask(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """
          )
          return nil
        }
      }
    }
    #expect(failed == .unreachable(path: ServerStore.path))
    #expect(try copy(database).isEmpty())
    #expect(try fill(database, from: file).isNew)
  }

  @Test func `a store that is not whole is not copied`() throws {
    let file = try makeFile()
    let database = try TestServer.copy()
    func tamper(_ sql: String) throws { try file.queue.write { db in try db.execute(sql: sql) } }
    try tamper("CREATE TABLE kept AS SELECT * FROM event")
    for sql in [
      "UPDATE event SET who = 7 WHERE id = 15", "DELETE FROM event WHERE id = 15",
      "DELETE FROM event WHERE id = (SELECT max(id) FROM event)",
    ] {
      try tamper(sql)
      #expect(throws: StoreFailure.unsound(path: folder.location.database), "\(sql)") {
        try fill(database, from: file)
      }
      try tamper("DELETE FROM event")
      try tamper("INSERT INTO event SELECT * FROM kept")
    }
    try tamper(
      "PRAGMA ignore_check_constraints = 1; UPDATE answer SET source = 'x' WHERE caseID = 1004"
    )
    #expect(throws: StoreFailure.unreadable(CaseID(rawValue: 1004))) {
      try fill(database, from: file)
    }
    #expect(try copy(database).isEmpty())
    try tamper("UPDATE answer SET source = 'told' WHERE caseID = 1004")
    _ = try fill(database, from: file)
    let owner = try TestServer.laws.owner(database)
    _ = try owner.ask("UPDATE veiviser.event SET who = 7 WHERE id = 15")
    #expect(throws: StoreFailure.unsound(path: ServerStore.path)) { try back(database) }
    _ = try owner.ask("UPDATE veiviser.event SET who = 0 WHERE id = 15")
    _ = try owner.ask("UPDATE veiviser.desk_case SET desk = desk - 'promise' WHERE case_id = 1004")
    #expect(throws: StoreFailure.unreadable(CaseID(rawValue: 1004))) { try back(database) }
  }

  @Test func `a copy that is not the same is not kept`() throws {
    let file = try makeFile()
    let database = try TestServer.copy()
    let owner = try TestServer.laws.owner(database)
    _ = try owner.ask(
      """
      CREATE FUNCTION public.change() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN NEW.text := ''x''; RETURN NEW; END'
      """
    )
    _ = try owner.ask(
      "CREATE TRIGGER t BEFORE INSERT ON veiviser.note FOR EACH ROW EXECUTE FUNCTION public.change()"
    )
    #expect(throws: StoreFailure.copyDiffers(path: ServerStore.path)) {
      try fill(database, from: file)
    }
    #expect(try copy(database).isEmpty())
  }

  @Test func `what must not be kept does not come along`() throws {
    let store = try SQLiteStore.open(
      at: folder.location,
      now: { [clock] in clock.moment },
      redact: Self.asIs
    )
    let made = try store.begin(
      CaseDraft(flow: "findFault", title: "secret"),
      Caller(words: "secret"),
      by: DeskStoreLaws.kari
    )
    _ = try store.addNote("secret", to: made.id, by: nil)
    let database = try TestServer.copy()
    for isNew in [true, false] {
      let target = try copy(database)
      let copied = try store.readWhole { whole throws(StoreFailure) in
        try target.fill(from: whole, Self.hidden) { _ in nil }
      }
      #expect(copied.isNew == isNew)
    }
    let found = try TestServer.laws.owner(database).ask(
      """
      SELECT content->>'title', desk->'caller'->>'words', text, (SELECT count(*) FROM veiviser.word
        WHERE word = 'secret') FROM veiviser.case_file, veiviser.desk_case, veiviser.note
      """
    )
    #expect(found.first?.values == ["***", "***", "***", "0"])
  }

  @Test func `only the owner copies, and nobody saves meanwhile`() throws {
    let database = try TestServer.copy()
    for role in ["kari", "ola"] {
      #expect(throws: StoreFailure.denied(path: ServerStore.path)) {
        try copy(database, role: role)
      }
    }
    #expect(throws: StoreFailure.notSetUp(path: ServerStore.path)) { try copy("postgres") }
    let held = try copy(database)
    let ola = try TestServer.laws.open(database, "ola")
    ola.giveUp()
    #expect(throws: StoreFailure.busy(path: ServerStore.path)) {
      try ola.create(CaseDraft(flow: "findFault"))
    }
    withExtendedLifetime(held) {}
  }
}
#endif
