extension Flow {
  /// Check what one may do with a service in Altinn 3: party, service, whether the sender counts at all,
  /// what one holds there, the result.
  ///
  /// What one holds is read off "Se dine fullmakter", or follows from Enhetsregisteret (R4), or comes through
  /// the firm one works for.
  package static let checkFullmakt = Flow(
    id: "checkFullmakt",
    edition: .altinn3,
    ending: .rights,
    title: [.service, .reporteeName],
    steps: Step.chained(
      [
        .party,
        Step("service", .question, fields: [.accessService], routes: []),
        .acts(),
        Step(
          "known",
          .question,
          fields: [
            Field(
              FullmaktQuestion.known,
              .choices(of: RightsQuestion.HowKnown.self),
              place: "ownFullmakter"
            )
          ],
          condition: counts,
          routes: []
        ),
        Step(
          "packages",
          .question,
          fields: [Field(FullmaktQuestion.packages, .boxes(.packages), place: "ownFullmakter")],
          condition: hasSeenPage,
          routes: []
        ),
        Step(
          "single",
          .question,
          fields: [Field(FullmaktQuestion.single, .yesNo, place: "ownFullmakter")],
          condition: hasSeenPage,
          routes: []
        ),
        Step(
          "oldRoles",
          .question,
          fields: [Field(FullmaktQuestion.oldRoles, .boxes(.roles), place: "ownFullmakter")],
          condition: hasSeenPage,
          routes: []
        ),
        Step(
          "registerRole",
          .question,
          fields: [Field(FullmaktQuestion.registerRole, .search(.registerRoles))],
          condition: isRegistered,
          routes: []
        ),
      ] + firmSteps + [
        Step("rights", .rights, routes: []),
        Step("review", .review, routes: []),
        Step("receipt", .receipt, routes: []),
      ]
    )
  )

  private static let firmSteps = [
    Step(
      "firm",
      .question,
      fields: [
        Field(
          FullmaktQuestion.firm,
          .choice(ClientKind.allCases.map { Choice($0.rawValue) } + [Choice(Fact.no)])
        )
      ],
      condition: mayBeInFirm,
      routes: []
    ),
    Step(
      "firmRegistered",
      .question,
      fields: [
        Field(
          FullmaktQuestion.firmRegistered,
          .yesNo,
          place: "clientAdministration",
          inRegister: .isRegistered(as: FullmaktQuestion.firm)
        )
      ],
      condition: inFirm,
      routes: []
    ),
    Step(
      "firmRole",
      .question,
      fields: [
        Field(FullmaktQuestion.firmRole, .choices(of: RightsStatement.FirmRole.self))
      ],
      condition: inRegisteredFirm,
      routes: []
    ),
    Step(
      "clientPackages",
      .question,
      fields: [
        Field(
          FullmaktQuestion.clientPackages,
          .boxes(.clientPackages),
          place: "clientAdministration"
        )
      ],
      condition: .all([
        inRegisteredFirm, .not(hasSeenPage),
        .not(.is(FullmaktQuestion.firmRole, RightsStatement.FirmRole.manager.rawValue)),
      ]),
      routes: []
    ),
  ]

  /// What the person holds counts: they log in or sign, and not for a private person.
  private static let counts = Condition.all([.not(.isForPerson), .not(.isSentAlone)])
  private static let hasSeenPage = Condition.all([counts, knows(.page)])
  private static let isRegistered = Condition.all([counts, knows(.register)])
  /// Whoever is registered for the party itself is hardly with its accountant.
  private static let mayBeInFirm = Condition.all([
    counts, .not(.is(.workFor, WorkFor.own.rawValue)), .not(knows(.register)),
  ])
  private static let inFirm = Condition.all([
    mayBeInFirm, .isOne(of: ClientKind.allCases.map(\.rawValue), FullmaktQuestion.firm),
  ])
  private static let inRegisteredFirm = Condition.all([
    inFirm, .not(.is(FullmaktQuestion.firmRegistered, Fact.no)),
  ])

  private static func knows(_ how: RightsQuestion.HowKnown) -> Condition {
    .is(FullmaktQuestion.known, how.rawValue)
  }
}
