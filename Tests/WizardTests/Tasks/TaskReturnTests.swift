import Wording
import Model
import Screens
import Store
import Testing
import TestSupport

/// What is wrong, and the task of one of the ways to mend it.
struct Mending: Sendable, CustomStringConvertible {
  let action: String
  /// What is known beside what is in order; `nil` for what is not asked then.
  let faults: [FieldID: String?]
  /// What somebody answers in the task beside what is filled in.
  let answers: [FieldID: String]

  init(_ action: String, _ faults: [FieldID: String?], _ answers: [FieldID: String] = [:]) {
    self.action = action
    self.faults = faults
    self.answers = answers
  }

  var description: String { action }

  /// Every action that a task does.
  static let all = [
    Mending("clientRegistersAccountant", ownerLacks, request),
    Mending(
      "giveClientRole",
      [.personRight: Fact.no, .systemOwner: "otherOrganisation", .ownerRight: Fact.yes],
      request.merging([Request.clientRole: "A0240"]) { $1 }
    ),
    Mending("giveSenderRight", [.personRight: Fact.no], request),
    Mending("askForAccess", [.personRight: Fact.no], request),
    Mending("giveSignRight", [.personSignRight: Fact.no], request),
    Mending("giveOwnerRight", ownerLacks, request),
    Mending("registerOnReportee", notRegistered, register),
    Mending("registerOnFirm", notRegistered, register),
    Mending("registerOnSelf", notRegistered, register),
    Mending("registerOnReportee", ownerLacks, register),
    Mending("registerNewID", [.systemLocked: Fact.yes], register),
    Mending("setSystemPassword", [.systemPasswordCorrect: Fact.no], register),
    Mending("waitForLogin", [.loginLocked: Fact.yes], login),
    Mending("useCodeMethod", [.loginMethod: "minid"], login),
    Mending("setLoginPassword", [.loginPasswordCorrect: Fact.no], login),
    Mending("setMobileNumber", [.loginMobileCorrect: Fact.no], login),
    Mending("allowSubmission", [.loginSubmissionAllowed: Fact.no], login),
    Mending("orderNewCode", [.loginCodeExpired: Fact.yes], login),
  ]

  private static let ownerLacks: [FieldID: String?] = [
    .systemOwner: "otherOrganisation", .ownerRight: Fact.no,
  ]
  private static let notRegistered: [FieldID: String?] = [
    .systemRegistered: Fact.no, .systemOwner: nil, .systemIDCorrect: nil,
    .systemPasswordCorrect: nil, .systemLocked: nil,
  ]

  private static let request: [FieldID: String] = [
    Request.person: "Kari Nordmann", Request.state: "granted", Request.stateDate: "2025-11-24",
  ]
  private static let register: [FieldID: String] = [
    "register.access": Fact.yes, "register.product": "tripletex", "register.id": "4711",
    "register.password": TaskScript.password, "register.done": "24.11.2025",
  ]
  private static let login: [FieldID: String] = [
    "update.mobile": TaskScript.mobile, "update.tried": "worked", "update.done": "24.11.2025",
  ]

  /// How things are before anything is mended.
  var before: [FieldID: String] {
    var facts = AllIsWell.facts
    // What an ID of the reportee makes irrelevant nobody was asked.
    facts[.ownerRight] = nil
    for (fact, value) in faults { facts[fact] = value }
    return facts
  }

  /// How they are once the action is done, as the catalogue has it.
  func after() throws -> [FieldID: String] {
    let engine = Content.embedded.engine(of: .altinn2)
    var world = HiddenWorld(before, in: engine.portal)
    world.apply(try entry(), engine)
    return world.facts
  }

  func entry() throws -> Action {
    let actions = try Catalogue(from: .embedded).table(Action.self).entries
    return try #require(actions.first { $0.id == action })
  }

