/// A set of actions after which the submission succeeds, none of which can be left out by what is known.
package struct Repair: Equatable, Sendable {
  /// The actions in the order of the catalogue, which is the order to do them in.
  package let actions: [Action]
  /// The ids of those that may be needless: in some way things may be the others do without them.
  package let maybe: Set<String>
  /// The ids of those that in some way things may be answer nothing that is wrong there, though they may mend it.
  package let unsure: Set<String>

  init(actions: [Action], maybe: Set<String> = [], unsure: Set<String> = []) {
    self.actions = actions
    self.maybe = maybe
    self.unsure = unsure
  }

  package static func == (left: Repair, right: Repair) -> Bool {
    left.actions.map(\.id) == right.actions.map(\.id)
  }
}

/// Finds the smallest sets of actions that make a submission succeed.
struct RepairFinder: Sendable {
  let actions: [Action]
  private let portal: Portal
  /// What each action does to each group.
  private let effects: [[Effect]]

  /// What an action does to the worlds of a group.
  private struct Effect: Sendable {
    /// The bits of the facts it sets.
    let clears: UInt64
    /// The bits of the values it sets them to.
    let sets: UInt64
    /// Bits that may not be set after it.
    let forbids: UInt64
    let covers: ReasonSet
    let answers: ReasonSet
    /// What it requires of facts outside the group, which must be known: a fact and the values that do.
    let outside: [(fact: FieldID, values: [String])]

    init(_ action: Action, in group: FactGroup) {
      var clears: UInt64 = 0
      var sets: UInt64 = 0
      var forbids: UInt64 = 0
      for axis in group.axes {
        if let value = action.sets[axis.fact] {
          clears |= axis.mask
          sets |= axis.bits([value])
        }
        if let values = action.requires[axis.fact] { forbids |= axis.mask & ~axis.bits(values) }
      }
      self.clears = clears
      self.sets = sets
      self.forbids = forbids
      covers = group.set(of: action.covers)
      answers = group.set(of: action.answers)
      outside = action.requires.filter { !group.facts.contains($0.key) }.map { ($0, $1) }
    }
  }

  /// - Parameter actions: The actions of the portal, in the order they are to be done.
  init(_ actions: [Action], groups: [FactGroup], portal: Portal) {
    self.actions = actions
    self.portal = portal
    effects = groups.map { group in actions.map { Effect($0, in: group) } }
  }

  /// The minimal repairs of all that is known to fail, the best first.
  ///
  /// What is unknown and not known to be wrong is taken to be right. Where a failing point can have
  /// several faults, a repair mends whichever it is. Best is: fewest people, least power given
  /// away, shortest wait, fewest steps.
  func repairs(for diagnosis: Diagnosis) -> [Repair] {
    let answersOutside = self.answersOutside(diagnosis)
    guard !diagnosis.failing.isEmpty || hasOpenAlternative(diagnosis) else {
      return answersOutside.prefix(1).map { Repair(actions: [actions[$0]]) }
    }
    var combined = [Way(actions: [])]
    for (possibilities, effects) in zip(diagnosis.possibilities, effects) {
      let worlds = possibilities.usual
      guard worlds.contains(where: { !$0.faults.isEmpty }) else { continue }
      let own = minimalSets(
        for: worlds,
        in: possibilities.group,
        effects,
        facts: diagnosis.facts
      )
      combined = combined.flatMap { left in own.map { left + $0 } }
    }
    let repairsOnly =
      !diagnosis.failing.isEmpty
      && diagnosis.failing.allSatisfy { point in
        portal.points.contains { $0.point == point && $0.isForRepair }
      }
    // Whoever cannot approve what mends a cause outside the points is in the way of that alone.
    if repairsOnly, let outside = answersOutside.first {
      combined = combined.map { $0 + Way(actions: [outside]) }
    }
    return
      combined
      .map { way in
        Repair(
          actions: way.actions.sorted().map { actions[$0] },
          maybe: Set(way.maybe.map { actions[$0].id }),
          unsure: Set(way.unsure.map { actions[$0].id })
        )
      }
      .sorted { isBetter($0, $1, in: diagnosis.facts) }
  }

