/// How a point stands, why, and what would settle it.
package struct Verdict: Equatable, Sendable {
  package let point: Point
  /// The number people know the point by, from 1.
  package let number: Int
  package let state: PointState
  /// The reasons that hold whatever the unknown facts turn out to be.
  package let reasons: [Reason]
  /// Where no single reason is certain: those of which at least one holds.
  package let alternatives: [Reason]
  /// Unknown facts that could change the state; empty exactly when the state is settled.
  package let missing: [FieldID]
}
