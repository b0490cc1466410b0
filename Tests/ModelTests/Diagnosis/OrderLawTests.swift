import Model
import TestSupport
import Testing

@Suite struct OrderLawTests {
  /// What follows from the answers of a walk, to be compared as a whole.
  private struct Outcome: Equatable {
    let facts: Facts
    let verdicts: [Verdict]
    let conclusion: Conclusion
    let contradicts: Bool
    let repairs: [[String]]

    init(_ walk: Walk) {
      facts = walk.facts
      verdicts = walk.diagnosis.verdicts
      conclusion = walk.diagnosis.conclusion
      contradicts = walk.diagnosis.contradictsMessage
      repairs = walk.repairs.map { $0.actions.map(\.id) }
    }
  }

  private typealias Given = (field: FieldID, value: String)

  private static let answers: [Given] = Portal.altinn2.facts.map(\.fact).flatMap { fact in
    fact.answers.map { (fact, $0) }
  }

  private static func begin(_ given: [Given] = []) -> Walk {
    var walk = Walk(.findFault, engine: Content.embedded.engine(of: .altinn2))
    for (field, value) in given { walk.give(value, to: field) }
    return walk
  }

  /// Every other pair from a place on, so that the facts of all places are paired and the run is short.
  @Test(arguments: answers.indices)
  func `two answers give the same in either order, and the second can be taken back`(first: Int) {
    let one = Self.answers[first]
    let before = Self.begin([one])
    let expected = Outcome(before)
    for other in Self.answers[first...] where other.field != one.field {
      var walk = before
      walk.give(other.value, to: other.field)
      #expect(Outcome(walk) == Outcome(Self.begin([other, one])), "\(one) \(other)")
      walk.give(nil, to: other.field)
      #expect(Outcome(walk) == expected, "\(one) \(other)")
      #expect(walk.planned == before.planned)
      #expect(walk.content == before.content)
    }
  }

  @Test(arguments: UInt64(0)..<60)
  func `many answers give the same in any order, and each can be taken back`(seed: UInt64) {
    var random = Seeded(seed)
    var given: [Given] = []
    for fact in Portal.altinn2.facts.map(\.fact) where Int.random(in: 0..<4, using: &random) > 0 {
      let all = Self.answers.filter { $0.field == fact }
      if let one = all.randomElement(using: &random) { given.append(one) }
    }
    let walk = Self.begin(given)
    #expect(Outcome(walk) == Outcome(Self.begin(given.shuffled(using: &random))))
    guard let last = given.last else { return }
    var shorter = walk
    shorter.give(nil, to: last.field)
    #expect(Outcome(shorter) == Outcome(Self.begin(given.dropLast())))
    var changed = walk
    for other in Self.answers where other.field == last.field {
      changed.give(other.value, to: other.field)
    }
    changed.give(last.value, to: last.field)
    #expect(Outcome(changed) == Outcome(walk))
  }
}
