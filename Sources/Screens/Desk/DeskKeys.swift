package import Drawing
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
    switch stage {
    case .message: return own([("1-9", "row"), ("0", "noMessage")])
    case .points: return own([("1-9", "point")])
    case .answer: return own([("Enter", "next"), ("S", "seesMessage")])
    case .party: return own([("Enter", "number")])
    case .symptom, .role, .question:
      let letters = [wording("letter.yes"), wording("letter.no")].joined(separator: " ")
      return own([
        ("1-9", "answer"), (letters, "letters"), (wording("letter.unknown"), "unsure"),
        ("S", "sees"),
      ])
    case .wrapUp:
      let confirmed = ["seen", "told", "no"].map { wording("desk.letter.\($0)") }
      return own([
        ("Enter", "close"), ("1-8", "result"), (confirmed.joined(separator: " "), "confirmed"),
        (wording("desk.letter.toldBack"), "toldBack"), ("!", "flag"), ("Tab", "send"),
      ])
    case .park: return own([("Enter", "park")])
    case .handOver: return own([("Enter", "give"), ("1 2 3", "recipient"), ("Tab", "line")])
    }
  }
}
