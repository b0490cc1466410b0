/// How a case of a flow stands, told in a list by more than open, waiting or closed.
///
/// Of a flow's marks the first whose condition holds is told.
package struct Mark: Equatable, Sendable {
  /// The name, unique in its flow; the words are in the texts under `mark.<flow>.<name>`.
  package let name: String
  package let when: Condition
  /// The answer that says on which day it came to be so.
  package let since: FieldID?

  package init(_ name: String, when: Condition, since: FieldID? = nil) {
    self.name = name
    self.when = when
    self.since = since
  }
}

extension Flow {
  /// The mark that holds for some answers, if one does.
  package func mark(answer: @escaping (FieldID) -> String?) -> Mark? {
    marks.first { mark in
      mark.when.holds(
        in: ConditionView { field in
          guard let value = answer(field), !value.isEmpty else { return .unasked }
          return value == Fact.unknown ? .declined : .known(value)
        }
      ) == true
    }
  }

  /// The fields that the lists need of every flow; nothing else of a case is read for them.
  package static let markFields: [FieldID] = Array(
    Set(
      all.flatMap(\.marks).flatMap { $0.when.mentions.map(\.field) + [$0.since].compactMap(\.self) }
    )
  ).sorted { $0.rawValue < $1.rawValue }
}
