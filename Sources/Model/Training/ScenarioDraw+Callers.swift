// The caller of a scenario: what they are like, and what they know.

extension ScenarioDraw {
  /// A caller for a world: as an exercise has them, or as the level has it.
  ///
  /// - Parameter away: Who cannot be reached.
  func scenario(
    _ id: ScenarioID,
    _ level: Int,
    _ world: HiddenWorld,
    _ phrases: [FieldID: Int],
    _ exercise: Exercise?,
    away: Set<Actor> = [],
    _ random: inout SplitMix
  ) -> Scenario {
    let portal = engine.portal
    let told = told(id, world)
    let tempers: Set<Temper>
    let grasps: [FieldID: Grasp]
    if let exercise {
      tempers = Set(random.pick(exercise.tempers) ?? [])
      grasps = self.grasps(exercise)
    } else {
      tempers = self.tempers(level, &random)
      grasps = self.grasps(world, tempers, level, &random)
    }
    let belief = exercise?.belief
    let known = portal.facts.map(\.fact).filter {
      world.facts[$0] != nil && grasps[$0] == nil && portal.values(of: $0) != nil
    }
    // On the phone a message is cut off the first time it is read.
    let isCutOff = id.drawnLevel == Self.telephone
    var unclear: Set<FieldID> = tempers.contains(.vague) || isCutOff ? [portal.message] : []
    // What is known already, nobody asks for; who mixes up words does so where there is another word.
    let asked = known.filter { told[$0] == nil }
    let worded = asked.filter { table.wrongWord(for: $0) != nil }
    if tempers.contains(.wrongWord), let fact = random.pick(worded.isEmpty ? asked : worded) {
      unclear.insert(fact)
    }
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
      phrases: phrases,
      told: told,
      away: away
    )
    hurry(&scenario)
    return scenario
  }

  /// The level at which what is read aloud is cut off.
  private static let telephone = 3

  /// Gives a caller in a hurry time for the best way and a detour or two.
  func hurry(_ scenario: inout Scenario) {
    guard scenario.caller.tempers.contains(.stressed) else { return }
    scenario.caller.patience = nil
    let best = BestWay(room).play(TrainingCall(scenario))
    scenario.caller.patience = TrainingCaller.patience(for: best.seconds)
  }

  /// What is known from the start: what the opening states, with what follows from it.
  func told(_ id: ScenarioID, _ world: HiddenWorld) -> Facts {
    var told = Facts()
    for fact in exercise(id)?.states ?? table.states {
      guard let value = world.facts[fact] else { continue }
      told[fact] = value
      told.recalled.insert(fact)
    }
    for fact in told.recalled.sorted() {
      for (implied, value) in engine.implied(by: told[fact] ?? "", of: fact)
      where told[implied] == nil && world.facts[implied] != nil { told[implied] = value }
    }
    return told
  }

  /// What the caller of an exercise does not simply know.
  private func grasps(_ exercise: Exercise) -> [FieldID: Grasp] {
    var grasps: [FieldID: Grasp] = [:]
    for fact in exercise.looks { grasps[fact] = .canLook }
    for fact in exercise.cannot { grasps[fact] = table.knowers[fact].map { .cannot($0) } }
    return grasps
  }

  /// Drawn apart from the faults, so that nobody learns the generator.
  private func tempers(_ level: Int, _ random: inout SplitMix) -> Set<Temper> {
    switch level {
    case 1: [.precise]
    case 2: Set(random.pick([.vague, .wrongWord]).map { [$0] } ?? [])
    case 3, 4:
      Set(random.shuffled(Temper.allCases.filter { $0 != .precise }).prefix(level < 4 ? 2 : 3))
    // Whoever takes the test meets somebody who is sure of what is not so.
    default:
      Set(
        random.shuffled(Temper.allCases.filter { ![.precise, .believes].contains($0) }).prefix(2)
      )
      .union([.believes])
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
      // Whoever is on the line is asked already.
      let knower = table.knowers[row.fact].flatMap {
        engine.portal.actor($0, in: Facts(world.facts)) == .sender ? nil : Grasp.cannot($0)
      }
      if inquiry.vantage == blind {
        grasps[row.fact] = knower ?? .canLook
      } else if isUnknown {
        grasps[row.fact] = finds && row.menuPath != nil ? .canLook : knower ?? .canLook
      }
    }
    return grasps
  }
}
