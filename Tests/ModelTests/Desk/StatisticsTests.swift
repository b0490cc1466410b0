import TestSupport
import Testing

@testable import Model

/// What is counted at the desk, and that nothing small can be told from it.
@Suite struct StatisticsTests {
  private struct Shown: Hashable {
    let total: Int
    let rows: [Int?]
  }

  private static func table(_ number: Int, cells: Int) -> [Int] {
    var rest = number
    return (0..<cells).map { _ in
      defer { rest /= 10 }
      return rest % 10
    }
  }

  /// Whoever knows the rule, what is shown and what it all adds up to still finds two values for what is hidden.
  @Test(arguments: [(1, 10), (2, 100), (3, 1_000), (4, 10_000)])
  func `no hidden count of a table can be computed from the rest`(cells: Int, tables: Int) {
    var values: [Shown: [Set<Int>]] = [:]
    for number in 0..<tables {
      let counts = Self.table(number, cells: cells)
      let total = counts.reduce(0, +)
      // Of so few calls nothing is shown at all, not even how many they are.
      if total < SafeCounts.least { continue }
      let safe = SafeCounts(counts.enumerated().map { (name: "\($0)", count: $1) })
      #expect(!safe.rows.contains { (1..<SafeCounts.least).contains($0.count ?? 0) })
      let shown = Shown(total: total, rows: safe.rows.map(\.count))
      var seen = values[shown] ?? Array(repeating: [], count: cells)
      for place in counts.indices { seen[place].insert(counts[place]) }
      values[shown] = seen
    }
    let computed = values.contains { shown, seen in
      shown.rows.indices.contains { shown.rows[$0] == nil && seen[$0].count < 2 }
    }
    #expect(!computed && !values.isEmpty)
  }

  @Test func `many names met once each are not told by their number`() {
    #expect(SafeCounts((0..<7).map { (name: "\($0)", count: 1) }).rows.isEmpty)
  }

  private static func tally(
    _ count: Int,
    _ message: String?,
    _ result: DeskResult,
    in week: String = "2026-W47"
  ) -> Tally {
    let outcome = CallOutcome(
      edition: .altinn2,
      message: message,
      causes: [.registration],
      result: result,
      secondsToVerdict: 40
    )
    var tally = Tally(Tally.Key(outcome, in: Week(text: week)))
    for _ in 0..<count { tally.add(outcome, wasReopened: false) }
    return tally
  }

  private static func statistics(_ tallies: [Tally]) -> DeskStatistics {
    let week = Week(text: "2026-W47")
    return DeskStatistics(DeskCounts(tallies, of: Weeks(week, through: week))) { $0 == "E2" }
  }

  @Test func `calls are counted by what was said and what came of them`() {
    let found = Self.statistics([
      Self.tally(9, "E2", .solvedConfirmed), Self.tally(7, "6f2a", .othersMust),
      Self.tally(6, nil, .othersMust),
    ])
    #expect(found.calls == 22)
    #expect(found.tables[.messages]?["E2"] == 9)
    #expect(found.tables[.messages]?[DeskStatistics.unknownMessage] == 7)
    #expect(found.tables[.messages]?[DeskStatistics.noMessage] == 6)
    #expect(found.tables[.results]?["1"] == 9 && found.tables[.results]?["3"] == 13)
    #expect(found.tables[.reopened]?[DeskStatistics.yes] == 0)
    #expect(found.secondsToVerdict == 40)
    #expect(found.share(found.tables[.results]?["1"], in: .results) == 41)
    // Nothing was to be looked at again, and no unknown message has become work.
    #expect(found.tables[.followUps] == nil && found.tables[.settled] == nil)
  }

