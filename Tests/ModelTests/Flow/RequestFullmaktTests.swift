import Model
import TestSupport
import Testing

@Suite struct RequestFullmaktTests {
  private static let engine = Content.embedded.engine(of: .altinn3)
  private static let unknown = Fact.unknown

  /// Goes from the start, answering each question from a table and leaving the rest open.
  private func walk(_ answers: [FieldID: String]) throws -> (walk: Walk, steps: [String]) {
    var walk = Walk(.requestFullmakt, engine: Self.engine)
    var steps: [String] = []
    // More steps than the flow has would be a circle.
    for _ in 0...Flow.requestFullmakt.steps.count {
      steps.append(walk.current.id.rawValue)
      if walk.current.kind == .receipt { return (walk, steps) }
      for field in walk.current.fields {
        let isLine = if case .line = field.input { true } else { false }
        let value = answers[field.id]
        if value != nil || !isLine { walk.give(value ?? Self.unknown, to: field.id) }
      }
      walk.advance()
    }
    Issue.record("never over: \(steps)")
    return (walk, steps)
  }

  private static func values(_ field: FieldID) -> [String] {
    guard case .choice(let choices)? = Flow.requestFullmakt.field(field)?.input else { return [] }
    return choices.map(\.value) + [unknown]
  }

  /// Every way to say who asks whom for what.
  private static let asked: [[FieldID: String]] = values(Ask.side).flatMap { side in
    values(Ask.what).flatMap { what in
      ["a-ordning", "ansvarlig-revisor", "hovedadministrator", "other", unknown].flatMap {
        package in
        values(Ask.to).flatMap { to in
          values(.senderConnected).flatMap { connected in
            values(Ask.isMain).map { main in
              [
                Ask.side: side, .workFor: "own", Ask.what: what, Ask.package: package, Ask.to: to,
                .senderConnected: connected, Ask.isMain: main,
              ]
            }
          }
        }
      }
    }
  }

  @Test func `every way ends in a receipt, with a letter or a request where one asks`() throws {
    for answers in Self.asked {
      let (walk, steps) = try walk(answers)
      let gives = AskAnswers(walk).gives
      #expect(Set(steps).count == steps.count, "\(steps)")
      #expect(steps.contains("state") == !gives, "\(answers)")
      #expect(steps.contains("given") == gives, "\(answers)")
      #expect(gives != (steps.contains("letter") || steps.contains("portal")), "\(answers)")
      #expect(!(steps.contains("letter") && steps.contains("portal")))
      #expect(gives == steps.contains { $0.hasPrefix("hand") })
      // What is asked counts, and nothing else does.
      for step in Flow.requestFullmakt.steps where steps.contains(step.id.rawValue) {
        for field in step.fields where walk.answer(field.id) != nil {
          #expect(walk.counts(field.id), "\(field.id.rawValue): \(answers)")
        }
      }
    }
  }

  @Test func `nobody asks for a right that is not looked at without being told so`() throws {
    let asked: [FieldID: String] = [
      Ask.side: "asks", .workFor: "own", Ask.what: "package", Ask.package: "a-ordning",
    ]
    for (acts, isTold) in [
      ("nothing", true), ("logsIn", false), ("signs", false), (Fact.unknown, false),
    ] {
      let steps = try walk(asked.merging([.senderActs: acts]) { $1 }).steps
      #expect(steps.contains("acts"))
      #expect(steps.contains("systemAccess") == isTold, "\(acts)")
    }
    // Whoever gives is not asked.
    let gives = try walk([Ask.side: "gives", .workFor: "own", Ask.what: "package"]).steps
    #expect(!gives.contains("acts"))
    // What the owner of the service says of its way fills the answer in.
    var known = Walk(.requestFullmakt, engine: Self.engine)
    known.give("asks", to: Ask.side)
    known.give("own", to: .workFor)
    known.give("a02", to: .service)
    #expect(known.value(.senderActs) == SenderActs.nothing.rawValue)
  }

  @Test func `Altinn takes a request for what can be given, from somebody with a connection`()
    throws
  {
    for answers in Self.asked {
      let (walk, steps) = try walk(answers)
      let what = AskAnswers(walk).what
      if steps.contains("portal") {
        #expect(answers[.senderConnected] == Fact.yes)
        #expect([.package, .service].contains(what))
        #expect(AskAnswers(walk).package.flatMap(Ask.ClientPackage.init) == nil)
      }
      // A Hovedadministrator gives it to themselves.
      if steps.contains("isMain"), answers[Ask.isMain] == Fact.yes {
        #expect(AskAnswers(walk).gives && steps.contains("hand"))
      }
    }
  }

