/// When an exercise is to be played again: four boxes, each with its days.
///
/// What is passed moves one box on, what is not goes back to the first. Days off cost nothing, and no more than
/// three are due on one day, the weakest first.
package enum Repetition {
  /// Days until an exercise is due again, by the box it lies in.
  static let days = [1, 3, 7, 21]
  package static let mostADay = 3

  /// The box of an exercise after its attempts; `nil` before the first.
  static func box(_ attempts: [TrainingRecord.Attempt]) -> Int? {
    attempts.reduce(nil) { box, attempt in
      attempt.isPassed ? min((box ?? -1) + 1, days.count - 1) : 0
    }
  }

  /// Whether an exercise counts as learnt: passed with two callers on two days.
  package static func isLearnt(_ attempts: [TrainingRecord.Attempt]) -> Bool {
    let passed = attempts.filter(\.isPassed)
    return Set(passed.map(\.scenario)).count > 1 && Set(passed.map(\.day)).count > 1
  }

  /// Whether an exercise was failed so often in a row that it should be seen before it is tried again.
  package static func isStuck(_ attempts: [TrainingRecord.Attempt]) -> Bool {
    attempts.count >= 4 && !attempts.suffix(4).contains(where: \.isPassed)
  }

  /// The exercises that are due on a day: the weakest first, then those never tried.
  package static func due(
    _ exercises: [Exercise],
    of edition: PortalEdition,
    in record: TrainingRecord,
    on today: Day?
  ) -> [Exercise] {
    let number = today?.number ?? 0
    let done = record.attempts.count { $0.day == today && $0.scenario.edition == edition }
    let ranked = exercises.enumerated().compactMap { place, exercise -> (Int, Int, Exercise)? in
      let attempts = record.attempts(at: exercise.id, of: edition)
      guard let box = box(attempts) else { return (days.count, place, exercise) }
      let last = attempts.last?.day?.number ?? 0
      return number >= last + days[box] ? (box, place, exercise) : nil
    }
    return ranked.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
      .prefix(max(0, mostADay - done)).map(\.self)
  }
}
