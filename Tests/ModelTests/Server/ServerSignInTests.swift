#if PostgreSQL
import Dispatch
import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// Servers that take their time to let people in, as where many come at once.
@Suite(.serialized) struct ServerSignInTests {
  private static let path = ServerStore.path

  private func open(_ text: String) throws -> ServerStore {
    try ServerStore(at: ServerAddress(text), redact: { text, _ in text })
  }

  @Test func `a server that turns people away and then says nothing is soon told of`() throws {
    let server = try FakeServer()
    DispatchQueue(label: "server").async {
      for number in 1...3 {
        let connection = server.next()
        if number < 3 {
          FakeServer.say("E", Array("SFATAL\0VFATAL\0C28000\0Mno\0\0".utf8), to: connection)
        } else {
          FakeServer.wait(connection, seconds: 12)
        }
        close(connection)
      }
    }
    let start = ContinuousClock.now
    #expect(throws: StoreFailure.signInRefused(path: Self.path)) { try open(server.address) }
    #expect(ContinuousClock.now - start < .seconds(8))
  }

  @Test func `a server that is silent for some seconds and then lets somebody in is waited for`()
    throws
  {
    let server = try FakeServer()
    let first = Mutex<[UInt8]>([])
    let isOver = DispatchSemaphore(value: 0)
    DispatchQueue(label: "server").async {
      let connection = server.next()
      if !FakeServer.wait(connection, seconds: 3) {
        FakeServer.say("R", [0, 0, 0, 0], to: connection)
        FakeServer.say("Z", [UInt8(ascii: "I")], to: connection)
        first.withLock { $0 = FakeServer.read(connection) }
      }
      close(connection)
      isOver.signal()
    }
    // It goes away before it has told anything.
    #expect(throws: StoreFailure.unreachable(path: Self.path)) { try open(server.address) }
    isOver.wait()
    // Whoever came in has asked something.
    #expect(first.withLock { $0.first } == UInt8(ascii: "P"))
  }

  @Test func `a server that has asked for a password and then says nothing has refused nobody`()
    throws
  {
    let server = try FakeServer()
    DispatchQueue(label: "server").async {
      let connection = server.next()
      FakeServer.say("R", [0, 0, 0, 3], to: connection)
      _ = FakeServer.read(connection)
      FakeServer.wait(connection, seconds: 12)
      close(connection)
    }
    let address = try server.address(password: "ordet") + "&connect_timeout=2"
    #expect(throws: StoreFailure.unreachable(path: Self.path)) { try open(address) }
  }

  @Test func `all get in who come at once, each in their own name`() throws {
    let (name, server, folder) = (TestServer.newName(), TestServer.faults, try TemporaryFolder())
    try server.makeStore(name)
    let roles = (1...60).map { "\(name)_\($0)" }
    let owner = try server.owner(name)
    for role in roles {
      _ = try owner.ask("CREATE ROLE \(role) LOGIN PASSWORD 'ordet' IN ROLE veiviser_agent")
    }
    let file = try folder.write("*:*:*:*:ordet\n", to: "pass")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    let proof = "passfile=\(file)&sslrootcert=\(server.folder)/cert"
    let seen = Mutex<Set<AgentID>>([])
    let failures = Mutex<[String]>([])
    let group = DispatchGroup()
    for role in roles {
      group.enter()
      let thread = Thread { [self] in
        do {
          let store = try open("postgresql://\(role)@localhost:\(server.port)/\(name)?\(proof)")
          _ = seen.withLock { $0.insert(store.own) }
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
        group.leave()
      }
      thread.start()
    }
    group.wait()
    #expect(failures.withLock { $0 } == [])
    #expect(seen.withLock { $0.count } == roles.count)
    for role in roles { _ = try owner.ask("DROP ROLE \(role)") }
  }
}
#endif
