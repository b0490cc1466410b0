import Drawing
import Model
import SafeText
import Screens
import TestSupport
import Testing
import Wording

/// What a receipt says is held against what was answered.
@Suite struct ReceiptLawTests {
  private static let tasks = Flow.all.filter { !$0.findsFaults }

  /// Goes to the receipt with these answers, ticking nothing off that is not among them.
  private static func receipt(of flow: Flow, _ answers: [FieldID: String]) -> Walk {
    var walk = Content.embedded.walk(flow)
    for _ in flow.steps where walk.current.kind != .receipt {
      for field in walk.current.fields where walk.answer(field.id) == nil {
        let isBoxes = if case .boxes = field.input { true } else { false }
        walk.give(answers[field.id] ?? (isBoxes ? "" : field.leastAnswer), to: field.id)
      }
      walk.advance()
    }
    return walk
  }

  private static func lines(_ walk: Walk, _ wording: Wording) -> [String] {
    wording.prose(walk, number: nil).lines(width: 400).map(\.text)
  }

  /// Every way to choose one of some values in each field.
  private static func worlds(_ varied: KeyValuePairs<FieldID, [String]>) -> [[FieldID: String]] {
    varied.reduce([[:]]) { worlds, next in
      worlds.flatMap { world in
        next.value.map { value in world.merging([next.key: value]) { $1 } }
      }
    }
  }

  private static func labels(_ field: FieldID, _ boxes: [String], _ wording: Wording) -> [String] {
    boxes.map { wording("question.\(field.rawValue).\($0)") }
  }

  // MARK: - What was said to be done

  @Test(arguments: ["connect", "clients", "change", "delete"])
  func `a system access of which all is done leaves at most the wrong one to delete`(act: String) {
    let wording = Wording(.embedded, .bokmal)
    let cleaning = Set(Self.labels("connect.cleanUp", ["works", "open", "delete"], wording))
    let worlds = Self.worlds([
      "connect.act": [act], .workFor: ["own", "client"], .accessListed: ["missing", "otherParty"],
      "connect.have": ["link", "program", "list", "old"], .requestState: ["waiting", "expired"],
      .approverCanManage: [Fact.yes, Fact.no], .approverHoldsAll: [Fact.yes, Fact.no],
      .changeWaiting: [Fact.yes, Fact.no], "connect.addHow": ["one", "all"],
      "connect.added": ["all", "some"], "connect.stands": ["done"],
    ])
    for world in worlds {
      let walk = Self.receipt(of: .connectProgram, world)
      let left = Set(wording.remaining(walk)).subtracting(cleaning)
      #expect(left.isEmpty, "\(world): \(left)")
    }
  }

  @Test(arguments: ["one", "all"])
  func `clients that are all added do not remain, whatever else waits`(how: String) {
    let wording = Wording(.embedded, .bokmal)
    for stands in ["waiting", "vendor", "notYet", "clients"] {
      let walk = Self.receipt(
        of: .connectProgram,
        [
          "connect.act": "clients", .workFor: "client", "connect.addHow": how,
          "connect.added": "all", "connect.stands": stands,
        ]
      )
      #expect(wording.remaining(walk) == [], "\(stands)")
      var open = walk
      open.give("some", to: "connect.added")
      #expect(wording.remaining(open).isEmpty == false, "\(stands)")
    }
  }

  @Test func `a login that worked leaves nothing to do, in either Altinn`() {
    let wording = Wording(.embedded, .bokmal)
    for about in ["level", "stuck", "wrong", "loggedOut", "code", "account", "other"] {
      let walk = Self.receipt(of: .logInToday, ["logIn.about": about, "logIn.tried": "worked"])
      #expect(wording.remaining(walk) == [], "\(about)")
      #expect(wording.offers(walk).first?.choice == .end(.closed), "\(about)")
    }
    for which in ["personal", "minid"] {
      let answers: [FieldID: String] = [
        "update.which": which, "update.about": "setUp", .loginMethod: "sms",
      ]
      let open = Self.receipt(of: .updateLogin, answers)
      #expect(!wording.remaining(open).isEmpty, "\(which)")
      let done = Self.receipt(of: .updateLogin, answers.merging(["update.tried": "worked"]) { $1 })
      #expect(wording.remaining(done) == [], "\(which)")
    }
  }

