extension Flow {
  /// Ask for access, or give it: what, for whom, to whom, by a request in Altinn or by letter, and
  /// how it stands.
  ///
  /// "Be om tilgang" works only for somebody with a role or right there already, and for single
  /// services (D19, P8); refusals are not told, so how it stands is set by hand.
  package static let requestAccess = Flow(
    id: "requestAccess",
    ending: .request,
    title: [
      Request.role, Request.clientRole, .service, Request.serviceName, Request.giver,
    ],
    statusRules: Request.State.allCases.map { state in
      StatusRule(
        state.rawValue,
        when: .is(Request.state, state.rawValue),
        since: Request.stateDate
      )
    },
    dueField: Request.followUp,
    steps: askedSteps + letterSteps + stateSteps + givingSteps + Step.closing
  )

  // MARK: - What, for whom and to whom

  private static let askedSteps = [
    Step(
      "side",
      .question,
      fields: [Field(Request.side, .choices(of: Request.Side.self))],
      routes: [Route(.step("reportee"))]
    ),
    .reportee(
      routes: [
        Route(.step("youGive"), when: .all([.isForSelf, .not(Request.saysGives)])),
        Route(.step("service")),
      ]
    ),
    Step("youGive", .reading, routes: [Route(.step("service"))]),
    Step(
      "service",
      .question,
      fields: [.service],
      routes: [
        Route(.step("serviceName"), when: .is(.service, Fact.otherService)),
        Route(.step("what")),
      ]
    ),
    Step(
      "serviceName",
      .question,
      fields: [.words(Request.serviceName)],
      condition: .is(.service, Fact.otherService),
      routes: [Route(.step("what"))]
    ),
    Step(
      "what",
      .question,
      fields: [Field(Request.what, .choices(of: Request.What.self))],
      routes: [
        Route(.step("clientRole"), when: Request.isFor([.clientRole])),
        Route(.step("owner"), when: Request.isFor([.registration])),
        Route(.step("role"), when: Request.isFor([.role])),
        Route(.step("act")),
      ]
    ),
    Step(
      "act",
      .question,
      fields: [Field(Request.act, .choices(of: Request.Act.self))],
      condition: Request.asksService,
      routes: [
        Route(.step("role"), when: Request.isFor([.both])), Route(.step("to")),
      ]
    ),
    Step(
      "role",
      .question,
      fields: [Field(Request.role, .search(.roles))],
      condition: Request.isFor([.role, .both]),
      routes: [Route(.step("to"))]
    ),
    Step(
      "clientRole",
      .question,
      // The client roles of accountants and auditors (R1).
      fields: [
        Field(
          Request.clientRole,
          .choices(["A0239", "A0240", "A0241", "A0237", "A0238"]),
          place: "clientDelegation"
        )
      ],
      condition: Request.isFor([.clientRole]),
      routes: [Route(.step("person"))]
    ),
    Step(
      "to",
      .question,
      fields: [Field(Request.to, .choices(of: Request.Receiver.self), place: "datasystems")],
      condition: .not(Request.isFor([.clientRole, .registration])),
      routes: [
        Route(.step("owner"), when: Request.isTo([.owner])), Route(.step("person")),
      ]
    ),
    Step(
      "person",
      .question,
      fields: [.name(Request.person)],
      condition: Request.concernsPerson,
      routes: [Route(.step("owner"), when: Request.isTo([.both]))] + onward
    ),
    Step(
      "owner",
      .question,
      fields: [
        .name(Request.owner),
        Field(Request.ownerNumber, .line(.organisationNumber, limit: 20)),
      ],
      condition: Request.concernsOwner,
      routes: onward
    ),
  ]

  /// To the one who can give, after whether it can be asked for in Altinn; or to the giving itself.
  private static let onward =
    [
      Route(.step("anyRole"), when: .all([.not(Request.isGiver), Request.mayBePortal])),
      Route(.step("giver"), when: .not(Request.isGiver)),
    ] + giving

  private static let giving = [
    Route(.step("giveClient"), when: Request.isFor([.clientRole])),
    Route(.step("giveRegister"), when: Request.isFor([.registration])),
    Route(.step("giveRole"), when: Request.isFor([.role])),
    Route(.step("give")),
  ]

  // MARK: - How it is asked for

  private static let hasLetter = Condition.all([.not(Request.isGiver), Request.needsLetter])

  private static let letterSteps: [Step] =
    [
      Step(
        "anyRole",
        .question,
        fields: [Field(.personAnyRole, .yesNo, place: "rightsYouHave")],
        condition: .all([.not(Request.isGiver), Request.mayBePortal]),
        routes: [Route(.step("giver"))]
      ),
      Step(
        "giver",
        .question,
        fields: [
          .name(Request.giver), .coming(Request.by),
        ],
        condition: .not(Request.isGiver),
        routes: [
          Route(.step("portal"), when: Request.isPortal), Route(.step("writer")),
        ]
      ),
      Step(
        "portal",
        .question,
        fields: [
          Field(
            "request.portal",
            .boxes(.steps(["party", "open", "search", "send", "call"])),
            place: "requestAccess"
          )
        ],
        condition: Request.isPortal,
        routes: [Route(.step("writer"), when: Request.needsLetter), Route(.step("state"))],
        // Whoever has sent it may still have to ring.
        done: [DoneRule(Request.isSent, except: ["call"])]
      ),
    ] + Writer.steps(when: hasLetter, in: Request.language, before: "state")

