extension Flow {
  /// Log in to the new Altinn: by ID-porten, where there is mostly nothing to update; what to check
  /// instead, and the little that an old user name is still good for.
  package static let logInToday = Flow(
    id: "logInToday",
    edition: .altinn3,
    title: [about],
    statusRules: [
      StatusRule("vendor", when: asks(.program)),
      StatusRule("worked", when: .is(tried, Tried.worked.rawValue), since: done),
      StatusRule("refused", when: .is(tried, Tried.refused.rawValue), since: done),
    ],
    dueField: followUp,
    steps: [
      Step("today", .reading, routes: [Route(.step("about"))]),
      Step(
        "about",
        .question,
        fields: [Field(about, .choices(of: About.self))],
        routes: [
          Route(.step("for"), when: asks(.program)),
          Route(.step("means"), when: asks(.level)),
          Route(.step("stuck"), when: asks(.stuck)),
          Route(.step("loggedOut"), when: asks(.loggedOut)),
          Route(.step("account"), when: asks(.account)),
          Route(.step("noID"), when: asks(.noID)),
          Route(.step("code"), when: asks(.code)),
          Route(.step("check")),
        ]
      ),
      // Only an enterprise can have a system access (U2), so a person must not be led to one.
      Step(
        "for",
        .question,
        fields: [Field(.workFor, .choices(of: WorkFor.self))],
        condition: asks(.program),
        routes: [Route(.step("personal"), when: .isForPerson), Route(.step("program"))]
      ),
      Step("personal", .reading, routes: [Route(.step("updatePersonal"))]),
      .boxes(
        "logIn.updatePersonal",
        ["stop", "version", "ask"],
        at: "inProgram",
        when: .all([asks(.program), .isForPerson]),
        routes: [Route(.step("followUp"))]
      ),
      // Neither ID with password nor code by SMS opens anything now (A1, V13).
      Step(
        "program",
        .reading,
        routes: [Route(.step("update"))],
        begins: [
          TaskStart(
            id: "connect",
            flow: "connectProgram",
            // Whether it is connected at all, or is logged in to, its vendor knows.
            prefill: ["connect.have": "old"]
          )
        ]
      ),
      .boxes(
        "logIn.update",
        ["stop", "version", "ask"],
        at: "inProgram",
        when: .all([asks(.program), .not(.isForPerson)]),
        routes: [Route(.step("followUp"))]
      ),
      Step(
        "means",
        .question,
        fields: [Field(.loginMeans, .choices(of: LoginMeans.self), place: "logIn")],
        condition: asks(.level),
        routes: [Route(.step("noID"), when: hasNoID), Route(.step("level"))]
      ),
      Step("level", .reading, routes: [Route(.step("check"))]),
      Step("noID", .reading, routes: [Route(.step("followUp"))]),
      // Whoever does not get past ID-porten is not in Altinn yet, and has no party to choose (A5, P12).
      Step("stuck", .reading, routes: [Route(.step("eID"))]),
      .boxes(
        "logIn.eID",
        ["window", "other", "issuer", "idPorten"],
        at: "logIn",
        when: asks(.stuck),
        routes: [Route(.step("tried"))],
        done: hasWorked
      ),
      // A code is of ID-porten's own login, about which nothing is known here but the other ways in (A5, P12).
      Step("code", .reading, routes: [Route(.step("tried"))]),
      Step("loggedOut", .reading, routes: [Route(.step("tried"))]),
      // An old self-registered account can be linked, and that is all (U1).
      .boxes(
        "logIn.account",
        ["login", "profile", "add", "old"],
        at: "logIn",
        when: asks(.account),
        routes: [Route(.step("tried"))],
        done: hasWorked
      ),
      .boxes(
        "logIn.check",
        ["window", "browser", "login", "party"],
        at: "logIn",
        when: .not(
          .any([
            asks(.program), asks(.stuck), asks(.loggedOut), asks(.account), asks(.code), hasNoID,
          ])
        ),
        routes: [Route(.step("tried"))],
        done: hasWorked
      ),
      Step(
        "tried",
        .question,
        fields: [Field(tried, .choices(of: Tried.self)), .past(done)],
        condition: .not(.any([asks(.program), hasNoID])),
        routes: [
          Route(.step("review"), when: .is(tried, Tried.worked.rawValue)),
          Route(.step("refused"), when: .is(tried, Tried.refused.rawValue)),
          Route(.step("followUp")),
        ]
      ),
      Step("refused", .reading, routes: [Route(.step("followUp"))]),
      Step(
        "followUp",
        .question,
        fields: [.coming(followUp)],
        condition: .not(.is(tried, Tried.worked.rawValue)),
        routes: [Route(.step("review"))]
      ),
    ] + Step.closing
  )

  private static let about: FieldID = "logIn.about"
  private static let tried: FieldID = "logIn.tried"
  private static let done: FieldID = "logIn.done"
  private static let followUp: FieldID = "logIn.followUp"

  /// What it is about.
  private enum About: String, CaseIterable {
    /// The program asks for the password, the ID or the code of the first portal.
    case program
    /// The page asks for a higher security level.
    case level
    /// The electronic ID does not work, or ID-porten goes no further.
    case stuck
    /// The page shows somebody else, or another party.
    case wrong
    case loggedOut
    /// The code from MinID does not come, or is not accepted.
    case code
    case account, noID, other
  }

  /// How it went.
  private enum Tried: String, CaseIterable {
    case worked, refused, notYet
  }

  private static let hasWorked = [DoneRule(.is(tried, Tried.worked.rawValue))]

  private static func asks(_ what: About) -> Condition { .is(about, what.rawValue) }

  private static let hasNoID = Condition.any([
    asks(.noID), .all([asks(.level), .is(.loginMeans, LoginMeans.none.rawValue)]),
  ])
}