  @Test(arguments: Language.allCases)
  func `what was left unticked stands on the receipt, as its page says, though it is said done`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let heading = wording("receipt.unticked")
    let answers: [FieldID: String] = ["logIn.about": "wrong", "logIn.tried": "worked"]
    let walk = Self.receipt(of: .logInToday, answers)
    #expect(wording.remaining(walk) == [])
    var ticked = answers
    var count = 0
    let lines = Self.lines(walk, wording)
    for field in walk.flow.steps.filter(walk.concerns).flatMap(\.fields) {
      guard case .boxes(.steps(let boxes)) = field.input, walk.answer(field.id) != nil else {
        continue
      }
      ticked[field.id] = boxes.joined(separator: ",")
      for label in Self.labels(field.id, boxes, wording) {
        count += 1
        #expect(lines.contains { $0.hasSuffix(label) }, "\(label)")
      }
    }
    #expect(count > 0 && lines.contains(heading))
    #expect(!Self.lines(Self.receipt(of: .logInToday, ticked), wording).contains(heading))
    // What remains is told as that, and not twice.
    let open = Self.receipt(of: .logInToday, answers.merging(["logIn.tried": "notYet"]) { $1 })
    #expect(!wording.remaining(open).isEmpty && !Self.lines(open, wording).contains(heading))
  }

  @Test func `a request that has been sent leaves at most the call, and what is given nothing`() {
    let wording = Wording(.embedded, .bokmal)
    for state in Ask.State.allCases.map(\.rawValue) + [Fact.unknown] {
      let walk = Self.receipt(
        of: .requestFullmakt,
        [
          Ask.side: "asks", .workFor: "own", .senderActs: "logsIn", .senderConnected: Fact.yes,
          Ask.isMain: Fact.no, Ask.state: state,
        ]
      )
      let left = wording.remaining(walk)
      let isSent = !["draft", Fact.unknown].contains(state)
      #expect(left.contains(wording("question.ask.portal.send")) == !isSent, "\(state)")
      let call = wording("question.ask.portal.call")
      #expect(isSent ? left == [call] : left.contains(call), "\(state): \(left)")
    }
    for what in Ask.What.allCases.map(\.rawValue) {
      let answers: [FieldID: String] = [Ask.side: "gives", .workFor: "own", Ask.what: what]
      let given = Self.receipt(of: .requestFullmakt, answers.merging([Ask.given: Fact.yes]) { $1 })
      #expect(wording.remaining(given) == [], "\(what)")
      #expect(!wording.remaining(Self.receipt(of: .requestFullmakt, answers)).isEmpty, "\(what)")
    }
  }

  @Test(arguments: Language.allCases, ["connect", "clients", "change", "delete"])
  func `whoever has a private person to send for is told on the receipt that nothing is done`(
    language: Language,
    act: String
  ) {
    let wording = Wording(.embedded, language)
    let walk = Self.receipt(of: .connectProgram, ["connect.act": act, .workFor: "person"])
    let said = wording("receipt.connectProgram.after.person").split(separator: "\n")
    let receipt = Self.lines(walk, wording).joined(separator: "\n")
    for line in said { #expect(receipt.contains(line), "\(line)") }
    #expect(wording.offers(walk).first?.choice == .end(.open))
    #expect(wording.draft(walk).status == .open)
  }

  @Test(arguments: Language.allCases, [Fact.unknown, "access", "approver", "firm"])
  func `that a fullmakt helps nobody stands on the receipt too`(
    language: Language,
    lacking: String
  ) {
    let wording = Wording(.embedded, language)
    let warning = wording("receipt.requestFullmakt.sentAlone")
    let worlds = Self.worlds([
      Ask.side: ["asks"], .workFor: ["own"], .service: ["a02"], .senderActs: ["nothing"],
      Ask.lacking: [lacking], Ask.what: ["service"], Ask.to: ["person"],
      .senderConnected: [Fact.yes, Fact.no], Ask.isMain: [Fact.yes, Fact.no],
      Ask.given: [Fact.yes], Ask.state: ["pending"],
    ])
    for world in worlds {
      let said = Self.lines(Self.receipt(of: .requestFullmakt, world), wording)
      #expect(said.contains(warning) == !["approver", "firm"].contains(lacking), "\(world)")
    }
    let acting = Self.receipt(of: .requestFullmakt, [Ask.side: "asks", .senderActs: "logsIn"])
    #expect(!Self.lines(acting, wording).contains(warning))
  }

  // MARK: - What is done

  /// Tasks of which nothing remains, with what is answered in them.
  private static let done: [(flow: Flow, answers: [FieldID: String])] = [
    (.logInToday, ["logIn.about": "loggedOut", "logIn.tried": "worked"]),
    (
      .connectProgram,
      [
        "connect.act": "connect", .workFor: "own", .accessListed: "missing",
        "connect.have": "link", "connect.stands": "done",
      ]
    ),
    (.requestFullmakt, [Ask.side: "gives", .workFor: "own", Ask.given: Fact.yes]),
  ]

  @Test func `a task of which nothing remains is kept as done from its receipt on`() {
    let wording = Wording(.embedded, .bokmal)
    for (flow, answers) in Self.done {
      var walk = Self.receipt(of: flow, answers)
      #expect(wording.offers(walk).first?.choice == .end(.closed), "\(flow.id)")
      #expect(wording.draft(walk).status == .closed, "\(flow.id)")
      // It is so for whoever goes back to look, and is not for whoever changes something.
      _ = walk.back()
      #expect(walk.current.kind == .review)
      #expect(wording.draft(walk).status == .closed, "\(flow.id)")
      guard let field = walk.answered.first?.field else { continue }
      walk.give(Fact.unknown, to: field.id)
      #expect(wording.draft(walk).status == .open, "\(flow.id)")
    }
  }

  @Test(arguments: Flow.all.map(\.id))
  func `what is left at a receipt is kept open, and so is a search for a fault`(id: FlowID) throws {
    let flow = try #require(Flow.named(id))
    let wording = Wording(.embedded, .bokmal)
    var silent = Content.embedded.walk(flow)
    silent.go(toFirst: .receipt)
    #expect(wording.draft(silent).status == .open)
    let walk = Self.receipt(of: flow, [:])
    let isOver = wording.offers(walk).first?.choice == .end(.closed)
    guard !isOver || flow.findsFaults else { return }
    #expect(wording.draft(walk).status == .open)
  }

  @Test func `however one leaves the receipt of what is done, it stands among nothing unfinished`()
    throws
  {
    let (flow, answers) = Self.done[0]
    let ways: [[Event]] = [
      [.interrupted], [.key(.escape), .interrupted], [.key(.function(10))], [.key(.enter)], [],
    ]
    for way in ways {
      var driver = Driver(portal: .altinn3)
      driver.open("review", answers.map { ($0.key, $0.value) }, flow: flow)
      driver.press(.enter)
      #expect(driver.step == "receipt")
      for event in way { driver.send(event) }
      let saved = driver.effects.compactMap { effect -> CaseStatus? in
        if case .save(let draft, _) = effect { draft.status } else { nil }
      }
      #expect(saved.last == .closed, "\(way): \(saved)")
    }
  }

  // MARK: - The ways on

  @Test(arguments: Flow.all.map(\.id), Language.allCases)
  func `no two ways on from a receipt are called the same, whatever was told`(
    id: FlowID,
    language: Language
  ) throws {
    let flow = try #require(Flow.named(id))
    let wording = Wording(.embedded, language)
    var silent = Content.embedded.walk(flow)
    silent.go(toFirst: .receipt)
    for walk in [silent, Self.receipt(of: flow, [:])] where walk.current.kind == .receipt {
      let labels = wording.offers(walk).map(\.label)
      #expect(!labels.isEmpty && Set(labels).count == labels.count, "\(labels)")
    }
  }

  // MARK: - What stands where

  @Test(arguments: tasks.map(\.id), Language.allCases)
  func `what remains stands below the page where it is done`(id: FlowID, language: Language) throws
  {
    let flow = try #require(Flow.named(id))
    let wording = Wording(.embedded, language)
    var walk = Content.embedded.walk(flow)
    walk.go(toFirst: .receipt)
    let lines = Self.lines(walk, wording)
    let fields = flow.steps.flatMap(\.fields)
    let paths = Set(fields.compactMap(\.place).map { wording.path($0, of: flow.edition) })
    for field in flow.steps.filter(walk.concerns).flatMap(\.fields) {
      guard case .boxes(.steps(let boxes)) = field.input, let place = field.place else {
        continue
      }
      let labels = Self.labels(field.id, boxes, wording)
      let start = lines.indices.first { row in
        lines[row...].count >= labels.count
          && zip(lines[row...], labels).allSatisfy { $0.hasSuffix($1) }
      }
      let first = try #require(start, "\(field.id)")
      let above = lines[..<first].last { paths.contains($0) }
      #expect(above == wording.path(place, of: flow.edition), "\(field.id)")
    }
  }

  @Test(arguments: tasks.map(\.id), ["", " ", "\t "])
  func `a receipt says nothing of a line that was left empty`(id: FlowID, empty: String) throws {
    let flow = try #require(Flow.named(id))
    let wording = Wording(.embedded, .bokmal)
    var walk = Content.embedded.walk(flow)
    for field in flow.steps.flatMap(\.fields) where field.isLine { walk.give(empty, to: field.id) }
    walk.go(toFirst: .receipt)
    let lines = Self.lines(walk, wording)
    for line in wording("receipt.\(id)").split(separator: "\n") where line.contains(": {") {
      let label = String(line.prefix { $0 != "{" })
      #expect(!lines.contains { $0 == label || $0 + " " == label }, "\(label)")
    }
    #expect(wording.title(walk).isEmpty, "\(wording.title(walk))")
  }

  @Test(arguments: tasks.map(\.id), Language.allCases)
  func `what somebody does not know is quoted as no value`(id: FlowID, language: Language) throws {
    let flow = try #require(Flow.named(id))
    let wording = Wording(.embedded, language)
    let lines = Self.lines(Self.receipt(of: flow, [:]), wording)
    #expect(lines.count > 1)
    for line in lines { #expect(!line.contains(wording("answer.unknown")), "\(line)") }
  }

  // MARK: - Fullmakter

  private static let services = Content.embedded.fullmakter.services.entries

  @Test(arguments: Language.allCases)
  func `nobody is told to wait for a fullmakt that nobody looks at, or that they hold`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let waiting = wording("receipt.checkFullmakt.after").split(separator: "\n").map(String.init)
    for service in Self.services where service.access?.way == .access {
      let alone = Self.receipt(
        of: .checkFullmakt,
        [.workFor: "own", .service: service.id, .senderActs: SenderActs.nothing.rawValue]
      )
      let lines = Self.lines(alone, wording)
      #expect(!lines.contains(where: waiting.contains), "\(service.id): \(lines)")
    }
    for service in Self.services {
      let held = Self.receipt(
        of: .checkFullmakt,
        [
          .workFor: "own", .service: service.id, .senderActs: SenderActs.logsIn.rawValue,
          FullmaktQuestion.known: "page", FullmaktQuestion.single: Fact.yes,
        ]
      )
      // What must be signed as well is still to be waited for.
      guard service.sign == nil else { continue }
      let lines = Self.lines(held, wording)
      #expect(!lines.contains(where: waiting.prefix(2).contains), "\(service.id): \(lines)")
      let lacking = Self.receipt(
        of: .checkFullmakt,
        [
          .workFor: "own", .service: service.id, .senderActs: SenderActs.logsIn.rawValue,
          FullmaktQuestion.known: "neither",
        ]
      )
      #expect(Self.lines(lacking, wording).contains(where: waiting.contains), "\(service.id)")
    }
  }

  @Test(arguments: Ask.State.allCases.map(\.rawValue) + [Fact.unknown])
  func `a receipt of a notice to the register speaks of the register, and of no giving`(
    state: String
  ) {
    let answers: [FieldID: String] = [
      Ask.side: "asks", .workFor: "client", .reporteeName: "NORDLYS AS", .service: "a02",
      .senderActs: "nothing", Ask.lacking: "firm", Ask.what: "registration", Ask.state: state,
    ]
    for language in Language.allCases {
      let wording = Wording(.embedded, language)
      let walk = Self.receipt(of: .requestFullmakt, answers)
      let word = walk.standing.word
      let lines = Self.lines(walk, wording)
      let notice = wording("receipt.requestFullmakt.\(word).registration").split(separator: "\n")
      let given = wording("receipt.requestFullmakt.\(word)").split(separator: "\n")
        .filter { !notice.contains($0) }
      #expect(!given.isEmpty)
      #expect(!lines.contains { line in given.contains { $0 == line } }, "\(lines)")
      #expect(notice.allSatisfy { line in lines.contains { $0 == line } }, "\(lines)")
    }
  }
}
