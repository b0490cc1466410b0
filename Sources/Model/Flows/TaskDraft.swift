extension CaseDraft {
  /// A new case for a task, with what is known in a walk already filled in.
  ///
  /// - Parameters:
  ///   - task: The task; `nil` is made of one that no flow does.
  ///   - walk: Where it is begun.
  ///   - number: The number of the walk's case, to come back to.
  package init?(for task: TaskStart, from walk: Walk, numbered number: CaseID?) {
    guard let flow = Flow.named(task.flow) else { return nil }
    self.init(flow: flow.id)
    let asked = Set(flow.steps.flatMap(\.fields).map(\.id))
    for stored in walk.content.answers
    where asked.contains(stored.field) && walk.counts(stored.field) {
      give(stored.answer, in: stored.field)
    }
    for (field, value) in task.answers(in: walk.facts).sorted(by: { $0.key < $1.key }) {
      guard asked.contains(field),
        let value = Self.filled(value, for: field, in: flow, from: walk)
      else { continue }
      give(Answer(value, source: .derived), in: field)
    }
    if let number {
      give(Answer("\(number.rawValue)", source: .derived), in: .origin)
    }
  }

  /// A value to fill in, which may stand for what is answered in the walk; `nil` where that is not
  /// known, or is none of the field's own answers.
  private static func filled(_ value: String, for field: FieldID, in flow: Flow, from walk: Walk)
    -> String?
  {
    guard value.hasPrefix("{"), value.hasSuffix("}") else { return value }
    let known = walk.value(FieldID(rawValue: String(value.dropFirst().dropLast())))
    if case .choice(let choices) = flow.field(field)?.input {
      return known.flatMap { known in choices.first { $0.value == known }?.value }
    }
    return known
  }
}
