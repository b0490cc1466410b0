#if PostgreSQL
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Model
@testable import ServerStore

/// A server that `scripts/test-server` has started for the tests.
struct TestServer {
  /// The folder of its socket.
  let folder: String
  let port: String

  private static func variable(_ name: String) -> String {
    ProcessInfo.processInfo.environment[name] ?? "/nowhere"
  }

  static let laws = TestServer(folder: variable("VEIVISER_TEST_SERVER"), port: "5432")
  /// One that can be stopped and started, and reached over the network.
  static let faults = TestServer(
    folder: variable("VEIVISER_FAULT_SERVER"),
    port: variable("VEIVISER_FAULT_PORT")
  )

  func address(_ database: String, _ role: String) throws -> ServerAddress {
    try ServerAddress("postgresql://\(role)@/\(database)?host=\(folder)&port=\(port)")
  }

  /// A connection of whoever owns the server.
  func owner(_ database: String = "postgres") throws -> ServerConnection {
    try ServerConnection(address(database, "owner"))
  }

  func open(_ database: String, _ role: String) throws -> ServerStore {
    try ServerStore(at: address(database, role), redact: { text, _ in text })
  }

  /// Makes a store in a new database, with Kari, who leads the desk, and Ola.
  func makeStore(_ database: String) throws {
    _ = try owner().ask("CREATE DATABASE \(database)")
    #expect(try ServerStore.setUp(at: address(database, "owner")))
    let connection = try owner(database)
    for (number, role, group) in [(1000, "kari", "veiviser_lead"), (1001, "ola", "veiviser_agent")]
    {
      _ = try connection.ask(
        """
        DO $$ BEGIN
          PERFORM pg_advisory_xact_lock(1);
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(role)') THEN CREATE ROLE \(role) LOGIN; END IF;
          GRANT \(group) TO \(role);
        END $$
        """
      )
      _ = try connection.ask("INSERT INTO veiviser.agent VALUES ($1, $2)", ["\(number)", role])
    }
  }

  /// A name that no other test's database has.
  static func newName() -> String {
    "t" + UUID().uuidString.filter { $0 != "-" }.lowercased()
  }

  /// A store with a clock that tests can set; all others with one are copies of it.
  private static let template: Result<String, any Error> = Result {
    let name = "template_of_tests"
    try laws.makeStore(name)
    let connection = try laws.owner(name)
    _ = try connection.ask("CREATE TABLE veiviser.clock (seconds bigint)")
    _ = try connection.ask("INSERT INTO veiviser.clock VALUES (0)")
    _ = try connection.ask("GRANT SELECT ON veiviser.clock TO veiviser_owner, veiviser_agent")
    _ = try connection.ask(
      """
      CREATE OR REPLACE FUNCTION veiviser.moment() RETURNS bigint LANGUAGE sql STABLE
      AS 'SELECT seconds FROM veiviser.clock'
      """
    )
    return name
  }

  /// A new store whose clock can be set, and its database.
  static func copy() throws -> String {
    let name = newName()
    _ = try laws.owner().ask("CREATE DATABASE \(name) TEMPLATE \(try template.get())")
    return name
  }

  /// Stops or starts it.
  ///
  /// Not by `Process`, which waits for all that a program leaves behind, such as a server.
  func control(_ what: String) throws {
    try #require(system("'\(folder)/control' \(what)") == 0)
  }
}

/// A store on the server as Kari and Ola have it open, each in their own name.
final class ServerDesk: DeskStore {
  let database: String
  let kari: ServerStore
  let ola: ServerStore

  init(_ clock: SetClock, redact: @escaping @Sendable (String, FieldID?) -> String) throws {
    let database = try TestServer.copy()
    self.database = database
    clock.tell { seconds in
      _ = try? TestServer.laws.owner(database).ask(
        "UPDATE veiviser.clock SET seconds = $1",
        ["\(seconds)"]
      )
    }
    func open(_ role: String) throws -> ServerStore {
      try ServerStore(
        at: TestServer.laws.address(database, role),
        words: EitherStore.words,
        redact: redact
      )
    }
    kari = try open("kari")
    ola = try open("ola")
  }

  private func of(_ agent: AgentID?) -> ServerStore { agent == ola.own ? ola : kari }

  func create(_ draft: CaseDraft) throws(StoreFailure) -> Case { try kari.create(draft) }
  func save(_ edited: Case) throws(StoreFailure) -> Case { try kari.save(edited) }
  func load(_ id: CaseID) throws(StoreFailure) -> Case { try kari.load(id) }
  func revision(of id: CaseID) throws(StoreFailure) -> Int? { try kari.revision(of: id) }
  func delete(_ ids: [CaseID]) throws(StoreFailure) { try kari.delete(ids) }

