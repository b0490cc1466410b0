import Wording
import Drawing
import SafeText
import Model
import Screens
import TestSupport
import Testing

/// Which Altinn one is in, and how one changes it.
@Suite struct PortalChoiceTests {
  @Test(arguments: Language.allCases)
  func `home has the flows of its Altinn, and leads to the other by an entry and by a key`(
    language: Language
  ) throws {
    #expect(
      AppState(content: .embedded, language: language, size: Size(columns: 80, rows: 24))
        .home.portal == .altinn3
    )
    for portal in PortalEdition.allCases {
      var driver = Driver(language, portal: portal)
      let other = portal.other
      #expect(driver.lines[0].contains(driver.wording.name(portal)))
      for id in Flow.ids(of: portal) { #expect(driver.shows(driver.wording("flow.\(id).start"))) }
      driver.press(.function(2))
      #expect(driver.lines[0].contains(driver.wording.name(other)))
      for id in Flow.ids(of: other) { #expect(driver.shows(driver.wording("flow.\(id).start"))) }
      let entry = try #require(
        HomeEntry.all(HomeState(other), driver.wording).firstIndex { $0.id == "portal" }
      )
      driver.press(.character(try #require(ChoiceList.key(at: entry))))
      #expect(driver.lines[0].contains(driver.wording.name(portal)))
    }
  }

  @Test(arguments: Language.allCases)
  func `in the Altinn that has closed home, the first question and every header say so`(
    language: Language
  ) throws {
    var driver = Driver(language, portal: .altinn2)
    let said = driver.wording("edition.altinn2.home")
    let header = driver.wording("edition.altinn2.header")
    #expect(driver.shows(said) && driver.lines[0].contains(header))
    driver.press(.character("1"))
    #expect(driver.shows(said) && driver.lines[0].contains(header))
    driver.press(.enter)
    driver.passMessage()
    #expect(driver.lines[0].contains(header))
    for word in ["fra før", "frå før", "from before"] {
      #expect(!driver.wording("recognised.from.altinn2.before").contains(word))
    }
    var other = Driver(language, portal: .altinn3)
    #expect(!other.text.contains(header))
    other.press(.character("1"))
    #expect(!other.shows(said))
  }

  @Test func `the key changes the Altinn of a case, which keeps all that was answered`() throws {
    var driver = Driver(.bokmal, portal: .altinn3)
    driver.press(.character("1"))
    driver.send(.pasted(SampleMessage.notAuthorised))
    driver.press(.enter)
    let before = try #require(driver.walk?.content)
    let saved = driver.press(.function(2))
    guard case .save(let draft, _)? = saved.last else {
      Issue.record("nothing is saved")
      return
    }
    #expect(draft.flow == Flow.findFault.id)
    // The text has been shown, and is kept once the person goes on from it.
    let unseen: [FieldID] = [.messageText, .messageParty, .reporteeName]
    #expect(draft.answers == before.answers.filter { !unseen.contains($0.field) })
    #expect(driver.lines[0].contains("Altinn II"))
    driver.press(.function(2))
    #expect(driver.walk?.content.answers == before.answers)
    #expect(driver.walk?.flow.id == Flow.findFault3.id)
    // What was pressed since keeps the change, and home is in that Altinn as well.
    driver.press(.function(2), .enter)
    while driver.walk != nil { driver.press(.escape) }
    #expect(driver.state.screen is HomeScreen)
    #expect(driver.lines[0].contains(driver.wording.name(PortalEdition.altinn2)))
  }

  @Test func `whoever only looks at the other Altinn comes back to the question they left`() {
    var driver = Driver(portal: .altinn3)
    driver.press(.character("1"))
    driver.send(.pasted("Noe helt annet gikk galt"))
    driver.press(.enter, .enter, .character("v"))
    #expect(driver.step == "program.way")
    driver.press(.function(2), .function(3), .function(2))
    #expect(driver.step == "program.way" && driver.walk?.flow.id == Flow.findFault3.id)
  }

  private static let someSteps: [StepID] = [
    "recognised", "work.for", "access.listed", "overview", "conclusion",
  ]

  @Test(arguments: someSteps)
  func `Escape right after the key takes the change back, and home is where it was`(
    step: StepID
  ) throws {
    let answers: [(FieldID, String)] = [(.message, "GLD005"), (.workFor, "own")]
    var driver = Driver().opening(step, answers, flow: .findFault3)
    let before = try #require(driver.walk?.content)
    for keys in [[Key.function(2), .escape], [.function(2), .function(2)]] {
      for key in keys { driver.press(key) }
      #expect(driver.walk?.content == before && driver.step == step)
      #expect(driver.lines[0].contains(driver.wording.name(PortalEdition.altinn3)))
      #expect(driver.state.home.portal == .altinn3)
    }
    // The next Escape goes back as ever.
    driver.press(.function(2), .escape, .escape)
    #expect(driver.walk?.flow.id ?? Flow.findFault3.id == Flow.findFault3.id)
  }

  @Test(arguments: ["GLD005", "MP303", "H403", "NavNoAccess"], Language.allCases)
  func `a message of today's points says nothing in the Altinn that has closed, and leads back`(
    id: String,
    language: Language
  ) throws {
    let wording = Wording(.embedded, language)
    var walk = wording.content.walk(.findFault)
    walk.give(id, to: .message)
    walk.go(toFirst: .conclusion)
    #expect(walk.diagnosis.conclusion.causes.isEmpty && !walk.diagnosis.liesOutside)
    #expect(wording.offers(walk).first?.choice == .portal)
    let page = wording.prose(walk, number: nil).lines(width: 400).map(\.text)
    #expect(!page.contains(wording(Cause.vendor.titleKey)))
    #expect(!page.contains(wording(Certainty.likely.textKey)))
    // One that speaks of no point of either says the same in both.
    walk.give("GLD019", to: .message)
    #expect(walk.diagnosis.conclusion.causes == [.alreadySent])
  }

  @Test func `nobody sees an old message now`() throws {
    let driver = Self.reading("Incorrect username/password given for system", .bokmal, in: .altinn3)
    var walk = try #require(driver.walk)
    _ = driver.wording.take(.portal, in: &walk, number: nil)
    #expect(walk.flow.edition == .altinn2 && walk.facts[.message] == "E2")
    #expect(walk.diagnosis.conclusion.certainty == .likely)
  }

  @Test(arguments: Language.allCases)
  func `a message of the Altinn that has closed says so, and the way on stays in the one in use`(
    language: Language
  ) throws {
    for (date, key, first) in [
      ("", "recognised.from.altinn2", WalkChoice.next),
      (" 27.11.2026", "recognised.from.altinn2.after", .comesNow),
      (" 3. mai 2026", "recognised.from.altinn2.before", .portal),
      // The day it closed is not before that day.
      (" 19.06.2026", "recognised.from.altinn2.before", .portal),
      (" 20.06.2026", "recognised.from.altinn2.after", .comesNow),
    ] {
      let driver = Self.reading(SampleMessage.notAuthorised + date, language, in: .altinn3)
      let walk = try #require(driver.walk)
      #expect(walk.flow.edition == .altinn3)
      let words = Self.words(driver)
      #expect(Self.begins(words, with: driver.wording(key)))
      #expect(driver.wording.offers(walk).first?.choice == first)
      #expect(
        Set(driver.wording.offers(walk).map(\.choice)).subtracting([.next])
          == [.comesNow, .portal, .forgetText]
      )
    }
    // Who only presses Enter has not said when the message came.
    var unsure = Self.reading(SampleMessage.notAuthorised, language, in: .altinn3)
    unsure.press(.enter)
    #expect(unsure.walk?.diagnosis.failing == [])
    #expect(unsure.walk?.answer(.programWay) == nil)
    var driver = Self.reading(SampleMessage.notAuthorised, language, in: .altinn3)
    driver.press(.backTab, .enter)
    #expect(driver.walk?.diagnosis.failing == [.systemAccess])
    #expect(driver.walk?.current.kind == .overview)
    #expect(driver.shows(driver.wording("point.systemAccess.title")))
  }

  @Test(arguments: Language.allCases)
  func `in the Altinn that has closed a message that cannot come from it leads to the one in use`(
    language: Language
  ) throws {
    for message in ["MP-303", SampleMessage.notAuthorised + " 2026-11-27"] {
      var driver = Self.reading(message, language, in: .altinn2)
      #expect(driver.wording.offers(try #require(driver.walk)).first?.choice == .portal)
      driver.press(.enter)
      #expect(driver.walk?.flow.id == Flow.findFault3.id)
    }
    let old = Self.reading(SampleMessage.notAuthorised + " 2026-05-03", language, in: .altinn2)
    #expect(old.wording.offers(try #require(old.walk)).map(\.choice) == [.next, .forgetText])
  }

  @Test(
    arguments: [
      SampleMessage.notAuthorised, "Incorrect username/password given for system",
      "The EndUserSystem System with ID: 4711 is locked out",
    ],
    Language.allCases
  )
  func `a message of the Altinn that has closed that comes now is not asked about there`(
    message: String,
    language: Language
  ) throws {
    var driver = Self.reading(message, language, in: .altinn2)
    #expect(
      driver.wording.offers(try #require(driver.walk)).map(\.choice)
        == [.next, .comesNow, .forgetText]
    )
    driver.press(.backTab, .enter)
    let walk = try #require(driver.walk)
    #expect(walk.flow.id == Flow.findFault3.id)
    #expect(walk.diagnosis.certainFaults == [.oldConnection])
    #expect(walk.repairs.first?.actions.map(\.id) == ["leaveOldConnection"])
    // From there on it is about the access, and never about an ID or its password.
    var asked = walk
    for _ in Portal.altinn3.facts {
      guard let next = asked.nextQuestion else { break }
      #expect(Portal.altinn3.rule(of: next) != nil && !next.rawValue.contains("assword"), "\(next)")
      asked.give(Fact.unknown, to: next)
    }
  }

  @Test(arguments: Language.allCases, ["E1", "E2", "E6"])
  func `what is only like a message of the Altinn that has closed is not said to be it`(
    language: Language,
    id: String
  ) {
    let wording = Wording(.embedded, language)
    for date in ["", " 27.11.2026", " 3. mai 2026"] {
      var walk = wording.content.walk(.findFault3)
      walk.read("det står noe om at systemet er låst" + date, with: wording.content.recogniser)
      walk.give(id, to: .messageLike)
      walk.go(toFirst: .recognised)
      let page = wording.prose(walk, number: nil).lines(width: 600).map(\.text)
      #expect(page.contains(wording("recognised.like.altinn2")), "\(page)")
      for key in ["", ".before", ".after"] {
        let said = wording("recognised.from.altinn2\(key)").prefix { $0 != "{" }.prefix(50)
        #expect(!page.contains { $0.hasPrefix(said) }, "\(page)")
      }
    }
  }

  @Test func `a message nobody knows is of the first Altinn when it names what only that has`()
    throws
  {
    let known = Self.reading("Noe helt annet hendte. ServiceCode: 4503", .bokmal, in: .altinn3)
    #expect(known.wording.offers(try #require(known.walk)).first?.choice == .next)
    #expect(Self.begins(Self.words(known), with: known.wording("recognised.from.altinn2")))
    var unknown = Driver(portal: .altinn3)
    unknown.press(.character("1"))
    unknown.send(.pasted("Noe helt annet gikk galt"))
    unknown.press(.enter)
    #expect(unknown.step == "kept")
    unknown.press(.enter)
    #expect(unknown.step == "symptom")
    unknown.press(.character("v"))
    #expect(unknown.step == "program.way")
  }

  /// The search for a fault at the step that says what a message is.
  private static func reading(_ message: String, _ language: Language, in portal: PortalEdition)
    -> Driver
  {
    var driver = Driver(language, portal: portal)
    driver.press(.character("1"))
    driver.send(.pasted(message))
    driver.press(.enter)
    if driver.step == "kept" { driver.press(.enter) }
    #expect(driver.step == "recognised")
    return driver
  }

  /// The paragraphs of the step at hand.
  private static func words(_ driver: Driver) -> [String] {
    driver.walk.map { driver.wording.prose($0, number: nil).lines(width: 900).map(\.text) } ?? []
  }

  /// Whether a paragraph is a text up to its first placeholder.
  private static func begins(_ words: [String], with text: String) -> Bool {
    words.contains { $0.hasPrefix(text.prefix { $0 != "{" }) }
  }
}
