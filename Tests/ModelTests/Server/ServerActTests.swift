#if PostgreSQL
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// What the server holds of an act at the desk, whatever program an agent uses.
@Suite struct ServerActTests {
  private static let id = CaseID(rawValue: 1001)
  private static let refused = ServerTrouble.refused("23514")
  private static let denied = ServerTrouble.refused("42501")

  /// A store with a call that Ola has.
  private func makeCall() throws -> (name: String, kari: ServerStore, ola: ServerStore) {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let (kari, ola) = (
      try TestServer.laws.open(name, "kari"), try TestServer.laws.open(name, "ola")
    )
    _ = try ola.begin(CaseDraft(flow: "findFault"), Caller(words: "feil"), by: ola.own)
    return (name, kari, ola)
  }

  /// Has Ola act by hand: what is told of the act, and how it and the desk differ from what a program sends.
  private func act(_ kind: EventKind, desk: String = "", _ rest: String = "", in name: String)
    throws
  {
    _ = try ServerConnection(TestServer.laws.address(name, "ola")).ask(
      """
      SELECT veiviser.change(gen_random_uuid(), 'act', jsonb_build_object('id', 1001, 'event', last_event,
        'kind', $1::text, 'status', 'open', 'rounds', '[]'::jsonb, 'moves', true, 'desk', desk \(desk)) \(rest))
      FROM veiviser.desk_case JOIN veiviser.case_file ON id = case_id
      """,
      [kind.rawValue]
    )
  }

  private func close(_ outcome: String = "", _ rest: String = "", in name: String) throws {
    let whole = CallOutcome(
      edition: .altinn2,
      message: "E2",
      causes: [.registration],
      faults: [.wrongPassword],
      repairs: ["setSystemPassword"],
      result: .notFound,
      flag: .menu,
      secondsToVerdict: 5,
      seconds: 60
    )
    try act(
      .closed,
      desk: "- ARRAY['owner', 'ownerSince']",
      """
      || jsonb_build_object('status', 'closed', 'likeness', '{}'::jsonb,
        'outcome', '\(Change.json(whole))'::jsonb \(outcome)) \(rest)
      """,
      in: name
    )
  }

  @Test func `no call comes to what could not be counted`() throws {
    let (name, kari, _) = try makeCall()
    for outcome in [
      "- 'edition'", "- 'causes'", "- 'faults'", "- 'repairs'", "- 'certainty'", "- 'confirmed'",
      "- 'toldBack'", "- 'result'", "- 'seconds'", "|| '{\"edition\": \"altinn4\"}'",
      "|| '{\"message\": 5}'",
      "|| '{\"causes\": \"x\"}'", "|| '{\"faults\": [1]}'", "|| '{\"repairs\": {}}'",
      "|| '{\"certainty\": \"sure\"}'", "|| '{\"result\": 0}'", "|| '{\"result\": 9}'",
      "|| '{\"result\": 1.0}'", "|| '{\"result\": \"1\"}'", "|| '{\"confirmed\": true}'",
      "|| '{\"toldBack\": \"x\"}'", "|| '{\"flag\": \"x\"}'", "|| '{\"seconds\": -5}'",
      "|| '{\"seconds\": 86401}'", "|| '{\"seconds\": 2.5}'", "|| '{\"secondsToVerdict\": \"x\"}'",
      "|| jsonb_build_object('message', repeat('x', 201))",
    ] {
      #expect(throws: Self.refused, "\(outcome)") { try close(outcome, in: name) }
    }
    for rest in ["- 'likeness'", "|| '{\"likeness\": 1}'"] {
      #expect(throws: Self.refused, "\(rest)") { try close("", rest, in: name) }
    }
    #expect(try kari.events(for: Self.id).count == 1)
    try close(in: name)
    #expect(try kari.tallies(from: nil, through: nil).map(\.count) == [1])
    try kari.delete([Self.id])
    #expect(try kari.tallies(from: nil, through: nil).map(\.count) == [1])
  }

