/// What a trainee has done, and the calls that are not over: all that is kept of training.
package struct TrainingRecord: Equatable, Sendable {
  /// One exercise played to its end.
  package struct Attempt: Equatable, Sendable {
    package let scenario: ScenarioID
    package let day: Day?
    package let sum: Int
    package let isPassed: Bool
    /// What was wrong when it began; empty where that lay outside the points, and where it was not told.
    package let faults: [Fault]
    /// What was done, so that it can be seen once more; empty where that is kept no longer.
    package private(set) var acts: [TrainingAct]

    package init(
      _ scenario: ScenarioID,
      on day: Day?,
      sum: Int,
      isPassed: Bool,
      of faults: [Fault] = [],
      acts: [TrainingAct] = []
    ) {
      self.scenario = scenario
      self.day = day
      self.sum = sum
      self.isPassed = isPassed
      self.faults = faults
      self.acts = acts
    }

    /// Whether it is kept what was done.
    package var isSeen: Bool { acts.contains(where: \.isOwn) }

    /// Whether some step was told, by a hint or by the debrief of the same call.
    package var isTold: Bool { acts.contains(where: \.tellsStep) }

    /// Forgets what was done, but for whether a step was told.
    fileprivate mutating func fade() { acts = Array(acts.filter(\.tellsStep).prefix(1)) }
  }

  /// The seat one had last in a class.
  package struct Seat: Equatable, Sendable {
    package let word: String
    package let number: Int

    package init(word: String, number: Int) {
      self.word = word
      self.number = number
    }
  }

  package static let mark = FileMark(kind: "VEIT", form: 2)
  /// What the word begins with that tells what was wrong in a call.
  private static let faults = "of:"
  /// The most attempts that are kept: the newest.
  private static let most = 500
  /// More calls than anybody leaves; of more, the newest are kept.
  private static let mostOpen = 100
  /// Of so many, the newest, it is kept what was done; the others are a line of figures.
  private static let mostSeen = 50

  package private(set) var attempts: [Attempt] = []
  /// The calls that are not over, so that they can be gone on with; the one that was played last at the end.
  package private(set) var openCalls: [(scenario: ScenarioID, acts: [TrainingAct])] = []

  /// Where one sits, or sat last, so that one comes back to the same seat.
  package var seat: Seat?

  /// What one means to do next time, in one sentence of one's own.
  package private(set) var intent: String?
  /// How long that can be, in characters.
  package static let mostIntent = 120

  package init() {}

  package static func == (left: Self, right: Self) -> Bool { left.text == right.text }

  package mutating func add(_ attempt: Attempt) {
    attempts.append(attempt)
    attempts.removeFirst(max(0, attempts.count - Self.most))
    if attempts.count > Self.mostSeen { attempts[attempts.count - Self.mostSeen - 1].fade() }
    close(attempt.scenario, upTo: attempt.acts)
  }

  /// Keeps how far a call has come, beside the others that are not over.
  package mutating func keep(_ id: ScenarioID, _ acts: [TrainingAct]) {
    close(id, upTo: acts)
    openCalls.append((id, acts))
    openCalls.removeFirst(max(0, openCalls.count - Self.mostOpen))
  }

  /// Keeps what one means to do next time, in one line; nothing where it is empty.
  package mutating func intend(_ text: String) {
    let words = text.prefix(Self.mostIntent).split(whereSeparator: \.isWhitespace)
    intent = words.isEmpty ? nil : words.joined(separator: " ")
  }

  /// Drops what has come further since; a call of the same exercise that went another way stays.
  private mutating func close(_ id: ScenarioID, upTo acts: [TrainingAct]) {
    openCalls.removeAll { $0.scenario == id && acts.starts(with: $0.acts) }
  }

  /// What was done in a call that is not over; `nil` where there is none of it.
  package func acts(of id: ScenarioID) -> [TrainingAct]? {
    openCalls.last { $0.scenario == id }?.acts
  }

  /// Whether none of this is kept any longer: somebody has deleted it.
  ///
  /// - Parameter kept: What is kept; `nil` for nothing.
  package func isForgotten(in kept: TrainingRecord?) -> Bool {
    guard let newest = attempts.last else {
      return !openCalls.isEmpty && !openCalls.contains { kept?.goesOn(with: $0) == true }
    }
    let isThere = kept?.attempts.contains {
      ($0.scenario, $0.day, $0.sum) == (newest.scenario, newest.day, newest.sum)
    }
    return isThere != true
  }

  /// Whether a call is kept as far as it has come, or was played to its end.
  private func goesOn(with call: (scenario: ScenarioID, acts: [TrainingAct])) -> Bool {
    attempts.contains { $0.scenario == call.scenario }
      || openCalls.contains { $0.scenario == call.scenario && $0.acts.starts(with: call.acts) }
  }

  /// Whether a change holds more of a call than is done now: what was done in it before, as far as this tells.
  package func hasBegun(_ change: TrainingChange) -> Bool {
    guard let (scenario, acts) = change.played, acts.count > 1 else { return false }
    return attempts.contains { $0.scenario == scenario }
      || openCalls.contains { $0.scenario == scenario }
  }

  /// The same, with each attempt worth no more than what was done in it is by rule, where that is kept.
  package func scored(_ room: (PortalEdition) -> TrainingRoom?) -> TrainingRecord {
    var scored = self
    scored.attempts = attempts.map { $0.scored(room) }
    return scored
  }

  /// The exercises that are learnt, each with the attempts that passed it, in the order they were first passed.
  package var learnt: [[Attempt]] {
    var found: [[Attempt]] = []
    for attempt in attempts where attempt.isPassed && !attempt.isTold {
      let place = found.firstIndex {
        $0[0].scenario.name == attempt.scenario.name
          && $0[0].scenario.edition == attempt.scenario.edition
      }
      if let place { found[place].append(attempt) } else { found.append([attempt]) }
    }
    return found.filter(Repetition.isLearnt)
  }

  /// How the last attempts at an exercise went, the newest last.
  package func attempts(at name: String, of edition: PortalEdition) -> [Attempt] {
    attempts.filter { $0.scenario.name == name && $0.scenario.edition == edition }
  }
}

