import Model

/// A case at the desk as programs read it.
struct DeskReport: Encodable {
  let number: Int64
  let code: String
  let state: String
  let owner: String?
  let line: String
  let level: String
  let callerRole: String?
  let callerWords: String?
  let language: String?
  let due: String?
  let dueBy: String?
  let handedFrom: String?
  let record: RecordReport
  let notes: [Note]?

  struct Note: Encodable {
    let text: String
    let when: String
    let who: String?
  }

  /// - Parameter people: Who the numbers of the store are.
  init(
    _ entry: DeskEntry,
    _ people: any People,
    _ record: RecordReport? = nil,
    notes: [Model.Note]? = nil
  ) {
    let desk = entry.desk
    number = entry.id.rawValue
    code = entry.code.description
    state = entry.state.rawValue
    owner = desk.owner.map(people.name)
    line = desk.line.rawValue
    level = desk.level.rawValue
    callerRole = desk.caller.role?.rawValue
    callerWords = desk.caller.words.isEmpty ? nil : desk.caller.words
    language = desk.caller.language?.rawValue
    due = desk.promise.due?.text
    dueBy = desk.promise.by?.rawValue
    handedFrom = desk.handedFrom.map(people.name)
    self.record = record ?? RecordReport(entry.summary)
    self.notes = notes?.map { note in
      Note(
        text: note.text,
        when: note.when.utc,
        who: note.who.map { people.name(of: AgentID(rawValue: $0)) }
      )
    }
  }
}
