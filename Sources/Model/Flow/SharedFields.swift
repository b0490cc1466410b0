/// The fields that a walk itself knows, whichever flow asks for them.
extension FieldID {
  /// What the reportee is called.
  package static let reporteeName: FieldID = "reportee.name"
  /// The redacted text of the message.
  package static let messageText: FieldID = "message.text"
  /// The number of the case that a task was begun from.
  package static let origin: FieldID = "origin.case"
}
