package import Model
package import SafeText

/// The queue and what can be done with its cases, in words.
extension Wording {
  /// The answers the queue needs of each case.
  package static let queueFields: [FieldID] = [
    .message, .messageSymptom, .service, .reporteeName, .callPlace, .callAbout,
  ]

  /// What was wrong, as agents speak of it among themselves; `nil` while nothing is known.
  package func callCause(_ walk: Walk) -> String? {
    let diagnosis = walk.diagnosis
    if let verdict = diagnosis.verdicts.first(where: { $0.state == .failing }) {
      return verdict.reasons.compactMap(\.fault).first.map { text(ofCause: $0.rawValue) }
        ?? self(verdict.point.shortKey)
    }
    return diagnosis.conclusion.causes.first.map { text(ofCause: $0.rawValue) }
  }

  /// What is done and by whom, said of the caller and not to them.
  ///
  /// - Parameter who: Whom it was laid on; `nil` for whoever does it as the answers have it.
  package func callAct(_ action: Action, by who: Actor? = nil, in walk: Walk) -> String {
    let doer = callActor(who ?? walk.diagnosis.actor(of: action), walk)
    return "\(text(action.titleKey, about: walk)) · \(doer)"
  }

  /// Whoever acts, as an agent speaks of them.
  private func callActor(_ actor: Actor, _ walk: Walk) -> String {
    actor == .sender
      ? self("desk.wrapUp.caller") : self(variant(of: actor.waitsKey, in: walk))
  }

  /// Whoever acts, for whoever reads: in a call *you* would be the agent.
  func named(_ actor: Actor, _ walk: Walk) -> String {
    isToAgent(walk) ? callActor(actor, walk) : self.actor(actor, walk)
  }

  /// What a point is called, for whoever reads.
  func title(of point: Point, in walk: Walk) -> String {
    self(isToAgent(walk) ? point.shortKey : point.titleKey)
  }

  /// All that is to be done, as it is said of the caller.
  package func callActs(_ walk: Walk) -> [String] {
    let advice = walk.advice
    return oneByOne(advice.actions, isEither: advice.isChoice) { callAct($0, in: walk) }
  }

  /// Each of some actions in its words; before those of which whichever is needed is done it says so.
  func oneByOne(
    _ actions: [Action],
    isEither: (Action) -> Bool,
    in words: (Action) -> String
  ) -> [String] {
    actions.enumerated().map { place, action in
      let told = words(action)
      guard isEither(action) else { return told }
      let goesOn = place > 0 && isEither(actions[place - 1])
      return goesOn
        ? self("conclusion.or", ["act": told]) : self("conclusion.doEither") + ": " + told
    }
  }

  /// What similar calls came of: the likeliest causes, each with how many, and how many came of anything else.
  package func alike(_ similar: SimilarCases) -> [String] {
    let shown = similar.causes.prefix(3)
    let rest = similar.others(beside: shown.count)
    return shown.map { "\($0.count) \(text(ofCause: $0.cause))" }
      + (rest > 0 ? [self("desk.similar.others", ["count": "\(rest)"])] : [])
  }

