/// The name of a question.
///
/// A question that a portal judges by is a fact: its name is then also the key in an answers file. The
/// names of a portal's facts are declared beside its rows.
package struct FieldID: StringID {
  package let rawValue: String

  package init(rawValue: String) { self.rawValue = rawValue }

  /// The same name.
  package init(_ field: FieldID) { self = field }
}
