/// A finished call held against the best way, step by step.
package struct Debrief: Equatable, Sendable {
  /// What a step was worth where it was taken.
  package enum Worth: Equatable, Sendable {
    case best, asGood
    /// It took so many seconds more than the best step there.
    case detour(Int)
    /// No answer to it could change anything.
    case useless
    /// It could do harm.
    case dangerous
  }

  package struct Step: Equatable, Sendable {
    package let act: TrainingAct
    package let reply: Reply
    package let worth: Worth
    /// What would have been best there, where that is something else.
    package let better: TrainingAct?
  }

  package let steps: [Step]
  package let best: TrainingCall
  package let score: TrainingScore
  /// The place of the first step that was not as good as the best.
  package let firstDivergence: Int?

  package init(_ call: TrainingCall, in room: TrainingRoom) {
    let way = BestWay(room)
    var replayed = TrainingCall(call.scenario)
    var steps: [Step] = []
    for (act, reply) in zip(call.acts, call.replies) {
      let best = way.next(replayed)
      let worth = Self.worth(of: act, best, replayed, in: room)
      let better = worth == .best || worth == .asGood ? nil : best
      steps.append(Step(act: act, reply: reply, worth: worth, better: better))
      replayed.perform(act, in: room)
    }
    self.steps = steps
    best = way.play(TrainingCall(call.scenario))
    score = TrainingScore(call, best: best, in: room)
    firstDivergence = steps.firstIndex { $0.better != nil }
  }

  private static func worth(
    of act: TrainingAct,
    _ best: TrainingAct?,
    _ before: TrainingCall,
    in room: TrainingRoom
  ) -> Worth {
    if act == best { return .best }
    var after = before
    let reply = after.perform(act, in: room)
    let spent = after.seconds - before.seconds
    switch act {
    case .lure(let lure): return lure.isGrave ? .dangerous : .detour(Int(spent))
    case .note(let lines): return lines.contains(where: \.isGrave) ? .dangerous : .asGood
    case .ask(let fact, let tone):
      if case .ask(fact, .clear)? = best { return tone == .clear ? .best : .asGood }
      if after.tally.useless > before.tally.useless { return .useless }
      guard let best else { return .asGood }
      var other = before
      other.perform(best, in: room)
      let least = other.seconds - before.seconds
      return spent <= least * 1.1 ? .asGood : .detour(Int(spent - least))
    default:
      switch reply {
      case .wrongPerson, .refused, .lost, .noChange, .notFound, .toldBackNothing, .notHere:
        return .detour(Int(spent))
      default: break
      }
      if case .end(let end) = act, end != .solved || !before.hasSucceeded {
        return before.tally.passedTo != nil && end == .passedOn ? .best : .detour(0)
      }
      return .asGood
    }
  }
}
