/// What comes next in the search for a fault.
extension Walk {
  /// The question that comes next, wherever it is named or gone to: what decides which of several things is to be
  /// done, else what the planner would ask, else what is to be found out; `nil` where nothing is left that nobody has
  /// been asked.
  package var nextQuestion: FieldID? {
    guard let decider = unaskedDecider else { return plannedQuestion ?? unasked }
    // Within a point the planner knows what comes first.
    let portal = flow.edition.portal
    let points = portal.rule(of: decider)?.points ?? []
    guard let asked = plannedQuestion, let rule = portal.rule(of: asked),
      rule.points.contains(where: points.contains)
    else { return decider }
    return asked
  }

  /// Goes to the next question, and where there is none to the conclusion.
  package mutating func goOn() {
    guard let step = nextQuestion.flatMap(flow.step(asking:)) else {
      go(to: .planned)
      return
    }
    go(to: .step(step.id))
  }

  /// What the planner would ask, but for what decides whether something counts that is answered already.
  ///
  /// The planner goes by what shows a fault, and sees no worth in that. Where nothing else is left of a point that the
  /// message names, it comes before the points that the message does not name.
  package var plannedQuestion: FieldID? {
    planned.flatMap { inCall(meaning(before: $0) ?? $0.fact) }
  }

  private func meaning(before planned: Planner.Choice) -> FieldID? {
    let diagnosis = self.diagnosis
    let portal = diagnosis.portal
    let points = portal.rule(of: planned.fact)?.points ?? []
    // What the message itself points to, or what tells which Altinn it is, comes first all the same.
    let isByLikelihood = [PlanReason.opensTheWay, .sameVantage, .likelyAndQuick]
      .contains(planned.reason)
    guard isByLikelihood, diagnosis.conclusion.causes.isEmpty,
      !diagnosis.named.contains(where: points.contains)
    else { return nil }
    let left = diagnosis.named.compactMap { diagnosis[$0] }.filter { verdict in
      let showing = portal.faults.filter { portal.point(of: $0.fault) == verdict.point }
        .map(\.shownBy)
      return verdict.state == .unknown && !verdict.missing.contains(where: showing.contains)
        && showing.contains { diagnosis.facts[$0] != nil }
    }.flatMap(\.missing)
    return diagnosis.toFindOut.first { left.contains($0) && isUnasked($0) }
  }

  /// What the conclusion says is to be found out, the first of it first.
  package var toFindOut: [FieldID] { advice.deciding + diagnosis.toFindOut }

  /// The first of it that can be asked here and has not been.
  package var unasked: FieldID? { toFindOut.first(where: isUnasked) }

  /// What decides which of several things is to be done; before it stands what comes next, if that is another question
  /// of the same point.
  package var deciding: [FieldID] {
    guard unaskedDecider != nil, let next = nextQuestion else { return advice.deciding }
    return [next] + advice.deciding.filter { $0 != next }
  }

  /// What decides between things of which none is to be done before that, where nobody has been asked.
  private var unaskedDecider: FieldID? {
    let advice = self.advice
    guard advice.actions.first.map(advice.isChoice) ?? false else { return nil }
    return advice.deciding.first(where: isUnasked)
  }

  func isUnasked(_ fact: FieldID) -> Bool {
    !diagnosis.facts.isSettled(fact) && flow.step(asking: fact) != nil
  }
}
