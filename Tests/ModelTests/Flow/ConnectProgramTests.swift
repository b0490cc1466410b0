import Model
import Testing

@Suite struct ConnectProgramTests {
  private static let flow = Flow.connectProgram
  private static let engine = Content.embedded.engine(of: .altinn3)
  private static let boxes = Set(
    flow.steps.filter { step in
      step.fields.contains { field in
        if case .boxes = field.input { true } else { false }
      }
    }.map(\.id)
  )

  private static func passed(_ answers: [FieldID: String]) -> [StepID] {
    var walk = Walk(flow, engine: engine)
    return walk.passed(with: answers)
  }

  private static let own: [FieldID: String] = ["connect.act": "connect", "work.for": "own"]
  private static let clients: [FieldID: String] = ["connect.act": "connect", "work.for": "client"]
  private static let approves: [FieldID: String] = [
    "connect.have": "link", "accessRequest.state": "waiting", "approver.canManage": Fact.yes,
    "approver.holdsAll": Fact.yes,
  ]

  @Test(arguments: ["connect", "clients", "change", "delete"])
  func `every way leads to the receipt, and what remains there is what one was led to`(
    act: String
  ) {
    let ends = FlowPaths(
      Self.flow,
      // What the other answers here lead to has tests of its own.
      trying: [
        "connect.act": [act], "connect.product": ["other"], "connect.stands": ["waiting"],
        "access.listed": ["listed", "otherParty", "missing"], "connect.addHow": ["one", "later"],
        "approver.connected": [Fact.yes, Fact.no], "connect.added": ["all", "some"],
        Ask.language: ["nb"],
      ]
    ).ends
    #expect(ends.count > 5)
    for end in ends {
      #expect(end.walk.current.kind == .receipt, "\(end.passed)")
      let concerned = Self.boxes.filter { id in
        Self.flow.step(id).map(end.walk.concerns) ?? false
      }
      // What is deleted last is listed while others still have to act.
      let led = Set(end.passed).intersection(Self.boxes)
      #expect(concerned.subtracting(["cleanUp"]) == led.subtracting(["cleanUp"]), "\(end.passed)")
      #expect(led.contains("cleanUp") ? concerned.contains("cleanUp") : true)
      if Self.isApproved(end.walk) {
        #expect(led.isDisjoint(with: ["approve", "byHand", "vendor"]), "\(end.passed)")
      }
    }
  }

  /// Whether the request was approved, or the access that it asked for is listed: nothing is approved twice.
  private static func isApproved(_ walk: Walk) -> Bool {
    let isListed = walk.value(.accessListed) == AccessListing.listed.rawValue
    return isListed && walk.value(.accessOrigin) != AccessOrigin.byHand.rawValue
      || walk.value(.requestState) == RequestState.approved.rawValue
  }

