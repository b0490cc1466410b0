extension Stamps {
  /// A date, a date and a time, or a time, as logs, mail and people write them.
  func moment(_ start: Int) -> Int? {
    if let date = date(start) {
      // A day and five digits more are somebody's number.
      guard !hasNumberBehind(date) else { return nil }
      let separator = separatorEnd(date)
      if let separator, let time = time(separator, loose: true) { return zone(time) }
      return isEnd(date) ? date : nil
    }
    if let time = time(start, loose: isBehindClock(start)) { return zone(time) }
    return year(start)
  }

  /// Years of which somebody asks for help.
  private static let years = 2000...2049

  private func date(_ start: Int) -> Int? {
    if let compact = number(start, 14...17), isDay(compactAt: start) { return compact.end }
    if number(start, 8...8) != nil, isDay(compactAt: start) { return start + 8 }
    if let year = number(start, 4...4), Self.years.contains(year.value) {
      let sign = code(year.end)
      guard [0x2D, 0x2F, 0x2E].contains(sign), let month = number(year.end + 1, 1...2),
        (1...12).contains(month.value)
      else { return nil }
      if code(month.end) == sign, let day = number(month.end + 1, 1...2),
        (1...31).contains(day.value)
      {
        return day.end
      }
      return sign != 0x2E && isEnd(month.end) && code(month.end) != sign ? month.end : nil
    }
    guard let day = number(start, 1...2), (1...31).contains(day.value) else { return nil }
    let sign = code(day.end)
    if [0x2E, 0x2F, 0x2D].contains(sign), let month = number(day.end + 1, 1...2),
      (1...31).contains(month.value),
      min(day.value, month.value) >= 1, month.value <= 12 || (sign == 0x2F && day.value <= 12)
    {
      let next = code(month.end) == sign ? month.end + 1 : month.end
      guard next > month.end else { return nil }
      if let year = number(next, 4...4), Self.years.contains(year.value) { return year.end }
      if let year = number(next, 2...2), (10...49).contains(year.value) { return year.end }
      return sign == 0x2E && hasNoNumber(around: start..<next) ? month.end : nil
    }
    return writtenDate(start, day.end)
  }

  /// Whether no digit stands beside a day that has no year, as `4.12.`, which could be a piece of a longer number.
  private func hasNoNumber(around day: Range<Int>) -> Bool {
    func isBetween(_ place: Int) -> Bool {
      tokens.reading.classes[place] != .letter && !isDigit(place)
    }
    var (before, behind) = (day.lowerBound - 1, day.upperBound)
    while before >= 0, isBetween(before) { before -= 1 }
    while behind < tokens.reading.count, isBetween(behind) { behind += 1 }
    return (before < 0 || !isDigit(before)) && (behind >= tokens.reading.count || !isDigit(behind))
  }

  private func isDay(compactAt start: Int) -> Bool {
    func part(_ offset: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 * 10 + Int(code(start + offset + $1)) - 0x30 }
    }
    return (2010...2039).contains(part(0, 4)) && (1...12).contains(part(4, 2))
      && (1...31).contains(part(6, 2))
  }

  /// A date with the month in words, as `20. november 2026` or `20 Nov 2026`.
  private func writtenDate(_ start: Int, _ end: Int) -> Int? {
    var position = end
    if code(position) == 0x2E { position += 1 }
    while [0x20, 0x2D, 0xA0, 0x2F].contains(code(position)), position - end < 3 { position += 1 }
    guard position > end, let month = month(position) else { return nil }
    position = month
    while [0x20, 0x2E, 0x2D, 0x2C, 0xA0, 0x2F].contains(code(position)), position - month < 3 {
      position += 1
    }
    guard let year = number(position, 4...4), Self.years.contains(year.value) else { return month }
    return year.end
  }

  /// The end of the name of a month, or `nil`.
  private func month(_ start: Int) -> Int? {
    var end = start
    while end < tokens.reading.count, tokens.reading.classes[end] == .letter, end - start < 10 {
      end += 1
    }
    guard end - start >= 3, isEnd(end) else { return nil }
    let name = Tokens.fold(tokens.reading.codes[start..<end])
    return Self.months.contains { name == $0 || name == $0.prefix(3) } ? end : nil
  }

  private static let months = [
    "januar", "february", "februar", "march", "mars", "april", "may", "mai", "june", "juni", "july",
    "juli", "august",
    "september", "october", "oktober", "november", "december", "desember", "january",
  ]

  /// A year behind the name of a month.
  private func year(_ start: Int) -> Int? {
    guard let year = number(start, 4...4), Self.years.contains(year.value), isEnd(year.end) else {
      return nil
    }
    var position = start - 1
    // Between month and year the day and the clock may stand, as in `Nov 28 14:29:59 UTC 2026`.
    var steps = 0
    while position >= 0, steps < 24, tokens.reading.classes[position] != .newline {
      if tokens.reading.classes[position] == .letter {
        var first = position
        while first > 0, tokens.reading.classes[first - 1] == .letter, position - first < 12 {
          first -= 1
        }
        if month(first) == position + 1 { return year.end }
        guard position - first < 4 else { return nil }
        position = first - 1
      } else {
        position -= 1
      }
      steps += 1
    }
    return nil
  }

  /// `08:15`, `08:15:30.1234567`; loose: `08.15` too, and `T081530`.
  private func time(_ start: Int, loose: Bool) -> Int? {
    // Behind a blank six digits would be anybody's code.
    let isGlued = [0x54, 0x74, 0x5F, 0x2D].contains(code(start - 1))
    if loose, isGlued, let clock = number(start, 6...6), clock.value / 10_000 < 24,
      clock.value / 100 % 100 < 60,
      clock.value % 100 < 61
    {
      return clock.end
    }
    guard let hour = number(start, 1...2) else { return nil }
    let sign = code(hour.end)
    guard hour.value < 24, sign == 0x3A || (loose && sign == 0x2E), hour.end - start <= 2,
      let minute = number(hour.end + 1, 2...2), minute.value < 60
    else { return nil }
    guard code(minute.end) == sign, let second = number(minute.end + 1, 2...2), second.value < 61
    else {
      // A colon leads on to something that is no time.
      return isEnd(minute.end) && (code(minute.end) != 0x3A || !isDigit(minute.end + 1))
        ? minute.end : nil
    }
    guard [0x2E, 0x2C].contains(code(second.end)), let part = number(second.end + 1, 1...9) else {
      return code(second.end) == 0x3A && isDigit(second.end + 1) ? nil : second.end
    }
    return part.end
  }

  /// The end of the time zone behind a time, if one is there.
  private func zone(_ end: Int) -> Int? {
    if code(end) == 0x5A || code(end) == 0x7A { return isEnd(end + 1) ? end + 1 : nil }
    var position = end
    if code(position) == 0x20 { position += 1 }
    if code(position) == 0x2B || code(position) == 0x2D, let hours = number(position + 1, 2...4) {
      if code(hours.end) == 0x3A, let minutes = number(hours.end + 1, 2...2), isEnd(minutes.end) {
        return minutes.end
      }
      if isEnd(hours.end), hours.end - position != 4, code(hours.end) != 0x2D { return hours.end }
    }
    return isEnd(end) ? end : nil
  }

  /// Where a time can begin behind a date.
  private func separatorEnd(_ end: Int) -> Int? {
    var position = end
    let first = code(position)
    if first == 0x54 || first == 0x74 || first == 0x5F || first == 0x2D || first == 0x3A {
      return position + 1
    }
    while position - end < 8, [0x20, 0x2C, 0xA0, 0x09, 0x2E].contains(code(position)) {
      position += 1
    }
    for word in ["klokka", "klokken", "kl", "at"]
    where Tokens.fold(
      tokens.reading.codes[position..<min(position + word.utf8.count, tokens.reading.count)]
    )
      == word
    {
      position += word.utf8.count
      while [0x20, 0x2E].contains(code(position)), position - end < 20 { position += 1 }
      return position
    }
    return position > end ? position : nil
  }

  /// Whether the Norwegian sign for a time of day stands before it.
  private func isBehindClock(_ start: Int) -> Bool {
    var position = start - 1
    while position > 0, [0x20, 0x2E].contains(code(position)), start - position < 4 {
      position -= 1
    }
    return position > 0 && code(position) | 0x20 == 0x6C && code(position - 1) | 0x20 == 0x6B
      && isEnd(position - 2)
  }

  /// Whether exactly five digits follow, in one group or in two.
  private func hasNumberBehind(_ end: Int) -> Bool {
    var position = end
    while position - end < 4, position < tokens.reading.count,
      tokens.reading.classes[position] == .blank
        || [0x2D, 0x2E, 0x2F, 0x2B, 0x3A, 0x2C].contains(code(position))
    {
      position += 1
    }
    var digits = 0
    var last = position
    while last - position < 7 {
      if isDigit(last) {
        digits += 1
      } else if code(last) != 0x20 || digits == 0 || !isDigit(last + 1) {
        break
      }
      last += 1
    }
    return digits == 5 && isEnd(last) && code(last) != 0x3A
      && !(code(position + 1) == 0x20 && isDigit(position + 2) && code(last) == 0x3A)
  }
}
