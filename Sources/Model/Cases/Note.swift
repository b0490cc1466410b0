/// A note on a case, as plain text with identity numbers already taken out.
package struct Note: Hashable, Codable, Sendable {
  package let text: String
  package let when: Timestamp

  package init(text: String, when: Timestamp) {
    self.text = text
    self.when = when
  }
}
