import Model
import Testing

@Suite struct PortalAuditTests {
  private typealias Planted = PlantedPortal

  @Test func `every portal of the program is sound`() {
    #expect(Content.embedded.portalFindings.map { "\($0.edition): \($0.finding)" } == [])
  }

  @Test func `a fact that two portals have is the same fact in both`() {
    for fact in Set(Portal.altinn2.facts.map(\.fact)).intersection(Portal.altinn3.facts.map(\.fact))
    {
      let values = [Portal.altinn2, .altinn3].map { $0.rule(of: fact)?.values }
      // What rules tell apart in a catalogue is each portal's own.
      if case .entry(let table, _) = values[0], case .entry(table, _) = values[1] { continue }
      #expect(values[0] == values[1])
    }
  }

  @Test func `a small sound portal has no findings`() throws {
    #expect(try PlantedPortal().audit().findings == [])
  }

  @Test func `each kind of finding is found where it is planted`() throws {
    for (finding, planted) in Self.planted {
      let findings = try planted.audit().findings
      #expect(findings.contains(finding), "\(finding) is not in \(findings)")
    }
  }

  @Test func `a row without words is found in each language`() throws {
    let audit = try PlantedPortal().audit()
    for language in Language.allCases {
      let missing = audit.missingWords(in: Content.embedded.texts(language), language)
      #expect(missing.contains(.noWords(language, "fault.f")))
      #expect(missing.contains(.noWords(language, "question.a.title")))
      #expect(missing.contains(.noWords(language, "actor.x")))
    }
  }

  private static var planted: [(PortalFinding, PlantedPortal)] {
    namesPlanted + factsPlanted + worldsPlanted + cataloguesPlanted
  }

  private static var namesPlanted: [(PortalFinding, PlantedPortal)] {
    [
      (.duplicateFact("a"), Planted.with { $0.facts.append(Planted.row("a")) }),
      (.duplicatePoint("p"), Planted.with { $0.points.append($0.points[0]) }),
      (
        .duplicateReason("f"),
        Planted.with {
          $0.points.append(PointRule("r", faults: [Planted.fault("f", "a")], grounds: []))
        }
      ),
      (.duplicateActor("x"), Planted.with { $0.actors.append(ActorRule("x")) }),
      (.noMessageFact("a"), Planted.with { $0.message = "a" }),
      (.unknownFact("z", in: "b"), Planted.with { $0.facts[2] = Planted.row("b", after: "z") }),
      (.unknownPoint("z", in: "b"), Planted.with { $0.facts[2] = Planted.row("b", points: ["z"]) }),
      (
        .unknownFault("z", in: "c"),
        Planted.with {
          $0.facts.append(
            FactRule("c", .choices([Choice("yes"), Choice("no")]), choosesRepairOf: "z")
          )
        }
      ),
      (
        .unknownCause("p", in: "c"),
        Planted.with {
          $0.facts.append(
            FactRule("c", .choices([Choice("yes"), Choice("no")]), choosesRepairOfCause: "p")
          )
        }
      ),
      (
        .unknownActor("z", in: "x"),
        Planted.with { $0.actors = [ActorRule("x", becomes: [("z", .always)])] }
      ),
      (
        .unknownValue("a", "maybe", in: "b"),
        Planted.with { $0.facts[2] = Planted.row("b", counts: .is("a", "maybe")) }
      ),
      (
        .notAboutFacts(in: "b"),
        Planted.with { $0.facts[2] = Planted.row("b", counts: .not(.hasTasks)) }
      ),
    ]
  }

  private static var factsPlanted: [(PortalFinding, PlantedPortal)] {
    [
      (.badValues("a"), Planted.with { $0.facts[1] = Planted.row("a", ["yes", "yes"]) }),
      (
        .neverAsked("a"),
        Planted.with { $0.facts[1] = FactRule("a", .choices([Choice("yes"), Choice("no")])) }
      ),
      (.neverRead("c"), Planted.with { $0.facts.append(Planted.row("c")) }),
      (.askedInCircle("a"), Planted.with { $0.facts[1] = Planted.row("a", after: "b") }),
      (.badFigure("a"), Planted.with { $0.facts[1] = Planted.row("a", unanswered: 1.5) }),
      (.badFigure("priorOutside"), Planted.with { $0.priorOutside = -0.1 }),
      (
        .badFigure("f"),
        Planted.with {
          $0.points[0] = PointRule(
            "p",
            faults: [Planted.fault("f", "a", prior: 2)],
            grounds: [Planted.ground("g", "a")]
          )
        }
      ),
    ]
  }

  private static var worldsPlanted: [(PortalFinding, PlantedPortal)] {
    [
      (
        .neverHolds("n"),
        Planted.with {
          $0.points[0] = PointRule(
            "p",
            faults: [
              Planted.fault("f", "a"),
              FaultRule("n", when: .all([.is("a", "no"), .is("a", "yes")]), "a", 0.1),
            ],
            grounds: [Planted.ground("g", "a")]
          )
        }
      ),
      (
        .neverDecides("n"),
        Planted.with {
          $0.points[0] = PointRule(
            "p",
            faults: [Planted.fault("f", "a")],
            grounds: [Planted.ground("g", "a"), GroundRule("n", when: .is("a", "no"))]
          )
        }
      ),
      (
        .groundless("p"),
        Planted.with {
          $0.points[0] = PointRule("p", faults: [Planted.fault("f", "a")], grounds: [])
        }
      ),
      (
        .tooLarge("p"),
        Planted.with { planted in
          let more = (0..<20).map { FieldID(rawValue: "c\($0)") }
          planted.facts += more.map { Planted.row($0) }
          planted.points[0] = PointRule(
            "p",
            faults: more.map { Planted.fault(Fault(rawValue: "no\($0)"), $0) },
            grounds: []
          )
        }
      ),
    ]
  }

  private static var cataloguesPlanted: [(PortalFinding, PlantedPortal)] {
    [
      (.noRepair("h"), Planted.with { $0.actions.removeLast() }),
      (.unknownFact("z", in: "doF"), Planted.with { $0.actions[0]["sets"] = ["z": "yes"] }),
      (
        .unknownValue("a", "maybe", in: "doF"),
        Planted.with { $0.actions[0]["requires"] = ["a": ["maybe"]] }
      ),
      (.unknownFault("z", in: "doF"), Planted.with { $0.actions[0]["answers"] = ["f", "z"] }),
      (.unknownActor("z", in: "doF"), Planted.with { $0.actions[0]["by"] = "z" }),
      (.unknownFault("z", in: "M"), Planted.with { $0.messages[0]["evidence"] = ["z"] }),
      (.unknownPoint("z", in: "M"), Planted.with { $0.messages[0]["causes"] = ["z"] }),
      (.scatteredEvidence("M"), Planted.with { $0.messages[0]["evidence"] = ["f", "h"] }),
    ]
  }
}
