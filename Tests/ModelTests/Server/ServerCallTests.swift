#if PostgreSQL
import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// Calls that change something: their words, their keys, and how much is done by one.
@Suite struct ServerCallTests {
  private static let draft = CaseDraft(flow: "findFault", title: "Nordlys")

  @Test func `the same change is always sent in the same words`() {
    let change = Change(content: Self.draft, words: ["nordlys"], kind: .saved, signed: true)
    #expect(
      Change.json(change) == #"""
        {"content":{"answers":[],"flow":"findFault","rounds":[],"status":"open","title":"Nordlys"},\#
        "kind":"saved","signed":true,"words":["nordlys"]}
        """#
    )
  }

  /// Has a call of Ola's done without an answer: the server ends the connection while it waits for a copy of
  /// itself that there is not, and has by then kept what was asked.
  ///
  /// - Parameter failure: What is told of it.
  private func lose(
    in name: String,
    told failure: StoreFailure = .outcomeUnknown(path: ServerStore.path),
    _ call: () throws -> Void
  ) throws {
    let killer = Mutex(try TestServer.laws.owner())
    let hasFailed = Mutex(false)
    let isOver = DispatchSemaphore(value: 0)
    DispatchQueue(label: "killer").async {
      var isEnded = false
      while !isEnded, !hasFailed.withLock({ $0 }) {
        isEnded = killer.withLock { killer in
          let ended = try? killer.ask(
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE usename = 'ola' AND datname = $1 AND wait_event = 'SyncRep'
            """,
            [name]
          )
          return ended?.isEmpty == false
        }
      }
      isOver.signal()
    }
    #expect(throws: failure) { try call() }
    hasFailed.withLock { $0 = true }
    isOver.wait()
  }

  @Test func `what was done without an answer is done once, and what is wanted after it anew`()
    throws
  {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let kari = try TestServer.laws.open(name, "kari")
    let owner = try TestServer.laws.owner(name)
    _ = try owner.ask("ALTER ROLE ola IN DATABASE \(name) SET synchronous_commit = on")
    let (ola, again) = (
      try TestServer.laws.open(name, "ola"), try TestServer.laws.open(name, "ola")
    )
    ola.giveUp()
    again.giveUp()
    try lose(in: name) { _ = try ola.create(Self.draft) }
    try lose(in: name) { try again.setSetting("key", to: "first") }
    _ = try owner.ask("ALTER ROLE ola IN DATABASE \(name) RESET synchronous_commit")
    #expect(try kari.load(CaseID(rawValue: 1001)).content == Self.draft)
    #expect(try ola.create(Self.draft).id.rawValue == 1001)
    #expect(try ola.create(Self.draft).id.rawValue == 1002)
    #expect(try kari.inspection().cases == 2)
    try again.setSetting("key", to: "second")
    try again.setSetting("key", to: "first")
    #expect(try again.setting("key") == "first")
  }

  @Test func `a save on what was just read is one call, and sees what others saved`() throws {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let (kari, ola) = (
      try TestServer.laws.open(name, "kari"), try TestServer.laws.open(name, "ola")
    )
    let owner = try TestServer.laws.owner(name)
    var kept = try ola.create(Self.draft)
    // Who may not read can still save.
    _ = try owner.ask("REVOKE SELECT ON veiviser.case_file FROM veiviser_agent")
    for title in ["a", "b"] {
      kept.title = title
      kept = try ola.save(kept)
    }
    _ = try owner.ask("GRANT SELECT ON veiviser.case_file TO veiviser_agent")
    var theirs = try kari.load(kept.id)
    #expect(theirs == kept)
    theirs.title = "c"
    theirs = try kari.save(theirs)
    kept.title = "d"
    #expect(throws: StoreFailure.conflict(current: theirs)) { try ola.save(kept) }
    #expect(throws: StoreFailure.conflict(current: theirs)) { try ola.save(kept) }
    try kari.delete([kept.id])
    #expect(throws: StoreFailure.noSuchCase(kept.id)) { try ola.save(theirs) }
  }

  @Test func `over a connection that is over nothing is sent, so that nothing becomes unknown`()
    throws
  {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let ola = try TestServer.laws.open(name, "ola")
    ola.giveUp()
    var kept = try ola.create(Self.draft)
    for round in 2...4 {
      _ = try TestServer.laws.owner().ask(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = 'ola' AND datname = $1",
        [name]
      )
      kept = try ola.save(kept)
      #expect(kept.revision == round)
    }
  }

  /// A store in which what Ola does next may be done without an answer, and who looks after it.
  private func makeLossy(_ name: String) throws -> (owner: ServerConnection, ola: ServerStore) {
    try TestServer.laws.makeStore(name)
    let owner = try TestServer.laws.owner(name)
    _ = try owner.ask("ALTER ROLE ola IN DATABASE \(name) SET synchronous_commit = on")
    return (owner, try TestServer.laws.open(name, "ola"))
  }

  @Test func `what may have been done stays unknown while nobody is let in to ask`() throws {
    let name = TestServer.newName()
    let (owner, ola) = try makeLossy(name)
    _ = try owner.ask("ALTER DATABASE \(name) CONNECTION LIMIT 0")
    // The server ends the connection, and then has no room for another.
    try lose(in: name) { _ = try ola.create(Self.draft) }
    #expect(throws: StoreFailure.outcomeUnknown(path: ServerStore.path)) {
      try ola.create(Self.draft)
    }
    // What only reads is told why.
    #expect(throws: StoreFailure.signInRefused(path: ServerStore.path)) { try ola.setting("key") }
    _ = try owner.ask("ALTER ROLE ola IN DATABASE \(name) RESET synchronous_commit")
    _ = try owner.ask("ALTER DATABASE \(name) CONNECTION LIMIT -1")
    #expect(try ola.create(Self.draft).id.rawValue == 1001)
    #expect(try owner.ask("SELECT count(*) FROM veiviser.case_file").first?.values == ["1"])
  }

  @Test func `what is known of one thing settles nothing else`() throws {
    let name = TestServer.newName()
    let (owner, ola) = try makeLossy(name)
    ola.giveUp()
    try lose(in: name) { _ = try ola.create(Self.draft) }
    _ = try owner.ask("ALTER ROLE ola IN DATABASE \(name) RESET synchronous_commit")
    try ola.setSetting("key", to: "value")
    #expect(throws: StoreFailure.denied(path: ServerStore.path)) {
      try ola.purge(Retention(trail: 0, cases: []), dryRun: false)
    }
    #expect(try ola.create(Self.draft).id.rawValue == 1001)
    #expect(try owner.ask("SELECT count(*) FROM veiviser.case_file").first?.values == ["1"])
  }

  @Test func `a question that is too slow is not asked again`() throws {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let place = "host=\(TestServer.laws.folder)&port=\(TestServer.laws.port)"
    let store = try ServerStore(
      at: ServerAddress("postgresql://ola@/\(name)?\(place)&options=-c%20statement_timeout%3D1000"),
      redact: { text, _ in text }
    )
    let told = Mutex(0)
    store.keepTrying { _ in
      told.withLock { $0 += 1 }
      store.giveUp()
    }
    #expect(throws: StoreFailure.held(path: ServerStore.path)) {
      try store.ask("SELECT pg_sleep(60)")
    }
    #expect(told.withLock { $0 } == 0)
  }

  @Test func `purging takes some cases at a time until none is left`() throws {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let owner = try TestServer.laws.owner(name)
    _ = try owner.ask(
      """
      INSERT INTO veiviser.case_file (id, revision, created, updated, last_event, content)
      SELECT 2000 + n, 1, 0, 0, -n, '{"flow": "findFault", "status": "closed", "title": "", "answers": [], "rounds": []}'
      FROM generate_series(1, 1001) AS n
      """
    )
    let kari = try TestServer.laws.open(name, "kari")
    let kept = try kari.create(Self.draft)
    let rule = Retention.Rule(flow: "findFault", finished: 1, unfinished: nil)
    let table = Retention(trail: 365, cases: [rule])
    let planned = try kari.purge(table, dryRun: true)
    #expect(planned.deleted == ["findFault": (2001...3001).map { $0 }])
    #expect(try kari.purge(table, dryRun: false).deleted == planned.deleted)
    #expect(try kari.inspection().cases == 1 && kari.load(kept.id) == kept)
    // One call made the case, and of the others the last found none.
    #expect(try owner.ask("SELECT count(*) FROM veiviser.done").first?.values == ["5"])
    #expect(try kari.inspection().isSound)
  }

  @Test func `a store that somebody holds up is told of, and what waits is done when it is let go`()
    throws
  {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let holder = Mutex(try TestServer.laws.owner(name))
    try holder.withLock { holder in
      _ = try holder.ask("BEGIN")
      _ = try holder.ask("SELECT FROM veiviser.head FOR UPDATE")
    }
    // It gives up waiting for a lock sooner than the program asks it to.
    let place = "host=\(TestServer.laws.folder)&port=\(TestServer.laws.port)"
    let store = try ServerStore(
      at: ServerAddress("postgresql://ola@/\(name)?\(place)&options=-c%20lock_timeout%3D100"),
      redact: { text, _ in text }
    )
    let told = Mutex<[StoreFailure]>([])
    store.keepTrying { failure in
      told.withLock { $0.append(failure) }
      _ = holder.withLock { try? $0.ask("ROLLBACK") }
    }
    // Whoever has given up can wait again.
    store.giveUp()
    #expect(throws: StoreFailure.busy(path: ServerStore.path)) { try store.create(Self.draft) }
    store.waitAgain()
    #expect(try store.create(Self.draft).id.rawValue == 1001)
    #expect(told.withLock { $0 } == [.held(path: ServerStore.path)])
  }
}
#endif
