import Model
import Testing

/// The days that a case can be put away to.
@Suite struct WorkdayTests {
  @Test(arguments: [
    "2026-01-01", "2026-04-02", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14",
    "2026-05-25", "2026-12-25", "2027-03-25", "2027-05-17", "2000-04-24", "2199-04-15",
  ])
  func `a public holiday is no working day`(text: String) throws {
    let day = try #require(Day(text))
    #expect(day.weekday < 5 && !day.isWorkday)
  }

  @Test(arguments: ["2026-11-30", "2026-12-24", "2026-12-31", "2026-04-01", "2026-04-07"])
  func `a day that people work on is one, also just before a holiday`(text: String) {
    #expect(Day(text)?.isWorkday == true)
  }

  @Test(arguments: [
    ("2026-11-28", "2026-11-30"), ("2026-11-29", "2026-11-30"), ("2026-11-30", "2026-11-30"),
    ("2026-04-02", "2026-04-07"), ("2026-12-25", "2026-12-28"), ("2027-05-15", "2027-05-18"),
  ])
  func `a day that nobody works gives way to the next that somebody does`(
    asked: String,
    kept: String
  ) {
    #expect(Day(asked)?.workday(after: 0) == Day(kept))
  }

  @Test func `the day to look again goes over days that nobody works, both ways`() throws {
    var walk = Content.embedded.walk(.findFault)
    walk.beginCall()
    walk.give("E5", to: .message)
    // From the Tuesday before Easter, past its holidays.
    var wrapUp = WrapUp(of: walk, role: nil, on: Day("2026-03-31"))
    #expect(wrapUp.promise.due == Day("2026-04-07"))
    wrapUp.postpone(by: -1)
    #expect(wrapUp.promise.due == Day("2026-04-01"))
    wrapUp.postpone(by: 1)
    #expect(wrapUp.promise.due == Day("2026-04-07"))
  }
}
