extension Portal {
  /// Altinn 3: the system access that a vendor asks for and somebody approves (A5), and the fullmakter of
  /// those who log in themselves.
  ///
  /// Three groups that share no fact: the access and what it holds, whoever approves, and the sender. A
  /// question that settles something in two of them says so by what its answers imply.
  package static let altinn3 = Portal(
    edition: .altinn3,
    message: .message,
    withoutMessage: .programWay,
    facts: submissionFacts + accessFacts + contentFacts + approverFacts + senderFacts + loginFacts,
    points: [accessRule, approverRule, senderRule, contentsRule, idPortenRule],
    actors: [
      .sender, .approver, .accessManager, .mainAdministrator, .fullmaktGiver, .clientAdministrator,
      .clientManager, .clientSigner, .registerSigner, .vendor, .serviceOwner,
    ].map { ActorRule($0) },
    gates: [
      // What speaks of a client of the firm is about no submission of one's own.
      "client": isOfClient,
      // What Altinn says it has already is listed.
      "listed": isInPlace,
      "approved": isInPlace.merging([.requestState: RequestState.approved.rawValue]) { $1 },
      // What is said of a system access is said to a program that comes with one (3.4, 3.5).
      "access": [.programWay: ProgramWay.access.rawValue],
      // A program that asks for the ID of a datasystem, its password or a code comes with these (A1, V13).
      "old": [.programWay: ProgramWay.password.rawValue],
      // Clients are added to an access that stands there and is approved (A5b).
      "clients": [.accessListed: AccessListing.listed.rawValue, .approvalNeeded: Fact.no],
      // Whoever is told that a client was left out had it to choose (3.1).
      "left": [.clientAdded: Fact.no, .clientOffered: Fact.yes],
      // Whoever has opened a request has something to approve, and whoever may send it on is connected (T2).
      "request": [.approvalNeeded: Fact.yes],
      "forward": [.approvalNeeded: Fact.yes, .approverConnected: Fact.yes],
    ],
    // Where the access is listed, the request that was opened is an old one (T2), or of a change.
    ofAnother: ["request": [.accessListed: AccessListing.listed.rawValue]],
    priorOutside: 0.15,
    usesPersonPath: .not(.always)
  )

  // MARK: Points

  private static let accessRule = PointRule(
    .systemAccess,
    faults: [
      FaultRule(
        .personHasNoAccess,
        when: .all([usesAccess, .isForPerson]),
        .workFor,
        0.02,
        // One that is listed is somebody's who can have it.
        doubted: isListed
      ),
      FaultRule(
        .oldConnection,
        when: .is(.programWay, ProgramWay.password.rawValue),
        .programWay,
        0.05
      ),
      FaultRule(
        .accessMissing,
        when: .all([
          needsAccess, .is(.accessListed, AccessListing.missing.rawValue),
          // What was approved and is not listed was deleted; nothing waits.
          .isOne(
            of: [RequestState.none.rawValue, RequestState.approved.rawValue],
            .requestState
          ),
        ]),
        .accessListed,
        0.2,
        // Whoever sees it approved and not listed may look for another party than it was approved for.
        doubted: .is(.requestState, RequestState.approved.rawValue)
      ),
      FaultRule(
        .accessOfOtherKind,
        when: .all([needsAccess, .is(.accessListed, AccessListing.otherKind.rawValue)]),
        .accessListed,
        0.04
      ),
      FaultRule(
        .accessOfOtherParty,
        when: .all([needsAccess, .is(.accessListed, AccessListing.otherParty.rawValue)]),
        .accessListed,
        0.05
      ),
      request(.requestWaiting, .waiting, 0.06),
      request(.requestForwarded, .forwarded, 0.04),
      request(.requestRejected, .rejected, 0.02),
      request(.requestExpired, .expired, 0.02),
      request(.requestNotFound, .notFound, 0.05),
    ],
    grounds: [
      GroundRule(.accessNotUsed, gives: .notApplicable, when: logsIn),
      GroundRule(.accessInPlace, when: .all([needsAccess, isListed])),
    ]
  )

  /// What Altinn says to the approver then is about that party.
  private static let isForWrongParty = Condition.is(
    .approverParty,
    PartyChosen.wrong.rawValue
  )

  /// Nothing need be approved for a program that is not known to use a system access, and what waits may be of another
  /// program where this one has its access and nothing is known to lack.
  private static let mayWaitForOther = Condition.any([
    .not(usesAccess), .all([isListed, .not(isNo(.accessHoldsNeeded))]),
  ])

