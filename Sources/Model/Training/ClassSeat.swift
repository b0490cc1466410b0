/// A seat as whoever leads the class sees it.
package struct ClassSeat: Equatable, Sendable {
  package let number: Int
  /// What was done there; `nil` where its file cannot be read.
  package let record: SeatRecord?
  /// Whether somebody sits there now.
  package let isTaken: Bool
  /// When something was done there last.
  package let changed: Timestamp

  package init(_ number: Int, _ record: SeatRecord?, isTaken: Bool, changed: Timestamp) {
    self.number = number
    self.record = record
    self.isTaken = isTaken
    self.changed = changed
  }
}

/// The calls of a seat held against the best way; what was checked once is not checked again.
package struct SeatProgress: Sendable {
  /// The call that is played now, or was played last.
  package private(set) var current: CallCheck?
  /// The first call at each exercise, those before it in the same class.
  private var first: [ScenarioID: CallCheck] = [:]

  package init() {}

  /// Takes in what has been done since.
  ///
  /// - Returns: `false` where it names something that there is not.
  package mutating func follow(_ record: SeatRecord, _ room: (PortalEdition) -> TrainingRoom?)
    -> Bool
  {
    for (place, call) in record.calls.enumerated() {
      let isLast = place == record.calls.count - 1
      let isFirst = record.calls.firstIndex { $0.id == call.id } == place
      guard isLast || isFirst else { continue }
      let known = isFirst ? first[call.id] : current
      guard let check = Self.check(call, known, room) else { return false }
      if isFirst { first[call.id] = check }
      if isLast { current = check }
    }
    return true
  }

  private static func check(
    _ call: SeatRecord.Call,
    _ known: CallCheck?,
    _ room: (PortalEdition) -> TrainingRoom?
  ) -> CallCheck? {
    guard let room = room(call.id.edition), call.acts.allSatisfy(room.knows) else { return nil }
    if var check = known, check.call.scenario.id == call.id, call.acts.starts(with: check.call.acts)
    {
      for act in call.acts.dropFirst(check.call.acts.count) { check.take(act) }
      return check
    }
    guard let scenario = room.draw.scenario(call.id) else { return nil }
    var check = CallCheck(scenario, in: room)
    for act in call.acts { check.take(act) }
    return check
  }

  /// How an exercise was played first; `nil` where it was not.
  package func check(of call: ScenarioID) -> CallCheck? {
    first.first { $0.key.with(variant: 0) == call.with(variant: 0) }?.value
  }
}

/// Where the seats of a class first did otherwise than the best way in one exercise, the commonest first.
///
/// Whose seat it was is not in it.
package struct ClassStumbles: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let act: TrainingAct
    package let better: TrainingAct
    package let reason: PlanReason?
    package let count: Int
  }

  package let rows: [Row]
  /// How many seats gave advice that nobody passes with.
  package let dangerous: Int
  /// How many seats have begun the exercise.
  package let seats: Int
  /// The Altinn that the exercise is of.
  package let edition: PortalEdition

  /// Counts below it are not told apart.
  package static let least = 3

  package init(_ seats: some Sequence<SeatProgress>, in call: ScenarioID) {
    let checks = seats.compactMap { $0.check(of: call) }
    var found: [(step: Debrief.Step, count: Int)] = []
    for step in checks.compactMap({ check in check.firstDivergence.map { check.steps[$0] } }) {
      if let place = found.firstIndex(where: { $0.step.act == step.act }) {
        found[place].count += 1
      } else {
        found.append((step, 1))
      }
    }
    // Of those that are as common, the order says nothing of who sits where.
    rows = found.compactMap { step, count in
      step.better.map { Row(act: step.act, better: $0, reason: step.reason, count: count) }
    }
    .sorted { ($1.count, $0.act.description) < ($0.count, $1.act.description) }
    dangerous = checks.count { $0.steps.contains { $0.worth == .dangerous } }
    self.seats = checks.count
    edition = call.edition
  }
}
