#if PostgreSQL
@testable import Model
@testable import ServerStore

/// A store on the server as Kari and Ola have it open, each in their own name.
final class ServerDesk: DeskStore {
  let database: String
  let kari: ServerStore
  let ola: ServerStore

  /// - Parameter database: One that is there; else a new one.
  init(
    _ clock: SetClock,
    database: String? = nil,
    redact: @escaping @Sendable (String, FieldID?) -> String
  ) throws {
    let database = try database ?? TestServer.copy()
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
  func calls(matching text: String, of flows: [FlowID], limit: Int, answers fields: [FieldID])
    throws(StoreFailure) -> [DeskEntry]
  {
    try ola.calls(matching: text, of: flows, limit: limit, answers: fields)
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
  func followUps() throws(StoreFailure) -> [FollowUps] { try ola.followUps() }
  func similar(to likeness: Likeness) throws(StoreFailure) -> SimilarCases? {
    try ola.similar(to: likeness)
  }
  func flags() throws(StoreFailure) -> [FlagCount] { try ola.flags() }
  func shapes(limit: Int) throws(StoreFailure) -> [ShapeCount] { try ola.shapes(limit: limit) }
}
#endif
