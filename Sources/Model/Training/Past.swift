/// What can be asked of how it was before.
///
/// It is about no fact of a portal, so no verdict rests on the answer; it is asked as a fact is (``field``).
package enum Past: String, CaseIterable, Codable, CodingKeyRepresentable, Sendable {
  /// What is otherwise than when it worked.
  case changed
  /// Whether one meets it, or all.
  case reach
  /// Whether it has ever worked.
  case worked

  /// The question it is asked for by.
  package var field: FieldID { FieldID(rawValue: "past.\(rawValue)") }

  package init?(_ field: FieldID) {
    guard let past = Self.allCases.first(where: { $0.field == field }) else { return nil }
    self = past
  }

  /// What callers can answer; the first where nothing else is told of a fault.
  package var values: [String] {
    switch self {
    case .changed: ["nothing", "program", "password", "person", "client", "unknown"]
    case .reach: ["all", "one"]
    case .worked: ["before", "never", "unknown"]
    }
  }
}

extension TrainingCall {
  /// Tells how it was before: what goes with the first thing that was wrong when the call began.
  mutating func tell(_ past: Past, in room: TrainingRoom) -> Reply {
    spend(10)
    tally.past.insert(past)
    return .past(past, room.past(scenario)[past] ?? past.values[0])
  }

  /// Whether something that can be asked for has been answered.
  package func hasAnswered(_ question: FieldID) -> Bool {
    if let past = Past(question) { return tally.past.contains(past) }
    return question == .reporteeName ? tally.hasAskedParty : known[question] != nil
  }
}

extension TrainingRoom {
  /// How it was before in a call: as its exercise has it, or else as its first fault or its message does.
  func past(_ scenario: Scenario) -> [Past: String] {
    let own = draw.exercise(scenario.id)?.past ?? [:]
    let wrong = Set(scenario.world.faults(engine))
    let met =
      table.faults.first { wrong.contains($0.fault) }.map { $0.past ?? [:] }
      ?? table.outside.first { $0.message == scenario.world.outside }?.past ?? [:]
    return met.merging(own) { $1 }
  }
}
