// The names of the second portal's rows. A name that the first portal also has means the same there.

extension FieldID {
  /// Whom the submission is for, which decides the kind of system access.
  package static let workFor: FieldID = "work.for"
  /// What the person does when sending; with a system access alone nobody's own rights are looked at.
  package static let senderActs: FieldID = "sender.acts"
  /// How the program gets in.
  package static let programWay: FieldID = "program.way"
  /// What stands under Systemtilganger for the program.
  package static let accessListed: FieldID = "access.listed"
  /// Who made the system access; a program that uses a reference of its own finds only what it asked for.
  package static let accessOrigin: FieldID = "access.origin"
  /// How the request for a system access stands.
  package static let requestState: FieldID = "accessRequest.state"
  /// Whether the program is in the list of «Lag ny systemtilgang».
  package static let programVisible: FieldID = "program.visible"
  /// Whether anything must be approved: a system access or a change of one.
  package static let approvalNeeded: FieldID = "approval.needed"
  /// Whether whoever is to approve is an access manager of the party.
  package static let approverCanManage: FieldID = "approver.canManage"
  /// Whether they can give all that is asked for, by holding it or as Hovedadministrator.
  package static let approverHoldsAll: FieldID = "approver.holdsAll"
  /// Whether they act for the right party.
  package static let approverParty: FieldID = "approver.party"
  /// Whether they have any connection to the party: only then a request can be sent on.
  package static let approverConnected: FieldID = "approver.connected"
  /// Whether it is known who can approve.
  package static let approverKnown: FieldID = "approver.known"
  /// What the sender holds for the service where a person logs in.
  package static let senderRight: FieldID = "sender.right"
  /// Whether an old role still opens the service; that ends service by service.
  package static let senderRoleCounts: FieldID = "sender.roleCounts"
  package static let senderSignRight: FieldID = "sender.signRight"
  /// Whether the sender has any connection to the party: only then one can ask for a fullmakt.
  package static let senderConnected: FieldID = "sender.connected"
  /// Whether the system access holds what the service needs.
  package static let accessHoldsNeeded: FieldID = "access.holdsNeeded"
  /// Whether a change request of the vendor waits for approval.
  package static let changeWaiting: FieldID = "change.waiting"
  package static let clientAdded: FieldID = "client.added"
  package static let clientOffered: FieldID = "client.offered"
  /// Whether the client gives the firm every package of the access.
  package static let clientGivesAll: FieldID = "client.givesAll"
  package static let clientRelation: FieldID = "client.relation"
  package static let loginMeans: FieldID = "login.means"
  package static let loginParty: FieldID = "login.party"
  /// Whether the page was opened in a fresh window, and no other tab acts for somebody else.
  package static let loginWindow: FieldID = "login.window"
}

/// Whom the submission is for.
package enum WorkFor: String, CaseIterable, Sendable {
  case own, client
  /// A private person, who can have no system access.
  case person
}

/// What the person does when sending.
package enum SenderActs: String, CaseIterable, Sendable {
  case nothing, signs, logsIn
}

/// How the program gets in.
package enum ProgramWay: String, CaseIterable, Sendable {
  case access, logIn
  /// With the ID number and password of a datasystem, as in the first portal; they open nothing now (A1).
  case password
}

/// What stands under Systemtilganger for the program.
package enum AccessListing: String, CaseIterable, Sendable {
  case listed, otherKind, otherParty, missing
}

/// How a request for a system access stands, as its page says it.
package enum RequestState: String, CaseIterable, Sendable {
  case none, waiting, forwarded, approved, rejected, expired, notFound
}

/// What the sender holds.
package enum SenderRight: String, CaseIterable, Sendable {
  /// A package or a single service.
  case fullmakt
  case oldRole, none
}

/// How a client has given its firm power.
package enum ClientRelation: String, CaseIterable, Sendable {
  /// Enhetsregisteret names the firm as accountant, auditor or property manager.
  case register
  case delegated, none
  /// It names another number of the firm than the access belongs to.
  case otherNumber
}

/// What the person logs in with.
package enum LoginMeans: String, CaseIterable, Sendable {
  /// BankID, Buypass or Commfides.
  case high
  case minID
  /// MinID, where the page asks for a higher level.
  case minIDTooLow
  case none
}

/// Who made a system access.
package enum AccessOrigin: String, CaseIterable, Sendable {
  /// The program asked for it.
  case request
  /// Somebody made it with «Lag ny systemtilgang».
  case byHand
}

/// Whether somebody acts for the party it is about.
package enum PartyChosen: String, CaseIterable, Sendable {
  case right, wrong
}

/// What window a login page was opened in.
package enum LoginWindow: String, CaseIterable, Sendable {
  case fresh, old
}

