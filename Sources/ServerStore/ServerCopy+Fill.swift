#if PostgreSQL
import Foundation
package import Model

extension ServerCopy {
  /// Fills the empty store with another; where that was done before, nothing is changed.
  ///
  /// - Parameters:
  ///   - clean: Takes out what must not be kept from every text.
  ///   - name: What somebody was called where the store comes from.
  /// - Throws: `StoreFailure.notEmpty` where something else is kept, and what `StoreCopy` throws.
  package func fill(
    from source: some WholeStore,
    _ clean: (String, FieldID?) -> String,
    _ name: (AgentID) -> String?
  ) throws(StoreFailure) -> StoreCopied {
    guard try isEmpty() else {
      guard try heading() == source.heading(),
        case let found = try StoreCopy.measure(self),
        try StoreCopy.measure(source, clean) == found
      else { throw .notEmpty(path: path) }
      return StoreCopied(found, isNew: false)
    }
    let measure = try StoreCopy.copy(source, to: self, clean)
    let nameless = try takePeople(name)
    try end()
    return StoreCopied(measure, isNew: true, nameless: nameless)
  }

  /// A case as it is sent, with what it is found by.
  private struct Sent: Encodable {
    let whole: WholeCase
    let own: [String]
    let said: [String]
    let result: String?
  }

  package func add(_ cases: [WholeCase]) throws(StoreFailure) {
    let sent = cases.map { whole in
      let found = whole.words(words)
      return Sent(whole: whole, own: found.own.sorted(), said: found.said, result: found.result)
    }
    _ = try ask(
      """
      WITH sent AS MATERIALIZED (
        SELECT value AS s, value->'whole' AS w, value->'whole'->'kept' AS k,
          (value->'whole'->'kept'->>'id')::bigint AS id
        FROM jsonb_array_elements($1::jsonb)
      ), cases AS (
        INSERT INTO veiviser.case_file (id, revision, created, updated, last_event, content)
        SELECT id, (k->>'revision')::bigint, (k->>'created')::bigint, (k->>'updated')::bigint,
          (w->>'lastEvent')::bigint, k->'content' FROM sent
      ), notes AS (
        INSERT INTO veiviser.note (event, case_id, text, created, who)
        SELECT (n->>'id')::bigint, id, n->>'text', (n->>'when')::bigint, (n->>'who')::bigint
        FROM sent, jsonb_array_elements(w->'notes') AS n
      ), desks AS (
        INSERT INTO veiviser.desk_case (case_id, stamp, desk, former, former_event, status)
        SELECT id, (w->'desk'->>'stamp')::bigint, w->'desk'->'desk', w->'desk'->'former',
          (w->'desk'->>'formerEvent')::bigint, k->'content'->>'status' FROM sent WHERE w ? 'desk'
      ), calls AS (
        INSERT INTO veiviser.outcome (case_id, number, day, outcome, likeness, reopened, is_last)
        SELECT id, (o->>'number')::bigint, veiviser.day(o->'day')::date, o->'outcome',
          jsonb_strip_nulls(jsonb_build_object('edition', o->'outcome'->'edition', 'message',
            o->'outcome'->'message', 'service', o->'service', 'owner', o->'owner', 'role', o->'role')),
          (o->>'reopened')::boolean, (o->>'isLast')::boolean
        FROM sent, jsonb_array_elements(w->'calls') AS o
      ), callbacks AS (
        INSERT INTO veiviser.callback (case_id, number, due, last)
        SELECT id, w->'callback'->>'number', veiviser.day(w->'callback'->'due')::date,
          veiviser.day(w->'callback'->'last')::date FROM sent WHERE w ? 'callback'
      )
      INSERT INTO veiviser.word (case_id, kind, word)
      SELECT DISTINCT id, kind, word FROM sent, LATERAL (
        SELECT 'a'::"char" AS kind, jsonb_array_elements_text(s->'own') AS word
        UNION ALL SELECT 'c', jsonb_array_elements_text(s->'said')
        UNION ALL SELECT 'r', s->>'result' WHERE s ? 'result') AS f
      """,
      [Change.json(sent)]
    )
  }

  package func add(_ lines: [WholeLine]) throws(StoreFailure) {
    struct Sent: Encodable {
      let id, about, who, created: Int64
      let kind, subject, digest: String
    }
    let sent = lines.map { whole in
      let line = whole.line
      return Sent(
        id: line.id,
        about: line.caseID,
        who: line.who,
        created: line.created,
        kind: line.kind,
        subject: line.subject,
        digest: Data(whole.digest).base64EncodedString()
      )
    }
    _ = try ask(
      """
      INSERT INTO veiviser.event (id, case_id, who, created, kind, subject, digest)
      SELECT (l->>'id')::bigint, (l->>'about')::bigint, (l->>'who')::bigint, (l->>'created')::bigint,
        l->>'kind', l->>'subject', decode(l->>'digest', 'base64') FROM jsonb_array_elements($1::jsonb) AS l
      """,
      [Change.json(sent)]
    )
  }

