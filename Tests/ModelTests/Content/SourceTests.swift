import Foundation
import Model
import Testing

/// How the date of an entry of a catalogue is written.
enum CheckedDate {
  /// The day the catalogues were begun, as days from the start of 1970: 23 November 2026.
  private static let begun = 20_780

  /// Whether somebody can have looked on a day.
  ///
  /// It must exist, not be before 2026, and have begun somewhere on earth. A clock that is behind the
  /// first day of the catalogues cannot say what has begun.
  static func isHonest(_ text: String, now: Date = .now) -> Bool {
    guard text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil, let day = Day(text) else { return false }
    let today = Int(now.addingTimeInterval(14 * 3600).timeIntervalSince1970 / 86_400)
    return day.year >= 2026 && (today < begun || day.number <= today)
  }
}

@Suite struct CheckedDateTests {
  @Test(arguments: [
    ("2026-11-23", true), ("2026-01-01", true), ("2026-12-24", true), ("2026-12-25", true),
    ("2026-12-26", false), ("2025-12-31", false), ("2026-02-29", false), ("1.12.2026", false),
    ("2026-1-1", false), ("", false),
  ])
  func `a date is honest when somebody can have looked on that day`(text: String, isHonest: Bool) {
    let christmasEve = Date(timeIntervalSince1970: 1_798_070_400 + 12 * 3600)
    #expect(CheckedDate.isHonest(text, now: christmasEve) == isHonest)
  }
}

@Suite struct SourceTests {
  private let list = try? SourceList(from: .embedded)

  @Test func `every source is named once and has a title`() throws {
    let sources = try #require(list).sources
    #expect(!sources.isEmpty)
    #expect(Set(sources.map(\.title)).count == sources.count)
    for source in sources {
      #expect(source.key.wholeMatch(of: /[A-Z]\d+/) != nil && !source.title.isEmpty)
    }
  }

  @Test func `every rule about rights is written in a source that people can be told`() throws {
    let list = try #require(list)
    for rule in RightsRule.allCases {
      let keys = list.keys(for: rule.rawValue)
      #expect(!keys.isEmpty, "\(rule)")
      for language in Language.allCases {
        let texts = try Texts(language, from: .embedded)
        #expect(keys.allSatisfy { texts.has("source.\($0)") }, "\(rule)")
      }
    }
    let named = Set(list.sources.flatMap { $0.rules ?? [] })
    #expect(named == Set(RightsRule.allCases.map(\.rawValue)))
  }

  @Test func `an entry that names an unknown source is refused`() throws {
    let list = try #require(list)
    let product = try #require(try Catalogue(from: .embedded).products().entries.first)
    try list.check([product], from: "x")
    #expect(
      throws: AssetSource.Failure.malformed("x", detail: "unknown source \(product.source[0])")
    ) {
      try SourceList(of: []).check([product], from: "x")
    }
  }
}
