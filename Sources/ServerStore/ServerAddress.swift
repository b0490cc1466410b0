#if PostgreSQL
import CPostgres
package import Model

/// Where a store is on a server: what libpq reads, as `postgresql://…` or `service=…`.
package struct ServerAddress: Hashable, Sendable {
  let text: String

  /// Takes an address without a password, which would be seen by everybody on the machine.
  ///
  /// - Throws: `StoreFailure.passwordGiven`, or `.addressUnusable` where libpq cannot read it.
  package init(_ text: String) throws(StoreFailure) {
    let options = PQconninfoParse(text, nil)
    defer { PQconninfoFree(options) }
    guard var option = options else { throw .addressUnusable(path: ServerStore.path) }
    while let name = option.pointee.keyword {
      let isSecret = ["password", "sslpassword"].contains(String(cString: name))
      guard !isSecret || option.pointee.val == nil else {
        throw .passwordGiven(path: ServerStore.path)
      }
      option += 1
    }
    self.text = text
  }

  /// How long the server works on one thing, and waits for another's lock.
  private static let limits =
    "-c statement_timeout=\(ServerStore.statementSeconds)s -c lock_timeout=\(ServerStore.lockSeconds)s"
  /// What the server refuses calls of another shape by.
  private static let shape = "-c veiviser.shape=\(ServerSchema.current.shape)"

  /// What the connection is asked for, the later before the earlier, and all before what the machine is set to.
  ///
  /// A server that is not on the machine must prove who it is, unless the address says otherwise.
  ///
  /// - Parameter seconds: How long the server may take to let somebody in.
  func options(within seconds: Int) -> [(name: String, value: String)] {
    [
      ("connect_timeout", "\(seconds)"), ("tcp_user_timeout", "5000"), ("keepalives_idle", "5"),
      ("keepalives_interval", "2"), ("keepalives_count", "3"), ("sslmode", "verify-full"),
      ("application_name", "veiviser"), ("options", "\(Self.limits) \(Self.shape)"),
      ("dbname", text),
      ("client_encoding", "UTF8"),
    ]
  }
}
#endif
