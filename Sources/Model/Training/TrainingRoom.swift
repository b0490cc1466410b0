/// What an exercise is played with: a portal's engine and table.
package struct TrainingRoom: Sendable {
  package let engine: Engine
  package let table: TrainingTable

  package init(_ engine: Engine, _ table: TrainingTable) {
    self.engine = engine.remembering()
    self.table = table
  }

  package var portal: Portal { engine.portal }
  package var draw: ScenarioDraw { ScenarioDraw(self) }

  /// The action of an id.
  package func action(_ id: String) -> Action? { engine.actions.first { $0.id == id } }

  /// What follows from what the trainee knows.
  package func diagnosis(_ call: TrainingCall) -> Diagnosis { engine.diagnose(call.known) }

  /// The point that a fact is asked for, with its number: the one whose fault it shows, or the only one that speaks
  /// of it; `nil` where it is asked for several.
  package func point(of fact: FieldID) -> (number: Int, point: Point)? {
    let points = portal.points.enumerated().map { (number: $0 + 1, row: $1) }
    let shown = points.filter { $0.row.faults.contains { $0.shownBy == fact } }
    let told =
      shown.isEmpty
      ? points.filter { $0.row.conditions.contains { $0.mentions.contains { $0.field == fact } } }
      : shown
    return told.count == 1 ? (told[0].number, told[0].row.point) : nil
  }

  /// Whether an act names nothing but what there is here.
  package func knows(_ act: TrainingAct) -> Bool {
    func has(_ fact: FieldID) -> Bool { portal.rule(of: fact) != nil }
    func has(_ actor: Actor) -> Bool { portal.actors.contains { $0.actor == actor } }
    return switch act {
    case .ask(let fact, _):
      fact == .reporteeName || fact == portal.message || Past(fact) != nil || has(fact)
    case .show(let fact, let place): has(fact) && portal.facts.contains { $0.menuPath == place }
    case .isSeen(let fact): has(fact)
    case .wait(let fact, let actor): has(fact) && has(actor)
    case .advise(let id, let who, let place):
      action(id) != nil && has(who)
        && engine.actions.contains { $0.menuPath == place || $0.menuPathForPerson == place }
    case .event(let happening): knows(happening)
    case .readBack, .lure, .tellBack, .jot, .note, .end, .hint: true
    }
  }

  /// The names of all exercises made by hand, each with some seeds, and of drawn ones of every level.
  package func names(byHand seeds: [String], drawn: [String]) -> [ScenarioID] {
    let made = table.exercises.flatMap { exercise in
      seeds.map { ScenarioID(portal.edition, exercise.id, seed: $0) }
    }
    let levels = ScenarioDraw.levels.flatMap { level in
      drawn.map { ScenarioID(portal.edition, "L\(level)", seed: $0) }
    }
    return made + levels
  }

  /// The names of calls for each fault, with some seeds.
  package func practice(_ seeds: [String]) -> [ScenarioID] {
    table.faults.flatMap { row in seeds.compactMap { practice(row.fault, seed: $0) } }
  }

  /// The name of a call with a fault; `nil` for one that no caller has.
  package func practice(_ fault: Fault, seed: String) -> ScenarioID? {
    practice(fault).map { ScenarioID(portal.edition, $0, seed: seed) }
  }

  /// What calls with a fault are called: `P` and its place among those that callers have.
  package func practice(_ fault: Fault) -> String? {
    table.faults.firstIndex { $0.fault == fault }.map { "P\($0 + 1)" }
  }

  // MARK: - What is offered

  /// What can be asked for: the message, the number and how it was before, and then the facts.
  package func questions(_ call: TrainingCall) -> [FieldID] {
    [portal.message, .reporteeName] + Past.allCases.map(\.field)
      + portal.facts.map(\.fact).filter {
        $0 != portal.message && portal.isRelevant($0, in: call.known) != false
      }
  }

  /// Places to send a caller to, one of them the right one, in an order that tells nothing.
  package func places(for fact: FieldID, _ call: TrainingCall) -> [String] {
    guard let right = portal.rule(of: fact)?.menuPath else { return [] }
    let seed = "\(call.scenario.id.words) \(fact)"
    return mixed(right, with: portal.facts.compactMap(\.menuPath), 4, seed)
  }

  /// Places to do an action at.
  package func places(for action: Action, _ call: TrainingCall) -> [String] {
    let right = portal.menuPath(of: action, in: Facts(call.world.facts))
    let seed = "\(call.scenario.id.words) \(action.id)"
    return mixed(right, with: engine.actions.map(\.menuPath), 5, seed)
  }

  /// Advice to choose among: all that mends what is wrong now, and as much that does not.
  package func advice(_ call: TrainingCall) -> [String] {
    let needed = call.world.needed(engine)
    var random = SplitMix("\(call.scenario.id.words) advice")
    let others = random.shuffled(engine.actions.map(\.id)).prefix(6)
    let lures = random.shuffled(Lure.allCases).prefix(2)
    var shown = engine.actions.map(\.id).filter { needed.contains($0) || others.contains($0) }
    // None of them is the first, so that nobody fails by a habit of the hand.
    for lure in lures {
      let place = 1 + random.below(max(1, shown.count))
      shown.insert(lure.rawValue, at: min(place, shown.count))
    }
    return shown
  }

  private func mixed(_ right: String, with all: [String], _ count: Int, _ seed: String) -> [String]
  {
    var random = SplitMix(seed)
    let others = random.shuffled(Set(all).subtracting([right]).sorted()).prefix(count - 1)
    return random.shuffled([right] + others)
  }
}
