import Model

extension FieldID {
  /// The words the first portal lets the fact be answered with; `nil` where a catalogue decides.
  var values: [String]? { Portal.altinn2.values(of: self) }
}
