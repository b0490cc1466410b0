import TestSupport
import Testing

@testable import Model

/// What is drawn is what its level promises, and what a caller begins with is known.
@Suite struct DrawLawTests: DrawsCalls {
  private func drawn(_ level: Int, _ edition: PortalEdition, _ count: Int) throws -> [Scenario] {
    let room = try room(edition)
    return try (0..<count).map { seed in
      let id = ScenarioID(edition, "L\(level)", seed: "W\(seed)")
      return try #require(room.draw.scenario(id), "\(id)")
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `a level has as many faults as it promises, each met by itself where there are two`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    let count = Reliability.count(60, full: 2_000)
    for level in 1...3 {
      for scenario in try drawn(level, edition, count) {
        #expect(scenario.world.faults(room.engine).count == 1, "\(scenario.id)")
        #expect(scenario.world.outside == nil)
      }
    }
    for scenario in try drawn(4, edition, count) {
      let faults = scenario.world.faults(room.engine)
      #expect(faults.count == 2 && scenario.world.outside == nil, "\(scenario.id) \(faults)")
      let points = Set(faults.map { room.portal.point(of: $0) })
      let messages = Set(faults.map { room.table.row(of: $0)?.message })
      #expect(points.count == 2 && messages.count == 2, "\(scenario.id) \(faults)")
    }
    var seen: Set<Int> = []
    for scenario in try drawn(5, edition, count) {
      let faults = scenario.world.faults(room.engine)
      #expect(faults.count <= 3 && faults.isEmpty == (scenario.world.outside != nil))
      seen.insert(faults.count)
    }
    #expect(seen == [0, 1, 2, 3])
  }

  @Test(arguments: PortalEdition.allCases)
  func `first a message proves a point, then none does, and on the phone it is cut off`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    for level in 1...3 {
      var met: Set<String> = []
      for scenario in try drawn(level, edition, Reliability.count(40, full: 1_000)) {
        let symptom = try #require(scenario.world.symptom(room.table, room.engine))
        let evidence = room.engine.knowledge.testimony(of: symptom)?.evidence ?? []
        let points = Set(evidence.compactMap { room.portal.point(of: $0) })
        met.insert(symptom)
        #expect(level == 3 || (points.count == 1) == (level == 1), "\(scenario.id) \(symptom)")
        guard level == 3 else { continue }
        var call = TrainingCall(scenario)
        let first = call.perform(.ask(room.portal.message, .clear), in: room)
        let isVague = scenario.caller.tempers.contains(.vague)
        let expected: Reply = isVague ? .vague : .cutOff(symptom)
        #expect(first == expected, "\(scenario.id)")
        #expect(call.symptom == nil && call.known[room.portal.message] == nil)
        #expect(call.perform(.ask(room.portal.message, .clear), in: room) == .message(symptom))
        #expect(!Message.isSymptom(symptom))
      }
      #expect(met.count > 2, "\(level): \(met)")
    }
    for scenario in try drawn(5, edition, 20) {
      #expect(scenario.caller.tempers.contains(.believes) && scenario.caller.belief.count <= 1)
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `in one call of five it is right to wait for somebody who is away`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    let count = Reliability.count(60, full: 2_000)
    var (waits, all) = (0, 0)
    for level in ScenarioDraw.levels {
      for scenario in try drawn(level, edition, count) where scenario.world.outside == nil {
        all += 1
        let best = BestWay(room).play(TrainingCall(scenario))
        #expect((best.end == .waiting) == !scenario.away.isEmpty, "\(scenario.id)")
        guard best.end == .waiting else { continue }
        waits += 1
        let awaited = try #require(best.tally.awaits)
        #expect(scenario.away.contains(awaited) && awaited != .sender, "\(scenario.id)")
        #expect(TrainingScore(best, best: best, in: room).sum == 100)
        // To call it solved is to say what is not so.
        let wrong = TrainingCall(
          scenario,
          playing: best.acts.dropLast() + [.end(.solved)],
          in: room
        )
        let debrief = Debrief(wrong, in: room)
        #expect(debrief.steps.last?.worth == .early, "\(scenario.id)")
        #expect(debrief.score.losses[.repair] == [.otherEnd])
      }
    }
    #expect((waits * 100 / all) >= 12 && (waits * 100 / all) <= 28, "\(waits) of \(all)")
  }

  @Test(arguments: PortalEdition.allCases)
  func `each message from outside can be drawn where it is said to be, and is sound there`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    #expect(!room.table.outside.isEmpty)
    for row in room.table.outside {
      let message = try #require(Content.embedded.message(row.message))
      #expect(message.edition == edition && !message.texts.isEmpty, "\(row.message)")
      for name in row.bases {
        let base = try #require(room.table.base(name))
        let world = HiddenWorld(base.facts, outside: row.message, in: room.portal)
        let id = ScenarioID(edition, "L5", seed: "O")
        var random = SplitMix("\(row.message) \(name)")
        let scenario = room.draw.scenario(id, 1, world, [:], nil, &random)
        #expect(ScenarioProof(scenario, in: room).findings == [], "\(row.message) \(name)")
        #expect(BestWay(room).play(TrainingCall(scenario)).end == .passedOn)
      }
    }
  }

