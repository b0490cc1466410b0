import Model
import Testing

@Suite struct FlowAuditTests {
  @Test(arguments: Flow.all.map(\.id))
  func `every flow is sound`(id: FlowID) throws {
    let flow = try #require(Flow.named(id))
    #expect(flow.findings == [])
  }

  @Test(arguments: Flow.all.map(\.id))
  func `what says that things are done speaks of boxes of its step`(id: FlowID) throws {
    let flow = try #require(Flow.named(id))
    for step in flow.steps where !step.done.isEmpty {
      guard case .boxes(.steps(let boxes))? = step.fields.first?.input else {
        Issue.record("\(step.id) has no boxes")
        continue
      }
      for rule in step.done {
        #expect(Set(rule.except).isSubset(of: boxes), "\(step.id)")
        for (field, values) in rule.when.mentions {
          for value in values {
            var walk = Content.embedded.walk(flow)
            #expect(boxes.allSatisfy { !walk.isSaidDone($0, at: step) }, "\(step.id)")
            walk.give(value, to: field)
            let done = boxes.filter { walk.isSaidDone($0, at: step) }
            #expect(Set(boxes).subtracting(rule.except).isSubset(of: done), "\(step.id) \(value)")
          }
        }
      }
    }
  }

  @Test func `every flow goes by its id`() { #expect(Flow.all.map(\.id) == Flow.ids) }

  private static let yesNo = Field.Input.choice([Choice("yes"), Choice("no")])

  static let broken: [(Flow, FlowFinding)] = [
    (Flow(id: "x", steps: []), .empty),
    (
      Flow(
        id: "x",
        steps: [
          Step("a", .question, routes: [Route(.end)]), Step("a", .question, routes: [Route(.end)]),
        ]
      ), .duplicateStep("a")
    ),
    (
      Flow(id: "x", steps: [Step("a", .question, routes: [Route(.step("b"))])]),
      .missingStep(from: "a", to: "b")
    ),
    (
      Flow(
        id: "x",
        steps: [
          Step("a", .question, routes: [Route(.end)]), Step("b", .question, routes: [Route(.end)]),
        ]
      ), .unreachable("b")
    ),
    (Flow(id: "x", steps: [Step("a", .question, routes: [Route(.step("a"))])]), .deadEnd("a")),
    (
      Flow(id: "x", steps: [Step("a", .question, routes: [Route(.end, when: .liesOutside)])]),
      .mayBeStuck("a")
    ),
    (
      Flow(
        id: "x",
        steps: [Step("a", .question, condition: .is("b", "yes"), routes: [Route(.end)])]
      ),
      .unknownField("a", "b")
    ),
    (
      Flow(
        id: "x",
        steps: [
          Step(
            "a",
            .question,
            fields: [Field("f", yesNo)],
            routes: [Route(.end, when: .is("f", "maybe")), Route(.end)]
          )
        ]
      ), .unknownValue("a", "f", "maybe")
    ),
    (
      Flow(
        id: "x",
        steps: [
          Step(
            "a",
            .question,
            fields: [Field("f", .choice([Choice("yes")]))],
            routes: [Route(.end)]
          )
        ]
      ), .badChoice("f")
    ),
    (
      Flow(
        id: "x",
        planned: [.systemOwner],
        steps: [Step("a", .question, routes: [Route(.planned), Route(.end)])]
      ), .unasked(.systemOwner)
    ),
    (
      Flow(
        id: "x",
        steps: [
          Step(
            "a",
            .question,
            fields: [Field("f", yesNo), Field("f", yesNo)],
            routes: [Route(.end)]
          )
        ]
      ), .duplicateField("f")
    ),
    (
      Flow(id: "x", steps: [Step("a", .question, routes: [Route(.planned), Route(.end)])]),
      .nothingPlanned("a")
    ),
    (
      Flow(
        id: "x",
        steps: [
          Step("a", .question, routes: [Route(.end)], done: [DoneRule(.is("b", "yes"))])
        ]
      ), .unknownField("a", "b")
    ),
    (sound(title: ["b"]), .unknownRecordField("b")),
    (sound(statusRules: [StatusRule("s", when: .known("b"))]), .unknownRecordField("b")),
    (
      sound(statusRules: [StatusRule("s", when: .always, since: "b")]),
      .unknownRecordField("b")
    ),
    (sound(afterwards: ["b"]), .unknownRecordField("b")),
    (sound(dueField: "b"), .unknownRecordField("b")),
  ]

  /// A flow in which nothing is wrong but what is given.
  private static func sound(
    title: [FieldID] = [],
    statusRules: [StatusRule] = [],
    afterwards: [FieldID] = [],
    dueField: FieldID? = nil
  ) -> Flow {
    Flow(
      id: "x",
      title: title,
      statusRules: statusRules,
      afterwards: afterwards,
      dueField: dueField,
      steps: [Step("a", .question, fields: [Field("f", yesNo)], routes: [Route(.end)])]
    )
  }

  @Test(arguments: broken.indices)
  func `each kind of fault in a flow is found`(place: Int) {
    let (flow, finding) = Self.broken[place]
    #expect(flow.findings.contains(finding))
  }

  @Test func `a flow of one question is sound`() {
    #expect(Self.sound().findings == [])
  }

  @Test func `a flow is drawn with each step, and each way out as an arrow with its condition`() {
    let flow = Flow(
      id: "x",
      steps: [
        Step(
          "a",
          .question,
          fields: [Field("f", Self.yesNo)],
          routes: [Route(.step("b"), when: .is("f", "no")), Route(.end)]
        ),
        Step("b", .receipt, routes: [Route(.end)]),
      ]
    )
    #expect(
      flow.graph == """
        digraph x {
          rankdir=LR;
          node [shape=box];
          "a" [shape=box];
          "b" [shape=doubleoctagon];
          "a" -> "b" [label="f = no"];
          "a" -> end;
          "b" -> end;
          end [shape=circle];
        }

        """
    )
  }

  @Test(arguments: Flow.all.map(\.id))
  func `the drawing of a flow has an arrow for each way, those of the planner too`(
    id: FlowID
  ) throws {
    let flow = try #require(Flow.named(id))
    let arrows = flow.graph.split(separator: "\n").filter { $0.contains(" -> ") }
    let isPlanned = flow.steps.contains { $0.routes.contains { $0.target == .planned } }
    let planned = isPlanned ? flow.destinations(of: .planned).count : 0
    #expect(arrows.count == flow.steps.map(\.routes.count).reduce(planned, +))
    for step in flow.steps {
      #expect(arrows.contains { $0.hasPrefix("  \"\(step.id.rawValue)\" -> ") })
    }
  }
}
