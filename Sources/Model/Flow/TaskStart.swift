/// A task to begin, with answers it begins with.
package struct TaskStart: Hashable, Sendable {
  /// A name that stays the same in every language, unique among the tasks offered together.
  package let id: String
  /// The flow that does it.
  package let flow: FlowID
  /// What it begins with, by field; what the flow does not ask is left out.
  ///
  /// `{field}` is what is answered in that field here.
  package let prefill: [FieldID: String]
  /// What it begins with instead, where that is so.
  package let instead: OtherPrefill?

  package init(
    id: String,
    flow: FlowID,
    prefill: [FieldID: String],
    instead: OtherPrefill? = nil
  ) {
    self.id = id
    self.flow = flow
    self.prefill = prefill
    self.instead = instead
  }

  /// What it begins with in a case.
  func answers(in facts: Facts) -> [FieldID: String] {
    guard let instead, instead.isMeant(in: facts) else { return prefill }
    return instead.prefill
  }
}

extension Action {
  /// The task that does it, if there is one.
  package var start: TaskStart? {
    flow.map { TaskStart(id: id, flow: $0, prefill: prefill, instead: instead) }
  }
}
