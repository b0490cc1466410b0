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
    var requires: [Requirement]
    let covers: ReasonSet
    let answers: ReasonSet
  }

  /// Values of which a fact must have one for an action to work.
  private struct Requirement: Sendable {
    let fact: Fact
    /// The places of the values among ``Fact/values``.
    let places: Set<Int>

    func isMet(by facts: Facts) -> Bool {
      facts[fact].flatMap { fact.values?.firstIndex(of: $0) }.map(places.contains) ?? false
    }
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
            Requirement(
              fact: fact,
              places: Set(values.compactMap { fact.values?.firstIndex(of: $0) })
            )
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
    let inGroup = Set(group.facts)
    let candidates = actions.indices.filter { index in
      !effects[index].answers.isDisjoint(with: faults)
        // A fact outside the verdicts is not part of a world and must be known.
        && effects[index].requires.allSatisfy { inGroup.contains($0.fact) || $0.isMet(by: facts) }
    }
    let steps = candidates.map { index in
      var step = effects[index]
      step.requires.removeAll { !inGroup.contains($0.fact) }
      return step
    }
    let partners = candidates.map { index in
      actions[index].with.reduce(0) { set, id in
        set | 1 << (candidates.firstIndex { actions[$0].id == id } ?? candidates.count)
      }
    }
    var found: [Int] = []
    for size in candidates.indices.map({ $0 + 1 }) {
      var subset = 1 << size - 1
      while subset < 1 << candidates.count {
        let chosen = candidates.indices.lazy.filter { [subset] in subset >> $0 & 1 == 1 }
        if !found.contains(where: { $0 & subset == $0 }),
          chosen.allSatisfy({ partners[$0] & ~subset == 0 }),
          worlds.allSatisfy({ succeeds($0.world, after: chosen.lazy.map { steps[$0] }, group) })
        {
          found.append(subset)
        }
        subset = Self.next(after: subset)
      }
    }
    return found.map { subset in
      candidates.indices.filter { subset >> $0 & 1 == 1 }.map { candidates[$0] }
    }
  }

  /// The next larger number with as many bits set: the next set of the same size.
  private static func next(after set: Int) -> Int {
    let lowest = set & -set
    let carried = set + lowest
    return carried | ((carried ^ set) / lowest) >> 2
  }

  /// Whether a submission succeeds in a world once the steps are done.
  private func succeeds(
    _ world: World,
    after steps: some Sequence<Effect>,
    _ group: FactGroup
  ) -> Bool {
    var after = world
    var covered: ReasonSet = []
    for step in steps {
      for (fact, place) in step.sets { after[fact] = place }
      covered.formUnion(step.covers)
    }
    return after.reasons(in: group).faults.isSubset(of: covered)
      && steps.allSatisfy { $0.requires.allSatisfy { $0.places.contains(after[$0.fact]) } }
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
