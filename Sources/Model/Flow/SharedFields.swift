/// The fields that a walk itself knows, whichever flow asks for them.
extension FieldID {
  /// What the reportee is called.
  package static let reporteeName: FieldID = "reportee.name"
}
