/// The case of one call in training: by the rules of the desk, in memory alone, and gone with the process.
///
/// It is a value that holds its own cases, so that by its type no store there is can be reached with it.
package struct MemoryCall: Sendable {
  private var cases = MemoryCases()
  private var id: CaseID?

  /// Whoever is trained has no name.
  private static let agent = AgentID(rawValue: 0)

  package init() {}

  /// Keeps what was told so far; the first time it becomes a case.
  package mutating func save(_ draft: CaseDraft, at moment: Timestamp) {
    if let id {
      try? cases.touch(id, at: moment) { $0 = draft }
    } else if let made = try? cases.create(draft, at: moment) {
      id = made.id
      cases.desk[made.id] = MemoryDeskCase(
        desk: .answered(by: Self.agent, at: moment, Caller()),
        stamp: cases.events
      )
    }
  }

  package mutating func note(_ text: String, at moment: Timestamp) {
    guard let id else { return }
    try? cases.add(Note(text: text, when: moment), to: id)
  }

  /// Does something with the case, where it can be done at the desk.
  package mutating func perform(_ act: DeskAct, at moment: Timestamp) {
    guard let id else { return }
    try? cases.perform(act, on: id, by: Self.agent, at: moment)
  }

  /// What was written, in its order.
  package var notes: [Note] { id.flatMap { cases.notes[$0] } ?? [] }

  /// What the call came to; `nil` before its end, and where it was given on.
  package var outcome: CallOutcome? { id.flatMap { cases.desk[$0]?.ended.last?.outcome } }

  /// Whom the case waits for and until when.
  package var promise: Promise { id.flatMap { cases.desk[$0]?.desk.promise } ?? Promise() }

  /// Whether it is out of the hands of whoever had it.
  package var isLeft: Bool {
    guard let id, let desk = cases.desk[id]?.desk else { return false }
    return desk.owner == nil
  }
}

extension MemoryCall: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    func held(_ call: Self) -> CaseDraft? { call.id.flatMap { call.cases.find($0) }?.content }
    return left.notes == right.notes && left.outcome == right.outcome
      && left.promise == right.promise && left.isLeft == right.isLeft && held(left) == held(right)
  }
}
