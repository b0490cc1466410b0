import Model

/// What repairs there must be and in which order, worked out a second time by trying every set.
enum RepairOrder {
  /// Whether the engine itself finds nothing wrong in a complete case after the actions.
  static func succeeds(_ facts: Facts, after actions: [Action], _ engine: Engine) -> Bool {
    var after = facts
    var covered: Set<Fault> = []
    for action in actions {
      for (fact, value) in action.sets { after[fact] = value }
      covered.formUnion(action.covers)
    }
    for action in actions {
      for (fact, values) in action.requires {
        guard let value = after[fact], values.contains(value) else { return false }
      }
    }
    return engine.diagnose(after).verdicts.allSatisfy { verdict in
      verdict.state != .failing
        || verdict.reasons.allSatisfy { reason in
          guard case .fault(let fault) = reason else { return true }
          return covered.contains(fault)
        }
    }
  }

  /// Every set of actions that mends a complete case and of which none can be left out, where each
  /// action answers a fault that is there.
  static func minimal(_ actions: [Action], _ facts: Facts, _ engine: Engine) -> [[Action]] {
    let present = Set(engine.diagnose(facts).verdicts.flatMap(\.reasons))
    let useful = actions.filter { action in
      action.answers.contains { present.contains(.fault($0)) }
    }
    let mending = (0..<1 << useful.count).filter { set in
      succeeds(
        facts,
        after: useful.indices.filter { set >> $0 & 1 == 1 }.map { useful[$0] },
        engine
      )
    }
    return mending.filter { set in !mending.contains { $0 != set && $0 & set == $0 } }
      .map { set in useful.indices.filter { set >> $0 & 1 == 1 }.map { useful[$0] } }
  }

  /// Whether no repair stands before a better one: fewer people, then less power given away, then a
  /// shorter wait, then fewer steps.
  static func isSorted(_ repairs: [Repair], in facts: Facts) -> Bool {
    zip(repairs, repairs.dropFirst()).allSatisfy { !isBetter($1.actions, $0.actions, facts) }
  }

  private static func isBetter(_ one: [Action], _ other: [Action], _ facts: Facts) -> Bool {
    let people = (people(one, facts), people(other, facts))
    if people.0 != people.1 { return people.0 < people.1 }
    let power = (sum(one, \.power), sum(other, \.power))
    if power.0 != power.1 { return power.0 < power.1 }
    let wait = (one.map(\.wait).max() ?? 0, other.map(\.wait).max() ?? 0)
    if wait.0 != wait.1 { return wait.0 < wait.1 }
    return sum(one, \.steps) < sum(other, \.steps)
  }

  private static func sum(_ actions: [Action], _ figure: (Action) -> Int) -> Int {
    actions.reduce(0) { $0 + figure($1) }
  }

  /// How many people it takes; what the others do for the reportee the sender does for oneself.
  private static func people(_ actions: [Action], _ facts: Facts) -> Int {
    let isForSelf = facts.holds(.reporteeKind, "self")
    let people = actions.flatMap { action -> [Actor] in
      let doer: Actor =
        switch action.by {
        case .giver, .reporteeManager, .reporteeSigner, .signer: isForSelf ? .sender : action.by
        case .ownerManager where facts.holds(.systemOwner, "self"): .sender
        case .ownerManager where facts.holds(.systemOwner, "reportee"):
          isForSelf ? .sender : .reporteeManager
        default: action.by
        }
      return [doer] + (action.alsoBy.map { [$0] } ?? [])
    }
    return Set(people).count
  }
}
