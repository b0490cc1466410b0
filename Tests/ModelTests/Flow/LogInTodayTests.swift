import Model
import Testing

@Suite struct LogInTodayTests {
  private static let flow = Flow.logInToday

  private static func passed(_ answers: [FieldID: String]) -> [StepID] {
    var walk = Walk(flow, engine: Content.embedded.engine(of: .altinn3))
    return walk.passed(with: answers)
  }

  @Test func `every way leads to the receipt, and what remains there is what one was led to`() {
    let boxes = Set(["update", "updatePersonal", "eID", "account", "check"] as [StepID])
    let ends = FlowPaths(Self.flow).ends
    #expect(ends.count > 20)
    for end in ends {
      #expect(end.walk.current.kind == .receipt, "\(end.passed)")
      let concerned = boxes.filter { Self.flow.step($0).map(end.walk.concerns) ?? false }
      #expect(concerned == boxes.intersection(end.passed), "\(end.passed)")
    }
  }

  @Test func `a program that asks for what is gone is updated and connected, not logged in to`() {
    let passed = Self.passed(["logIn.about": "program"])
    #expect(passed.contains("program") && passed.contains("update"))
    #expect(Set(passed).isDisjoint(with: ["check", "tried", "account"]))
    let begun = Self.flow.step("program")?.begins ?? []
    #expect(begun.map(\.flow) == [Flow.connectProgram.id])
    // The page says that it is connected or logged in to, so what is done is asked for.
    #expect(begun.allSatisfy { $0.prefill["connect.act"] == nil })
    for (field, value) in begun.flatMap({ Array($0.prefill) }) {
      guard case .choice(let choices) = Flow.connectProgram.field(field)?.input else {
        Issue.record("\(field) is no choice")
        continue
      }
      #expect(choices.contains { $0.value == value })
    }
  }

  @Test(arguments: WorkFor.allCases.map(\.rawValue) + [Fact.unknown])
  func `only an enterprise is led to a system access by an old program`(workFor: String) {
    let passed = Self.passed(["logIn.about": "program", .workFor: workFor])
    let begun = passed.compactMap(Self.flow.step).flatMap(\.begins)
    let isPerson = workFor == WorkFor.person.rawValue
    #expect(begun.isEmpty == isPerson, "\(passed)")
    #expect(passed.contains("personal") == isPerson)
    #expect(passed.contains(isPerson ? "updatePersonal" : "update"))
    #expect(!passed.contains(isPerson ? "update" : "updatePersonal"))
  }

  @Test func `whoever does not get past ID-porten is told what to check, and asked of no party`() {
    #expect(
      Self.passed(["logIn.about": "stuck"])
        == ["today", "about", "stuck", "eID", "tried", "followUp", "review", "receipt"]
    )
    let boxes = Self.flow.field("logIn.eID")?.input
    #expect(boxes == .boxes(.steps(["window", "other", "issuer", "idPorten"])))
  }

  @Test(arguments: ["stuck", "wrong", "level", "account", "other"])
  func `what was checked does not remain once it worked`(about: String) {
    var walk = Content.embedded.walk(Self.flow)
    _ = walk.passed(with: [
      "logIn.about": about, "logIn.eID": "", "logIn.check": "", "logIn.account": "",
      "logIn.tried": "worked",
    ])
    let steps = Self.flow.steps.filter { walk.concerns($0) && !$0.done.isEmpty }
    #expect(!steps.isEmpty)
    for step in steps {
      guard case .boxes(.steps(let boxes))? = step.fields.first?.input else { continue }
      #expect(boxes.allSatisfy { walk.isSaidDone($0, at: step) }, "\(step.id)")
    }
  }

  @Test(arguments: ["wrong", "other", Fact.unknown])
  func `window, browser and party are checked where the login is not at fault`(about: String) {
    #expect(Self.passed(["logIn.about": about]).contains("check"))
  }

  private static let means: [(String, StepID)] = [
    ("minIDTooLow", "level"), ("high", "level"), ("none", "noID"),
    (Fact.unknown, "level"),
  ]

  @Test(arguments: means)
  func `a higher level takes another ID`(means: String, reading: StepID) {
    let passed = Self.passed(["logIn.about": "level", "login.means": means])
    #expect(passed.contains(reading))
    #expect(passed.contains("check") == (reading == "level"))
  }

  @Test func `being logged out after an approval is right, and nothing is to be done`() {
    let passed = Self.passed(["logIn.about": "loggedOut", "logIn.tried": "worked"])
    #expect(passed == ["today", "about", "loggedOut", "tried", "review", "receipt"])
  }

  @Test func `an old user name is only for linking the old account`() {
    let passed = Self.passed(["logIn.about": "account"])
    #expect(passed.contains("account") && !passed.contains("update"))
  }

  private static let marks: [(String, String?)] = [
    ("worked", "worked"), ("refused", "refused"), ("notYet", nil),
  ]

  @Test(arguments: marks)
  func `the lists tell how it went`(tried: String, mark: String?) {
    let answers: [FieldID: String] = ["logIn.about": "wrong", "logIn.tried": tried]
    #expect(Self.flow.statusRule { answers[$0] }?.name == mark)
  }
}
