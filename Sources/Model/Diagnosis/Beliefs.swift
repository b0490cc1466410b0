/// How likely each fault is before it is checked.
///
/// The figures are stated guesses, since no measured frequencies of the causes were found; what the
/// message says outweighs them.
struct Beliefs {
  private let shares: [(fact: FieldID, share: Double)]

  /// - Parameter testimony: What the recognised message says, if there is one.
  init(_ portal: Portal, _ testimony: Knowledge.Testimony?) {
    let faults = portal.points.flatMap { row in row.faults.map { (row.point, $0) } }
    let weights = faults.map { point, rule in
      rule.prior * Self.factor(rule.fault, point, testimony)
    }
    let total = weights.reduce(portal.priorOutside, +)
    shares = zip(faults, weights).map { ($0.1.shownBy, $1 / total) }
  }

  /// The probability that a fact shows a fault, 0 to 1; a part is left for causes outside the points.
  func share(shownBy fact: FieldID) -> Double {
    shares.reduce(0) { $1.fact == fact ? $0 + $1.share : $0 }
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
