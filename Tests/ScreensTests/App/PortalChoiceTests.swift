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
    #expect(draft.answers == before.answers)
    #expect(driver.lines[0].contains("Altinn II"))
    driver.press(.function(2))
    #expect(driver.walk?.content.answers == before.answers)
    #expect(driver.walk?.flow.id == Flow.findFault3.id)
    driver.press(.function(2), .escape, .escape, .escape)
    #expect(driver.state.screen is HomeScreen)
    #expect(driver.lines[0].contains(driver.wording.name(PortalEdition.altinn2)))
  }

  @Test(arguments: Language.allCases)
  func `a message of the Altinn that has closed says so, and the way on stays in the one in use`(
    language: Language
  ) throws {
    var driver = Driver(language, portal: .altinn3)
    driver.press(.character("1"))
    driver.send(.pasted(SampleMessage.notAuthorised))
    driver.press(.enter)
    #expect(driver.step == "recognised")
    let said = try #require(driver.walk).flow
    #expect(said.edition == .altinn3)
    let wording = driver.wording
    let walk = try #require(driver.walk)
    let words = wording.prose(walk, number: nil).lines(width: 400).map(\.text)
    #expect(words.contains { $0.contains(wording("recognised.from.altinn2")) })
    #expect(wording.offers(walk).map(\.choice) == [.next, .portal])
    // The other way round the message leads to the Altinn in use first.
    var old = Driver(language)
    old.press(.character("1"))
    old.send(.pasted("MP-303"))
    old.press(.enter)
    #expect(wording.offers(try #require(old.walk)).first?.choice == .portal)
    old.press(.enter)
    #expect(old.walk?.flow.id == Flow.findFault3.id)
  }
}
