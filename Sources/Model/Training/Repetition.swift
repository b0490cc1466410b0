/// When what can be wrong is to be practised again: four boxes, each with its days.
///
/// What is learnt is a fault of one portal, in whatever call it is met. It moves one box on when such a call is passed,
/// and goes back to the first when one is not. Days off cost nothing, and no more than three are due on one day, the
/// weakest first.
package enum Repetition {
  /// Days until a fault is due again, by the box it lies in.
  static let days = [1, 3, 7, 21]
  package static let mostADay = 3

  /// The box of a fault after the attempts at it; `nil` before the first.
  static func box(_ attempts: [TrainingRecord.Attempt]) -> Int? {
    attempts.reduce(nil) { box, attempt in
      attempt.isPassed ? min((box ?? -1) + 1, days.count - 1) : 0
    }
  }

  /// Whether an exercise counts as learnt: passed with two callers on two days, and no step told.
  package static func isLearnt(_ attempts: [TrainingRecord.Attempt]) -> Bool {
    let passed = attempts.filter { $0.isPassed && !$0.isTold }
    return Set(passed.map(\.scenario)).count > 1 && Set(passed.map(\.day)).count > 1
  }

  /// Whether so many attempts in a row failed that one should see how it is done before the next.
  package static func isStuck(_ attempts: [TrainingRecord.Attempt]) -> Bool {
    attempts.count >= 4 && !attempts.suffix(4).contains(where: \.isPassed)
  }

  /// The faults that are due on a day: the weakest first, then those never met, in the order of the exercises.
  package static func due(
    _ room: TrainingRoom,
    in record: TrainingRecord,
    on today: Day?
  ) -> [Fault] {
    let edition = room.portal.edition
    let number = today?.number ?? 0
    let done = record.attempts.count { $0.day == today && $0.scenario.edition == edition }
    let ranked = room.practised.enumerated().compactMap { place, fault -> (Int, Int, Fault)? in
      let attempts = record.attempts(about: fault, in: room)
      guard let box = box(attempts) else { return (days.count, place, fault) }
      let last = attempts.last?.day?.number ?? 0
      return number >= last + days[box] ? (box, place, fault) : nil
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      .prefix(max(0, mostADay - done)).map(\.self)
  }

  /// The exercise by which a fault is practised: one made by hand until such a call is passed, then drawn ones.
  package static func exercise(
    for fault: Fault,
    _ room: TrainingRoom,
    in record: TrainingRecord
  ) -> String? {
    let isPassed = record.attempts(about: fault, in: room).contains(where: \.isPassed)
    let made = room.table.exercises.first { $0.faults.contains(fault) }
    return isPassed ? room.practice(fault) : made?.id ?? room.practice(fault)
  }
}

extension TrainingRoom {
  /// All that can be wrong for a caller: what the exercises made by hand have, in their order, and then the rest.
  var practised: [Fault] {
    let all = table.exercises.flatMap(\.faults) + table.faults.map(\.fault)
    return all.reduce(into: []) { faults, fault in
      if !faults.contains(fault) { faults.append(fault) }
    }
  }
}

extension TrainingRecord {
  /// How the calls went in which something was wrong, the newest last.
  package func attempts(about fault: Fault, in room: TrainingRoom) -> [Attempt] {
    attempts.filter { attempt in
      guard attempt.scenario.edition == room.portal.edition else { return false }
      // Where it was not told, the exercise tells.
      let faults =
        attempt.faults.isEmpty
        ? room.table.exercises.first { $0.id == attempt.scenario.name }?.faults ?? []
        : attempt.faults
      return faults.contains(fault)
    }
  }
}
