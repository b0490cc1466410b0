/// Where a call is: what the agent has before them.
///
/// Kept with the case, so that it comes back there.
package enum CallStage: String, CaseIterable, Sendable {
  /// What the caller says is wrong.
  case message
  /// What happens, of a caller who has no message.
  case symptom
  /// What the caller is to the party that sends.
  case role
  /// The number of the party.
  case party
  case question
  /// Which point to ask about.
  case points
  /// What is wrong, as far as it is known.
  case answer
  case wrapUp, park, handOver
}
