/// One person's way through a flow: the step they are at, what they answered, and the way back.
package struct Walk: Sendable {
  package let flow: Flow
  let engine: Engine
  private(set) var answers: Answers
  /// The case without its answers.
  private var draft: CaseDraft
  /// The steps passed, the last one nearest; *back* goes there.
  private var trail: [StepID] = []
  /// The steps gone back over, the nearest last; an unchanged answer leads along them again.
  private var ahead: [StepID] = []
  /// What was answered since an answer was taken up again from the review; `nil` outside of that.
  private var revised: Set<FieldID>?
  /// The points already shown as failing, so that each fault is announced once.
  private var announced: Set<Point> = []
  /// What the register at hand has told of those who are named; kept with no case.
  package internal(set) var register = RegisterKnowledge()
  /// What other calls came of, by which some questions come before others; kept with no case.
  package var experience: Experience {
    get { answers.experience }
    set { answers.experience = newValue }
  }
  /// The day it is, by which some questions need not be asked; kept with no case.
  package var today: Day? {
    didSet { if today != oldValue { answerByDay() } }
  }
  /// Fields that were filled in from a case when a task was begun there, as long as nobody answers them otherwise.
  package internal(set) var carried: Set<FieldID> = []
  /// Whether a text was pasted of which the person has not yet seen what is kept.
  package internal(set) var isTextUnseen = false

  /// Begins a flow, or goes on with a saved case at the step where it stands.
  ///
  /// A case saved under an older flow, whose step is gone, goes on at the first step.
  package init(_ flow: Flow, engine: Engine, resuming content: CaseDraft? = nil) {
    self.flow = flow
    self.engine = engine
    draft = content ?? CaseDraft(flow: flow.id)
    // What a register answered is answered anew by the one at hand, if there is one.
    if draft.status != .closed {
      draft.answers.removeAll {
        $0.answer.source == .derived && flow.field($0.field)?.inRegister != nil
      }
    }
    answers = Answers(draft.answers, in: flow, engine: engine)
    draft.answers = []
    let known = draft.step.flatMap(flow.step)
    draft.step = (known ?? flow.steps.first)?.id
    carried = answers.carried(isNew: content?.step == nil)
    // A task begun with answers filled in has nothing behind it yet.
    guard known != nil else { return }
    trail = (flow.findsFaults ? nil : way(to: current.id)) ?? answeredSteps
    if flow.findsFaults { announced = Set(settledFaults) }
  }

  /// The steps by which a task leads to one, from the first; `nil` where the answers lead past it.
  private func way(to id: StepID) -> [StepID]? {
    var way: [StepID] = []
    var step = flow.steps[0]
    while step.id != id {
      way.append(step.id)
      guard case .step(let next) = exit(of: step), !way.contains(next),
        let following = flow.step(next)
      else { return nil }
      step = following
    }
    return way
  }

  /// The steps of which somebody has answered something, in the order in which they did.
  private var answeredSteps: [StepID] {
    answers.stored.filter { $0.answer.source != .derived }.reduce(into: []) { steps, stored in
      guard let step = flow.step(asking: stored.field), step.id != current.id,
        !steps.contains(step.id)
      else { return }
      steps.append(step.id)
    }
  }

  /// Begins a flow with facts that were written down beforehand, and with what follows from them as it would
  /// from answers: of those that cannot all be true it is settled by the same rules which count.
  ///
  /// - Parameter today: The day it is; without it nothing follows from that.
  package init(_ flow: Flow, engine: Engine, given facts: Facts, on today: Day? = nil) {
    self.init(flow, engine: engine)
    self.today = today
    let told = engine.portal.stated(in: facts).map { fact, value in
      StoredAnswer(field: fact, answer: Answer(value, source: .told))
    }
    let settled = Inference(told, in: flow, engine: engine)
    let stored = engine.portal.stated(in: settled.facts).map { fact, value in
      StoredAnswer(field: fact, answer: Answer(value, source: .derived))
    }
    answers = Answers(stored, in: flow, engine: engine, guessed: settled.guessed)
    // What was written down of it is right, whatever the day says.
    if !told.contains(where: { $0.field == .senderRoleCounts }) { answerByDay() }
  }

  /// The case as it is to be saved.
  package var content: CaseDraft {
    var content = draft
    content.answers = answers.stored
    return content
  }

  /// Keeps what is answered now as a round, and has the case open again.
  mutating func beginRound() {
    var content = self.content
    content.beginRound()
    draft.rounds = content.rounds
    draft.status = .open
  }

  /// Whether there is no step to go back to.
  package var isAtStart: Bool { trail.isEmpty }

  /// The step on the screen.
  package var current: Step {
    // A flow has at least one step; FlowAudit and its tests hold that.
    draft.step.flatMap(flow.step) ?? flow.steps[0]
  }

  /// The answer in a field, whether or not it counts.
  package func answer(_ field: FieldID) -> Answer? { answers[field] }

  /// The case this task was begun from, if it was begun from one.
  package var originCase: CaseID? {
    answer(.origin).flatMap { Int64($0.value) }.map(CaseID.init(rawValue:))
  }

  /// Whether a step has a meaning, as far as one can tell.
  package func concerns(_ step: Step) -> Bool { step.condition.holds(in: view) != false }

  /// Whether a step has a meaning by what is answered already.
  package func isCertain(_ step: Step) -> Bool { step.condition.holds(in: view) == true }

  /// Whether the answers say that something to do outside is done, ticked off or not.
  package func isSaidDone(_ box: String, at step: Step) -> Bool {
    let view = self.view
    return step.done.contains { !$0.except.contains(box) && $0.when.holds(in: view) == true }
  }

  /// Whether the answer in a field counts now.
  package func counts(_ field: FieldID) -> Bool { answers.counts(field) }

  /// The answer in a field where it counts and is known.
  package func value(_ field: FieldID) -> String? { answers.value(field) }

  /// The ID number of a datasystem that a step asks for, where it is answered.
  package func systemID(answeredAt step: Step) -> String? {
    let field = step.fields.first { field in
      if case .line(.systemID, _) = field.input { true } else { false }
    }
    return field.flatMap { value($0.id) }
  }

  /// The questions answered so far, in the order they were first met.
  package var answered: [(field: Field, answer: Answer)] { flow.answered(answers.stored) }

  /// The failing points of which it is certain what is wrong.
  private var settledFaults: [Point] {
    diagnosis.verdicts.filter { $0.state == .failing && !$0.reasons.isEmpty }.map(\.point)
  }

  private var view: ConditionView {
    let counted = answers.inference.counted
    return ConditionView(
      answer: { counted[$0] ?? .unasked },
      circumstance: { circumstance in
        switch circumstance {
        case .liesOutside: diagnosis.liesOutside
        case .newFault: !Set(settledFaults).isSubset(of: announced)
        case .nothingToAsk: planned == nil
        case .hasUnknownText: answer(.message)?.value == Fact.unknown && hasText
        case .hasCandidates: facts[.message] == nil && answer(.messageCandidates) != nil
        case .isAmongWords: facts[.message] != nil && answer(.messageAmongWords) != nil
        case .isSilent: facts[.message] == nil && answer(.messageSymptom) == nil
        case .hasTasks: !tasks.isEmpty
        case .needsLogin: needsLogin
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
    give([(field, value)], from: source)
  }

  /// Keeps several answers at once.
  mutating func give(
    _ values: [(field: FieldID, value: String?)],
    from source: AnswerSource = .told
  ) {
    let before = flow.findsFaults && draft.status == .closed ? self : nil
    // What was left empty was told to nobody.
    let told = values.map(\.field).filter { answer($0)?.value.isEmpty == false }
    var changed = answers.give(values, from: source)
    guard !changed.isEmpty else { return }
    changed += takeBack(saidOf: changed.filter(told.contains))
    carried.subtract(changed)
    // What a message showed of the program does not follow from another one.
    if isOtherMessage(changed), answer(.programWay)?.source == .message {
      changed += answers.give([(.programWay, nil)], from: source)
    }
    // What was answered when the case was closed stays as it was.
    if var before {
      before.beginRound()
      draft = before.draft
    }
    ahead = []
    revised?.formUnion(changed)
    answerByRegister()
    answerByDay()
  }

  /// Takes back how something stands that is asked for otherwise now.
  private mutating func takeBack(saidOf changed: [FieldID]) -> [FieldID] {
    let stale = flow.steps.filter { step in step.saidOf.contains(where: changed.contains) }
      .compactMap(\.fields.first?.id)
    return answers.give(stale.map { (field: $0, value: nil) }, from: .told)
  }

  /// Keeps what follows from the register, which nobody has answered: where one stands in the flow and the way
  /// on from there stay as they are, and so does a closed case.
  mutating func derive(_ values: [(field: FieldID, value: String?)]) {
    guard draft.status != .closed else { return }
    _ = answers.give(values, from: .derived)
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
        // What was taken back is asked anew.
        if revised.contains(field.id), answer(field.id) == nil { return true }
        guard case .secret(let program) = field.input else { return false }
        return revised.contains(program)
      }
    case .program(let field): return !revised.contains(field)
    case .reading, .messages: return true
    case .kept, .recognised, .overview, .conclusion, .tasks, .rights, .letter, .review, .receipt:
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
      if let fact = plannedQuestion, let step = flow.step(asking: fact) {
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

  /// Goes to the letter; the way leads back to the review.
  mutating func showLetter() {
    go(toFirst: .letter)
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
    guard draft.status == .closed || current.kind == .receipt else { return }
    go(toFirst: .review)
  }

  /// Goes back one step; nothing is checked and nothing is lost.
  ///
  /// - Returns: Whether there was a step to go back to.
  package mutating func back() -> Bool {
    guard let last = trail.popLast() else { return false }
    ahead.append(current.id)
    draft.step = last
    if current.kind == .review, revised != nil {
      // The answer stays as it was, and the way on is that of the review.
      revised = nil
      ahead = []
    }
    return true
  }

  /// Goes to the last of the steps that were gone back over.
  ///
  /// - Returns: Whether there was one.
  package mutating func goAhead() -> Bool {
    guard let last = ahead.first else { return false }
    trail += [current.id] + ahead.dropFirst().reversed()
    ahead = []
    draft.step = last
    return true
  }

  private mutating func enter(_ id: StepID) {
    guard id != current.id else { return }
    trail.append(current.id)
    let hasSeen = showsKept
    draft.step = id
    // Whoever goes on from what is kept has seen it.
    if hasSeen || !(showsKept || current.takesMessage) { isTextUnseen = false }
    if current.kind == .review { revised = nil }
    if [.overview, .conclusion].contains(current.kind) {
      announced.formUnion(settledFaults)
    }
  }

  /// Goes to the first step, as if nothing had been shown yet.
  mutating func startOver() {
    trail = []
    announced = []
    if let first = flow.steps.first { go(to: .step(first.id)) }
    trail = []
  }
}