  @Test func `what was due in the weeks is counted by whether it was taken up on its day`() throws {
    func day(_ text: String) throws -> Day { try #require(Day(text)) }
    let week = Week(text: "2026-W47")
    let calls = [Self.tally(9, "E2", .othersMust)]
    func table(_ onDay: Int, _ late: Int) throws -> DeskStatistics {
      let followUps = [
        FollowUps(due: try day("2026-11-15"), onDay: 40, late: 40),
        FollowUps(due: try day("2026-11-16"), onDay: onDay, late: 0),
        FollowUps(due: try day("2026-11-22"), onDay: 0, late: late),
        FollowUps(due: try day("2026-11-23"), onDay: 40, late: 40),
      ]
      let counts = DeskCounts(calls, followUps, of: Weeks(week, through: week))
      return DeskStatistics(counts) { $0 == "E2" }
    }
    let shown = try table(12, 8)
    #expect(shown.tables[.followUps]?[DeskStatistics.yes] == 12)
    #expect(shown.tables[.followUps]?[DeskStatistics.no] == 8)
    #expect(shown.share(12, in: .followUps) == 60 && shown.share(9, in: .results) == 100)
    // Nothing small is told, nor what it could be reckoned from.
    let hidden = try table(12, 2)
    #expect(hidden.tables[.followUps]?.rows.allSatisfy { $0.count == nil } == true)
    #expect(hidden.share(hidden.tables[.followUps]?[DeskStatistics.yes], in: .followUps) == nil)
    #expect(try table(2, 1).tables[.followUps]?.rows.isEmpty == true)
    #expect(try table(0, 0).tables[.followUps] == nil)
  }

  private static func digest(_ number: Int) -> String {
    String(repeating: "0", count: 15) + String(number, radix: 16)
  }

  /// Cases with unknown messages of so many shapes in a week.
  private static func unknown(_ cases: Int, shapes: Int, in week: String) -> [Tally] {
    (0..<shapes).map { number in
      let outcome = CallOutcome(edition: .altinn3, message: digest(number), result: .notFound)
      var tally = Tally(Tally.Key(outcome, in: Week(text: week)))
      for _ in 0..<cases { tally.add(outcome, wasReopened: false) }
      return tally
    }
  }

  @Test func `unknown messages are counted by whether they were known in ten working days`() throws
  {
    let calls =
      Self.unknown(2, shapes: 12, in: "2026-W40") + Self.unknown(1, shapes: 12, in: "2026-W44")
    func table(_ first: String, _ last: String, known: [String: String]) throws -> SafeCounts? {
      let weeks = Weeks(Week(text: first), through: Week(text: last))
      let since = known.compactMapValues { Day($0) }
      let counts = DeskCounts(calls + [Self.tally(9, "E2", .vendor, in: last)], of: weeks)
      return DeskStatistics(counts, since: since) { $0 == "E2" }.tables[.settled]
    }
    // Each has its third case in week 44, so that the days end in week 46, of which 15 November is the last.
    var known: [String: String] = [:]
    for number in 0..<12 { known[Self.digest(number)] = number < 6 ? "2026-11-15" : "2026-11-16" }
    let found = try table("2026-W44", "2026-W47", known: known)
    #expect(found?[DeskStatistics.yes] == 6 && found?[DeskStatistics.no] == 6)
    let late = try table("2026-W44", "2026-W47", known: [:])
    #expect(late?[DeskStatistics.yes] == 0 && late?[DeskStatistics.no] == 12)
    // Of the week that may still run nothing is told, or it could only say yes; and in other weeks nothing ends.
    #expect(try table("2026-W43", "2026-W46", known: known) == nil)
    #expect(try table("2026-W47", "2026-W50", known: known) == nil)
  }

  @Test func `messages that are met too seldom are nobody's work`() {
    let calls =
      Self.unknown(2, shapes: 9, in: "2026-W30") + Self.unknown(1, shapes: 9, in: "2026-W44")
    let weeks = Weeks(Week(text: "2026-W44"), through: Week(text: "2026-W47"))
    let own = Self.tally(9, "E2", .vendor)
    let found = DeskStatistics(DeskCounts(calls + [own], of: weeks)) { $0 == "E2" }
    #expect(found.tables[.settled] == nil && found.calls == 18)
  }

  @Test func `of a few calls nothing is shown`() {
    let found = Self.statistics([Self.tally(4, "E2", .vendor)])
    #expect(found.calls == nil && found.tables.isEmpty && found.secondsToVerdict == nil)
  }

  @Test func `whole weeks before a day end on the Sunday before it`() throws {
    for text in ["2026-11-23", "2026-11-28", "2026-11-29"] {
      let day = try #require(Day(text))
      let weeks = try #require(Weeks(4, before: day))
      #expect(weeks.first.text == "2026-W44" && weeks.last.text == "2026-W47")
    }
  }

  @Test func `what is met is counted by its id over weeks and results`() {
    let tallies = [
      Self.tally(2, "E2", .vendor), Self.tally(3, "E2", .othersMust), Self.tally(1, nil, .vendor),
    ]
    #expect(Met(tallies).counts == ["E2": 5])
  }

  @Test func `what counts calls reads nothing of those who had them`() throws {
    let code = try Repository.text(of: "Sources/Store/SQLiteStore+Tallies.swift")
      .split(separator: "\n").filter { !$0.contains("///") }.joined(separator: "\n")
    let words = Set(code.matches(of: /\w+/).map { $0.0.lowercased() })
    #expect(words.contains("outcome") && words.contains("tally"))
    // The tables it names have no column for them either.
    #expect(words.isDisjoint(with: ["who", "owner", "agent", "deskcase", "trail"]))
    let waiting = try Repository.text(of: "Sources/Store/SQLiteStore+FollowUps.swift")
    let asked = Set(waiting.matches(of: /\w+/).map { $0.0.lowercased() })
    #expect(asked.isDisjoint(with: ["owner", "agent", "trail"]))
    let schema = try Repository.text(of: "Sources/Store/StoreSchema+Desk.swift")
    for table in ["tally", "outcome", "followUp"] {
      let columns = try #require(
        schema.firstMatch(
          of: try Regex("CREATE TABLE \(table) \\(([^;]*)", as: (Substring, Substring).self)
        )
      ).1
      #expect(!columns.contains("owner") && !columns.contains("who"), "\(table)")
    }
  }
}