  /// A day without its year, as a list has room for: `02.12.`.
  package func short(_ day: Day) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return self("date.short", ["day": two(day.day), "number": two(day.month)])
  }

  /// A day to come with its weekday, and that it is today where it is: `mandag 30.11.`.
  package func weekday(_ day: Day) -> String {
    let named = self("date.weekday.\(day.weekday)") + " " + short(day)
    return day == today ? self("desk.today", ["day": named]) : named
  }

  /// Whom one waits for, and until when.
  package func text(_ promise: Promise) -> String {
    [promise.due.map(short), promise.by.map { self($0.waitsKey) }].compactMap(\.self)
      .joined(separator: " · ")
  }

  /// How the last call about a case ended and whom it then waited for; `nil` where neither is known.
  package func ended(_ outcome: CallOutcome?, _ promise: Promise) -> String? {
    let parts = [outcome.map { self($0.result.textKey) } ?? "", text(promise)]
    let said = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    guard !said.isEmpty else { return nil }
    return self(outcome == nil ? "desk.waited" : "desk.ended", ["what": said])
  }

  /// Who called about a case, whom it waits for and how the last call ended.
  package func standing(_ entry: DeskEntry, _ last: CallOutcome?) -> [Prose] {
    let caller = entry.desk.caller
    let words = caller.words.isEmpty ? nil : self("desk.words", ["words": caller.words])
    let lines = [
      caller.role.map { self("desk.caller", ["role": self($0.textKey)]) }, words,
      ended(last, Promise()),
    ]
    return lines.compactMap(\.self).map { .paragraph($0) } + waits(entry.desk.promise)
  }

  /// Whom a case waits for and until when, each in a line of its own.
  package func waits(_ promise: Promise) -> [Prose] {
    [
      promise.by.map { self("records.waits", ["actor": self($0.waitsKey)]) },
      promise.due.map { self("desk.until", ["day": text($0)]) },
    ].compactMap(\.self).map { .paragraph($0) }
  }

  /// How long ago something was last done with a case, as a list has room for.
  package func age(of entry: DeskEntry, at now: Timestamp?) -> String {
    age(since: entry.summary.updated, at: now)
  }

  /// How long ago something was, as a list has room for.
  package func age(since moment: Timestamp, at now: Timestamp?) -> String {
    guard let now else { return "" }
    let minutes = max(0, now.rawValue &- moment.rawValue) / 60
    return switch minutes {
    case ..<60: self("desk.age.minutes", ["count": "\(minutes)"])
    case ..<(24 * 60): self("desk.age.hours", ["count": "\(minutes / 60)"])
    default: self("desk.age.days", ["count": "\(minutes / (24 * 60))"])
    }
  }

  /// What a case is about: what the caller says, and what is sent.
  package func subject(of entry: DeskEntry) -> String {
    guard !entry.summary.isDamaged else { return label(entry.summary) }
    let answers = entry.summary.answers
    let edition = Flow.named(entry.summary.flow)?.edition ?? .current
    let said = [FieldID.message, .messageSymptom, .callAbout].compactMap { answers[$0] }
      .first { $0 != Fact.unknown }
    let service = answers[.service].flatMap { content.service($0, of: edition) }.map(name)
    let words = entry.desk.caller.words
    let parts = [said.map(listed), words.isEmpty ? nil : quoted(words), service]
    return parts.compactMap(\.self).prefix(2).joined(separator: " · ")
  }

  /// A message as a row has room for it: with its number in the official list before it, by which two that begin
  /// alike are told apart, and which a search takes.
  private func listed(_ id: String) -> String {
    Message.isOfficialNumber(id) ? "\(id) \(callerMessage(id))" : callerMessage(id)
  }

  /// What comes next: the question asked, whom one waits for, or that the caller is there.
  package func next(of entry: DeskEntry) -> String {
    let due = entry.desk.promise.due.map(short)
    switch entry.state {
    case .hold: return self("desk.next.hold")
    case .parked, .waiting, .due: return due ?? ""
    case .call, .free, .handed:
      let field = entry.summary.step.map { FieldID(rawValue: $0.rawValue) }
      let isAsking = entry.summary.answers[.callPlace] == "question"
      guard isAsking, let field, has(field.briefKey) else { return "" }
      return self("desk.next.ask", ["what": brief(field)])
    case .closed: return ""
    }
  }

  /// A cause as it is counted: a fault, or where the fault was.
  package func text(ofCause cause: String) -> String {
    let fault = Fault(rawValue: cause).gistKey
    if has(fault) { return self(fault) }
    let ofCaller = "desk.\(Cause(rawValue: cause).titleKey)"
    if has(ofCaller) { return self(ofCaller) }
    let key = Cause(rawValue: cause).titleKey
    return has(key) ? self(key) : cause
  }
}

extension DeskRefusal {
  /// Why something was not done, as the key of a text with its values.
  ///
  /// - Parameter who: What the one who has the case is called, where that is known.
  package func text(by who: String?) -> (key: String, values: [String: String]) {
    switch self {
    case .taken(let id, let agent):
      ("desk.taken", ["number": "\(id.rawValue)", "login": who ?? "\(agent.rawValue)"])
    case .standing(let id, let state): (state.standingKey, ["number": "\(id.rawValue)"])
    case .nothingToUndo: ("desk.nothingToUndo", [:])
    case .unseen: ("desk.unseen", [:])
    }
  }
}
