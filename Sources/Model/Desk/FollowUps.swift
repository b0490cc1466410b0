/// How many cases were to be looked at again on a day: counts, never people, and kept for good.
///
/// A day that a store has with none was the last on which nobody counted yet, and nothing is counted of those before.
package struct FollowUps: Hashable, Codable, Sendable {
  package let due: Day
  /// How many were taken up on that day.
  package var onDay: Int
  /// How many were taken up later, or never.
  package var late: Int

  package init(due: Day, onDay: Int, late: Int) {
    (self.due, self.onDay, self.late) = (due, onDay, late)
  }

  /// One case that waited and is taken up; `nil` before its day, when nothing was due yet.
  package init?(takenUpOn today: Day?, due: Day?) {
    guard let today, let due, due <= today else { return nil }
    self.init(due: due, onDay: due == today ? 1 : 0, late: due == today ? 0 : 1)
  }

  /// One case that waits and that nobody has taken up; `nil` until its day is over.
  package init?(waitingOn today: Day?, due: Day?) {
    guard let today, let due, due < today else { return nil }
    self.init(due: due, onDay: 0, late: 1)
  }
}

extension [FollowUps] {
  /// The same counts, one for each day, in the order of the days.
  package var merged: [FollowUps] {
    var byDay: [Day: FollowUps] = [:]
    for counted in self {
      byDay[counted.due, default: FollowUps(due: counted.due, onDay: 0, late: 0)].onDay +=
        counted.onDay
      byDay[counted.due]?.late += counted.late
    }
    return byDay.values.sorted { $0.due < $1.due }
  }
}
