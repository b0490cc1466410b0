extension Walk {
  /// The field that tells which case a task was begun from.
  package static let origin: FieldID = "origin.case"

  /// The tasks that the ways out are made of, the best way's first, each once.
  package var tasks: [Action] {
    var seen: Set<String> = []
    return repairs.flatMap(\.actions).filter { action in
      action.start.flatMap { Flow.named($0.flow) } != nil && seen.insert(action.id).inserted
    }
  }

  /// A new case for a task, with what is known here already filled in.
  ///
  /// - Parameter number: The number of this case, to come back to.
  /// - Returns: `nil` for a task that no flow does.
  package func draft(for task: TaskStart, from number: CaseID?) -> CaseDraft? {
    guard let flow = Flow.named(task.flow) else { return nil }
    var draft = CaseDraft(flow: flow.id)
    let asked = Set(flow.steps.flatMap(\.fields).map(\.id.rawValue))
    for stored in content.answers
    where asked.contains(stored.field) && counts(FieldID(rawValue: stored.field)) {
      draft.give(stored.answer, in: stored.field)
    }
    for (field, value) in task.prefill.sorted(by: { $0.key < $1.key }) {
      guard asked.contains(field), let value = filled(value, for: field, in: flow) else { continue }
      draft.give(Answer(value, source: .derived), in: field)
    }
    if let number {
      draft.give(Answer("\(number.rawValue)", source: .derived), in: Self.origin.rawValue)
    }
    return draft
  }

  /// The case this task was begun from, if it was begun from one.
  package var originCase: CaseID? {
    answer(Self.origin).flatMap { Int64($0.value) }.map(CaseID.init(rawValue:))
  }

  /// A value to fill in, which may stand for what is answered here; `nil` where that is not known,
  /// or is none of the field's own answers.
  private func filled(_ value: String, for field: String, in flow: Flow) -> String? {
    guard value.hasPrefix("{"), value.hasSuffix("}") else { return value }
    let known = self.value(FieldID(rawValue: String(value.dropFirst().dropLast())))
    if case .choice(let choices) = flow.field(FieldID(rawValue: field))?.input {
      return known.flatMap { known in choices.first { $0.value == known }?.value }
    }
    return known
  }
}
