extension Flow {
  /// Find out why the datasystem gets an error, in the first portal.
  package static let findFault = findFault("findFault", in: .altinn2)

  /// The same in the second portal.
  package static let findFault3 = findFault("findFault3", in: .altinn3)

  /// The search for a fault in a portal.
  package static func findFault(of edition: PortalEdition) -> Flow {
    switch edition {
    case .altinn2: findFault
    case .altinn3: findFault3
    }
  }

  /// Find out why a submission gets an error: message, whom for and what, the points, conclusion.
  ///
  /// Each fact of the portal is a question.
  package static func findFault(_ id: FlowID, in portal: Portal) -> Flow {
    Flow(
      id: id,
      edition: portal.edition,
      ending: .fault,
      planned: portal.facts.map(\.fact),
      steps: [
        Step(
          "message",
          .question,
          fields: [Field(portal.message, .message)],
          routes: [Route(.step("kept"), when: .hasUnknownText)] + afterText
        ),
        Step("kept", .kept, routes: afterText),
        Step(
          "similar",
          .question,
          fields: [Field(.messageLike, .candidates(in: .messageCandidates))],
          routes: [Route(.step("symptom"), when: .isSilent), Route(.step("recognised"))]
        ),
        Step(
          "symptom",
          .question,
          fields: [
            Field(
              .messageSymptom,
              .choice(
                symptoms[portal.edition, default: []].map { Choice($0, implies: [.message: $0]) }
              )
            )
          ],
          routes: toLogin(in: portal.edition) + askedFirst(in: portal.edition) + routes
        ),
        Step(
          "recognised",
          .recognised,
          routes: [Route(.step("seen"), when: .isAmongWords)] + afterMessage(in: portal.edition)
        ),
        Step(
          "seen",
          .question,
          fields: [
            Field(
              .messageSeen,
              .choice([
                Choice(MessageSeen.now), Choice(MessageSeen.told), Choice(MessageSeen.other),
              ])
            )
          ],
          routes: [Route(.step("symptom"), when: .isSilent)] + afterMessage(in: portal.edition)
        ),
      ] + questions(in: portal) + [
        Step(
          "overview",
          .overview,
          routes: [Route(.step("conclusion"), when: .nothingToAsk), next]
        ),
        Step(
          "conclusion",
          .conclusion,
          routes: [Route(.step("tasks"), when: .hasTasks), Route(.step("review"))]
        ),
        Step("tasks", .tasks, routes: [Route(.step("review"))]),
      ] + Step.closing
    )
  }

  /// What people see where they have no message, as entries of the catalogue.
  private static let symptoms: [PortalEdition: [String]] = [
    .altinn2: [
      "Y2Locked", "Y2Password", "Y2Code", "Y2Access", "Y2Unsigned", "Y2Rejected", "Y2Stopped",
    ],
    .altinn3: [
      "YConnect", "YLink", "YClient", "YAccess", "YLogin", "YUnsigned", "YRejected", "YPassword",
      "YStopped",
    ],
  ]

  /// What comes when the person has seen what is kept of the text.
  private static let afterText = [
    Route(.step("similar"), when: .hasCandidates),
    Route(.step("symptom"), when: .isSilent), Route(.step("recognised")),
  ]
  /// What comes when it is known which message it is.
  private static func afterMessage(in edition: PortalEdition) -> [Route] {
    toLogin(in: edition) + askedFirst(in: edition) + [
      Route(.step("conclusion"), when: .liesOutside), Route(.step("overview"), when: .newFault),
      next,
    ]
  }

  private static let next = Route(.planned)
  private static let routes = [
    Route(.step("conclusion"), when: .nothingToAsk), Route(.step("overview"), when: .newFault),
    next,
  ]
  /// Whoever cannot log in has a task of its own, before questions that only somebody who is logged in can answer.
  private static func toLogin(in edition: PortalEdition) -> [Route] {
    edition == .altinn3
      ? [Route(.step("cannotLogIn"), when: .is(.message, "YLogin"))] : []
  }

  /// What is rejected may lack an access as well as hold something wrong: whoever says no more is asked what stands
  /// beside it.
  private static let isRejected = Condition.any([
    .is(.messageSymptom, "YRejected"), .is(.messageLike, "YRejected"),
  ])

  /// What is asked at once of what people see: what stands beside it, what the page of a link says and how old the
  /// link is, or whether it is so that the ID is locked.
  private static func askedFirst(in edition: PortalEdition) -> [Route] {
    switch edition {
    case .altinn2: [Route(.step("system.locked"), when: .is(.message, "Y2Locked"))]
    case .altinn3:
      [
        Route(.step("code"), when: isRejected),
        Route(.step("accessRequest.state"), when: .is(.message, "YLink")),
      ]
    }
  }

  /// The question what stands beside it; a code is typed where messages are.
  private static let code = Step(
    "code",
    .question,
    fields: [
      Field(
        .messageCode,
        .choice([
          Choice(MessageCode.code), Choice(MessageCode.field, implies: [.message: "YContent"]),
          Choice(MessageCode.none),
        ]),
        prevails: [.message: ["YRejected"]]
      )
    ],
    // Whoever sees something else is not asked, though nobody has said what it is like.
    condition: .any([
      .is(.messageSymptom, "YRejected"),
      .all([.not(.known(.messageSymptom)), .is(.messageLike, "YRejected")]),
    ]),
    routes: [Route(.step("message"), when: .is(.messageCode, MessageCode.code))] + routes
  )

  /// The questions about the facts of a portal, behind what is asked and read before them.
  private static func questions(in portal: Portal) -> [Step] {
    let cannotLogIn = Step(
      "cannotLogIn",
      .reading,
      routes: routes,
      begins: [TaskStart(id: "logIn", flow: "logInToday", prefill: [:])]
    )
    return (portal.edition == .altinn3 ? [code, cannotLogIn] : [])
      + portal.facts.compactMap { question($0, in: portal.edition) }
  }

  /// What is asked beside a fact and only kept.
  private static let beside: [FieldID: [Field]] = [
    .reporteeKind: [.reporteeName], .workFor: [.reporteeName],
  ]

  /// What the register at hand can answer.
  private static let inRegister: [FieldID: RegisterQuestion] = [.clientRelation: .relation]

  /// The question about a fact; the message has a step of its own.
  private static func question(_ row: FactRule, in edition: PortalEdition) -> Step? {
    let input: Field.Input
    switch row.values {
    case .choices(let choices): input = .choice(choices)
    case .entry(of: .services, _): input = .search(edition.services)
    case .entry(of: .messages, _): return nil
    }
    return Step(
      StepID(rawValue: row.fact.rawValue),
      .question,
      fields: [
        Field(row.fact, input, place: row.menuPath, inRegister: inRegister[row.fact])
      ] + (beside[row.fact] ?? []),
      condition: row.counts,
      routes: routes
    )
  }
}
