/// What the desk did in some weeks: counts of calls, never of people, none of them small.
///
/// Each table is of all calls of the weeks, of all cases that were due in them, or of all messages, apart from the
/// others: crossed, they would tell small counts.
package struct DeskStatistics: Equatable, Sendable {
  /// A question the calls are counted by.
  package enum Table: String, CaseIterable, Sendable {
    case causes, results, messages, weeks, reopened, toldBack, verdicts
    /// Of the cases that were to be looked at again, those that were on the day.
    case followUps
    /// Of the unknown messages, those that were proposed for the catalogue in time.
    case settled

    package var titleKey: String { "desk.stats.\(rawValue)" }
  }

  package let weeks: Weeks
  /// How many calls there were; `nil` where there are too few to tell.
  package let calls: Int?
  package let tables: [Table: SafeCounts]
  /// Seconds until something was known to be wrong, on average over the calls where it was; `nil` where too few.
  package let secondsToVerdict: Int?

  /// The name of calls with no message, and of those whose message no catalogue has.
  package static let noMessage = "none"
  package static let unknownMessage = "unknown"
  /// The two rows of the tables that only ask whether.
  package static let yes = "yes"
  package static let no = "no"

  /// - Parameters:
  ///   - since: When a message that was unknown was proposed for the catalogue, by the digest of its shape.
  ///   - isKnown: Whether a catalogue has a message.
  package init(
    _ counts: DeskCounts,
    since: [String: Day] = [:],
    isKnown: (String) -> Bool
  ) {
    weeks = counts.weeks
    let tallies = counts.tallies
    let total = tallies.map(\.count).reduce(0, +)
    guard total >= SafeCounts.least else {
      (calls, tables, secondsToVerdict) = (nil, [:], nil)
      return
    }
    calls = total
    func counted(_ name: (Tally.Key) -> String) -> [(name: String, count: Int)] {
      var counts: [String: Int] = [:]
      for tally in tallies { counts[name(tally.key), default: 0] += tally.count }
      return counts.map { (name: $0.key, count: $0.value) }
    }
    func byCount(_ name: (Tally.Key) -> String) -> SafeCounts {
      SafeCounts(counted(name).sorted { ($1.count, $0.name) < ($0.count, $1.name) }).byShown
    }
    func byName(_ name: (Tally.Key) -> String) -> SafeCounts {
      SafeCounts(counted(name).sorted { $0.name < $1.name })
    }
    func split(_ count: Int) -> SafeCounts {
      SafeCounts([(Self.yes, count), (Self.no, total - count)])
    }
    /// Of what there was none, nothing is told.
    func either(_ counts: (yes: Int, no: Int)) -> SafeCounts? {
      counts.yes + counts.no == 0
        ? nil : SafeCounts([(Self.yes, counts.yes), (Self.no, counts.no)])
    }
    let verdicts = split(tallies.map(\.verdicts).reduce(0, +))
    var tables: [Table: SafeCounts] = [
      .causes: byCount { $0.fault?.rawValue ?? $0.cause?.rawValue ?? "" },
      .results: byName { "\($0.result.rawValue)" },
      .messages: byCount { key in
        key.message.map { isKnown($0) ? $0 : Self.unknownMessage } ?? Self.noMessage
      },
      .weeks: byName(\.week.text),
      .reopened: split(tallies.map(\.reopened).reduce(0, +)),
      .toldBack: split(tallies.map(\.toldBack).reduce(0, +)),
      .verdicts: verdicts,
    ]
    tables[.followUps] = either(counts.onDay)
    tables[.settled] = either(counts.settled(since))
    self.tables = tables
    secondsToVerdict = verdicts[Self.yes].flatMap { count in
      count > 0 ? tallies.map(\.secondsToVerdict).reduce(0, +) / count : nil
    }
  }

  /// A count of a table in whole percent of what the table is of; `nil` where it is hidden.
  package func share(_ count: Int?, in table: Table) -> Int? {
    let whole: Int? =
      switch table {
      case .followUps, .settled: tables[table]?.rows.compactMap(\.count).reduce(0, +)
      case .causes, .results, .messages, .weeks, .reopened, .toldBack, .verdicts: calls
      }
    guard let count, let whole, whole > 0 else { return nil }
    return (count * 100 + whole / 2) / whole
  }
}
