import Model
import Testing

@Suite struct FlowCheckTests {
  @Test(arguments: Flow.all.map(\.id))
  func `every flow is sound`(id: String) throws {
    let flow = try #require(Flow.named(id))
    #expect(flow.findings == [])
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
      Flow(id: "x", steps: [Step("a", .question, routes: [Route(.planned), Route(.end)])]),
      .unasked(.systemOwner)
    ),
  ]

  @Test(arguments: broken.indices)
  func `each kind of fault in a flow is found`(place: Int) {
    let (flow, finding) = Self.broken[place]
    #expect(flow.findings.contains(finding))
  }

  @Test func `the drawing names every step`() {
    for flow in Flow.all {
      for step in flow.steps { #expect(flow.graph.contains("\"\(step.id.rawValue)\"")) }
    }
  }
}
