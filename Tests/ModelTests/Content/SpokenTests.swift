import Model
import TestSupport
import Testing

/// What a caller hears is short, asks one thing, and never sends anybody off to do it again.
@Suite struct SpokenTests {
  private static let fields: [Field] =
    Flow.all.flatMap(\.spokenFields)

  private static let retries = [
    "prøv igjen", "prøv på nytt", "forsøk igjen", "send på nytt", "send igjen", "en gang til",
    "ein gong til", "try again", "send again", "retry", "once more",
  ]

  /// Words that turn a question round, so that *ja* no longer says which.
  private static let negations: [Language: Set<String>] = [
    .bokmal: ["ikke", "ingen", "ingenting", "aldri", "uten", "verken"],
    .nynorsk: ["ikkje", "ingen", "inga", "inkje", "ingenting", "aldri", "utan", "verken"],
    .english: [
      "not", "no", "none", "never", "nothing", "nobody", "without", "neither", "nor", "cannot",
      "don't", "isn't", "doesn't", "didn't", "can't",
    ],
  ]

  /// What a step to be done on the phone begins with.
  private static let verbs: [Language: Set<String>] = [
    .bokmal: [
      "Be", "Bruk", "Bytt", "Finn", "Fortell", "Gjør", "Hopp", "Husk", "Hør", "Lag", "Les", "Logg",
      "Lukk", "Sammenlign", "Se", "Si", "Sjekk", "Skill", "Spør", "Stopp", "Søk", "Tell", "Tenk",
      "Velg", "Vent", "Åpne",
    ],
    .nynorsk: [
      "Be", "Bruk", "Byt", "Finn", "Fortel", "Gjer", "Hopp", "Hugs", "Høyr", "Lag", "Les", "Logg",
      "Lukk", "Opne", "Samanlikn", "Sei", "Sjekk", "Sjå", "Skil", "Spør", "Stopp", "Søk", "Tel",
      "Tenk", "Vel", "Vent",
    ],
    .english: [
      "Ask", "Change", "Check", "Choose", "Close", "Compare", "Count", "Do", "Find", "Leave",
      "Listen", "Log", "Look", "Make", "Open", "Read", "Remember", "Say", "Search", "See", "Skip",
      "Stop", "Tell", "Think", "Use", "Wait",
    ],
  ]

