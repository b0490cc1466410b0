/// The answers of a walk, and what follows from them.
///
/// All answers are kept. Only those whose condition holds count, so that an answer made stale by
/// another one returns when the other is taken back.
struct Answers: Sendable {
  private let flow: Flow
  private let engine: Engine
  /// The answers in the order of their questions, at most one for each field.
  private(set) var stored: [StoredAnswer]
  /// What follows from the answers; drawing a screen asks for it many times.
  private(set) var inference: Inference
  /// What was only likely of what was derived beforehand, until somebody says it.
  private let guessed: Set<FieldID>
  /// What other calls came of, by which some questions come before others.
  var experience = Experience() {
    didSet { if experience != oldValue { infer() } }
  }

  init(
    _ stored: [StoredAnswer],
    in flow: Flow,
    engine: Engine,
    guessed: Set<FieldID> = []
  ) {
    self.flow = flow
    self.engine = engine
    self.stored = stored
    self.guessed = guessed
    inference = Inference(stored, in: flow, engine: engine, guessed: guessed)
  }

  /// The answer in a field, whether or not it counts.
  subscript(field: FieldID) -> Answer? { stored.last { $0.field == field }?.answer }

  /// Whether the answer in a field counts now.
  func counts(_ field: FieldID) -> Bool { inference.counted[field] != nil }

  /// The answer in a field where it counts and is known.
  func value(_ field: FieldID) -> String? {
    guard case .known(let value) = inference.counted[field] else { return nil }
    return value
  }

  /// The fields that a task has from the case it was begun in, as long as nobody has gone on from them.
  ///
  /// - Parameter isNew: Whether nobody has been in it yet. Else what the register or the day tells is left out, since
  ///   it is derived as well, and what stands in a line, which is seen there.
  func carried(isNew: Bool) -> Set<FieldID> {
    guard !flow.findsFaults else { return [] }
    let found = stored.filter { kept in
      if isNew { return true }
      guard let field = flow.field(kept.field) else { return false }
      return kept.answer.source == .derived && !field.isLine && field.inRegister == nil
        && field.id != .senderRoleCounts
    }
    return Set(found.map(\.field))
  }

  /// Keeps answers, and then works out once what follows from all of them.
  ///
  /// Everything that must never be kept is taken out of what was written freely.
  ///
  /// - Parameters:
  ///   - values: A value for each field; ``Fact/unknown`` for *vet ikke*; `nil` takes the answer back.
  ///   - source: Where they are known from.
  /// - Returns: The fields whose value changed.
  mutating func give(_ values: [(field: FieldID, value: String?)], from source: AnswerSource)
    -> [FieldID]
  {
    let before = stored
    let changed = values.filter { give($0.value, to: $0.field, from: source) }.map(\.field)
    if stored != before { infer() }
    return changed
  }

  private mutating func infer() {
    inference = Inference(stored, in: flow, engine: engine, experience, guessed: guessed)
  }

  private mutating func give(_ value: String?, to field: FieldID, from source: AnswerSource) -> Bool
  {
    let kept = value.map { flow.field(field)?.safe($0) ?? $0 }
    // A line of which nothing may be kept is not answered.
    let value = kept == "" && value != "" ? nil : kept
    let before = self[field]
    guard value != before?.value else {
      // What was filled in beforehand and then left as it is counts as told, and what is looked at now
      // as seen.
      if let value, before?.source == .derived || source == .seen {
        replace(field, with: Answer(value, source: source))
      }
      return false
    }
    if let value {
      replace(field, with: Answer(value, source: source))
    } else {
      stored.removeAll { $0.field == field }
    }
    return true
  }

  /// Puts an answer in the place of the field's old one, so that the order of the questions is kept.
  private mutating func replace(_ field: FieldID, with answer: Answer) {
    if let index = stored.firstIndex(where: { $0.field == field }) {
      stored[index].answer = answer
    } else {
      stored.append(StoredAnswer(field: field, answer: answer))
    }
  }
}
