#if PostgreSQL
import Dispatch
import Synchronization
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// Servers and connections that go away while somebody saves.
@Suite(.serialized) struct ServerFaultTests {
  private static let draft = CaseDraft(flow: "findFault", title: "Nordlys")

  /// Others who save cases of their own without a pause; each save must be done once.
  private final class Load: Sendable {
    private let isOver = Mutex(false)
    private let saves = Mutex(0)
    private let savers: Int
    private let hasEnded = DispatchSemaphore(value: 0)

    init(_ savers: Int, on server: TestServer, _ name: String) throws {
      self.savers = savers
      for _ in 0..<savers {
        let store = try server.open(name, "kari")
        store.keepTrying { _ in }
        let made = try store.create(ServerFaultTests.draft)
        DispatchQueue(label: "load").async { self.run(store, made) }
      }
    }

    private func run(_ store: ServerStore, _ made: Case) {
      var kept = made
      do {
        while !isOver.withLock({ $0 }) {
          let revision = kept.revision
          kept.title = "\(revision)"
          kept = try store.save(kept)
          #expect(kept.revision == revision + 1)
        }
        #expect(try store.load(kept.id) == kept)
        #expect(try store.events(for: kept.id).count == kept.revision)
      } catch {
        Issue.record(error)
      }
      saves.withLock { $0 += kept.revision - 1 }
      hasEnded.signal()
    }

    /// Lets them end, and tells how many saves they made.
    func end() -> Int {
      isOver.withLock { $0 = true }
      for _ in 0..<savers { hasEnded.wait() }
      return saves.withLock { $0 }
    }
  }

  /// Saves a case many times while something happens beside each save; each save must be done once.
  private func save(
    _ rounds: Int,
    on server: TestServer,
    amid others: Int = 0,
    _ beside: @escaping @Sendable (_ database: String) -> Void
  ) throws {
    let name = TestServer.newName()
    try server.makeStore(name)
    let store = try server.open(name, "ola")
    store.keepTrying { _ in }
    var kept = try store.create(Self.draft)
    let load = try Load(others, on: server, name)
    let queue = DispatchQueue(label: "fault")
    var random = Seeded(7)
    for round in 1...rounds {
      let isOver = DispatchSemaphore(value: 0)
      queue.asyncAfter(deadline: .now() + .microseconds(random.int(0...2_500))) {
        beside(name)
        isOver.signal()
      }
      kept.title = "\(round)"
      kept = try store.save(kept)
      #expect(kept.revision == round + 1)
      isOver.wait()
    }
    #expect(load.end() >= others)
    #expect(try store.load(kept.id) == kept)
    #expect(try store.events(for: kept.id).count == rounds + 1)
    #expect(try store.inspection().trailBrokenAt == nil)
  }

  @Test func `a save whose connection is ended in the middle of it is done once`() throws {
    let killer = Mutex(try TestServer.laws.owner())
    try save(500, on: .laws) { name in
      killer.withLock { killer in
        _ = try? killer.ask(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ola' AND datname = $1",
          [name]
        )
      }
    }
  }

  @Test func `a save while the server is stopped and started under load is done once`() throws {
    try save(50, on: .faults, amid: 4) { _ in
      try? TestServer.faults.control("stop")
      try? TestServer.faults.control("start")
    }
  }

  @Test func `a server that is gone is told of once, and what waits fails when one gives up`()
    throws
  {
    let name = TestServer.newName()
    try TestServer.faults.makeStore(name)
    let store = try TestServer.faults.open(name, "ola")
    let kept = try store.create(Self.draft)
    let told = DispatchSemaphore(value: 0)
    let count = Mutex(0)
    store.keepTrying { failure in
      #expect(failure == .unreachable(path: ServerStore.path))
      count.withLock { $0 += 1 }
      told.signal()
    }
    try TestServer.faults.control("stop")
    defer { try? TestServer.faults.control("start") }
    DispatchQueue(label: "leaver").async {
      _ = told.wait(timeout: .now() + 30)
      store.giveUp()
    }
    // The connection was over before anything was sent.
    #expect(throws: StoreFailure.unreachable(path: ServerStore.path)) {
      try store.create(Self.draft)
    }
    #expect(throws: StoreFailure.unreachable(path: ServerStore.path)) { try store.save(kept) }
    #expect(count.withLock { $0 } == 1)
    #expect(throws: StoreFailure.unreachable(path: ServerStore.path)) {
      try TestServer.faults.open(name, "ola")
    }
  }

  @Test func `others' saves are heard, also when the server has been away`() throws {
    let name = TestServer.newName()
    try TestServer.faults.makeStore(name)
    let (mine, theirs) = (
      try TestServer.faults.open(name, "ola"), try TestServer.faults.open(name, "kari")
    )
    let heard = DispatchSemaphore(value: 0)
    let queue = DispatchQueue(label: "watch")
    let watch = ServerWatch(mine, on: queue) { heard.signal() }
    // It listens, and looks, as soon as it is made.
    #expect(heard.wait(timeout: .now() + 10) == .success)
    _ = try theirs.create(Self.draft)
    #expect(heard.wait(timeout: .now() + 10) == .success)
    try TestServer.faults.control("stop")
    try TestServer.faults.control("start")
    #expect(heard.wait(timeout: .now() + 30) == .success)
    theirs.keepTrying { _ in }
    _ = try theirs.create(Self.draft)
    #expect(heard.wait(timeout: .now() + 10) == .success)
    withExtendedLifetime(watch) {}
  }

  @Test func `of two who take the same cases each case has one, and the trail says which`() throws {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let stores = [try TestServer.laws.open(name, "kari"), try TestServer.laws.open(name, "ola")]
    let ids = try (0..<100).map { _ in
      let id = try stores[0].begin(Self.draft, Caller(), by: stores[0].own).id
      _ = try stores[0].perform(.release, on: id, by: stores[0].own)
      return id
    }
    let won = Mutex<[CaseID: [AgentID]]>([:])
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      let store = stores[index]
      for id in ids where (try? store.perform(.take, on: id, by: store.own)) != nil {
        won.withLock { $0[id, default: []].append(store.own) }
      }
    }
    for id in ids {
      let winners = won.withLock { $0[id] ?? [] }
      #expect(winners.count == 1)
      #expect(try stores[0].entry(id).desk.owner == winners.first)
      #expect(try stores[0].events(for: id).last?.who == winners.first?.rawValue)
      #expect(try stores[0].events(for: id).count == 3)
    }
  }
}
#endif