  @Test func `a package that cannot be given is told, and goes the way of client packages`() throws
  {
    for answers in Self.asked {
      let (walk, steps) = try walk(answers)
      let chosen = answers[Ask.what] == "package" ? answers[Ask.package] : nil
      #expect(steps.contains("notGiven") == (chosen == "ansvarlig-revisor"))
      if steps.contains("notGiven") {
        #expect(AskAnswers(walk).what == .clientPackage)
        #expect(AskAnswers(walk).receiver == .person)
        #expect(!steps.contains("to"))
      }
      let toFirm = chosen == "hovedadministrator" && answers[Ask.to] == "firm"
      #expect(steps.contains("personsOnly") == toFirm)
      if toFirm { #expect(AskAnswers(walk).receiver == .person && !steps.contains("firm")) }
    }
  }

  @Test(arguments: [
    ("service", ["hand", "errors"]), ("package", ["hand", "errors"]),
    ("clientPackage", ["handClient"]), ("registration", ["handRegister"]),
  ])
  func `who gives gets the steps for what is given`(what: String, expected: [String]) throws {
    let (walk, steps) = try walk([
      Ask.side: "gives", .workFor: "own", Ask.what: what, Ask.package: "a-ordning",
      Ask.given: Fact.yes,
    ])
    #expect(steps.filter { $0.hasPrefix("hand") || $0 == "errors" } == expected)
    #expect(walk.standing.word == "given" && !walk.standing.isOpen)
  }

  @Test(arguments: Ask.State.allCases.map(\.rawValue) + [Fact.unknown])
  func `each state has its own words, and only an open one is asked about again`(state: String)
    throws
  {
    let (walk, steps) = try walk([
      Ask.side: "asks", .workFor: "own", Ask.what: "service", Ask.to: "person",
      .senderConnected: Fact.yes, Ask.isMain: Fact.no, Ask.state: state,
      Ask.followUp: "2026-12-05",
    ])
    let isOpen = ["draft", "pending", Fact.unknown].contains(state)
    // Where nobody knows, it may have been sent, and no page says that it is not.
    for page in Ask.State.allCases.map(\.rawValue) {
      #expect(steps.contains(page) == (page == state), "\(page)")
    }
    #expect(walk.standing.word == (state == Fact.unknown ? "untold" : state))
    #expect(steps.contains("followUp") == isOpen)
    #expect(walk.standing.isOpen == isOpen)
    #expect(walk.flow.due(walk.content) == (isOpen ? Day("2026-12-05") : nil))
    let rule = Flow.requestFullmakt.statusRule { walk.value($0) }
    #expect(rule?.name == (state == Fact.unknown ? nil : state))
  }

  @Test(arguments: ["41814061033", "418140 61033", "passord: hemmelig1"])
  func `what must not be kept is taken out of every line`(secret: String) {
    var walk = Walk(.requestFullmakt, engine: Self.engine)
    for step in Flow.requestFullmakt.steps {
      for field in step.fields {
        guard case .line = field.input else { continue }
        walk.give("Kari \(secret)", to: field.id)
        let kept = walk.answer(field.id)?.value ?? ""
        #expect(!kept.contains(secret) && !kept.contains("hemmelig1"), "\(field.id.rawValue)")
      }
    }
  }

  @Test func `a letter is there to go back to in a case that is taken up again`() {
    var walk = Walk(.requestFullmakt, engine: Self.engine)
    let answers: [FieldID: String] = [
      Ask.side: "asks", .workFor: "own", Ask.what: "package", Ask.package: "a-ordning",
      .senderConnected: "no",
    ]
    for _ in 0..<40 where walk.current.id != "state" {
      for field in walk.current.fields {
        walk.give(answers[field.id] ?? Self.unknown, to: field.id)
      }
      walk.advance()
    }
    #expect(walk.current.id == "state")
    var resumed = Walk(.requestFullmakt, engine: Self.engine, resuming: walk.content)
    _ = resumed.back()
    #expect(resumed.current.id == "letter")
    resumed.advance()
    #expect(resumed.current.id == "state")
  }

  // MARK: - Asked for otherwise

  /// At the review, of a request that was sent in Altinn.
  private func sent() -> Walk {
    var walk = Walk(.requestFullmakt, engine: Self.engine)
    let answers: [FieldID: String] = [
      Ask.side: "asks", .workFor: "own", Ask.what: "package", Ask.package: "a-ordning",
      Ask.person: "Kari Nordmann", .senderConnected: "yes", Ask.isMain: "no",
      Ask.state: "pending", Ask.stateDate: "2026-11-28",
    ]
    for _ in 0..<40 where walk.current.kind != .review {
      for field in walk.current.fields {
        walk.give(answers[field.id] ?? (field.isLine ? "" : Self.unknown), to: field.id)
      }
      walk.advance()
    }
    return walk
  }

  /// At the receipt of the same request, taken up again and asked for by letter.
  private func sentByLetter() -> Walk {
    var walk = sent()
    walk.revise(.senderConnected)
    _ = walk.passed(with: [.senderConnected: "no"])
    return walk
  }

  @Test(arguments: [
    (FieldID.senderConnected, "no"), (Ask.package, "lonn"), (Ask.person, "Ola Dal"),
    (Ask.what, "service"),
  ])
  func `what is asked for otherwise is not sent until somebody says so anew`(
    field: FieldID,
    value: String
  ) {
    var walk = sent()
    #expect(walk.current.kind == .review && walk.standing.word == "pending")
    walk.revise(field)
    walk.give(value, to: field)
    #expect(walk.answer(Ask.state) == nil && walk.answer(Ask.stateDate) == nil)
    #expect(walk.standing.word == "draft")
    let passed = walk.passed(with: [:])
    #expect(passed.contains("state") && passed.contains("dates"), "\(passed)")
    #expect(passed.contains("letter") == (field == .senderConnected), "\(passed)")
  }

  @Test func `what changes nothing for whoever is asked leaves the state as it is`() {
    for (field, value) in [(Ask.note, "ringte i dag"), (Ask.followUp, "2026-12-05")] {
      var walk = sent()
      walk.give(value, to: field)
      #expect(walk.standing.word == "pending")
    }
    // What was left empty was told to nobody.
    var walk = sent()
    walk.give("Ola Dal", to: Ask.giver)
    #expect(walk.standing.word == "pending")
  }

  @Test func `back from a receipt that is taken up again leads to the review, then as one came`() {
    let walk = sentByLetter()
    var resumed = Walk(.requestFullmakt, engine: Self.engine, resuming: walk.content)
    _ = resumed.back()
    #expect(resumed.current.kind == .review)
    _ = resumed.back()
    #expect(resumed.current.id == "followUp")
  }

  @Test func `the receipt leads to the letter, and from there back to the review`() {
    var walk = sentByLetter()
    let status = walk.take(.letter)
    #expect(status == nil && walk.current.kind == .letter)
    walk.advance()
    #expect(walk.current.kind == .review)
  }

  // MARK: - Begun from elsewhere

  @Test func `every action that begins it fills in what it is for, and whom`() throws {
    let actions = Shipped.actions.filter { $0.flow == Flow.requestFullmakt.id }
    #expect(actions.count >= 5)
    for action in actions {
      var fault = Walk(.findFault3, engine: Self.engine)
      fault.give("client", to: .workFor)
      fault.give("NORDLYS AS", to: .reporteeName)
      let start = try #require(action.start)
      let draft = try #require(CaseDraft(for: start, from: fault, numbered: CaseID(rawValue: 1001)))
      #expect(draft.answer(in: Ask.side)?.value == "asks")
      #expect(draft.answer(in: .reporteeName)?.value == "NORDLYS AS")
      #expect(draft.answer(in: .workFor)?.value == "client")
      for (field, value) in start.prefill { #expect(draft.answer(in: field)?.value == value) }
    }
  }

  @Test(arguments: [
    (FullmaktRemedy.singleService, "service"), (.package("a-ordning"), "package"),
    (.clientPackage("regnskapsforer-lonn"), "clientPackage"),
    (.registerFirm(.auditor), "registration"), (.giveYourself("lonn"), "package"),
  ])
  func `what is missing is asked for with all filled in`(remedy: FullmaktRemedy, what: String)
    throws
  {
    let start = try #require(remedy.start)
    for (field, value) in start.prefill {
      let asked = try #require(Flow.requestFullmakt.field(field), "\(field)")
      guard case .choice(let choices) = asked.input else { continue }
      #expect(choices.contains { $0.value == value }, "\(field): \(value)")
    }
    #expect(start.prefill[Ask.what] == what)
    #expect(FullmaktRemedy.letSign(["DAGL"]).start == nil)
  }
}
