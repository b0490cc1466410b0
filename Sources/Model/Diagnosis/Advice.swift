/// What there is to do by what is known, with what is only one of several things kept apart from it.
///
/// Something is ordered only where it answers what is wrong in every way things may be, and where nothing that
/// nobody has told could leave it nothing to do.
package struct Advice: Sendable {
  /// The actions, each once, in the order to do them in.
  package let actions: [Action]
  /// The ids of those that may turn out to answer nothing.
  package let either: Set<String>
  /// What nobody has told that decides which of these it is, in the order of the portal.
  package let deciding: [FieldID]

  /// - Parameters:
  ///   - repairs: The ways to mend it, the best first.
  ///   - outside: What is done about a cause outside the points, if there is one.
  init(_ repairs: [Repair], outside: Action?, for diagnosis: Diagnosis) {
    let best = repairs.first
    let maybe = best?.maybe ?? []
    let unsure = best?.unsure ?? []
    var called = (best?.actions ?? []).filter(diagnosis.calls)
    // What may be wrong in the points is in nobody's way while it is not known to be.
    if called.isEmpty, let outside { called = [outside] }
    if diagnosis.isUnfinished { called = [] }
    let open = called.filter { action in
      !maybe.contains(action.id)
        && (unsure.contains(action.id) || !diagnosis.undecided(action).isEmpty)
    }
    let settled = Set(called.map(\.id)).subtracting(open.map(\.id))
    // The other ways that share all the rest part from this one only here.
    let others = open.isEmpty ? [] : repairs.dropFirst()
    let rivals = others.filter { settled.isSubset(of: $0.actions.map(\.id)) }.flatMap(\.actions)
      .filter { !settled.contains($0.id) && diagnosis.calls(for: $0) }
    var seen: Set<String> = []
    var actions: [Action] = []
    for action in called {
      let group = action.id == open.first?.id ? open + rivals : [action]
      actions += group.filter { seen.insert($0.id).inserted }
    }
    let either = maybe.union((open + rivals).map(\.id)).intersection(seen)
    self.either = either
    let first = actions.filter { $0.isBeforeAll && !either.contains($0.id) }
    let firstIDs = Set(first.map(\.id))
    self.actions = first + actions.filter { !firstIDs.contains($0.id) }
    let undecided = Set((open + rivals).flatMap(diagnosis.undecided))
    deciding = diagnosis.portal.facts.map(\.fact).filter(undecided.contains)
  }

  /// Whether an action is one of several things of which whichever is needed is done.
  package func isChoice(_ action: Action) -> Bool {
    either.count > 1 && either.contains(action.id)
  }
}

extension Diagnosis {
  /// Whether an action answers something that is known to be wrong, and not only what may be.
  package func calls(for action: Action) -> Bool {
    if let cause = action.answersCause { return conclusion.causes.contains(cause) }
    let failing = self.failing
    return action.answers.contains { portal.point(of: $0).map(failing.contains) ?? false }
  }

  /// What nobody has told that leaves an action nothing to do where it is so, in the order of the portal.
  package func undecided(_ action: Action) -> [FieldID] {
    portal.facts.map(\.fact).filter { fact in
      action.unless[fact] != nil && facts[fact] == nil
        && portal.isRelevant(fact, in: facts) != false
    }
  }
}
