/// How many calls came to the same: counts, never people, and kept for good.
package struct Tally: Hashable, Codable, Sendable {
  /// What is counted apart.
  package struct Key: Hashable, Codable, Sendable {
    package var week: Week
    package var edition: PortalEdition
    package var message: String?
    package var cause: Cause?
    package var fault: Fault?
    package var result: DeskResult
    package var confirmed: Confirmation

    package init(_ outcome: CallOutcome, in week: Week) {
      self.week = week
      edition = outcome.edition
      message = outcome.message
      cause = outcome.causes.first
      fault = outcome.faults.first
      result = outcome.result
      confirmed = outcome.confirmed
    }
  }

  package let key: Key
  package var count: Int
  /// How many of them were taken up again within ``soon`` days.
  package var reopened: Int
  /// In how many of them the caller said what they do now.
  package var toldBack: Int
  /// The sum of their seconds.
  package var seconds: Int
  /// How many of them had a verdict, and the sum of the seconds until it.
  package var verdicts: Int
  package var secondsToVerdict: Int

  package init(_ key: Key) {
    self.key = key
    (count, reopened, toldBack, seconds, verdicts, secondsToVerdict) = (0, 0, 0, 0, 0, 0)
  }

  /// Days within which a case that is taken up again was not solved.
  package static let soon = 14

  /// Counts one call.
  package mutating func add(_ outcome: CallOutcome, wasReopened: Bool) {
    count += 1
    reopened += wasReopened ? 1 : 0
    toldBack += outcome.toldBack ? 1 : 0
    seconds += outcome.seconds
    verdicts += outcome.secondsToVerdict == nil ? 0 : 1
    secondsToVerdict += outcome.secondsToVerdict ?? 0
  }

  /// Counts what another counts as well.
  package mutating func add(_ other: Tally) {
    count += other.count
    reopened += other.reopened
    toldBack += other.toldBack
    seconds += other.seconds
    verdicts += other.verdicts
    secondsToVerdict += other.secondsToVerdict
  }
}

extension [Tally] {
  /// The same counts, one for each key, in an order that stays.
  package var merged: [Tally] {
    var byKey: [Tally.Key: Tally] = [:]
    for tally in self { byKey[tally.key, default: Tally(tally.key)].add(tally) }
    return byKey.values.sorted { $0.key.order.lexicographicallyPrecedes($1.key.order) }
  }
}

extension Tally.Key {
  fileprivate var order: [String] {
    [
      week.text, edition.rawValue, message ?? "", cause?.rawValue ?? "", fault?.rawValue ?? "",
      "\(result.rawValue)", confirmed.rawValue,
    ]
  }
}
