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
  /// short, becomes its number.
  package func read(_ line: String, as rule: LineRule) -> String {
    guard rule == .date else { return line }
    let words = line.lowercased().split { " .,".contains($0) }
    guard words.count == 3, words[1].count >= 3, Int(words[1]) == nil,
      let month = (1...12).first(where: { isMonth($0, words[1]) })
    else { return line }
    return "\(words[0]).\(month).\(words[2])"
  }

  private func isMonth(_ number: Int, _ word: Substring) -> Bool {
    Language.allCases.contains {
      content.texts($0)("date.month.\(number)").lowercased().hasPrefix(word)
    }
  }

  /// A kept line as it is shown, and as it can be typed again.
  package func written(_ kept: String, as rule: LineRule) -> String {
    rule == .date ? Day(kept).map { text($0) } ?? kept : kept
  }
}
