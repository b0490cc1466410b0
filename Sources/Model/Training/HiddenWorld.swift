/// How things really are in an exercise, which only answers and consequences show.
package struct HiddenWorld: Equatable, Sendable {
  /// Every fact that has a meaning.
  package private(set) var facts: [FieldID: String] = [:]
  /// Those too that have none as things stand, and get one when others change.
  private(set) var all: [FieldID: String]
  /// A message whose cause lies outside the points.
  package let outside: String?
  /// Faults that somebody got round without changing a fact.
  private var covered: Set<Fault> = []
  /// How often the datasystem has sent with the wrong ID or password since it last got in.
  package private(set) var failedTries: Int

  /// - Parameter facts: All there are, those too that have no meaning as things stand.
  package init(
    _ facts: [FieldID: String],
    outside: String? = nil,
    failedTries: Int = 0,
    in portal: Portal
  ) {
    all = facts
    self.outside = outside
    self.failedTries = failedTries
    keepMeaningful(in: portal)
  }

  /// All that is wrong, in the order of the points.
  package func faults(_ engine: Engine) -> [Fault] {
    engine.diagnose(Facts(facts)).certainFaults.filter { !covered.contains($0) }
  }

  /// The sets of actions that mend it, none of which can be left out.
  func repairs(_ engine: Engine) -> [Repair] {
    var told = facts
    if let outside { told[engine.portal.message] = outside }
    return engine.repairs(for: engine.diagnose(Facts(told)))
  }

  /// The ids of the actions that are part of one of them.
  func needed(_ engine: Engine) -> Set<String> { Set(repairs(engine).flatMap(\.actions).map(\.id)) }

  /// What the next submission is met with: the first gate that stops it; `nil` where it succeeds.
  package func symptom(_ table: TrainingTable, _ engine: Engine) -> String? {
    let wrong = Set(faults(engine))
    return table.faults.first { wrong.contains($0.fault) }?.message ?? outside
  }

  /// What the message that is met says, and is not so; nothing in a world that can be drawn.
  func untruths(_ table: TrainingTable, _ engine: Engine) -> [String] {
    guard let symptom = symptom(table, engine),
      let told = engine.knowledge.testimony(of: symptom)
    else { return [] }
    var found: [String] = []
    let proves = told.given.allSatisfy { facts[$0.key] == $0.value }
    if proves, !told.evidence.isEmpty, told.evidence.isDisjoint(with: faults(engine)) {
      found.append("\(symptom) proves what is not so")
    }
    for (fact, value) in told.passed.compactMap({ engine.portal.gates[$0] }).joined()
    where facts[fact] ?? value != value {
      found.append("\(symptom) has passed \(fact)")
    }
    return found.sorted()
  }

  /// Whether all that an action requires holds, and whoever is to do it can: what somebody lacks who is to
  /// approve is not got round by approving.
  func allows(_ action: Action, _ engine: Engine) -> Bool {
    let holds = action.requires.allSatisfy { fact, values in
      facts[fact].map(values.contains) ?? false
    }
    let inTheWay = faults(engine).filter { fault in
      let point = engine.portal.point(of: fault)
      return !action.answers.contains(fault)
        && engine.portal.points.contains { $0.point == point && $0.isForRepair }
    }
    guard holds, !inTheWay.isEmpty else { return holds }
    var after = self
    after.change(action.sets, engine)
    return Set(inTheWay).isSubset(of: after.faults(engine))
  }

  /// Whether an action answers something that is wrong, as the catalogue has it from its sources.
  func isAnswered(by action: Action, _ engine: Engine) -> Bool {
    faults(engine).contains(where: action.answers.contains)
  }

  /// Whether all that an action sets is so already.
  func isAsAfter(_ action: Action) -> Bool { action.sets.allSatisfy { all[$0] == $1 } }

  /// Does an action, if what it requires holds and it answers something that is wrong: nothing else mends
  /// anything, whatever it sets.
  package mutating func apply(_ action: Action, _ engine: Engine) {
    guard isAnswered(by: action, engine), allows(action, engine) else { return }
    change(action.sets, engine)
    covered.formUnion(action.covers)
  }

  /// Takes in that things are otherwise, with all that follows from it.
  mutating func change(_ changed: [FieldID: String], _ engine: Engine) {
    all.merge(changed) { $1 }
    keepMeaningful(in: engine.portal)
    var held = Set(changed.keys)
    while let end = looseEnds(engine).first(where: { !held.contains($0.fact) }) {
      all[end.fact] = end.value
      held.insert(end.fact)
      keepMeaningful(in: engine.portal)
    }
  }

  /// What would be so if all held that follows from single facts, and is not; none in a world that can be.
  ///
  /// What gives way to another fact is not so, though it would follow (``FactRule/prevails``); and where a fact goes
  /// before some values alone, another stands beside it.
  package func looseEnds(_ engine: Engine) -> [(fact: FieldID, value: String)] {
    let ties = engine.portal.facts.compactMap { row in
      facts[row.fact].map { (row: row, follows: engine.implied(by: $0, of: row.fact)) }
    }
    return ties.flatMap { tie in
      tie.follows.sorted { $0.key < $1.key }.filter { fact, value in
        guard let real = facts[fact], real != value,
          tie.row.prevails[fact]?.contains(real) ?? true
        else { return false }
        return !ties.contains { other in
          other.follows[fact] == real && other.row.prevails[fact]?.contains(value) == true
        }
      }
      .map { (fact: $0, value: $1) }
    }
  }

  /// Sends once more with nothing changed.
  ///
  /// The ID of a datasystem locks for all who use it after too many failed tries (P1).
  mutating func sendUnchanged(_ engine: Engine) {
    guard !Set(faults(engine)).isDisjoint(with: [.wrongPassword, .wrongID]) else { return }
    failedTries += 1
    guard failedTries > Self.mostTries else { return }
    change([.systemLocked: Fact.yes], engine)
  }

  /// So many tries can have failed before an ID is locked, from 0 on.
  package static let mostTries = 3

  private mutating func keepMeaningful(in portal: Portal) {
    let known = Facts(all)
    facts = all.filter { portal.isRelevant($0.key, in: known) != false }
  }
}
