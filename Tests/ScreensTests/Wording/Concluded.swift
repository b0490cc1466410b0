import Model
import SafeText

extension Walk {
  /// A search for a fault at its conclusion, with the message or symptom it is about and what else was answered.
  static func concluded(
    _ flow: Flow,
    _ message: String,
    _ answers: KeyValuePairs<FieldID, String> = [:]
  ) -> Walk {
    var walk = Content.embedded.walk(flow)
    let isSymptom = Content.embedded.message(message)?.isSymptom ?? false
    walk.give(isSymptom ? Fact.unknown : message, to: .message)
    if isSymptom { walk.give(message, to: .messageSymptom) }
    for (fact, value) in answers { walk.give(value, to: fact) }
    walk.go(toFirst: .conclusion)
    return walk
  }
}

extension [Prose] {
  /// All of it, each piece in a line of its own.
  var inWholeLines: String { lines(width: 1_000).map(\.text).joined(separator: "\n") }
}
