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

  /// An entry that the text may be about; a guess, unless it was found to the letter.
  package struct Candidate: Equatable, Sendable {
    /// How the entry was come by; the surest first.
    package enum Way: String, Sendable {
      /// Its text stands there, whole or cut off, or its code.
      case text, part, code
      /// Its text, or what people say about it, is like what stands there.
      case similar

      init(_ basis: Match.Basis) {
        self =
          switch basis {
          case .text: .text
          case .part: .part
          case .code: .code
          }
      }
    }

    package let id: String
    /// How likely the text is about the entry, 0 to 1.
    package let score: Double
    package let how: Way
  }

  /// The entries found: whole messages, then parts, then codes, and wrappers last.
  package let matches: [Match]
  /// The first of them as it stands in the text, without what stands around it; `nil` where only a code does.
  package let quote: String?
  /// What the text may be about, the likeliest first, at most three.
  package let candidates: [Candidate]
  /// Whether it stands there to the letter which message it is, so that nobody need be asked.
  package let isSure: Bool
  /// Whether the text is one message and nothing else; what stands beside it may tell that nobody has it.
  package let isAlone: Bool
  /// The other whole messages in the text that say where to look, by their ids.
  package let others: [String]
  /// Where to look, most likely first; `unknown` alone when nothing is recognised.
  package let ranking: [Cause]
  /// Faults of which one must be present, since a message proves it; empty when none does.
  package let evidence: [Fault]
  /// What else the text tells: `systemID`, `organisationNumber`, `errorID`, `errorGuid`, `correlationID`,
  /// `serviceCode`, `serviceEdition`, where found.
  package let values: [String: String]
  /// Nine digits that are named as an organisation's and that none can have, for the control digit.
  package let impossibleNumber: String?
  /// The text as it may be kept.
  package let redacted: String
  /// What was taken out of it, and how often.
  package let removed: [Redaction.Kind: Int]

  /// The entries to ask about, the likeliest first: those the text is like, or is a part of.
  package var likenesses: [String] {
    candidates.filter { $0.how == .similar || $0.how == .part }.map(\.id)
  }

  /// The Altinn that the fields of the text tell of, where no message does.
  package var portalOfFields: PortalEdition? {
    MessageField.allCases.filter { values[$0.rawValue] != nil }.compactMap(\.edition).first
  }

  /// The message that the case is about: the first match that is no wrapper without content.
  package var message: String? { matches.first?.id }
}
