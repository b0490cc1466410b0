/// The questions about a request for access and their answers.
package enum Request {
  package static let side: FieldID = "request.side"
  package static let serviceName: FieldID = "request.serviceName"
  package static let what: FieldID = "request.what"
  package static let act: FieldID = "request.act"
  package static let role: FieldID = "request.role"
  package static let clientRole: FieldID = "request.clientRole"
  package static let to: FieldID = "request.to"
  package static let person: FieldID = "request.person"
  package static let owner: FieldID = "request.owner"
  package static let ownerNumber: FieldID = "request.ownerNumber"
  package static let giver: FieldID = "request.giver"
  package static let by: FieldID = "request.by"
  package static let language: FieldID = "request.language"
  package static let state: FieldID = "request.state"
  package static let stateDate: FieldID = "request.stateDate"
  package static let note: FieldID = "request.note"
  package static let followUp: FieldID = "request.followUp"
  package static let given: FieldID = "request.given"

  /// What whoever is asked is told, and by which way: asked for otherwise, it is another request.
  static let told: [FieldID] = [
    .reporteeKind, .reporteeName, .service, serviceName, what, act, role, clientRole, to, person,
    owner, ownerNumber, .personAnyRole, giver,
  ]

  /// Whether the person asks for access or grants it.
  package enum Side: String, CaseIterable, Sendable {
    case asks, gives
  }

  /// What is asked for; *vet ikke* counts as the single service, which gives away least.
  package enum What: String, CaseIterable, Sendable {
    case service, role, both
    /// A client role for somebody in the firm of an accountant or auditor (P9).
    case clientRole
    /// That the client registers the firm in Enhetsregisteret (P7).
    case registration
  }

  /// What the receiver is to do with the service (3.3).
  package enum Act: String, CaseIterable, Sendable {
    case send, sign, both
  }

  package enum Receiver: String, CaseIterable, Sendable {
    case person
    /// The one the ID of the datasystem is registered on.
    case owner
    case both
  }

  /// How a request stands (3.5).
  package enum State: String, CaseIterable, Sendable {
    case drafted, sent, seen, granted, refused, expired

    /// Whether somebody has yet to answer.
    package var isOpen: Bool {
      switch self {
      case .drafted, .sent, .seen: true
      case .granted, .refused, .expired: false
      }
    }
  }
}

// MARK: - Conditions

extension Request {
  static let saysGives = Condition.is(side, Side.gives.rawValue)
  /// Whoever sends for themselves is the one who gives.
  static let isGiver = Condition.any([saysGives, .isForSelf])

  static let asksService = Condition.not(isFor([.role, .clientRole, .registration]))
  static let concernsPerson = Condition.all([
    .not(isFor([.registration])), .not(isTo([.owner])),
  ])
  static let concernsOwner = Condition.any([
    isFor([.registration]),
    .all([.not(isFor([.clientRole])), isTo([.owner, .both])]),
  ])
  /// "Be om tilgang" asks for a single service for oneself (P8).
  static let mayBePortal = Condition.all([asksService, .not(isTo([.owner]))])
  static let isPortal = Condition.all([
    .not(isGiver), mayBePortal, .is(.personAnyRole, Fact.yes),
  ])
  /// What cannot be asked for in Altinn: all but a single service for a person who has a role there.
  static let needsLetter = Condition.any([.not(isPortal), isTo([.both]), isFor([.both])])
  /// The person holds the right, or may hold it, where only the owner of the ID lacks it.
  static let mayUseOwnID = Condition.any([isFor([.registration]), isTo([.owner])])

  static func isFor(_ values: [What]) -> Condition { .isOne(of: values.map(\.rawValue), what) }

  static func isTo(_ values: [Receiver]) -> Condition { .isOne(of: values.map(\.rawValue), to) }

  /// The request has left whoever asks.
  static let isSent = stands([.sent, .seen, .granted, .refused, .expired])

  static func stands(_ values: [State]) -> Condition { .isOne(of: values.map(\.rawValue), state) }
}
