import Model
import Testing

/// The way through the flow that checks rights.
@Suite struct CheckRightsTests {
  private func walk() -> Walk { Walk(.checkRights, engine: Content.embedded.engine(of: .altinn2)) }

  /// Answers each step as it is met and gives the steps that were met.
  private func path(_ answers: [FieldID: String]) -> (steps: [String], walk: Walk) {
    var walk = walk()
    var steps = [walk.current.id.rawValue]
    while walk.current.kind == .question {
      for field in walk.current.fields { walk.give(answers[field.id], to: field.id) }
      walk.advance()
      steps.append(walk.current.id.rawValue)
      if steps.count > 20 { break }
    }
    return (steps, walk)
  }

  static let paths: [([FieldID: String], [String])] = [
    (["reportee.kind": "self", "service": "a02"], ["reportee", "service", "rights"]),
    (
      ["reportee.kind": "person", "service": "a02", "rights.known": "neither"],
      ["reportee", "service", "known", "rights"]
    ),
    (
      ["reportee.kind": "person", "rights.known": "register"],
      ["reportee", "service", "known", "rights"]
    ),
    (
      ["reportee.kind": "person", "rights.known": "page", "rights.single": "none"],
      ["reportee", "service", "known", "roles", "single", "rights"]
    ),
    (
      ["reportee.kind": "organisation", "rights.known": "register", "rights.registerRole": "DAGL"],
      ["reportee", "service", "known", "registerRole", "rights"]
    ),
    (
      [
        "reportee.kind": "organisation", "rights.known": "page", "rights.roles": "UTINN",
        "rights.single": "none", "rights.firm": "no",
      ],
      ["reportee", "service", "known", "roles", "single", "firm", "rights"]
    ),
    (
      [
        "reportee.kind": "organisation", "rights.known": "page", "rights.firm": "accountant",
        "rights.firmRegistered": "yes", "rights.firmRole": "employee",
      ],
      [
        "reportee", "service", "known", "roles", "single", "firm", "firmRegistered", "firmRole",
        "rights",
      ]
    ),
    (
      [
        "reportee.kind": "organisation", "rights.known": "neither", "rights.firm": "auditor",
        "rights.firmRegistered": "no",
      ],
      ["reportee", "service", "known", "firm", "firmRegistered", "rights"]
    ),
    (
      [
        "reportee.kind": "unknown", "service": "unknown", "rights.known": "unknown",
        "rights.firm": "accountant", "rights.firmRegistered": "unknown",
        "rights.firmRole": "unknown",
      ],
      [
        "reportee", "service", "known", "firm", "firmRegistered", "firmRole", "clientRoles",
        "rights",
      ]
    ),
    (
      [
        "reportee.kind": "organisation", "rights.known": "neither", "rights.firm": "accountant",
        "rights.firmRegistered": "yes", "rights.firmRole": "manager",
      ],
      ["reportee", "service", "known", "firm", "firmRegistered", "firmRole", "rights"]
    ),
  ]

  @Test(arguments: paths.indices)
  func `each answer leads to what it makes worth asking`(place: Int) {
    let (answers, expected) = Self.paths[place]
    #expect(path(answers).steps == expected)
  }

  @Test(arguments: paths.indices)
  func `from the result the way leads over the review to the receipt and out`(place: Int) {
    var walk = path(Self.paths[place].0).walk
    #expect(walk.current.kind == .rights)
    walk.advance()
    #expect(walk.current.kind == .review)
    walk.advance()
    #expect(walk.current.kind == .receipt)
    let goesOn = walk.advance()
    #expect(!goesOn)
  }

  @Test(arguments: paths.indices)
  func `back leads to the beginning and loses nothing`(place: Int) {
    let (answers, steps) = Self.paths[place]
    var walk = path(answers).walk
    let before = walk.content.answers
    for step in steps.dropLast().reversed() {
      let went = walk.back()
      #expect(went)
      #expect(walk.current.id.rawValue == step)
    }
    let further = walk.back()
    #expect(!further)
    #expect(walk.content.answers == before)
  }

  @Test func `what was told on a way one left does not count, and counts again on return`() {
    var walk = path([
      "reportee.kind": "organisation", "rights.known": "page", "rights.roles": "ADMAI",
      "rights.single": "none", "rights.firm": "no",
    ]).walk
    #expect(walk.value(RightsQuestion.roles) == "ADMAI")
    walk.give("register", to: RightsQuestion.known)
    #expect(walk.value(RightsQuestion.roles) == nil)
    walk.give("page", to: RightsQuestion.known)
    #expect(walk.value(RightsQuestion.roles) == "ADMAI")
  }

  @Test func `whom and what are carried over from a case`() {
    var origin = Walk(.findFault, engine: Content.embedded.engine(of: .altinn2))
    origin.give("organisation", to: "reportee.kind")
    origin.give("NORDLYS REGNSKAP AS", to: "reportee.name")
    origin.give("a02", to: "service")
    let draft = CaseDraft(
      for: TaskStart(id: "check", flow: Flow.checkRights.id, prefill: [:]),
      from: origin,
      numbered: CaseID(rawValue: 7)
    )
    let task = draft.map {
      Walk(.checkRights, engine: Content.embedded.engine(of: .altinn2), resuming: $0)
    }
    #expect(task?.value("service") == "a02")
    #expect(task?.value("reportee.name") == "NORDLYS REGNSKAP AS")
    #expect(task?.originCase == CaseID(rawValue: 7))
  }
}
