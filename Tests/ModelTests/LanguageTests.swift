import Model
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [("nn_NO.UTF-8", Language.nynorsk), ("no_NO", .bokmal), ("en_GB", .english)])
  func `the locale of the environment chooses the language`(locale: String, expected: Language) {
    #expect(Language(locale: locale) == expected)
  }

  @Test(
    arguments: [
      ("Du kan ikke be om fullmakt til denne tjenesten.", Language.bokmal),
      ("Du kan ikkje be om fullmakt til denne tenesta.", .nynorsk),
      ("You cannot request power of attorney for this service.", .english),
      ("Valt system finst ikkje", .nynorsk), ("Chosen system does not exist", .english),
      ("AMUI-00011", nil), ("invalid_grant", nil), ("", nil),
    ] as [(String, Language?)]
  )
  func `the small words of a sentence tell its language`(text: String, expected: Language?) {
    #expect(Language(written: text) == expected)
  }

  @Test func `a locale we do not speak chooses nothing`() {
    #expect(Language(locale: "de_DE") == nil)
    #expect(Language(locale: "C.UTF-8") == nil)
  }
}
