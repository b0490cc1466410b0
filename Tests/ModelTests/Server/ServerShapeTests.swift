#if PostgreSQL
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// Stores of one shape, and programs of another.
@Suite struct ServerShapeTests {
  private static let path = ServerStore.path
  private static let draft = CaseDraft(flow: "findFault", title: "Nordlys")

  /// The schema of a program that is one shape further on.
  private static func next(_ sql: String) -> ServerSchema {
    let now = ServerSchema.current
    let written = "(shape) VALUES (\(now.shape))"
    #expect(now.whole.contains(written))
    return ServerSchema(
      shape: now.shape + 1,
      steps: now.steps + [ServerSchema.Step(shape: now.shape + 1, sql: sql)],
      whole: now.whole.replacing(written, with: "(shape) VALUES (\(now.shape + 1))")
    )
  }

  private func shape(_ name: String) throws -> Int? {
    try TestServer.laws.owner(name).ask("SELECT shape FROM veiviser.meta").first?.values[0]
      .flatMap { Int($0) }
  }

  /// A store as the first shape had it, with calls that stand in several places.
  private func makeOlder(_ name: String) throws -> [[Int64]] {
    let server = TestServer.laws
    try server.makeStore(name)
    let kari = try server.open(name, "kari")
    for _ in 0..<5 { _ = try kari.begin(Self.draft, Caller(), by: kari.own) }
    for (number, act) in [
      (1001, DeskAct.release), (1002, .close(DeskStoreLaws.closing(.othersMust))),
      (1003, .close(DeskStoreLaws.closing(.notFound))), (1004, .hand(to: .second)),
    ] { _ = try kari.perform(act, on: CaseID(rawValue: Int64(number)), by: kari.own) }
    let queue = try sections(kari)
    let owner = try server.owner(name)
    for sql in [
      "DROP FUNCTION veiviser.desk_status CASCADE", "DROP FUNCTION veiviser.case_status CASCADE",
      "ALTER TABLE veiviser.desk_case DROP COLUMN status",
      "CREATE INDEX desk_case_owner ON veiviser.desk_case (owner, stamp)",
      "DROP TABLE veiviser.follow_up",
      "UPDATE veiviser.meta SET shape = 1",
    ] { _ = try owner.ask(sql) }
    return queue
  }

  private func sections(_ store: ServerStore) throws -> [[Int64]] {
    try DeskSection.allCases.map { section in
      let rows = try store.queue(section, for: store.own, limit: -1, offset: 0, answers: [])
      #expect(try store.queueCount(section, for: store.own, upTo: -1) == rows.count)
      return rows.map(\.id.rawValue)
    }
  }