  // MARK: - How it stands

  private static let stateSteps = [
    Step(
      "state",
      .question,
      fields: [Field(Request.state, .choices(of: Request.State.self))],
      condition: .not(Request.isGiver),
      routes: [Route(.step("dates"))],
      saidOf: Request.told
    ),
    Step(
      "dates",
      .question,
      fields: [
        .past(Request.stateDate),
        Field(Request.note, .line(.free, limit: 200)),
      ],
      condition: .not(Request.isGiver),
      routes: [
        Route(.step("granted"), when: Request.stands([.granted])),
        Route(.step("refused"), when: Request.stands([.refused])),
        Route(.step("expired"), when: Request.stands([.expired])),
        Route(.step("followUp")),
      ],
      saidOf: Request.told
    ),
    Step(
      "followUp",
      .question,
      fields: [.coming(Request.followUp)],
      condition: .all([
        .not(Request.isGiver), .not(Request.stands([.granted, .refused, .expired])),
      ]),
      routes: [Route(.step("review"))]
    ),
    Step("granted", .reading, routes: [Route(.step("review"))]),
    Step(
      "refused",
      .reading,
      routes: [
        Route(.step("ownRight"), when: Request.mayUseOwnID), Route(.step("review")),
      ]
    ),
    Step(
      "ownRight",
      .question,
      // An ID of one's own works only for somebody who holds the right (P0, D5).
      fields: [Field(.personRight, .yesNo, place: "rightsYouHave")],
      condition: .all([
        .not(Request.isGiver), Request.stands([.refused]), Request.mayUseOwnID,
      ]),
      routes: [
        Route(.step("ownID"), when: .is(.personRight, Fact.yes)),
        Route(.step("review")),
      ]
    ),
    Step(
      "ownID",
      .reading,
      routes: [Route(.step("review"))],
      begins: [
        TaskStart(
          id: "ownID",
          flow: "registerSystem",
          prefill: ["register.act": "new", "register.owner": Owner.sender.rawValue]
        )
      ]
    ),
    Step("expired", .reading, routes: [Route(.step("review"))]),
  ]

  // MARK: - Giving

  private static let isGiven = [DoneRule(.is(Request.given, Fact.yes))]

  private static let givingSteps = [
    Step(
      "give",
      .question,
      fields: [
        // The names of the buttons are those of the screen (P6, V11).
        boxes(
          "request.give",
          [
            "login", "party", "open", "receiver", "identify", "service", "confirm", "again",
          ]
        )
      ],
      condition: .all([Request.isGiver, Request.asksService]),
      routes: [
        Route(.step("giveRole"), when: Request.isFor([.both])), Route(.step("errors")),
      ],
      done: isGiven
    ),
    Step(
      "giveRole",
      .question,
      fields: [
        boxes(
          "request.giveRole",
          ["login", "party", "open", "receiver", "identify", "role", "finish", "again"]
        )
      ],
      condition: .all([Request.isGiver, Request.isFor([.role, .both])]),
      routes: [Route(.step("errors"))],
      done: isGiven
    ),
    Step(
      "giveClient",
      .question,
      fields: [
        Field(
          "request.giveClient",
          .boxes(.steps(["firm", "open", "find", "tick", "finish"])),
          place: "clientDelegation"
        )
      ],
      condition: .all([Request.isGiver, Request.isFor([.clientRole])]),
      routes: [Route(.step("given"))],
      done: isGiven
    ),
    Step(
      "giveRegister",
      .question,
      fields: [
        Field(
          "request.giveRegister",
          .boxes(.steps(["check", "notify", "sign", "wait", "tell"])),
          place: "registerAccountant"
        )
      ],
      condition: .all([Request.isGiver, Request.isFor([.registration])]),
      routes: [Route(.step("given"))],
      done: isGiven
    ),
    // The messages one may meet while giving (2.7: P7, U1).
    Step(
      "errors",
      .messages(["D1", "D2", "D3", "D4", "D5", "D6", "D7"]),
      routes: [Route(.step("given"))]
    ),
    Step(
      "given",
      .question,
      fields: [Field(Request.given, .yesNo)],
      condition: Request.isGiver,
      routes: [Route(.step("review"))]
    ),
  ]

  private static func boxes(_ id: FieldID, _ steps: [String]) -> Field {
    Field(
      id,
      .boxes(.steps(steps)),
      place: "othersWithRightsEnterprise",
      placeForPerson: "othersWithRightsPerson"
    )
  }
}