  @Test func `every fact of both portals and all that is asked beside it has a spoken form`() {
    let asked = Set(Self.fields.map(\.id))
    let facts = Set(Portal.all.flatMap(\.facts).map(\.fact))
    #expect(facts.subtracting(asked) == [])
    // Of how it was before training alone asks, and nothing is answered from a list.
    let past = Past.allCases.map(\.field).flatMap { [$0.briefKey, $0.sayKey] }
    let keys = Set(Self.fields.flatMap(\.spokenWords) + past)
    for language in Language.allCases {
      let texts = Content.embedded.texts(language)
      let spoken = texts.entries.keys.filter { key in
        ["brief.", "say.", "listen.", "tag.", "unsure.", "whoKnows."].contains { key.hasPrefix($0) }
      }
      #expect(Set(spoken).symmetricDifference(keys).sorted() == [], "\(language)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a spoken question is one short question without brackets or negation`(language: Language) {
    let texts = Content.embedded.texts(language)
    for past in Past.allCases {
      #expect(Self.faults(inQuestion: texts(past.field.sayKey), language) == [])
    }
    for field in Self.fields {
      #expect(Self.faults(inQuestion: texts(field.id.sayKey), language) == [])
      let forClient = field.id.sayForClientKey
      guard texts.has(forClient) else { continue }
      #expect(Self.faults(inQuestion: texts(forClient), language) == [])
    }
  }

  @Test(arguments: Language.allCases)
  func `what tells the answers apart at a glance is a word or two, another for each`(
    language: Language
  ) {
    let texts = Content.embedded.texts(language)
    for field in Self.fields {
      let tags = field.taggedValues.map { texts(field.id.tagKey($0)) }
      #expect(Set(tags).count == tags.count, "\(field.id) \(tags)")
      #expect(tags.allSatisfy { tag in tag.count <= 24 && !tag.contains { "«»“”:?".contains($0) } })
    }
  }

  @Test(arguments: Language.allCases)
  func `a way to find out is steps that begin with what to do`(language: Language) {
    let texts = Content.embedded.texts(language)
    for field in Self.fields {
      let steps = texts(field.id.unsureKey).split(separator: "\n").map(String.init)
      #expect((2...4).contains(steps.count), "\(field.id)")
      for step in steps { #expect(Self.faults(inStep: step, language) == []) }
      #expect(texts(field.id.whoKnowsKey).count <= 110)
    }
  }

  @Test(arguments: Language.allCases)
  func `what callers say tells the answers apart`(language: Language) {
    let texts = Content.embedded.texts(language)
    for field in Self.fields {
      let heard = field.heardValues.map { texts(field.id.listenKey($0)).split(separator: "\n") }
      #expect(heard.allSatisfy { (2...3).contains($0.count) && $0.allSatisfy { $0.count <= 52 } })
      let all = heard.joined().map { $0.lowercased() }
      #expect(Set(all).count == all.count, "\(field.id)")
    }
  }

  @Test(arguments: Language.allCases)
  func `what a caller says for one answer is no part of what is said for another`(
    language: Language
  ) {
    let texts = Content.embedded.texts(language)
    for field in Self.fields {
      let heard = field.heardValues.map { value in
        texts(field.id.listenKey(value)).lowercased().split(separator: "\n")
          .map { $0.split { !$0.isLetter && !$0.isNumber } }
      }
      for (place, phrases) in heard.enumerated() {
        for (other, others) in heard.enumerated() where other != place {
          for phrase in phrases {
            let holds = others.contains { $0.contains(phrase) }
            #expect(!holds, "\(field.id): \(phrase.joined(separator: " "))")
          }
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `nobody is told to do it over again`(language: Language) {
    let texts = Content.embedded.texts(language)
    for key in Self.fields.flatMap(\.spokenWords) {
      let text = texts(key).lowercased()
      #expect(!Self.retries.contains { text.contains($0) }, "\(key)")
    }
  }

  @Test func `the lint finds each kind of fault`() {
    let bad = [
      "Hva heter du", "Er det slik? Eller slik?", "Er den (ID-en) riktig?", "Er det a/b?",
      "Har du og/eller sjefen gjort det?", "Har du ikke gjort det?",
      "Er " + String(repeating: "svært ", count: 18) + "lenge siden?",
      "Er " + String(repeating: "a", count: 108) + "?",
    ]
    for question in bad { #expect(Self.faults(inQuestion: question, .bokmal) != [], "\(question)") }
    for step in ["Passordet kan være feil.", "Se " + String(repeating: "a", count: 90)] {
      #expect(Self.faults(inStep: step, .bokmal) != [])
    }
  }

  private static func faults(inQuestion text: String, _ language: Language) -> [String] {
    let words = text.lowercased().split { !($0.isLetter || "-'/".contains($0)) }.map(String.init)
    var found: [String] = []
    if text.count > 110 || text.split(separator: " ").count > 18 { found.append("long") }
    if text.filter({ $0 == "?" }).count != 1 { found.append("not one question") }
    if text.contains(where: { "()/".contains($0) }) { found.append("brackets") }
    if !negations[language, default: []].isDisjoint(with: words) { found.append("negation") }
    return found.map { "\($0): \(text)" }
  }

  private static func faults(inStep text: String, _ language: Language) -> [String] {
    let first = text.prefix { $0.isLetter }
    let begins = verbs[language, default: []].contains(String(first))
    return begins && text.count <= 90 ? [] : [text]
  }
}
