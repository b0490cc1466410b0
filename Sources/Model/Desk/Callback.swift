/// A number that a caller is to be rung back on, kept only where the desk has that turned on, and for a few days.
///
/// It stands beside the case and never in it: no search, no trail, no export and no statistics know it.
package struct Callback: Hashable, Sendable {
  /// As the caller said it, checked.
  package let number: PhoneNumber
  /// The day somebody promised to ring.
  package let due: Day
  /// The last day it is kept.
  package let last: Day

  /// - Parameter today: The day it is kept from.
  package init(_ number: PhoneNumber, due: Day, on today: Day) {
    self.init(number, due: due, last: min(due.adding(2), today.adding(Self.longest)))
  }

  /// A number that a store holds.
  package init(_ number: PhoneNumber, due: Day, last: Day) {
    self.number = number
    self.due = due
    self.last = last
  }

  /// In days; no number is kept longer, whatever day was promised.
  package static let longest = 7

  /// The seconds that a number is shown in clear, when its day has come.
  package static let secondsShown = 15

  /// The number with all digits but the last two hidden.
  package var masked: String {
    let left = number.text.filter(\.isWholeNumber).suffix(2)
    return String(repeating: "•", count: number.text.count - left.count) + left
  }
}

extension Day {
  /// A day so many days later; the last day there is where the calendar ends.
  fileprivate func adding(_ days: Int) -> Day { Day(number: number + days) ?? self }
}
