/// One thing that can be known about a troubled submission.
///
/// The raw values are the keys of an answers file and of a stored case.
package enum Fact: String, CaseIterable, Codable, Sendable {
  case message
  case reporteeKind = "reportee.kind"
  case service
  case systemRegistered = "system.registered"
  case systemOwner = "system.owner"
  case systemIDCorrect = "system.idCorrect"
  case systemPasswordCorrect = "system.passwordCorrect"
  case systemLocked = "system.locked"
  case personRight = "person.right"
  case personSignRight = "person.signRight"
  /// Whether the sender has any role at all for the reportee: only then "Be om tilgang" works (D19).
  case personAnyRole = "person.anyRole"
  case ownerRight = "owner.right"
  case loginAsked = "login.asked"
  case loginMethod = "login.method"
  case loginPasswordCorrect = "login.passwordCorrect"
  case loginMobileCorrect = "login.mobileCorrect"
  case loginSubmissionAllowed = "login.submissionAllowed"
  case loginCodeExpired = "login.codeExpired"
  case loginLocked = "login.locked"

  /// The values the fact can have, or `nil` where a catalogue decides (`message`, `service`).
  package var values: [String]? {
    switch self {
    case .message, .service: nil
    case .reporteeKind: ReporteeKind.allCases.map(\.rawValue)
    case .systemOwner: Owner.allCases.map(\.rawValue)
    case .loginMethod: LoginMethod.allCases.map(\.rawValue)
    default: [Self.yes, Self.no]
    }
  }

  /// The place among all cases.
  ///
  /// A switch, since the engine asks for it in its innermost loop.
  var place: Int {
    switch self {
    case .message: 0
    case .reporteeKind: 1
    case .service: 2
    case .systemRegistered: 3
    case .systemOwner: 4
    case .systemIDCorrect: 5
    case .systemPasswordCorrect: 6
    case .systemLocked: 7
    case .personRight: 8
    case .personSignRight: 9
    case .personAnyRole: 10
    case .ownerRight: 11
    case .loginAsked: 12
    case .loginMethod: 13
    case .loginPasswordCorrect: 14
    case .loginMobileCorrect: 15
    case .loginSubmissionAllowed: 16
    case .loginCodeExpired: 17
    case .loginLocked: 18
    }
  }

  package static let yes = "yes"
  package static let no = "no"
  /// How an answers file says that somebody was asked and did not know.
  package static let unknown = "unknown"
  /// The service of somebody whose form the catalogue does not have.
  package static let otherService = "other"
}

/// Whom one submits for.
package enum ReporteeKind: String, CaseIterable, Sendable {
  case oneself = "self"
  case person, organisation
}

/// Whom the ID of the datasystem is registered on.
package enum Owner: String, CaseIterable, Sendable {
  case reportee
  case sender = "self"
  case otherOrganisation, otherPerson
}

/// How the program lets the person log in.
package enum LoginMethod: String, CaseIterable, Sendable {
  case sms, letter
  case minID = "minid"
  case idPorten = "idporten"
  case other
}
