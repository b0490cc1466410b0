import Model
import Testing

/// The way through the flow that checks fullmakter.
@Suite struct CheckFullmaktTests {
  private static let engine = Content.embedded.engine(of: .altinn3)

  /// Answers each step as it is met and gives the steps that were met.
  private func path(_ answers: [FieldID: String]) -> (steps: [String], walk: Walk) {
    var walk = Walk(.checkFullmakt, engine: Self.engine)
    var steps = [walk.current.id.rawValue]
    while walk.current.kind == .question, steps.count < 20 {
      for field in walk.current.fields { walk.give(answers[field.id], to: field.id) }
      walk.advance()
      steps.append(walk.current.id.rawValue)
    }
    return (steps, walk)
  }

  static let paths: [([FieldID: String], [String])] = [
    // A system access alone: nobody looks at the sender.
    (["work.for": "own", "service": "a02", "sender.acts": "nothing"], []),
    (["work.for": "person", "service": "a02", "sender.acts": "logsIn"], []),
    (
      [
        "work.for": "own", "service": "a02", "sender.acts": "logsIn", "fullmakt.known": "neither",
      ], ["known"]
    ),
    (
      [
        "work.for": "own", "service": "a02", "sender.acts": "logsIn", "fullmakt.known": "page",
        "fullmakt.packages": "a-ordning", "fullmakt.single": "no", "fullmakt.oldRoles": "",
      ], ["known", "packages", "single", "oldRoles"]
    ),
    (
      [
        "work.for": "client", "service": "a02", "sender.acts": "signs",
        "fullmakt.known": "register", "fullmakt.registerRole": "DAGL",
      ], ["known", "registerRole"]
    ),
    (
      [
        "work.for": "client", "service": "a02", "sender.acts": "logsIn",
        "fullmakt.known": "neither", "fullmakt.firm": "no",
      ], ["known", "firm"]
    ),
    (
      [
        "work.for": "client", "service": "a02", "sender.acts": "logsIn",
        "fullmakt.known": "neither", "fullmakt.firm": "accountant",
        "fullmakt.firmRegistered": "no",
      ], ["known", "firm", "firmRegistered"]
    ),
    (
      [
        "work.for": "client", "service": "a02", "sender.acts": "logsIn",
        "fullmakt.known": "neither", "fullmakt.firm": "auditor",
        "fullmakt.firmRegistered": "yes", "fullmakt.firmRole": "manager",
      ], ["known", "firm", "firmRegistered", "firmRole"]
    ),
    (
      [
        "work.for": "unknown", "service": "unknown", "sender.acts": "unknown",
        "fullmakt.known": "unknown", "fullmakt.firm": "accountant",
        "fullmakt.firmRegistered": "unknown", "fullmakt.firmRole": "unknown",
      ], ["known", "firm", "firmRegistered", "firmRole", "clientPackages"]
    ),
  ]

  @Test(arguments: paths.indices)
  func `each answer leads to what it makes worth asking, and from the result to the receipt`(
    place: Int
  ) {
    let (answers, expected) = Self.paths[place]
    var (steps, walk) = path(answers)
    let isForPerson = answers["work.for"] == "person"
    #expect(steps == ["party", "service"] + (isForPerson ? [] : ["acts"]) + expected + ["rights"])
    for kind in [Step.Kind.review, .receipt] {
      walk.advance()
      #expect(walk.current.kind == kind)
    }
    let goesOn = walk.advance()
    #expect(!goesOn)
  }

  @Test func `whom, how one sends and what are carried over from a case`() throws {
    var origin = Walk(.findFault3, engine: Self.engine)
    origin.give("client", to: .workFor)
    origin.give("NORDLYS AS", to: .reporteeName)
    origin.give("logsIn", to: .senderActs)
    let draft = try #require(
      CaseDraft(
        for: TaskStart(id: "check", flow: Flow.checkFullmakt.id, prefill: [:]),
        from: origin,
        numbered: CaseID(rawValue: 7)
      )
    )
    let task = Walk(.checkFullmakt, engine: Self.engine, resuming: draft)
    #expect(task.value(.workFor) == "client")
    #expect(task.value(.senderActs) == "logsIn")
    #expect(task.value(.reporteeName) == "NORDLYS AS")
    #expect(task.originCase == CaseID(rawValue: 7))
  }

  @Test func `what was told on a way one left does not count`() {
    var walk = path(Self.paths[3].0).walk
    #expect(walk.value(FullmaktQuestion.packages) == "a-ordning")
    walk.give("nothing", to: .senderActs)
    #expect(walk.value(FullmaktQuestion.packages) == nil)
    let statement = FullmaktAnswers(walk).statement(Content.embedded.fullmakter)
    #expect(statement.packages == nil && statement.acts == .nothing)
  }
}
