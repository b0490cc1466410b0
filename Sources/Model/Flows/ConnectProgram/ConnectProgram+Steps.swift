extension Flow {
  // MARK: - Who approves

  static let approvalSteps: [Step] =
    approverSteps + Writer.steps(when: Connect.needsOther, in: Ask.language, before: "stands")
    + approvingSteps

  private static let approverSteps: [Step] = [
    Step(
      "canManage",
      .question,
      fields: [Field(.approverCanManage, .yesNo, place: "systemAccesses")],
      condition: Connect.needsManager,
      routes: [
        Route(.step("connected"), when: Connect.asksConnected),
        Route(.step("forward"), when: Connect.forwards),
        Route(.step("other"), when: Connect.cannotManage),
        Route(.step("deleteClients"), when: .all([Connect.deletes, .isForClient])),
        Route(.step("delete"), when: Connect.deletes),
        Route(.step("holdsAll")),
      ]
    ),
    Step(
      "connected",
      .question,
      fields: [Field(.approverConnected, .yesNo, place: "accessLink")],
      condition: Connect.asksConnected,
      routes: [Route(.step("forward"), when: Connect.forwards), Route(.step("other"))]
    ),
    .boxes(
      "connect.forward",
      ["send", "tell", "where"],
      at: "accessLink",
      when: Connect.forwards,
      routes: [Route(.step("approver"))],
      done: Connect.isSentOn
    ),
    .boxes(
      "connect.other",
      ["find", "ask", "done"],
      at: "users",
      when: .all([Connect.cannotManage, .not(Connect.forwards)]),
      routes: [Route(.step("approver"))],
      done: Connect.isConnected
    ),
    Step(
      "holdsAll",
      .question,
      fields: [Field(.approverHoldsAll, .yesNo, place: "ownFullmakter")],
      condition: .all([Connect.givesFullmakt, .not(Connect.cannotManage)]),
      routes: [
        Route(.step("lacks"), when: Connect.lacksPackages),
        Route(.step("byHand"), when: Connect.makesByHand),
        Route(.step("approveChange"), when: Connect.approvesChange),
        Route(.step("approve")),
      ]
    ),
    Step(
      "lacks",
      .reading,
      routes: [Route(.step("packages"))],
      begins: [asks(for: .package, to: .person, lacking: .approver)]
    ),
    .boxes(
      "connect.packages",
      ["copy", "ask", "wait"],
      at: "users",
      when: Connect.lacksPackages,
      routes: [Route(.step("approver"))],
      done: Connect.isConnected
    ),
    Step(
      "approver",
      .question,
      fields: [.name(Connect.approver)],
      condition: Connect.needsOther,
      routes: [Route(.step("writer"))]
    ),
  ]

  private static let approvingSteps: [Step] = [
    .boxes(
      "connect.approve",
      ["party", "read", "approve", "loggedOut", "list"],
      at: "accessLink",
      when: Connect.isDoneHere(Connect.canBeApproved),
      routes: toClients,
      done: Connect.isConnected
    ),
    .boxes(
      "connect.byHand",
      ["party", "open", "choose", "create", "program"],
      at: "systemAccess",
      when: Connect.isDoneHere(Connect.makesByHand),
      routes: toEnd,
      done: Connect.isConnected
    ),
  ]

  // MARK: - The clients of a firm

  static let clientSteps: [Step] = [
    Step("ownAmongClients", .reading, routes: [Route(.step("stands"))]),
    Step(
      "addHow",
      .question,
      fields: [Field(Connect.addHow, .choices(of: Connect.AddHow.self), place: "addClients")],
      condition: Connect.mayAdd,
      routes: [
        Route(.step("addOne"), when: Connect.adds(.one)),
        Route(.step("addAll"), when: Connect.adds(.all)),
      ] + toEnd
    ),
    .boxes(
      "connect.addOne",
      ["firm", "open", "search", "add", "close"],
      at: "addClients",
      when: Connect.adds(.one),
      routes: [Route(.step("added"))],
      done: Connect.isAdded
    ),
    .boxes(
      "connect.addAll",
      ["firm", "open", "all", "read", "close"],
      at: "addClients",
      when: Connect.adds(.all),
      routes: [Route(.step("added"))],
      done: Connect.isAdded
    ),
  ]

  // MARK: - Changing an access

  static let changeSteps: [Step] = [
    Step(
      "change",
      .question,
      fields: [Field(.changeWaiting, .yesNo, place: "accessLink")],
      condition: Connect.changesOwn,
      routes: [
        Route(.step("canManage"), when: Connect.approvesChange), Route(.step("askChange")),
      ]
    ),
    .boxes(
      "connect.askChange",
      ["compare", "ask", "link"],
      at: "vendorSupport",
      when: .all([Connect.changesOwn, .not(Connect.approvesChange)]),
      routes: [Route(.step("stands"))],
      done: Connect.isDone
    ),
    .boxes(
      "connect.approveChange",
      ["open", "read", "approve", "wait"],
      at: "accessLink",
      when: Connect.isDoneHere(Connect.approvesChange),
      routes: [Route(.step("stands"))],
      done: Connect.isDone
    ),
    Step("clientChange", .reading, routes: [Route(.step("renew"))]),
    .boxes(
      "connect.renew",
      ["ask", "approve", "add", "try", "delete"],
      at: "systemAccesses",
      when: Connect.renews,
      routes: [Route(.step("added"))],
      done: Connect.isRenewed
    ),
    Step(
      "added",
      .question,
      fields: [Field(Connect.added, .choices(of: Connect.Added.self), place: "addClients")],
      condition: .any([Connect.renews, Connect.adds(.one), Connect.adds(.all)]),
      routes: [
        Route(.step("someAdded"), when: came(.some)),
        Route(.step("notOffered"), when: came(.notOffered)),
        Route(.step("notAdmin"), when: came(.notAdmin)),
      ] + toEnd
    ),
    Step("someAdded", .reading, routes: toEnd, begins: [clientGives]),
    Step("notOffered", .reading, routes: toEnd, begins: [clientGives]),
    Step("notAdmin", .reading, routes: toEnd),
  ]

  private static func came(_ what: Connect.Added) -> Condition {
    .is(Connect.added, what.rawValue)
  }

  /// Whether the client gives a package or has the firm registered depends on what the firm is to it.
  private static let clientGives = asks(for: nil, to: .firm, lacking: .firm)

  /// Asking for what somebody lacks; what that is may still be open.
  private static func asks(for what: Ask.What?, to receiver: Ask.Receiver, lacking: Ask.Lacking)
    -> TaskStart
  {
    var prefill: [FieldID: String] = [
      Ask.side: Ask.Side.asks.rawValue, Ask.to: receiver.rawValue, Ask.lacking: lacking.rawValue,
      .senderActs: SenderActs.nothing.rawValue,
    ]
    prefill[Ask.what] = what?.rawValue
    return TaskStart(id: "package", flow: "requestFullmakt", prefill: prefill)
  }

  // MARK: - Deleting, and how it stands

  static let endSteps: [Step] = [
    .boxes(
      "connect.delete",
      ["party", "stop", "open", "delete"],
      at: "systemAccesses",
      when: Connect.isDoneHere(.all([Connect.deletes, .not(.isForClient)])),
      routes: [Route(.step("stands"))],
      done: Connect.isDone
    ),
    // The guide has the clients removed first, the newer screen removes them with a warning (A5d, U1).
    .boxes(
      "connect.deleteClients",
      ["party", "stop", "open", "clients", "delete"],
      at: "systemAccesses",
      when: Connect.isDoneHere(.all([Connect.deletes, .isForClient])),
      routes: [Route(.step("stands"))],
      done: Connect.isDone
    ),
    .boxes(
      "connect.cleanUp",
      ["works", "open", "delete"],
      at: "systemAccesses",
      when: Connect.hasWrongAccess,
      routes: [Route(.step("stands"))]
    ),
    Step(
      "stands",
      .question,
      fields: [
        Field(Connect.stands, .choices(of: Connect.Stands.self)), .past(Connect.since),
      ],
      condition: .not(.isForPerson),
      routes: [
        Route(.step("review"), when: Connect.stands(.done)), Route(.step("followUp")),
      ]
    ),
    Step(
      "followUp",
      .question,
      fields: [.coming(Connect.followUp)],
      condition: .not(.any([.isForPerson, Connect.stands(.done)])),
      routes: [Route(.step("review"))]
    ),
  ]
}
