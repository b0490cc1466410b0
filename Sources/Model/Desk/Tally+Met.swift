/// Some weeks in a row.
package struct Weeks: Hashable, Sendable {
  package let first: Week
  package let last: Week

  package init(_ first: Week, through last: Week) { (self.first, self.last) = (first, last) }

  /// So many weeks, the one a day is in the last of them.
  package init?(_ count: Int, through day: Day) {
    guard let begin = Day(number: day.number - 7 * (count - 1)) else { return nil }
    self.init(Week(of: begin), through: Week(of: day))
  }

  /// So many whole weeks, all before the one a day is in.
  package init?(_ count: Int, before day: Day) {
    // The first day of 1970 was a Thursday: 0 is Monday.
    guard let sunday = Day(number: day.number - (day.number + 3) % 7 - 1) else { return nil }
    self.init(count, through: sunday)
  }
}

extension DeskStore {
  /// How often each message or symptom was met in the four whole weeks before a day, by its id.
  package func met(before day: Day) throws(StoreFailure) -> [String: Int] {
    guard let weeks = Weeks(4, before: day) else { return [:] }
    return try tallies(from: weeks.first, through: weeks.last).met
  }
}

extension [Tally] {
  /// How often each message or symptom was met.
  package var met: [String: Int] {
    var counts: [String: Int] = [:]
    for tally in self {
      if let message = tally.key.message { counts[message, default: 0] += tally.count }
    }
    return counts
  }
}
