/// Somebody at the desk, by the real user id on this machine.
///
/// The login is looked up when it is shown, and never kept: nobody can pick another's name.
package struct AgentID: RawRepresentable, Hashable, Comparable, Codable, Sendable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static func < (left: AgentID, right: AgentID) -> Bool { left.rawValue < right.rawValue }
}

/// Which line of the desk a case belongs to.
package enum DeskLevel: String, CaseIterable, Codable, Sendable {
  case first, second
}

/// Whether the caller is there.
package enum DeskLine: String, CaseIterable, Codable, Sendable {
  case live, hold, none
}

/// What a caller is to the party that sends; never who they are.
package enum CallerRole: String, CaseIterable, Codable, Sendable {
  /// Does payroll or accounts in the enterprise itself.
  case staff
  case accountant
  /// The manager or owner.
  case leader
  case person
  case vendor
  case other

  /// The key of the words for it.
  package var textKey: String { "desk.role.\(rawValue)" }
}

/// What is known of a caller, who has no name.
package struct Caller: Hashable, Codable, Sendable {
  package var role: CallerRole?
  /// What they say is wrong, in their own words; at most ``longestWords`` characters are kept.
  package var words: String
  /// The language to read aloud in; `nil` is the agent's own.
  package var language: Language?

  package init(role: CallerRole? = nil, words: String = "", language: Language? = nil) {
    self.role = role
    self.words = words
    self.language = language
  }

  package static let longestWords = 300

  /// The caller as a store may keep it.
  package func storable(_ clean: (String, FieldID?) -> String) -> Caller {
    var kept = self
    kept.words = String(clean(words, nil).unicodeScalars.prefix(Self.longestWords))
    return kept
  }
}
