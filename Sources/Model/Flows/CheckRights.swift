extension Flow {
  /// Check what one may do with a form: party, service, what one holds there, the result.
  ///
  /// Roles are read off the page in Altinn, or follow from Enhetsregisteret (3.1, R2); an accountant or
  /// auditor also has what the firm gives (3.6, P7, P9).
  package static let checkRights = Flow(
    id: "checkRights",
    steps: chained([
      Step(
        "reportee",
        .question,
        fields: [
          Field(.reporteeKind, .choice(ReporteeKind.allCases.map { Choice($0.rawValue) })),
          Field("reportee.name", .line(.free, limit: 60)),
        ],
        routes: []
      ),
      Step(
        "service",
        .question,
        fields: [Field(.service, .search(.services))],
        routes: []
      ),
      Step(
        "known",
        .question,
        fields: [
          Field(
            RightsCheck.known,
            .choice(RightsCheck.HowKnown.allCases.map { Choice($0.rawValue) }),
            place: "rightsYouHave"
          )
        ],
        condition: forAnother,
        routes: []
      ),
      Step(
        "roles",
        .question,
        fields: [Field(RightsCheck.roles, .boxes(.roles), place: "rightsYouHave")],
        condition: .all([forAnother, hasSeenPage]),
        routes: []
      ),
      Step(
        "single",
        .question,
        fields: [
          Field(
            RightsCheck.single,
            .choice(RightsCheck.SingleRight.allCases.map { Choice($0.rawValue) }),
            place: "rightsYouHave"
          )
        ],
        condition: .all([forAnother, hasSeenPage]),
        routes: []
      ),
      Step(
        "registerRole",
        .question,
        fields: [Field(RightsCheck.registerRole, .search(.registerRoles))],
        condition: .all([
          forOrganisation, .is(RightsCheck.known, RightsCheck.HowKnown.register.rawValue),
        ]),
        routes: []
      ),
      Step(
        "firm",
        .question,
        fields: [
          Field(
            RightsCheck.firm,
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
          Field(RightsCheck.firmRegistered, .choice([Choice(Fact.yes), Choice(Fact.no)]))
        ],
        condition: inFirm,
        routes: []
      ),
      Step(
        "firmRole",
        .question,
        fields: [
          Field(
            RightsCheck.firmRole,
            .choice(RightsCheck.FirmRole.allCases.map { Choice($0.rawValue) })
          )
        ],
        condition: inRegisteredFirm,
        routes: []
      ),
      Step(
        "clientRoles",
        .question,
        fields: [
          Field(RightsCheck.clientRoles, .boxes(.clientRoles), place: "clientDelegation")
        ],
        condition: .all([
          inRegisteredFirm, .not(hasSeenPage),
          .not(.is(RightsCheck.firmRole, RightsCheck.FirmRole.manager.rawValue)),
        ]),
        routes: []
      ),
      Step("rights", .rights, routes: []),
      Step("review", .review, routes: []),
      Step("receipt", .receipt, routes: []),
    ])
  )

  private static let forAnother = Condition.not(
    .is(.reporteeKind, ReporteeKind.oneself.rawValue)
  )
  /// Only an organisation has register roles and client roles; not known counts as one.
  private static let forOrganisation = Condition.not(
    .isOne(
      of: [ReporteeKind.oneself.rawValue, ReporteeKind.person.rawValue],
      .reporteeKind
    )
  )
  private static let hasSeenPage = Condition.is(
    RightsCheck.known,
    RightsCheck.HowKnown.page.rawValue
  )
  /// Whoever is registered for the party itself is hardly with its accountant.
  private static let mayBeInFirm = Condition.all([
    forOrganisation, .not(.is(RightsCheck.known, RightsCheck.HowKnown.register.rawValue)),
  ])
  private static let inFirm = Condition.all([
    mayBeInFirm, .isOne(of: ClientKind.allCases.map(\.rawValue), RightsCheck.firm),
  ])
  private static let inRegisteredFirm = Condition.all([
    inFirm, .not(.is(RightsCheck.firmRegistered, Fact.no)),
  ])

  /// Each step leads to the next one that has a meaning, and the last one out.
  private static func chained(_ steps: [Step]) -> [Step] {
    steps.enumerated().map { place, step in
      var routes: [Route] = []
      for next in steps.dropFirst(place + 1) {
        routes.append(Route(.step(next.id), when: next.condition))
        if next.condition == .always { break }
      }
      return Step(
        step.id,
        step.kind,
        fields: step.fields,
        condition: step.condition,
        routes: routes.isEmpty ? [Route(.end)] : routes
      )
    }
  }
}
