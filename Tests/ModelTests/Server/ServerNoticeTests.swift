#if PostgreSQL
import Synchronization
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// What the server says by itself, when others save.
@Suite struct ServerNoticeTests {
  private static let draft = CaseDraft(flow: "findFault", title: "Nordlys")

  @Test func `a notice that comes along with an answer is kept until notes are taken`() throws {
    let connection = try TestServer.laws.owner()
    #expect(!connection.hasHeard)
    try connection.listen()
    #expect(try connection.takeNotes())
    #expect(try !connection.takeNotes())
    _ = try connection.ask("NOTIFY veiviser")
    #expect(connection.hasHeard)
    #expect(try connection.takeNotes())
    #expect(try !connection.takeNotes())
  }

  @Test func `a listener is told of what came with an answer, and of what may have been missed`()
    throws
  {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let (mine, theirs) = (
      try TestServer.laws.open(name, "ola"), try TestServer.laws.open(name, "kari")
    )
    let connected = Mutex(0)
    let heard = Mutex(0)
    mine.listen(
      ServerListener(
        connected: { _ in connected.withLock { $0 += 1 } },
        heard: { heard.withLock { $0 += 1 } }
      )
    )
    #expect(try mine.takeNotes())
    #expect(heard.withLock { $0 } == 0)
    _ = try mine.create(Self.draft)
    #expect(heard.withLock { $0 } == 1)
    #expect(try mine.takeNotes())
    #expect(connected.withLock { $0 } == 1)

    // While the connection is gone somebody saves, and whoever asks next makes it anew.
    _ = try TestServer.laws.owner().ask(
      "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE usename = 'ola' AND datname = $1",
      [name]
    )
    _ = try theirs.create(Self.draft)
    #expect(try mine.load(CaseID(rawValue: 1002)).content == Self.draft)
    #expect(connected.withLock { $0 } == 2)
    #expect(heard.withLock { $0 } == 2)
    #expect(try mine.takeNotes())
    #expect(try !mine.takeNotes())
  }
}
#endif
