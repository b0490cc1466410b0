/// One person's way through a flow: where they stand, what they answered, and the way back.
///
/// All answers are kept. Only those whose condition holds count, so that an answer made stale by
/// another one returns when the other is taken back.
package struct Walk: Sendable {
  package let flow: Flow
  /// The case as it is to be saved.
  package private(set) var content: CaseDraft {
    didSet {
      if content.answers != oldValue.answers { infer() }
    }
  }
  private let engine: Engine
  /// What follows from the answers; drawing a screen asks for it many times.
  private var inference: Inference
  /// The steps passed, the last one nearest; *back* goes there.
  private var trail: [StepID] = []
  /// The steps gone back over, the nearest last; an unchanged answer leads along them again.
  private var ahead: [StepID] = []
  /// What was answered since an answer was taken up again from the review; `nil` outside of that.
  private var revised: Set<FieldID>?
  /// The points already shown as failing, so that each fault is announced once.
  private var announced: Set<Point> = []

  /// Begins a flow, or goes on with a saved case at the step where it stands.
  ///
  /// A case saved under an older flow, whose step is gone, goes on at the first step.
  package init(_ flow: Flow, engine: Engine, resuming content: CaseDraft? = nil) {
    self.flow = flow
    self.engine = engine
    let draft = content ?? CaseDraft(flow: flow.id)
    self.content = draft
    inference = Inference(draft.answers, in: flow, engine: engine)
    let known = self.content.step.flatMap { flow.step(StepID(rawValue: $0)) }
    self.content.step = (known ?? flow.steps.first)?.id.rawValue
    // A task begun with answers filled in has nothing behind it yet.
    guard known != nil else { return }
    for stored in self.content.answers where stored.answer.source != .derived {
      guard let step = flow.step(asking: FieldID(rawValue: stored.field)), step.id != current.id,
        !trail.contains(step.id)
      else { continue }
      trail.append(step.id)
    }
    if content != nil { announced = Set(settledFaults) }
  }

  /// Begins a flow with facts that are taken as they are: nothing is implied by them.
  package init(_ flow: Flow, engine: Engine, given facts: Facts) {
    self.init(flow, engine: engine)
    content.answers = engine.portal.stated(in: facts).map { fact, value in
      StoredAnswer(field: fact.rawValue, answer: Answer(value, source: .derived))
    }
    // Observers do not run while a value is being made.
    infer()
  }

  private mutating func infer() {
    inference = Inference(content.answers, in: flow, engine: engine)
  }

  /// The step on the screen.
  package var current: Step {
    // A flow has at least one step; FlowCheck and its tests hold that.
    content.step.flatMap { flow.step(StepID(rawValue: $0)) } ?? flow.steps[0]
  }

  /// What counts of all that was said about the submission.
  package var facts: Facts { inference.facts }

  /// What follows from what counts.
  package var diagnosis: Diagnosis { inference.diagnosis }

  /// The ways to mend it, the best first.
  package var repairs: [Repair] { engine.repairs(for: diagnosis) }

  /// The planner's choice, with its reason; `nil` when nothing is left to ask.
  package var planned: Planner.Choice? { inference.planned }

  /// What is still worth asking about a point.
  package func open(in point: Point) -> [FieldID] { inference.planner.open(in: point) }

  /// The answer that stands in a field, whether or not it counts.
  package func answer(_ field: FieldID) -> Answer? { content.answer(in: field.rawValue) }

  /// Whether a step has a meaning, as far as one can tell.
  package func concerns(_ step: Step) -> Bool { step.condition.holds(in: view) != false }

  /// Whether the answer in a field counts now.
  package func counts(_ field: FieldID) -> Bool { inference.counted[field] != nil }

  /// The answer in a field where it counts and is known.
  package func value(_ field: FieldID) -> String? {
    guard case .known(let value) = inference.counted[field] else { return nil }
    return value
  }

  /// The ID number of a datasystem that a step asks for, where it is answered.
  package func systemID(answeredAt step: Step) -> String? {
    let field = step.fields.first { field in
      if case .line(.systemID, _) = field.input { true } else { false }
    }
    return field.flatMap { value($0.id) }
  }

  /// The questions answered so far, in the order they were first met.
  package var answered: [(field: Field, answer: Answer)] { flow.answered(content.answers) }

  /// The failing points of which it is certain what is wrong.
  private var settledFaults: [Point] {
    diagnosis.verdicts.filter { $0.state == .failing && !$0.reasons.isEmpty }.map(\.point)
  }

  private var view: ConditionView {
    let counted = inference.counted
    return ConditionView(
      answer: { counted[$0] ?? .unasked },
      circumstance: { circumstance in
        switch circumstance {
        case .liesOutside: diagnosis.liesOutside
        case .newFault: !Set(settledFaults).isSubset(of: announced)
        case .nothingToAsk: planned == nil
        case .hasTasks: !tasks.isEmpty
        }
      }
    )
  }
}

