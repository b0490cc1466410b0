import Drawing
import Model
import TestSupport
import Testing
import Wording

@testable import Screens

/// On a page of answers with a line below them a key chooses an answer, and a name or number stands whole in the line.
@Suite struct FirstSignsTests {
  /// A page with answers first, and a line right below them.
  struct Page: Sendable {
    let flow: Flow
    let step: Step
    let answers: Field
    let line: Field

    /// The keys of the answers, with what they choose.
    func keys(_ driver: Driver) -> [(key: Character, value: String)] {
      guard case .choice(let choices) = answers.input else { return [] }
      return (choices.map(\.value) + [Fact.unknown]).enumerated().compactMap { place, value in
        let isWord = [Fact.yes, Fact.no, Fact.unknown].contains(value)
        let key = isWord ? driver.wording("letter.\(value)").first : "\(place + 1)".first
        return key.map { ($0, value) }
      }
    }

    func driver(_ language: Language = .bokmal) -> Driver {
      Driver(language, portal: flow.edition).opening(step.id, flow: flow)
    }
  }

  private static let pages: [Page] = Flow.all.flatMap { flow in
    flow.steps.compactMap { step -> Page? in
      guard step.fields.count > 1, step.fields[1].isLine, case .choice = step.fields[0].input
      else { return nil }
      return Page(flow: flow, step: step, answers: step.fields[0], line: step.fields[1])
    }
  }

  private static let parties = pages.filter { page in
    if case .line(.party, _) = page.line.input { true } else { false }
  }

  private static func chosen(_ driver: Driver) -> Int {
    driver.text.matches(of: /\(•\)/).count
  }

