/// What a call came to, as whoever ends it says.
package enum DeskResult: Int, CaseIterable, Codable, Sendable {
  case solvedConfirmed = 1
  case solvedUnconfirmed
  /// Somebody else must act, such as the general manager.
  case othersMust
  case vendor
  case serviceOwner
  case notFound
  case somethingElse
  case brokenOff

  /// The key of the words for it.
  package var textKey: String { "desk.result.\(rawValue)" }

  /// Whether the case waits for somebody outside the desk; else it is closed.
  package var waits: Bool {
    switch self {
    case .othersMust, .vendor, .serviceOwner: true
    case .solvedConfirmed, .solvedUnconfirmed, .notFound, .somethingElse, .brokenOff: false
    }
  }

  /// Whether a call may be ended so by what is known: only what somebody saw go through is confirmed.
  package func isKnown(by confirmed: Confirmation) -> Bool {
    self != .solvedConfirmed || confirmed == .seen
  }
}

/// How it is known that it works.
package enum Confirmation: String, CaseIterable, Codable, Sendable {
  case seen, told, no

  /// The key of the words for it.
  package var textKey: String { "desk.confirmed.\(rawValue)" }
}

/// What is counted of a call that has ended: causes and times, no party and no agent.
package struct CallOutcome: Hashable, Codable, Sendable {
  package var edition: PortalEdition
  /// The entry of the catalogue, the digest of an unknown message's shape, or `nil` without a message.
  package var message: String?
  package var causes: [Cause]
  package var faults: [Fault]
  package var certainty: Certainty
  /// The ids of the actions of the best repair.
  package var repairs: [String]
  package var result: DeskResult
  package var confirmed: Confirmation
  /// Whether the caller said in their own words what they do now.
  package var toldBack: Bool
  /// What was wrong with what Veiviser said.
  package var flag: DeskFlag?
  /// From the first second of the call to the first verdict, rounded to 5; `nil` when there was none.
  package var secondsToVerdict: Int?
  /// How long the call took, rounded to 5.
  package var seconds: Int

  package init(
    edition: PortalEdition,
    message: String? = nil,
    causes: [Cause] = [],
    faults: [Fault] = [],
    certainty: Certainty = .open,
    repairs: [String] = [],
    result: DeskResult,
    confirmed: Confirmation = .no,
    toldBack: Bool = false,
    flag: DeskFlag? = nil,
    secondsToVerdict: Int? = nil,
    seconds: Int = 0
  ) {
    self.toldBack = toldBack
    self.flag = flag
    self.edition = edition
    self.message = message
    self.causes = causes
    self.faults = faults
    self.certainty = certainty
    self.repairs = repairs
    self.result = result
    self.confirmed = confirmed
    self.secondsToVerdict = secondsToVerdict.map(Self.rounded)
    self.seconds = Self.rounded(seconds)
  }

  /// What similar calls are counted by: a fault where one is known, else where it was; empty where
  /// nothing was found.
  package var mainCause: String { faults.first?.rawValue ?? causes.first?.rawValue ?? "" }

  /// Seconds to the nearest five, so that no call is known by its length; at most a day.
  package static func rounded(_ seconds: Int) -> Int { (min(max(0, seconds), 86_400) + 2) / 5 * 5 }
}

/// The week of a year by ISO 8601, such as `2026-W48`.
package struct Week: Hashable, Comparable, Codable, Sendable {
  package let text: String

  package init(of day: Day) {
    // The week belongs to the year of its Thursday.
    let thursday = day.number - day.weekday + 3
    var year = day.year
    if let next = Day("\(year + 1)-01-01"), thursday >= next.number { year += 1 }
    if let first = Day("\(year)-01-01"), thursday < first.number { year -= 1 }
    let start = Day("\(year)-01-01")?.number ?? thursday
    let number = (thursday - start) / 7 + 1
    text = "\(year)-W" + (number < 10 ? "0" : "") + "\(number)"
  }

  /// A week as it was written.
  package init(text: String) { self.text = text }

  /// Its Monday as a count of days, to reckon with weeks; `nil` for what is no week of a year.
  var monday: Int? {
    let parts = text.split(separator: "-")
    guard parts.count == 2, parts[1].first == "W", let number = Int(parts[1].dropFirst()),
      let fourth = Day("\(parts[0])-01-04")
    else { return nil }
    // The fourth of January is in the first week.
    return fourth.number - fourth.weekday + 7 * (min(number, 53) - 1)
  }

  package init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package static func < (left: Week, right: Week) -> Bool { left.text < right.text }
}
