/// One way to answer a question.
package struct Choice: Equatable, Sendable {
  /// What is kept.
  ///
  /// The words are in the texts under `question.<field>.<value>`.
  package let value: String
  /// What else is true of somebody who answers so; it never overrides an answer they gave.
  package let implies: [FieldID: String]

  package init(_ value: String, implies: [FieldID: String] = [:]) {
    self.value = value
    self.implies = implies
  }
}
