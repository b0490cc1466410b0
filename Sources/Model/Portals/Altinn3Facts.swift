// What can be known about a submission in the second portal.

extension Portal {
  static let submissionFacts: [FactRule] = [
    FactRule(.message, .entry(of: .messages, classes: [])),
    FactRule(
      .workFor,
      choices(WorkFor.self, implying: approval(for:)),
      points: [.systemAccess, .accessContents],
      inquiry: Inquiry(at: .anywhere, seconds: 5, unanswered: 0.01),
      choosesRepairOf: .senderFullmaktMissing,
      rare: [WorkFor.person.rawValue]
    ),
    // What is certain of a service decides whether anybody logs in (table 2.4 by its sources, E1–E7).
    FactRule(
      .service,
      .entry(
        of: .services,
        classes: [
          FactValues.loggedInService, FactValues.accessService, FactValues.anyService,
        ]
      ),
      points: [.accessContents, .senderRights],
      implies: [
        FactValues.loggedInService: logInAlone,
        FactValues.accessService: [.senderActs: SenderActs.nothing.rawValue],
      ]
    ),
    FactRule(
      .senderActs,
      choices(SenderActs.self, implying: way(of:)),
      menuPath: "inProgram",
      points: [.senderRights, .idPortenLogin],
      inquiry: Inquiry(at: .anywhere, seconds: 10, unanswered: 0.05),
      about: .service,
      // What one does oneself one knows best; how the program gets in is said by whoever set it up.
      prevails: [.programWay: [ProgramWay.access.rawValue, ProgramWay.logIn.rawValue]],
      guesses: [.programWay]
    ),
    FactRule(
      .programWay,
      choices(ProgramWay.self, implying: approval(by:)),
      menuPath: "inProgram",
      points: [.systemAccess, .accessContents],
      inquiry: Inquiry(at: .program, seconds: 20, unanswered: 0.3, after: .senderActs),
      // How the program gets in is for whoever set it up to say.
      believed: [ProgramWay.password.rawValue]
    ),
  ]

  static let accessFacts: [FactRule] = [
    FactRule(
      .accessListed,
      choices(AccessListing.self, implying: approval(after:)),
      counts: mayUseAccess,
      menuPath: "systemAccesses",
      points: [.systemAccess, .accessContents],
      inquiry: Inquiry(at: .accessManagement, seconds: 20, unanswered: 0.25, after: .programWay),
      // Own accesses and those for clients stand under headings of their own (1.2).
      about: .workFor,
      // An enterprise may be added to an access for clients (1.3), and nobody knows whether that of a main unit holds for
      // its sub-units (8).
      believed: [AccessListing.otherKind.rawValue, AccessListing.otherParty.rawValue]
    ),
    FactRule(
      .requestState,
      choices(RequestState.self),
      counts: .all([mayUseAccess, .not(isListed)]),
      menuPath: "accessRequests",
      points: [.systemAccess],
      inquiry: Inquiry(at: .requestPage, seconds: 20, unanswered: 0.3, after: .accessListed),
      // Nobody is told of a page that nobody has seen.
      rare: [.waiting, .forwarded, .rejected, .expired, .notFound].map(\RequestState.rawValue)
    ),
    chooser(.programVisible, of: .accessMissing, counts: mayUseAccess, at: "systemAccess"),
    FactRule(
      .accessOrigin,
      choices(AccessOrigin.self, implying: approval(replacing:)),
      // Only an access of the own kind can be made by hand (A5), and a private person has none (U2).
      counts: .all([
        isListed,
        .not(.isOne(of: [WorkFor.client.rawValue, WorkFor.person.rawValue], .workFor)),
      ]),
      points: [.systemAccess],
      choosesRepairOfCause: .vendor,
      prevails: [.approvalNeeded: [Fact.yes, Fact.no]]
    ),
  ]

