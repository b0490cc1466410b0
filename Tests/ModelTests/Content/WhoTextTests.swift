import Model
import TestSupport
import Testing

/// Who can tell an answer is said below a question of its own and in the conclusion, so that half a sentence has
/// nothing to lean on.
@Suite struct WhoTextTests {
  private static let verbs: [Language: String] = [
    .bokmal: "kan vet ser må spør gjør svarer avtal får velger avgjør skriv se er godkjenner",
    .nynorsk: "kan veit ser må spør gjer svarer avtal får vel avgjer skriv sjå er godkjenner",
    .english: """
    can may knows know sees see must ask write choose decide agree do is approves get answer
    """,
  ]

  /// A sentence less what only says of whom it speaks.
  private static func core(_ sentence: String, _ language: Language) -> String {
    switch language {
    case .bokmal: sentence.replacing(/\s(?:som|når|den|der) [^,.]*/, with: "")
    case .nynorsk: sentence.replacing(/\s(?:som|når|han|ho|der) [^,.]*/, with: "")
    case .english:
      sentence.replacing(/\swho [^,.]*|[Ww]hoever (?:is|has)|to see|when [^.]*/, with: "")
    }
  }

  @Test(arguments: Language.allCases)
  func `who can tell an answer is said in a whole sentence`(language: Language) throws {
    let verbs = Set(try #require(Self.verbs[language]).split(separator: " ").map(String.init))
    let texts = TextTests.texts[language, default: [:]].filter {
      $0.key.wholeMatch(of: /question\..+\.who(\..+)?/) != nil
    }
    #expect(texts.count > 100)
    for (key, text) in texts {
      let first = text.split(separator: ". ").first.map(String.init) ?? ""
      let words = Self.core(first, language).lowercased().split { !$0.isLetter }.map(String.init)
      #expect(!verbs.isDisjoint(with: words), "\(key): \(text)")
    }
  }
}
