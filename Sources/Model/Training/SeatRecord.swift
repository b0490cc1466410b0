/// What is told of a seat in a class: what was done there, and whether help is wanted.
///
/// It has no name and no points.
package struct SeatRecord: Equatable, Sendable {
  package struct Call: Equatable, Sendable {
    package let id: ScenarioID
    package fileprivate(set) var acts: [TrainingAct]
  }

  /// The first line of its file.
  static let mark = "VEIP 1"
  /// The most calls that are kept: the newest.
  private static let most = 120

  /// In the order they were begun; the last is the one that is played now, or was played last.
  package private(set) var calls: [Call] = []
  package var isHandUp = false

  package init() {}

  /// Keeps how far a call has come.
  ///
  /// Whoever plays on from an earlier step begins another call.
  package mutating func keep(_ id: ScenarioID, _ acts: [TrainingAct]) {
    if let last = calls.last, last.id == id, acts.starts(with: last.acts) {
      calls[calls.count - 1].acts = acts
    } else {
      calls.append(Call(id: id, acts: acts))
      calls.removeFirst(max(0, calls.count - Self.most))
    }
  }

  /// A line for each call, and one for the hand.
  package var text: String {
    let lines =
      [Self.mark]
      + calls.map { (["call \($0.id)"] + $0.acts.map(\.description)).joined(separator: " ") }
    return (lines + (isHandUp ? ["hand"] : [])).joined(separator: "\n") + "\n"
  }

  /// Reads what ``text`` wrote; `nil` for anything else.
  package init?(_ text: String) {
    guard text.hasPrefix(Self.mark + "\n"), text.hasSuffix("\n") else { return nil }
    for line in text.split(separator: "\n").dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      if words == ["hand"] {
        isHandUp = true
        continue
      }
      guard words.count >= 2, words[0] == "call", let id = ScenarioID(words[1]),
        let acts = TrainingAct.list(words.dropFirst(2))
      else { return nil }
      calls.append(Call(id: id, acts: acts))
    }
  }
}