  @Test func `a private person is told that there is no system access, and nothing else`() {
    #expect(
      Self.passed(["connect.act": "connect", "work.for": "person"])
        == ["act", "for", "person", "review", "receipt"]
    )
  }

  @Test func `whoever does not know what to do connects`() {
    let answers = Self.own.merging(Self.approves) { $1 }
    let unknown = answers.merging(["connect.act": Fact.unknown]) { $1 }
    #expect(Self.passed(unknown) == Self.passed(answers))
  }

  @Test func `whoever has a link opens it, approves once, and is told of the log-out`() {
    let passed = Self.passed(Self.own.merging(Self.approves) { $1 })
    #expect(passed.contains("open") && passed.contains("approve"))
    #expect(Set(passed).isDisjoint(with: ["start", "vendor", "addHow", "forward", "other"]))
    let boxes = Self.flow.field("connect.approve")?.input
    #expect(boxes == .boxes(.steps(["party", "read", "approve", "loggedOut", "list"])))
  }

  @Test(arguments: [("one", "addOne" as StepID), ("all", "addAll")])
  func `clients are added after the approval of an access for clients`(how: String, step: StepID) {
    let answers = Self.clients.merging(Self.approves) { $1 }
    let passed = Self.passed(answers.merging(["connect.addHow": how]) { $1 })
    #expect(passed.contains("firm") && passed.contains("approve") && passed.contains(step))
    #expect(!Self.passed(Self.own.merging(Self.approves) { $1 }).contains(step))
  }

  @Test(arguments: [
    ("some", "someAdded" as StepID), ("notOffered", "notOffered"), ("notAdmin", "notAdmin"),
  ])
  func `a client that was not added is told of`(added: String, reading: StepID) {
    let passed = Self.passed([
      "connect.act": "clients", "work.for": "client", "connect.addHow": "all",
      "connect.added": added,
    ])
    #expect(passed.contains(reading))
  }

  @Test(arguments: ["notOffered", "someAdded"] as [StepID])
  func `what the client is to do is not chosen for whoever asks it`(step: StepID) throws {
    let start = try #require(Self.flow.step(step)?.begins.first)
    #expect(start.prefill[Ask.what] == nil && start.prefill[Ask.to] == "firm")
  }

  @Test func `only an own access is made by hand`() {
    let byHand: [FieldID: String] = [
      "connect.have": "list", "approver.canManage": Fact.yes, "approver.holdsAll": Fact.yes,
    ]
    #expect(Self.passed(Self.own.merging(byHand) { $1 }).contains("byHand"))
    let passed = Self.passed(Self.clients.merging(byHand) { $1 })
    #expect(passed.contains("notByHand") && passed.contains("vendor"))
    #expect(!passed.contains("byHand"))
  }

  private static let visibility: [(String, StepID)] = [
    (Fact.yes, "canManage"), (Fact.no, "vendor"), (Fact.unknown, "vendor"),
  ]

  @Test(arguments: visibility)
  func `an old program leads to the list of programs or to the vendor`(
    visible: String,
    step: StepID
  ) {
    let old = Self.own.merging(["connect.have": "old", "program.visible": visible]) { $1 }
    let passed = Self.passed(old)
    #expect(passed.contains("old") && passed.contains("visible") && passed.contains(step))
    #expect(passed.contains("vendor") == (visible != Fact.yes))
  }

  private static let connections: [(String, StepID)] = [
    (Fact.yes, "forward"), (Fact.no, "other"), (Fact.unknown, "other"),
  ]

  @Test(arguments: connections)
  func `whoever may not approve forwards, or lets another do it`(
    connected: String,
    step: StepID
  ) {
    let answers: [FieldID: String] = [
      "connect.have": "link", "accessRequest.state": "waiting",
      "approver.canManage": Fact.no, "approver.connected": connected,
    ]
    let passed = Self.passed(Self.own.merging(answers) { $1 })
    #expect(passed.contains(step) && passed.contains("approver") && passed.contains("followUp"))
    #expect(passed.contains("letter"), "whoever is asked gets a letter")
    #expect(!passed.contains("approve"))
  }

  @Test func `whoever has said that it is forwarded is not asked whether it can be`() {
    let answers: [FieldID: String] = [
      "connect.have": "link", "accessRequest.state": "forwarded", "approver.canManage": Fact.no,
    ]
    var walk = Walk(Self.flow, engine: Self.engine)
    let passed = walk.passed(with: Self.own.merging(answers) { $1 })
    #expect(passed.contains("forward") && passed.contains("letter"))
    #expect(!passed.contains("connected"))
    let step = Self.flow.step("forward")
    #expect(step.map { walk.isSaidDone("send", at: $0) } == true)
    #expect(step.map { walk.isSaidDone("tell", at: $0) } == false)
  }

  @Test(arguments: [
    ("request", "inPlace"), ("byHand", "handMade"), (Fact.unknown, "unknownOrigin"),
  ])
  func `how an access was made is doubted only where nobody knows it`(
    origin: String,
    step: String
  ) {
    let reading = StepID(rawValue: step)
    let answers: [FieldID: String] = ["access.listed": "listed", "access.origin": origin]
    let passed = Self.passed(Self.own.merging(answers) { $1 })
    let readings: Set<StepID> = ["inPlace", "handMade", "unknownOrigin"]
    #expect(readings.intersection(passed) == [reading], "\(passed)")
    // One for clients cannot have been made by hand.
    let ofClients = Self.passed(Self.clients.merging(answers) { $1 })
    #expect(readings.intersection(ofClients) == ["inPlace"], "\(ofClients)")
  }

  @Test func `that the program has not asked is the last thing to say of whoever has its link`() {
    guard case .choice(let choices)? = Self.flow.field(.requestState)?.input else {
      Issue.record("no choice")
      return
    }
    #expect(choices.first?.value == "waiting" && choices.last?.value == "none")
    #expect(Set(choices.map(\.value)) == Set(RequestState.allCases.map(\.rawValue)))
  }

  @Test func `the same question is seen at the same place in every flow`() {
    let fault = Flow.findFault3.field(.changeWaiting)
    #expect(fault?.place == Self.flow.field(.changeWaiting)?.place)
    // What its help says not to look through is no place to see it.
    #expect(fault?.place == "accessLink")
  }

  @Test func `whoever lacks a package lets a Hovedadministrator approve or give it`() {
    let answers = Self.own.merging(Self.approves) { $1 }
      .merging(["approver.holdsAll": Fact.no]) { $1 }
    let passed = Self.passed(answers)
    #expect(passed.contains("lacks") && passed.contains("packages"))
    #expect(!passed.contains("approve"))
  }

  private static let ended: [(String, [FieldID: String], StepID)] = [
    ("rejected", [:], "rejected"), ("expired", [:], "expired"),
    ("notFound", ["approver.party": "right"], "notFound"),
  ]

  @Test(arguments: ended)
  func `a request that is over leads to the vendor`(
    state: String,
    more: [FieldID: String],
    reading: StepID
  ) {
    let answers: [FieldID: String] = ["connect.have": "link", "accessRequest.state": state]
    let passed = Self.passed(Self.own.merging(answers) { $1 }.merging(more) { $1 })
    #expect(passed.contains(reading) && passed.contains("vendor"))
  }

  @Test func `the party is changed before the vendor is asked for a new link`() {
    let answers: [FieldID: String] = [
      "connect.have": "link", "accessRequest.state": "notFound", "approver.party": "wrong",
    ]
    let passed = Self.passed(Self.own.merging(answers) { $1 })
    #expect(passed.contains("wrongParty") && passed.contains("approve"))
    #expect(!passed.contains("vendor"))
  }

  @Test func `an own access is changed by the vendor's link, one for clients is made anew`() {
    let waiting: [FieldID: String] = ["connect.act": "change", "change.waiting": Fact.yes]
    #expect(Self.passed(waiting.merging(["work.for": "own"]) { $1 }).contains("approveChange"))
    let asked: [FieldID: String] = [
      "connect.act": "change", "work.for": "own", "change.waiting": Fact.no,
    ]
    #expect(Self.passed(asked).contains("askChange"))
    let clients = Self.passed(waiting.merging(["work.for": "client"]) { $1 })
    #expect(clients.contains("clientChange") && clients.contains("renew"))
    #expect(Set(clients).isDisjoint(with: ["approveChange", "change"]))
  }

  private static let wrong: [[FieldID: String]] = [
    ["access.listed": "otherParty"], ["access.listed": "listed", "access.origin": "byHand"],
  ]

  @Test(arguments: wrong)
  func `a wrong access is deleted once the right one is approved`(listed: [FieldID: String]) {
    let answers = Self.own.merging(Self.approves) { $1 }
    #expect(Self.passed(answers.merging(listed) { $1 }).contains("cleanUp"))
    #expect(!Self.passed(answers).contains("cleanUp"))
  }

  @Test(arguments: [("own", "delete" as StepID), ("client", "deleteClients")])
  func `an access is deleted by an access manager only`(workFor: String, step: StepID) {
    let answers: [FieldID: String] = ["connect.act": "delete", "work.for": workFor]
    #expect(Self.passed(answers.merging(["approver.canManage": Fact.yes]) { $1 }).contains(step))
    let passed = Self.passed(answers.merging(["approver.canManage": Fact.no]) { $1 })
    #expect(passed.contains("other") && !passed.contains(step))
  }

  @Test(arguments: [
    ("connect", "done", "connected"), ("change", "done", "changed"), ("delete", "done", "deleted"),
    ("connect", "waiting", "waiting"), ("connect", "vendor", "vendor"),
    ("clients", "clients", "clients"), ("connect", "notYet", "notYet"),
  ])
  func `the lists tell how it stands and since when`(act: String, stands: String, mark: String) {
    let rule = Self.flow.statusRule { field in
      ["connect.act": act, "connect.stands": stands][field]
    }
    #expect(rule?.name == mark && rule?.since == "connect.since")
  }

  @Test func `the day to look again is that of the case, and none is asked when all is done`() {
    var walk = Walk(Self.flow, engine: Self.engine)
    let waiting: [FieldID: String] = [
      "connect.stands": "waiting", "connect.followUp": "2026-12-01",
    ]
    let passed = walk.passed(with: Self.own.merging(waiting) { $1 })
    #expect(passed.contains("followUp"))
    #expect(Self.flow.due(walk.content) == Day("2026-12-01"))
    #expect(!Self.passed(Self.own.merging(["connect.stands": "done"]) { $1 }).contains("followUp"))
  }
}
