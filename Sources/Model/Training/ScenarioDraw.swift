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
  package func scenario(_ id: ScenarioID) -> Scenario? {
    guard id.variant == 0 else { return varied(id) }
    if let level = id.drawnLevel { return drawn(id, level) }
    return exercise(id).flatMap { made($0, id) }
  }

  private func exercise(_ id: ScenarioID) -> Exercise? {
    table.exercises.first { $0.id == id.name }
  }

  // MARK: - By hand

  private func made(_ exercise: Exercise, _ id: ScenarioID) -> Scenario? {
    guard let base = table.base(exercise.base),
      let facts = table.facts(base.id, with: exercise.faults)
    else { return nil }
    var random = SplitMix(id.description)
    let world = HiddenWorld(
      facts.merging(exercise.facts) { $1 },
      outside: exercise.outside,
      failedTries: random.below(3),
      in: engine.portal
    )
    let phrases = table.phrases(base.id, with: exercise.faults)
    return scenario(id, exercise.level, world, phrases, exercise, &random)
  }

  // MARK: - By level

  private func drawn(_ id: ScenarioID, _ level: Int) -> Scenario? {
    var random = SplitMix(id.description)
    // Thrown away is what a fault hides another in, and what no way leads through. A few draws are enough,
    // now and then dozens.
    for _ in 0..<200 {
      guard let base = random.pick(table.bases) else { return nil }
      let count = level < 4 ? 1 : 2
      let rows = random.shuffled(table.faults.filter { $0.bases.contains(base.id) }).prefix(count)
      guard let facts = table.facts(base.id, with: rows.map(\.fault)) else { return nil }
      let tries = random.below(3)
      let world = HiddenWorld(facts, failedTries: tries, in: engine.portal)
      let wrong = world.faults(engine)
      guard rows.allSatisfy({ wrong.contains($0.fault) }) else { continue }
      let phrases = table.phrases(base.id, with: rows.map(\.fault))
      let drawn = scenario(id, level, world, phrases, nil, &random)
      if best(drawn).isFull { return drawn }
    }
    return nil
  }

  /// The best way of a call, and whether it is worth all there is.
  private func best(_ scenario: Scenario) -> (seconds: Double, isFull: Bool) {
    let best = BestWay(room).play(TrainingCall(scenario))
    return (best.seconds, TrainingScore(best, best: best, in: room).sum == TrainingScore.full)
  }

  // MARK: - Another caller

  /// The situation of a seed with another caller, whose best way takes as long within a tenth; where no such
  /// caller is found the seed's own comes back, in other words and for another number.
  private func varied(_ id: ScenarioID) -> Scenario? {
    guard let own = scenario(id.with(variant: 0)) else { return nil }
    let par = best(own).seconds
    var random = SplitMix(id.description)
    for _ in 0..<40 {
      let other = scenario(id, own.level, own.world, own.phrases, exercise(id), &random)
      let best = best(other)
      if best.isFull, abs(best.seconds - par) <= par / 10 { return other }
    }
    var same = own
    same.id = id
    same.party = random.pick(Self.parties) ?? own.party
    return same
  }
}
