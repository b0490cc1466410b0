/// How a flow ends: what its receipt says, and what can be done from there.
package enum Ending: Equatable, Sendable {
  /// The flow finds a fault in the points. Its receipt tells who mends it, and the points can be
  /// checked again.
  case fault
  /// The flow does one thing. Its receipt lists the steps that are not done yet.
  case task
  /// Somebody else has to answer. The case waits until they have.
  case request
  /// The flow judges what somebody may do. Its receipt sums up what they may and what they lack.
  case rights
}
