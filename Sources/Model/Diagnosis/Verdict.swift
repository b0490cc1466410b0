/// How a point stands, why, and what would settle it.
package struct Verdict: Equatable, Sendable {
  package let point: Point
  /// The number people know the point by, from 1.
  package let number: Int
  package let state: PointState
  /// The reasons that hold whatever the unknown facts turn out to be.
  package let reasons: [Reason]
  /// Where no single reason is certain: those of which at least one holds, unless something rare is so that nobody
  /// has spoken of (``FactRule/rare``).
  package let alternatives: [Reason]
  /// Unknown facts that could change the state; empty exactly when the state is settled.
  package let missing: [FieldID]
}

extension Verdict {
  /// The verdict, or none yet where a message alone makes the point fail and a fact that could clear
  /// the point has not been asked for.
  func waiting(by row: PointRule, _ facts: Facts, _ portal: Portal) -> Verdict {
    guard state == .failing, let fact = row.awaits, !facts.isSettled(fact),
      portal.isRelevant(fact, in: facts) != false
    else { return self }
    return .unknown(point, number: number, missing: [fact])
  }

  /// No verdict yet on a point, and the facts that could settle it.
  static func unknown(_ point: Point, number: Int, missing: [FieldID]) -> Verdict {
    Verdict(
      point: point,
      number: number,
      state: .unknown,
      reasons: [],
      alternatives: [],
      missing: missing
    )
  }
}
