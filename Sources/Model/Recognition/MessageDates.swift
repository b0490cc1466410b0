/// The days that a pasted text names, as programs, logs and mails write them.
///
/// A closed Altinn sends no messages, so the day tells whether a message of it is an old one or comes from a
/// program that still tries. A month without a day, and a time without a date, name no day.
package enum MessageDates {
  /// On which side of a day the dates of a text lie.
  package enum Side: Equatable, Sendable {
    /// All are that day or earlier; with the last of them.
    case upTo(Day)
    /// All are later; with the last of them.
    case after(Day)
  }

  /// On which side of a day a text was written.
  ///
  /// - Parameters:
  ///   - last: The last day of the first side.
  ///   - today: No message comes from a later day, so a later date is a deadline; `nil` where it is not known.
  /// - Returns: `nil` where no date is named, where they lie on both sides, or where one can be read both ways.
  package static func side(of text: String, from last: Day, on today: Day?) -> Side? {
    let dates = days(in: text).filter { day in today.map { day <= $0 } ?? true }
    guard let latest = dates.max() else { return nil }
    if dates.allSatisfy({ $0 <= last }) { return .upTo(latest) }
    return dates.allSatisfy { $0 > last } ? .after(latest) : nil
  }

  /// Every day that a date can be read as: `3/5/2026` is a day in May or in March.
  private static func days(in text: String) -> [Day] {
    let tokens = tokens(of: text)
    var found: [Day] = []
    var place = 0
    while place < tokens.count {
      let date = date(in: tokens, at: place)
      found += date?.days ?? []
      place += date?.length ?? 1
    }
    return found
  }

  // MARK: - Reading

  private enum Token {
    /// Digits, with the sign right behind them; a blank is none.
    case number(Int, digits: Int, sign: UInt8?)
    case word(String)
  }

  /// Numbers and words in their order; what stands between words does not count.
  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      let start = place
      while place < bytes.count, isDigit(bytes[place]) { place += 1 }
      if place > start {
        let sign = place < bytes.count ? bytes[place] : nil
        let digits = place - start
        // More digits than a year has are never part of a date.
        let value = digits <= 4 ? bytes[start..<place].reduce(0) { $0 * 10 + Int($1 & 0x0F) } : 0
        tokens.append(.number(value, digits: digits, sign: sign))
        continue
      }
      while place < bytes.count, isLetter(bytes[place]) { place += 1 }
      if place > start {
        tokens.append(.word(String(decoding: bytes[start..<place], as: UTF8.self).lowercased()))
      } else {
        place += 1
      }
    }
    return tokens
  }

  /// The date that begins at a token, and how many tokens it takes.
  private static func date(in tokens: [Token], at place: Int) -> (days: [Day], length: Int)? {
    func number(_ offset: Int) -> (value: Int, digits: Int, sign: UInt8?)? {
      guard place + offset < tokens.count,
        case .number(let value, let digits, let sign) = tokens[place + offset]
      else { return nil }
      return (value, digits, sign)
    }
    func month(_ offset: Int) -> Int? {
      guard place + offset < tokens.count, case .word(let word) = tokens[place + offset] else {
        return nil
      }
      return months.firstIndex { $0.contains(word) }.map { $0 + 1 }
    }
    func year(_ offset: Int) -> Int? { number(offset).flatMap { $0.digits == 4 ? $0.value : nil } }
    if let first = number(0) {
      if first.digits <= 2, let month = month(1), let year = year(2) {
        return ([day(year, month, first.value)].compactMap(\.self), 3)
      }
      guard let second = number(1), let third = number(2), second.digits <= 2,
        let sign = first.sign, sign == second.sign, separators.contains(sign)
      else { return nil }
      if first.digits == 4, third.digits <= 2 {
        return ([day(first.value, second.value, third.value)].compactMap(\.self), 3)
      }
      guard first.digits <= 2, third.digits == 4 || third.digits == 2 else { return nil }
      let year = third.digits == 4 ? third.value : 2_000 + third.value
      var days = [day(year, second.value, first.value)]
      if sign == UInt8(ascii: "/") { days.append(day(year, first.value, second.value)) }
      return (days.compactMap(\.self), 3)
    }
    guard let month = month(0), let inMonth = number(1), inMonth.digits <= 2 else { return nil }
    // The year may stand behind the time and its zone.
    for offset in 2...6 {
      if let year = year(offset) {
        return ([day(year, month, inMonth.value)].compactMap(\.self), offset + 1)
      }
    }
    return nil
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    Day("\(year)-\(month)-\(day)")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80
  }

  private static let separators = Array("-./".utf8)

  /// The months as they are written in Norwegian and in English, in full and short.
  private static let months: [Set<String>] = [
    ["januar", "january", "jan"], ["februar", "february", "feb"], ["mars", "march", "mar"],
    ["april", "apr"], ["mai", "may"], ["juni", "june", "jun"], ["juli", "july", "jul"],
    ["august", "aug"], ["september", "sept", "sep"], ["oktober", "october", "okt", "oct"],
    ["november", "nov"], ["desember", "december", "des", "dec"],
  ]
}
