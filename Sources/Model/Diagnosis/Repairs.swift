/// A set of actions after which the submission succeeds, none of which can be left out.
package struct Repair: Equatable, Sendable {
  /// The actions in the order of the catalogue, which is the order to do them in.
  package let actions: [Action]

  package static func == (left: Repair, right: Repair) -> Bool {
    left.actions.map(\.id) == right.actions.map(\.id)
  }
}

/// Finds the smallest sets of actions that make a submission succeed.
package struct RepairFinder: Sendable {
  private let actions: [Action]
  private let effects: [Effect]

  /// What an action does, made ready for computing.
  private struct Effect: Sendable {
    let sets: [(fact: Fact, place: Int)]
    let requires: [(fact: Fact, places: Set<Int>)]
    let covers: ReasonSet
    let answers: ReasonSet
  }

  /// - Parameter actions: The actions of the catalogue, in the order they are to be done.
  package init(_ actions: [Action]) {
    self.actions = actions
    effects = actions.map { action in
      Effect(
        sets: action.sets.compactMap { key, value in
          Fact(rawValue: key).flatMap { fact in
            fact.values?.firstIndex(of: value).map { (fact, $0) }
          }
        },
        requires: action.requires.compactMap { key, values in
          Fact(rawValue: key).map { fact in
            (fact, Set(values.compactMap { fact.values?.firstIndex(of: $0) }))
          }
        },
        covers: ReasonSet(faults: action.covers),
        answers: ReasonSet(faults: action.answers)
      )
    }
  }

  /// The minimal repairs of all that is known to fail, the best first.
  ///
  /// What is unknown and not known to be wrong is taken to be right. Where a failing point can have
  /// several faults, a repair mends whichever it is. Best is: fewest people, least power given
  /// away, shortest wait, fewest steps.
  package func repairs(for diagnosis: Diagnosis) -> [Repair] {
    let outside = diagnosis.conclusion.causes.filter { $0.point == nil }
    let answersOutside = outside.flatMap { cause in
      actions.indices.filter { actions[$0].answersCause == cause }
    }
    guard !diagnosis.failing.isEmpty || hasOpenAlternative(diagnosis) else {
      return answersOutside.prefix(1).map { Repair(actions: [actions[$0]]) }
    }
    var combined: [[Int]] = [[]]
    for group in FactGroup.allCases {
      guard let worlds = diagnosis.possibilities[group]?.leastFaulty,
        worlds.contains(where: { !$0.faults.isEmpty })
      else { continue }
      let own = minimalSets(for: worlds, in: group, facts: diagnosis.facts)
      combined = combined.flatMap { left in own.map { left + $0 } }
    }
    return
      combined
      .map { Repair(actions: $0.sorted().map { actions[$0] }) }
      .sorted { isBetter($0, $1, in: diagnosis.facts) }
  }

  /// Whether the message says that one of several points fails without saying which.
  private func hasOpenAlternative(_ diagnosis: Diagnosis) -> Bool {
    diagnosis.possibilities.values.contains { possibilities in
      possibilities.leastFaulty.allSatisfy { !$0.faults.isEmpty }
    }
  }

  private func minimalSets(
    for worlds: [(world: World, faults: ReasonSet)],
    in group: FactGroup,
    facts: Facts
  ) -> [[Int]] {
    let faults = worlds.reduce(into: ReasonSet()) { $0.formUnion($1.faults) }
    let candidates = actions.indices.filter { !effects[$0].answers.isDisjoint(with: faults) }
    var found: [UInt32] = []
    let subsets = (1..<(UInt32(1) << UInt32(candidates.count)))
      .sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    for subset in subsets where !found.contains(where: { $0 & subset == $0 }) {
      let chosen = candidates.indices.filter { subset >> UInt32($0) & 1 == 1 }
        .map { candidates[$0] }
      if isComplete(chosen)
        && worlds.allSatisfy({ succeeds($0.world, doing: chosen, group, facts) })
      {
        found.append(subset)
      }
    }
    return found.map { subset in
      candidates.indices.filter { subset >> UInt32($0) & 1 == 1 }.map { candidates[$0] }
    }
  }

  /// Whether each chosen action has beside it those that belong with it.
  private func isComplete(_ chosen: [Int]) -> Bool {
    let ids = chosen.map { actions[$0].id }
    return chosen.allSatisfy { actions[$0].with.allSatisfy(ids.contains) }
  }

  /// Whether a submission succeeds in a world once the actions are done.
  private func succeeds(
    _ world: World,
    doing chosen: [Int],
    _ group: FactGroup,
    _ facts: Facts
  ) -> Bool {
    var after = world
    var covered: ReasonSet = []
    for index in chosen {
      for (fact, place) in effects[index].sets { after[fact] = place }
      covered.formUnion(effects[index].covers)
    }
    for index in chosen {
      for (fact, places) in effects[index].requires {
        // A fact outside the verdicts is not part of a world and must be known.
        let place =
          group.facts.contains(fact)
          ? after[fact] : facts[fact].flatMap { fact.values?.firstIndex(of: $0) }
        guard let place, places.contains(place) else { return false }
      }
    }
    return after.reasons(in: group).faults.isSubset(of: covered)
  }

  private func isBetter(_ left: Repair, _ right: Repair, in facts: Facts) -> Bool {
    cost(left, in: facts).lexicographicallyPrecedes(cost(right, in: facts))
  }

  private func cost(_ repair: Repair, in facts: Facts) -> [Int] {
    let people = Set(
      repair.actions.flatMap { [$0.actor(in: facts), $0.alsoBy].compactMap(\.self) }
    )
    return [
      people.count,
      repair.actions.reduce(0) { $0 + $1.power },
      repair.actions.map(\.wait).max() ?? 0,
      repair.actions.reduce(0) { $0 + $1.steps },
    ]
  }
}
