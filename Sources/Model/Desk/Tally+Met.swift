/// Some weeks in a row.
package struct Weeks: Hashable, Sendable {
  package let first: Week
  package let last: Week

  package init(_ first: Week, through last: Week) { (self.first, self.last) = (first, last) }

  /// Whether a week is one of them.
  package func contains(_ week: Week) -> Bool { first <= week && week <= last }

  /// So many weeks, the one a day is in the last of them.
  package init?(_ count: Int, through day: Day) {
    guard let begin = Day(number: day.number - 7 * (count - 1)) else { return nil }
    self.init(Week(of: begin), through: Week(of: day))
  }

  /// So many whole weeks, all before the one a day is in.
  package init?(_ count: Int, before day: Day) {
    guard let sunday = Day(number: day.number - day.weekday - 1) else { return nil }
    self.init(count, through: sunday)
  }
}

/// What a desk has met in some weeks.
package struct Met: Equatable, Sendable {
  /// How often each message or symptom was met, by its id.
  package private(set) var counts: [String: Int] = [:]
  /// What the calls came of.
  package private(set) var experience = Experience()

  package init(_ tallies: [Tally] = []) {
    for tally in tallies {
      let key = tally.key
      guard let message = key.message else { continue }
      counts[message, default: 0] += tally.count
      guard let fault = key.fault else { continue }
      experience.add(tally.count, of: fault, behind: message, in: key.edition)
    }
  }
}

extension DeskStore {
  /// What was met in the four whole weeks before a day.
  package func met(before day: Day) throws(StoreFailure) -> Met {
    guard let weeks = Weeks(4, before: day) else { return Met() }
    return Met(try tallies(from: weeks.first, through: weeks.last))
  }
}
