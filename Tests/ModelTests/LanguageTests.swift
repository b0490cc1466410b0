import Model
import Testing

@Suite struct LanguageTests {
  @Test(arguments: [("nn_NO.UTF-8", Language.nynorsk), ("no_NO", .bokmal), ("en_GB", .english)])
  func `the locale of the environment chooses the language`(locale: String, expected: Language) {
    #expect(Language(locale: locale) == expected)
  }

  @Test func `a locale we do not speak chooses nothing`() {
    #expect(Language(locale: "de_DE") == nil)
    #expect(Language(locale: "C.UTF-8") == nil)
  }
}
