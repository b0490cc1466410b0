/// What the flow that connects a program asks for, and what follows from the answers.
package enum Connect {
  static let act: FieldID = "connect.act"
  static let have: FieldID = "connect.have"
  /// The program, and its name where the catalogue has it not.
  package static let product: FieldID = "connect.product"
  package static let productName: FieldID = "connect.productName"
  /// The firm that a system access for clients belongs to.
  package static let firm: FieldID = "connect.firm"
  /// Who is to approve, where that is somebody else.
  package static let approver: FieldID = "connect.approver"
  static let addHow: FieldID = "connect.addHow"
  static let added: FieldID = "connect.added"
  static let stands: FieldID = "connect.stands"
  static let since: FieldID = "connect.since"
  static let followUp: FieldID = "connect.followUp"

  /// What is to be done.
  enum Act: String, CaseIterable {
    case connect, clients, change, delete
  }

  /// What the person has to begin with.
  enum Have: String, CaseIterable {
    /// A link of the vendor's request.
    case link
    /// A program that can ask, and has not.
    case program
    /// A program that stands in the list of «Lag ny systemtilgang».
    case list
    /// An ID with a password, or a version from before the move.
    case old
  }

  /// How the request may stand for whoever has begun one, the likeliest first.
  static let requestStates: [RequestState] = [
    .waiting, .forwarded, .approved, .rejected, .expired, .notFound, .none,
  ]

  /// How clients are added.
  enum AddHow: String, CaseIterable {
    case one, all, later
  }

  /// What came of adding clients.
  enum Added: String, CaseIterable {
    case all, some, notOffered, notAdmin
  }

  /// How it stands in the end.
  enum Stands: String, CaseIterable {
    case done, waiting, vendor, clients, notYet
  }

  // MARK: - What is to be done, and for whom

  static func does(_ act: Act) -> Condition { .is(Self.act, act.rawValue) }
  static func stands(_ how: Stands) -> Condition { .is(stands, how.rawValue) }

  /// Whoever does not know what to do connects.
  static let connects = Condition.all([
    .not(.isForPerson),
    .not(.isOne(of: [Act.clients, .change, .delete].map(\.rawValue), act)),
  ])
  /// An access for clients cannot be changed (G1, T2): a new one is made.
  static let renews = Condition.all([does(.change), .isForClient])
  static let changesOwn = Condition.all([
    does(.change), .not(.any([.isForClient, .isForPerson])),
  ])
  static let deletes = Condition.all([does(.delete), .not(.isForPerson)])
  static let addsClients = Condition.all([does(.clients), .isForClient])

  // MARK: - What there is

  static func isListed(_ listing: AccessListing) -> Condition {
    .is(.accessListed, listing.rawValue)
  }

  /// Only an access of the own kind can have been made by hand (A5).
  static let mayBeByHand = Condition.all([connects, isListed(.listed), .not(.isForClient)])
  private static let isByHand = Condition.all([
    .not(.isForClient), .is(.accessOrigin, AccessOrigin.byHand.rawValue),
  ])

  /// The program asked for the access that stands there; nothing more is to be approved.
  static let isInPlace = Condition.all([isListed(.listed), .not(isByHand)])
  /// An access that is in the way once the right one works.
  static let hasWrongAccess = Condition.all([
    connects, .any([isListed(.otherParty), .all([isListed(.listed), isByHand])]),
  ])

  static func has(_ have: Have) -> Condition { .is(Self.have, have.rawValue) }

  static let mustConnect = Condition.all([connects, .not(isInPlace)])
  static let usesLink = Condition.all([
    mustConnect, .isOne(of: [Have.link, .program].map(\.rawValue), have),
  ])
  /// Whether the program is in the list decides where the person has nothing else.
  static let asksWhetherVisible = Condition.all([
    mustConnect, .not(.isForClient),
    .not(.isOne(of: [Have.link, .program, .list].map(\.rawValue), have)),
  ])
  /// Only an access of the own kind can be made by hand (A5).
  static let makesByHand = Condition.all([
    mustConnect, .not(.isForClient),
    .any([has(.list), .all([asksWhetherVisible, .is(.programVisible, Fact.yes)])]),
  ])

  static func request(_ states: [RequestState]) -> Condition {
    .all([usesLink, .isOne(of: states.map(\.rawValue), .requestState)])
  }

  private static let isOtherParty = Condition.is(.approverParty, PartyChosen.wrong.rawValue)

  /// The request can be approved by somebody; of one that is not found the party was wrong.
  static let canBeApproved = Condition.all([
    usesLink, .not(request([.none, .approved, .rejected, .expired])),
    .not(.all([request([.notFound]), .not(isOtherParty)])),
  ])
  /// Only the vendor can go on.
  static let needsVendor = Condition.all([
    mustConnect, .not(.any([canBeApproved, makesByHand, request([.approved])])),
  ])

  // MARK: - What is said to be done

  static let isDone = [DoneRule(stands(.done))]
  /// The program is connected, whatever is left of its clients.
  static let isConnected = [
    DoneRule(.isOne(of: [Stands.done, .clients].map(\.rawValue), stands))
  ]
  private static let addsAll = Condition.is(added, Added.all.rawValue)
  static let isAdded = isDone + [DoneRule(addsAll)]
  /// Whoever has added all to the new access may not have tried it yet, nor deleted the old one.
  static let isRenewed = isDone + [DoneRule(addsAll, except: ["try", "delete"])]

  // MARK: - Who does it

  static let approvesChange = Condition.all([changesOwn, .is(.changeWaiting, Fact.yes)])
  /// What only an access manager does.
  static let needsManager = Condition.any([
    canBeApproved, makesByHand, approvesChange, deletes,
  ])
  /// What is approved or made must be within what the approver can give (A5, R4).
  static let givesFullmakt = Condition.any([canBeApproved, makesByHand, approvesChange])

  static let cannotManage = Condition.all([needsManager, .is(.approverCanManage, Fact.no)])
  static let lacksPackages = Condition.all([
    givesFullmakt, .not(cannotManage), .is(.approverHoldsAll, Fact.no),
  ])
  private static let isForwarded = request([.forwarded])
  /// Whether it can be forwarded is asked where that has not been done.
  static let asksConnected = Condition.all([canBeApproved, cannotManage, .not(isForwarded)])
  static let forwards = Condition.all([
    canBeApproved, cannotManage, .any([isForwarded, .is(.approverConnected, Fact.yes)]),
  ])
  /// What was forwarded still has to be told of.
  static let isSentOn =
    isConnected + [
      DoneRule(.is(.requestState, RequestState.forwarded.rawValue), except: ["tell", "where"])
    ]
  static let needsOther = Condition.any([cannotManage, lacksPackages])

  /// The person does what is to be done.
  static func isDoneHere(_ condition: Condition) -> Condition {
    .all([condition, .not(needsOther)])
  }

  /// The access is there, so that clients can be added.
  static let mayAdd = Condition.all([
    .isForClient,
    .any([
      addsClients,
      .all([
        connects, .any([isInPlace, request([.approved]), isDoneHere(canBeApproved)]),
      ]),
    ]),
  ])
  static func adds(_ how: AddHow) -> Condition { .all([mayAdd, .is(addHow, how.rawValue)]) }
}
