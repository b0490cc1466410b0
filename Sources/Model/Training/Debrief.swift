/// A finished call held against the best way, step by step.
package struct Debrief: Equatable, Sendable {
  /// What a step was worth where it was taken.
  package enum Worth: Equatable, Sendable {
    case best, asGood
    /// It took so many seconds more than the best step there.
    case detour(Int)
    /// No answer to it could change anything.
    case useless
    /// The call was ended before it was done.
    case early
    /// It could do harm.
    case dangerous
  }

  package struct Step: Equatable, Sendable {
    package let act: TrainingAct
    package let reply: Reply
    package let worth: Worth
    /// What would have been best there, where that is something else.
    package let better: TrainingAct?
    /// Why that would have been asked.
    package let reason: PlanReason?
  }

  package let steps: [Step]
  package let best: TrainingCall
  package let score: TrainingScore
  /// The place of the first step that was not as good as the best.
  package let firstDivergence: Int?

  package init(_ call: TrainingCall, in room: TrainingRoom) {
    let way = BestWay(room)
    var replayed = TrainingCall(call.scenario)
    var best = way.play(replayed)
    self.best = best
    var steps: [Step] = []
    for (act, reply) in zip(call.acts, call.replies) {
      let next = way.next(replayed)
      let plan = Planner(room.diagnosis(replayed), lastAsked: replayed.lastAsked).next
      var after = replayed
      after.perform(act, in: room)
      // What the step cost: how much longer the best way from here is than it was.
      let rest = way.play(after)
      let worth = Self.worth(of: act, next, replayed, after, Int(rest.seconds - best.seconds))
      let isGood = worth == .best || worth == .asGood
      var reason: PlanReason?
      if case .ask(let fact, _)? = next, plan?.fact == fact { reason = plan?.reason }
      steps.append(
        Step(
          act: act,
          reply: reply,
          worth: worth,
          better: isGood ? nil : next,
          reason: isGood ? nil : reason
        )
      )
      (replayed, best) = (after, rest)
    }
    self.steps = steps
    score = TrainingScore(call, best: self.best, in: room)
    firstDivergence = steps.firstIndex { $0.better != nil }
  }

  private static func worth(
    of act: TrainingAct,
    _ best: TrainingAct?,
    _ before: TrainingCall,
    _ after: TrainingCall,
    _ lost: Int
  ) -> Worth {
    if act == best { return .best }
    switch act {
    case .lure(let lure) where lure.isGrave: return .dangerous
    case .note(let lines) where lines.contains(where: \.isGrave): return .dangerous
    case .end:
      let isRight = after.end == .solved && after.hasSucceeded
      return isRight || (after.end == .passedOn && after.tally.passedTo != nil) ? .asGood : .early
    case .ask where after.tally.useless > before.tally.useless: return .useless
    default: return lost <= leastLost ? .asGood : .detour(lost)
    }
  }

  /// Seconds that make no difference.
  private static let leastLost = 10
}
