import Model
import TestSupport
import Testing

@Suite struct JourneyTests {
  @Test(arguments: Journey.all)
  func `a journey ends at its cause, with who must do what`(journey: Journey) {
    let walk = journey.walk
    let diagnosis = walk.diagnosis
    #expect(diagnosis.failing == journey.failing)
    #expect(diagnosis.conclusion.causes == journey.causes)
    #expect(diagnosis.conclusion.certainty == journey.certainty)
    let repairs = walk.repairs
    let ids = repairs.map { $0.actions.map(\.id) }
    #expect(ids.first ?? [] == journey.repair)
    #expect((repairs.first?.actions ?? []).map { diagnosis.actor(of: $0) } == journey.actors)
    for other in journey.others { #expect(ids.contains(other), "\(other) is not in \(ids)") }
    for action in journey.never { #expect(!ids.joined().contains(action), "\(action)") }
  }

  @Test(arguments: Journey.all)
  func `a journey left and taken up again stands as it did`(journey: Journey) {
    let walk = journey.walk
    let resumed = Walk(
      .findFault,
      engine: Content.embedded.engine(of: .altinn2),
      resuming: walk.content
    )
    #expect(resumed.facts == walk.facts)
    #expect(resumed.planned == walk.planned)
    #expect(resumed.diagnosis.verdicts == walk.diagnosis.verdicts)
  }

  @Test func `whom the message names is whom one sends for`() throws {
    #expect(Journey.all[1].walk.answer("reportee.name")?.value == "310043214")
  }

  @Test func `a message outside the four points leaves nothing to ask`() {
    let walk = Journey.all[9].walk
    #expect(walk.diagnosis.liesOutside)
    #expect(walk.planned == nil)
  }

  @Test func `somebody who knows nothing is told what is open and who can find it out`() {
    let verdicts = Journey.all[2].walk.diagnosis.verdicts
    // The message lies behind the ID and its password.
    #expect(verdicts.map(\.state) == [.ok, .unknown, .unknown, .unknown])
    #expect(verdicts.dropFirst().allSatisfy { !$0.missing.isEmpty })
    #expect(verdicts.flatMap(\.missing).contains(.systemOwner))
  }

  @Test func `a point that is only likely leaves the whole no more than likely`() {
    var walk = Walk(.findFault, engine: Content.embedded.engine(of: .altinn2))
    walk.give("E2", to: .message)
    walk.give(Fact.yes, to: .systemPasswordCorrect)
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    walk.give(Fact.yes, to: .loginAsked)
    walk.give(Fact.yes, to: .loginCodeExpired)
    #expect(walk.diagnosis.failing.count == 2)
    #expect(walk.diagnosis.conclusion.certainty == .likely)
  }

  @Test func `every action of the first portal is part of some repair`() {
    let engine = Content.embedded.engine(of: .altinn2)
    var used: Set<String> = []
    func look(_ values: [FieldID: String]) {
      let diagnosis = engine.diagnose(Facts(values))
      for repair in engine.repairs(for: diagnosis) {
        used.formUnion(repair.actions.map(\.id))
      }
    }
    let sound = AllIsWell.facts
    for kind in ReporteeKind.allCases {
      for owner in Owner.allCases {
        for (fact, values) in Portal.altinn2.facts.map({ ($0.fact, $0.values.words ?? []) }) {
          for value in values {
            var facts = sound
            facts[.reporteeKind] = kind.rawValue
            facts[.systemOwner] = owner.rawValue
            facts[fact] = value
            look(facts)
          }
        }
      }
    }
    for message in Shipped.messages { look([.message: message.id]) }
    look(sound)
    let all = Set(Shipped.actions.filter { $0.edition == .altinn2 }.map(\.id))
    #expect(all.subtracting(used).sorted() == [])
  }
}
