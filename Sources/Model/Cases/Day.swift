/// A day of the Gregorian calendar.
package struct Day: Codable, Comparable, Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Reads a day written as `2026-12-01` or as `1.12.2026`; `nil` when there is no such day.
  package init?(_ text: String) {
    guard let (year, month, day) = Self.numbers(text), (1...12).contains(month),
      (1...Self.length(of: month, in: year)).contains(day)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Whether a text is written as a day that the calendar does not have, such as `31.11.2026`.
  package static func isMissing(_ text: String) -> Bool {
    numbers(text) != nil && Day(text) == nil
  }

  /// The three numbers of a day in a year that is understood.
  private static func numbers(_ text: String) -> (year: Int, month: Int, day: Int)? {
    let isNorwegian = text.contains(".")
    let parts = text.split(separator: isNorwegian ? "." : "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, parts.count == 3 else { return nil }
    let (year, day) = isNorwegian ? (numbers[2], numbers[0]) : (numbers[0], numbers[2])
    return (2000...2199).contains(year) ? (year, numbers[1], day) : nil
  }

  /// The day of a count from the start of 1970; `nil` outside the years that are understood.
  package init?(number: Int) {
    let (seconds, isTooFar) = Int64(number).multipliedReportingOverflow(by: 86_400)
    guard !isTooFar else { return nil }
    self.init(String(Timestamp(rawValue: seconds).text(secondsFromUTC: 0).prefix(10)))
  }

  /// The day as `2026-12-01`, which sorts as it should.
  package var text: String {
    "\(year)-\(Self.padded(month))-\(Self.padded(day))"
  }

  /// The day as a count of days from the start of 1970, for the distance between two days.
  ///
  /// Counts in years that begin in March, so that the leap day comes last in its year.
  package var number: Int {
    let year = month <= 2 ? self.year - 1 : self.year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the week, from 0 for Monday to 6 for Sunday.
  package var weekday: Int {
    // The first day of 1970 was a Thursday, and no day that is understood lies before it.
    (number + 3) % 7
  }

  package static func < (left: Day, right: Day) -> Bool { left.text < right.text }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