  /// The task as it begins, by the table alone: what is known, and what the action fills in.
  func prefilled() throws -> [FieldID: String] {
    let entry = try entry()
    let flow = try #require(entry.flow.flatMap(Flow.named))
    let asked = flow.steps.flatMap(\.fields).map(\.id)
    var known = before
    known[.reporteeName] = "NORDLYS AS"
    known[.origin] = "1001"
    for (field, value) in entry.prefill {
      known[field] = value == "{system.owner}" ? before[.systemOwner] : value
    }
    let facts = Facts(before)
    return known.filter { field, _ in
      let counts = Portal.altinn2.isRelevant(field, in: facts) != false
      return asked.contains(field) && counts || field == .origin
    }
  }
}

/// From a conclusion to the task that mends it, and back to be checked again.
@Suite struct TaskReturnTests {
  @Test func `every action that a task does is mended here`() throws {
    let actions = try Catalogue(from: .embedded).table(Action.self, of: .altinn2).entries
    #expect(Set(Mending.all.map(\.action)) == Set(actions.filter { $0.flow != nil }.map(\.id)))
  }

  @Test(arguments: Mending.all.indices)
  func `a conclusion begins the task, filled in, and checks again when it is done`(place: Int)
    throws
  {
    let mending = Mending.all[place]
    let player = try Player(Language.allCases[place % Language.allCases.count])
    try mending.keep(in: player.folder, player.wording)
    try player.resume()
    try player.wait(for: .tasks)

    // The task, filled in as it is begun.
    let origin = try mending.origin(player.folder)
    let task = try #require(mending.entry().start)
    let revision = try player.revision(of: 1001)
    player.take(.task(task), origin)
    let prefilled = try mending.prefilled()
    let script = TaskScript(mending.action, try #require(Flow.named(task.flow)), mending.answers)
    var walk = mending.walk(script, prefilled)
    try player.wait(for: walk)
    // The answer to the save of the case that it was begun from must not be taken for its own.
    try player.waitForSave(of: 1001, after: revision)
    try player.expectTruthfulHeader(walk)
    try player.go(on: script, &walk)
    let kept = try #require(try player.kept().first)
    for (field, value) in prefilled where script.answers[field] == nil {
      #expect(kept.content.answer(in: field)?.value == value, "\(field)")
    }

    // Back to the case, and all that was wrong asked anew.
    let end = player.wording.offers(walk)[0].choice
    #expect(end == .end(.closed))
    player.session.press(.enter)
    try player.backToTheCase(by: walk)
    try player.checkAgain()
    let now = Situation(mending.action, message: "", try mending.after())
    while let scene = player.scene, scene != .conclusion { try player.step(now) }
    try player.expectConclusion(from: mending.after())
  }

  @Test(arguments: ["setSystemPassword", "giveSenderRight", "setLoginPassword"], Language.allCases)
  func `line by line a conclusion begins the task and checks again`(
    action: String,
    language: Language
  ) throws {
    let mending = try #require(Mending.all.first { $0.action == action })
    let folder = try TemporaryFolder()
    let wording = Wording(.embedded, language)
    try mending.keep(in: folder, wording)
    let origin = try mending.origin(folder)
    let task = try #require(mending.entry().start)
    let place = wording.offers(origin).firstIndex { $0.choice == .task(task) } ?? 0
    let script = TaskScript(action, try #require(Flow.named(task.flow)), mending.answers)
    var walk = try mending.walk(script, mending.prefilled())
    var lines = ["\(Flow.ids(of: .altinn2).count + 1)", "\(place + 1)"]
    while walk.current.kind != .receipt {
      lines += script.lines(at: walk, wording)
      script.answer(&walk, wording)
    }
    lines.append("1")
    let situation = Situation(action, message: "", try mending.after())
    lines += PlainScript.checkingAgain(situation, from: origin, language)
    let run = try Run(
      ["--plain", "--language", language.rawValue, "--store", folder.file("store")],
      input: (lines + ["q"]).map { $0 + "\n" }.joined()
    )
    let begin = try #require(
      run.output.ranges(of: wording("edition.altinn2.notice").prefix(30)).last
    )
    let words = Reader.squeezed(String(run.output[begin.lowerBound...].prefix(3000)))
    #expect(words.contains(Reader.squeezed(wording("certainty.open"))), "\(words.suffix(900))")
    let kept = try folder.kept().first { $0.id.rawValue == 1001 }
    #expect(try #require(kept).step == "conclusion")
    #expect(try mending.origin(folder).diagnosis.failing == [])
  }
}

extension Mending {
  /// Keeps the case as it stands when its tasks are shown.
  func keep(in folder: TemporaryFolder, _ wording: Wording) throws {
    var draft = CaseDraft(flow: Flow.findFault.id, step: "tasks", title: "NORDLYS AS")
    draft.give(Answer(Fact.unknown, source: .told), in: .message)
    draft.give(Answer("NORDLYS AS", source: .told), in: "reportee.name")
    for (fact, value) in before.sorted(by: { $0.key < $1.key }) {
      draft.give(Answer(value, source: .told), in: fact)
    }
    let store = try SQLiteStore.open(
      at: StoreLocation(directory: folder.file("store")),
      now: { Timestamp.now() },
      redact: { text, _ in text }
    )
    _ = try store.create(draft)
  }

