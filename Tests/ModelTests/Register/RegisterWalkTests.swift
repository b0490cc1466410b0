import Model
import TestSupport
import Testing

/// What the register at hand answers in a walk, and what it never does.
@Suite struct RegisterWalkTests {
  private static let today = Day("2026-11-10")

  private func walk(
    _ flow: Flow = .findFault3,
    _ answers: [(FieldID, String)] = [("work.for", "client"), ("reportee.name", "310012343")]
  ) -> Walk {
    var walk = Content.embedded.walk(flow)
    for (field, value) in answers { walk.give(value, to: field) }
    return walk
  }

  private func learned(
    _ walk: Walk,
    of number: OrganisationNumber = SampleRegister.client,
    hasFirm: Bool = true,
    on today: Day? = today
  ) -> Walk {
    var walk = walk
    walk.learn(SampleRegister.reply(to: number, hasFirm: hasFirm), on: today)
    return walk
  }

  @Test func `the client relation is derived where the client has the firm registered`() {
    let walk = learned(self.walk())
    #expect(walk.answer(.clientRelation) == Answer("register", source: .derived))
    #expect(walk.planned?.fact != .clientRelation)
    #expect(!walk.answered.contains { $0.field.id == .clientRelation })
  }

  @Test func `another number of the firm is told apart by its main unit`() {
    let walk = learned(
      self.walk(.findFault3, [("work.for", "client"), ("reportee.name", "313367002")]),
      of: SampleRegister.other
    )
    #expect(walk.answer(.clientRelation)?.value == "otherNumber")
  }

  @Test func `an old register, one for no firm, and one's own submission answer nothing`() {
    #expect(learned(self.walk(), on: Day("2026-12-24")).answer(.clientRelation) == nil)
    #expect(learned(self.walk(), on: nil).answer(.clientRelation) == nil)
    #expect(learned(self.walk(), hasFirm: false).answer(.clientRelation) == nil)
    let own = self.walk(.findFault3, [("work.for", "own"), ("reportee.name", "310012343")])
    #expect(learned(own).answer(.clientRelation) == nil)
  }

  @Test func `no accountant in the register is no answer, since power can be given by hand`() {
    let walk = self.walk(.findFault3, [("work.for", "client"), ("reportee.name", "310505056")])
    #expect(learned(walk, of: SampleRegister.bankrupt).answer(.clientRelation) == nil)
  }

  @Test func `what somebody says counts before the register, whichever comes first`() {
    var walk = self.walk()
    walk.give("delegated", to: .clientRelation)
    walk = learned(walk)
    #expect(walk.answer(.clientRelation) == Answer("delegated", source: .told))
    walk = learned(self.walk())
    walk.give("none", to: .clientRelation)
    walk.give("own", to: .workFor)
    #expect(walk.answer(.clientRelation) == Answer("none", source: .told))
  }

  @Test func `a number that is only begun answers nothing, and one that follows is taken in`() {
    var walk = self.walk(.findFault3, [("work.for", "client")])
    walk.give("31001234", to: .reporteeName)
    #expect(walk.answer(.reporteeName) == nil)
    walk.give("310012343", to: .reporteeName)
    #expect(walk.answer(.reporteeName)?.value == "310012343")
  }

  @Test func `it is taken back when it is another client, or no client at all`() {
    var walk = learned(self.walk())
    walk.give("310505056", to: .reporteeName)
    #expect(walk.answer(.clientRelation) == nil)
    #expect(walk.numbersToAsk == [SampleRegister.bankrupt])
    walk = learned(self.walk())
    walk.give("own", to: .workFor)
    #expect(walk.answer(.clientRelation) == nil)
  }

  @Test
  func `an open case that is taken up again is answered by the register at hand, or by nobody`() {
    let kept = learned(self.walk()).content
    let engine = Content.embedded.engine(of: .altinn3)
    let again = Walk(.findFault3, engine: engine, resuming: kept)
    #expect(again.answer(.clientRelation) == nil)
    #expect(learned(again).answer(.clientRelation)?.source == .derived)
    var said = self.walk()
    said.give("delegated", to: .clientRelation)
    let saidAgain = Walk(.findFault3, engine: engine, resuming: learned(said).content)
    #expect(saidAgain.answer(.clientRelation)?.value == "delegated")
  }

  @Test func `a closed case stays as it was answered`() {
    var draft = self.walk().content
    draft.status = .closed
    let walk = learned(Content.embedded.walk(.findFault3, resuming: draft))
    #expect(walk.content == draft)
  }

  @Test(arguments: [
    (Flow.checkRights, "reportee.kind", "organisation", "rights"),
    (.checkFullmakt, "work.for", "client", "fullmakt"),
  ])
  func `whether the firm is registered is derived for the kind of firm it is`(
    flow: Flow,
    kind: String,
    value: String,
    stem: String
  ) {
    let answers = [(FieldID(rawValue: kind), value), ("reportee.name", "310012343")]
    let registered = FieldID(rawValue: "\(stem).firmRegistered")
    var walk = learned(self.walk(flow, answers))
    #expect(walk.answer(registered) == nil)
    walk.give("accountant", to: FieldID(rawValue: "\(stem).firm"))
    #expect(walk.answer(registered) == Answer(Fact.yes, source: .derived))
    walk.give("auditor", to: FieldID(rawValue: "\(stem).firm"))
    #expect(walk.answer(registered) == nil)
  }

  @Test func `no case keeps the name of anybody, and a copy of the walk has none`() throws {
    let walk = learned(self.walk())
    #expect(!"\(walk.content)".contains(SampleRegister.manager))
    #expect(walk.register[SampleRegister.client]?.roles.first?.name == SampleRegister.manager)
    let nameless = try #require(walk.nameless.register[SampleRegister.client])
    #expect(nameless.roles.map(\.name) == [nil, nil, "EKSEMPEL REGNSKAP AS"])
    #expect(nameless.unit?.name == "EKSEMPELBAKEREN AS")
  }

  /// The register answers only what chooses between ways out: no verdict and no certainty rests on it.
  @Test func `nothing is confirmed by the register`() {
    for added in ["yes", "no"] {
      for offered in ["yes", "no"] {
        var walk = self.walk()
        walk.give(added, to: .clientAdded)
        walk.give(offered, to: .clientOffered)
        let with = learned(walk)
        #expect(with.diagnosis.verdicts == walk.diagnosis.verdicts)
        #expect(with.diagnosis.conclusion == walk.diagnosis.conclusion)
      }
    }
  }

  @Test func `what is known goes along to the other Altinn`() {
    var walk = learned(self.walk())
    walk.change(to: .findFault, engine: Content.embedded.engine(of: .altinn2))
    #expect(walk.register[SampleRegister.client] != nil && walk.numbersToAsk == [])
    walk.change(to: .findFault3, engine: Content.embedded.engine(of: .altinn3))
    #expect(walk.answer(.clientRelation)?.source == .derived)
  }
}
