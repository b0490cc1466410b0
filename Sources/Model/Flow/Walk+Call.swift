/// Asking somebody on the phone.
extension Walk {
  /// Whether the answers come over the phone.
  package var isCall: Bool { answer(.call) != nil }

  /// Notes that the answers come over the phone, for as long as the case is kept.
  package mutating func beginCall() { give(Fact.yes, to: .call, from: .derived) }
}
