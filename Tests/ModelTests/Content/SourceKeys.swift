import Foundation
import Model
import Testing

/// Where a fact of a catalogue may come from, and how its date is written.
enum SourceKeys {
  /// The keys of the project's list of sources.
  static let all: Set<String> = {
    func keys(_ letter: String, _ numbers: ClosedRange<Int>) -> [String] {
      numbers.map { "\(letter)\($0)" }
    }
    let keys =
      keys("P", 0...14) + keys("D", 1...11) + keys("D", 13...22) + keys("R", 1...3) + ["U1"]
      + keys("F", 1...3) + keys("N", 1...3) + keys("L", 1...3) + keys("K", 1...6)
      + keys("A", 1...11) + keys("V", 1...12)
    return Set(keys)
  }()

  /// The day the catalogues were begun, as days from the start of 1970: 23 November 2026.
  private static let begun = 20_780

  /// Whether somebody can have looked on a day.
  ///
  /// It must exist, not be before 2026, and have begun somewhere on earth. A clock that is behind the
  /// first day of the catalogues cannot say what has begun.
  static func isHonestDate(_ text: String, now: Date = .now) -> Bool {
    guard text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil, let day = Day(text) else { return false }
    let today = Int(now.addingTimeInterval(14 * 3600).timeIntervalSince1970 / 86_400)
    return day.year >= 2026 && (today < begun || day.number <= today)
  }
}

@Suite struct SourceKeyTests {
  @Test(arguments: [
    ("2026-11-23", true), ("2026-01-01", true), ("2026-12-24", true), ("2026-12-25", true),
    ("2026-12-26", false), ("2025-12-31", false), ("2026-02-29", false), ("1.12.2026", false),
    ("2026-1-1", false), ("", false),
  ])
  func `a date is honest when somebody can have looked on that day`(text: String, isHonest: Bool) {
    let christmasEve = Date(timeIntervalSince1970: 1_798_070_400 + 12 * 3600)
    #expect(SourceKeys.isHonestDate(text, now: christmasEve) == isHonest)
  }
}
