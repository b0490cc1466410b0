extension Flow {
  /// Find out why the datasystem gets an error: message, whom for and what, the points, conclusion.
  package static let findFault = Flow(
    id: "findFault",
    ending: .fault,
    steps: [
      Step(
        "message",
        .question,
        fields: [Field("message", .message)],
        routes: [Route(.step("recognised"))]
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
      question(
        .reporteeKind,
        choices: ReporteeKind.allCases.map { Choice($0.rawValue) },
        also: [.reporteeName]
      ),
      Step(
        "service",
        .question,
        fields: [.service],
        condition: Fact.service.condition,
        routes: routes
      ),
      question(.systemRegistered, place: "datasystems"),
      question(
        .systemOwner,
        place: "datasystems",
        choices: Owner.allCases.map { Choice($0.rawValue, implies: hasID) }
      ),
      question(.systemIDCorrect, place: "datasystems", choices: yesNo(implies: hasID)),
      question(.systemPasswordCorrect, place: "inProgram", choices: yesNo(implies: hasID)),
      question(.systemLocked, place: "inProgram"),
      question(.personRight, place: "rightsYouHave"),
      question(.personSignRight, place: "rightsYouHave"),
      question(.personAnyRole, place: "rightsYouHave"),
      question(.ownerRight, place: "othersWithRightsEnterprise"),
      question(.loginAsked, place: "inProgram"),
      question(
        .loginMethod,
        place: "inProgram",
        choices: LoginMethod.allCases.map { Choice($0.rawValue, implies: needless(for: $0)) }
      ),
      question(.loginPasswordCorrect, place: "loginInformation"),
      question(.loginMobileCorrect, place: "loginInformation"),
      question(.loginSubmissionAllowed, place: "loginInformation"),
      question(.loginCodeExpired, place: "inProgram"),
      question(.loginLocked, place: "inProgram"),
      Step("overview", .overview, routes: [Route(.step("conclusion"), when: .nothingToAsk), next]),
      Step(
        "conclusion",
        .conclusion,
        routes: [Route(.step("tasks"), when: .hasTasks), Route(.step("review"))]
      ),
      Step("tasks", .tasks, routes: [Route(.step("review"))]),
      Step("review", .review, routes: [Route(.step("receipt"))]),
      Step("receipt", .receipt, routes: [Route(.end)]),
    ]
  )

  private static let next = Route(.planned)
  private static let routes = [
    Route(.step("conclusion"), when: .nothingToAsk), Route(.step("overview"), when: .newFault),
    next,
  ]
  private static let hasID: [FieldID: String] = [FieldID(.systemRegistered): Fact.yes]

  /// What a login method has no use for is in order: a code letter needs no mobile number, and
  /// ID-porten takes the place of password, number and code (A6, V10).
  private static func needless(for method: LoginMethod) -> [FieldID: String] {
    switch method {
    case .letter: [FieldID(.loginMobileCorrect): Fact.yes]
    case .idPorten:
      [
        FieldID(.loginPasswordCorrect): Fact.yes, FieldID(.loginMobileCorrect): Fact.yes,
        FieldID(.loginSubmissionAllowed): Fact.yes, FieldID(.loginCodeExpired): Fact.no,
      ]
    case .sms, .minID, .other: [:]
    }
  }

  private static func yesNo(implies: [FieldID: String] = [:]) -> [Choice] {
    [Choice(Fact.yes, implies: implies), Choice(Fact.no, implies: implies)]
  }

  private static func question(
    _ fact: Fact,
    place: String? = nil,
    choices: [Choice] = yesNo(),
    also: [Field] = []
  ) -> Step {
    Step(
      StepID(rawValue: fact.rawValue),
      .question,
      fields: [Field(FieldID(fact), .choice(choices), place: place)] + also,
      condition: fact.condition,
      routes: routes
    )
  }
}
