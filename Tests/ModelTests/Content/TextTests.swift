import Foundation
import Model
import TestSupport
import Testing

@Suite struct TextTests {
  static let texts = Dictionary(
    uniqueKeysWithValues: Language.allCases.map { ($0, Content.embedded.texts($0).entries) }
  )
  static let keys = Set(texts[.bokmal, default: [:]].keys)

  /// The string literals of Sources.
  static let literals: Set<String> = {
    let files = Repository.files(below: "Sources", ending: ".swift")
    return files.reduce(into: []) { found, name in
      guard let text = try? Repository.text(of: "Sources/\(name)") else { return }
      found.formUnion(SwiftLiterals(text).found)
    }
  }()

  /// The literals that name a field, also of a portal that is not there yet.
  private static let fieldNames: Set<String> = {
    let files = Repository.files(below: "Sources", ending: ".swift")
    return files.reduce(into: []) { found, name in
      guard let text = try? Repository.text(of: "Sources/\(name)") else { return }
      found.formUnion(text.matches(of: /: FieldID = "([\w.]+)"/).map { String($0.1) })
    }
  }()

  @Test func `every text stands in all three languages`() {
    for language in Language.allCases {
      let own = Set(Self.texts[language, default: [:]].keys)
      #expect(own.symmetricDifference(Self.keys).sorted() == [], "\(language)")
    }
  }

  @Test(arguments: Language.allCases)
  func `what is said of any list to search in is true of programs and roles`(language: Language) {
    for key in ["plain.search", "search.nothing"] {
      let text = (Self.texts[language]?[key] ?? "").lowercased()
      #expect(!text.isEmpty && !text.contains("skjema") && !text.contains("form"), "\(key)")
    }
  }

