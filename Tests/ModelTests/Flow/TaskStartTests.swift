import Model
import TestSupport
import Testing

@Suite struct TaskStartTests {
  private static let begun = Shipped.actions.filter { $0.start != nil }

  @Test(arguments: begun)
  func `an action fills in fields that its flow asks, with values they have`(
    action: Action
  ) throws {
    let start = try #require(action.start)
    let flow = try #require(Flow.named(start.flow))
    for (id, value) in Array(start.prefill) + Array(start.instead?.prefill ?? [:]) {
      let field = try #require(flow.field(id), "\(id)")
      if value.hasPrefix("{") {
        let other = FieldID(rawValue: String(value.dropFirst().dropLast()))
        #expect(Flow.findFault.field(other) != nil, "\(value)")
      } else if case .choice(let choices) = field.input {
        #expect(choices.contains { $0.value == value }, "\(value)")
      }
    }
  }

  private static func draft(_ action: String, _ facts: [(FieldID, String)]) throws -> CaseDraft {
    var walk = Walk(.findFault, engine: Content.embedded.engine(of: .altinn2))
    for (field, value) in facts { walk.give(value, to: field) }
    let action = try #require(begun.first { $0.id == action })
    return try #require(
      action.start.flatMap { CaseDraft(for: $0, from: walk, numbered: CaseID(rawValue: 1042)) }
    )
  }

  @Test(arguments: ["registerNewID", "setSystemPassword"])
  func `whose the ID is follows along, where the task can do something about it`(
    action: String
  ) throws {
    let facts: [(FieldID, String)] = [
      ("reportee.kind", "organisation"), ("reportee.name", "Nordlys AS"),
    ]
    let known = try Self.draft(action, facts + [("system.owner", "otherOrganisation")])
    #expect(known.answer(in: "register.owner")?.value == "otherOrganisation")
    #expect(known.answer(in: "reportee.name")?.value == "Nordlys AS")
    #expect(known.answer(in: FieldID.origin)?.value == "1042")
    let open = try Self.draft(action, facts + [("system.owner", "otherPerson")])
    #expect(open.answer(in: "register.owner") == nil)
    #expect(try Self.draft(action, facts).answer(in: "register.owner") == nil)
  }

  @Test func `what was filled in and left standing counts as told`() throws {
    let draft = try Self.draft("registerOnFirm", [("reportee.kind", "organisation")])
    var walk = Walk(.registerSystem, engine: Content.embedded.engine(of: .altinn2), resuming: draft)
    #expect(walk.current.id == "act")
    #expect(!walk.answered.contains { $0.field.id == "register.act" })
    walk.give("new", to: "register.act")
    #expect(walk.answered.contains { $0.field.id == "register.act" })
    walk.advance()
    walk.advance()
    #expect(walk.current.id == "owner")
    walk.give("otherOrganisation", to: "register.owner")
    walk.advance()
    #expect(walk.current.id == "onFirm")
  }

  private static let connecting: [(String, String, [FieldID: String])] = [
    ("connectFromProgram", "own", ["connect.act": "connect", "connect.have": "program"]),
    ("createByHand", "own", ["connect.act": "connect", "connect.have": "list"]),
    ("forwardRequest", "client", ["connect.act": "connect", "connect.have": "link"]),
    ("useEnterpriseNumber", "person", ["connect.act": "connect", "work.for": "own"]),
    ("askForChange", "own", ["connect.act": "change", "work.for": "own"]),
    ("newClientAccess", "client", ["connect.act": "change", "work.for": "client"]),
    ("addClient", "client", ["connect.act": "clients", "work.for": "client"]),
  ]

  @Test(arguments: connecting)
  func `what is known of the system access follows into the task that connects`(
    action: String,
    workFor: String,
    known: [FieldID: String]
  ) throws {
    var walk = Walk(.findFault3, engine: Content.embedded.engine(of: .altinn3))
    walk.give(workFor, to: .workFor)
    walk.give("Nordlys AS", to: .reporteeName)
    walk.give("otherParty", to: .accessListed)
    let start = try #require(Self.begun.first { $0.id == action }?.start)
    let draft = try #require(CaseDraft(for: start, from: walk, numbered: CaseID(rawValue: 1042)))
    #expect(draft.flow == Flow.connectProgram.id)
    for (field, value) in known { #expect(draft.answer(in: field)?.value == value) }
    #expect(draft.answer(in: .reporteeName)?.value == "Nordlys AS")
    let isListed = draft.answer(in: .accessListed)?.value
    #expect(isListed == (workFor == "person" ? nil : "otherParty"))
  }

  @Test(arguments: [
    ("findApprover", "no", "other" as StepID), ("letManagerApprove", "no", "other"),
    ("forwardRequest", "no", "other"), ("mainAdministratorApproves", "yes", "lacks"),
    ("chooseApproverParty", "yes", "approveChange"),
  ])
  func `where a change of the system access waits, the task is about that and no new access`(
    action: String,
    manages: String,
    reached: StepID
  ) throws {
    let engine = Content.embedded.engine(of: .altinn3)
    var fault = Walk(.findFault3, engine: engine)
    let known: [(FieldID, String)] = [
      (.workFor, "own"), (.accessListed, "listed"), (.accessHoldsNeeded, "no"),
      (.changeWaiting, "yes"), (.approverCanManage, manages),
    ]
    for (field, value) in known { fault.give(value, to: field) }
    let start = try #require(Self.begun.first { $0.id == action }?.start)
    let draft = try #require(CaseDraft(for: start, from: fault, numbered: nil))
    #expect(draft.answer(in: "connect.act")?.value == "change")
    var walk = Walk(.connectProgram, engine: engine, resuming: draft)
    var passed: [StepID] = [walk.current.id]
    while walk.current.kind != .review, passed.count < 40, walk.advance() {
      passed.append(walk.current.id)
    }
    #expect(passed.contains(reached) && !passed.contains("inPlace"), "\(passed)")
  }
}
