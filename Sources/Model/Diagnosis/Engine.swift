/// A portal made ready for judging, with what the catalogues add to it.
package struct Engine: Sendable {
  package let portal: Portal
  package let knowledge: Knowledge
  /// The groups of the portal, laid out.
  package let groups: [FactGroup]
  private let finder: RepairFinder

  /// - Parameters:
  ///   - portal: A portal of which `PortalAudit` finds that every group fits.
  ///   - knowledge: What the catalogues tell of services and messages.
  ///   - actions: The portal's actions, in the order they are to be done.
  package init(_ portal: Portal, knowledge: Knowledge, actions: [Action]) {
    self.portal = portal
    self.knowledge = knowledge
    groups = portal.groups
    precondition(groups.allSatisfy(\.fits), "a group of facts is too large")
    finder = RepairFinder(actions, groups: groups, portal: portal)
  }

  /// What follows from facts, and from what the message proves to be in order.
  package func diagnose(_ facts: Facts) -> Diagnosis {
    Diagnosis(withPassed(facts), engine: self)
  }

  /// Adds what the message proves to be in order; what somebody has said stays.
  private func withPassed(_ facts: Facts) -> Facts {
    guard let passed = knowledge.testimony(of: facts[portal.message])?.passed, !passed.isEmpty
    else { return facts }
    var known = facts
    let isRecalled = facts.recalled.contains(portal.message)
    for (fact, value) in passed.compactMap({ portal.gates[$0] }).joined() where facts[fact] == nil {
      known[fact] = value
      if isRecalled { known.recalled.insert(fact) }
    }
    return known
  }

  /// What the message says, given all that is known; `nil` where none is.
  func testimony(in facts: Facts) -> Knowledge.Testimony? {
    knowledge.testimony(of: facts[portal.message])?.held(against: facts, in: portal)
  }

  /// The minimal repairs of all that is known to fail, the best first; none while nothing is.
  package func repairs(for diagnosis: Diagnosis) -> [Repair] {
    diagnosis.conclusion.causes.isEmpty ? [] : finder.repairs(for: diagnosis)
  }

  /// What is done about a cause outside the points; `nil` for one of the points.
  package func action(against cause: Cause) -> Action? {
    finder.actions.first { $0.answersCause == cause && $0.messages.isEmpty }
  }

  /// The actions of the portal, in the order they are to be done.
  package var actions: [Action] { finder.actions }

  /// What else is true where a fact has a value.
  func implied(by value: String, of fact: FieldID) -> [FieldID: String] {
    guard let row = portal.rule(of: fact) else { return [:] }
    guard case .choices(let choices) = row.values else {
      return knowledge.implied(by: value, of: row)
    }
    return choices.first { $0.value == value }?.implies ?? [:]
  }

  /// The group that decides a point, by its index in ``groups``.
  func group(of point: Point) -> Int? { groups.firstIndex { $0.points.contains(point) } }
}
