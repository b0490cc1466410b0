import Model
import Testing

@Suite struct RegisterSystemTests {
  /// A walk to where the fields given have been answered, each step left by its first open way.
  private static func walk(_ answers: [FieldID: String], until step: StepID = "receipt") -> Walk {
    var walk = Walk(.registerSystem, engine: Content.embedded.engine(of: .altinn2))
    // No way is longer than the flow has steps.
    for _ in walk.flow.steps where walk.current.id != step {
      for field in walk.current.fields {
        if let answer = answers[field.id] { walk.give(answer, to: field.id) }
      }
      walk.advance()
    }
    return walk
  }

  private static func passed(_ answers: [FieldID: String]) -> [StepID] {
    var walk = walk(answers)
    var steps = [walk.current.id]
    while walk.back() { steps.insert(walk.current.id, at: 0) }
    return steps
  }

  private static let organisation: [FieldID: String] = [
    "register.act": "new", "reportee.kind": "organisation", "register.product": "dnb",
  ]

  @Test(arguments: [
    ("reportee", "onReportee"), ("otherOrganisation", "onFirm"), ("self", "onSelf"),
    (Fact.unknown, "ownerOpen"),
  ])
  func `tells what follows from each owner`(owner: String, reading: String) {
    let answers = Self.organisation.merging(["register.owner": owner]) { $1 }
    #expect(Self.passed(answers).contains(StepID(rawValue: reading)))
  }

  @Test(arguments: [(Fact.yes, false), (Fact.no, true), (Fact.unknown, true)])
  func `says who has Tilgangsstyring unless one has it`(access: String, isTold: Bool) {
    let answers = Self.organisation.merging([
      "register.owner": "reportee", "register.access": access,
    ]) { $1 }
    #expect(Self.passed(answers).contains("manager") == isTold)
  }

  @Test(arguments: ["new", "replace", "password"])
  func `asks nobody about Tilgangsstyring for themselves`(act: String) {
    var answers = Self.organisation
    answers["register.act"] = act
    answers["register.owner"] = "self"
    #expect(!Self.passed(answers).contains("access"))
    answers["register.owner"] = nil
    answers["reportee.kind"] = "self"
    let passed = Self.passed(answers)
    #expect(!passed.contains("access") && !passed.contains("owner"))
    #expect(Self.walk(answers).value("register.owner") == "self")
  }

  @Test func `a new password is made on the page of the ID, and nothing is registered`() {
    let answers: [FieldID: String] = [
      "register.act": "password", "reportee.kind": "organisation", "register.owner": "reportee",
      "register.access": Fact.yes, "register.product": "tripletex",
    ]
    let passed = Self.passed(answers)
    #expect(passed.contains("edit") && passed.contains("id"))
    #expect(!passed.contains("walk") && !passed.contains("description"))
    let new = Self.passed(answers.merging(["register.act": "replace"]) { $1 })
    #expect(new.contains("walk") && new.contains("description") && !new.contains("edit"))
  }

  @Test func `a program that is not in the catalogue is asked for by name`() {
    let other = Self.organisation.merging(["register.product": Fact.otherService]) { $1 }
    #expect(Self.passed(other).contains("productName"))
    #expect(!Self.passed(Self.organisation).contains("productName"))
  }

  private static let whole: [FieldID: String] = [
    "register.act": "new", "reportee.kind": "organisation", "register.owner": "reportee",
    "register.access": Fact.yes, "register.product": "dnb",
  ]

  @Test func `a change from the review leads back to it, past what stands`() {
    var walk = Self.walk(Self.whole, until: "review")
    walk.revise("register.access")
    #expect(walk.current.id == "access")
    walk.give(Fact.yes, to: "register.access")
    walk.advance()
    #expect(walk.current.kind == .review)
    walk.advance()
    #expect(walk.current.kind == .receipt)
  }

  @Test func `a change from the review stops at what follows from it, and nowhere else`() {
    var walk = Self.walk(Self.whole, until: "review")
    walk.revise("register.access")
    walk.give(Fact.no, to: "register.access")
    walk.advance()
    #expect(walk.current.id == "manager")
    walk.advance()
    #expect(walk.current.kind == .review)

    walk.revise("register.product")
    walk.give("tripletex", to: "register.product")
    walk.advance()
    // The next program refuses other characters, and is set up elsewhere.
    #expect(walk.current.fields.contains { $0.input == .secret(program: "register.product") })
    walk.advance()
    #expect(walk.current.kind == .program("register.product"))
    walk.advance()
    #expect(walk.current.kind == .review)
  }

  @Test func `going back from a change leaves the review as it was`() {
    var walk = Self.walk(Self.whole, until: "review")
    walk.revise("register.access")
    let went = walk.back()
    #expect(went && walk.current.kind == .review)
    walk.advance()
    #expect(walk.current.kind == .receipt)
  }

  static let passwords: [(String, String, [SystemPassword.Finding])] = [
    ("tripletex", "Vinter2#", [.specialCharacters]),
    ("maestro", "Vinter2#", [.refusedByProgram]),
    // Letters that are no a-z are letters all the same.
    ("maestro", "Vintær24", [.specialCharacters]),
    ("dnb", "Vintær24", [.refusedByProgram]),
    ("dnb", "vinter24", []),
    ("sparebank1", "vinter24", [.needsBothCases]),
    ("sparebank1", "Vinter24", []),
    ("dnb", "æ1", [.tooShort, .refusedByProgram]),
  ]

  @Test(arguments: passwords)
  func `what a vendor refuses is said in place of the general warning`(
    product: String,
    password: String,
    findings: [SystemPassword.Finding]
  ) throws {
    let product = try #require(Content.embedded.products[product])
    #expect(SystemPassword.findings(password, for: product) == findings)
    #expect(SystemPassword.findings(password, for: nil) == SystemPassword.findings(password))
  }
}
