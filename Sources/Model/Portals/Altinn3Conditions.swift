// What the rows of the second portal share.

extension Condition {
  /// It is for a private person.
  static let isForPerson = Condition.is(.workFor, WorkFor.person.rawValue)
  /// It is for a client of the firm.
  static let isForClient = Condition.is(.workFor, WorkFor.client.rawValue)
}

extension Portal {
  // MARK: Conditions

  static let logsIn = Condition.is(.programWay, ProgramWay.logIn.rawValue)
  /// The program gets in by a system access; one with an old connection has to.
  static let usesAccess = Condition.isOne(
    of: [ProgramWay.access.rawValue, ProgramWay.password.rawValue],
    .programWay
  )
  static let isListed = Condition.is(.accessListed, AccessListing.listed.rawValue)
  /// No access is listed that fits.
  static let isElsewhere = Condition.isOne(
    of: [AccessListing.otherKind, .otherParty, .missing].map(\.rawValue),
    .accessListed
  )
  static let isForOwn = Condition.is(.workFor, WorkFor.own.rawValue)
  /// Only an organisation can have a system access (U2).
  static let needsAccess = Condition.all([
    usesAccess, .isOne(of: [WorkFor.own.rawValue, WorkFor.client.rawValue], .workFor),
  ])
  static let hasAccess = Condition.all([usesAccess, isListed])
  /// Nothing known says that no access is needed.
  static let mayUseAccess = Condition.all([
    .not(logsIn), .not(.isForPerson),
  ])
  /// Nothing known says that there is no access to look into.
  static let mayBeListed = Condition.all([
    mayUseAccess, .not(isElsewhere),
  ])
  /// Something waits for approval now.
  ///
  /// A request is for an access that a program does not find yet; a change is the other (A5, G1). What must be approved
  /// once something else is mended does not wait yet.
  static let isApprovalAwaited = Condition.all([
    isYes(.approvalNeeded), .not(isNo(.accessHoldsNeeded)),
    .not(.is(.accessOrigin, AccessOrigin.byHand.rawValue)),
    .any([
      .not(isElsewhere),
      .isOne(of: [RequestState.waiting, .forwarded].map(\.rawValue), .requestState),
    ]),
  ])

  static func acts(_ acts: SenderActs) -> Condition { .is(.senderActs, acts.rawValue) }
  static func holds(_ right: SenderRight) -> Condition { .is(.senderRight, right.rawValue) }

  /// Nothing known says that the person does something else.
  static func mayAct(_ meant: SenderActs) -> Condition {
    .not(
      .isOne(of: SenderActs.allCases.filter { $0 != meant }.map(\.rawValue), .senderActs)
    )
  }

  // MARK: What answers imply

  /// Whoever logs in to send uses no system access.
  static let logInAlone: [FieldID: String] = [
    .programWay: ProgramWay.logIn.rawValue, .senderActs: SenderActs.logsIn.rawValue,
  ]

  /// Only a firm that works for others has a client.
  static let isOfClient: [FieldID: String] = [.workFor: WorkFor.client.rawValue]

  /// An access that Altinn says it has already.
  static let isInPlace: [FieldID: String] = [
    .programWay: ProgramWay.access.rawValue, .accessListed: AccessListing.listed.rawValue,
  ]

  /// A program that sends by itself uses a system access: of an old connection the message tells, or its own
  /// question asks.
  static func way(of acts: SenderActs) -> [FieldID: String] {
    acts == .logsIn ? logInAlone : [.programWay: ProgramWay.access.rawValue]
  }

  /// A private person can have no system access, so nobody has one of theirs to approve (U2).
  static func approval(for work: WorkFor) -> [FieldID: String] {
    work == .person ? [.approvalNeeded: Fact.no] : [:]
  }

  static func approval(by way: ProgramWay) -> [FieldID: String] {
    way == .logIn ? logInAlone.merging([.approvalNeeded: Fact.no]) { $1 } : [:]
  }

  /// What was made by hand, and is not found, gives way to a request that somebody must approve (T2, A7).
  static func approval(replacing origin: AccessOrigin) -> [FieldID: String] {
    origin == .byHand ? [.approvalNeeded: Fact.yes] : [:]
  }

  /// Where no fitting access is listed one must be approved.
  static func approval(after listing: AccessListing) -> [FieldID: String] {
    listing == .listed ? [:] : [.approvalNeeded: Fact.yes]
  }

  // MARK: Rows that differ in little

  /// A fact that chooses between the repairs of a fault.
  static func chooser(
    _ fact: FieldID,
    of fault: Fault,
    counts: Condition = .always,
    at menuPath: String
  ) -> FactRule {
    FactRule(fact, yesNo(), counts: counts, menuPath: menuPath, choosesRepairOf: fault)
  }

  /// A fact about one client of a firm; whoever sees one there has one.
  ///
  /// - Parameter fault: The fault whose repair depends on it.
  static func client(
    _ fact: FieldID,
    counts: Condition = .always,
    seconds: Double,
    unanswered: Double,
    after: FieldID,
    at menuPath: String,
    choosing fault: Fault? = nil
  ) -> FactRule {
    FactRule(
      fact,
      .choices([Choice(Fact.yes, implies: isOfClient), Choice(Fact.no)]),
      counts: .all([mayBeListed, .isForClient, counts]),
      menuPath: menuPath,
      points: [.accessContents],
      inquiry: Inquiry(
        at: .accessManagement,
        seconds: seconds,
        unanswered: unanswered,
        after: after
      ),
      choosesRepairOf: fault
    )
  }

  /// A fact about the login of somebody who logs in or signs.
  static func login(
    _ fact: FieldID,
    _ values: FactValues,
    seconds: Double,
    unanswered: Double,
    believed: [String] = [],
    passes: Bool = false
  ) -> FactRule {
    FactRule(
      fact,
      values,
      counts: .not(acts(.nothing)),
      menuPath: "logIn",
      points: [.idPortenLogin],
      inquiry: Inquiry(at: .program, seconds: seconds, unanswered: unanswered, after: .senderActs),
      believed: believed,
      passes: passes
    )
  }

  /// A request that stands in the way as long as no fitting access is listed.
  static func request(_ fault: Fault, _ state: RequestState, _ prior: Double) -> FaultRule {
    FaultRule(
      fault,
      when: .all([needsAccess, .not(isListed), .is(.requestState, state.rawValue)]),
      .requestState,
      prior
    )
  }

  static func loginFault(
    _ fault: Fault,
    _ fact: FieldID,
    _ value: String,
    _ prior: Double
  ) -> FaultRule {
    FaultRule(fault, when: .all([.not(acts(.nothing)), .is(fact, value)]), fact, prior)
  }
}
