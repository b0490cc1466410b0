/// The fields that a walk itself knows, whichever flow asks for them.
extension FieldID {
  /// What the reportee is called.
  package static let reporteeName: FieldID = "reportee.name"
  /// The redacted text of the message.
  package static let messageText: FieldID = "message.text"
  /// The entries a message may be that is not known to the letter, with commas between, the likeliest first.
  package static let messageCandidates: FieldID = "message.candidates"
  /// Which of those it is, as somebody says who compares them.
  package static let messageLike: FieldID = "message.like"
  /// What is seen, where no message is known.
  package static let messageSymptom: FieldID = "message.symptom"
  /// The number of the case that a task was begun from.
  package static let origin: FieldID = "origin.case"
}
