#if PostgreSQL
import Foundation
package import Model
import Synchronization

/// What there is to know about a store on a server.
package struct ServerReport: Hashable, Codable, Sendable {
  /// The identity the store got when it was made.
  package let identity: String
  package let created: Timestamp
  package let bytes: Int64
  package let serverVersion: String
  package let shape: Int
  package let cases: Int
  package let notes: Int
  package let events: Int
  /// The end of the trail, to be noted down elsewhere and held against the trail another day.
  package let trailHead: String
  /// The first line of the trail that is not as it was written, or missing; `nil` when all fit.
  package let trailBrokenAt: Int64?

  package var isSound: Bool { trailBrokenAt == nil }
}

extension ServerStore {
  /// Makes the store, or brings it up to date; only somebody who may make roles and schemas can.
  ///
  /// - Returns: Whether there was none.
  /// - Throws: `StoreFailure.newer` for one of a shape that is not known.
  package static func setUp(at address: ServerAddress, unproven: () -> Void = {})
    throws(StoreFailure) -> Bool
  {
    try setUp(at: address, .current, unproven)
  }

  static func setUp(at address: ServerAddress, _ schema: ServerSchema, _ unproven: () -> Void = {})
    throws(StoreFailure) -> Bool
  {
    do throws(ServerTrouble) {
      let connection = try ServerConnection(address)
      if connection.isUnproven { unproven() }
      try connection.takeTime()
      _ = try connection.ask("BEGIN")
      // What another's setup has made meanwhile is looked at, so it is waited for first.
      _ = try connection.ask("SELECT pg_advisory_xact_lock(7306081976)")
      let isThere = try connection.ask("SELECT to_regclass('veiviser.meta') IS NOT NULL").first?
        .isTrue(0)
      if isThere == true {
        let shape = try connection.ask("SELECT shape FROM veiviser.meta").first?.values[0]
        guard let shape = shape.flatMap({ Int($0) }), shape <= schema.shape else {
          throw .shape(isNewer: true)
        }
        try schema.upgrade(from: shape, on: connection)
      }
      try connection.run(schema.whole)
      _ = try connection.ask("COMMIT")
      return isThere != true
    } catch {
      throw StoreFailure(error)
    }
  }

  /// What is said of the desk; its groups are roles.
  package func deskSetup() throws(StoreFailure) -> DeskSetup {
    let text = try ask("SELECT desk FROM veiviser.meta").first?.values[0] ?? "{}"
    guard let setup = DeskSetup(json: Data(text.utf8)) else {
      throw .damaged(path: Self.path, what: .malformed)
    }
    return setup
  }

  /// Everybody who has a number here, by it, as the server calls them; read once.
  ///
  /// - Parameter anew: Whether they are read again, for somebody who has come since.
  package func agents(anew: Bool = false) throws(StoreFailure) -> [AgentID: String] {
    if !anew, let known = names.withLock({ $0 }) { return known }
    let rows = try ask("SELECT number, role FROM veiviser.agent")
    let pairs = try read(rows) { row in
      (AgentID(rawValue: UInt32(truncatingIfNeeded: try row.number(0))), try row.text(1))
    }
    let found = Dictionary(pairs) { $1 }
    names.withLock { $0 = found }
    return found
  }

  /// What the server calls somebody; `nil` for a number that nobody has.
  package func role(of agent: AgentID) throws(StoreFailure) -> String? {
    if let known = try agents()[agent] { return known }
    return try agents(anew: true)[agent]
  }

  /// The roles that whoever is signed in has.
  package func roles() throws(StoreFailure) -> Set<String> {
    let rows = try ask(
      "SELECT rolname FROM pg_roles WHERE pg_has_role(session_user, oid, 'member')"
    )
    return Set(rows.compactMap { $0.values[0] })
  }

  /// Whether there is a role of a name.
  package func hasRole(named name: String) throws(StoreFailure) -> Bool {
    try ask("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", [name]).first?
      .isTrue(0) == true
  }

  /// Looks the whole trail over.
  ///
  /// - Parameter known: A head noted down earlier, as `line:digest`, which the trail must still hold.
  package func inspection(against known: String? = nil) throws(StoreFailure) -> ServerReport {
    let noted = known?.split(separator: ":").map(String.init)
    let rows = try ask(
      """
      WITH line AS (
        SELECT e.id, e.digest,
          lag(e.id, 1, h.start_event) OVER w + 1 AS expected,
          sha256(lag(e.digest, 1, h.start_digest) OVER w || int8send(e.id) || int8send(e.case_id)
            || int8send(e.who) || int8send(e.created)
            || int8send(octet_length(e.kind)::bigint) || convert_to(e.kind, 'UTF8')
            || int8send(octet_length(e.subject)::bigint) || convert_to(e.subject, 'UTF8')) AS fitting
        FROM veiviser.event AS e, veiviser.head AS h WINDOW w AS (ORDER BY e.id)
      )
      SELECT m.identity, m.created, pg_database_size(current_database()), current_setting('server_version'),
        m.shape, (SELECT count(*) FROM veiviser.case_file), (SELECT count(*) FROM veiviser.note),
        (SELECT count(*) FROM line), h.event || ':' || encode(h.digest, 'hex'),
        least(
          (SELECT min(expected) FROM line WHERE id <> expected OR digest <> fitting),
          (SELECT last.id + 1 FROM (SELECT coalesce(max(id), h.start_event) AS id FROM line) AS last
            WHERE last.id <> h.event),
          CASE WHEN (SELECT l.digest FROM line AS l ORDER BY id DESC LIMIT 1) <> h.digest THEN h.event END,
          CASE WHEN $1::bigint > h.start_event AND NOT EXISTS (
            SELECT FROM line AS l WHERE l.id = $1 AND encode(l.digest, 'hex') = $2) THEN $1 END)
      FROM veiviser.meta AS m, veiviser.head AS h
      """,
      [noted?.first, noted?.last]
    )
    let report = try read(rows) { row in
      ServerReport(
        identity: try row.text(0),
        created: try row.moment(1),
        bytes: try row.number(2),
        serverVersion: try row.text(3),
        shape: Int(try row.number(4)),
        cases: Int(try row.number(5)),
        notes: Int(try row.number(6)),
        events: Int(try row.number(7)),
        trailHead: try row.text(8),
        trailBrokenAt: row.values[9].flatMap { Int64($0) }
      )
    }.first
    guard let report else { throw .notSetUp(path: Self.path) }
    return report
  }
}
#endif
