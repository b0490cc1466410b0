#if PostgreSQL
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// What goes when its time is up, or with the case that it is of.
@Suite struct ServerPurgeTests {
  @Test func `the trail and the keys go some at a time until none is left`() throws {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let owner = try TestServer.laws.owner(name)
    for sql in [
      """
      INSERT INTO veiviser.event SELECT n, 0, 1000, 0, 'saved', '', sha256(int8send(n))
      FROM generate_series(1::bigint, 10001) AS n
      """,
      "UPDATE veiviser.head SET event = 10001, digest = sha256(int8send(10001))",
      """
      INSERT INTO veiviser.done SELECT gen_random_uuid(), 1000, '', 0, '{}' FROM generate_series(1, 15001)
      """,
    ] { _ = try owner.ask(sql) }
    let kari = try TestServer.laws.open(name, "kari")
    let first = try kari.tell("purge", Change(rules: [], trail: 365))
    #expect(first.lines == 5000 && first.more == true)
    let left = try owner.ask("SELECT count(*) FROM veiviser.done WHERE made = 0").first?.values
    #expect(left == ["10001"])
    let report = try kari.purge(Retention(trail: 365, cases: []), dryRun: false)
    #expect(report.trailLines == 5001)
    #expect(try owner.ask("SELECT FROM veiviser.event WHERE created = 0").isEmpty)
    #expect(try owner.ask("SELECT FROM veiviser.done WHERE made = 0").isEmpty)
    #expect(try kari.inspection().isSound)
  }

  @Test func `nothing of a round is left when its case is deleted`() throws {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let kari = try TestServer.laws.open(name, "kari")
    let owner = try TestServer.laws.owner(name)
    let round = Round(answers: [StoredAnswer(field: "message", answer: Answer("E2", source: .told))]
    )
    let kept = try kari.create(CaseDraft(flow: "findFault", rounds: [round]))
    let other = try kari.create(CaseDraft(flow: "findFault", rounds: [round]))
    func holding() throws -> [String?] {
      try owner.ask(
        "SELECT answer->>'id' FROM veiviser.done WHERE answer::text LIKE '%E2%' ORDER BY 1"
      )
      .map { $0.values[0] }
    }
    #expect(try holding() == ["1001", "1002"])
    try kari.delete([kept.id])
    #expect(try holding() == ["1002"])
    #expect(try kari.load(other.id) == other)
  }
}
#endif
