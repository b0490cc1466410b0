/// A finished call held against the best way, step by step.
package struct Debrief: Equatable, Sendable {
  /// What a step was worth where it was taken.
  package enum Worth: Equatable, Sendable {
    case best, asGood
    /// It took so many seconds more than the best step there.
    case detour(Int)
    /// No answer to it could change anything.
    case useless
    /// It was put otherwise than clearly.
    case unkind(AskingTone)
    /// Advice for somebody who cannot do it, or at a place where it is not done, or both.
    case wrongWho, wrongPlace, wrongWhoAndPlace
    /// Advice that nothing needed.
    case needless
    /// Advice that works, and changes more than what is wrong.
    case tooWide
    /// Advice against something that nobody had found out, by the fact that would have shown it.
    case guess(FieldID)
    /// There was nothing yet to end, to read back, to say in own words, or to hand on in a note; or it is a step of the
    /// best way, which takes it later.
    case early
    /// It could do harm.
    case dangerous
    /// It was nothing that the trainee did.
    case given
    /// A hint was looked at, or one that tells the very next step.
    case helped, told

    /// Whether there is nothing better to tell of.
    var isFine: Bool {
      switch self {
      case .best, .asGood, .given, .helped, .told: true
      default: false
      }
    }

    /// Whether it is advice for another person or place than the right one.
    var isMisplaced: Bool {
      switch self {
      case .wrongWho, .wrongPlace, .wrongWhoAndPlace: true
      default: false
      }
    }
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
  /// How likely each point was by what was known there; `nil` where all was done by then.
  package let odds: PointOdds?

  package init(_ call: TrainingCall, in room: TrainingRoom) {
    let check = CallCheck(of: call, in: room)
    steps = check.steps
    best = Self.best(for: call, in: room)
    score = TrainingScore(call, best: best, in: room, forgiven: check.forgiven)
    firstDivergence = check.firstDivergence
    odds = check.diverged.flatMap { $0.isDone ? nil : PointOdds(room.diagnosis($0)) }
  }

  /// The best way for somebody to whom the same happens, each thing after as many steps as in the call.
  ///
  /// Whoever took longer than the best way was met by what it would have been done before; then that comes just before
  /// it is done, so that nobody loses by what happens.
  static func best(for call: TrainingCall, in room: TrainingRoom) -> TrainingCall {
    let way = BestWay(room)
    guard call.acts.contains(where: \.isGiven) else {
      return way.play(TrainingCall(call.scenario))
    }
    var (played, own) = (TrainingCall(call.scenario), 0)
    var left: [(act: TrainingAct, after: Int, wasDone: Bool)] = []
    for act in call.acts {
      if act.isGiven { left.append((act, own, played.isDone)) } else if act.isOwn { own += 1 }
      played.perform(act, in: room)
    }
    var best = TrainingCall(call.scenario)
    own = 0
    while best.acts.count < BestWay.limit, let next = way.after(best) {
      if let first = left.first,
        first.wasDone ? best.isDone : first.after <= own || (next.isDone && !best.isDone)
      {
        best.perform(first.act, in: room)
        left.removeFirst()
      } else {
        (best, own) = (next, own + 1)
      }
    }
    return best
  }
}