extension Vantage {
  /// Logged in to Altinn, in Tilgangsstyring for the party that has the system access.
  package static let accessManagement = Vantage("accessManagement", effort: 60)
  /// On the page that the vendor's link leads to.
  package static let requestPage = Vantage("requestPage", effort: 45)
}

extension Point {
  /// The program has a system access for the party (1).
  package static let systemAccess: Point = "systemAccess"
  /// Whoever approves can give what is asked for (2a).
  package static let approver: Point = "approver"
  /// The sender holds what the service asks of a person (2b).
  package static let senderRights: Point = "senderRights"
  /// The access holds what the service needs, for this client too (3).
  package static let accessContents: Point = "accessContents"
  /// The sender's login by ID-porten (4).
  package static let idPortenLogin: Point = "idPortenLogin"
}

extension Cause {
  package static let systemAccess = Cause(Point.systemAccess)
  package static let approver = Cause(Point.approver)
  package static let senderRights = Cause(Point.senderRights)
  package static let accessContents = Cause(Point.accessContents)
  package static let idPortenLogin = Cause(Point.idPortenLogin)
}

extension Fault {
  package static let personHasNoAccess: Fault = "personHasNoAccess"
  /// The program still asks for the ID and password of a datasystem.
  package static let oldConnection: Fault = "oldConnection"
  package static let accessMissing: Fault = "accessMissing"
  /// It stands under the other heading: own where it should be for clients, or the reverse.
  package static let accessOfOtherKind: Fault = "accessOfOtherKind"
  package static let accessOfOtherParty: Fault = "accessOfOtherParty"
  package static let requestWaiting: Fault = "requestWaiting"
  package static let requestForwarded: Fault = "requestForwarded"
  package static let requestRejected: Fault = "requestRejected"
  package static let requestExpired: Fault = "requestExpired"
  package static let requestNotFound: Fault = "requestNotFound"
  package static let approverCannotManage: Fault = "approverCannotManage"
  package static let approverLacksPackages: Fault = "approverLacksPackages"
  package static let approverPartyWrong: Fault = "approverPartyWrong"
  package static let senderFullmaktMissing: Fault = "senderFullmaktMissing"
  /// The sender has only an old role, which no longer counts for the service.
  package static let oldRoleOnly: Fault = "oldRoleOnly"
  package static let senderCannotSign: Fault = "senderCannotSign"
  /// The own access lacks a package or service that the service needs.
  package static let accessLacksPackage: Fault = "accessLacksPackage"
  /// The same of an access for clients, which cannot be changed.
  package static let clientAccessLacksPackage: Fault = "clientAccessLacksPackage"
  package static let clientNotAdded: Fault = "clientNotAdded"
  /// The client does not come up among those who can be added.
  package static let clientNotOffered: Fault = "clientNotOffered"
  package static let clientLacksPackage: Fault = "clientLacksPackage"
  package static let loginLevelTooLow: Fault = "loginLevelTooLow"
  package static let noElectronicID: Fault = "noElectronicID"
  package static let loginPartyWrong: Fault = "loginPartyWrong"
  package static let loginWindowOld: Fault = "loginWindowOld"
}

extension Ground {
  package static let accessNotUsed: Ground = "accessNotUsed"
  package static let accessInPlace: Ground = "accessInPlace"
  package static let nothingToApprove: Ground = "nothingToApprove"
  package static let approverCanApprove: Ground = "approverCanApprove"
  package static let senderNotLookedAt: Ground = "senderNotLookedAt"
  package static let senderHoldsFullmakt: Ground = "senderHoldsFullmakt"
  package static let oldRoleCounts: Ground = "oldRoleCounts"
  package static let senderCanSign: Ground = "senderCanSign"
  package static let noAccessToFill: Ground = "noAccessToFill"
  package static let noAccessYet: Ground = "noAccessYet"
  package static let accessHoldsNeeded: Ground = "accessHoldsNeeded"
  package static let clientInAccess: Ground = "clientInAccess"
  package static let noLoginNeeded: Ground = "noLoginNeeded"
  package static let loggedInRight: Ground = "loggedInRight"
}

extension Actor {
  /// Whoever is to approve the system access.
  package static let approver: Actor = "approver"
  /// An access manager of the party that has the system access.
  package static let accessManager: Actor = "accessManager"
  /// Daglig leder, or another Hovedadministrator of that party.
  package static let mainAdministrator: Actor = "mainAdministrator"
  /// An access manager of the party who holds the fullmakt, or its Hovedadministrator.
  package static let fullmaktGiver: Actor = "fullmaktGiver"
  /// An access manager of the client.
  package static let clientManager: Actor = "clientManager"
  /// Somebody who signs register notifications for the client.
  package static let clientSigner: Actor = "clientSigner"
  /// Whoever must sign in Altinn for the party, such as Daglig leder.
  package static let registerSigner: Actor = "registerSigner"
}
