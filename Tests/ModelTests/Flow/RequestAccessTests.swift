import Model
import Testing

@Suite struct RequestAccessTests {
  private static let engine = Content.embedded.engine(of: .altinn2)
  private static let unknown = Fact.unknown

  /// Goes from the start, answering each question from a table and leaving the rest open.
  private func walk(_ answers: [FieldID: String]) throws -> (walk: Walk, steps: [String]) {
    var walk = Walk(.requestAccess, engine: Self.engine)
    var steps: [String] = []
    // More steps than the flow has would be a circle.
    for _ in 0...Flow.requestAccess.steps.count {
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
    guard case .choice(let choices)? = Flow.requestAccess.field(field)?.input else { return [] }
    return choices.map(\.value) + [unknown]
  }

  /// Every way to say who asks whom for what.
  private static let asked: [[FieldID: String]] = values(Request.side).flatMap { side in
    values("reportee.kind").flatMap { kind in
      values(Request.what).flatMap { what in
        values(Request.to).flatMap { to in
          values("person.anyRole").map { anyRole in
            [
              Request.side: side, "reportee.kind": kind, Request.what: what, Request.to: to,
              "person.anyRole": anyRole,
            ]
          }
        }
      }
    }
  }

  @Test func `every way ends in a receipt, with a letter or a request where one asks`() throws {
    for answers in Self.asked {
      let (walk, steps) = try walk(answers)
      let gives = answers[Request.side] == "gives" || answers["reportee.kind"] == "self"
      #expect(RequestAnswers(walk).givesAccess == gives)
      #expect(Set(steps).count == steps.count, "\(steps)")
      #expect(steps.contains("state") == !gives)
      #expect(steps.contains("given") == gives)
      #expect(gives || steps.contains("letter") || steps.contains("portal"), "\(answers)")
      #expect(!gives || !steps.contains("letter"))
      // What is asked counts, and nothing else does.
      for step in Flow.requestAccess.steps where steps.contains(step.id.rawValue) {
        for field in step.fields where walk.answer(field.id) != nil {
          #expect(walk.counts(field.id), "\(field.id.rawValue): \(answers)")
        }
      }
    }
  }

  @Test func `Altinn takes a request only from somebody with a role there, and for a form`() throws
  {
    for answers in Self.asked {
      let steps = try walk(answers).steps
      guard steps.contains("portal") else { continue }
      #expect(answers["person.anyRole"] == Fact.yes)
      #expect(answers[Request.to] != "owner")
      let what = answers[Request.what]
      #expect(["service", "both", Self.unknown].contains(what))
      // What Altinn does not take goes in the letter.
      let needsLetter = answers[Request.to] == "both" || what == "both"
      #expect(steps.contains("letter") == needsLetter, "\(answers)")
    }
  }

  @Test func `an ID of one's own is offered only to somebody who holds the right`() throws {
    for state in Self.values(Request.state) {
      for what in Self.values(Request.what) {
        for to in Self.values(Request.to) {
          for right in Self.values("person.right") {
            let (walk, steps) = try walk([
              Request.side: "asks", "reportee.kind": "organisation", Request.what: what,
              Request.to: to, Request.state: state, "person.right": right,
            ])
            let onlyOwner =
              what == "registration" || (to == "owner" && what != "clientRole")
            #expect(
              steps.contains("ownID")
                == (state == "refused" && onlyOwner && right == Fact.yes)
            )
            let isOpen = !["granted", "refused", "expired"].contains(state)
            #expect(RequestAnswers(walk).isOpen == isOpen)
            // Where nobody knows, it may have been sent.
            #expect((walk.standing.word == "untold") == (state == Self.unknown))
            #expect(steps.contains("followUp") == isOpen)
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("service", ["give", "errors"]), ("role", ["giveRole", "errors"]),
    ("both", ["give", "giveRole", "errors"]), ("clientRole", ["giveClient"]),
    ("registration", ["giveRegister"]),
  ])
  func `who gives gets the steps for what is given`(what: String, expected: [String]) throws {
    let (walk, steps) = try walk([
      Request.side: "gives", "reportee.kind": "organisation", Request.what: what,
      Request.given: Fact.yes,
    ])
    let giving = ["give", "giveRole", "giveClient", "giveRegister", "errors"]
    #expect(steps.filter(giving.contains) == expected)
    #expect(!RequestAnswers(walk).isOpen)
  }

  @Test(arguments: ["41814061033", "418140 61033", "passord: hemmelig1"])
  func `what must not be kept is taken out of every line`(secret: String) {
    var walk = Walk(.requestAccess, engine: Self.engine)
    for step in Flow.requestAccess.steps {
      for field in step.fields {
        guard case .line = field.input else { continue }
        walk.give("Kari \(secret)", to: field.id)
        let kept = walk.answer(field.id)?.value ?? ""
        #expect(!kept.contains(secret) && !kept.contains("hemmelig1"), "\(field.id.rawValue)")
      }
    }
  }

  @Test(arguments: [
    ("310043214", nil), ("310 043 214", nil), ("", nil),
    ("912345678", "identifier.organisation.wrongControlDigit"),
    ("31004321", "identifier.organisation.wrongLength"),
    ("41814061033", "identifier.organisation.nationalIdentityNumber"),
    ("NORDLYS AS", "identifier.organisation.letters"),
  ])
  func `an organisation number is held to its rules`(text: String, finding: String?) {
    #expect(LineRule.organisationNumber.finding(text, on: nil)?.key == finding)
    if finding == nil, !text.isEmpty {
      #expect(LineRule.organisationNumber.kept(text) == "310043214")
    }
  }

  @Test(arguments: ["2", "31004321", "3100432141", "310-043-214"])
  func `where a name will do, digits are not all that is asked for`(typed: String) {
    #expect(LineRule.name.finding(typed, on: nil)?.key == "line.name.digits")
    let isShort = typed.allSatisfy(\.isNumber)
    let wanted = isShort ? "line.party.wrongLength" : "line.party.digits"
    #expect(LineRule.party.finding(typed, on: nil)?.key == wanted)
  }

  // MARK: - Begun from a conclusion

  @Test(arguments: [
    (
      ["reportee.kind": "organisation", "person.right": "no", "person.anyRole": "yes"],
      "askForAccess", ["request.to": "person", "request.what": "service"]
    ),
    (
      ["reportee.kind": "organisation", "person.right": "no", "person.anyRole": "no"],
      "giveSenderRight", ["request.to": "person", "request.act": "send"]
    ),
    (
      [
        "reportee.kind": "organisation", "person.right": "yes", "service": "rr0002",
        "person.signRight": "no",
      ],
      "giveSignRight", ["request.to": "person", "request.act": "sign"]
    ),
    (
      [
        "reportee.kind": "organisation", "person.right": "yes", "system.registered": "yes",
        "system.owner": "otherOrganisation", "owner.right": "no",
      ],
      "giveOwnerRight", ["request.to": "owner", "person.right": "yes"]
    ),
    (
      [
        "reportee.kind": "organisation", "person.right": "yes", "system.registered": "yes",
        "system.owner": "otherOrganisation", "owner.right": "no",
      ],
      "clientRegistersAccountant", ["request.what": "registration"]
    ),
    (
      [
        "reportee.kind": "organisation", "person.right": "no", "system.registered": "yes",
        "system.owner": "otherOrganisation", "owner.right": "yes",
      ],
      "giveClientRole", ["request.what": "clientRole"]
    ),
  ])
  func `a repair begins the request with what is known`(
    facts: [FieldID: String],
    action: String,
    expected: [FieldID: String]
  ) throws {
    var fault = Walk(.findFault, engine: Self.engine)
    for (field, value) in facts { fault.give(value, to: field) }
    fault.give("NORDLYS AS", to: "reportee.name")
    let task = try #require(fault.tasks.first { $0.id == action }, "\(fault.tasks.map(\.id))")
    let start = try #require(task.start)
    let draft = try #require(CaseDraft(for: start, from: fault, numbered: CaseID(rawValue: 1001)))
    #expect(draft.flow == Flow.requestAccess.id)
    var wanted = expected
    wanted["request.side"] = "asks"
    wanted["reportee.name"] = "NORDLYS AS"
    wanted["reportee.kind"] = facts["reportee.kind"]
    for (field, value) in wanted {
      #expect(draft.answer(in: field)?.value == value, "\(field)")
    }
    let walk = Walk(.requestAccess, engine: Self.engine, resuming: draft)
    #expect(walk.originCase == CaseID(rawValue: 1001))
    #expect(walk.current.id == "side")
  }
}
