/// A note on a case, as plain text with identity numbers already taken out.
package struct Note: Hashable, Codable, Sendable {
  package let text: String
  package let when: Timestamp
  /// The real user id of whoever wrote it; `nil` for one of before that was kept.
  package let who: UInt32?

  package init(text: String, when: Timestamp, who: UInt32? = nil) {
    self.text = text
    self.when = when
    self.who = who
  }
}
