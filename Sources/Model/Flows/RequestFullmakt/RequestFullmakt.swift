extension Flow {
  /// Ask for fullmakt in Altinn 3, or give it: what, for whom, to whom, by "Be om fullmakt" or by letter,
  /// and how it stands.
  ///
  /// "Be om fullmakt" works only for somebody with a connection to the party, for packages that can be
  /// given and whole services (R5, U2).
  package static let requestFullmakt = Flow(
    id: "requestFullmakt",
    edition: .altinn3,
    ending: .request,
    title: [Ask.package, Ask.packageName, Ask.clientPackage, .service, Ask.serviceName, Ask.giver],
    statusRules: Ask.State.allCases.map { state in
      StatusRule(state.rawValue, when: .is(Ask.state, state.rawValue), since: Ask.stateDate)
    },
    dueField: Ask.followUp,
    steps: askedForSteps + receiverSteps + askingSteps + standingSteps + handingSteps + Step.closing
  )

  // MARK: - What, and of whom

  private static let askedForSteps: [Step] = [
    Step(
      "side",
      .question,
      fields: [Field(Ask.side, .choices(of: Ask.Side.self))],
      routes: [Route(.step("party"))]
    ),
    .party,
    Step(
      "service",
      .question,
      fields: [.accessService],
      routes: [
        Route(.step("serviceName"), when: .is(.service, Fact.otherService))
      ] + onwardToWhat
    ),
    Step(
      "serviceName",
      .question,
      fields: [.words(Ask.serviceName)],
      condition: .is(.service, Fact.otherService),
      routes: onwardToWhat
    ),
    .acts(
      when: .not(Ask.isGiver),
      routes: [Route(.step("lacking"), when: Ask.isSentAlone), Route(.step("what"))]
    ),
    // A right of the person is of no help where nobody looks at it; one of whoever approves may be.
    Step(
      "lacking",
      .question,
      fields: [Field(Ask.lacking, .choices(of: Ask.Lacking.self))],
      condition: Ask.isSentAlone,
      routes: [Route(.step("what"), when: Ask.helpsOther), Route(.step("systemAccess"))]
    ),
    Step(
      "systemAccess",
      .reading,
      condition: Ask.isSentAlone,
      routes: [Route(.step("what"))],
      begins: [TaskStart(id: "connect", flow: "connectProgram", prefill: [:])]
    ),
    Step(
      "what",
      .question,
      fields: [Field(Ask.what, .choices(of: Ask.What.self))],
      condition: Ask.asksWhat,
      routes: [
        Route(.step("package"), when: Ask.isFor([.package])),
        Route(.step("clientPackage"), when: Ask.isFor([.clientPackage])),
        Route(.step("firm"), when: Ask.isFor([.registration])),
        Route(.step("to")),
      ]
    ),
    Step(
      "package",
      .question,
      fields: [Field(Ask.package, .search(.packages), place: "ownFullmakter")],
      condition: Ask.isFor([.package]),
      routes: [
        Route(.step("packageName"), when: .is(Ask.package, Fact.otherService)),
        Route(.step("notGiven"), when: Ask.isOfClients),
        Route(.step("to")),
      ]
    ),
    Step(
      "packageName",
      .question,
      fields: [.words(Ask.packageName)],
      condition: .all([Ask.isFor([.package]), .is(Ask.package, Fact.otherService)]),
      routes: [Route(.step("to"))]
    ),
    // The message of the portal, and what to do instead (3.2).
    Step(
      "notGiven",
      .reading,
      routes: [Route(.step("person"))],
      begins: [
        TaskStart(
          id: "registration",
          flow: "requestFullmakt",
          prefill: [Ask.side: "{ask.side}", Ask.what: Ask.What.registration.rawValue]
        )
      ]
    ),
    Step(
      "clientPackage",
      .question,
      fields: [
        Field(
          Ask.clientPackage,
          .choices(of: Ask.ClientPackage.self),
          place: "clientAdministration"
        )
      ],
      condition: Ask.isFor([.clientPackage]),
      routes: [Route(.step("person"))]
    ),
  ]

  /// To how one sends, where that is not known; to what is asked for; to whom, where there is no choice of that.
  private static let onwardToWhat = [
    Route(.step("acts"), when: .all([.not(Ask.isGiver), .mayBeSentAlone])),
    Route(.step("what"), when: Ask.asksWhat), Route(.step("to")),
  ]

  // MARK: - To whom

  private static let receiverSteps = [
    Step(
      "to",
      .question,
      fields: [Field(Ask.to, .choices(of: Ask.Receiver.self))],
      condition: Ask.isGivable,
      routes: [
        Route(
          .step("personsOnly"),
          when: .all([Ask.isMainPackage, .is(Ask.to, Ask.Receiver.firm.rawValue)])
        ),
        Route(.step("firm"), when: Ask.isToFirm), Route(.step("person")),
      ]
    ),
    Step("personsOnly", .reading, routes: [Route(.step("person"))]),
    Step(
      "person",
      .question,
      fields: [.name(Ask.person)],
      condition: Ask.concernsPerson,
      routes: onwardToGiver
    ),
    Step(
      "firm",
      .question,
      fields: [
        .name(Ask.firm), Field(Ask.firmNumber, .line(.organisationNumber, limit: 20)),
      ],
      condition: Ask.concernsFirm,
      routes: onwardToGiver
    ),
  ]

  /// To the one who can give, after whether it can be asked for in Altinn; or to the giving itself.
  private static let onwardToGiver = [
    Route(.step("handClient"), when: .all([Ask.isGiver, Ask.isInFirm])),
    Route(.step("handRegister"), when: .all([Ask.isGiver, Ask.isFor([.registration])])),
    Route(.step("hand"), when: Ask.isGiver),
    Route(.step("connected"), when: Ask.mayBePortal),
    Route(.step("giver")),
  ]

  // MARK: - How it is asked for

  private static let askingSteps: [Step] =
    [
      Step(
        "connected",
        .question,
        fields: [Field(.senderConnected, .yesNo, place: "fromOthers")],
        condition: Ask.mayBePortal,
        routes: [Route(.step("isMain"), when: Ask.mayBeMain), Route(.step("giver"))]
      ),
      Step(
        "isMain",
        .question,
        fields: [Field(Ask.isMain, .yesNo, place: "ownFullmakter")],
        condition: Ask.mayBeMain,
        routes: [
          Route(.step("hand"), when: .is(Ask.isMain, Fact.yes)), Route(.step("giver")),
        ]
      ),
      Step(
        "giver",
        .question,
        fields: [.name(Ask.giver), .coming(Ask.by)],
        condition: .not(Ask.gives),
        routes: [Route(.step("portal"), when: Ask.isPortal), Route(.step("writer"))]
      ),
      .boxes(
        "ask.portal",
        ["party", "open", "tab", "find", "send", "call"],
        at: "fromOthers",
        when: Ask.isPortal,
        routes: [Route(.step("refusals"))],
        // Whoever has sent it may still have to ring.
        done: [DoneRule(Ask.isSent, except: ["call"])]
      ),
      // The messages one may meet while asking (3.2).
      Step("refusals", .messages(["GCannotAsk", "GActor"]), routes: [Route(.step("state"))]),
    ] + Writer.steps(when: Ask.needsLetter, in: Ask.language, before: "state")

  // MARK: - How it stands

  private static let standingSteps = [
    Step(
      "state",
      .question,
      fields: [Field(Ask.state, .choices(of: Ask.State.self), place: "accessRequests")],
      condition: .not(Ask.gives),
      routes: [Route(.step("dates"))],
      saidOf: Ask.told
    ),
    Step(
      "dates",
      .question,
      fields: [.past(Ask.stateDate), Field(Ask.note, .line(.free, limit: 200))],
      condition: .not(Ask.gives),
      routes: [
        Route(.step("approved"), when: Ask.stands([.approved])),
        Route(.step("rejected"), when: Ask.stands([.rejected])),
        Route(.step("withdrawn"), when: Ask.stands([.withdrawn])),
        Route(.step("pending"), when: Ask.stands([.pending])),
        // Of one of which nobody knows how it stands no page says that nothing is sent.
        Route(.step("draft"), when: Ask.stands([.draft])), Route(.step("followUp")),
      ],
      saidOf: Ask.told
    ),
    Step("draft", .reading, routes: [Route(.step("followUp"))]),
    Step("pending", .reading, routes: [Route(.step("followUp"))]),
    Step(
      "followUp",
      .question,
      fields: [.coming(Ask.followUp)],
      condition: .all([
        .not(Ask.gives), .not(Ask.stands([.approved, .rejected, .withdrawn])),
      ]),
      routes: [Route(.step("review"))]
    ),
    Step("approved", .reading, routes: [Route(.step("review"))]),
    Step("rejected", .reading, routes: [Route(.step("review"))]),
    Step("withdrawn", .reading, routes: [Route(.step("review"))]),
  ]

  // MARK: - Giving

  private static let isGiven = [DoneRule(.is(Ask.given, Fact.yes))]

  private static let handingSteps: [Step] = [
    .boxes(
      "ask.hand",
      ["login", "party", "open", "receiver", "identify", "tab", "give", "check"],
      at: "users",
      when: .all([Ask.gives, Ask.isGivable]),
      routes: [Route(.step("errors"))],
      done: isGiven
    ),
    .boxes(
      "ask.handClient",
      ["firm", "open", "user", "client", "give"],
      at: "clientAdministration",
      when: .all([Ask.isGiver, Ask.isInFirm]),
      routes: [Route(.step("given"))],
      done: isGiven
    ),
    .boxes(
      "ask.handRegister",
      ["check", "notify", "sign", "wait", "tell"],
      at: "registerAccountant",
      when: .all([Ask.isGiver, Ask.isFor([.registration])]),
      routes: [Route(.step("given"))],
      done: isGiven
    ),
    // The messages one may meet while giving (3.2).
    Step(
      "errors",
      .messages(["GLackPackage", "GNotHere", "GOwnerSays", "D3", "D4"]),
      routes: [Route(.step("given"))]
    ),
    Step(
      "given",
      .question,
      fields: [Field(Ask.given, .yesNo)],
      condition: Ask.gives,
      routes: [Route(.step("review"))]
    ),
  ]
}