// MARK: - Going

extension Walk {
  /// Keeps an answer; out of what was written freely everything is taken that must never be kept.
  ///
  /// - Parameters:
  ///   - value: The value; ``Fact/unknown`` for *vet ikke*; `nil` takes the answer back.
  ///   - field: The question.
  ///   - source: Where it is known from.
  package mutating func give(
    _ value: String?,
    to field: FieldID,
    from source: AnswerSource = .told
  ) {
    let value = isFree(field) ? value.map { Redaction($0).text } : value
    guard value != answer(field)?.value else {
      // What was filled in and then left standing is now told.
      if let value, answer(field)?.source == .derived {
        replace(field, with: Answer(value, source: source))
      }
      return
    }
    ahead = []
    revised?.insert(field)
    if let value {
      replace(field, with: Answer(value, source: source))
    } else {
      content.withdraw(field.rawValue)
    }
  }

  /// Whether anything at all can be written in a field.
  private func isFree(_ field: FieldID) -> Bool {
    guard case .line? = flow.field(field)?.input else { return false }
    return true
  }

  /// Goes on by the first way out of the step whose condition holds; after an answer was changed
  /// from the review, past all that this left as it was.
  ///
  /// - Returns: Whether the flow goes on; `false` at its end.
  @discardableResult
  package mutating func advance() -> Bool {
    if let next = ahead.popLast() {
      enter(next)
      return true
    }
    var target = exit(of: current)
    var passed: Set<StepID> = []
    while case .step(let id) = target, let step = flow.step(id), isPassed(step),
      passed.insert(id).inserted
    {
      target = exit(of: step)
    }
    return go(to: target)
  }

  private func exit(of step: Step) -> Target {
    let view = self.view
    return step.routes.first { $0.when.holds(in: view) == true }?.target ?? .end
  }

  /// Whether a step was passed before an answer was changed, and has nothing to do with that answer.
  private func isPassed(_ step: Step) -> Bool {
    guard let revised, trail.contains(step.id) else { return false }
    switch step.kind {
    case .question:
      return !step.fields.contains { field in
        guard case .secret(let program) = field.input else { return false }
        return revised.contains(program)
      }
    case .program(let field): return !revised.contains(field)
    case .reading, .messages: return true
    case .recognised, .overview, .conclusion, .tasks, .rights, .letter, .review, .receipt:
      return false
    }
  }

  /// Goes to a target that the person chose.
  ///
  /// - Returns: Whether the flow goes on; `false` at its end.
  @discardableResult
  package mutating func go(to target: Target) -> Bool {
    ahead = []
    switch target {
    case .step(let id): enter(id)
    case .planned:
      if let fact = planned?.fact, let step = flow.step(asking: fact) {
        enter(step.id)
      } else if let end = flow.steps.first(where: { $0.kind == .conclusion }) {
        enter(end.id)
      }
    case .end: return false
    }
    return true
  }

  /// Goes to a question to change its answer; when that is done the way leads back to the review.
  package mutating func revise(_ field: FieldID) {
    guard let step = flow.step(asking: field) else { return }
    go(to: .step(step.id))
    revised = []
  }

