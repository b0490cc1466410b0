/// What conditions are held against; it looks something up only when a condition asks for it.
package struct ConditionView {
  package let answer: (FieldID) -> Knowing
  /// Whether a circumstance of the walk is there.
  package let circumstance: (Condition.Circumstance) -> Bool

  package init(
    answer: @escaping (FieldID) -> Knowing,
    circumstance: @escaping (Condition.Circumstance) -> Bool = { _ in false }
  ) {
    self.answer = answer
    self.circumstance = circumstance
  }

  package init(_ facts: Facts) { self.init(answer: facts.knowing) }

  /// As if what nobody has been asked had been asked in vain: then every condition holds or does not.
  init(onlyKnown facts: Facts) {
    self.init(answer: { field in
      let known = facts.knowing(field)
      return known == .unasked ? .declined : known
    })
  }
}
