extension Flow {
  /// Connect a program to the new Altinn: the vendor's request approved or a system access made by
  /// hand, clients added, a change approved, or a wrong access deleted.
  ///
  /// Nothing is ever approved twice: after approving one is logged out, and the list tells the rest (A5).
  package static let connectProgram = Flow(
    id: "connectProgram",
    edition: .altinn3,
    title: [Connect.product, Connect.productName, Connect.firm, .reporteeName],
    statusRules: [
      StatusRule("deleted", when: done(.delete), since: Connect.since),
      StatusRule("changed", when: done(.change), since: Connect.since),
      StatusRule("connected", when: Connect.stands(.done), since: Connect.since),
    ]
      + [Connect.Stands.waiting, .vendor, .clients, .notYet].map { how in
        StatusRule(how.rawValue, when: Connect.stands(how), since: Connect.since)
      },
    dueField: Connect.followUp,
    steps: askedSteps + connectSteps + approvalSteps + clientSteps + changeSteps + endSteps
      + Step.closing
  )

  private static func done(_ act: Connect.Act) -> Condition {
    .all([Connect.stands(.done), Connect.does(act)])
  }

  // MARK: - What, and for whom

  private static let askedSteps: [Step] = [
    Step(
      "act",
      .question,
      fields: [Field(Connect.act, .choices(of: Connect.Act.self))],
      routes: [Route(.step("for"))]
    ),
    Step(
      "for",
      .question,
      fields: [Field(.workFor, .choices(of: WorkFor.self)), .reporteeName],
      routes: [
        Route(.step("person"), when: .isForPerson),
        Route(.step("firm"), when: .isForClient),
        Route(.step("product")),
      ]
    ),
    // Menu and button exist for organisations only (U2).
    Step(
      "person",
      .reading,
      routes: [Route(.step("review"))],
      begins: [TaskStart(id: "logIn", flow: "logInToday", prefill: [:])]
    ),
    Step(
      "firm",
      .question,
      fields: [.name(Connect.firm)],
      condition: .isForClient,
      routes: [Route(.step("product"))]
    ),
    Step(
      "product",
      .question,
      fields: [Field(Connect.product, .search(.products))],
      condition: .not(.isForPerson),
      routes: [Route(.step("productName"), when: isOtherProduct)] + toAct
    ),
    Step(
      "productName",
      .question,
      fields: [.program(Connect.productName)],
      condition: .all([.not(.isForPerson), isOtherProduct]),
      routes: toAct
    ),
  ]

  private static let isOtherProduct = Condition.is(Connect.product, Fact.otherService)
  private static let toAct = [
    Route(.step("addHow"), when: Connect.addsClients),
    Route(.step("ownAmongClients"), when: Connect.does(.clients)),
    Route(.step("clientChange"), when: Connect.renews),
    Route(.step("change"), when: Connect.changesOwn),
    Route(.step("canManage"), when: Connect.deletes),
    Route(.step("listed")),
  ]

  // MARK: - What there is to connect with