  func summaries(
    matching text: String?,
    statuses: [CaseStatus],
    flows: [FlowID]?,
    limit: Int,
    offset: Int,
    answers fields: [FieldID]
  ) throws(StoreFailure) -> [CaseSummary] {
    try ola.summaries(
      matching: text,
      statuses: statuses,
      flows: flows,
      limit: limit,
      offset: offset,
      answers: fields
    )
  }

  func count(matching text: String?, statuses: [CaseStatus], flows: [FlowID]?, upTo most: Int)
    throws(StoreFailure) -> Int
  {
    try ola.count(matching: text, statuses: statuses, flows: flows, upTo: most)
  }

  func summary(of flow: FlowID, answering field: FieldID, with value: String, except own: CaseID?)
    throws(StoreFailure) -> CaseSummary?
  {
    try ola.summary(of: flow, answering: field, with: value, except: own)
  }

  func due(on day: Day, limit: Int, offset: Int, answers fields: [FieldID]) throws(StoreFailure)
    -> [CaseSummary]
  {
    try ola.due(on: day, limit: limit, offset: offset, answers: fields)
  }

  func dueCount(on day: Day, upTo most: Int) throws(StoreFailure) -> Int {
    try ola.dueCount(on: day, upTo: most)
  }

  func setting(_ key: String) throws(StoreFailure) -> String? { try kari.setting(key) }
  func setSetting(_ key: String, to value: String?) throws(StoreFailure) {
    try kari.setSetting(key, to: value)
  }
  func purge(_ retention: Retention, dryRun: Bool) throws(StoreFailure) -> PurgeReport {
    try kari.purge(retention, dryRun: dryRun)
  }

  func begin(_ draft: CaseDraft, _ caller: Caller, by agent: AgentID) throws(DeskFailure)
    -> DeskEntry
  {
    try of(agent).begin(draft, caller, by: agent)
  }
  func entry(_ id: CaseID) throws(DeskFailure) -> DeskEntry { try ola.entry(id) }
  func perform(_ act: DeskAct, on id: CaseID, by agent: AgentID) throws(DeskFailure) -> DeskEntry {
    try of(agent).perform(act, on: id, by: agent)
  }
  func undo(_ id: CaseID, by agent: AgentID) throws(DeskFailure) -> DeskEntry {
    try of(agent).undo(id, by: agent)
  }
  func describe(_ caller: Caller, of id: CaseID) throws(DeskFailure) -> DeskEntry {
    try ola.describe(caller, of: id)
  }

  func queue(
    _ section: DeskSection,
    for agent: AgentID,
    limit: Int,
    offset: Int,
    answers fields: [FieldID]
  ) throws(StoreFailure) -> [DeskEntry] {
    try ola.queue(section, for: agent, limit: limit, offset: offset, answers: fields)
  }
  func queueCount(_ section: DeskSection, for agent: AgentID, upTo most: Int)
    throws(StoreFailure) -> Int
  {
    try ola.queueCount(section, for: agent, upTo: most)
  }

  func code(of id: CaseID) -> CaseCode { ola.code(of: id) }
  func keep(_ callback: Callback?, of id: CaseID) throws(StoreFailure) {
    try ola.keep(callback, of: id)
  }
  func callback(of id: CaseID) throws(StoreFailure) -> Callback? { try kari.callback(of: id) }
  func forgetCallbacks() throws(StoreFailure) { try ola.forgetCallbacks() }
  func addNote(_ text: String, to id: CaseID, by agent: AgentID?) throws(StoreFailure) -> Note {
    try of(agent).addNote(text, to: id, by: agent)
  }
  func notes(for id: CaseID) throws(StoreFailure) -> [Note] { try kari.notes(for: id) }
  func outcomes(of id: CaseID) throws(StoreFailure) -> [CallOutcome] { try ola.outcomes(of: id) }
  func tallies(from first: Week?, through last: Week?) throws(StoreFailure) -> [Tally] {
    try ola.tallies(from: first, through: last)
  }
  func similar(to likeness: Likeness) throws(StoreFailure) -> SimilarCases? {
    try ola.similar(to: likeness)
  }
  func flags() throws(StoreFailure) -> [FlagCount] { try ola.flags() }
  func shapes(limit: Int) throws(StoreFailure) -> [ShapeCount] { try ola.shapes(limit: limit) }
}
#endif