  // MARK: - What the opening states

  @Test(arguments: PortalEdition.allCases)
  func `what an opening states is known from the start, and to ask for it changes nothing`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    var count = 0
    let drawn = (0..<3).map { "S\($0)" }
    for id in room.names(byHand: ["A", "B"], drawn: drawn) {
      let scenario = try #require(room.draw.scenario(id))
      let states =
        room.table.exercises.first { $0.id == id.name }?.states ?? room.table.states
      let call = TrainingCall(scenario)
      let best = BestWay(room).play(call)
      for fact in states {
        count += 1
        #expect(call.known[fact] == scenario.world.facts[fact] && call.known[fact] != nil)
        #expect(!best.acts.contains(.ask(fact, .clear)), "\(id) \(fact)")
        let asked = TrainingCall(scenario, playing: [.ask(fact, .clear)], in: room)
        #expect(asked.tally.useless == 1 && asked.tally.unknowns.isEmpty, "\(id) \(fact)")
      }
      // Nothing else is known but what follows.
      let implied = states.flatMap { fact in
        room.engine.implied(by: call.known[fact] ?? "", of: fact).keys
      }
      #expect(Set(call.known.values.keys).isSubset(of: states + implied), "\(id)")
    }
    #expect(count > 20)
  }

  /// What an opening says for a fact that it states, in each language.
  private static let words: [Language: [String: [String]]] = [
    .bokmal: [
      "a02": ["a-melding"], "rf0002": ["mva", "moms"], "rr0002": ["årsregnskap"],
      "5": ["firmaet"], "6": ["kundene"], "7": ["firmaet"], "9": ["kunde"], "S4": ["kunder"],
    ],
    .nynorsk: [
      "a02": ["a-melding"], "rf0002": ["mva", "moms"], "rr0002": ["årsrekneskap"],
      "5": ["firmaet"], "6": ["kundane"], "7": ["firmaet"], "9": ["kunde"], "S4": ["kundar"],
    ],
    .english: [
      "a02": ["a-melding"], "rf0002": ["vat return"], "rr0002": ["annual accounts"],
      "5": ["firm"], "6": ["clients"], "7": ["firm"], "9": ["client"], "S4": ["clients"],
    ],
  ]

  @Test(arguments: Language.allCases)
  func `what an opening is taken to state stands in it`(language: Language) throws {
    let texts = Content.embedded.texts(language)
    let words = try #require(Self.words[language])
    for edition in PortalEdition.allCases {
      let room = try room(edition)
      for exercise in room.table.exercises {
        let opening = texts("exercise.\(exercise.id).opening").lowercased()
        let facts = try call(exercise.id, edition).world.facts
        for fact in exercise.states {
          let key = fact == .service ? facts[fact] ?? "" : exercise.id
          let said = try #require(words[key], "\(exercise.id) \(fact)")
          #expect(said.contains { opening.contains($0) }, "\(exercise.id) \(fact): \(opening)")
        }
      }
      #expect(room.table.states == [.service])
    }
    for line in texts("train.opening").split(separator: "\n") {
      #expect(line.contains("{service}"), "\(line)")
    }
  }
}
