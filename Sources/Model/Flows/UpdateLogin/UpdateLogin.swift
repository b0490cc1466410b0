extension Flow {
  /// Update login information: which of three passwords it is, what the program can use, the walk
  /// through Altinn, and one try.
  package static let updateLogin = Flow(
    id: "updateLogin",
    title: ["update.which", "update.about"],
    steps: [
      Step("passwords", .reading, routes: [Route(.step("which"))]),
      Step(
        "which",
        .question,
        fields: [
          Field("update.which", .choices(["personal", "system", "minid"]))
        ],
        routes: [
          Route(.step("system"), when: .is("update.which", "system")), Route(.step("about")),
        ]
      ),
      Step(
        "system",
        .reading,
        routes: [Route(.step("review"))],
        begins: [
          TaskStart(
            id: "systemPassword",
            flow: "registerSystem",
            prefill: ["register.act": "password"]
          )
        ]
      ),
      Step(
        "about",
        .question,
        fields: [
          Field(
            "update.about",
            .choices(
              ["setUp", "password", "mobile", "submission", "noCode", "codeExpired", "locked"]
            )
          )
        ],
        condition: isLogin,
        routes: [Route(.step("method"))]
      ),
      Step(
        "method",
        .question,
        fields: [
          Field(
            .loginMethod,
            .choices(of: LoginMethod.self),
            place: "inProgram"
          )
        ],
        condition: isLogin,
        routes: [
          Route(.step("idPorten"), when: uses(.idPorten)),
          Route(.step("minID"), when: uses(.minID)),
          Route(.step("minID"), when: .is("update.which", "minid")),
        ] + toTrouble
      ),
      Step("idPorten", .reading, routes: [Route(.step("review"))]),
      Step("minID", .reading, routes: toTrouble),
      Step("locked", .reading, routes: [Route(.step("rules"))]),
      Step("code", .reading, routes: [Route(.step("once"))]),
      Step(
        "rules",
        .reading,
        routes: [Route(.step("walk"), when: uses(.letter)), Route(.step("mobile"))]
      ),
      Step(
        "mobile",
        .question,
        fields: [
          Field("update.mobile", .line(.mobileNumber, limit: 20), place: "loginInformation")
        ],
        // A code letter needs no mobile number (D7).
        condition: .all([changes, .not(uses(.letter))]),
        routes: [Route(.step("walk"))]
      ),
      Step(
        "walk",
        .question,
        fields: [
          // The fields and the two boxes are those of the screen (P2, P11).
          Field(
            "update.walk",
            .boxes(
              .steps([
                "open", "username", "password", "mobile", "application", "level", "browser",
              ])
            ),
            place: "loginInformation"
          )
        ],
        condition: changes,
        routes: [Route(.step("once"))],
        done: [DoneRule(.is("update.tried", "worked"))]
      ),
      Step("once", .reading, routes: [Route(.step("tried"))]),
      Step(
        "tried",
        .question,
        fields: [
          Field(
            "update.tried",
            .choices(["worked", "noSMS", "refused", "notYet"]),
            place: "inProgram"
          )
        ],
        condition: .all([isLogin, .not(uses(.idPorten))]),
        routes: [
          Route(.step("noSMS"), when: .is("update.tried", "noSMS")),
          Route(.step("refused"), when: .is("update.tried", "refused")),
          Route(.step("done")),
        ]
      ),
      Step("noSMS", .reading, routes: [Route(.step("done"))]),
      Step("refused", .reading, routes: [Route(.step("done"))]),
      Step(
        "done",
        .question,
        fields: [.past("update.done")],
        condition: isLogin,
        routes: [Route(.step("review"))]
      ),
    ] + Step.closing
  )

  private static let isLogin = Condition.not(.is("update.which", "system"))
  /// An expired code and ID-porten leave nothing to change in Altinn (P1, A6).
  private static let changes = Condition.all([
    isLogin, .not(.is("update.about", "codeExpired")), .not(uses(.idPorten)),
  ])
  private static let toTrouble = [
    Route(.step("locked"), when: .is("update.about", "locked")),
    Route(.step("code"), when: .is("update.about", "codeExpired")),
    Route(.step("rules")),
  ]

  private static func uses(_ method: LoginMethod) -> Condition {
    .is(.loginMethod, method.rawValue)
  }
}
