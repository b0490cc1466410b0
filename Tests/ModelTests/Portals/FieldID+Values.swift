import Model
import TestSupport

extension FieldID {
  /// The words the first portal lets the fact be answered with; `nil` where a catalogue decides.
  var values: [String]? { Portal.altinn2.values(of: self) }

  /// What the search for a fault takes as its answer.
  var answers: [String] { Flow.findFault.field(self)?.answers.compactMap(\.self) ?? [] }
}