  private static let connectSteps: [Step] = [
    Step(
      "listed",
      .question,
      fields: [Field(.accessListed, .choices(of: AccessListing.self), place: "systemAccesses")],
      condition: Connect.connects,
      routes: [
        Route(.step("origin"), when: Connect.mayBeByHand),
        Route(.step("inPlace"), when: Connect.isListed(.listed)),
        Route(.step("otherKind"), when: Connect.isListed(.otherKind)),
        Route(.step("otherParty"), when: Connect.isListed(.otherParty)),
        Route(.step("have")),
      ]
    ),
    Step(
      "origin",
      .question,
      fields: [Field(.accessOrigin, .choices(of: AccessOrigin.self))],
      condition: Connect.mayBeByHand,
      routes: [
        Route(.step("handMade"), when: .is(.accessOrigin, AccessOrigin.byHand.rawValue)),
        Route(.step("inPlace"), when: .is(.accessOrigin, AccessOrigin.request.rawValue)),
        Route(.step("unknownOrigin")),
      ]
    ),
    Step("inPlace", .reading, routes: toClients),
    Step("unknownOrigin", .reading, routes: toClients),
    Step("handMade", .reading, routes: [Route(.step("have"))]),
    Step("otherKind", .reading, routes: [Route(.step("have"))]),
    Step("otherParty", .reading, routes: [Route(.step("have"))]),
    Step(
      "have",
      .question,
      fields: [Field(Connect.have, .choices(of: Connect.Have.self))],
      condition: Connect.mustConnect,
      routes: [
        Route(.step("open"), when: Connect.has(.link)),
        Route(.step("start"), when: Connect.has(.program)),
        Route(.step("canManage"), when: Connect.makesByHand),
        Route(.step("notByHand"), when: Connect.has(.list)),
        Route(.step("old"), when: Connect.has(.old)),
        Route(.step("visible"), when: Connect.asksWhetherVisible),
        Route(.step("vendor")),
      ]
    ),
    Step(
      "old",
      .reading,
      routes: [
        Route(.step("visible"), when: Connect.asksWhetherVisible), Route(.step("vendor")),
      ]
    ),
    // A program with client packages can never be in the list (T1).
    Step("notByHand", .reading, routes: [Route(.step("vendor"))]),
    Step(
      "visible",
      .question,
      fields: [Field(.programVisible, .yesNo, place: "systemAccess")],
      condition: Connect.asksWhetherVisible,
      routes: [
        Route(.step("canManage"), when: .is(.programVisible, Fact.yes)),
        Route(.step("vendor")),
      ]
    ),
    .boxes(
      "connect.start",
      ["settings", "kind", "number", "link"],
      at: "inProgram",
      when: .all([Connect.usesLink, Connect.has(.program)]),
      routes: [Route(.step("open"))],
      done: Connect.isConnected
    ),
    .boxes(
      "connect.open",
      ["window", "login", "party", "link"],
      at: "accessLink",
      when: Connect.usesLink,
      routes: [Route(.step("state"))],
      done: Connect.isConnected
    ),
    Step(
      "state",
      .question,
      fields: [
        Field(
          .requestState,
          .choices(Connect.requestStates.map(\.rawValue)),
          place: "accessLink"
        )
      ],
      condition: Connect.usesLink,
      routes: [
        Route(.step("approved"), when: Connect.request([.approved])),
        Route(.step("rejected"), when: Connect.request([.rejected])),
        Route(.step("expired"), when: Connect.request([.expired])),
        Route(.step("party"), when: Connect.request([.notFound])),
        Route(.step("vendor"), when: Connect.request([.none])),
        Route(.step("canManage")),
      ]
    ),
    Step("approved", .reading, routes: toClients),
    Step("rejected", .reading, routes: [Route(.step("vendor"))]),
    Step("expired", .reading, routes: [Route(.step("vendor"))]),
    Step(
      "party",
      .question,
      fields: [Field(.approverParty, .choices(of: PartyChosen.self), place: "accessLink")],
      condition: Connect.request([.notFound]),
      routes: [
        Route(.step("wrongParty"), when: Connect.canBeApproved), Route(.step("notFound")),
      ]
    ),
    Step("wrongParty", .reading, routes: [Route(.step("canManage"))]),
    Step("notFound", .reading, routes: [Route(.step("vendor"))]),
    .boxes(
      "connect.vendor",
      ["ask", "kind", "number", "link"],
      at: "vendorSupport",
      when: Connect.needsVendor,
      routes: [Route(.step("stands"))],
      done: Connect.isConnected
    ),
  ]

  static let toEnd = [
    Route(.step("cleanUp"), when: Connect.hasWrongAccess), Route(.step("stands")),
  ]
  static let toClients = [Route(.step("addHow"), when: Connect.mayAdd)] + toEnd
}
