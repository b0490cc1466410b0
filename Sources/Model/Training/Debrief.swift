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
    /// It was nothing that the trainee did.
    case given
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
    var check = CallCheck(call.scenario, in: room)
    for act in call.acts { check.take(act) }
    steps = check.steps
    // Whoever was away is so from the start, unless the call came to its end without them.
    let given = call.hasSucceeded ? [] : call.acts.filter(\.isGiven)
    best = BestWay(room).play(TrainingCall(call.scenario, playing: given, in: room))
    score = TrainingScore(call, best: best, in: room)
    firstDivergence = check.firstDivergence
  }
}