  package func add(_ tallies: [Tally]) throws(StoreFailure) {
    _ = try ask(
      """
      INSERT INTO veiviser.tally (\(ServerStore.tallyColumns))
      SELECT k->>'week', k->>'edition', coalesce(k->>'message', ''), coalesce(k->>'cause', ''),
        coalesce(k->>'fault', ''), (k->>'result')::integer, k->>'confirmed', (t->>'count')::bigint,
        (t->>'reopened')::bigint, (t->>'toldBack')::bigint, (t->>'seconds')::bigint, (t->>'verdicts')::bigint,
        (t->>'secondsToVerdict')::bigint
      FROM jsonb_array_elements($1::jsonb) AS t, LATERAL (SELECT t->'key' AS k) AS key
      """,
      [Change.json(tallies)]
    )
  }

  package func add(_ followUps: [FollowUps]) throws(StoreFailure) {
    let sent = followUps.map { counted in
      ["due": counted.due.text, "onDay": "\(counted.onDay)", "late": "\(counted.late)"]
    }
    _ = try ask(
      """
      INSERT INTO veiviser.follow_up (due, on_day, late)
      SELECT f->>'due', (f->>'onDay')::bigint, (f->>'late')::bigint FROM jsonb_array_elements($1::jsonb) AS f
      """,
      [Change.json(sent)]
    )
  }

  package func take(_ heading: StoreHeading) throws(StoreFailure) {
    func hex(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
    _ = try ask(
      "UPDATE veiviser.meta SET identity = $1::uuid, created = $2::bigint, code_key = decode($3, 'base64')",
      [heading.identity, "\(heading.created.rawValue)", hex(heading.codeKey)]
    )
    _ = try ask(
      """
      UPDATE veiviser.head SET event = $1::bigint, digest = decode($2, 'base64'), start_event = $3::bigint,
        start_digest = decode($4, 'base64'), last_case = $5::bigint
      """,
      [
        "\(heading.head.event)", hex(heading.head.digest), "\(heading.start.event)",
        hex(heading.start.digest), "\(heading.lastCase)",
      ]
    )
  }

  /// Gives those whom the copied store knows the numbers they have there, where the server has a role of the
  /// same name; nobody else keeps a number that is theirs.
  ///
  /// - Parameter name: What somebody was called where the store comes from.
  /// - Returns: How many it knows who have no role here.
  package func takePeople(_ name: (AgentID) -> String?) throws(StoreFailure) -> Int {
    let rows = try ask(
      """
      SELECT who FROM veiviser.event UNION SELECT who FROM veiviser.note WHERE who IS NOT NULL
      UNION SELECT owner FROM veiviser.desk_case WHERE owner IS NOT NULL
      UNION SELECT (desk->>'handedFrom')::bigint FROM veiviser.desk_case WHERE desk ? 'handedFrom' ORDER BY 1
      """
    )
    let numbers = rows.compactMap { $0.values[0].flatMap { UInt32($0) } }
    guard !numbers.isEmpty else { return 0 }
    let people = numbers.map { number in
      ["number": "\(number)", "name": name(AgentID(rawValue: number)) ?? ""]
    }
    // Numbers that others have here become free first; a new one is above all that are known.
    for step in [
      """
      SELECT setval('veiviser.agent_number', greatest(last_value, (SELECT max((p->>'number')::bigint) + 1
        FROM jsonb_array_elements($1::jsonb) AS p WHERE (p->>'number')::bigint < 4000000000))) FROM veiviser.agent_number
      """,
      Self.renumber(
        """
        SELECT a.number AS old, nextval('veiviser.agent_number') AS new FROM veiviser.agent AS a
        JOIN jsonb_array_elements($1::jsonb) AS p ON (p->>'number')::bigint = a.number
        WHERE p->>'name' <> a.role
        """
      ),
      Self.renumber(
        """
        SELECT a.number AS old, (p->>'number')::bigint AS new FROM veiviser.agent AS a
        JOIN jsonb_array_elements($1::jsonb) AS p ON p->>'name' = a.role
        WHERE (p->>'number')::bigint <> a.number
        """
      ),
      """
      INSERT INTO veiviser.agent (number, role)
      SELECT (p->>'number')::bigint, r.rolname FROM jsonb_array_elements($1::jsonb) AS p
      JOIN pg_roles AS r ON r.rolname = p->>'name' AND r.rolcanlogin ON CONFLICT DO NOTHING
      """,
    ] { _ = try ask(step, [Change.json(people)]) }
    let known = try names()
    return numbers.count { known[AgentID(rawValue: $0)] == nil }
  }

  /// Gives people other numbers wherever they are named by them.
  private static func renumber(_ moved: String) -> String {
    """
    WITH moved AS MATERIALIZED (\(moved)), settings AS (
      UPDATE veiviser.setting SET who = new FROM moved WHERE who = old
    ), calls AS (UPDATE veiviser.done SET who = new FROM moved WHERE who = old)
    UPDATE veiviser.agent SET number = new FROM moved WHERE number = old
    """
  }
}
#endif
