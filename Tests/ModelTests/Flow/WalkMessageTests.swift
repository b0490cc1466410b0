import Model
import TestSupport
import Testing

@Suite struct WalkMessageTests {
  private static func reading(_ text: String) -> Walk {
    var walk = Walk(.findFault, engine: Content.embedded.engine(of: .altinn2))
    walk.read(text, with: Content.embedded.recogniser)
    return walk
  }

  @Test func `a known message is kept by its id, with whom it names`() {
    let walk = Self.reading(SampleMessage.notAuthorised)
    #expect(walk.answer(.message) == Answer("E1", source: .message))
    #expect(walk.answer(.messageText)?.value == SampleMessage.notAuthorised)
    #expect(walk.answer("reportee.name") == Answer("310043214", source: .message))
  }

  @Test func `a name that was given is not overwritten`() {
    var walk = Walk(.findFault, engine: Content.embedded.engine(of: .altinn2))
    walk.give("Nordlys AS", to: "reportee.name")
    walk.read(SampleMessage.notAuthorised, with: Content.embedded.recogniser)
    #expect(walk.answer("reportee.name")?.value == "Nordlys AS")
  }

  @Test func `what must not be kept is taken out of the text`() {
    let walk = Self.reading("User 41814061033, password: hemmelig1\nSomething failed.")
    let kept = walk.answer(FieldID.messageText)?.value ?? ""
    #expect(!kept.contains("41814061033") && !kept.contains("hemmelig1"))
    #expect(kept.contains("Something failed"))
  }

  @Test func `an identity number written as a name is not kept`() {
    var walk = Walk(.findFault, engine: Content.embedded.engine(of: .altinn2))
    walk.give("Kari 418140 61033", to: "reportee.name")
    #expect(walk.answer("reportee.name")?.value == "Kari [fnr]")
    walk.give("310043214", to: "reportee.name")
    #expect(walk.answer("reportee.name")?.value == "310043214")
  }

  @Test func `an unknown text is kept and counts as not knowing`() {
    let walk = Self.reading("nothing that anybody knows")
    #expect(walk.answer(.message)?.value == Fact.unknown)
    #expect(walk.answer(.messageText)?.value == "nothing that anybody knows")
    #expect(walk.facts.declined == [.message])
  }

  @Test(arguments: ["", "  \n\t "])
  func `no text means that there is no message`(text: String) {
    var walk = Self.reading(SampleMessage.notAuthorised)
    walk.read(text, with: Content.embedded.recogniser)
    #expect(walk.answer(.message)?.value == Fact.unknown)
    #expect(walk.answer(.messageText) == nil)
  }

  @Test func `reading what is kept once more changes nothing`() {
    var walk = Self.reading("Fnr 41814061033: \(SampleMessage.notAuthorised)")
    let before = walk.content
    walk.read(walk.answer(FieldID.messageText)?.value ?? "", with: Content.embedded.recogniser)
    #expect(walk.content == before)
  }
}
