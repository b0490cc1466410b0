extension Debrief {
  /// For each step the places of those of the best way that stand beside it, so that both can be read in columns.
  ///
  /// As many steps as can be stand beside the same step of the best way. Between two of those the others stand beside
  /// each other one by one, and what is left of the best way comes with the step before it.
  package var beside: [[Int]] {
    var rows = Array(repeating: [Int](), count: steps.count)
    guard !rows.isEmpty else { return [] }
    var (own, other) = (0, 0)
    var meetings = shared
    meetings.append((own: steps.count, best: best.acts.count))
    for (place, same) in meetings {
      while own < place, other < same {
        rows[own].append(other)
        (own, other) = (own + 1, other + 1)
      }
      while other < same {
        rows[max(0, own - 1)].append(other)
        other += 1
      }
      guard place < steps.count else { break }
      rows[place].append(same)
      (own, other) = (place + 1, same + 1)
    }
    return rows
  }

  /// The places of the steps that both ways have, in the order of both: the most there can be.
  private var shared: [(own: Int, best: Int)] {
    let (own, other) = (steps.map(\.act), best.acts)
    // How many steps both have from there on.
    var most = Array(repeating: Array(repeating: 0, count: other.count + 1), count: own.count + 1)
    for first in own.indices.reversed() {
      for second in other.indices.reversed() {
        let skipped = max(most[first + 1][second], most[first][second + 1])
        let isSame = own[first].isSameStep(as: other[second])
        most[first][second] = isSame ? max(skipped, most[first + 1][second + 1] + 1) : skipped
      }
    }
    var pairs: [(own: Int, best: Int)] = []
    var (first, second) = (0, 0)
    while first < own.count, second < other.count {
      if own[first].isSameStep(as: other[second]),
        most[first][second] == most[first + 1][second + 1] + 1
      {
        pairs.append((own: first, best: second))
        (first, second) = (first + 1, second + 1)
      } else if most[first + 1][second] >= most[first][second + 1] {
        first += 1
      } else {
        second += 1
      }
    }
    return pairs
  }
}
