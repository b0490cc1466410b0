/// What a trainee has done, and the call they are in: all that is kept of training.
package struct TrainingRecord: Equatable, Sendable {
  /// One exercise played to its end.
  package struct Attempt: Equatable, Sendable {
    package let scenario: ScenarioID
    package let day: Day?
    package let sum: Int
    package let isPassed: Bool

    package init(_ scenario: ScenarioID, on day: Day?, sum: Int, isPassed: Bool) {
      self.scenario = scenario
      self.day = day
      self.sum = sum
      self.isPassed = isPassed
    }
  }

  /// The first line of the file, by which it is told from a store of cases and from anything else.
  package static let mark = "VEIT 1"
  /// The most attempts that are kept: the newest.
  private static let most = 500

  package private(set) var attempts: [Attempt] = []
  /// The call that is not over, so that it can be gone on with.
  package var open: (scenario: ScenarioID, acts: [TrainingAct])?

  package init() {}

  package static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  package mutating func add(_ attempt: Attempt) {
    attempts.append(attempt)
    attempts.removeFirst(max(0, attempts.count - Self.most))
    open = nil
  }

  /// How the last attempts at an exercise went, the newest last.
  package func attempts(at name: String, of edition: PortalEdition) -> [Attempt] {
    attempts.filter { $0.scenario.name == name && $0.scenario.edition == edition }
  }
}

// MARK: - In a file

extension TrainingRecord {
  /// A line for each attempt, and one for the call that is not over.
  package var text: String {
    var lines = [Self.mark]
    lines += attempts.map { attempt in
      let day = attempt.day?.text ?? "-"
      let result = attempt.isPassed ? "passed" : "failed"
      return "done \(day) \(attempt.scenario) \(attempt.sum) \(result)"
    }
    if let open {
      lines.append("open \(open.scenario) " + open.acts.map(\.description).joined(separator: " "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads what ``text`` wrote; `nil` for anything else.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.first == Self.mark else { return nil }
    for line in lines.dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 2 else { return nil }
      switch words[0] {
      case "done":
        guard words.count == 5, let id = ScenarioID(words[2]), let sum = Int(words[3]),
          (0...100).contains(sum), ["passed", "failed"].contains(words[4])
        else { return nil }
        let day = Day(words[1])
        attempts.append(Attempt(id, on: day, sum: sum, isPassed: words[4] == "passed"))
      case "open":
        let acts = words.dropFirst(2).map(TrainingAct.init)
        guard let id = ScenarioID(words[1]), acts.allSatisfy({ $0 != nil }) else { return nil }
        open = (id, acts.compactMap(\.self))
      default: return nil
      }
    }
  }
}
