/// What a pasted text was recognised as.
package struct Recognition: Equatable, Sendable {
  /// One entry of the catalogue that the text matches.
  package struct Match: Equatable, Sendable {
    /// How the entry was found; the surest first.
    package enum Basis: String, Sendable {
      /// The whole message stands in the text.
      case text
      /// Only a part stands there, because it was cut off.
      case part
      /// Only a code stands there.
      case code
    }

    package let id: String
    /// Where the fault can be, most likely first.
    package let causes: [Cause]
    package let basis: Basis
  }

  /// The entries found: whole messages, then parts, then codes, and wrappers last.
  package let matches: [Match]
  /// Where to look, most likely first; `unknown` alone when nothing is recognised.
  package let ranking: [Cause]
  /// Faults of which one must be present, since a message proves it; empty when none does.
  package let evidence: [Fault]
  /// What else the text tells: `systemID`, `organisationNumber`, `errorID`, `errorGuid`,
  /// `serviceCode`, `serviceEdition`, where found.
  package let values: [String: String]
  /// The text as it may be kept.
  package let redacted: String
  /// What was taken out of it, and how often.
  package let removed: [Redaction.Kind: Int]

  /// The Altinn that the fields of the text tell of, where no message does.
  package var portalOfFields: PortalEdition? {
    MessageField.allCases.filter { values[$0.rawValue] != nil }.compactMap(\.edition).first
  }

  /// The message that the case is about: the first match that is no wrapper without content.
  package var message: String? { matches.first?.id }
}
