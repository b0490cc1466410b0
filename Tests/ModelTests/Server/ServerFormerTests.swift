#if PostgreSQL
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// What an act says of how the case stood before it, by which it is undone.
@Suite struct ServerFormerTests {
  /// Has Ola take a case of Kari's, with what may be wrong in how it stood before.
  private func take(_ former: String, in name: String) throws {
    let connection = try ServerConnection(TestServer.laws.address(name, "ola"))
    _ = try connection.ask(
      """
      SELECT veiviser.change(gen_random_uuid(), 'act', jsonb_build_object('id', 1001, 'event', 1,
        'kind', 'claimed', 'status', 'open', 'rounds', '[]'::jsonb, 'moves', true,
        'desk', desk || '{"owner": 1001}', 'former', jsonb_build_object('desk', desk || '{"caller": {"words": ""}}',
        'status', 'open', 'act', 'take', 'agent', 1001) \(former))) FROM veiviser.desk_case
      """
    )
  }

  @Test func `nobody makes up what undoing leads back to`() throws {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let kari = try TestServer.laws.open(name, "kari")
    _ = try kari.begin(CaseDraft(flow: "findFault"), Caller(words: "feil"), by: kari.own)
    for former in [
      "- 'agent'", "- 'desk'", "- 'status'", "- 'act'",
      "|| '{\"agent\": 1000}'", "|| '{\"status\": \"closed\"}'", "|| '{\"act\": \"close\"}'",
      "|| jsonb_build_object('desk', desk || '{\"owner\": 1001}')",
      "|| jsonb_build_object('desk', desk || '{\"level\": \"second\"}')",
      "|| jsonb_build_object('desk', desk - 'ownerSince')",
    ] {
      #expect(throws: ServerTrouble.refused("42501"), "\(former)") { try take(former, in: name) }
    }
    #expect(try kari.events(for: CaseID(rawValue: 1001)).count == 1)
    try take("", in: name)
    let ola = try TestServer.laws.open(name, "ola")
    let undone = try ola.undo(CaseID(rawValue: 1001), by: ola.own)
    #expect(undone.desk.owner == kari.own)
    #expect(undone.desk.caller.words == "feil")
  }

  @Test func `what is kept without an agent is nobody's to undo`() throws {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let kari = try TestServer.laws.open(name, "kari")
    let id = try kari.begin(CaseDraft(flow: "findFault"), Caller(), by: kari.own).id
    _ = try kari.perform(.release, on: id, by: kari.own)
    let owner = try TestServer.laws.owner(name)
    _ = try owner.ask("UPDATE veiviser.desk_case SET former = former - 'agent'")
    #expect(throws: DeskFailure.refused(.nothingToUndo)) { try kari.undo(id, by: kari.own) }
  }
}
#endif
