import Drawing
import Model
import Screens
import TestSupport
import Testing
import Wording

/// What is typed and pasted where a caller says what is wrong.
@Suite struct HeardWordsTests {
  private static let codes = [
    "HTTP 403", "HTTP 422", "HTTP 500", "E2", "E14", "MP-303", "AUTH-00015", "AUTH 00015",
    "kode 30001", "org 310 043 214",
  ]

  @Test(arguments: PortalEdition.allCases, codes)
  func `a digit in what is spelled out takes no row`(portal: PortalEdition, typed: String) {
    let driver = DeskDriver(portal: portal).pressing(.answerCall).typing(typed)
    #expect(driver.call?.stage == .message && driver.call?.walk.flow.edition == portal)
    #expect(driver.call?.walk.answer(.message) == nil && driver.text.contains(typed))
    #expect(driver.state.render().checkInvariants() == [])
  }

  @Test(arguments: [
    (PortalEdition.altinn2, "E2", "E2"), (.altinn2, "kode 30001", "C30001"),
    (.altinn2, "HTTP 302", "R6"), (.altinn3, "HTTP 403", "H403"), (.altinn3, "MP-303", "MP303"),
    (.altinn3, "AUTH-00015", "AUTHNoAccess"),
  ])
  func `a code that is typed whole is taken by Enter, and is told`(
    portal: PortalEdition,
    typed: String,
    id: String
  ) {
    let driver = DeskDriver(portal: portal).pressing(.answerCall).typing(typed).pressing(.enter)
    #expect(driver.call?.walk.answer(.message)?.value == id, "\(driver.text)")
    #expect(driver.call?.walk.answer(.message)?.source == .told)
  }

  @Test func `of several rows Enter goes to the first, and a second takes it`() {
    var driver = DeskDriver().pressing(.answerCall).typing("username/password")
    driver.press(.enter)
    #expect(driver.call?.stage == .message && driver.call?.walk.answer(.message) == nil)
    driver.press(.enter)
    #expect(driver.call?.stage != .message)
  }

  @Test func `the caller's own words are kept, and what they are like is not told as read out`()
    throws
  {
    let words = "det står at systemet er låst"
    var driver = DeskDriver().pressing(.answerCall).typing(words)
    if driver.pressing(.enter).call?.stage == .message { driver.press(.down) }
    driver.press(.enter)
    let call = try #require(driver.call)
    #expect(call.stage != .message && call.caller.words == words)
    #expect(call.walk.answer(.message)?.value == Fact.unknown)
    let number = try #require(call.number)
    #expect(try driver.store.entry(number).desk.caller.words == words)
    let told = HandOverText(call.walk, call.caller, driver.wording).text(.situation)
    let id = try #require(call.walk.facts[.message])
    #expect(told.hasPrefix(driver.wording.quoted(words)))
    #expect(
      told.hasSuffix(
        driver.wording("desk.like", ["message": driver.wording.callerMessage(id)])
      )
    )
    #expect(call.walk.diagnosis.conclusion.certainty != .confirmed)
  }

  @Test(
    arguments: PortalEdition.allCases,
    [
      "stopped working", "virket før", "signert", "logget", "passord", "tilgang", "låst", "kode",
      "avvist", "klient", "godkjenn", "rejected",
    ]
  )
  func `nothing is confirmed by a row that words of the caller's own led to`(
    portal: PortalEdition,
    words: String
  ) throws {
    let typed = DeskDriver(portal: portal).pressing(.answerCall).typing(words)
    let hits = try #require(typed.call).hits(typed.wording)
    let labels = hits.map { typed.wording.callerMessage($0.message.id) }
    #expect(!hits.isEmpty)
    #expect(Set(labels).count == labels.count, "\(labels)")
    for (place, hit) in hits.enumerated() {
      var driver = DeskDriver(portal: portal).pressing(.answerCall).typing(words)
      for _ in 0...place { driver.press(.down) }
      driver.press(.enter)
      let call = try #require(driver.call)
      #expect(call.stage != .message, "\(hit.message.id)")
      #expect(call.walk.diagnosis.conclusion.certainty != .confirmed, "\(hit.message.id)")
      // What nobody has read out shows nothing of how the program gets in.
      if !hit.isRead { #expect(call.walk.answer(.programWay) == nil, "\(hit.message.id)") }
    }
  }

  @Test func `what is only described so is gone to first, and Enter once more takes it`() throws {
    let driver = DeskDriver(portal: .altinn3).pressing(.answerCall).typing("stopped working")
    #expect(driver.call?.page(driver.wording).options.first?.id == "hear.YStopped")
    let gone = driver.pressing(.enter)
    #expect(gone.call?.stage == .message && gone.call?.walk.answer(.messageSymptom) == nil)
    #expect(gone.pressing(.enter).call?.walk.answer(.messageSymptom)?.value == "YStopped")
  }

  @Test func `what fits no message is kept by Enter as the caller said it`() {
    let driver = DeskDriver().pressing(.answerCall).typing("kvern 17 gikk ned").pressing(.enter)
    #expect(driver.call?.caller.words == "kvern 17 gikk ned")
    #expect(driver.call?.walk.answer(.message)?.value == Fact.unknown)
  }

  @Test(arguments: PortalEdition.allCases, Setting.all)
  func
    `a pasted message that is not known is said to be so and kept, and none of the rows can be it`(
      portal: PortalEdition,
      setting: Setting
    )
  {
    let texts = [
      "HTTP 422: Validation error in TaxReport 12345", "Sesjonen gikk ned i kvern 17",
      "det står noe om at systemet er låst",
    ]
    for text in texts {
      var driver = DeskDriver(setting, portal: portal)
      driver.press(.answerCall)
      driver.send(.pasted(text))
      guard driver.call?.walk.facts[.message] == nil else { continue }
      let said = driver.wording("desk.unknownText", ["text": text])
      #expect(driver.text.contains(said.prefix(40)), "\(driver.text)")
      guard driver.call?.stage == .message else { continue }
      #expect(driver.text.contains(driver.wording("desk.noneOfThese")))
      driver.press(.character("0"))
      #expect(driver.call?.stage == .symptom && driver.text.contains(said.prefix(40)))
      #expect(driver.call?.walk.hasText == true)
      #expect(driver.call?.walk.facts[.message] == nil)
    }
  }

  @Test(arguments: Setting.all)
  func `a pasted message that is known is named, as what has gone well`(setting: Setting) {
    var driver = DeskDriver(setting)
    driver.press(.answerCall)
    driver.send(.pasted("Incorrect username/password given for system"))
    let named = driver.wording("desk.recognised", ["message": driver.wording.callerMessage("E2")])
    let said = "\(driver.state.glyphs.tick) \(named.prefix(40))"
    #expect(driver.text.contains(said), "\(driver.text)")
    #expect(!driver.text.contains("\(driver.state.glyphs.cross) \(named.prefix(10))"))
    // It was said of that page.
    driver.press(.function(3))
    #expect(!driver.text.contains(said), "\(driver.text)")
  }
}
