extension Certainty {
  /// The key of the text that says how certain a conclusion is.
  package var textKey: String { "certainty.\(rawValue)" }
}

extension PlanReason {
  /// The key of the text that says why a question is asked now.
  package var textKey: String { "planned.\(rawValue)" }
}
