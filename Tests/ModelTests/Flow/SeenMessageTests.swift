import Model
import TestSupport
import Testing

/// A message that was pasted among other words is likely until somebody says that they see it.
@Suite struct SeenMessageTests {
  private static let today = Day("2026-11-30")

  private static func reading(_ text: String, _ flow: Flow = .findFault3) -> Walk {
    var walk = Content.embedded.walk(flow)
    walk.today = today
    walk.read(text, with: Content.embedded.recogniser)
    walk.advance()
    return walk
  }

  @Test(arguments: [
    ("AUTH-00080", true), ("Vi får AUTH-00080", true), ("2026-11-30 08:15 ERROR AUTH-00080", false),
    ("30.11.2026 08:15 ERROR AUTH-00080", false), ("2026-11-29 23:59 ERROR AUTH-00080", false),
    ("1.12.2026 ERROR AUTH-00080", false), ("2019-01-01 10:00:01 ERROR AUTH-00080", false),
    ("I går sto det AUTH-00080", false), ("Naboen ringte. AUTH-00080", false),
  ])
  func `only a message alone is confirmed at once`(
    text: String,
    isSeen: Bool
  ) {
    var walk = Self.reading(text)
    #expect(walk.facts[.message] == "AUTHClientLacks")
    #expect(walk.facts.recalled.isEmpty == isSeen)
    #expect((walk.diagnosis.conclusion.certainty == .confirmed) == isSeen)
    walk.advance()
    #expect((walk.current.id == "seen") != isSeen)
  }

  @Test(arguments: [
    (MessageSeen.now, Certainty.confirmed), (MessageSeen.told, .likely), (Fact.unknown, .likely),
  ])
  func `whoever sees the message confirms it, and nobody else does`(
    answer: String,
    certainty: Certainty
  ) {
    var walk = Self.reading("Naboen ringte. AUTH-00080")
    walk.give(answer, to: .messageSeen)
    #expect(walk.diagnosis.conclusion.certainty == certainty)
  }

  @Test func `a message of something else does not count, and the symptom is asked for`() {
    var walk = Self.reading("Naboen ringte. AUTH-00080")
    walk.advance()
    walk.give(MessageSeen.other, to: .messageSeen)
    #expect(walk.facts[.message] == nil)
    walk.advance()
    #expect(walk.current.id == "symptom")
    walk.give(MessageSeen.now, to: .messageSeen)
    #expect(walk.facts[.message] == "AUTHClientLacks")
  }

  @Test func `another message is asked about anew`() {
    var walk = Self.reading("Naboen ringte. AUTH-00080")
    walk.give(MessageSeen.now, to: .messageSeen)
    walk.read("Naboen ringte. AUTH-00011", with: Content.embedded.recogniser)
    #expect(walk.answer(.messageSeen) == nil && walk.facts.recalled.contains(.message))
    walk.read("AUTH-00011", with: Content.embedded.recogniser)
    #expect(walk.answer(.messageAmongWords) == nil && !walk.facts.recalled.contains(.message))
  }

  @Test(arguments: RecogniserTests.written)
  func `no message of the catalogue confirms anything from among other words`(
    id: String,
    text: String
  ) {
    for flow in [Flow.findFault, .findFault3] {
      let walk = Self.reading("En kollega leste dette opp: \(text) sa han.", flow)
      #expect(walk.diagnosis.conclusion.certainty != .confirmed, "\(id)")
    }
  }
}
