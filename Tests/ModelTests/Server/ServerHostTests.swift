#if PostgreSQL
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// Hosts that fail: a full disk, a cut network, a password that runs out, and rows that are bad already.
@Suite(.serialized) struct ServerHostTests {
  private static let isFull = ProcessInfo.processInfo.environment["VEIVISER_FULL_SERVER"] != nil
  private static let draft = CaseDraft(flow: "findFault", title: "Nordlys")

  /// A save is there once for each that was said to be, and no more.
  private func expect(_ kept: Case, saves: Int, in store: ServerStore) throws {
    #expect(kept.revision == saves + 1)
    #expect(try store.load(kept.id) == kept)
    #expect(try store.events(for: kept.id).count == saves + 1)
    #expect(try store.inspection().isSound)
  }

  @Test(.enabled(if: isFull))
  func `a full disk on the server loses nothing that was said to be saved`() throws {
    let (name, server) = (TestServer.newName(), TestServer.full)
    try server.makeStore(name)
    let store = try server.open(name, "ola")
    let isFree = Mutex(true)
    store.keepTrying { _ in if !isFree.withLock({ $0 }) { store.giveUp() } }
    var kept = try store.create(Self.draft)
    var (saves, troubles): (Int, [String: Int]) = (0, [:])
    var random = Seeded(3)
    for _ in 1...12 {
      isFree.withLock { $0 = false }
      try server.control("fill")
      var hasFailed = false
      for _ in 1...400 where !hasFailed {
        // What is typed is still there when it was not saved, and is what is saved next. It does not compress.
        let typed = (0..<400).map { _ in String(random.int(0...999_999), radix: 36) }
        kept.content.give(Answer(typed.joined(separator: " "), source: .told), in: "messageText")
        do throws(StoreFailure) {
          kept = try store.save(kept)
        } catch {
          hasFailed = true
          troubles[error.textKey, default: 0] += 1
          try server.control("free")
          // A server that could not write its log has stopped.
          try? server.control("start")
          isFree.withLock { $0 = true }
          store.waitAgain()
          kept = try store.save(kept)
        }
        saves += 1
      }
      #expect(hasFailed)
    }
    let known = ["full", "outcomeUnknown", "unreachable"].map { "store.failure.\($0)" }
    #expect(Set(troubles.keys).isSubset(of: known), "\(troubles)")
    #expect(troubles["store.failure.full"] != nil, "\(troubles)")
    try expect(kept, saves: saves, in: store)
    print("| full disk on the server | \(saves) saves, \(troubles) | 0 lost, 0 twice |")
  }

  @Test(.enabled(if: isFull))
  func `a network that is cut while somebody saves loses nothing, and nothing is saved twice`()
    throws
  {
    let (name, server, folder) = (TestServer.newName(), TestServer.far, try TemporaryFolder())
    try server.makeStore(name)
    _ = try server.owner(name).ask("ALTER ROLE ola PASSWORD 'ordet'")
    let file = try folder.write("*:*:*:*:ordet\n", to: "pass")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    let proof = "sslrootcert=\(server.folder)/cert"
    let store = try ServerStore(
      at: ServerAddress("postgresql://ola@10.213.77.2:5432/\(name)?passfile=\(file)&\(proof)"),
      redact: { text, _ in text }
    )
    let told = Mutex<[StoreFailure]>([])
    store.keepTrying { failure in
      told.withLock { $0.append(failure) }
      try? server.control("join")
    }
    var kept = try store.create(Self.draft)
    var saves = 0
    for round in 1...6 {
      let isCut = DispatchSemaphore(value: 0)
      DispatchQueue(label: "cut").async {
        try? server.control("cut")
        isCut.signal()
      }
      let before = told.withLock { $0.count }
      // Until one meets the cut, before it is sent or after.
      while told.withLock({ $0.count }) == before {
        saves += 1
        kept.title = "\(round) \(saves)"
        kept = try store.save(kept)
      }
      isCut.wait()
    }
    #expect(told.withLock { Set($0.map(\.textKey)) } == ["store.failure.unreachable"])
    #expect(told.withLock { $0.count } == 6)
    try expect(kept, saves: saves, in: store)
    print("| network cut between hosts | 6 cuts, \(saves) saves | 0 lost, 0 twice |")
  }