  /// Goes to the flow's step of a kind, if it has one.
  package mutating func go(toFirst kind: Step.Kind) {
    if let step = flow.steps.first(where: { $0.kind == kind }) { go(to: .step(step.id)) }
  }

  /// Goes to the first open question of a point, if it has one.
  package mutating func go(toOpenIn point: Point) {
    if let fact = open(in: point).first, let step = flow.step(asking: fact) {
      go(to: .step(step.id))
    }
  }

  /// Goes to the review of a case that is over, where it can be changed.
  package mutating func goToReviewIfOver() {
    guard content.status == .closed || current.kind == .receipt else { return }
    go(toFirst: .review)
  }

  /// Goes back one step; nothing is checked and nothing is lost.
  ///
  /// - Returns: Whether there was a step to go back to.
  package mutating func back() -> Bool {
    guard let last = trail.popLast() else { return false }
    ahead.append(current.id)
    content.step = last.rawValue
    if current.kind == .review, revised != nil {
      // The answer stays as it was, and the way on is that of the review.
      revised = nil
      ahead = []
    }
    return true
  }

  private mutating func enter(_ id: StepID) {
    guard id != current.id else { return }
    trail.append(current.id)
    content.step = id.rawValue
    if current.kind == .review { revised = nil }
    if [.overview, .conclusion].contains(current.kind) {
      announced.formUnion(settledFaults)
    }
  }

  /// Puts an answer where the field's old one stood, so that the order of the questions is kept.
  private mutating func replace(_ field: FieldID, with answer: Answer) {
    if let place = content.answers.firstIndex(where: { $0.field == field.rawValue }) {
      content.answers[place].answer = answer
    } else {
      content.answers.append(StoredAnswer(field: field.rawValue, answer: answer))
    }
  }

  /// Reads a pasted message and keeps what it is, what it names, and its redacted text.
  ///
  /// - Parameter text: The text as it was pasted; an empty one means that there is no message.
  package mutating func read(_ text: String, with recogniser: Recogniser) {
    guard text.contains(where: { !$0.isWhitespace }) else {
      give(Fact.unknown, to: .message)
      give(nil, to: Self.messageText)
      name(nil)
      return
    }
    guard text != answer(Self.messageText)?.value else { return }
    let recognition = recogniser.recognise(text)
    give(recognition.matches.first?.id ?? Fact.unknown, to: .message, from: .message)
    give(recognition.redacted, to: Self.messageText, from: .message)
    name(recognition.values["organisationNumber"])
  }

  /// Keeps whom the message names, unless somebody has said who it is.
  private mutating func name(_ reportee: String?) {
    guard answer("reportee.name")?.source ?? .message == .message else { return }
    give(reportee, to: "reportee.name", from: .message)
  }

  /// The answer that a message makes likely without telling it; `nil` where it makes none so.
  ///
  /// An organisation number names an organisation, but not always the one that is sent for.
  package func likelyAnswer(_ field: FieldID) -> String? {
    guard field == .reporteeKind, answer("reportee.name")?.source == .message else {
      return nil
    }
    return ReporteeKind.organisation.rawValue
  }

  /// The field that keeps the redacted text of the message.
  package static let messageText: FieldID = "message.text"

  /// Takes back the answers that showed a fault or that a way out changes, and the message, so that
  /// they are asked for anew after somebody has done something about them.
  package mutating func checkAgain() {
    let faults = diagnosis.verdicts.filter { $0.state == .failing }
      .flatMap(diagnosis.facts(showing:))
    let known = facts
    // An ID registered anew may have another owner than the one that lacked the right.
    let changed = repairs.flatMap(\.actions).flatMap(\.sets).compactMap { fact, value in
      known[fact].map { $0 == value } ?? true ? nil : fact
    }
    for fact in Set(faults + changed) { give(nil, to: fact) }
    give(nil, to: .message)
    give(nil, to: Self.messageText)
    trail = []
    announced = []
    if let first = flow.steps.first { go(to: .step(first.id)) }
    trail = []
  }
}
