import Model
import TestSupport
import Testing

/// Of several things that may be wrong none is told as the one: what is ordered answers what is wrong, whatever else
/// is found out.
@Suite struct AdviceLaws {
  private static let laws = EngineLaws.laws.filter {
    $0.portal.engine.portal.edition == .altinn3
  }

  /// How many states are passed over: a build for debugging is many times slower.
  private static var step: Int {
    #if DEBUG
    return 211
    #else
    return 11
    #endif
  }

  /// The same with each usual answer to what nobody is taken to mean who has not said so.
  private static func usual(_ facts: Facts, _ portal: Portal) -> [Facts] {
    let open = portal.facts.filter { !$0.rare.isEmpty && facts[$0.fact] == nil }
    return open.reduce([facts]) { all, row in
      let usual = (row.values.words ?? []).filter { !row.rare.contains($0) }
      return all.flatMap { facts in
        usual.map { value in
          var filled = facts
          filled[row.fact] = value
          return filled
        }
      }
    }
  }

  /// Whether an action answers something that is wrong, whichever of what may be it is.
  private static func answers(_ action: Action, _ diagnosis: Diagnosis) -> Bool {
    diagnosis.verdicts.contains { verdict in
      guard verdict.state == .failing else { return false }
      guard verdict.reasons.isEmpty else {
        return verdict.reasons.compactMap(\.fault).contains(where: action.answers.contains)
      }
      return verdict.alternatives.compactMap(\.fault).allSatisfy(action.answers.contains)
    }
  }

  @Test(arguments: laws)
  func `what is ordered answers what is wrong, and nothing untold can leave it nothing to do`(
    law: EngineLaws.Law
  ) {
    let engine = law.portal.engine
    let space = PartialStates(law.group, engine)
    var ordered = 0
    var broken: [String] = []
    for index in 0..<space.count where index % Self.step == 0 {
      let facts = space.facts(space.digits(index), message: law.message)
      let diagnosis = engine.diagnose(facts)
      let advice = engine.advice(for: diagnosis, engine.repairs(for: diagnosis))
      let sure = advice.actions.filter { !advice.either.contains($0.id) }
      for action in sure where action.answersCause == nil {
        ordered += 1
        let isWrong =
          Self.answers(action, diagnosis)
          || Self.usual(facts, engine.portal).allSatisfy { filled in
            let found = engine.diagnose(filled)
            return found.contradictsMessage || Self.answers(action, found)
          }
        if !isWrong || !diagnosis.undecided(action).isEmpty || !diagnosis.calls(for: action) {
          broken.append("\(action.id) \(facts.values)")
        }
      }
    }
    #expect(broken.prefix(5) == [])
    #expect(ordered > 0)
  }

  /// What is known of something rare makes nothing else that is rare more likely.
  @Test(arguments: laws)
  func `nothing is a way out that is one only for a kind of party that nobody has spoken of`(
    law: EngineLaws.Law
  ) {
    let engine = law.portal.engine
    let space = PartialStates(law.group, engine)
    var broken: [String] = []
    for index in 0..<space.count where index % (Self.step * 5) == 0 {
      let facts = space.facts(space.digits(index), message: law.message)
      let ways = engine.repairs(for: engine.diagnose(facts))
      guard !ways.isEmpty else { continue }
      let filled = Self.usual(facts, engine.portal).map(engine.diagnose)
        .filter { !$0.contradictsMessage }
      // The message itself may prove what is rare.
      guard !filled.isEmpty else { continue }
      let known = Set(filled.flatMap { engine.repairs(for: $0) }.flatMap(\.actions).map(\.id))
      for action in ways.flatMap(\.actions) where action.answersCause == nil {
        if !known.contains(action.id) { broken.append("\(action.id) \(facts.values)") }
      }
    }
    #expect(broken.prefix(5) == [])
  }

  /// The shipped messages prove more than those of the laws.
  @Test(arguments: Shipped.messages.filter { $0.edition == .altinn3 }.map(\.id), UInt64(0)..<6)
  func `whatever is answered beside a message, what decides between things to do is told`(
    id: String,
    seed: UInt64
  ) {
    let engine = Content.embedded.engine(of: .altinn3)
    var random = Seeded(seed)
    for _ in 0..<Reliability.count(20, full: 200) {
      var facts = Facts()
      facts[.message] = id
      for row in Portal.altinn3.facts where random.int(0...1) == 0 {
        guard let words = row.values.words else { continue }
        facts[row.fact] = random.pick(words)
      }
      let diagnosis = engine.diagnose(facts)
      let repairs = engine.repairs(for: diagnosis)
      let advice = engine.advice(for: diagnosis, repairs)
      let ids = advice.actions.map(\.id)
      #expect(Set(ids).count == ids.count && advice.either.isSubset(of: ids))
      for action in advice.actions {
        let undecided = diagnosis.undecided(action)
        #expect(undecided.isEmpty || advice.either.contains(action.id), "\(action.id)")
        let isMaybe = repairs.first?.maybe.contains(action.id) ?? false
        #expect(undecided.allSatisfy(advice.deciding.contains) || isMaybe, "\(action.id)")
        #expect(diagnosis.calls(for: action), "\(action.id)")
      }
      // Where there is a way out something is said.
      #expect(!ids.isEmpty || repairs.isEmpty || diagnosis.isUnfinished, "\(facts.values)")
    }
  }
}
