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
          routes: routes
        ),
        Step(
          "recognised",
          .recognised,
          routes: [
            Route(.step("conclusion"), when: .liesOutside),
            Route(.step("overview"), when: .newFault),
            next,
          ]
        ),
      ] + portal.facts.compactMap { question($0, in: portal.edition) } + [
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
      "YConnect", "YLink", "YClient", "YAccess", "YLogin", "YUnsigned", "YRejected", "YStopped",
    ],
  ]

  /// What comes when the person has seen what is kept of the text.
  private static let afterText = [
    Route(.step("similar"), when: .hasCandidates),
    Route(.step("symptom"), when: .isSilent), Route(.step("recognised")),
  ]
  private static let next = Route(.planned)
  private static let routes = [
    Route(.step("conclusion"), when: .nothingToAsk), Route(.step("overview"), when: .newFault),
    next,
  ]
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
