/// Makes the scenario of a name: one made by hand with a variant, or one of a level.
package struct ScenarioDraw: Sendable {
  package static let levels = 1...5
  /// Made-up organisation numbers that begin with 3, as no real one does.
  static let parties = ["310012343", "310043214", "310505056", "311234560"]
  /// What a caller in a hurry has: the time of the best way so many times, and seconds for a detour or two.
  private static let patience = (times: 1.7, seconds: 180)

  private let room: TrainingRoom
  private var table: TrainingTable { room.table }
  private var engine: Engine { room.engine }

  init(_ room: TrainingRoom) { self.room = room }

  /// The scenario of a name; `nil` where there is no such exercise.
  package func scenario(_ id: ScenarioID) -> Scenario? {
    if let level = id.drawnLevel { return drawn(id, level) }
    guard let exercise = table.exercises.first(where: { $0.id == id.name }) else { return nil }
    return made(exercise, id)
  }

  // MARK: - By hand

  private func made(_ exercise: Exercise, _ id: ScenarioID) -> Scenario? {
    guard let base = table.base(exercise.base) else { return nil }
    var random = SplitMix(id.description)
    let rows = exercise.faults.compactMap(table.row)
    let facts = rows.map(\.facts).reduce(base.facts) { $0.merging($1) { $1 } }
      .merging(exercise.facts) { $1 }
    let world = HiddenWorld(
      facts,
      outside: exercise.outside,
      failedTries: random.below(3),
      in: engine.portal
    )
    let tempers = Set(random.pick(exercise.tempers) ?? [])
    var grasps: [FieldID: Grasp] = [:]
    for fact in exercise.looks { grasps[fact] = .canLook }
    for fact in exercise.cannot { grasps[fact] = table.knowers[fact].map { .cannot($0) } }
    return scenario(
      id,
      exercise.level,
      base,
      world,
      tempers,
      grasps,
      belief: exercise.belief,
      &random
    )
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
      let facts = rows.map(\.facts).reduce(base.facts) { $0.merging($1) { $1 } }
      let tries = random.below(3)
      let world = HiddenWorld(facts, failedTries: tries, in: engine.portal)
      let wrong = world.faults(engine)
      guard rows.allSatisfy({ wrong.contains($0.fault) }) else { continue }
      let tempers = tempers(level, &random)
      let grasps = grasps(world, tempers, level, &random)
      let drawn = scenario(id, level, base, world, tempers, grasps, belief: nil, &random)
      let best = BestWay(room).play(TrainingCall(drawn))
      if TrainingScore(best, best: best, in: room).sum == TrainingScore.full { return drawn }
    }
    return nil
  }

  /// Drawn apart from the faults, so that nobody learns the generator.
  private func tempers(_ level: Int, _ random: inout SplitMix) -> Set<Temper> {
    switch level {
    case 1: [.precise]
    case 2: Set(random.pick([.vague, .wrongWord]).map { [$0] } ?? [])
    default:
      Set(random.shuffled(Temper.allCases.filter { $0 != .precise }).prefix(level < 4 ? 2 : 3))
    }
  }

  private func grasps(
    _ world: HiddenWorld,
    _ tempers: Set<Temper>,
    _ level: Int,
    _ random: inout SplitMix
  ) -> [FieldID: Grasp] {
    guard level > 1 else { return [:] }
    let places = engine.portal.facts.compactMap(\.inquiry?.vantage).filter { $0 != .anywhere }
    let blind = tempers.contains(.cannotSee) ? random.pick(places) : nil
    var grasps: [FieldID: Grasp] = [:]
    for row in engine.portal.facts where world.facts[row.fact] != nil {
      guard let inquiry = row.inquiry, inquiry.vantage != .anywhere else { continue }
      let isUnknown = random.happens(inquiry.unanswered)
      let finds = random.below(3) > 0
      let knower = table.knowers[row.fact].map { Grasp.cannot($0) }
      if inquiry.vantage == blind {
        grasps[row.fact] = knower ?? .canLook
      } else if isUnknown {
        grasps[row.fact] = finds && row.menuPath != nil ? .canLook : knower ?? .canLook
      }
    }
    return grasps
  }

  // MARK: - Both

  private func scenario(
    _ id: ScenarioID,
    _ level: Int,
    _ base: TrainingTable.Base,
    _ world: HiddenWorld,
    _ tempers: Set<Temper>,
    _ grasps: [FieldID: Grasp],
    belief: [FieldID: String]?,
    _ random: inout SplitMix
  ) -> Scenario {
    let portal = engine.portal
    let known = portal.facts.map(\.fact).filter {
      world.facts[$0] != nil && grasps[$0] == nil && portal.values(of: $0) != nil
    }
    var unclear: Set<FieldID> = tempers.contains(.vague) ? [portal.message] : []
    if tempers.contains(.wrongWord), let fact = random.pick(known) { unclear.insert(fact) }
    var wrong: [FieldID: String] = tempers.contains(.believes) ? belief ?? [:] : [:]
    // Whoever is wrong believes that something is in order: of a fact that can be looked at.
    let shown = Set(world.faults(engine).compactMap { portal.rule(of: $0)?.shownBy })
    if tempers.contains(.believes), belief == nil,
      let fact = random.pick(known.filter(shown.contains)),
      let value = table.bases.lazy.compactMap({ $0.facts[fact] }).first(where: {
        $0 != world.facts[fact]
      })
    {
      wrong[fact] = value
    }
    var scenario = Scenario(
      id: id,
      level: level,
      world: world,
      caller: TrainingCaller(
        tempers: tempers,
        grasps: grasps,
        unclear: unclear,
        belief: wrong,
        patience: nil
      ),
      party: random.pick(Self.parties) ?? "",
      phrases: base.phrases ?? [:]
    )
    if tempers.contains(.stressed) {
      let best = BestWay(room).play(TrainingCall(scenario))
      scenario.caller.patience = Int(best.seconds * Self.patience.times) + Self.patience.seconds
    }
    return scenario
  }
}
