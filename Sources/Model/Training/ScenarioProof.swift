/// Holds one exercise against the laws of training; what it finds is a defect of the exercise or of the rules.
package struct ScenarioProof: Sendable {
  package let scenario: Scenario
  private let room: TrainingRoom
  private let way: BestWay
  /// The call by the best way.
  package let best: TrainingCall

  package init(_ scenario: Scenario, in room: TrainingRoom) {
    self.scenario = scenario
    self.room = room
    way = BestWay(room)
    best = way.play(TrainingCall(scenario))
  }

  /// What does not hold; empty for a sound exercise.
  package var findings: [String] {
    (messageFindings + answerFindings + repairFindings + wayFindings + walkFindings + eventFindings)
      .map { "\(scenario.id): \($0)" }
  }

  /// What the caller reads out must be true of the world.
  private var messageFindings: [String] {
    guard scenario.world.symptom(room.table, room.engine) != nil else {
      return ["nothing is wrong"]
    }
    return scenario.world.untruths(room.table, room.engine) + looseEnds(scenario.world)
  }

  /// Facts that cannot be as they are, since others are tied to them.
  private func looseEnds(_ world: HiddenWorld) -> [String] {
    world.looseEnds(room.engine).map { "\($0.fact) should be \($0.value)" }
  }

  /// An answer is the world's, or marked as what the caller is like; and it can be put right.
  private var answerFindings: [String] {
    let caller = scenario.caller
    var found = caller.belief.count > 1 ? ["more than one false belief"] : []
    // Before the first question no more is known than what the opening states.
    let untold = room.diagnosis(TrainingCall(scenario))
    for fact in room.portal.facts.map(\.fact) where fact != room.portal.message {
      var call = TrainingCall(scenario)
      var reply = call.perform(.ask(fact, .clear), in: room, knowing: untold)
      if reply == .mixedUp(fact) {
        if !caller.unclear.contains(fact) { found.append("\(fact) is unclear") }
        reply = call.perform(.ask(fact, .clear), in: room, knowing: untold)
      }
      let value = scenario.world.facts[fact]
      let isKnown = caller.grasp(of: fact) == .knows || scenario.told[fact] != nil
      switch reply {
      case .notHere: if value != nil { found.append("\(fact) is not told") }
      case .unknown: if isKnown { found.append("\(fact) is known") }
      case .value(_, let said):
        if !isKnown { found.append("\(fact) is not known") }
        if said != value && caller.belief[fact] != said { found.append("\(fact) is a lie") }
        if said != value, call.perform(.isSeen(fact), in: room) != .corrects(fact, value ?? "") {
          found.append("\(fact) cannot be put right")
        }
      default: found.append("\(fact): \(reply)")
      }
    }
    return found
  }

  /// Each smallest repair mends all, and no part of it does.
  private var repairFindings: [String] {
    let repairs = scenario.world.repairs(room.engine)
    guard scenario.world.outside == nil else {
      return repairs.isEmpty ? ["nobody takes it on"] : []
    }
    if repairs.isEmpty { return ["no repair"] }
    return repairs.flatMap { repair -> [String] in
      let ids = repair.actions.map(\.id).joined(separator: "+")
      func isSound(without left: Action?) -> Bool {
        var world = scenario.world
        // One may have to wait for another.
        for _ in repair.actions {
          for action in repair.actions where action.id != left?.id {
            world.apply(action, room.engine)
          }
        }
        return world.faults(room.engine).isEmpty
      }
      let whole = isSound(without: nil) ? [] : ["\(ids) does not mend it"]
      return whole
        + repair.actions.filter { isSound(without: $0) }.map { "\(ids) does without \($0.id)" }
    }
  }

  /// The best way solves it and is worth all there is; a question that changes nothing is worth nothing.
  private var wayFindings: [String] {
    let end: CallEnd =
      !scenario.away.isEmpty ? .waiting : scenario.world.outside == nil ? .solved : .passedOn
    guard best.end == end else {
      return ["the best way ends \(best.end.map(\.rawValue) ?? "nowhere"): \(best.acts)"]
    }
    let loose = looseEnds(best.world)
    guard loose.isEmpty else { return loose.map { "after the best way \($0)" } }
    let score = TrainingScore(best, best: best, in: room)
    guard score.sum == TrainingScore.full, score.isPassed else {
      return ["the best way is worth \(score.points)"]
    }
    let fact = room.portal.facts.first { best.known[$0.fact] != nil }?.fact ?? room.portal.message
    let more = TrainingCall(
      scenario,
      playing: best.acts.dropLast() + [.ask(fact, .clear)] + best.acts.suffix(1),
      in: room
    )
    return TrainingScore(more, best: best, in: room).sum > score.sum ? ["asking \(fact) pays"] : []
  }

  /// What is known of a call, without what the caller is wrong about, and what would follow from that.
  private func honest(_ call: TrainingCall) -> Facts {
    var honest = call.known
    for (fact, value) in scenario.caller.belief where honest[fact] == value {
      honest[fact] = nil
      for (implied, value) in room.engine.implied(by: value, of: fact)
      where honest[implied] == value && call.world.facts[implied] != value {
        honest[implied] = nil
      }
    }
    return honest
  }

  /// Whether what was honestly said leaves room for how things are, and makes certain only what is so.
  private func isTrue(_ call: TrainingCall) -> Bool {
    let diagnosis = room.engine.diagnose(honest(call))
    let real = Set(call.world.faults(room.engine))
    return Set(diagnosis.certainFaults).isSubset(of: real)
      && diagnosis.possibilities.allSatisfy { $0.hold(call.world.facts, room.engine) }
  }

  /// Whatever happens on the way, a best way leads on from there, and is worth all there is.
  private var eventFindings: [String] {
    var random = SplitMix("\(scenario.id.words) event")
    guard best.end != nil, let happening = random.pick(room.happenings) else { return [] }
    let place = random.below(best.acts.count)
    let acts = Array(best.acts.prefix(place)) + [TrainingAct.event(happening)]
    let call = TrainingCall(scenario, playing: acts, in: room)
    let ended = way.play(call)
    var found = (looseEnds(call.world) + looseEnds(ended.world)).map { "after \(happening) \($0)" }
    if room.engine.diagnose(honest(call)).contradictsMessage {
      found.append("\(happening) contradicts the message")
    }
    let score = TrainingScore(ended, best: Debrief.best(for: ended, in: room), in: room)
    // A way that has become longer may outlast the caller's patience, who then goes with what was mended.
    let isEnded = ended.end == ended.rightEnd || ended.hasHungUp
    if !ended.isDone || !isEnded || score.sum != TrainingScore.full {
      found.append("after \(happening) at \(place) the best way is worth \(score.points)")
    }
    return found
  }

  /// Whatever is done, what was honestly said leaves room for how things are.
  private var walkFindings: [String] {
    var random = SplitMix("\(scenario.id.words) walk")
    var call = TrainingCall(scenario)
    var found: [String] = []
    for _ in 0..<12 {
      guard !call.isOver, let act = RandomTrainee.act(call, &random, in: room) else { break }
      call.perform(act, in: room)
      found += looseEnds(call.world).map { "after \(act) \($0)" }
      if !isTrue(call) { found.append("leads astray: \(call.acts)") }
    }
    if room.engine.diagnose(honest(call)).contradictsMessage {
      found.append("contradicts the message: \(call.acts)")
    }
    let sum = TrainingScore(call, best: best, in: room).sum
    if !(0...TrainingScore.full).contains(sum) { found.append("is worth \(sum)") }
    return found
  }
}

/// Somebody who does anything that is offered.
package enum RandomTrainee {
  package static func act(
    _ call: TrainingCall,
    _ random: inout SplitMix,
    in room: TrainingRoom
  ) -> TrainingAct? {
    let portal = room.portal
    guard let fact = random.pick(room.questions(call)),
      let actor = random.pick(portal.actors.map(\.actor))
    else { return nil }
    switch random.below(9) {
    case 0, 1, 2: return .ask(fact, random.pick(AskingTone.allCases) ?? .clear)
    case 3:
      return random.pick(room.places(for: fact, call)).map { .show(fact, at: $0) } ?? .isSeen(fact)
    case 4: return .wait(fact, for: actor)
    case 5, 6:
      guard let id = random.pick(room.advice(call)) else { return nil }
      if let lure = Lure(rawValue: id) { return .lure(lure) }
      guard let action = room.action(id), let place = random.pick(room.places(for: action, call))
      else { return nil }
      return .advise(id, who: actor, place: place)
    case 7: return random.pick([.readBack, .tellBack, .note([.message]), .isSeen(fact)])
    default:
      return random.below(6) == 0 ? random.pick(CallEnd.allCases).map { .end($0) } : .readBack
    }
  }
}
