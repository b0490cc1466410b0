/// The days that somebody is at work, in Norway.
extension Day {
  /// Whether it is one from Monday to Friday and no public holiday.
  package var isWorkday: Bool { weekday < 5 && !isHoliday }

  /// The first working day at least so many days later.
  package func workday(after days: Int) -> Day? {
    var day = Day(number: number + days)
    while let found = day, !found.isWorkday { day = Day(number: found.number + 1) }
    return day
  }

  /// The working day so many earlier or later; today counts as one, since somebody is at work.
  ///
  /// - Parameter first: What it does not go back beyond.
  func moved(byWorkdays days: Int, notBefore first: Int, _ today: Day) -> Day {
    var moved = self
    let step = days < 0 ? -1 : 1
    for _ in 0..<abs(days) {
      var next = Day(number: moved.number + step)
      while let day = next, !day.isWorkday, day != today { next = Day(number: day.number + step) }
      guard let found = next, found.number >= first else { break }
      moved = found
    }
    return moved
  }

  /// A public holiday: those of a fixed day, and those that follow Easter.
  private var isHoliday: Bool {
    let fixed = [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)]
    // Maundy Thursday to Easter Monday, the Ascension, Whit Sunday and the Monday after.
    return fixed.contains { $0 == (month, day) }
      || [-3, -2, 0, 1, 39, 49, 50].contains(number - Self.easter(of: year))
  }

  /// Easter Sunday of a year as a count of days, by the reckoning of the Gregorian calendar.
  private static func easter(of year: Int) -> Int {
    let (moon, century, rest) = (year % 19, year / 100, year % 100)
    let shift = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * moon + century - century / 4 - shift + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let late = (moon + 11 * epact + 22 * weekday) / 451
    // Days from the 22nd of March, which is the earliest that it can be.
    let days = epact + weekday - 7 * late
    guard let earliest = Day("\(year)-03-22") else { return 0 }
    return earliest.number + days
  }
}
