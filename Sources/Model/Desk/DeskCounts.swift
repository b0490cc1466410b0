/// What a desk has counted in some weeks, and before them what its unknown messages are followed from.
package struct DeskCounts: Equatable, Sendable {
  package let weeks: Weeks
  private let all: [Tally]
  private let followUps: [FollowUps]

  /// - Parameters:
  ///   - all: The calls of the weeks, and of those before them as far as they are known.
  ///   - followUps: Of any days.
  package init(_ all: [Tally], _ followUps: [FollowUps] = [], of weeks: Weeks) {
    (self.all, self.followUps, self.weeks) = (all, followUps, weeks)
  }

  /// The calls of the weeks.
  var tallies: [Tally] { all.filter { weeks.contains($0.key.week) } }

  /// How many cases were looked at again on the day they waited for, and how many later or never, by the week of
  /// that day.
  var onDay: (yes: Int, no: Int) {
    let counted = followUps.filter { weeks.contains(Week(of: $0.due)) }
    return (counted.map(\.onDay).reduce(0, +), counted.map(\.late).reduce(0, +))
  }

  /// How many unknown messages were proposed for the catalogue within ten working days, and how many were not, by the week they end in.
  ///
  /// The days begin in the week in which a message was in so many cases that it was somebody's work. What is kept for
  /// good tells weeks and no days, and ten working days are two weeks.
  ///
  /// - Parameter since: When a message of the catalogue was proposed, by the digest of its shape.
  func settled(_ since: [String: Day]) -> (yes: Int, no: Int) {
    guard let first = weeks.first.monday, let last = weeks.last.monday else { return (0, 0) }
    var shapes: [String: [Int: Int]] = [:]
    for tally in all {
      guard let message = tally.key.message, MessageShape.isDigest(message),
        let monday = tally.key.week.monday
      else { continue }
      shapes[message, default: [:]][monday, default: 0] += tally.count
    }
    var (yes, no) = (0, 0)
    for (shape, cases) in shapes {
      for monday in cases.keys where Self.becomesWork(in: monday, cases) {
        let end = monday + 7 * Self.patience
        // The last week may still run, so nothing is told of it yet.
        guard first <= end, end < last else { continue }
        let isKnown = since[shape].map { $0.number - $0.weekday <= end } ?? false
        if isKnown { yes += 1 } else { no += 1 }
      }
    }
    return (yes, no)
  }

  /// Whether the cases with a message become so many in a week that the list of unknown messages tells of it.
  private static func becomesWork(in monday: Int, _ cases: [Int: Int]) -> Bool {
    func listed(_ monday: Int) -> Int {
      cases.filter { $0.key <= monday && $0.key > monday - 7 * kept }.values.reduce(0, +)
    }
    return listed(monday) >= ShapeCount.fewest && listed(monday - 7) < ShapeCount.fewest
  }

  /// Weeks within which a message is to be known.
  private static let patience = 2
  /// Weeks for which a case that is closed is kept, so that the list has its message.
  private static let kept = 13
  /// Weeks before those that are shown which tell when a message became work.
  static let before = patience + kept
}

extension DeskStore {
  /// What was counted in so many weeks, the one that a day is in the last of them.
  package func counts(of count: Int, through day: Day) throws(StoreFailure) -> DeskCounts? {
    guard let weeks = Weeks(count, through: day),
      let read = Weeks(count + DeskCounts.before, through: day)
    else { return nil }
    return DeskCounts(
      try tallies(from: read.first, through: read.last),
      try followUps(),
      of: weeks
    )
  }
}
