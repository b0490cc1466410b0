/// Where an answer comes from; it decides how far one may lean on it.
package enum AnswerSource: String, CaseIterable, Codable, Sendable {
  /// Read off the screen in Altinn or in the program.
  case seen
  /// Said by somebody, from memory or hearsay; over the phone nothing is confirmed by it.
  case told
  /// Follows from other answers.
  case derived
  /// Read out of a pasted message.
  case message
}

/// What was answered to one question.
package struct Answer: Hashable, Codable, Sendable {
  package var value: String
  package var source: AnswerSource

  package init(_ value: String, source: AnswerSource) {
    self.value = value
    self.source = source
  }
}

/// An answer with the field it was given in.
package struct StoredAnswer: Hashable, Codable, Sendable {
  package var field: FieldID
  package var answer: Answer

  package init(field: FieldID, answer: Answer) {
    self.field = field
    self.answer = answer
  }
}
