import Glibc

/// A moment, in whole seconds since the start of 1970 in UTC.
///
/// Moments inform people. Nothing is ordered by them, since a clock can be set back.
package struct Timestamp: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: Int64

  package init(rawValue: Int64) { self.rawValue = rawValue }

  /// The moment the system clock shows.
  package static func now() -> Timestamp { Timestamp(rawValue: Int64(time(nil))) }

  /// The moment as people here write it, `2026-11-23 14:05`, in the time zone of the machine.
  package var local: String {
    var seconds = time_t(rawValue)
    var parts = tm()
    let offset = localtime_r(&seconds, &parts) == nil ? 0 : parts.tm_gmtoff
    return text(secondsFromUTC: Int64(offset))
  }

  /// The day in the time zone of the machine; `nil` for a clock far out of order.
  package var day: Day? { Day(String(local.prefix(10))) }

  /// The moment a number of days, of 24 hours each, earlier.
  package func before(days: Int) -> Timestamp {
    let (earlier, isTooFar) = rawValue.subtractingReportingOverflow(
      Int64(min(days, 1_000_000)) * 86_400
    )
    return Timestamp(rawValue: isTooFar ? .min : earlier)
  }

  /// The moment in UTC as programs write it, `2026-11-23T14:05:00Z`.
  package var utc: String {
    let seconds = Self.remainder(rawValue, 60)
    let text = text(secondsFromUTC: 0).replacing(" ", with: "T")
    return "\(text):\(Self.pad(seconds, 2))Z"
  }

  /// The moment as `2026-11-23 14:05` at a distance from UTC, in the Gregorian calendar.
  package func text(secondsFromUTC offset: Int64) -> String {
    let shifted = rawValue &+ offset
    let day = Self.floorDivide(shifted, 86_400)
    let minutes = Self.remainder(shifted, 86_400) / 60
    let (year, month, dayOfMonth) = Self.civil(day)
    return "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(dayOfMonth, 2)) "
      + "\(Self.pad(minutes / 60, 2)):\(Self.pad(minutes % 60, 2))"
  }

  /// The date of a day counted from the start of 1970.
  ///
  /// Counts in years that begin in March, so that the leap day comes last in its year.
  private static func civil(_ day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let fromMarch = day + 719_468
    let era = floorDivide(fromMarch, 146_097)
    let dayOfEra = fromMarch - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    value / divisor - (value % divisor < 0 ? 1 : 0)
  }

  /// What is left of a number below a divisor, never negative.
  private static func remainder(_ value: Int64, _ divisor: Int64) -> Int64 {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
  }

  private static func pad(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
