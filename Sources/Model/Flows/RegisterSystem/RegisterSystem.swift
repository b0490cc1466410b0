extension Flow {
  /// Register a datasystem, replace its ID, or set a new password for it: whose it is and what
  /// follows, what must be in place, the walk through Altinn, and the program.
  package static let registerSystem = Flow(
    id: "registerSystem",
    title: [product, "register.productName", systemID],
    statusRules: ["retired", "passwordChanged"].map { name in
      let day = FieldID(rawValue: "register.\(name)")
      return StatusRule(name, when: .known(day), since: day)
    },
    afterwards: ["register.passwordChanged", "register.retired"],
    steps: [
      Step(
        "act",
        .question,
        fields: [Field("register.act", .choices(["new", "replace", password]))],
        routes: [Route(.step("reportee"))]
      ),
      .reportee(
        implies: owner,
        routes: [
          Route(.step("product"), when: .all([setsPassword, .isForSelf])),
          Route(.step("onSelf"), when: .isForSelf),
          Route(.step("owner")),
        ]
      ),
      Step(
        "owner",
        .question,
        fields: [
          Field(
            "register.owner",
            .choices([Owner.reportee, .otherOrganisation, .sender].map(\.rawValue)),
            place: "datasystems"
          )
        ],
        routes: [
          Route(.step("product"), when: .all([setsPassword, owns(.sender)])),
          Route(.step("access"), when: setsPassword),
          Route(.step("onReportee"), when: owns(.reportee)),
          Route(.step("onFirm"), when: owns(.otherOrganisation)),
          Route(.step("onSelf"), when: owns(.sender)),
          Route(.step("ownerOpen")),
        ]
      ),
      Step("onReportee", .reading, routes: [Route(.step("access"))]),
      Step("onFirm", .reading, routes: [Route(.step("access"))]),
      Step("onSelf", .reading, routes: [Route(.step("product"))]),
      Step("ownerOpen", .reading, routes: [Route(.step("access"))]),
      Step(
        "access",
        .question,
        fields: [
          Field(
            "register.access",
            .yesNo,
            place: "rightsYouHave"
          )
        ],
        // Everybody has Tilgangsstyring for themselves (R2).
        condition: .not(owns(.sender)),
        routes: [
          Route(.step("product"), when: .is("register.access", Fact.yes)),
          Route(.step("manager")),
        ]
      ),
      Step(
        "manager",
        .reading,
        routes: [Route(.step("product"))],
        begins: [
          TaskStart(
            id: "manager",
            flow: "requestAccess",
            prefill: [
              "request.to": "person", "request.what": "role",
              "request.role": RoleCode.accessManager.rawValue,
            ]
          )
        ]
      ),
      Step(
        "product",
        .question,
        fields: [Field(product, .search(.products))],
        routes: [
          Route(.step("productName"), when: .is(product, Fact.otherService)),
          Route(.step("password"), when: setsPassword),
          Route(.step("description")),
        ]
      ),
      Step(
        "productName",
        .question,
        fields: [.program("register.productName")],
        condition: .is(product, Fact.otherService),
        routes: [
          Route(.step("password"), when: setsPassword), Route(.step("description")),
        ]
      ),
      Step(
        "description",
        .question,
        fields: [.program("register.description")],
        condition: .not(setsPassword),
        routes: [Route(.step("password"))]
      ),
      Step(
        "password",
        .question,
        fields: [Field("register.password", .secret(program: product))],
        routes: [Route(.step("edit"), when: setsPassword), Route(.step("walk"))]
      ),
      Step(
        "walk",
        .question,
        fields: [
          // The names of the fields and the button are those of the screen (F2).
          Field(
            "register.walk",
            .boxes(.steps(["party", "open", "name", "program", "password", "add", "note"])),
            place: "datasystems"
          )
        ],
        condition: .not(setsPassword),
        routes: [Route(.step("id"))]
      ),
      Step(
        "edit",
        .question,
        fields: [
          Field(
            "register.edit",
            .boxes(.steps(["stop", "party", "open", "edit", "password", "update"])),
            place: "datasystems"
          )
        ],
        condition: setsPassword,
        routes: [Route(.step("id"))]
      ),
      Step(
        "id",
        .question,
        fields: [Field(systemID, .line(.systemID, limit: 20), place: "datasystems")],
        routes: [Route(.step("program"))]
      ),
      Step("program", .program(product), routes: [Route(.step("typed"))]),
      Step(
        "typed",
        .question,
        fields: [
          Field(
            "register.typed",
            .boxes(.steps(["id", "password", "save", "elsewhere", "once"])),
            place: "inProgram"
          )
        ],
        routes: [Route(.step("done"))]
      ),
      Step(
        "done",
        .question,
        fields: [.past("register.done")],
        routes: [Route(.step("review"))]
      ),
      later("passwordChanged"),
      later("retired"),
    ] + Step.closing
  )

  /// The field that keeps the ID number of a datasystem.
  package static let systemID: FieldID = "register.id"

  private static let password = "password"
  /// A day that is set in a finished case, when something has happened to the datasystem.
  private static func later(_ what: String) -> Step {
    Step(
      StepID(rawValue: what),
      .question,
      fields: [.past(FieldID(rawValue: "register.\(what)"))],
      routes: [Route(.step("review"))]
    )
  }

  private static let product: FieldID = "register.product"
  private static let setsPassword = Condition.is("register.act", password)

  private static func owns(_ owner: Owner) -> Condition { .is("register.owner", owner.rawValue) }

  /// Whoever sends for themselves need not be asked whose the ID is.
  private static func owner(for kind: ReporteeKind) -> [FieldID: String] {
    kind == .oneself ? ["register.owner": Owner.sender.rawValue] : [:]
  }
}
