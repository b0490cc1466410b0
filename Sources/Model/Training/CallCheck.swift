/// Holds a call against the best way while it goes on, act by act.
package struct CallCheck: Sendable {
  /// The call so far.
  package private(set) var call: TrainingCall
  package private(set) var steps: [Debrief.Step] = []
  /// How many steps the best way has from the start.
  package let par: Int
  /// The best way from where the call stands.
  private var best: TrainingCall
  private let way: BestWay

  package init(_ scenario: Scenario, in room: TrainingRoom) {
    way = BestWay(room)
    call = TrainingCall(scenario)
    best = way.play(call)
    par = best.acts.count
  }

  /// The place of the first step that was not as good as the best.
  package var firstDivergence: Int? { steps.firstIndex { $0.better != nil } }

  /// Does an act in the call; nothing where the call is over.
  package mutating func take(_ act: TrainingAct) {
    guard !call.isOver else { return }
    let (before, next) = (call, way.next(call))
    let reply = call.perform(act, in: way.room)
    // Whoever does what is best goes on by the same way.
    let rest = act == next ? best : way.play(call)
    // What the step cost: how much longer the best way from here is than it was.
    let worth = Self.worth(of: act, next, before, call, Int(rest.seconds - best.seconds))
    best = rest
    let isGood = worth == .best || worth == .asGood || worth == .given
    var reason: PlanReason?
    if !isGood, case .ask(let fact, _)? = next {
      let plan = Planner(way.room.diagnosis(before), lastAsked: before.lastAsked).next
      if plan?.fact == fact { reason = plan?.reason }
    }
    steps.append(
      Debrief.Step(
        act: act,
        reply: reply,
        worth: worth,
        better: isGood ? nil : next,
        reason: reason
      )
    )
  }

  private static func worth(
    of act: TrainingAct,
    _ best: TrainingAct?,
    _ before: TrainingCall,
    _ after: TrainingCall,
    _ lost: Int
  ) -> Debrief.Worth {
    if act == best { return .best }
    switch act {
    case .event: return .given
    case .lure(let lure) where lure.isGrave: return .dangerous
    case .note(let lines) where lines.contains(where: \.isGrave): return .dangerous
    case .end(let end): return after.isDone && end == after.rightEnd ? .asGood : .early
    case .ask where after.tally.useless > before.tally.useless: return .useless
    case .advise where after.tally.advice.last?.rightWho == false: return .wrongWho
    case .advise where after.tally.advice.last?.rightPlace == false: return .wrongPlace
    default: return lost <= leastLost ? .asGood : .detour(lost)
    }
  }

  /// Seconds that make no difference.
  private static let leastLost = 10
}
