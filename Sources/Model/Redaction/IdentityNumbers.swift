/// Finds national identity numbers in numbers that stand in a row.
struct IdentityNumbers {
  /// The numbers that are one, or pieces of one: ranges of what was given.
  private(set) var found: [Range<Int>] = []

  /// - Parameter groups: The digits of each number, in order.
  init(_ groups: [[Int]]) {
    for start in groups.indices {
      var digits: [Int] = []
      var end = start
      while end < groups.count, digits.count < 11 {
        digits += groups[end]
        end += 1
      }
      guard digits.count == 11 else { continue }
      let isWritten = end - start == 2 && groups[start].count == 6
      if Self.isNumber(digits) || (isWritten && Self.hasDateShape(digits)) {
        found.append(start..<end)
      }
    }
  }

  /// Whether eleven digits meet either rule for control digits and begin with a day.
  static func isNumber(_ digits: [Int]) -> Bool {
    let first = DigitText.weightedSum(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11
    let second = DigitText.weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11
    return second == 0 && first <= 3 && hasDateShape(digits)
  }

  /// Whether day and month can be such, with or without the shifts of the kinds.
  ///
  /// Less strict than the check of a typed number: 31 February is taken out as well.
  private static func hasDateShape(_ digits: [Int]) -> Bool {
    let day = digits[0] * 10 + digits[1]
    let month = digits[2] * 10 + digits[3]
    let isDay = (1...31).contains(day) || (41...71).contains(day)
    return isDay && [1...12, 41...52, 81...92].contains { $0.contains(month) }
  }
}
