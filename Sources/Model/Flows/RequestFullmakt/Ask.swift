/// The questions about a request for fullmakt in Altinn 3, and their answers.
package enum Ask {
  package static let side: FieldID = "ask.side"
  package static let serviceName: FieldID = "ask.serviceName"
  package static let lacking: FieldID = "ask.lacking"
  package static let what: FieldID = "ask.what"
  package static let package: FieldID = "ask.package"
  package static let packageName: FieldID = "ask.packageName"
  package static let clientPackage: FieldID = "ask.clientPackage"
  package static let to: FieldID = "ask.to"
  package static let person: FieldID = "ask.person"
  package static let firm: FieldID = "ask.firm"
  package static let firmNumber: FieldID = "ask.firmNumber"
  package static let giver: FieldID = "ask.giver"
  package static let by: FieldID = "ask.by"
  package static let isMain: FieldID = "ask.isMain"
  package static let language: FieldID = "ask.language"
  package static let state: FieldID = "ask.state"
  package static let stateDate: FieldID = "ask.stateDate"
  package static let note: FieldID = "ask.note"
  package static let followUp: FieldID = "ask.followUp"
  package static let given: FieldID = "ask.given"

  /// What whoever is asked is told, and by which way: asked for otherwise, it is another request.
  static let told: [FieldID] = [
    .workFor, .reporteeName, .service, serviceName, what, package, packageName, clientPackage, to,
    person, firm, firmNumber, .senderConnected, isMain, giver,
  ]

  /// Whether the person asks for fullmakt or gives it.
  package enum Side: String, CaseIterable, Sendable {
    case asks, gives
  }

  /// What is missing where a system access sends, and nobody looks at the sender.
  package enum Lacking: String, CaseIterable, Sendable {
    /// The access, or something in it.
    case access
    /// A fullmakt of whoever is to approve it.
    case approver
    /// A fullmakt of the firm, from a client.
    case firm
  }

  /// What is asked for; *vet ikke* counts as the single service, which gives away least.
  package enum What: String, CaseIterable, Sendable {
    case service, package
    /// A client package for somebody in the firm of an accountant or auditor.
    case clientPackage
    /// That the client registers the firm in Enhetsregisteret.
    case registration
  }

  /// The packages that follow a client's entry in Enhetsregisteret; nobody can give or ask for them
  /// outside the firm (R3, R5).
  package enum ClientPackage: String, CaseIterable, Sendable {
    case accountantSigning = "regnskapsforer-med-signeringsrettighet"
    case accountant = "regnskapsforer-uten-signeringsrettighet"
    case payroll = "regnskapsforer-lonn"
    case auditor = "ansvarlig-revisor"
    case assistantAuditor = "revisormedarbeider"
    case propertyManager = "forretningsforer-eiendom"
  }

  package enum Receiver: String, CaseIterable, Sendable {
    case person, firm
  }

  /// How a request stands, in the words of Altinn (R6).
  package enum State: String, CaseIterable, Sendable {
    /// Written or proposed; nothing is sent before somebody says so.
    case draft
    case pending, approved, rejected, withdrawn

    /// Whether somebody has yet to act.
    package var isOpen: Bool {
      switch self {
      case .draft, .pending: true
      case .approved, .rejected, .withdrawn: false
      }
    }
  }
}

// MARK: - Conditions

extension Ask {
  static let isGiver = Condition.is(side, Side.gives.rawValue)

  /// The package that was chosen follows from the register, so it goes the way of client packages.
  static let isOfClients = Condition.all([
    isFor([.package]), .isOne(of: ClientPackage.allCases.map(\.rawValue), package),
  ])
  static let isMainPackage = Condition.all([
    isFor([.package]), .is(package, AccessPackage.mainAdministrator),
  ])
  /// Something that is handed on inside a firm.
  static let isInFirm = Condition.any([isFor([.clientPackage]), isOfClients])
  /// What can be given under Brukere: an ordinary package, or a service.
  static let isGivable = Condition.not(
    .any([isFor([.clientPackage, .registration]), isOfClients])
  )
  /// Hovedadministrator goes to persons only (R5).
  static let isToFirm = Condition.all([
    isGivable, .is(to, Receiver.firm.rawValue), .not(isMainPackage),
  ])
  /// A private person gives a service, and has neither packages of an enterprise nor anything in the register (R5).
  static let asksWhat = Condition.not(.isForPerson)
  /// The program sends by a system access, and nobody looks at the sender (G3, G5).
  static let isSentAlone = Condition.all([.not(isGiver), .isSentAlone])
  /// A fullmakt of somebody helps though nobody looks at the sender.
  static let helpsOther = Condition.isOne(
    of: [Lacking.approver, .firm].map(\.rawValue),
    lacking
  )
  static let concernsFirm = Condition.any([isFor([.registration]), isToFirm])
  static let concernsPerson = Condition.not(concernsFirm)

  /// "Be om fullmakt" takes what can be given, and of a party one has some connection to (R5).
  static let mayBePortal = Condition.all([.not(isGiver), isGivable])
  /// Somebody who may be Hovedadministrator, which only an enterprise has (R4).
  static let mayBeMain = Condition.all([
    mayBePortal, asksWhat, .not(isToFirm), .is(.senderConnected, Fact.yes),
  ])
  /// A Hovedadministrator is not offered to ask, since they give it themselves (U2).
  static let givesOneself = Condition.all([mayBeMain, .is(isMain, Fact.yes)])
  static let isPortal = Condition.all([
    mayBePortal, .is(.senderConnected, Fact.yes), .not(givesOneself),
  ])
  static let gives = Condition.any([isGiver, givesOneself])
  static let needsLetter = Condition.all([.not(gives), .not(isPortal)])

  static func isFor(_ values: [What]) -> Condition {
    .all([asksWhat, .isOne(of: values.map(\.rawValue), what)])
  }

  /// The request has left whoever asks.
  static let isSent = stands([.pending, .approved, .rejected, .withdrawn])

  static func stands(_ values: [State]) -> Condition { .isOne(of: values.map(\.rawValue), state) }
}