  private static let approverRule = PointRule(
    .approver,
    faults: [
      FaultRule(
        .approverCannotManage,
        when: .all([isYes(.approvalNeeded), isNo(.approverCanManage)]),
        .approverCanManage,
        0.1,
        ofAnother: isForWrongParty,
        doubted: mayWaitForOther
      ),
      FaultRule(
        .approverLacksPackages,
        when: .all([
          isYes(.approvalNeeded), isYes(.approverCanManage), isNo(.approverHoldsAll),
        ]),
        .approverHoldsAll,
        0.08,
        ofAnother: isForWrongParty,
        doubted: mayWaitForOther
      ),
      FaultRule(
        .approverPartyWrong,
        when: .all([isYes(.approvalNeeded), isForWrongParty]),
        .approverParty,
        0.03
      ),
    ],
    grounds: [
      GroundRule(.nothingToApprove, gives: .notApplicable, when: isNo(.approvalNeeded)),
      GroundRule(
        .approverCanApprove,
        when: .all([
          isYes(.approvalNeeded), isYes(.approverCanManage), isYes(.approverHoldsAll),
          .is(.approverParty, PartyChosen.right.rawValue),
        ])
      ),
    ],
    isForRepair: true,
    pending: PendingRule(
      .awaitsApproval,
      when: isApprovalAwaited,
      explains: [.systemAccess, .accessContents]
    )
  )

  /// With a system access alone Altinn does not know who sits at the program (G3, G5); a person counts
  /// who logs in or signs.
  private static let senderRule = PointRule(
    .senderRights,
    faults: [
      FaultRule(
        .senderFullmaktMissing,
        when: .all([acts(.logsIn), holds(.none)]),
        .senderRight,
        0.1,
        // For oneself nobody needs a fullmakt, and the person it is for may be oneself.
        doubted: .isForPerson
      ),
      FaultRule(
        .oldRoleOnly,
        when: .all([acts(.logsIn), holds(.oldRole), isNo(.senderRoleCounts)]),
        .senderRoleCounts,
        0.06
      ),
      FaultRule(
        .senderCannotSign,
        when: .all([acts(.signs), isNo(.senderSignRight)]),
        .senderSignRight,
        0.05
      ),
    ],
    grounds: [
      GroundRule(.senderNotLookedAt, gives: .notApplicable, when: acts(.nothing)),
      GroundRule(.senderHoldsFullmakt, when: .all([acts(.logsIn), holds(.fullmakt)])),
      GroundRule(
        .oldRoleCounts,
        when: .all([acts(.logsIn), holds(.oldRole), isYes(.senderRoleCounts)])
      ),
      GroundRule(.senderCanSign, when: .all([acts(.signs), isYes(.senderSignRight)])),
    ]
  )

  private static let contentsRule = PointRule(
    .accessContents,
    faults: [
      FaultRule(
        .accessLacksPackage,
        when: .all([hasAccess, isForOwn, isNo(.accessHoldsNeeded)]),
        .accessHoldsNeeded,
        0.12
      ),
      FaultRule(
        .clientAccessLacksPackage,
        when: .all([hasAccess, .isForClient, isNo(.accessHoldsNeeded)]),
        .accessHoldsNeeded,
        0.06
      ),
      FaultRule(
        .clientNotAdded,
        when: .all([hasAccess, .isForClient, isNo(.clientAdded)]),
        .clientAdded,
        0.08
      ),
      FaultRule(
        .clientNotOffered,
        when: .all([hasAccess, .isForClient, isNo(.clientAdded), isNo(.clientOffered)]),
        .clientOffered,
        0.05,
        // Whoever gives all is offered (A5b).
        doubted: isYes(.clientGivesAll)
      ),
      FaultRule(
        .clientLacksPackage,
        when: .all([hasAccess, .isForClient, isNo(.clientGivesAll)]),
        .clientGivesAll,
        0.04,
        // Only whoever gives all is offered (A5b).
        doubted: isYes(.clientOffered)
      ),
    ],
    grounds: [
      GroundRule(.noAccessToFill, gives: .notApplicable, when: logsIn),
      GroundRule(
        .noAccessYet,
        gives: .blocked,
        when: .all([usesAccess, .any([.not(isListed), .isForPerson])])
      ),
      GroundRule(
        .accessHoldsNeeded,
        when: .all([hasAccess, isForOwn, isYes(.accessHoldsNeeded)])
      ),
      GroundRule(
        .clientInAccess,
        when: .all([
          hasAccess, .isForClient, isYes(.accessHoldsNeeded), isYes(.clientAdded),
          isYes(.clientGivesAll),
        ])
      ),
    ]
  )

  /// Where nobody logs in to send somebody still logs in to approve, and to look in Altinn (A5).
  private static let idPortenRule = PointRule(
    .idPortenLogin,
    faults: [
      loginFault(.loginLevelTooLow, .loginMeans, LoginMeans.minIDTooLow.rawValue, 0.03),
      loginFault(.noElectronicID, .loginMeans, LoginMeans.none.rawValue, 0.01),
      loginFault(.loginPartyWrong, .loginParty, PartyChosen.wrong.rawValue, 0.05),
      loginFault(.loginWindowOld, .loginWindow, LoginWindow.old.rawValue, 0.02),
    ],
    grounds: [
      GroundRule(.noLoginNeeded, gives: .notApplicable, when: acts(.nothing)),
      GroundRule(
        .loggedInRight,
        when: .all([
          .not(acts(.nothing)),
          .isOne(of: [LoginMeans.high.rawValue, LoginMeans.minID.rawValue], .loginMeans),
          .is(.loginParty, PartyChosen.right.rawValue),
          .is(.loginWindow, LoginWindow.fresh.rawValue),
        ])
      ),
    ],
    aside: .personLogin
  )
}
