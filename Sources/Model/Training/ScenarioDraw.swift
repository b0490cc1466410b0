/// Makes the scenario of a name: one made by hand with a variant, or one of a level.
package struct ScenarioDraw: Sendable {
  package static let levels = 1...5
  /// Made-up organisation numbers that begin with 3, as no real one does.
  static let parties = ["310012343", "310043214", "310505056", "311234560"]
  let room: TrainingRoom
  var table: TrainingTable { room.table }
  var engine: Engine { room.engine }

  init(_ room: TrainingRoom) { self.room = room }

  /// The scenario of a name; `nil` where there is no such exercise.
  ///
  /// Of another version there is none: what it was drawn from is no more.
  package func scenario(_ id: ScenarioID) -> Scenario? {
    guard id.isCurrent else { return nil }
    guard id.variant == 0 else { return varied(id) }
    if let level = id.drawnLevel { return drawn(id, level) }
    if let row = practised(id) { return drawn(id, Self.practice, row) }
    return exercise(id).flatMap { made($0, id) }
  }

  /// The fault that a call is drawn for.
  package func practised(_ id: ScenarioID) -> TrainingTable.FaultRow? {
    guard let place = id.practised, table.faults.indices.contains(place - 1) else { return nil }
    return table.faults[place - 1]
  }

  /// The level whose callers those have who call for one fault.
  private static let practice = 2

  func exercise(_ id: ScenarioID) -> Exercise? {
    table.exercises.first { $0.id == id.name }
  }

  // MARK: - By hand

  private func made(_ exercise: Exercise, _ id: ScenarioID) -> Scenario? {
    guard let base = table.base(exercise.base),
      let facts = table.facts(base.id, with: exercise.faults)
    else { return nil }
    var random = SplitMix(id.words)
    let world = HiddenWorld(
      facts.merging(exercise.facts) { $1 },
      outside: exercise.outside,
      failedTries: random.below(3),
      in: engine.portal
    )
    let phrases = table.phrases(base.id, exercise)
    return scenario(id, exercise.level, world, phrases, exercise, &random)
  }

  // MARK: - By level

  /// - Parameter wanted: The fault it is to have; any that fits the level where there is none.
  private func drawn(_ id: ScenarioID, _ level: Int, _ wanted: TrainingTable.FaultRow? = nil)
    -> Scenario?
  {
    var random = SplitMix(id.words)
    let bases = wanted.map { row in table.bases.filter { row.bases.contains($0.id) } }
    // What is wanted comes first, so that it comes as often whatever is thrown away.
    let count = faultCount(level, &random)
    let mustWait = count > 0 && random.below(Self.oneWaitsIn) == 0
    // Thrown away is what a fault hides another in, and what no way leads through. A few draws are enough,
    // now and then dozens.
    for place in 0..<Self.mostDraws {
      guard let base = random.pick(bases ?? table.bases) else { return nil }
      let fitting =
        wanted.map { [$0] }
        ?? table.faults.filter { $0.bases.contains(base.id) && isMet($0.message, at: level) }
      let rows = random.shuffled(fitting).prefix(count)
      guard let facts = table.facts(base.id, with: rows.map(\.fault)) else { return nil }
      let others = table.outside.filter { $0.bases.contains(base.id) }
      let outside = count == 0 ? random.pick(others)?.message : nil
      let tries = random.below(3)
      let world = HiddenWorld(facts, outside: outside, failedTries: tries, in: engine.portal)
      let wrong = world.faults(engine)
      guard rows.allSatisfy({ wrong.contains($0.fault) }), wanted != nil || fits(wrong, level),
        !wrong.isEmpty || outside != nil
      else { continue }
      let phrases = table.phrases(base.id)
      let drawn = scenario(id, level, world, phrases, nil, &random)
      let isToWait = mustWait && place < Self.mostDraws / 2
      guard let found = isToWait ? waiting(drawn) : drawn else { continue }
      let best = best(found)
      if best.isFull, wrong.count < 2 || isTrue(best.call) { return found }
    }
    return nil
  }

  private static let mostDraws = 200
  /// Of so many calls with a fault, one has to wait for somebody who is away.
  private static let oneWaitsIn = 5
  /// The most faults of a call.
  private static let mostFaults = 3

  /// How many faults are drawn for a level; none where what is wrong lies outside the points.
  private func faultCount(_ level: Int, _ random: inout SplitMix) -> Int {
    switch level {
    case 1, 2, 3: 1
    case 4: 2
    default: random.below(Self.mostFaults + 1)
    }
  }

  /// Whether a level has calls in which this is wrong: one fault, or two of which each is met by itself.
  private func fits(_ faults: [Fault], _ level: Int) -> Bool {
    switch level {
    case 1, 2, 3: faults.count == 1
    case 4:
      faults.count == 2 && Set(faults.map { engine.portal.point(of: $0) }).count == 2
        && Set(faults.map { table.row(of: $0)?.message }).count == 2
    default: faults.count <= Self.mostFaults
    }
  }

  /// Whether a level has callers who meet a message: at first one that proves a point, then one that does not or
  /// none, and then one that can be read aloud.
  private func isMet(_ message: String, at level: Int) -> Bool {
    let evidence = engine.knowledge.testimony(of: message)?.evidence ?? []
    let points = Set(evidence.compactMap { engine.portal.point(of: $0) })
    return switch level {
    case 1: points.count == 1
    case 2: points.count != 1
    case 3: !Message.isSymptom(message)
    default: true
    }
  }

  /// The same call with whoever must act away, so that it has to wait for them; `nil` where there is a way round them.
  private func waiting(_ drawn: Scenario) -> Scenario? {
    var waiting = drawn
    waiting.caller.patience = nil
    var best = BestWay(room).play(TrainingCall(waiting))
    while best.end != .waiting {
      let doers = best.acts.compactMap { act -> Actor? in
        if case .advise(_, let who, _) = act { who } else { nil }
      }
      guard let doer = doers.last(where: { $0 != .sender && !waiting.away.contains($0) }) else {
        return nil
      }
      waiting.away.insert(doer)
      best = BestWay(room).play(TrainingCall(waiting))
    }
    hurry(&waiting)
    return waiting
  }

  /// The best way of a call, and whether it is worth all there is.
  private func best(_ scenario: Scenario) -> (call: TrainingCall, isFull: Bool) {
    let best = BestWay(room).play(TrainingCall(scenario))
    return (best, TrainingScore(best, best: best, in: room).sum == TrainingScore.full)
  }

  /// Whether each message that is met on the way is true of how things are by then.
  private func isTrue(_ best: TrainingCall) -> Bool {
    var call = TrainingCall(best.scenario)
    return best.acts.allSatisfy { act in
      call.perform(act, in: room)
      return call.world.untruths(table, engine).isEmpty
    }
  }

  // MARK: - Another caller

  /// The situation of a seed with another caller, whose best way takes as long within a tenth; where no such
  /// caller is found the seed's own comes back, in other words and for another number.
  private func varied(_ id: ScenarioID) -> Scenario? {
    guard let own = scenario(id.with(variant: 0)) else { return nil }
    let first = best(own).call
    var random = SplitMix(id.words)
    for _ in 0..<40 {
      let other = scenario(
        id,
        own.level,
        own.world,
        own.phrases,
        exercise(id),
        away: own.away,
        &random
      )
      let best = best(other)
      guard best.isFull, best.call.end == first.end else { continue }
      if abs(best.call.seconds - first.seconds) <= first.seconds / 10 { return other }
    }
    var same = own
    same.id = id
    same.party = random.pick(Self.parties) ?? own.party
    return same
  }
}
