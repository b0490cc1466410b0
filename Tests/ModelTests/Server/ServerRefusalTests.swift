#if PostgreSQL
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// What a server refuses, and what is said of it.
@Suite(.serialized) struct ServerRefusalTests {
  private static let path = ServerStore.path

  private func open(_ text: String) throws -> ServerStore {
    try ServerStore(at: ServerAddress(text), redact: { text, _ in text })
  }

  @Test func `who may not come in is told so`() throws {
    let server = TestServer.faults
    let name = TestServer.newName()
    try server.makeStore(name)
    let folder = try TemporaryFolder()
    let owner = try server.owner(name)
    _ = try owner.ask("CREATE ROLE stranger LOGIN")
    _ = try owner.ask("CREATE ROLE wrong LOGIN PASSWORD 'right' IN ROLE veiviser_agent")
    _ = try owner.ask(
      "CREATE ROLE late LOGIN PASSWORD 'right' VALID UNTIL '2020-01-01' IN ROLE veiviser_agent"
    )
    _ = try owner.ask("CREATE ROLE good LOGIN PASSWORD 'right' IN ROLE veiviser_agent")
    func over(_ host: String, _ role: String, _ password: String, _ rest: String) throws
      -> ServerStore
    {
      let file = try folder.write("*:*:*:*:\(password)\n", to: "pass")
      chmod(file, 0o600)
      return try open(
        "postgresql://\(role)@\(host):\(server.port)/\(name)?passfile=\(file)\(rest)"
      )
    }
    let proof = "&sslrootcert=\(server.folder)/cert"
    #expect(
      try over("localhost", "good", "right", proof).create(CaseDraft(flow: "find")).revision == 1
    )
    for (role, password) in [("wrong", "other"), ("late", "right"), ("nobody_of_that_name", "x")] {
      #expect(throws: StoreFailure.signInRefused(path: Self.path), "\(role)") {
        try over("localhost", role, password, proof)
      }
    }
    // The certificate is for another name; there is none to hold it against.
    for (host, rest) in [("127.0.0.1", proof), ("localhost", "&sslrootcert=\(folder.path)/none")] {
      #expect(throws: StoreFailure.untrusted(path: Self.path)) {
        try over(host, "good", "right", rest)
      }
    }
    // A weaker mode is said aloud, and the full one is not.
    let said = Mutex(0)
    for mode in ["require", "verify-full"] {
      let file = folder.file("pass")
      let text =
        "postgresql://good@localhost:\(server.port)/\(name)?passfile=\(file)\(proof)&sslmode=\(mode)"
      _ = try ServerStore(
        at: ServerAddress(text),
        redact: { text, _ in text },
        unproven: { said.withLock { $0 += 1 } }
      )
    }
    #expect(said.withLock { $0 } == 1)
    #expect(throws: StoreFailure.denied(path: Self.path)) { try server.open(name, "stranger") }
    #expect(throws: StoreFailure.signInRefused(path: Self.path)) {
      try server.open("no_such_database", "ola")
    }
    #expect(throws: StoreFailure.notSetUp(path: Self.path)) { try server.open("postgres", "ola") }
  }

  @Test(arguments: [
    ("postgresql://kari:hemmelig@server/db", StoreFailure.passwordGiven(path: path)),
    ("postgresql://server/db?password=hemmelig", .passwordGiven(path: path)),
    ("postgresql://server/db?what=ever", .addressUnusable(path: path)),
    ("https://server/db", .addressUnusable(path: path)),
    ("postgres:db", .addressUnusable(path: path)),
  ])
  func `an address with a password, or none at all, is refused`(
    _ text: String,
    _ failure: StoreFailure
  ) {
    #expect(throws: failure) { try ServerAddress(text) }
  }

  @Test func `no server is told of within five seconds`() throws {
    let start = ContinuousClock.now
    for text in ["postgresql:///db?host=/nowhere", "postgresql://127.0.0.1:1/db"] {
      #expect(throws: StoreFailure.unreachable(path: Self.path)) { try open(text) }
    }
    #expect(ContinuousClock.now - start < .seconds(5))
  }

  @Test func `a store of another shape is refused, and setting up never takes it back`() throws {
    let name = TestServer.newName()
    let server = TestServer.laws
    try server.makeStore(name)
    #expect(try !ServerStore.setUp(at: server.address(name, "owner")))
    let owner = try server.owner(name)
    _ = try owner.ask("UPDATE veiviser.meta SET shape = 99")
    #expect(throws: StoreFailure.newer(path: Self.path)) { try server.open(name, "ola") }
    #expect(throws: StoreFailure.newer(path: Self.path)) {
      try ServerStore.setUp(at: server.address(name, "owner"))
    }
    _ = try owner.ask("UPDATE veiviser.meta SET shape = 0")
    #expect(throws: StoreFailure.outdated(path: Self.path)) { try server.open(name, "ola") }
    _ = try owner.ask("UPDATE veiviser.meta SET shape = \(ServerSchema.current.shape)")
    #expect(try !ServerStore.setUp(at: server.address(name, "owner")))
    #expect(try server.open(name, "ola").own.rawValue == 1001)
  }

  @Test func `setting up at the same time by several makes one store`() throws {
    let name = TestServer.newName()
    _ = try TestServer.laws.owner().ask("CREATE DATABASE \(name)")
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { _ in
      do {
        _ = try ServerStore.setUp(at: TestServer.laws.address(name, "owner"))
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(
      try TestServer.laws.owner(name).ask("SELECT count(*) FROM veiviser.meta").first?.values == [
        "1"
      ]
    )
  }

  @Test func `setting up waits for another's, and then looks what is there`() throws {
    let name = TestServer.newName()
    let server = TestServer.laws
    try server.makeStore(name)
    let owner = try server.owner(name)
    _ = try owner.ask("BEGIN")
    _ = try owner.ask("SELECT pg_advisory_xact_lock(7306081976)")
    _ = try owner.ask("UPDATE veiviser.meta SET shape = 99")
    let address = try server.address(name, "owner")
    let result = Mutex<Result<Bool, StoreFailure>?>(nil)
    let isOver = DispatchSemaphore(value: 0)
    DispatchQueue(label: "setup").async {
      let made = Result { () throws(StoreFailure) in try ServerStore.setUp(at: address) }
      result.withLock { $0 = made }
      isOver.signal()
    }
    let waiting =
      "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = $1"
    let database = try owner.ask("SELECT oid FROM pg_database WHERE datname = $1", [name])
    while try owner.ask(waiting, database.first?.values ?? []).isEmpty {}
    _ = try owner.ask("COMMIT")
    isOver.wait()
    #expect(result.withLock { $0 } == .failure(.newer(path: Self.path)))
    #expect(try owner.ask("SELECT shape FROM veiviser.meta").first?.values == ["99"])
  }

  @Test func `only a lead deletes, and nobody acts in another's name`() throws {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let (kari, ola) = (
      try TestServer.laws.open(name, "kari"), try TestServer.laws.open(name, "ola")
    )
    let id = try ola.create(CaseDraft(flow: "find")).id
    #expect(throws: StoreFailure.denied(path: Self.path)) { try ola.delete([id]) }
    #expect(throws: StoreFailure.denied(path: Self.path)) {
      try ola.purge(Retention(trail: 0, cases: []), dryRun: false)
    }
    #expect(throws: DeskFailure.store(.denied(path: Self.path))) {
      try ola.begin(CaseDraft(flow: "find"), Caller(), by: kari.own)
    }
    try kari.delete([id])
    #expect(try ola.events(for: id).map(\.who) == [1001, 1000])
  }

  /// What an agent may try who knows SQL.
  @Test(arguments: [
    "UPDATE veiviser.event SET who = 1000", "DELETE FROM veiviser.event", "TRUNCATE veiviser.event",
    "INSERT INTO veiviser.event VALUES (9, 9, 1000, 9, 'saved', '', sha256(''))",
    "UPDATE veiviser.head SET event = 0", "UPDATE veiviser.case_file SET revision = 9",
    "DELETE FROM veiviser.case_file", "INSERT INTO veiviser.agent VALUES (7, 'x')",
    "UPDATE veiviser.agent SET role = 'x'", "UPDATE veiviser.meta SET shape = 9",
    "SELECT * FROM veiviser.done", "SELECT * FROM veiviser.setting", "SET ROLE veiviser_owner",
    "SET ROLE kari", "SET SESSION AUTHORIZATION kari", "SELECT nextval('veiviser.agent_number')",
    "SELECT veiviser.add_event(1000, 1001, 'saved', '')",
    "SELECT veiviser.do_delete(1000, '{\"ids\": [1001]}')",
    "SELECT veiviser.do_note(1000, '{\"id\": 1001, \"text\": \"x\", \"signed\": true}')",
    "SELECT veiviser.change(gen_random_uuid(), 'delete', '{\"ids\": [1001]}')",
    "SELECT veiviser.change(gen_random_uuid(), 'nonsense', '{}')",
    "CREATE TABLE veiviser.x ()", "CREATE FUNCTION veiviser.x() RETURNS void LANGUAGE sql AS ''",
    "ALTER TABLE veiviser.event DISABLE TRIGGER ALL", "DROP TABLE veiviser.event",
    "ALTER FUNCTION veiviser.moment() RESET ALL", "GRANT veiviser_lead TO ola",
    // Code of one's own where others' sessions come by, and where they look for functions.
    "CREATE TRIGGER x BEFORE UPDATE ON veiviser.event EXECUTE FUNCTION tsvector_update_trigger()",
    "CREATE RULE x AS ON INSERT TO veiviser.event DO ALSO NOTHING",
    "CREATE OR REPLACE VIEW veiviser.counted AS SELECT 1",
    "CREATE OR REPLACE FUNCTION veiviser.today() RETURNS date LANGUAGE sql AS 'SELECT now()::date'",
    "CREATE FUNCTION pg_catalog.x() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "ALTER ROLE kari SET search_path = public", "CREATE POLICY x ON veiviser.event",
    // Acts of the desk that no program makes: another's case handed on, closed or undone in their name.
    act("handed", owner: "1001", from: "1000"), act("closed", owner: nil),
    act("released", owner: nil),
    act("saved", owner: "1001"), act("claimed", owner: "1000"), act("parked", owner: "1000"),
  ])
  func `an agent who knows SQL changes nothing`(_ sql: String) throws {
    let name = try Self.victim.get()
    let before = try TestServer.laws.open(name, "kari").inspection().trailHead
    let enemy = try ServerConnection(TestServer.laws.address(name, "ola"))
    #expect(throws: ServerTrouble.refused("42501")) { try enemy.ask(sql) }
    #expect(try TestServer.laws.open(name, "kari").inspection().trailHead == before)
  }

  /// A store with a case of Kari's.
  private static let victim: Result<String, any Error> = Result {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let kari = try TestServer.laws.open(name, "kari")
    _ = try kari.begin(CaseDraft(flow: "findFault"), Caller(), by: kari.own)
    return name
  }

  private static func act(_ kind: String, owner: String?, from: String? = nil) -> String {
    let owner = owner.map { "\"owner\": \($0), " } ?? ""
    let from = from.map { "\"handedFrom\": \($0), " } ?? ""
    let outcome = kind == "closed" ? ", \"outcome\": {\"result\": 1}, \"likeness\": {}" : ""
    return """
      SELECT veiviser.change(gen_random_uuid(), 'act', '{"id": 1001, "event": 1, "kind": "\(kind)", "status": "open",
        "rounds": [], "moves": true, "desk": {\(owner)\(from)"line": "live", "level": "first", "promise": {}}\(outcome)}')
      """
  }

  @Test func `no function of an agent's is called in another's session`() throws {
    let (name, server) = (TestServer.newName(), TestServer.laws)
    try server.makeStore(name)
    var draft = CaseDraft(flow: "findFault")
    draft.give(Answer("E2", source: .told), in: "message")
    _ = try server.open(name, "kari").create(draft)
    // As in a database that was made by an older server.
    _ = try server.owner(name).ask("GRANT CREATE ON SCHEMA public TO PUBLIC")
    _ = try ServerConnection(server.address(name, "ola")).ask(
      """
      CREATE FUNCTION public.jsonb_path_query(jsonb, text) RETURNS SETOF jsonb LANGUAGE plpgsql
      AS $$ BEGIN RAISE EXCEPTION 'in the name of %', session_user; END $$
      """
    )
    for more in ["", "&options=-c%20lock_timeout%3D1000"] {
      let list = try open(try server.address(name, "kari").text + more).summaries(
        matching: nil,
        statuses: CaseStatus.allCases,
        flows: nil,
        limit: -1,
        offset: 0,
        answers: ["message"]
      )
      #expect(list.map(\.answers) == [["message": "E2"]])
    }
  }

  @Test func `a key belongs to one call of one person`() throws {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let key = UUID().uuidString
    func call(_ role: String, _ value: String) throws(any Error) {
      let connection = try ServerConnection(TestServer.laws.address(name, role))
      _ = try connection.ask(
        "SELECT veiviser.change($1::uuid, 'setting', jsonb_build_object('key', 'k', 'value', $2::text))",
        [key, value]
      )
    }
    try call("ola", "1")
    try call("ola", "1")
    #expect(throws: ServerTrouble.refused("DT002")) { try call("ola", "2") }
    #expect(throws: ServerTrouble.refused("DT002")) { try call("kari", "1") }
  }

  @Test func `a trail that was changed, or cut, is found`() throws {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let kari = try TestServer.laws.open(name, "kari")
    for _ in 0..<5 { _ = try kari.create(CaseDraft(flow: "find")) }
    let head = try kari.inspection().trailHead
    _ = try kari.create(CaseDraft(flow: "find"))
    #expect(try kari.inspection(against: head).trailBrokenAt == nil)
    let owner = try TestServer.laws.owner(name)
    func broken(_ sql: String, _ known: String? = nil) throws -> Int64? {
      _ = try owner.ask("BEGIN")
      defer { _ = try? owner.ask("ROLLBACK") }
      _ = try owner.ask("CREATE TEMP TABLE before AS SELECT * FROM veiviser.event")
      _ = try owner.ask("CREATE TEMP TABLE head_before AS SELECT * FROM veiviser.head")
      _ = try owner.ask(sql)
      _ = try owner.ask("COMMIT")
      let found = try kari.inspection(against: known).trailBrokenAt
      for undoing in [
        "DELETE FROM veiviser.event", "INSERT INTO veiviser.event SELECT * FROM before",
        "DELETE FROM veiviser.head", "INSERT INTO veiviser.head SELECT * FROM head_before",
        "DROP TABLE before", "DROP TABLE head_before",
      ] { _ = try owner.ask(undoing) }
      return found
    }
    #expect(try broken("UPDATE veiviser.event SET who = 1001 WHERE id = 3") == 3)
    #expect(try broken("DELETE FROM veiviser.event WHERE id = 2") == 2)
    #expect(try broken("DELETE FROM veiviser.event WHERE id = 6") == 6)
    #expect(
      try broken(
        """
        WITH gone AS (DELETE FROM veiviser.event WHERE id > 4)
        UPDATE veiviser.head SET event = 4, digest = (SELECT digest FROM veiviser.event WHERE id = 4)
        """,
        head
      ) == 5
    )
    #expect(try kari.inspection(against: head).isSound)
  }
}
#endif
