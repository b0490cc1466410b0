/// How far one word is from another.
enum EditDistance {
  /// How many letters must be changed, added, left out or exchanged with the next to make one word of
  /// another; `nil` when more than a limit.
  static func steps(_ one: [UInt8], _ other: [UInt8], limit: Int) -> Int? {
    guard abs(one.count - other.count) <= limit else { return nil }
    var before: [Int] = []
    var last = Array(0...other.count)
    for row in one.indices {
      var now = [row + 1]
      now.reserveCapacity(other.count + 1)
      var least = row + 1
      for column in other.indices {
        var steps = min(
          last[column] + (one[row] == other[column] ? 0 : 1),
          last[column + 1] + 1,
          now[column] + 1
        )
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          steps = min(steps, before[column - 1] + 1)
        }
        now.append(steps)
        least = min(least, steps)
      }
      guard least <= limit else { return nil }
      (before, last) = (last, now)
    }
    return last[other.count] <= limit ? last[other.count] : nil
  }
}
