import Model
import Testing

@Suite struct TextsTests {
  private static let others = Language.allCases.filter { $0 != .bokmal }

  @Test(arguments: others)
  func `a language has a text for every text of bokmål, with the same placeholders`(
    language: Language
  ) {
    let bokmal = Content.embedded.texts(.bokmal).entries
    let other = Content.embedded.texts(language).entries
    #expect(Set(other.keys).symmetricDifference(bokmal.keys) == [])
    for (key, text) in bokmal {
      #expect(placeholders(other[key] ?? "") == placeholders(text), "\(key)")
    }
  }

  @Test(arguments: Flow.all.map(\.id), Language.allCases)
  func `every question of a flow has its words`(id: String, language: Language) throws {
    let flow = try #require(Flow.named(id))
    #expect(flow.missingWords(in: Content.embedded.texts(language)) == [])
  }

  private func placeholders(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{[a-zA-Z]+\}/).map { String($0.output) })
  }
}
