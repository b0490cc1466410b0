import Model
import SafeText
import TestSupport
import Testing
import Wording

/// What is asked for a letter, and what is said of one, is held against whether there is one.
@Suite struct LetterLawTests {
  private static let tasks = Flow.all.filter { !$0.findsFaults }

  /// How a letter that is there is spoken of.
  private static func named(_ language: Language) -> String {
    language == .english ? "the letter" : "brevet"
  }

  @Test(arguments: tasks.map(\.id), Language.allCases)
  func `a letter is asked about, and told to be sent, only where one is made`(
    id: FlowID,
    language: Language
  ) throws {
    let flow = try #require(Flow.named(id))
    let wording = Wording(.embedded, language)
    let named = Self.named(language)
    let letters = flow.steps.filter { $0.kind == .letter }
    var random = Seeded(11)
    var (with, without) = (0, 0)
    for _ in 0..<300 {
      var walk = Content.embedded.walk(flow)
      var passed = [walk.current]
      var told: [String] = []
      for _ in flow.steps where walk.current.kind != .receipt {
        for field in walk.current.fields { walk.give(random.pick(field.answers), to: field.id) }
        walk.advance()
        passed.append(walk.current)
        guard [Step.Kind.reading, .receipt].contains(walk.current.kind) else { continue }
        told += wording.prose(walk, number: nil).lines(width: 1_000).map(\.text)
      }
      try #require(walk.current.kind == .receipt)
      let hasLetter = passed.contains { $0.kind == .letter }
      let asked = passed.flatMap(\.fields).map(\.id)
      #expect(asked.contains(where: Writer.fields.contains) == hasLetter)
      #expect(walk.asksByLetter == hasLetter)
      // The record of a case shows the letter where one counts.
      #expect(letters.contains(where: walk.concerns) == hasLetter)
      if hasLetter { with += 1 } else { without += 1 }
      guard !letters.isEmpty, !hasLetter else { continue }
      for line in told { #expect(!line.lowercased().contains(named), "\(line)") }
    }
    #expect(letters.isEmpty || (with > 10 && without > 10))
  }
}
