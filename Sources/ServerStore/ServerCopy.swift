#if PostgreSQL
import Foundation
package import Model

/// A store on a server within one transaction, read from end to end or filled.
///
/// Nobody saves in it meanwhile: whoever tries is told that it is busy.
package final class ServerCopy: FillableStore {
  package let path: String
  private let connection: ServerConnection
  let words: CaseWords

  /// Begins; only somebody who has the role that owns the store may.
  ///
  /// - Throws: `StoreFailure.denied`, and whatever keeps a server from being reached.
  ///
  /// - Parameters:
  ///   - words: What cases are found by.
  ///   - path: What a failure names.
  ///   - unproven: Called where the server has not proved who it is.
  package init(
    at address: ServerAddress,
    words: CaseWords,
    called path: String = ServerStore.path,
    unproven: () -> Void = {}
  ) throws(StoreFailure) {
    self.words = words
    self.path = path
    do throws(ServerTrouble) {
      connection = try ServerConnection(address)
      try connection.takeTime()
      if connection.isUnproven { unproven() }
      try ServerStore.checkShape(connection)
      // The lock comes before the first look, which settles the moment that all is seen as of.
      for step in [
        "BEGIN ISOLATION LEVEL REPEATABLE READ", "SET LOCAL ROLE veiviser_owner",
        "LOCK TABLE veiviser.head IN EXCLUSIVE MODE",
      ] { _ = try connection.ask(step) }
    } catch {
      throw StoreFailure(error, at: path, ofSaving: false)
    }
  }

  /// Asks within the transaction; where the connection breaks, nothing is changed.
  func ask(_ sql: String, _ values: [String?] = []) throws(StoreFailure) -> [ServerRow] {
    do throws(ServerTrouble) {
      return try connection.ask(sql, values)
    } catch {
      throw StoreFailure(error, at: path, ofSaving: false)
    }
  }

  private func read<Value>(_ rows: [ServerRow], _ body: (ServerRow) throws -> Value)
    throws(StoreFailure) -> [Value]
  {
    do { return try rows.map(body) } catch { throw .damaged(path: path, what: .malformed) }
  }

  /// Whether nothing has ever been kept in it.
  package func isEmpty() throws(StoreFailure) -> Bool {
    try ask(
      """
      SELECT event = 0 AND last_case = 1000 AND NOT EXISTS (SELECT FROM veiviser.case_file)
        AND NOT EXISTS (SELECT FROM veiviser.event) AND NOT EXISTS (SELECT FROM veiviser.tally)
        AND NOT EXISTS (SELECT FROM veiviser.follow_up)
      FROM veiviser.head
      """
    ).first?.isTrue(0) == true
  }

  /// Ends, and keeps what was filled in; without it nothing of that is kept.
  ///
  /// - Throws: `StoreFailure.outcomeUnknown` where the answer is lost.
  package func end() throws(StoreFailure) {
    do throws(ServerTrouble) {
      _ = try connection.ask("NOTIFY veiviser")
      _ = try connection.ask("COMMIT")
    } catch {
      throw StoreFailure(error, at: path)
    }
  }

  /// What the server calls everybody, by their numbers.
  package func names() throws(StoreFailure) -> [AgentID: String] {
    let pairs = try read(ask("SELECT number, role FROM veiviser.agent")) { row in
      (AgentID(rawValue: UInt32(truncatingIfNeeded: try row.number(0))), try row.text(1))
    }
    return Dictionary(pairs) { $1 }
  }

  package func heading() throws(StoreFailure) -> StoreHeading {
    let rows = try ask(
      """
      SELECT replace(m.identity::text, '-', ''), m.created, encode(m.code_key, 'base64'), h.last_case,
        h.start_event || ':' || encode(h.start_digest, 'hex'), h.event || ':' || encode(h.digest, 'hex')
      FROM veiviser.meta AS m, veiviser.head AS h
      """
    )
    let found = try read(rows) { row in
      guard let key = Data(base64Encoded: try row.text(2)), let start = TrailHead(try row.text(4)),
        let head = TrailHead(try row.text(5))
      else { throw ServerRow.Damaged() }
      return StoreHeading(
        identity: try row.text(0),
        created: try row.moment(1),
        codeKey: Array(key),
        lastCase: try row.number(3),
        start: start,
        head: head
      )
    }.first
    guard let found else { throw .notSetUp(path: path) }
    return found
  }

  package func wholeCases(after id: Int64, limit: Int) throws(StoreFailure) -> [WholeCase] {
    let rows = try ask(
      """
      SELECT c.id, jsonb_build_object(
        'kept', jsonb_build_object('id', c.id, 'revision', c.revision, 'created', c.created,
          'updated', c.updated, 'content', c.content),
        'lastEvent', c.last_event,
        'notes', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.event, 'text', n.text,
            'when', n.created, 'who', n.who) ORDER BY n.event), '[]')
          FROM veiviser.note AS n WHERE n.case_id = c.id),
        'desk', (SELECT jsonb_build_object('desk', d.desk, 'stamp', d.stamp, 'former', d.former,
            'formerEvent', d.former_event) FROM veiviser.desk_case AS d WHERE d.case_id = c.id),
        'calls', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', o.number, 'day', \(Self.day("o.day")),
            'outcome', o.outcome, 'service', o.likeness->'service', 'owner', o.likeness->'owner',
            'role', o.likeness->'role', 'reopened', o.reopened, 'isLast', o.is_last) ORDER BY o.number), '[]')
          FROM veiviser.outcome AS o WHERE o.case_id = c.id),
        'callback', (SELECT jsonb_build_object('number', b.number, 'due', \(Self.day("b.due")),
            'last', \(Self.day("b.last"))) FROM veiviser.callback AS b WHERE b.case_id = c.id))
      FROM veiviser.case_file AS c WHERE c.id > $1::bigint ORDER BY c.id LIMIT $2::bigint
      """,
      ["\(id)", "\(limit)"]
    )
    var found: [WholeCase] = []
    for row in rows {
      guard let whole = try? row.json(1) as WholeCase else {
        throw .unreadable(CaseID(rawValue: (try? row.number(0)) ?? 0))
      }
      found.append(whole)
    }
    return found
  }

  /// A day as the program writes it.
  private static func day(_ column: String) -> String {
    let parts = ["year", "month", "day"].map { "'\($0)', extract(\($0) FROM \(column))::integer" }
    return "jsonb_build_object(\(parts.joined(separator: ", ")))"
  }

  package func wholeLines(after line: Int64, limit: Int) throws(StoreFailure) -> [WholeLine] {
    let rows = try ask(
      """
      SELECT id, case_id, who, created, kind, subject, encode(digest, 'base64') FROM veiviser.event
      WHERE id > $1::bigint ORDER BY id LIMIT $2::bigint
      """,
      ["\(line)", "\(limit)"]
    )
    return try read(rows) { row in
      let line = TrailLine(
        id: try row.number(0),
        caseID: try row.number(1),
        who: try row.number(2),
        created: try row.number(3),
        kind: try row.text(4),
        subject: try row.text(5)
      )
      return WholeLine(line, digest: Array(Data(base64Encoded: try row.text(6)) ?? Data()))
    }
  }

  package func keptTallies() throws(StoreFailure) -> [Tally] {
    let rows = try ask("SELECT \(ServerStore.tallyColumns) FROM veiviser.tally")
    return try read(rows, ServerStore.tally)
  }

  package func keptFollowUps() throws(StoreFailure) -> [FollowUps] {
    try read(ask("SELECT due, on_day, late FROM veiviser.follow_up"), ServerStore.followUp)
  }
}
#endif
