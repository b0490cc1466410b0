/// Holds a call against the best way while it goes on, act by act.
package struct CallCheck: Sendable {
  /// The call so far.
  package private(set) var call: TrainingCall
  package private(set) var steps: [Debrief.Step] = []
  /// The call before the first step that was not as good as the best.
  package private(set) var diverged: TrainingCall?
  /// The seconds of steps that were as good as the best, which count against nobody.
  private(set) var forgiven = 0
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

  /// A call as far as it has come.
  package init(of call: TrainingCall, in room: TrainingRoom) {
    self.init(call.scenario, in: room)
    for act in call.acts { take(act) }
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
    let lost = Int(rest.seconds - best.seconds)
    // What the best way does later is no detour, at most too early.
    let isOnWay = best.acts.dropFirst(before.acts.count).contains(act)
    let worth = Self.worth(of: act, next, before, call, lost, isOnWay)
    if worth == .asGood { forgiven += max(0, lost) }
    let placed = worth.isMisplaced ? placed(act, after: before) : nil
    let better = worth.isFine ? nil : placed ?? next
    best = rest
    var reason: PlanReason?
    if case .ask(let fact, _)? = better {
      let plan = Planner(way.room.diagnosis(before), lastAsked: before.lastAsked).next
      if plan?.fact == fact { reason = plan?.reason }
    }
    if diverged == nil, !worth.isFine, next != nil { diverged = before }
    steps.append(
      Debrief.Step(
        act: act,
        reply: reply,
        worth: worth,
        better: better,
        reason: reason
      )
    )
  }

  /// The same advice as the best way gives it later, for whoever can follow it and where; `nil` where it does not.
  private func placed(_ act: TrainingAct, after before: TrainingCall) -> TrainingAct? {
    guard case .advise(let action, _, _) = act else { return nil }
    return best.acts.dropFirst(before.acts.count).last {
      if case .advise(action, _, _) = $0 { true } else { false }
    }
  }

  private static func worth(
    of act: TrainingAct,
    _ best: TrainingAct?,
    _ before: TrainingCall,
    _ after: TrainingCall,
    _ lost: Int,
    _ isOnWay: Bool
  ) -> Debrief.Worth {
    if act == best { return .best }
    if let worth = worth(of: act, before, after) { return worth }
    guard lost > leastLost else { return .asGood }
    return isOnWay ? .early : .detour(lost)
  }

  /// What an act is worth whatever time it took; `nil` where that is all there is to it.
  private static func worth(
    of act: TrainingAct,
    _ before: TrainingCall,
    _ after: TrainingCall
  ) -> Debrief.Worth? {
    switch act {
    case .event: .given
    case .hint(let tier): tier < TrainingAct.hintTiers.upperBound ? .helped : .told
    case .lure(let lure): lure.isGrave ? .dangerous : .tooWide
    case .jot(let lines) where lines.contains(where: \.isGrave),
      .note(let lines) where lines.contains(where: \.isGrave):
      .dangerous
    case .note: after.tally.isNoteEarly ? .early : nil
    case .readBack: before.tally.hasAskedParty ? nil : .early
    case .tellBack: before.isDone ? nil : .early
    case .end(let end): after.isDone && end == after.rightEnd ? .asGood : .early
    case .ask(_, let tone) where tone != .clear: .unkind(tone)
    case .ask: after.tally.useless > before.tally.useless ? .useless : nil
    case .advise: advised(before, after)
    case .show, .isSeen, .wait, .jot: nil
    }
  }

  private static func advised(_ before: TrainingCall, _ after: TrainingCall) -> Debrief.Worth? {
    guard after.tally.advice.count > before.tally.advice.count, let mark = after.tally.advice.last
    else { return nil }
    // What nothing needs is no better with somebody else, or somewhere else.
    guard mark.isNeeded else {
      return after.hasSucceeded || after.symptom != before.symptom ? .tooWide : .needless
    }
    switch (mark.rightWho, mark.rightPlace) {
    case (false, false): return .wrongWhoAndPlace
    case (false, true): return .wrongWho
    case (true, false): return .wrongPlace
    case (true, true): break
    }
    return after.tally.guessed.subtracting(before.tally.guessed).sorted().first.map { .guess($0) }
  }

  /// Seconds that make no difference.
  private static let leastLost = 10
}
