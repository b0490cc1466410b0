package import Drawing
package import Model

/// The desk's own forms in training, as a test uses them: what is chosen there for an act, and by which keys.
package enum DeskForms {
  /// What is written in a note: in it are two words at least of whatever caller, in each of the languages.
  package static let note =
    "Det stopper hver gang: hei, feil, ikke, ikkje, men, hello, there are, our, cannot, for the"

  /// What is chosen one after the other to end a call.
  package static func choices(for end: CallEnd) -> [String] {
    let result =
      switch end {
      case .solved: "result.2"
      case .waiting: "result.3"
      case .passedOn: "result.4"
      case .unsolved: "result.6"
      }
    return ["end", result, close]
  }

  /// Ends the call as it stands chosen.
  package static let close = "close."

  /// The keys that do what an option of a form stands for; `nil` for one that is no form's.
  ///
  /// - Parameter text: The text of a key.
  package static func keys(for id: String, _ text: (String) -> String) -> [Key]? {
    if id == close { return [.enter] }
    let parts = id.split(separator: ".").map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "result": return parts[1].map { Key.character($0) }
    case "confirm": return text("desk.letter.\(parts[1])").map { Key.character($0) }
    default: return nil
    }
  }

  /// The keys that write a note and keep it.
  package static let noteKeys: [Key] = note.map { Key.character($0) } + [Key.enter]
}
