import Model
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, 0, "1970-01-01 00:00"), (1_795_438_800, 3600, "2026-11-23 14:00"),
    (951_782_399, 0, "2000-02-28 23:59"), (951_782_400, 0, "2000-02-29 00:00"),
    (4_107_542_400, 0, "2100-03-01 00:00"), (-1, 0, "1969-12-31 23:59"),
    (1_798_758_000, 3600, "2027-01-01 00:00"), (-62_135_596_800, 0, "0001-01-01 00:00"),
  ])
  func `a moment is written as people here write it`(
    seconds: Int64,
    offset: Int64,
    expected: String
  ) {
    #expect(Timestamp(rawValue: seconds).text(secondsFromUTC: offset) == expected)
  }
}
