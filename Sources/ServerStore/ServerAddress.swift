#if PostgreSQL
import CPostgres
package import Model

/// Where a store is on a server: what libpq reads, as `postgresql://…` or `service=…`.
package struct ServerAddress: Hashable, Sendable {
  let text: String
  /// What it would have set for its sessions.
  private let given: String

  /// Takes an address without a password, which would be seen by everybody on the machine.
  ///
  /// - Throws: `StoreFailure.passwordGiven`, or `.addressUnusable` where libpq cannot read it.
  package init(_ text: String) throws(StoreFailure) {
    let options = PQconninfoParse(text, nil)
    defer { PQconninfoFree(options) }
    guard var option = options else { throw .addressUnusable(path: ServerStore.path) }
    var given = ""
    while let name = option.pointee.keyword.map({ String(cString: $0) }) {
      if let value = option.pointee.val {
        guard !["password", "sslpassword"].contains(name) else {
          throw .passwordGiven(path: ServerStore.path)
        }
        if name == "options" { given = String(cString: value) }
      }
      option += 1
    }
    self.text = text
    self.given = given
  }

  /// How long the server works on one thing, and waits for another's lock.
  private static let limits =
    "-c statement_timeout=\(ServerStore.statementSeconds)s -c lock_timeout=\(ServerStore.lockSeconds)s"
  /// What it takes for a question to be shared among several processes: they take longer to begin than a search does,
  /// and keep the processors from others.
  private static let shared = "-c parallel_setup_cost=20000"
  /// What the server refuses calls of another shape by.
  private static let shape = "-c veiviser.shape=\(ServerSchema.current.shape)"
  /// Where it looks for functions: never among those that others may have made.
  private static let functions = "-c search_path=pg_catalog,pg_temp"

  /// What the connection is asked for, the later before the earlier, and all before what the machine is set to.
  ///
  /// What the address sets for its sessions may be other than the first two, but never what protects the store.
  ///
  /// A server that is not on the machine must prove who it is, unless the address says otherwise.
  ///
  /// - Parameter seconds: How long the server may take to let somebody in.
  func options(within seconds: Int) -> [(name: String, value: String)] {
    [
      ("connect_timeout", "\(seconds)"), ("tcp_user_timeout", "5000"), ("keepalives_idle", "5"),
      ("keepalives_interval", "2"), ("keepalives_count", "3"), ("sslmode", "verify-full"),
      ("application_name", "veiviser"), ("dbname", text),
      ("options", "\(Self.limits) \(Self.shared) \(given) \(Self.shape) \(Self.functions)"),
      ("client_encoding", "UTF8"),
    ]
  }
}
#endif