  @Test func `an older store is brought up to date by setting it up, with all that is in it`()
    throws
  {
    let (name, server) = (TestServer.newName(), TestServer.laws)
    let before = try makeOlder(name)
    #expect(throws: StoreFailure.outdated(path: Self.path)) { try server.open(name, "kari") }
    // A step that had been made would fail when made again.
    for _ in 0..<2 { #expect(try !ServerStore.setUp(at: server.address(name, "owner"))) }
    #expect(try shape(name) == ServerSchema.current.shape)
    let kari = try server.open(name, "kari")
    #expect(try sections(kari) == before && before.contains { !$0.isEmpty })
    #expect(try kari.inspection().isSound)
    // The queue follows the cases, whatever changes them.
    var parked = try kari.load(CaseID(rawValue: 1005))
    parked.status = .closed
    _ = try kari.save(parked)
    _ = try kari.perform(.reopen, on: CaseID(rawValue: 1003), by: kari.own)
    _ = try kari.perform(.take, on: CaseID(rawValue: 1001), by: kari.own)
    #expect(try kari.undo(CaseID(rawValue: 1001), by: kari.own).state == .free)
    let mine = try kari.queue(.mine, for: kari.own, limit: -1, offset: 0, answers: [])
    #expect(mine.map(\.id.rawValue) == [1003])
    let all = try kari.queue(.all, for: kari.own, limit: -1, offset: 0, answers: [])
    #expect(all.map(\.id.rawValue).sorted() == [1001, 1002, 1003, 1004])
    let tables = try server.owner(name).ask(
      "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class WHERE relnamespace = 'veiviser'::regnamespace"
    )
    #expect(tables.map { $0.values[0] } == ["veiviser_owner"])
  }

  @Test func `what waited while nobody counted is not told as late`() throws {
    let (name, server) = (TestServer.newName(), TestServer.laws)
    try server.makeStore(name)
    let owner = try server.owner(name)
    let days = try owner.ask(
      "SELECT to_char(veiviser.today() + d, 'YYYY-MM-DD') FROM generate_series(-1, 1) AS d ORDER BY d"
    ).compactMap { Day(try $0.text(0)) }
    let old = try server.open(name, "kari")
    for day in days {
      let id = try old.begin(Self.draft, Caller(), by: old.own).id
      let closing = DeskStoreLaws.closing(.othersMust, due: day.text)
      _ = try old.perform(.close(closing), on: id, by: old.own)
    }
    for sql in ["DROP TABLE veiviser.follow_up", "UPDATE veiviser.meta SET shape = 2"] {
      _ = try owner.ask(sql)
    }
    #expect(try !ServerStore.setUp(at: server.address(name, "owner")))
    _ = try owner.ask(
      """
      CREATE OR REPLACE FUNCTION veiviser.moment() RETURNS bigint LANGUAGE plpgsql STABLE
      AS 'BEGIN RETURN floor(extract(epoch FROM clock_timestamp()))::bigint + 3 * 86400; END'
      """
    )
    let kari = try server.open(name, "kari")
    let counted = [
      FollowUps(due: days[1], onDay: 0, late: 0), FollowUps(due: days[2], onDay: 0, late: 1),
    ]
    #expect(try kari.followUps() == counted)
    try kari.delete([CaseID(rawValue: 1001)])
    for number in 1002...1003 {
      _ = try kari.perform(.reopen, on: CaseID(rawValue: Int64(number)), by: kari.own)
    }
    #expect(try kari.followUps() == counted)
  }

  @Test func `a step that fails leaves the shape there was`() throws {
    let name = TestServer.newName()
    let server = TestServer.laws
    try server.makeStore(name)
    let broken = Self.next("ALTER TABLE veiviser.note ADD COLUMN x integer; SELECT 1 / 0")
    #expect(throws: StoreFailure.self) {
      try ServerStore.setUp(at: server.address(name, "owner"), broken)
    }
    #expect(try shape(name) == ServerSchema.current.shape)
    let ola = try server.open(name, "ola")
    let kept = try ola.create(Self.draft)
    let note = try ola.addNote("x", to: kept.id, by: nil)
    #expect(try ola.notes(for: kept.id) == [note])
    let columns = try server.owner(name).ask(
      "SELECT FROM pg_attribute WHERE attrelid = 'veiviser.note'::regclass AND attname = 'x'"
    )
    #expect(columns.isEmpty)
  }

  @Test func `a program that is open while the store gets another shape saves nothing more`() throws
  {
    let name = TestServer.newName()
    let server = TestServer.laws
    try server.makeStore(name)
    let ola = try server.open(name, "ola")
    // What an address sets for its sessions takes nothing away.
    let patient = try ServerStore(
      at: ServerAddress(server.address(name, "ola").text + "&options=-c%20lock_timeout%3D1000"),
      redact: { text, _ in text }
    )
    let kept = try ola.create(Self.draft)
    let key = "6f1bd0a6-0b7e-4e52-9d4c-7e34d5e2b3aa"
    let call = "SELECT veiviser.change($1::uuid, 'setting', '{\"key\": \"k\", \"value\": \"v\"}')"
    let connection = try ServerConnection(server.address(name, "ola"))
    let answer = try connection.ask(call, [key])
    let next = Self.next("ALTER TABLE veiviser.note ADD COLUMN x integer")
    #expect(try !ServerStore.setUp(at: server.address(name, "owner"), next))
    #expect(try shape(name) == next.shape)
    let newer = StoreFailure.newer(path: Self.path)
    for store in [ola, patient] {
      #expect(throws: newer) { try store.create(Self.draft) }
    }
    var edited = kept
    edited.title = "Sørlys"
    #expect(throws: newer) { try ola.save(edited) }
    #expect(throws: newer) { try server.open(name, "ola") }
    #expect(throws: newer) { try ServerCopy(at: server.address(name, "owner"), words: .plain) }
    // What was done before is answered as it was.
    #expect(try connection.ask(call, [key]).first?.values == answer.first?.values)
    #expect(throws: newer) { try ServerStore.setUp(at: server.address(name, "owner")) }
    // A connection that is made anew meets the other shape before anything is asked.
    _ = try server.owner(name).ask(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ola' AND datname = $1",
      [name]
    )
    #expect(throws: newer) { try ola.load(kept.id) }
    let owner = try server.owner(name)
    #expect(try owner.ask("SELECT count(*) FROM veiviser.case_file").first?.values == ["1"])
  }
}
#endif