// MARK: - In a file

extension TrainingRecord {
  /// A line for each attempt, one for each call that is not over, one for the seat, and one for what is meant to be done
  /// next time.
  package var text: String {
    var lines = [Self.mark.text]
    lines += attempts.map { attempt in
      let day = attempt.day?.text ?? "-"
      let result = attempt.isPassed ? "passed" : "failed"
      var words = ["done \(day) \(attempt.scenario) \(attempt.sum) \(result)"]
      if !attempt.faults.isEmpty {
        words.append(Self.faults + attempt.faults.map(\.rawValue).joined(separator: ":"))
      }
      return (words + attempt.acts.map(\.description)).joined(separator: " ")
    }
    lines += openCalls.map { call in
      (["open \(call.scenario)"] + call.acts.map(\.description)).joined(separator: " ")
    }
    if let seat { lines.append("seat \(seat.word) \(seat.number)") }
    if let intent { lines.append("next \(intent)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Reads what ``text`` wrote; `nil` for anything else.
  package init?(_ text: String) {
    let lines = text.split(separator: "\n").map(String.init)
    guard lines.first == Self.mark.text else { return nil }
    for line in lines.dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 2 else { return nil }
      switch words[0] {
      case "done":
        guard words.count >= 5, let id = ScenarioID(words[2]), let sum = Int(words[3]),
          (0...TrainingScore.full).contains(sum), ["passed", "failed"].contains(words[4])
        else { return nil }
        // Nothing is written of it where what was wrong lay outside the points.
        let told = words.dropFirst(5).first.flatMap { $0.hasPrefix(Self.faults) ? $0 : nil }
        let faults = told?.dropFirst(Self.faults.count).split(separator: ":") ?? []
        guard let acts = TrainingAct.list(words.dropFirst(told == nil ? 5 : 6)) else { return nil }
        attempts.append(
          Attempt(
            id,
            on: Day(words[1]),
            sum: sum,
            isPassed: words[4] == "passed",
            of: faults.map { Fault(rawValue: String($0)) },
            acts: acts
          )
        )
      case "open":
        guard let id = ScenarioID(words[1]), let acts = TrainingAct.list(words.dropFirst(2)) else {
          return nil
        }
        openCalls.append((id, acts))
      case "seat":
        guard words.count == 3, ScenarioID.isWord(words[1]), let number = Int(words[2]),
          TrainingClass.seats.contains(number)
        else { return nil }
        seat = Seat(word: words[1], number: number)
      case "next": intend(words.dropFirst().joined(separator: " "))
      default: return nil
      }
    }
  }
}
