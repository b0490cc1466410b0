/// What is told of a seat in a class: what was done there, and whether help is wanted.
///
/// It has no name and no points.
package struct SeatRecord: Equatable, Sendable {
  package struct Call: Equatable, Sendable {
    package let id: ScenarioID
    package fileprivate(set) var acts: [TrainingAct]
  }

  /// Which page of a call somebody is at, and where on it, so that it can be shown elsewhere as it is there.
  package struct Stand: Equatable, Sendable {
    /// The page, as the screen of the call names it: a word without blanks.
    package let page: String
    /// The option that has the focus; empty for the first.
    package let focus: String
    /// The first row of the options that is seen.
    package let top: Int
    /// The first row of the text above them that is seen.
    package let textTop: Int

    package init(page: String, focus: String = "", top: Int = 0, textTop: Int = 0) {
      self.page = page
      self.focus = focus
      self.top = top
      self.textTop = textTop
    }

    /// The page that a call begins at, and comes back to after each act.
    package static let first = Stand(page: "acts")

    /// The words of a line about it.
    fileprivate var words: [String] {
      [page, focus.isEmpty ? "-" : focus, "\(top)", "\(textTop)"]
    }

    /// Reads what ``words`` wrote; `nil` for anything else.
    fileprivate init?(_ words: some Collection<String>) {
      let words = Array(words)
      let rows = words.dropFirst(2).compactMap { Int($0) }.filter { (0...999).contains($0) }
      guard words.count == 4, rows.count == 2 else { return nil }
      let focus = words[1] == "-" ? "" : words[1]
      self.init(page: words[0], focus: focus, top: rows[0], textTop: rows[1])
    }
  }

  static let mark = FileMark(kind: "VEIP", form: 2)
  /// The most calls that are kept: the newest.
  private static let most = 120

  /// In the order they were begun; the last is the one that is played now, or was played last.
  package private(set) var calls: [Call] = []
  package var isHandUp = false
  /// Which of the times that hands were taken down this seat has heard of last.
  private var heeded = 0
  /// Where in its call; `nil` where somebody is at the list of exercises.
  package var stand: Stand?

  package init() {}

  /// Keeps how far a call has come.
  ///
  /// Whoever plays on from an earlier step begins another call.
  package mutating func keep(_ id: ScenarioID, _ acts: [TrainingAct]) {
    if let last = calls.last, last.id == id, acts.starts(with: last.acts) {
      calls[calls.count - 1].acts = acts
      stand = stand ?? .first
    } else {
      stand = .first
      calls.append(Call(id: id, acts: acts))
      calls.removeFirst(max(0, calls.count - Self.most))
    }
  }

  /// Takes the hand down where whoever leads the class has done so since it was raised.
  ///
  /// - Returns: Whether there was something to heed.
  package mutating func heed(_ room: TrainingClass, at seat: Int) -> Bool {
    guard let time = room.lowered[seat], time > heeded else { return false }
    (heeded, isHandUp) = (time, false)
    return true
  }

  /// Whether the hand is up, and nobody has taken it down; a seat where nobody sits cannot heed that itself.
  package func hasHandUp(in room: TrainingClass, at seat: Int) -> Bool {
    isHandUp && room.lowered[seat, default: 0] <= heeded
  }

  /// A line for each call, one for the hand, one for what was heeded and one for the page.
  package var text: String {
    let lines =
      [Self.mark.text]
      + calls.map { (["call \($0.id)"] + $0.acts.map(\.description)).joined(separator: " ") }
    let hand = (isHandUp ? ["hand"] : []) + (heeded > 0 ? ["heeded \(heeded)"] : [])
    let at = stand.map { (["at"] + $0.words).joined(separator: " ") }
    return (lines + hand + [at].compactMap(\.self)).joined(separator: "\n") + "\n"
  }

  /// Reads what ``text`` wrote; `nil` for anything else.
  package init?(_ text: String) {
    guard text.hasPrefix(Self.mark.text + "\n"), text.hasSuffix("\n") else { return nil }
    for line in text.split(separator: "\n").dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      if words == ["hand"] {
        isHandUp = true
        continue
      }
      if words.count == 2, words[0] == "heeded", let time = Int(words[1]), time > 0 {
        heeded = time
        continue
      }
      if words.first == "at" {
        guard let read = Stand(words.dropFirst()) else { return nil }
        stand = read
        continue
      }
      guard words.count >= 2, words[0] == "call", let id = ScenarioID(words[1]),
        let acts = TrainingAct.list(words.dropFirst(2))
      else { return nil }
      calls.append(Call(id: id, acts: acts))
    }
  }
}
