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

  private static let error = "ERROR invalid_altinn_customer_configuration"

  @Test(arguments: [1, 6, 11])
  func `no digit is kept of a number that goes over the end of what is read`(digits: Int) throws {
    let end = Self.error + " 01810050019".prefix(digits + 1)
    let most = 2 << 20
    let text = String(repeating: "Noe gikk galt ", count: 150_000).prefix(most - end.count) + end
    let kept = try #require(Self.reading(String(text)).answer(.messageText)?.value)
    #expect(kept.hasSuffix(Self.error) && !kept.contains(where: \.isNumber))
  }

  @Test func `of a long text all is read, and the lines about the message are kept`() throws {
    let line = "08:15:02 INFO no.firma.app.Sender - alt gikk som det skulle"
    let log = String(repeating: line + "\n", count: 2_500)
    for text in [log + Self.error, Self.error + "\n" + log, log + Self.error + "\n" + log] {
      let walk = Self.reading(text)
      let whole = Content.embedded.recogniser.recognise(text)
      let kept = try #require(walk.answer(.messageText)?.value)
      #expect(whole.message != nil && walk.answer(.message)?.value == whole.message)
      #expect(kept.contains(Self.error) && kept.count <= Walk.mostKept)
      #expect(walk.leftOut == whole.redacted.count - kept.count)
      let lines = Set(whole.redacted.split(separator: "\n"))
      #expect(kept.split(separator: "\n").allSatisfy(lines.contains))
      #expect(Content.embedded.recogniser.recognise(kept).message == whole.message)
      var forgotten = walk
      _ = forgotten.take(.forgetText)
      #expect(forgotten.leftOut == nil && forgotten.answer(.messageCut) == nil)
    }
    #expect(Self.reading(Self.error).leftOut == nil)
    // Without a message the beginning is kept.
    let unknown = Self.reading(String(repeating: "Noe gikk galt\n", count: 10_000))
    #expect(unknown.answer(.messageText)?.value.hasPrefix("Noe gikk galt\n") == true)
    #expect((unknown.leftOut ?? 0) > 70_000)
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
