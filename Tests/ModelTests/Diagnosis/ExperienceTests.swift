import TestSupport
import Testing

@testable import Model

/// What other calls came of says what is asked first, and nothing else.
@Suite struct ExperienceTests {
  private static func experience(_ calls: Int, of fault: Fault, behind message: String)
    -> Experience
  {
    var experience = Experience()
    experience.add(calls, of: fault, behind: message, in: .altinn2)
    return experience
  }

  private static func walk(_ message: String, _ experience: Experience = Experience()) -> Walk {
    var walk = Content.embedded.walk(.findFault)
    walk.give(message, to: .message)
    walk.experience = experience
    return walk
  }

  @Test func `from fifty calls on what they came of is asked about first`() {
    let usual = Self.walk("E2").planned?.fact
    #expect(usual == .systemPasswordCorrect)
    let few = Self.experience(Experience.least - 1, of: .wrongID, behind: "E2")
    #expect(Self.walk("E2", few).planned?.fact == usual)
    let enough = Self.experience(Experience.least, of: .wrongID, behind: "E2")
    #expect(Self.walk("E2", enough).planned?.fact == .systemIDCorrect)
    // Of another message they say nothing.
    #expect(Self.walk("E4", enough).planned == Self.walk("E4").planned)
  }

  @Test func `what other calls came of settles no verdict and leaves no question out`() {
    var random = Seeded(Reliability.seed)
    for message in PlannerTests.messages.compactMap(\.self) {
      for fault in Portal.altinn2.faults.map(\.fault) {
        var experience = Self.experience(60, of: fault, behind: message)
        experience.add(random.int(0...90), of: .wrongPassword, behind: message, in: .altinn2)
        var with = Self.walk(message, experience)
        var without = Self.walk(message)
        #expect(with.diagnosis.verdicts == without.diagnosis.verdicts)
        #expect(with.repairs == without.repairs)
        for _ in 0..<30 {
          guard let fact = with.planned?.fact else { break }
          with.give(Fact.unknown, to: fact)
          without.give(Fact.unknown, to: fact)
          #expect(with.diagnosis.verdicts == without.diagnosis.verdicts)
        }
        #expect(with.planned == nil && without.planned == nil, "\(message) \(fault)")
      }
    }
  }

  @Test func `experience stays when the answers change and when another Altinn is asked about`()
    throws
  {
    let enough = Self.experience(Experience.least, of: .wrongID, behind: "E2")
    var walk = Self.walk("E2", enough)
    walk.give("E4", to: .message)
    walk.give("E2", to: .message)
    #expect(walk.planned?.fact == .systemIDCorrect)
    let other = try #require(walk.flow.counterpart)
    walk.change(to: other, engine: Content.embedded.engine(of: other.edition))
    #expect(walk.experience == enough)
  }
}