  @Test func `nothing is kept of a call that could not be read`() throws {
    let (name, kari, _) = try makeCall()
    for desk in [
      "- 'line'", "- 'level'", "- 'promise'", "|| '{\"line\": \"x\"}'", "|| '{\"line\": null}'",
      "|| '{\"level\": \"third\"}'", "|| '{\"ownerSince\": \"now\"}'", "|| '{\"ownerSince\": 1.5}'",
      "|| '{\"handedFrom\": -1}'", "|| '{\"handedFrom\": 4294967296}'", "|| '{\"promise\": 1}'",
      "|| '{\"promise\": {\"by\": 1}}'", "|| '{\"promise\": {\"due\": \"2026-12-01\"}}'",
      "|| '{\"promise\": {\"due\": {\"year\": 2026, \"month\": 13, \"day\": 1}}}'",
    ] {
      #expect(throws: Self.refused, "\(desk)") { try act(.saved, desk: desk, in: name) }
    }
    let enemy = try ServerConnection(TestServer.laws.address(name, "ola"))
    for caller in [
      "{}", "1", "{\"words\": 1}", "{\"words\": \"\", \"role\": \"x\"}",
      "{\"words\": \"\", \"language\": \"x\"}",
    ] {
      #expect(throws: Self.refused, "\(caller)") {
        try enemy.ask(
          """
          SELECT veiviser.change(gen_random_uuid(), 'describe', jsonb_build_object('id', 1001,
            'callerWords', '[]'::jsonb, 'caller', $1::jsonb))
          """,
          [caller]
        )
      }
      #expect(throws: Self.refused, "\(caller)") {
        try enemy.ask(
          """
          SELECT veiviser.change(gen_random_uuid(), 'create', jsonb_build_object('content', content,
            'words', '[]'::jsonb, 'callerWords', '[]'::jsonb, 'caller', $1::jsonb)) FROM veiviser.case_file
          """,
          [caller]
        )
      }
    }
    try act(.saved, desk: "|| '{\"line\": \"hold\"}'", in: name)
    let all = try kari.queue(.all, for: kari.own, limit: -1, offset: 0, answers: [])
    #expect(all.map(\.state) == [.hold])
  }

  @Test func `the line in the trail says where the case stands`() throws {
    let (name, kari, ola) = try makeCall()
    for status in ["waiting", "closed"] {
      for kind in [EventKind.saved, .parked, .claimed] {
        #expect(throws: Self.denied, "\(kind) \(status)") {
          try act(kind, "|| '{\"status\": \"\(status)\"}'", in: name)
        }
      }
    }
    for rest in ["|| '{\"status\": \"open\"}'", "|| '{\"status\": \"waiting\"}'"] {
      #expect(throws: Self.denied, "\(rest)") { try close("", rest, in: name) }
    }
    #expect(throws: Self.denied) { try close("|| '{\"result\": 3}'", in: name) }
    // It is not taken up again before it is closed, and not just taken after.
    #expect(throws: Self.denied) { try act(.reopened, in: name) }
    try close(in: name)
    #expect(throws: Self.denied) { try act(.claimed, desk: "|| '{\"owner\": 1001}'", in: name) }
    #expect(try ola.perform(.reopen, on: Self.id, by: ola.own).state == .call)
    #expect(try kari.events(for: Self.id).map(\.kind) == [.created, .closed, .reopened])
  }

  @Test func `what cannot be undone has nothing to go back to`() throws {
    let (name, kari, ola) = try makeCall()
    try close(in: name)
    #expect(throws: Self.denied) {
      try act(
        .reopened,
        desk: "|| '{\"owner\": 1001}'",
        """
        || jsonb_build_object('former', jsonb_build_object('desk', desk, 'status', 'closed', 'act', null,
          'agent', 1001))
        """,
        in: name
      )
    }
    _ = try ola.perform(.reopen, on: Self.id, by: ola.own)
    #expect(throws: DeskFailure.refused(.nothingToUndo)) { try ola.undo(Self.id, by: ola.own) }
    #expect(try kari.events(for: Self.id).map(\.kind) == [.created, .closed, .reopened])
  }

  @Test func `who does not say what they have seen is taken to have seen nothing`() throws {
    let (name, _, _) = try makeCall()
    #expect(throws: ServerTrouble.stale) { try act(.saved, "- 'event'", in: name) }
    #expect(throws: ServerTrouble.stale) {
      try ServerConnection(TestServer.laws.address(name, "ola")).ask(
        """
        SELECT veiviser.change(gen_random_uuid(), 'save',
          jsonb_build_object('id', id, 'content', content, 'words', '[]'::jsonb)) FROM veiviser.case_file
        """
      )
    }
  }

  @Test func `a number is kept for a week at the most`() throws {
    let (name, _, _) = try makeCall()
    _ = try ServerConnection(TestServer.laws.address(name, "ola")).ask(
      """
      SELECT veiviser.change(gen_random_uuid(), 'callback',
        '{"id": 1001, "number": "12345678", "due": "2026-12-01", "last": "infinity"}')
      """
    )
    let kept = try TestServer.laws.owner(name).ask(
      "SELECT last <= veiviser.today() + 7 FROM veiviser.callback"
    )
    #expect(kept.map { $0.isTrue(0) } == [true])
  }
}
#endif