  static let approverFacts: [FactRule] = [
    FactRule(
      .approvalNeeded,
      yesNo(),
      menuPath: "accessRequests",
      points: [.approver],
      inquiry: Inquiry(at: .anywhere, seconds: 15, unanswered: 0.2, after: .accessHoldsNeeded)
    ),
    FactRule(
      .approverCanManage,
      yesNo(),
      counts: .not(isNo(.approvalNeeded)),
      menuPath: "systemAccess",
      points: [.approver],
      inquiry: Inquiry(at: .accessManagement, seconds: 15, unanswered: 0.2, after: .approvalNeeded)
    ),
    FactRule(
      .approverHoldsAll,
      yesNo(),
      counts: .all([.not(isNo(.approvalNeeded)), .not(isNo(.approverCanManage))]),
      menuPath: "ownFullmakter",
      points: [.approver],
      inquiry: Inquiry(
        at: .accessManagement,
        seconds: 40,
        unanswered: 0.4,
        after: .approverCanManage
      )
    ),
    FactRule(
      .approverParty,
      choices(PartyChosen.self),
      counts: .not(isNo(.approvalNeeded)),
      menuPath: "accessLink",
      points: [.approver],
      inquiry: Inquiry(at: .requestPage, seconds: 10, unanswered: 0.1, after: .approvalNeeded)
    ),
    chooser(.approverConnected, of: .approverCannotManage, at: "users"),
    chooser(
      .approverKnown,
      of: .approverCannotManage,
      counts: .not(isYes(.approverConnected)),
      at: "users"
    ),
  ]

  static let senderFacts: [FactRule] = [
    FactRule(
      .senderRight,
      choices(SenderRight.self),
      counts: mayAct(.logsIn),
      menuPath: "ownFullmakter",
      points: [.senderRights],
      inquiry: Inquiry(at: .accessManagement, seconds: 30, unanswered: 0.25, after: .senderActs),
      about: .service,
      idleWithoutSubject: [SenderRight.fullmakt.rawValue],
      // A firm gives its staff a client otherwise than an enterprise gives a fullmakt (R3), and both are seen
      // only where the right party is chosen (U1).
      firstInCall: [.workFor, .loginParty]
    ),
    FactRule(
      .senderRoleCounts,
      yesNo(),
      counts: .all([mayAct(.logsIn), holds(.oldRole)]),
      menuPath: "ownFullmakter",
      points: [.senderRights],
      inquiry: Inquiry(at: .anywhere, seconds: 15, unanswered: 0.4, after: .senderRight),
      // Which roles open a service its owner decides (2.4), and no page tells it.
      believed: [Fact.yes, Fact.no]
    ),
    FactRule(
      .senderSignRight,
      yesNo(),
      counts: mayAct(.signs),
      menuPath: "ownFullmakter",
      points: [.senderRights],
      inquiry: Inquiry(at: .accessManagement, seconds: 20, unanswered: 0.3, after: .senderActs),
      // Somebody else may be the one who signs.
      believed: [Fact.no],
      firstInCall: [.workFor, .loginParty]
    ),
    chooser(.senderConnected, of: .senderFullmaktMissing, at: "fromOthers"),
  ]

  static let contentFacts: [FactRule] = [
    FactRule(
      .accessHoldsNeeded,
      .choices([
        Choice(Fact.yes, implies: [.approvalNeeded: Fact.no]),
        Choice(Fact.no, implies: [.approvalNeeded: Fact.yes]),
      ]),
      counts: mayBeListed,
      menuPath: "systemAccesses",
      points: [.accessContents],
      inquiry: Inquiry(at: .accessManagement, seconds: 40, unanswered: 0.35, after: .accessListed),
      about: .service,
      idleWithoutSubject: [Fact.yes]
    ),
    // No list was found that such a link stands in (U2).
    chooser(.changeWaiting, of: .accessLacksPackage, counts: mayBeListed, at: "accessLink"),
    client(
      .clientAdded,
      seconds: 20,
      unanswered: 0.2,
      after: .accessListed,
      at: "addClients",
      choosing: .clientLacksPackage
    ),
    client(
      .clientOffered,
      counts: .not(isYes(.clientAdded)),
      seconds: 20,
      unanswered: 0.2,
      after: .clientAdded,
      at: "addClients",
      choosing: .clientNotAdded
    ),
    client(
      .clientGivesAll,
      seconds: 60,
      unanswered: 0.5,
      after: .clientAdded,
      at: "clientAdministration"
    ),
    FactRule(
      .clientRelation,
      choices(ClientRelation.self) { $0 == .none ? [:] : isOfClient },
      counts: .all([mayBeListed, .isForClient]),
      menuPath: "clientAdministration",
      points: [.accessContents],
      choosesRepairOf: .clientNotOffered
    ),
  ]

  static let loginFacts: [FactRule] = [
    login(
      .loginMeans,
      choices(LoginMeans.self),
      seconds: 10,
      unanswered: 0.05
    ),
    login(
      .loginParty,
      choices(PartyChosen.self),
      seconds: 10,
      unanswered: 0.1
    ),
    login(
      .loginWindow,
      choices(LoginWindow.self),
      seconds: 10,
      unanswered: 0.2,
      // Many have several tabs open, and it is well.
      believed: [LoginWindow.old.rawValue],
      passes: true
    ),
  ]
}
