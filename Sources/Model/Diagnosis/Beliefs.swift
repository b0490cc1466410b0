/// How likely each fault is before it is checked.
///
/// The figures are stated guesses, since no measured frequencies of the causes were found; what the
/// message says outweighs them. What calls with the same message came of is mixed in where there are enough.
struct Beliefs {
  private let shares: [(point: Point, fact: FieldID, share: Double)]

  /// - Parameters:
  ///   - testimony: What the recognised message says, if there is one.
  ///   - found: How often each fault was found behind it; empty where that is not known.
  init(_ portal: Portal, _ testimony: Knowledge.Testimony?, found: [Fault: Int] = [:]) {
    let faults = portal.points.flatMap { row in row.faults.map { (row.point, $0) } }
    let weights = faults.map { point, rule in
      rule.prior * Self.factor(rule.fault, point, testimony)
    }
    let total = weights.reduce(portal.priorOutside, +)
    let calls = found.values.reduce(0, +)
    let guessed = calls == 0 ? 1 : Double(Experience.guessed)
    shares = zip(faults, weights).map { fault, weight in
      let counted = Double(found[fault.1.fault] ?? 0)
      let share = (guessed * weight / total + counted) / (guessed + Double(calls))
      return (fault.0, fault.1.shownBy, share)
    }
  }

  /// The probability that a fact shows a fault, 0 to 1; a part is left for causes outside the points.
  func share(shownBy fact: FieldID) -> Double {
    shares.reduce(0) { $1.fact == fact ? $0 + $1.share : $0 }
  }

  /// The probability that a point fails by what nobody has told yet, 0 to 1.
  func share(of point: Point, in diagnosis: Diagnosis) -> Double {
    shares.filter { $0.point == point && diagnosis.facts[$0.fact] == nil }.reduce(0) {
      $0 + $1.share
    }
  }

  private static func factor(
    _ fault: Fault,
    _ point: Point,
    _ testimony: Knowledge.Testimony?
  ) -> Double {
    guard let testimony else { return 1 }
    if testimony.evidence.contains(fault) { return 40 }
    guard let rank = testimony.causes.firstIndex(of: Cause(point)) else { return 0.2 }
    return 8 / Double(rank + 1)
  }
}