  @Test(arguments: Language.allCases)
  func `a name or a number that is typed among the answers stands whole in the line`(
    language: Language
  ) {
    #expect(Self.parties.count > 3)
    let names = [
      "Dagros 2 AS", "dagros", "Vik AS", "vik", "VVS Bygg", "Jan", "Nordlys AS", "Yngve",
      "2 Brødre AS", "24SevenOffice AS", "V 1 AS", "310043214", "310 043 214", "310043215",
      "918234567", "31004321", "3M Norge AS", "2rett AS",
    ]
    for page in Self.parties {
      for typed in names {
        var driver = page.driver(language)
        driver.type(typed)
        let told = "\(page.flow.id) \(page.step.id) \(typed)\n\(driver.text)"
        #expect(driver.text.contains(typed), "\(told)")
        let isNumber = (try? OrganisationNumber(checking: typed)) != nil
        let isTold = isNumber && page.line.impliedByNumber[page.answers.id] != nil
        #expect(Self.chosen(driver) == (isTold ? 1 : 0), "\(told)")
        #expect(driver.step == page.step.id)
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `behind the letter of an answer a capital begins the name, and the answer stays`(
    language: Language
  ) {
    for page in Self.parties {
      let keys = page.keys(page.driver(language)).map(\.key).filter(\.isLetter)
      #expect(!keys.isEmpty)
      for key in keys.map({ $0.lowercased() }) {
        for name in ["Vik AS", "Delta Firm", "Nordlys AS", "Jan"] {
          var driver = page.driver(language)
          driver.type(key)
          driver.type(name)
          let told = "\(page.flow.id) \(page.step.id) \(key)\n\(driver.text)"
          #expect(driver.text.contains(name) && !driver.text.contains(key + name), "\(told)")
          #expect(Self.chosen(driver) == 1, "\(told)")
        }
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `the key of an answer pressed again writes nothing, and Enter goes on with it`(
    language: Language
  ) {
    for page in Self.pages {
      for (key, value) in page.keys(page.driver(language)) {
        var driver = page.driver(language)
        let name = "\(page.flow.id) \(page.step.id) \(key)"
        driver.press(.character(key), .character(key), .character(key))
        #expect(Self.chosen(driver) == 1 && driver.step == page.step.id, "\(name)")
        for _ in 1..<page.step.fields.count { driver.press(.enter) }
        #expect(driver.walk?.answer(page.answers.id)?.value == value, "\(name)\n\(driver.text)")
        #expect(driver.walk?.answer(page.line.id) == nil, "\(name)")
      }
    }
  }

  @Test func `a number behind the key of an answer leaves the answer, and a name behind a digit`() {
    for page in Self.parties {
      for (key, value) in page.keys(page.driver()) {
        for typed in ["310043214", "Vik AS"] where key.isNumber || typed.first?.isNumber == true {
          var driver = page.driver()
          driver.type("\(key)\(typed)")
          let name = "\(page.flow.id) \(page.step.id) \(key) \(typed)\n\(driver.text)"
          #expect(driver.text.contains(typed) && Self.chosen(driver) == 1, "\(name)")
          #expect(!driver.text.contains("\(key)\(typed)"), "\(name)")
          driver.press(.enter)
          #expect(driver.walk?.answer(page.answers.id)?.value == value, "\(name)")
          #expect(driver.walk?.answer(page.line.id)?.value == typed, "\(name)")
        }
      }
    }
  }

  @Test func `in a line that is filled already the key of an answer writes nothing`() {
    for page in Self.parties {
      for (key, value) in page.keys(page.driver()) {
        var driver = Driver(portal: page.flow.edition)
        driver.open(page.step.id, [(page.line.id, "310043214")], flow: page.flow)
        driver.press(.character(key), .character(key), .enter)
        let name = "\(page.flow.id) \(page.step.id) \(key)"
        #expect(driver.walk?.answer(page.answers.id)?.value == value, "\(name)")
        #expect(driver.walk?.answer(page.line.id)?.value == "310043214", "\(name)")
      }
    }
  }

  @Test func `above a line that is filled a sign only chooses, and a number takes its place whole`()
  {
    for page in Self.parties {
      let isTold = page.line.impliedByNumber[page.answers.id] != nil
      for typed in ["0", "x", "31004321", "310043215"] {
        var driver = Driver(portal: page.flow.edition)
        driver.open(page.step.id, [(page.line.id, "NORDLYS")], flow: page.flow)
        driver.type(typed)
        let told = "\(page.flow.id) \(page.step.id) \(typed)\n\(driver.text)"
        #expect(!driver.text.contains(/NORDLYS[0-9x]/), "\(told)")
      }
      guard isTold else { continue }
      for typed in ["310043214", "1310043214", "310 043 214"] {
        var driver = Driver(portal: page.flow.edition)
        driver.open(page.step.id, [(page.line.id, "NORDLYS")], flow: page.flow)
        driver.type(typed)
        let told = "\(page.flow.id) \(page.step.id) \(typed)\n\(driver.text)"
        #expect(Self.chosen(driver) == 1, "\(told)")
        driver.press(.enter)
        let kept = driver.walk?.answer(page.line.id)?.value.filter(\.isNumber)
        #expect(kept == "310043214", "\(told)")
      }
    }
  }

  @Test func `a name that begins with the digit of an answer leaves the answer that was chosen`() {
    for page in Self.parties where page.keys(page.driver()).contains(where: { $0.key == "3" }) {
      var driver = page.driver()
      // From the line over the buttons to the answers again.
      driver.press(.character("1"), .tab, .tab)
      driver.type("3M Norge AS")
      #expect(driver.text.contains("3M Norge AS"), "\(page.flow.id)\n\(driver.text)")
      driver.press(.enter)
      let first = page.keys(driver).first { $0.key == "1" }?.value
      #expect(driver.walk?.answer(page.answers.id)?.value == first, "\(page.flow.id)")
      #expect(driver.walk?.answer(page.line.id)?.value == "3M Norge AS")
    }
  }

  @Test(arguments: [
    ("2", "", true), ("222", "", true), ("2 ", "", true), ("2Vik", "Vik", true),
    ("22Vik", "Vik", true), ("2 B", "2 B", false), ("1.12.2026", "1.12.2026", false),
    ("v", "", true), ("Vv", "", true), ("VVS", "VVS", false), ("v1", "v1", false),
    ("29", "9", true), ("21", "21", false), ("291", "91", true), ("29Åtte", "29Åtte", false),
    ("3M", "M", true), ("3M Norge AS", "3M Norge AS", false), ("3m norge as", "3m norge as", false),
    ("3M Norge AS Vik", "3M Norge AS Vik", false), ("1A Hansen", "A Hansen", true),
    ("2rett", "rett", true), ("2rett AS", "2rett AS", false), ("2vik as", "vik as", true),
    ("2Vik AS", "Vik AS", true), ("2#3", "2#3", false), ("29#", "9#", true), ("22#", "2#", true),
  ])
  func `what was typed tells whether its beginning was an answer`(
    typed: String,
    line: String,
    chooses: Bool
  ) {
    // Here a digit with # behind it is whole.
    let read = FirstSigns.reading(typed) {
      $0.count == 2 && $0.hasSuffix("#")
    } mayBegin: {
      $0.hasPrefix("9")
    }
    #expect(read.line == line && read.chooses == chooses, "\(read)")
  }
}
