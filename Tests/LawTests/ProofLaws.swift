import Model
import TestSupport
import Testing

/// What a message proves, and what somebody says against it, are never both believed.
@Suite struct ProofLaws {
  private typealias Said = (fact: FieldID, value: String)

  /// Every answer of a portal that is a word of its own.
  private static func answers(_ portal: Portal) -> [Said] {
    portal.facts.flatMap { row in (row.values.words ?? []).map { (row.fact, $0) } }
  }

  private static func walk(_ edition: PortalEdition, _ message: String?, _ said: [Said]) -> Walk {
    var facts = Facts()
    facts[.message] = message
    for (fact, value) in said { facts[fact] = value }
    return Walk(
      .findFault(of: edition),
      engine: Content.embedded.engine(of: edition),
      given: facts
    )
  }

  /// Whether what counts speaks against what a message proves by the gates it lies behind.
  private static func isRefuted(_ message: Message, _ known: Facts, _ portal: Portal) -> Bool {
    message.passed.contains { gate in
      let another = portal.ofAnother[gate] ?? [:]
      return !another.contains { known[$0.key] == $0.value }
        && (portal.gates[gate] ?? [:]).contains { known[$0.key] ?? $0.value != $0.value }
    }
  }

  /// How many states are passed over: a build for debugging is many times slower.
  private static func stride(_ slow: Int) -> Int {
    #if DEBUG
    return slow
    #else
    return 1
    #endif
  }

  private static let gated = Shipped.messages.filter { !$0.passed.isEmpty }.map(\.id)

  @Test(arguments: gated)
  func `an answer against what a message proves is told, and nothing of both is confirmed`(
    id: String
  ) throws {
    let message = try #require(Shipped.messages.first { $0.id == id })
    let portal = message.edition.portal
    var refuted = 0
    for said in Self.answers(portal) {
      let walk = Self.walk(message.edition, id, [said])
      guard Self.isRefuted(message, walk.facts, portal) else { continue }
      refuted += 1
      let diagnosis = walk.diagnosis
      #expect(diagnosis.contradictsMessage, "\(id) \(said)")
      #expect(diagnosis.conclusion.certainty != .confirmed, "\(id) \(said)")
      #expect(diagnosis.conclusion.causes.allSatisfy { $0.point != nil || $0 == .unknown })
    }
    #expect(refuted > 0, "nothing can be said against \(id)")
  }

  @Test(arguments: EngineLaws.laws.filter { $0.message != nil })
  func `evidence is told not to fit exactly where none of it is there`(law: EngineLaws.Law) {
    let space = PartialStates(law.group, law.portal.engine)
    let evidence = Set(
      law.portal.engine.knowledge.testimony(of: law.message)?.evidence.map(\.rawValue) ?? []
    )
    var wrong = 0
    for (index, facts) in space.complete.enumerated() where index % Self.stride(97) == 0 {
      // A build for debugging is many times slower.
      #if DEBUG
      guard index % 97 == 0 else { continue }
      #endif
      var told = facts
      told[.message] = law.message
      let found = law.group.points.flatMap { law.portal.table($0, facts).reasons }
      if space.possibilities(told).contradictsMessage != evidence.isDisjoint(with: found) {
        wrong += 1
      }
    }
    #expect(wrong == 0)
  }

  // MARK: - Of another

  @Test func `with a wrong ID a refusal says nothing of rights, whatever else is known`() throws {
    let engine = Content.embedded.engine(of: .altinn2)
    let group = try #require(engine.groups.first { $0.points.contains(.personRights) })
    let space = PartialStates(group, engine)
    let place = try #require(space.axes.firstIndex { $0.fact == .systemIDCorrect })
    let wrong = try #require(space.axes[place].values.firstIndex(of: Fact.no))
    var compared = 0
    for index in 0..<space.count where index % Self.stride(53) == 0 {
      #if DEBUG
      guard index % 53 == 0 else { continue }
      #endif
      var digits = space.digits(index)
      guard digits[place] == wrong || digits[place] == space.axes[place].values.count else {
        continue
      }
      digits[place] = wrong
      let with = space.possibilities(space.facts(digits, message: "E1"))
      let without = space.possibilities(space.facts(digits))
      #expect(!with.contradictsMessage)
      for point in group.points {
        #expect(with.verdict(on: point, number: 0) == without.verdict(on: point, number: 0))
      }
      compared += 1
    }
    #expect(compared > 100)
  }

  @Test func `with a wrong ID the ways out are those there are without the refusal`() {
    let answers = Self.answers(.altinn2)
    for said in answers where said.fact != .systemIDCorrect {
      let known: [Said] = [(.systemIDCorrect, Fact.no), said]
      let (with, without) = (
        Self.walk(.altinn2, "E1", known), Self.walk(.altinn2, Fact.unknown, known)
      )
      // An ID that is not there cannot be a wrong one.
      guard with.value(.systemIDCorrect) != nil else { continue }
      #expect(!with.diagnosis.contradictsMessage, "\(said)")
      #expect(with.diagnosis.verdicts == without.diagnosis.verdicts, "\(said)")
      #expect(with.diagnosis.conclusion == without.diagnosis.conclusion, "\(said)")
      #expect(with.repairs == without.repairs, "\(said)")
    }
  }

  // MARK: - Nothing wrong

  private static let harmless = Shipped.messages.filter { $0.causes.first == .noFault }.map(\.id)

  @Test(arguments: harmless)
  func `that nothing is wrong is not said beside what fails, nor against an answer`(id: String)
    throws
  {
    let message = try #require(Shipped.messages.first { $0.id == id })
    for said in Self.answers(message.edition.portal) {
      for acts in [nil] + SenderActs.allCases.map(\.rawValue) {
        var known = [said]
        if let acts, message.edition == .altinn3 { known.append((.senderActs, acts)) }
        let diagnosis = Self.walk(message.edition, id, known).diagnosis
        guard diagnosis.conclusion.causes.contains(.noFault) else { continue }
        #expect(diagnosis.failing.isEmpty, "\(id) \(said)")
        #expect(!diagnosis.contradictsMessage, "\(id) \(said)")
      }
    }
  }

  // MARK: - Answers that cannot all be true

  @Test(arguments: PortalEdition.allCases)
  func `what is written down is settled as what is answered is`(edition: PortalEdition) {
    let engine = Content.embedded.engine(of: edition)
    let answers = Self.answers(edition.portal)
    for one in answers {
      let implied = engine.portal.rule(of: one.fact).flatMap { row -> [FieldID: String]? in
        guard case .choices(let choices) = row.values else { return nil }
        return choices.first { $0.value == one.value }?.implies
      }
      for other in answers where implied?[other.fact] != nil {
        let written = Self.walk(edition, Fact.unknown, [one, other])
        var answered = Walk(.findFault(of: edition), engine: engine)
        answered.give(Fact.unknown, to: .message)
        answered.give(one.value, to: one.fact)
        answered.give(other.value, to: other.fact)
        #expect(written.facts == answered.facts, "\(one) \(other)")
        #expect(written.diagnosis.verdicts == answered.diagnosis.verdicts, "\(one) \(other)")
        #expect(written.diagnosis.conclusion == answered.diagnosis.conclusion, "\(one) \(other)")
      }
    }
  }
}
