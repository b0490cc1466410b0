import Model
import TestSupport
import Testing

/// When a pasted text may be kept: once the person has seen what is kept of it and has gone on.
@Suite struct KeptTextWalkTests {
  private static let unknown = "Lønnskjøringa stoppet hos oss, passord: Vinter2024"

  private static func reading(_ text: String) -> Walk {
    var walk = Content.embedded.walk(.findFault)
    walk.read(text, with: Content.embedded.recogniser)
    return walk
  }

  private static func isKept(_ walk: Walk) -> Bool {
    let saved = walk.withoutUnseenText.content
    return saved.answer(in: .messageText) != nil || saved.answer(in: .reporteeName) != nil
  }

  @Test(arguments: [(unknown, "kept"), (SampleMessage.notAuthorised, "recognised")])
  func `it is shown before it is kept, and kept when one goes on`(text: String, page: String) {
    var walk = Self.reading(text)
    #expect(!Self.isKept(walk))
    walk.advance()
    #expect(walk.current.id == StepID(rawValue: page) && walk.showsKept && !Self.isKept(walk))
    var back = walk
    let wentBack = back.back()
    #expect(wentBack && !Self.isKept(back))
    let kept = walk.answer(.messageText)
    walk.advance()
    #expect(Self.isKept(walk))
    #expect(walk.answer(.messageText) == kept)
  }

  @Test(arguments: [unknown, SampleMessage.notAuthorised])
  func `nothing of it is kept when that is chosen, and what message it was stays`(text: String) {
    var walk = Self.reading(text)
    walk.advance()
    let message = walk.answer(.message)
    _ = walk.take(.forgetText)
    let page = walk.current.id
    #expect(!walk.hasText && !Self.isKept(walk) && walk.answer(.message) == message)
    walk.advance()
    #expect(!Self.isKept(walk))
    // Going back to the empty field and on again says nothing else.
    while walk.current.id != "message", walk.back() {}
    #expect(walk.current.id == "message")
    walk.read("", with: Content.embedded.recogniser)
    #expect(walk.answer(.message) == message)
    walk.advance()
    #expect(walk.current.id == page || walk.current.kind == .question)
  }

  @Test(arguments: 1...11)
  func `no digit is kept of a number that goes over the end of a long text`(digits: Int) throws {
    let end = " 01810050019".prefix(digits + 1)
    let most = 65_536
    let text = String(repeating: "Noe gikk galt ", count: 5_000).prefix(most - end.count) + end
    let kept = try #require(Self.reading(String(text)).answer(.messageText)?.value)
    #expect(kept.hasPrefix("Noe gikk galt") && !kept.contains(where: \.isNumber))
  }

  @Test func `whom somebody named is not forgotten with the text`() {
    var walk = Content.embedded.walk(.findFault)
    walk.give("Nordlys AS", to: .reporteeName)
    walk.read(SampleMessage.notAuthorised, with: Content.embedded.recogniser)
    walk.advance()
    _ = walk.take(.forgetText)
    #expect(walk.answer(.reporteeName)?.value == "Nordlys AS")
  }

  @Test func `a text that is left is kept, so that it is not lost`() {
    var walk = Self.reading(Self.unknown)
    let wasThere = walk.keepUnseenText()
    #expect(wasThere && Self.isKept(walk))
    let isThere = walk.keepUnseenText()
    #expect(!isThere)
  }

  @Test func `it stays unseen when the same is asked in another Altinn`() {
    var walk = Self.reading(Self.unknown)
    walk.change(to: .findFault3, engine: Content.embedded.engine(of: .altinn3))
    #expect(walk.hasText && !Self.isKept(walk))
  }
}
