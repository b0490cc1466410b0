extension Portal {
  /// Altinn II: the datasystem with ID and password, and the four points of the official page (P0).
  package static let altinn2 = Portal(
    edition: .altinn2,
    message: .message,
    facts: facts,
    points: [registrationRule, personRule, systemRule, loginRule],
    actors: actorRules,
    gates: [
      // Rights, and the person's own login, are looked at only once the ID and its password are taken.
      "system": [
        .systemRegistered: Fact.yes, .systemIDCorrect: Fact.yes, .systemPasswordCorrect: Fact.yes,
        .systemLocked: Fact.no,
      ]
    ],
    // Where the ID is a wrong one, it was another datasystem that was let in (P1, E1).
    ofAnother: ["system": [.systemIDCorrect: Fact.no]],
    priorOutside: 0.1,
    usesPersonPath: .isOne(
      of: [ReporteeKind.oneself.rawValue, ReporteeKind.person.rawValue],
      .reporteeKind
    )
  )

  // MARK: Facts

  private static let facts: [FactRule] = [
    FactRule(.message, .entry(of: .messages, classes: [])),
    FactRule(
      .reporteeKind,
      choices(ReporteeKind.self),
      points: [.personRights],
      inquiry: Inquiry(at: .anywhere, seconds: 5, unanswered: 0.01)
    ),
    FactRule(
      .service,
      .entry(of: .services, classes: [FactValues.signedService, FactValues.unsignedService]),
      counts: .not(isForSelf),
      points: [.personRights],
      inquiry: Inquiry(at: .anywhere, seconds: 15, unanswered: 0.15, after: .reporteeKind)
    ),
    FactRule(
      .systemRegistered,
      yesNo(),
      menuPath: "datasystems",
      points: [.registration, .systemRights],
      inquiry: Inquiry(at: .ownerProfile, seconds: 15, unanswered: 0.25),
      // A message about the ID or its rights shows that there is an ID.
      shownByFaultsOf: [.registration, .personRights, .systemRights],
      // It may stand on somebody whose list nobody has looked at.
      believed: [Fact.no]
    ),
    FactRule(
      .systemOwner,
      choices(Owner.self) { _ in hasID },
      counts: mayBeRegistered,
      menuPath: "datasystems",
      points: [.systemRights],
      inquiry: Inquiry(at: .ownerProfile, seconds: 15, unanswered: 0.25, after: .systemRegistered)
    ),
    FactRule(
      .systemIDCorrect,
      yesNo(implies: hasID),
      counts: mayBeRegistered,
      menuPath: "datasystems",
      points: [.registration],
      inquiry: Inquiry(at: .ownerProfile, seconds: 15, unanswered: 0.2, after: .systemRegistered)
    ),
    FactRule(
      .systemPasswordCorrect,
      yesNo(implies: hasID),
      counts: mayBeRegistered,
      menuPath: "inProgram",
      points: [.registration],
      inquiry: Inquiry(at: .program, seconds: 20, unanswered: 0.4, after: .systemRegistered),
      believed: [Fact.yes, Fact.no]
    ),
    FactRule(
      .systemLocked,
      yesNo(),
      counts: mayBeRegistered,
      menuPath: "inProgram",
      points: [.registration],
      inquiry: Inquiry(at: .program, seconds: 10, unanswered: 0.3, after: .systemRegistered),
      // Whoever counts the attempts has seen no lock.
      believed: [Fact.yes],
      passes: true
    ),
    FactRule(
      .personRight,
      yesNo(),
      counts: .not(isForSelf),
      menuPath: "rightsYouHave",
      points: [.personRights],
      inquiry: Inquiry(at: .reporteeProfile, seconds: 20, unanswered: 0.2, after: .service),
      heldFor: .service
    ),
    FactRule(
      .personSignRight,
      yesNo(),
      // Asked only where the service is known to need signing; the planner sees to that.
      counts: .all([.not(isForSelf), .not(.is(.personRight, Fact.no)), .known(.service)]),
      menuPath: "rightsYouHave",
      points: [.personRights],
      inquiry: Inquiry(at: .reporteeProfile, seconds: 15, unanswered: 0.3, after: .personRight),
      // Somebody else may be the one who signs.
      believed: [Fact.no]
    ),
    FactRule(
      .personAnyRole,
      yesNo(),
      counts: .all([.not(isForSelf), .not(.is(.personRight, Fact.yes))]),
      menuPath: "rightsYouHave",
      points: [.personRights],
      // Whether one can ask for access oneself decides which repair comes first (D19).
      choosesRepairOf: .personRightMissing
    ),
    FactRule(
      .ownerRight,
      yesNo(),
      counts: isOwnedByOther,
      menuPath: "othersWithRightsEnterprise",
      points: [.systemRights],
      inquiry: Inquiry(at: .reporteeProfile, seconds: 30, unanswered: 0.45, after: .systemOwner),
      heldFor: .service
    ),
    FactRule(
      .loginAsked,
      yesNo(),
      menuPath: "inProgram",
      points: [.login],
      inquiry: Inquiry(at: .program, seconds: 10, unanswered: 0.1),
      // A message about the person's login shows that the program asks for it.
      shownByFaultsOf: [.login]
    ),
    login(
      .loginMethod,
      choices(LoginMethod.self, implying: needless(for:)),
      at: .program,
      seconds: 10,
      unanswered: 0.1,
      // ID-porten knows no password or code of Altinn's (A6).
      prevails: [
        .loginPasswordCorrect: [Fact.no], .loginSubmissionAllowed: [Fact.no],
        .loginCodeExpired: [Fact.yes],
      ]
    ),
    login(
      .loginPasswordCorrect,
      at: .loginInformation,
      seconds: 20,
      unanswered: 0.4,
      // Nobody sees the one that is registered.
      believed: [Fact.yes, Fact.no]
    ),
    login(.loginMobileCorrect, at: .loginInformation, seconds: 10, unanswered: 0.1),
    login(
      .loginSubmissionAllowed,
      at: .loginInformation,
      seconds: 10,
      unanswered: 0.15,
      // Altinn may turn it away then, and need not (1.4).
      believed: [Fact.no]
    ),
    // Whoever recalls when a code was ordered, or counts the attempts, has seen no end of it and no lock.
    login(
      .loginCodeExpired,
      at: .program,
      seconds: 10,
      unanswered: 0.3,
      believed: [Fact.yes],
      passes: true
    ),
    login(
      .loginLocked,
      at: .program,
      seconds: 10,
      unanswered: 0.3,
      believed: [Fact.yes],
      passes: true
    ),
  ]

  // MARK: Points

  private static let registrationRule = PointRule(
    .registration,
    faults: [
      FaultRule(.notRegistered, when: isNo(.systemRegistered), .systemRegistered, 0.08),
      FaultRule(.wrongID, when: isNo(.systemIDCorrect), .systemIDCorrect, 0.08),
      FaultRule(.wrongPassword, when: isNo(.systemPasswordCorrect), .systemPasswordCorrect, 0.16),
      FaultRule(.systemLocked, when: isYes(.systemLocked), .systemLocked, 0.04),
    ],
    grounds: [
      GroundRule(
        .registeredAndTypedRight,
        when: .all([
          isYes(.systemRegistered), isYes(.systemIDCorrect), isYes(.systemPasswordCorrect),
          isNo(.systemLocked),
        ])
      )
    ]
  )

  private static let personRule = PointRule(
    .personRights,
    faults: [
      FaultRule(
        .personRightMissing,
        when: .all([.not(isForSelf), isNo(.personRight)]),
        .personRight,
        0.18
      ),
      FaultRule(
        .signRightMissing,
        when: .all([.not(isForSelf), needsSigning, isNo(.personSignRight)]),
        .personSignRight,
        0.06
      ),
    ],
    grounds: [
      GroundRule(.sendsForOneself, when: isForSelf),
      GroundRule(.rightHeld, when: isYes(.personRight)),
    ]
  )

  private static let systemRule = PointRule(
    .systemRights,
    faults: [
      FaultRule(
        .ownerRightMissing,
        when: .all([isYes(.systemRegistered), isOwnedByOther, isNo(.ownerRight)]),
        .ownerRight,
        0.15
      ),
      FaultRule(
        .senderOwnerRightMissing,
        when: .all([
          isYes(.systemRegistered), isOwned(by: .sender), .not(isForSelf), isNo(.personRight),
        ]),
        .personRight,
        0.02
      ),
    ],
    grounds: [
      GroundRule(
        .ownedByReportee,
        gives: .notApplicable,
        when: .all([
          isYes(.systemRegistered),
          .any([isOwned(by: .reportee), .all([isOwned(by: .sender), isForSelf])]),
        ])
      ),
      GroundRule(
        .senderOwnerHoldsRight,
        when: .all([
          isYes(.systemRegistered), isOwned(by: .sender), .not(isForSelf), isYes(.personRight),
        ])
      ),
      GroundRule(
        .ownerHoldsRight,
        when: .all([isYes(.systemRegistered), isOwnedByOther, isYes(.ownerRight)])
      ),
      GroundRule(.notRegisteredYet, gives: .blocked, when: isNo(.systemRegistered)),
    ],
    // Whose rights the ID acts with is the most telling question after the message (0.5).
    awaits: .systemOwner
  )

  /// Login information is judged as a whole: a missing mobile number fails the point whatever the
  /// method is (P0, P2).
  private static let loginRule = PointRule(
    .login,
    faults: [
      loginFault(.minIDUsed, usesMinID, .loginMethod, 0.05),
      loginFault(.loginPasswordWrong, isNo(.loginPasswordCorrect), .loginPasswordCorrect, 0.06),
      loginFault(
        .mobileWrong,
        isNo(.loginMobileCorrect),
        .loginMobileCorrect,
        0.04,
        // Only codes by SMS need a mobile number (4.2).
        doubted: .not(.is(.loginMethod, LoginMethod.sms.rawValue))
      ),
      loginFault(
        .submissionNotAllowed,
        isNo(.loginSubmissionAllowed),
        .loginSubmissionAllowed,
        0.04
      ),
      loginFault(.codeExpired, isYes(.loginCodeExpired), .loginCodeExpired, 0.03),
      loginFault(.loginLocked, isYes(.loginLocked), .loginLocked, 0.02),
    ],
    grounds: [
      GroundRule(.loginNotAsked, gives: .notApplicable, when: isNo(.loginAsked)),
      GroundRule(
        .loginInOrder,
        when: .all([
          isYes(.loginAsked), .not(usesMinID), isYes(.loginPasswordCorrect),
          isYes(.loginMobileCorrect), isYes(.loginSubmissionAllowed), isNo(.loginCodeExpired),
          isNo(.loginLocked),
        ])
      ),
    ]
  )

  // MARK: Actors

  private static let actorRules: [ActorRule] =
    [
      ActorRule(.sender),
      ActorRule(
        .ownerManager,
        becomes: [
          (.sender, isOwned(by: .sender)),
          (.sender, .all([isOwned(by: .reportee), isForSelf])),
          (.reporteeManager, isOwned(by: .reportee)),
        ]
      ),
      ActorRule(.firmManager), ActorRule(.clientAdministrator), ActorRule(.vendor),
      ActorRule(.serviceOwner),
    ]
    + [.giver, .reporteeManager, .reporteeSigner, .signer].map {
      ActorRule($0, becomes: [(.sender, isForSelf)])
    }

  // MARK: Conditions

  private static let isForSelf = Condition.is(.reporteeKind, ReporteeKind.oneself.rawValue)
  private static let needsSigning = Condition.is(.service, FactValues.signedService)
  private static let mayBeRegistered = Condition.not(isNo(.systemRegistered))
  private static let isOwnedByOther = Condition.isOne(
    of: [Owner.otherOrganisation.rawValue, Owner.otherPerson.rawValue],
    .systemOwner
  )
  private static let usesMinID = Condition.is(.loginMethod, LoginMethod.minID.rawValue)

  private static func isOwned(by owner: Owner) -> Condition { .is(.systemOwner, owner.rawValue) }

  // MARK: Values

  /// A person who names the owner of the ID, or has typed it, has told of the ID.
  private static let hasID: [FieldID: String] = [.systemRegistered: Fact.yes]

  /// What a login method has no use for is in order: a code letter needs no mobile number, and
  /// ID-porten takes the place of password, number and code (A6, V10).
  private static func needless(for method: LoginMethod) -> [FieldID: String] {
    switch method {
    case .letter: [.loginMobileCorrect: Fact.yes]
    case .idPorten:
      [
        .loginPasswordCorrect: Fact.yes, .loginMobileCorrect: Fact.yes,
        .loginSubmissionAllowed: Fact.yes, .loginCodeExpired: Fact.no,
      ]
    case .sms, .minID, .other: [:]
    }
  }

  // MARK: Rows that differ in little

  /// A fact about the personal login, which counts once the program is known to ask for one.
  private static func login(
    _ fact: FieldID,
    _ values: FactValues = yesNo(),
    at vantage: Vantage,
    seconds: Double,
    unanswered: Double,
    believed: [String] = [],
    passes: Bool = false,
    prevails: [FieldID: [String]] = [:]
  ) -> FactRule {
    FactRule(
      fact,
      values,
      counts: isYes(.loginAsked),
      menuPath: vantage == .program ? "inProgram" : "loginInformation",
      points: [.login],
      inquiry: Inquiry(at: vantage, seconds: seconds, unanswered: unanswered, after: .loginAsked),
      believed: believed,
      prevails: prevails,
      passes: passes
    )
  }

  private static func loginFault(
    _ fault: Fault,
    _ when: Condition,
    _ fact: FieldID,
    _ prior: Double,
    doubted: Condition = .not(.always)
  ) -> FaultRule {
    FaultRule(fault, when: .all([isYes(.loginAsked), when]), fact, prior, doubted: doubted)
  }
}
