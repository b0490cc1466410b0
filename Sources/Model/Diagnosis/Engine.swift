/// What the catalogues know that a walk through a flow leans on.
package struct Engine: Sendable {
  package let knowledge: Knowledge
  package let finder: RepairFinder

  package init(knowledge: Knowledge, finder: RepairFinder) {
    self.knowledge = knowledge
    self.finder = finder
  }

  /// What follows from facts.
  package func diagnose(_ facts: Facts) -> Diagnosis { Diagnosis(facts, knowledge: knowledge) }
}
