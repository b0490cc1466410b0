import Testing

@testable import Model

@Suite struct DayTests {
  @Test(arguments: [
    ("2026-11-20", "2026-11-23", 3), ("2026-11-23", "2026-11-23", 0),
    ("2026-02-28", "2026-03-01", 1),
    ("2028-02-28", "2028-03-01", 2), ("2025-12-31", "2026-01-01", 1),
    ("2000-01-01", "2199-12-31", 73048),
    ("2026-11-24", "2026-11-23", -1),
  ])
  func `days are counted between two dates`(first: String, second: String, count: Int) throws {
    let days = try [first, second].map { try #require(Day($0)).number }
    #expect(days[1] - days[0] == count)
  }

  @Test(arguments: [
    ("2026-11-30", 0), ("2026-12-06", 6), ("2000-01-01", 5), ("2199-12-31", 1),
  ])
  func `a week begins on Monday`(text: String, weekday: Int) throws {
    #expect(try #require(Day(text)).weekday == weekday)
  }

  @Test func `the count begins in 1970, as moments do`() throws {
    #expect(try #require(Day("2026-11-23")).number == 1_795_438_800 / 86_400)
    #expect(Timestamp(rawValue: 1_795_438_801).utc == "2026-11-23T13:00:01Z")
  }

  @Test func `every day is one after the day before`() throws {
    var last: Int?
    for year in 2023...2029 {
      for month in 1...12 {
        for day in 1...31 {
          guard let number = Day("\(day).\(month).\(year)")?.number else { continue }
          if let last { #expect(number == last + 1) }
          last = number
        }
      }
    }
  }
}
