#if PostgreSQL
import Glibc
import TestSupport
import Testing

/// A server that says what a test has it say, on a socket.
final class FakeServer: Sendable {
  private let folder: TemporaryFolder
  private let listener: Int32

  init() throws {
    folder = try TemporaryFolder()
    listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_un()
    place.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &place.sun_path) {
      $0.copyBytes(from: folder.file(".s.PGSQL.5432").utf8)
    }
    let isBound = withUnsafePointer(to: &place) { place in
      place.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(isBound == 0 && listen(listener, 8) == 0)
  }

  deinit { close(listener) }

  var address: String { "postgresql://ola@/db?host=\(folder.path)&port=5432" }
  /// One by which somebody signs in with a password.
  func address(password: String) throws -> String {
    let file = try folder.write("*:*:*:*:\(password)\n", to: "pass")
    try #require(chmod(file, 0o600) == 0)
    return "\(address)&passfile=\(file)"
  }

  /// Takes in the next who comes, and reads what they ask first.
  func next() -> Int32 {
    let connection = accept(listener, nil, nil)
    _ = Self.read(connection)
    return connection
  }

  /// What somebody sends next; nothing where they have gone.
  static func read(_ connection: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(connection, &bytes, bytes.count)
    return Array(bytes.prefix(max(0, count)))
  }

  /// Says something of one kind, such as `E` for that it went wrong.
  static func say(_ kind: Character, _ words: [UInt8], to connection: Int32) {
    let answer = [kind.asciiValue ?? 0, 0, 0, 0, UInt8(words.count + 4)] + words
    // Without the signal that would end the tests where the other has gone.
    _ = send(connection, answer, answer.count, Int32(MSG_NOSIGNAL))
  }

  /// Says nothing until the other lets go, or so many seconds are over.
  ///
  /// - Returns: Whether the other let go.
  @discardableResult
  static func wait(_ connection: Int32, seconds: Int32) -> Bool {
    var waiting = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, 1000 * seconds) > 0
  }
}
#endif
