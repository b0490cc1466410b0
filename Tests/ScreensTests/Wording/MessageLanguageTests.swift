import Model
import TestSupport
import Testing
import Wording

/// Whoever looks for the message they had reads it in one language.
@Suite struct MessageLanguageTests {
  /// The messages that a step asks about, by flow.
  private static let asked = Flow.all.flatMap(\.steps).flatMap { step -> [String] in
    if case .messages(let ids) = step.kind { ids } else { [] }
  }

  @Test(arguments: Language.allCases)
  func `a message that is asked about is shown in one language`(language: Language) throws {
    let wording = Wording(.embedded, language)
    #expect(Self.asked.count > 8)
    for id in Set(Self.asked) {
      let message = try #require(wording.content.message(id))
      let shown = wording.wordings(of: message)
      let languages = Set(shown.compactMap { Language(written: $0) })
      // What is a page and no words is told by its meaning alone.
      let isTold = !shown.isEmpty || wording.has(message.meaningKey)
      #expect(shown.isEmpty == message.texts.isEmpty && isTold, "\(id): \(shown)")
      #expect(languages.count <= 1, "\(id): \(shown)")
      let own = message.texts.contains {
        $0.first?.isUppercase == true && Language(written: $0) == language
      }
      #expect(!own || languages == [language], "\(id): \(shown)")
    }
  }

  @Test(arguments: [
    (Language.bokmal, "Du kan ikke be om"), (.nynorsk, "Du kan ikkje be om"),
    (.english, "You cannot request"),
  ])
  func `a message is quoted as whoever reads may have seen it`(language: Language, text: String)
    throws
  {
    let wording = Wording(.embedded, language)
    let message = try #require(wording.content.message("GCannotAsk"))
    #expect(wording.quote(message).contains(text))
  }
}