  /// The action against the first cause outside the points, where there is such a cause.
  func outside(_ diagnosis: Diagnosis) -> Action? {
    answersOutside(diagnosis).first.map { actions[$0] }
  }

  /// The actions against the causes outside the points, by their places.
  private func answersOutside(_ diagnosis: Diagnosis) -> [Int] {
    diagnosis.conclusion.causes.filter { $0.point == nil }.flatMap { cause in
      let fitting = actions.indices.filter {
        actions[$0].answersCause == cause && isPossible(actions[$0], knowing: diagnosis.facts)
      }
      // What is for this very message comes before what is for any.
      return fitting.filter { !actions[$0].messages.isEmpty }
        + fitting.filter { actions[$0].messages.isEmpty }
    }
  }

  /// Actions by their places, those of them that may be needless, and those that may answer nothing.
  private struct Way {
    let actions: [Int]
    var maybe: [Int] = []
    var unsure: [Int] = []

    static func + (left: Way, right: Way) -> Way {
      Way(
        actions: left.actions + right.actions,
        maybe: left.maybe + right.maybe,
        unsure: left.unsure + right.unsure
      )
    }
  }

  /// Whether an action is for the message, and all that it requires is known to hold.
  private func isPossible(_ action: Action, knowing facts: Facts) -> Bool {
    (action.messages.isEmpty || facts[portal.message].map(action.messages.contains) ?? false)
      && action.requires.allSatisfy { fact, values in
        facts[fact].map(values.contains) ?? false
      }
  }

  /// Whether the message says that one of several points fails without saying which.
  private func hasOpenAlternative(_ diagnosis: Diagnosis) -> Bool {
    diagnosis.possibilities.contains { possibilities in
      possibilities.leastFaulty.allSatisfy { !$0.faults.isEmpty }
    }
  }

  private func minimalSets(
    for worlds: [(world: World, faults: ReasonSet)],
    in group: FactGroup,
    _ effects: [Effect],
    facts: Facts
  ) -> [Way] {
    let faults = worlds.reduce(into: ReasonSet()) { $0.formUnion($1.faults) }
    let candidates = actions.indices.filter { index in
      !effects[index].answers.isDisjoint(with: faults)
        && effects[index].outside.allSatisfy { required in
          facts[required.fact].map(required.values.contains) ?? false
        }
        && actions[index].unless.allSatisfy { fact, values in
          facts[fact].map { !values.contains($0) } ?? true
        }
    }
    let steps = candidates.map { effects[$0] }
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
      let chosen = candidates.indices.filter { subset >> $0 & 1 == 1 }
      let maybe = chosen.filter { spared in
        let others = chosen.filter { $0 != spared }
        return !others.contains { partners[$0] >> spared & 1 == 1 }
          && worlds.contains { succeeds($0.world, after: others.map { steps[$0] }, group) }
      }
      let unsure = chosen.filter { index in
        worlds.contains { steps[index].answers.isDisjoint(with: $0.faults) }
      }
      return Way(
        actions: chosen.map { candidates[$0] },
        maybe: maybe.map { candidates[$0] },
        unsure: unsure.map { candidates[$0] }
      )
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
    var forbidden: UInt64 = 0
    var covered: ReasonSet = []
    for step in steps {
      after.bits = after.bits & ~step.clears | step.sets
      forbidden |= step.forbids
      covered.formUnion(step.covers)
    }
    return after.bits & forbidden == 0 && group.isSound(after, but: covered)
  }

  private func isBetter(_ left: Repair, _ right: Repair, in facts: Facts) -> Bool {
    cost(left, in: facts).lexicographicallyPrecedes(cost(right, in: facts))
  }

  private func cost(_ repair: Repair, in facts: Facts) -> [Int] {
    let people = Set(repair.actions.flatMap { portal.actors(of: $0, in: facts) })
    return [
      people.count,
      repair.actions.reduce(0) { $0 + $1.power },
      repair.actions.map(\.wait).max() ?? 0,
      repair.actions.reduce(0) { $0 + $1.steps },
    ]
  }
}
