/// Where a fact of a catalogue may come from, and how its date is written.
enum SourceKeys {
  /// The keys of the project's list of sources.
  static let all: Set<String> = {
    func keys(_ letter: String, _ numbers: ClosedRange<Int>) -> [String] {
      numbers.map { "\(letter)\($0)" }
    }
    let keys =
      keys("P", 0...14) + keys("D", 1...11) + keys("D", 13...22) + keys("R", 1...3) + ["U1"]
      + keys("F", 1...3) + keys("N", 1...3) + keys("L", 1...3) + keys("K", 1...6)
      + keys("A", 1...11) + keys("V", 1...12)
    return Set(keys)
  }()

  static func isDate(_ text: String) -> Bool {
    guard let match = text.wholeMatch(of: /(\d{4})-(\d{2})-(\d{2})/),
      let year = Int(match.1), let month = Int(match.2), let day = Int(match.3),
      (1...12).contains(month)
    else { return false }
    let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}