  /// The walk of the case as it is kept.
  func origin(_ folder: TemporaryFolder) throws -> Walk {
    let kept = try #require(try folder.kept().first { $0.id.rawValue == 1001 })
    return Walk(.findFault, engine: Content.embedded.engine(of: .altinn2), resuming: kept.content)
  }

  /// The walk of the task as it begins.
  func walk(_ script: TaskScript, _ prefilled: [FieldID: String]) -> Walk {
    var draft = CaseDraft(flow: script.flow.id)
    for (field, value) in prefilled.sorted(by: { $0.key < $1.key }) {
      draft.give(Answer(value, source: .derived), in: field)
    }
    return Walk(script.flow, engine: Content.embedded.engine(of: .altinn2), resuming: draft)
  }
}

extension Player {
  /// Waits for the case that a task was begun from, wherever it is shown again.
  fileprivate func backToTheCase(by walk: Walk) throws {
    try wait(for: .tasks)
    try session.waitUntil("the case it was begun from") { $0.contains(" 1001") }
  }

  /// From the tasks over the review to the receipt, and from the start.
  fileprivate func checkAgain() throws {
    session.press(.end, .enter)
    try wait(for: .review)
    session.press(.enter)
    try wait(for: .receipt)
    let origin = try #require(try kept().first { $0.id.rawValue == 1001 })
    var walk = Walk(
      .findFault,
      engine: wording.content.engine(of: .altinn2),
      resuming: origin.content
    )
    // The disk may be a step behind the screen.
    walk.go(toFirst: .receipt)
    take(.checkAgain, walk)
    try wait(for: .question("message"))
    session.press(.enter)
    try settle(after: .question("message"))
  }

  /// Holds the conclusion, and the points behind it, against what follows from facts.
  fileprivate func expectConclusion(from facts: [FieldID: String]) throws {
    var known = Facts()
    for (fact, value) in facts { known[fact] = value }
    known[.message] = Fact.unknown
    let diagnosis = wording.content.engine(of: .altinn2).diagnose(known)
    let words = try everything(upTo: "edition.altinn2.short")
    for verdict in diagnosis.verdicts {
      let point = wording("point.\(verdict.point.rawValue).title")
      let values = ["number": "\(verdict.number)", "point": point]
      let fails = Reader.failing(values, in: words, wording)
      #expect(fails == (verdict.state == .failing), "\(point)")
    }
    let certainty = Reader.squeezed(wording("certainty.\(diagnosis.conclusion.certainty.rawValue)"))
    #expect(words.contains(certainty))
    session.press(.function(3))
    try wait(for: .overview)
    let points = Reader.words(session.screen)
    for verdict in diagnosis.verdicts {
      let values = [
        "number": "\(verdict.number)",
        "point": wording("point.\(verdict.point.rawValue).title"),
        "state": wording.state(of: verdict, in: diagnosis),
      ]
      #expect(points.contains(Reader.squeezed(wording("overview.point", values))), "\(values)")
    }
  }
}
