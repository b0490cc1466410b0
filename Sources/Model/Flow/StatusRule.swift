/// A way a case of a flow can be, shown in the lists beside open, waiting and closed.
///
/// Of a flow's rules the first whose condition holds is shown.
package struct StatusRule: Equatable, Sendable {
  /// The name, unique in its flow; the words are in the texts under `mark.<flow>.<name>`.
  package let name: String
  package let when: Condition
  /// The field with the day since when it is so.
  package let since: FieldID?

  package init(_ name: String, when: Condition, since: FieldID? = nil) {
    self.name = name
    self.when = when
    self.since = since
  }

  /// The fields that the rule reads.
  package var fields: [FieldID] { when.mentions.map(\.field) + [since].compactMap(\.self) }
}

extension Flow {
  /// The rule that holds for some answers, if one does.
  package func statusRule(answer: @escaping (FieldID) -> String?) -> StatusRule? {
    statusRules.first { rule in
      rule.when.holds(
        in: ConditionView { field in
          guard let value = answer(field), !value.isEmpty else { return .unasked }
          return value == Fact.unknown ? .declined : .known(value)
        }
      ) == true
    }
  }
}
