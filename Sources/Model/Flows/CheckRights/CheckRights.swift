extension Flow {
  /// Check what one may do with a form: party, service, what one holds there, the result.
  ///
  /// Roles are read off the page in Altinn, or follow from Enhetsregisteret (3.1, R2); an accountant or
  /// auditor also has what the firm gives (3.6, P7, P9).
  package static let checkRights = Flow(
    id: "checkRights",
    ending: .rights,
    steps: Step.chained([
      .reportee(routes: []),
      Step("service", .question, fields: [.service], routes: []),
      Step(
        "known",
        .question,
        fields: [
          Field(
            RightsQuestion.known,
            .choices(of: RightsQuestion.HowKnown.self),
            place: "rightsYouHave"
          )
        ],
        condition: forAnother,
        routes: []
      ),
      Step(
        "roles",
        .question,
        fields: [Field(RightsQuestion.roles, .boxes(.roles), place: "rightsYouHave")],
        condition: .all([forAnother, hasSeenPage]),
        routes: []
      ),
      Step(
        "single",
        .question,
        fields: [
          Field(
            RightsQuestion.single,
            .choices(of: RightsStatement.SingleRight.self),
            place: "rightsYouHave"
          )
        ],
        condition: .all([forAnother, hasSeenPage]),
        routes: []
      ),
      Step(
        "registerRole",
        .question,
        fields: [Field(RightsQuestion.registerRole, .search(.registerRoles))],
        condition: .all([
          forOrganisation, .is(RightsQuestion.known, RightsQuestion.HowKnown.register.rawValue),
        ]),
        routes: []
      ),
      Step(
        "firm",
        .question,
        fields: [
          Field(
            RightsQuestion.firm,
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
            RightsQuestion.firmRegistered,
            .yesNo,
            inRegister: .isRegistered(as: RightsQuestion.firm)
          )
        ],
        condition: inFirm,
        routes: []
      ),
      Step(
        "firmRole",
        .question,
        fields: [
          Field(
            RightsQuestion.firmRole,
            .choices(of: RightsStatement.FirmRole.self)
          )
        ],
        condition: inRegisteredFirm,
        routes: []
      ),
      Step(
        "clientRoles",
        .question,
        fields: [
          Field(RightsQuestion.clientRoles, .boxes(.clientRoles), place: "clientDelegation")
        ],
        condition: .all([
          inRegisteredFirm, .not(hasSeenPage),
          .not(.is(RightsQuestion.firmRole, RightsStatement.FirmRole.manager.rawValue)),
        ]),
        routes: []
      ),
      Step("rights", .rights, routes: []),
      Step("review", .review, routes: []),
      Step("receipt", .receipt, routes: []),
    ])
  )

  private static let forAnother = Condition.not(.isForSelf)
  /// Only an organisation has register roles and client roles; not known counts as one.
  private static let forOrganisation = Condition.not(
    .isOne(
      of: [ReporteeKind.oneself.rawValue, ReporteeKind.person.rawValue],
      .reporteeKind
    )
  )
  private static let hasSeenPage = Condition.is(
    RightsQuestion.known,
    RightsQuestion.HowKnown.page.rawValue
  )
  /// Whoever is registered for the party itself is hardly with its accountant.
  private static let mayBeInFirm = Condition.all([
    forOrganisation, .not(.is(RightsQuestion.known, RightsQuestion.HowKnown.register.rawValue)),
  ])
  private static let inFirm = Condition.all([
    mayBeInFirm, .isOne(of: ClientKind.allCases.map(\.rawValue), RightsQuestion.firm),
  ])
  private static let inRegisteredFirm = Condition.all([
    inFirm, .not(.is(RightsQuestion.firmRegistered, Fact.no)),
  ])
}
