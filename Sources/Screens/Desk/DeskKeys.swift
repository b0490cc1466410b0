package import Drawing
import Model
package import Wording

/// The keys that mean something on one page of the desk, for its help.
extension QueueScreen {
  package func ownKeys(_ wording: Wording) -> [Hint] {
    ["Enter", "t", "T", "r", "g", "u", "/"].map { Hint(key: $0, text: wording("desk.key.\($0)")) }
      + [Hint(key: "Tab", text: wording("desk.key.Tab"))]
  }
}

extension CallScreen {
  package func ownKeys(_ wording: Wording) -> [Hint] {
    func own(_ keys: [(key: String, text: String)]) -> [Hint] {
      keys.map { Hint(key: $0.key, text: wording("desk.key.\($0.text)")) }
    }
    // In a call it is not the language of the program.
    let aloud = own([("F9", "language")])
    let unknown = wording("letter.unknown")
    switch stage {
    case .message: return own([("1-9", "row"), ("0", "noMessage")]) + aloud
    case .points: return own([("1-9", "point")]) + aloud
    case .answer:
      return (walk.planned == nil ? [] : own([("Enter", "next")]))
        + (messageToSee == nil ? [] : own([("S", "seesMessage")])) + aloud
    case .party: return own([("Enter", "number"), (unknown, "unsure")]) + aloud
    case .question where editor != nil:
      return own([("Enter", "entry"), (unknown, "unsure")]) + aloud
    case .symptom, .role, .question:
      let letters = [wording("letter.yes"), wording("letter.no")].joined(separator: " ")
      return own([
        ("1-9", "answer"), (letters, "letters"), (unknown, "unsure"), ("S", "sees"),
      ]) + aloud
    case .wrapUp:
      let confirmed = ["seen", "told", "no"].map { wording("desk.letter.\($0)") }
      return own([
        ("Enter", "close"), ("1-8", "result"), (confirmed.joined(separator: " "), "confirmed"),
        (wording("desk.letter.toldBack"), "toldBack"), ("!", "flag"), ("Tab", "send"),
      ]) + aloud
    case .park: return own([("Enter", "park")]) + aloud
    case .handOver:
      return own([("Enter", "give"), ("1 2 3", "recipient"), ("Tab", "line")]) + aloud
    }
  }
}