  @Test func `a text has the same placeholders in all three languages, and is not empty`() {
    for key in Self.keys {
      let all = Language.allCases.compactMap { Self.texts[$0]?[key] }
      let names = all.map { Set($0.matches(of: /\{\w+\}/).map { String($0.0) }) }
      #expect(names.allSatisfy { $0 == names.first }, "\(key)")
      #expect(
        all.allSatisfy {
          !$0.isEmpty && $0.trimmingCharacters(in: .whitespaces) == $0 || $0.hasPrefix("   ")
        },
        "\(key)"
      )
    }
  }

  @Test func `a placeholder is filled in once, and a value that looks like one stays`() {
    let texts = Content.embedded.texts(.bokmal)
    let values = ["a": "{b}", "b": "æ{a", "å": ""]
    for (text, expected) in [
      ("", ""), ("x", "x"), ("{a}", "{b}"), ("{b}{a} {c} {b}", "æ{a{b} {c} æ{a"),
      ("{{a}}", "{{b}}"),
      ("{", "{"), ("{a", "{a"), ("}{å}{a", "}{a"), ("{}", "{}"),
    ] {
      #expect(texts.filled(text, values) == expected)
    }
    #expect(texts.filled("{a}", [:]) == "{a}")
  }

  @Test(arguments: Language.allCases)
  func `nobody is begged and nothing waits to be written`(language: Language) {
    for (key, text) in Self.texts[language, default: [:]] {
      let low = text.lowercased()
      for word in ["vennligst", "venligst", "todo", "fixme", "xxx", "lorem", "  {"] {
        #expect(!low.contains(word) || (word == "  {" && text.hasPrefix("   ")), "\(key)")
      }
    }
  }

  /// What was once put word for word from another language, or is said by nobody.
  private static let stiff: [Language: [String]] = [
    .bokmal: [
      "ledet gjennom", "spurt på feil måte", "endre tilstanden", "ser ikke altinn på",
      "ser på fullmaktene", "hvordan står det til", "bare be om hel",
    ],
    .nynorsk: [
      "leidd gjennom", "spurt på feil måte", "endre tilstanden", "ser ikkje altinn på",
      "ser på fullmaktene", "korleis står det til",
    ],
    .english: [
      "other particulars", "led through it", "does not look at your", "looks at your powers",
      "stands in altinn", "how does the request", "how does it stand", "change the state",
    ],
  ]

  @Test(arguments: Language.allCases)
  func `no text says what nobody would say`(language: Language) {
    for (key, text) in Self.texts[language, default: [:]] {
      let low = text.lowercased()
      for words in Self.stiff[language, default: []] {
        #expect(!low.contains(words), "\(key): \(text)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `a text has the quotation marks of its language, in pairs`(language: Language) {
    let marks = { (mark: Character, text: String) in text.filter { $0 == mark }.count }
    let others = language == .english ? "“”„«»‘’" : "\"“”„‘’"
    for (key, text) in Self.texts[language, default: [:]] {
      // An empty line of an answers file is shown as it is written there.
      let own = text.replacing("\"\"", with: "")
      #expect(!own.contains { others.contains($0) }, "\(key): \(text)")
      #expect(own.firstMatch(of: /(?:^|[ (])'\p{L}/) == nil, "\(key): \(text)")
      let (straight, opened, closed) = (marks("\"", own), marks("«", own), marks("»", own))
      #expect(straight.isMultiple(of: 2) && opened == closed, "\(key): \(text)")
    }
  }

  /// Verbs and prepositions behind which *ho* is no subject.
  private static let beforeObject =
    "av|med|utan|frå|hos|gi|gir|gitt|send|flytt|slett|skriv|les|opne|godkjenne?|ta|legg|leggje|lim|last|eig|treng"

  @Test func `in nynorsk a thing is named again where it is an object`() throws {
    let words = "\\b(?:\(Self.beforeObject)) (?:du |deg |dei |meg )?(?:ho|henne)\\b"
    let object = try Regex(words).ignoresCase()
    // What callers say is as people speak.
    for (key, text) in Self.texts[.nynorsk, default: [:]] where !key.hasPrefix("listen.") {
      #expect(text.firstMatch(of: object) == nil, "\(key): \(text)")
    }
  }

  /// Counts that are never one alone, and words that are the same of one and of many.
  private static let neverOne = Set([
    "desk.cut", "desk.order.calls", "desk.similar", "desk.similar.told", "age.past", "age.ahead",
    "flow.sound", "portal.sound", "train.learnt", "header.progress", "train.known",
    "identifier.systemID.tooLong", "train.help.scoreAbout",
  ])
  private static let unbent = Set([
    "gjenstår", "til", "nå", "min", "t", "d", "s", "av", "krysset", "annet", "står", "no", "kryssa",
    "anna", "poeng", "more", "now", "h", "of", "ticked", "other", "att", "igjen", "left", "mot",
    "against",
  ])

  @Test(arguments: Language.allCases)
  func `what is counted has words for one alone`(language: Language) {
    let texts = Self.texts[language, default: [:]]
    let number = /\{(?:count|cases|events|days|seconds|sum|found|all|minutes)\} (\p{L}+)/
    for (key, text) in texts where !key.hasSuffix(".one") && !Self.neverOne.contains(key) {
      for match in text.matches(of: number) where !Self.unbent.contains(String(match.1)) {
        #expect(texts["\(key).one"] != nil, "\(key): \(match.0)")
      }
    }
    for key in TextFamilies.counted {
      // Not every language bends it, but one does.
      let isBent = Self.texts.values.contains { $0["\(key).one"] != $0[key] }
      #expect(texts["\(key).one"] != nil && isBent, "\(key)")
    }
  }

  @Test(arguments: Language.allCases)
  func `every flow has its words`(language: Language) {
    for flow in Flow.all {
      #expect(flow.missingWords(in: Content.embedded.texts(language)) == [])
    }
  }

  @Test func `every literal that stands for several keys is listed, and no other`() {
    let stems = Self.literals.filter {
      $0.contains("*") && $0.wholeMatch(of: /[a-zA-Z*][\w*]*(\.[\w*]+)+/) != nil
    }
    let listed = Set(TextFamilies.all.keys).union(TextFamilies.others)
      .union(TextFamilies.stems)
    #expect(stems.subtracting(listed).sorted() == [])
    #expect(Set(TextFamilies.all.keys).union(TextFamilies.stems).subtracting(stems).sorted() == [])
  }

  @Test func `every key that the program puts together exists`() {
    for (stem, keys) in TextFamilies.all {
      #expect(!keys.isEmpty && keys.filter { !Self.keys.contains($0) } == [], "\(stem)")
    }
  }

  @Test func `every key that the program names exists`() {
    let areas = Set(Self.keys.compactMap { $0.split(separator: ".").first.map(String.init) })
    let steps = Flow.all.flatMap(\.steps)
    var other: Set<String> = Self.fieldNames.union(["message.text", "desk.json"])
    other.formUnion(Portal.all.flatMap(\.facts).map(\.fact.rawValue))
    other.formUnion(steps.map(\.id.rawValue))
    other.formUnion(steps.flatMap(\.fields).map(\.id.rawValue))
    let named = Self.literals.filter { literal in
      literal.wholeMatch(of: /[a-z]\w*(\.\w+)+/) != nil
        && literal.split(separator: ".").first.map { areas.contains(String($0)) } ?? false
        && !other.contains(literal)
        // A letter names its sentences without the stem they share.
        && !["letter", "askLetter", "approvalLetter"].contains {
          Self.keys.contains("\($0).\(literal)")
        }
        // The manual names its commands without theirs.
        && !Self.keys.contains("manual.command.\(literal)")
    }
    #expect(named.count > 100)
    #expect(named.subtracting(Self.keys).sorted() == [])
  }

  @Test func `no text is left over`() {
    let used = Self.literals.union(TextFamilies.all.values.joined()).union(TextFamilies.named)
      .union(TextFamilies.remarks).union(TextFamilies.heldElsewhere)
    #expect(Self.keys.subtracting(used).sorted() == [])
  }

  @Test func `literals are found with what stands inside them`() {
    let source = """
      let a = "one.two" // "no"
      let b = "x.\\(f("in.side", (1))).y \\"q\\"" /* "no" */
      """
    #expect(SwiftLiterals(source).found == ["one.two", "x.*.y \\\"q\\\"", "in.side"])
  }
}
