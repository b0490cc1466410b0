// The keys of assets/texts/*/common/identifiers.json. Values for the placeholders: {count} where a case
// carries a length.

extension NationalIdentityNumber {
  /// The text that names the kind.
  package var kindKey: String { "identifier.nationalIdentity.kind.\(kind.rawValue)" }
}

extension NationalIdentityNumber.Failure {
  /// The text that says what to do.
  package var textKey: String {
    let name =
      switch self {
      case .empty: "empty"
      case .letters: "letters"
      case .wrongLength: "wrongLength"
      case .impossibleDate: "impossibleDate"
      case .wrongControlDigits: "wrongControlDigits"
      }
    return "identifier.nationalIdentity.\(name)"
  }
}

extension OrganisationNumber {
  /// The text that names the kind.
  package var kindKey: String { "identifier.organisation.kind.\(kind.rawValue)" }
}

extension OrganisationNumber.Failure {
  /// The text that says what to do.
  package var textKey: String {
    let name =
      switch self {
      case .empty: "empty"
      case .letters: "letters"
      case .wrongLength: "wrongLength"
      case .nationalIdentityNumber: "nationalIdentityNumber"
      case .wrongControlDigit: "wrongControlDigit"
      }
    return "identifier.organisation.\(name)"
  }
}

extension MobileNumber.Failure {
  /// The text that says what to do.
  package var textKey: String {
    let name =
      switch self {
      case .empty: "empty"
      case .letters: "letters"
      case .wrongLength: "wrongLength"
      case .foreign: "foreign"
      case .notMobile: "notMobile"
      case .machine: "machine"
      }
    return "identifier.mobile.\(name)"
  }
}

extension SystemID.Failure {
  /// The text that says what to do.
  package var textKey: String {
    let name =
      switch self {
      case .empty: "empty"
      case .letters: "letters"
      case .blanks: "blanks"
      case .tooLong: "tooLong"
      }
    return "identifier.systemID.\(name)"
  }
}

extension SystemPassword.Finding {
  /// The text that says what to do.
  package var textKey: String { "identifier.systemPassword.\(rawValue)" }
}

/// A reason to look again at a number that was accepted.
package enum IdentifierNotice: String, CaseIterable, Sendable {
  /// Altinn refuses a national identity number with blanks (U1).
  case nationalIdentityBlanks = "nationalIdentity.blanks"
  /// The number meets only the rule for numbers allotted from 2032 (K1).
  case nationalIdentityFrom2032 = "nationalIdentity.from2032"
  case organisationBlanks = "organisation.blanks"
  case mobileBlanks = "mobile.blanks"
  case systemIDUnusualLength = "systemID.unusualLength"

  /// The text that says what to do.
  package var textKey: String { "identifier.\(rawValue)" }
}

extension SystemID {
  /// What to look at again, though the ID was accepted.
  package var notices: [IdentifierNotice] { hasUnusualLength ? [.systemIDUnusualLength] : [] }
}

extension OrganisationNumber {
  /// What to look at again, though the number was accepted.
  package var notices: [IdentifierNotice] { hadBlanks ? [.organisationBlanks] : [] }
}

extension MobileNumber {
  /// What to look at again, though the number was accepted.
  package var notices: [IdentifierNotice] { hadBlanks ? [.mobileBlanks] : [] }
}

extension NationalIdentityNumber {
  /// What to look at again, though the number was accepted.
  package var notices: [IdentifierNotice] {
    (hadBlanks ? [.nationalIdentityBlanks] : [])
      + (rule == .from2032 ? [.nationalIdentityFrom2032] : [])
  }
}
