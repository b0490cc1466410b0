/// A portal made ready for judging, with what the catalogues add to it.
package struct Engine: Sendable {
  package let portal: Portal
  package let knowledge: Knowledge
  /// The groups of the portal, laid out.
  package let groups: [FactGroup]
  private let finder: RepairFinder
  /// `nil` where each diagnosis is worked out anew.
  private var memory: DiagnosisMemory?

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
    let make = { Diagnosis(withPassed(believing(facts)), engine: self) }
    return memory?.diagnosis(of: facts, make) ?? make()
  }

  /// The same engine, for somebody who asks about the same facts many times.
  func remembering() -> Engine {
    var engine = self
    engine.memory = DiagnosisMemory()
    return engine
  }

  /// What people say happens is what they believe, whoever wrote it down, and what other programs write may be theirs:
  /// nothing is confirmed by it alone.
  private func believing(_ facts: Facts) -> Facts {
    guard let message = facts[portal.message], knowledge.isGuessed(message) else { return facts }
    var believed = facts
    believed.recalled.insert(portal.message)
    return believed
  }

  /// Adds what the message proves to be in order; what somebody has said stays, and so does all that is open
  /// where the message does not fit it.
  private func withPassed(_ facts: Facts) -> Facts {
    var known = facts
    let isRecalled = facts.recalled.contains(portal.message)
    for proven in isRefuted(by: facts) ? [] : gatesPassed(in: facts) {
      for (fact, value) in proven where known[fact] == nil {
        known[fact] = value
        if isRecalled { known.recalled.insert(fact) }
      }
    }
    return known
  }

  /// What each gate that the message lies behind proves; nothing where another went past it.
  func gatesPassed(in facts: Facts) -> [[FieldID: String]] {
    let passed = knowledge.testimony(of: facts[portal.message])?.passed ?? []
    return passed.filter { another(behind: $0, in: facts) == nil }.compactMap { portal.gates[$0] }
  }

  /// The fact by which what went past a gate was another than the facts are of; `nil` where nobody says so.
  private func another(behind gate: String, in facts: Facts) -> FieldID? {
    portal.ofAnother[gate]?.first { facts[$0.key] == $0.value }?.key
  }

  /// Whether somebody says otherwise than a gate proves that the message lies behind, or what the message excludes: then
  /// they cannot both be of the same submission at the same time.
  package func isRefuted(by facts: Facts) -> Bool {
    let excluded = knowledge.testimony(of: facts[portal.message])?.excludes ?? [:]
    return gatesPassed(in: facts).joined().contains { facts[$0.key] ?? $0.value != $0.value }
      || excluded.contains { fact, values in facts[fact].map(values.contains) ?? false }
  }

  /// Whether an entry of a catalogue, such as the row of a service, says otherwise of the submission than what is
  /// known besides.
  func isDisputed(by facts: Facts) -> Bool {
    portal.facts.contains { row in
      guard !row.implies.isEmpty, let value = facts[row.fact] else { return false }
      return knowledge.implied(by: value, of: row).contains {
        facts[$0.key] ?? $0.value != $0.value
      }
    }
  }

  /// What the message says, given all that is known; `nil` where there is none, where it does not fit what is
  /// known, and where all it says is of another than the facts.
  func testimony(in facts: Facts) -> Knowledge.Testimony? {
    guard let told = knowledge.testimony(of: facts[portal.message]), !isRefuted(by: facts),
      !isOfAnother(told, in: facts)
    else { return nil }
    return told.held(against: facts, in: portal)
  }

  /// Whether the points a message names are all decided by what another went past a gate with.
  private func isOfAnother(_ told: Knowledge.Testimony, in facts: Facts) -> Bool {
    let named = told.causes.compactMap(\.point).compactMap(group(of:))
    return !named.isEmpty
      && told.passed.compactMap { another(behind: $0, in: facts) }.contains { fact in
        named.allSatisfy { groups[$0].facts.contains(fact) }
      }
  }

  /// The minimal repairs of all that is known to fail, the best first; none while nothing is.
  package func repairs(for diagnosis: Diagnosis) -> [Repair] {
    diagnosis.conclusion.causes.isEmpty ? [] : finder.repairs(for: diagnosis)
  }

  /// What there is to do by what is known.
  ///
  /// - Parameter repairs: What ``repairs(for:)`` found for it, which takes so long that nobody seeks them twice.
  package func advice(for diagnosis: Diagnosis, _ repairs: [Repair]) -> Advice {
    Advice(repairs, outside: finder.outside(diagnosis), for: diagnosis)
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
