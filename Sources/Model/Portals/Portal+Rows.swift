// How the rows of a portal are written.

extension Portal {
  static func isYes(_ fact: FieldID) -> Condition { .is(fact, Fact.yes) }
  static func isNo(_ fact: FieldID) -> Condition { .is(fact, Fact.no) }

  static func yesNo(implies: [FieldID: String] = [:]) -> FactValues {
    .choices([Choice(Fact.yes, implies: implies), Choice(Fact.no, implies: implies)])
  }

  /// The values of an enumeration, with what each implies.
  static func choices<Value: RawRepresentable<String> & CaseIterable>(
    _: Value.Type,
    implying implied: (Value) -> [FieldID: String] = { _ in [:] }
  ) -> FactValues {
    .choices(Value.allCases.map { Choice($0.rawValue, implies: implied($0)) })
  }
}
