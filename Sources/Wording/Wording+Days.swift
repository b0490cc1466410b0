package import Model

/// Days and moments as people who read the language write them.
extension Wording {
  /// A day with the name of its month.
  package func text(_ day: Day) -> String {
    self(
      "date.day",
      ["day": "\(day.day)", "month": self("date.month.\(day.month)"), "year": "\(day.year)"]
    )
  }

  /// A moment in the time zone of the machine.
  package func text(_ moment: Timestamp) -> String {
    guard let day = moment.day else { return moment.local }
    let clock = moment.local.suffix(5)
    return self(
      "date.moment",
      ["day": text(day), "hour": "\(clock.prefix(2))", "minute": "\(clock.suffix(2))"]
    )
  }

  /// What is written in a line as its rule reads it: the name of a month, in any language and also cut
  /// short, becomes its number; a day without its year, and one as near as tomorrow, gets what is missing by the
  /// day it is.
  package func read(_ line: String, as rule: LineRule) -> String {
    guard rule.isDate else { return line }
    let text = line.lowercased()
    let words = text.split { " .,/".contains($0) }
    if let near = nearDay(words.joined(separator: " ")) { return near.text }
    guard (2...3).contains(words.count), Int(words[0]) != nil, let month = self.month(words[1])
    else { return line }
    guard words.count == 3 else { return yearless("\(words[0]).\(month)", as: rule) ?? line }
    // The year may be cut short too.
    let year = (words[2].count == 2 ? "20" : "") + words[2]
    return "\(words[0]).\(month).\(year)"
  }

  /// A day and its month in the year in which it was last, or is next; one that is in no year, in this one.
  ///
  /// Nobody means a year ahead by a day that has just been: that stays in the year in which it was, so that the person
  /// is told of it.
  private func yearless(_ text: String, as rule: LineRule) -> String? {
    guard let today else { return nil }
    // A leap day is at most eight years off.
    func day(_ step: Int, _ fits: (Day) -> Bool) -> Day? {
      (0...8).lazy.compactMap { Day("\(text).\(today.year + step * $0)") }.first(where: fits)
    }
    let last = day(-1) { $0 <= today }
    let next = day(1) { $0 >= today }
    guard let last, let next else { return (last ?? next)?.text ?? "\(text).\(today.year)" }
    let isNearerBehind = today.number - last.number < next.number - today.number
    return (rule == .pastDate || isNearerBehind ? last : next).text
  }

  /// A day that is called by how near it is, in any language.
  private func nearDay(_ words: String) -> Day? {
    guard let today else { return nil }
    for (name, distance) in [("yesterday", -1), ("today", 0), ("tomorrow", 1)] {
      let isCalled = Language.allCases.contains {
        content.texts($0)("date.near.\(name)").split(separator: ", ").contains { $0 == words }
      }
      if isCalled { return Day(number: today.number + distance) }
    }
    return nil
  }

  /// A month by its number or its name.
  private func month(_ word: Substring) -> Int? {
    if let number = Int(word) { return number }
    return word.count < 3 ? nil : (1...12).first { isMonth($0, word) }
  }

  private func isMonth(_ number: Int, _ word: Substring) -> Bool {
    Language.allCases.contains {
      content.texts($0)("date.month.\(number)").lowercased().hasPrefix(word)
    }
  }

  /// A kept line as it is shown, and as it can be typed again.
  package func written(_ kept: String, as rule: LineRule) -> String {
    rule.isDate ? Day(kept).map { text($0) } ?? kept : kept
  }
}