  @Test func `a password that runs out while one works keeps what is typed`() throws {
    let (name, server, folder) = (TestServer.newName(), TestServer.faults, try TemporaryFolder())
    try server.makeStore(name)
    let owner = try server.owner(name)
    let role = "r" + name.dropFirst(10)
    _ = try owner.ask("CREATE ROLE \(role) LOGIN PASSWORD 'ordet' IN ROLE veiviser_agent")
    let file = try folder.write("*:*:*:*:ordet\n", to: "pass")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    let proof = "sslrootcert=\(server.folder)/cert"
    let store = try ServerStore(
      at: ServerAddress(
        "postgresql://\(role)@localhost:\(server.port)/\(name)?passfile=\(file)&\(proof)"
      ),
      redact: { text, _ in text }
    )
    var kept = try store.create(Self.draft)
    _ = try owner.ask("ALTER ROLE \(role) VALID UNTIL '2020-01-01'")
    // Whoever is in stays in.
    kept = try store.save(kept)
    _ = try owner.ask(
      "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = $1",
      [role]
    )
    kept.title = "Sørlys"
    let refused = StoreFailure.signInRefused(path: ServerStore.path)
    #expect(throws: refused) { try store.save(kept) }
    #expect(throws: refused) { try store.load(kept.id) }
    _ = try owner.ask("ALTER ROLE \(role) VALID UNTIL 'infinity'")
    kept = try store.save(kept)
    try expect(kept, saves: 2, in: store)
  }

  @Test func `a row that is bad already is told of alone, and the others can be used`() throws {
    let (name, server) = (TestServer.newName(), TestServer.laws)
    try server.makeStore(name)
    let kari = try server.open(name, "kari")
    for _ in 0..<4 { _ = try kari.begin(Self.draft, Caller(), by: kari.own) }
    let owner = try server.owner(name)
    _ = try owner.ask("ALTER TABLE veiviser.case_file DROP CONSTRAINT case_file_content_check")
    let bad = [1001, 1002, 1003].map { CaseID(rawValue: $0) }
    for (id, content) in zip(
      bad,
      [
        #"{"title": null}"#, #"{"answers": 7}"#,
        #"{"answers": [{"field": "a", "answer": {"value": "x", "source": "nobody"}}]}"#,
      ]
    ) {
      _ = try owner.ask(
        "UPDATE veiviser.case_file SET content = content || $2::jsonb WHERE id = $1::bigint",
        [id.text, content]
      )
    }
    let list = try kari.summaries(
      matching: nil,
      statuses: CaseStatus.allCases,
      flows: nil,
      limit: -1,
      offset: 0,
      answers: [.message]
    )
    #expect(list.map(\.id.rawValue) == [1004, 1003, 1002, 1001])
    #expect(list.map(\.isDamaged) == [false, false, false, true])
    for id in bad {
      #expect(throws: StoreFailure.unreadable(id)) { try kari.load(id) }
      #expect(throws: DeskFailure.store(.unreadable(id))) { try kari.entry(id) }
    }
    var sound = try kari.load(CaseID(rawValue: 1004))
    sound.title = "Sørlys"
    #expect(try kari.save(sound).title == "Sørlys")
    // What is damaged can be taken away.
    try kari.delete(bad)
    let left = try kari.queue(.all, for: kari.own, limit: -1, offset: 0, answers: [.message])
    #expect(left.map(\.id.rawValue) == [1004])
    #expect(try kari.inspection().isSound)
  }
}
#endif
