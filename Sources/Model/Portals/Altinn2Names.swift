// The names of the first portal's rows, so that the compiler knows a misspelt one.

extension FieldID {
  package static let message: FieldID = "message"
  package static let reporteeKind: FieldID = "reportee.kind"
  package static let service: FieldID = "service"
  package static let systemRegistered: FieldID = "system.registered"
  package static let systemOwner: FieldID = "system.owner"
  package static let systemIDCorrect: FieldID = "system.idCorrect"
  package static let systemPasswordCorrect: FieldID = "system.passwordCorrect"
  package static let systemLocked: FieldID = "system.locked"
  package static let personRight: FieldID = "person.right"
  package static let personSignRight: FieldID = "person.signRight"
  /// Whether the sender has any role at all for the reportee: only then "Be om tilgang" works (D19).
  package static let personAnyRole: FieldID = "person.anyRole"
  package static let ownerRight: FieldID = "owner.right"
  package static let loginAsked: FieldID = "login.asked"
  package static let loginMethod: FieldID = "login.method"
  package static let loginPasswordCorrect: FieldID = "login.passwordCorrect"
  package static let loginMobileCorrect: FieldID = "login.mobileCorrect"
  package static let loginSubmissionAllowed: FieldID = "login.submissionAllowed"
  package static let loginCodeExpired: FieldID = "login.codeExpired"
  package static let loginLocked: FieldID = "login.locked"
}

/// The party a person submits for.
package enum ReporteeKind: String, CaseIterable, Sendable {
  case oneself = "self"
  case person, organisation
}

/// The party the ID of the datasystem is registered on.
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

extension Vantage {
  /// In the program that sends.
  package static let program = Vantage("program", effort: 20)
  /// Logged in to Altinn, acting for the reportee.
  package static let reporteeProfile = Vantage("reporteeProfile", effort: 60)
  /// Logged in to Altinn, acting for the party that owns the ID.
  package static let ownerProfile = Vantage("ownerProfile", effort: 75)
  /// Logged in to Altinn, under one's own login information.
  package static let loginInformation = Vantage("loginInformation", effort: 60)
}

extension Point {
  /// The datasystem is registered, and its ID and password are typed right in the program.
  package static let registration: Point = "registration"
  /// The sender holds the right for the service and the reportee.
  package static let personRights: Point = "personRights"
  /// The owner of the ID holds the right for the reportee.
  package static let systemRights: Point = "systemRights"
  /// The personal login that some programs ask for is in order.
  package static let login: Point = "login"
}

extension Cause {
  package static let registration = Cause(Point.registration)
  package static let personRights = Cause(Point.personRights)
  package static let systemRights = Cause(Point.systemRights)
  package static let login = Cause(Point.login)
}

extension Fault {
  package static let notRegistered: Fault = "notRegistered"
  package static let wrongID: Fault = "wrongID"
  package static let wrongPassword: Fault = "wrongPassword"
  package static let systemLocked: Fault = "systemLocked"
  package static let personRightMissing: Fault = "personRightMissing"
  package static let signRightMissing: Fault = "signRightMissing"
  /// The owner of the ID is another enterprise or person and lacks the right.
  package static let ownerRightMissing: Fault = "ownerRightMissing"
  /// The ID is registered on the sender, who lacks the right: points 2 and 3 fail together.
  package static let senderOwnerRightMissing: Fault = "senderOwnerRightMissing"
  package static let minIDUsed: Fault = "minIDUsed"
  package static let loginPasswordWrong: Fault = "loginPasswordWrong"
  package static let mobileWrong: Fault = "mobileWrong"
  package static let submissionNotAllowed: Fault = "submissionNotAllowed"
  package static let codeExpired: Fault = "codeExpired"
  package static let loginLocked: Fault = "loginLocked"
}

extension Ground {
  package static let registeredAndTypedRight: Ground = "registeredAndTypedRight"
  package static let sendsForOneself: Ground = "sendsForOneself"
  package static let rightHeld: Ground = "rightHeld"
  package static let ownedByReportee: Ground = "ownedByReportee"
  package static let senderOwnerHoldsRight: Ground = "senderOwnerHoldsRight"
  package static let ownerHoldsRight: Ground = "ownerHoldsRight"
  package static let notRegisteredYet: Ground = "notRegisteredYet"
  package static let loginNotAsked: Ground = "loginNotAsked"
  package static let loginInOrder: Ground = "loginInOrder"
}

extension Actor {
  /// The person who submits.
  package static let sender: Actor = "sender"
  /// Somebody with Tilgangsstyring for the reportee who holds the right, or its Hovedadministrator (P5).
  package static let giver: Actor = "giver"
  /// Somebody with Tilgangsstyring for the reportee (P2).
  package static let reporteeManager: Actor = "reporteeManager"
  /// Somebody with Tilgangsstyring for the enterprise the sender works for.
  package static let firmManager: Actor = "firmManager"
  /// Somebody who can change the registration of the ID.
  package static let ownerManager: Actor = "ownerManager"
  /// Somebody who signs register notifications for the reportee (R2).
  package static let reporteeSigner: Actor = "reporteeSigner"
  /// Somebody who may already sign the form for the reportee.
  package static let signer: Actor = "signer"
  /// Klientadministrator in the sender's enterprise (P9).
  package static let clientAdministrator: Actor = "clientAdministrator"
  package static let vendor: Actor = "vendor"
  package static let serviceOwner: Actor = "serviceOwner"
}
