import Drawing
import Model
import TestSupport
import Testing
import Wording

@testable import Screens

/// While the steps of *vet ikke* stand where the answers stood, no key answers what is not on the screen.
@Suite struct UnsureStepsTests {
  /// Calls at a question that is answered by choosing.
  private static func asking(_ setting: Setting, _ portal: PortalEdition) -> [DeskDriver] {
    DeskDriver.questions(setting, portal, about: "145")
  }

  private static func letter(_ value: String, _ driver: DeskDriver) -> Key {
    .character(Character(driver.wording("letter.\(value)")))
  }

  /// All that has been told in a call.
  private static func told(_ driver: DeskDriver) -> String {
    let answers = driver.call?.walk.content.answers.filter { $0.field != .callPlace } ?? []
    return "\(answers) \(String(describing: driver.call?.caller)) \(driver.call?.stage as Any)"
  }

  @Test(arguments: PortalEdition.allCases, Setting.all)
  func `a digit goes to the step that has it, and answers nothing`(
    portal: PortalEdition,
    setting: Setting
  ) throws {
    let drivers = Self.asking(setting, portal)
    try #require(!drivers.isEmpty)
    for driver in drivers {
      let unsure = driver.pressing(Self.letter(Fact.unknown, driver))
      let field = try #require(driver.call?.asked)
      let steps = SpokenText(field, driver.wording).unsure.count
      #expect(unsure.call?.unsureStep == 0 && steps > 1)
      for digit in 1...9 {
        let next = unsure.pressing(.character(Character("\(digit)")))
        #expect(Self.told(next) == Self.told(unsure), "\(digit)\n\(unsure.text)")
        #expect(next.call?.unsureStep == (digit <= steps ? digit - 1 : 0))
        let place = digit <= steps ? digit : 1
        #expect(next.lines.contains { $0.contains("▸ \(place). ") }, "\(next.text)")
      }
      let back = unsure.pressing(.escape)
      #expect(back.call?.unsureStep == nil && back.text == driver.text)
    }
  }

  @Test(arguments: PortalEdition.allCases, Setting.sizes)
  func `no key stores an answer that is not on the screen`(
    portal: PortalEdition,
    setting: Setting
  ) {
    let signs = "abcdefghijklmnopqrstuvwxyzæøå1234567890 ?!-"
    for driver in Self.asking(setting, portal) {
      let unsure = driver.pressing(Self.letter(Fact.unknown, driver))
      for sign in signs {
        let next = unsure.pressing(.character(sign))
        guard Self.told(next) != Self.told(unsure) else { continue }
        let values = [Fact.yes, Fact.no, Fact.unknown]
        let value = values.first { unsure.wording("letter.\($0)") == String(sign) } ?? ""
        #expect(values.contains(value), "\(sign)\n\(unsure.text)")
        let shown = "\(sign) \(unsure.wording("hint.letter.\(value)"))"
        #expect(unsure.lines.contains { $0.contains(shown) }, "\(shown)\n\(unsure.text)")
      }
      // Nor does what an arrow had gone to before the steps came.
      let gone = driver.pressing(.down, .down, Self.letter(Fact.unknown, driver))
      #expect(Self.told(gone.pressing(.enter)) == Self.told(gone))
    }
  }

  @Test(arguments: PortalEdition.allCases, Setting.all)
  func `steps that have no room are seen to be there, and the arrows lead to each`(
    portal: PortalEdition,
    setting: Setting
  ) throws {
    for driver in Self.asking(setting, portal) {
      var unsure = driver.pressing(Self.letter(Fact.unknown, driver))
      let steps = SpokenText(try #require(driver.call?.asked), driver.wording).unsure
      let isWhole = (1...steps.count).allSatisfy { unsure.text.contains(" \($0). ") }
      #expect(isWhole || unsure.text.contains("↓"), "\(unsure.text)")
      for (place, step) in steps.enumerated() {
        let words = step.split(separator: " ").prefix(2).joined(separator: " ")
        #expect(unsure.text.contains("▸ \(place + 1). \(words)"), "\(unsure.text)")
        #expect(unsure.state.render().checkInvariants() == [])
        unsure.press(.down)
      }
      #expect(unsure.lines.last?.contains("Esc") == true, "\(unsure.text)")
    }
  }

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func `whoever did not know is not said to be at the right place already`(
    portal: PortalEdition,
    language: Language
  ) {
    var driver = DeskDriver(language, portal: portal, columns: 120, rows: 40)
      .pressing(.answerCall, .character("0"))
    let told = driver.wording("planned.sameVantage.call")
    for _ in 0..<30 where driver.call?.stage != .answer {
      driver.press(Self.letter(Fact.unknown, driver))
      #expect(!driver.text.contains(told), "\(driver.text)")
    }
  }

  @Test func `who calls is not said to be somebody else where nobody knows`() throws {
    let driver = DeskDriver().pressing(.answerCall, .character("4"))
    #expect(driver.call?.stage == .role)
    let key = Self.letter(Fact.unknown, driver)
    let asked = driver.pressing(key, key)
    #expect(asked.call?.stage == .question && asked.call?.caller.role == nil)
    let id = try #require(asked.call?.number)
    #expect(try asked.store.entry(id).desk.caller.role == nil)
  }

  @Test func `whoever cannot tell for whom they ring is not asked it in other words`() throws {
    var driver = DeskDriver(portal: .altinn3).pressing(.answerCall, .character("0"))
    for _ in 0..<40 where driver.call?.stage != .role { driver.type("v") }
    try #require(driver.call?.stage == .role, "\(driver.text)")
    driver.type("vv")
    let call = try #require(driver.call)
    #expect(call.asked?.id != .workFor && call.stage != .role, "\(driver.text)")
    #expect(call.walk.answer(.workFor)?.value == Fact.unknown)
  }

  // MARK: - Beside a line

  /// A call that asks what is sent.
  private static func atService(_ setting: Setting) -> DeskDriver {
    DeskDriver(setting).pressing(.answerCall, .character("4"), .character("1"), .enter)
  }

  @Test(arguments: Setting.all)
  func `beside a search the letter is vet ikke and stands on the screen, unless it begins a word`(
    setting: Setting
  ) {
    let driver = Self.atService(setting)
    let key = Self.letter(Fact.unknown, driver)
    let letter = driver.wording("letter.unknown")
    #expect(driver.call?.asked?.id == .service)
    #expect(driver.text.contains("\(letter) \(driver.wording("hint.letter.unknown"))"))
    let steps = driver.pressing(key)
    #expect(steps.call?.walk.answer(.service) == nil && steps.call?.unsureStep == 0)
    #expect(steps.text.contains("▸ 1. "), "\(steps.text)")
    #expect(steps.pressing(.character("2")).call?.unsureStep == 1)
    let twice = steps.pressing(key)
    #expect(twice.call?.walk.answer(.service)?.value == Fact.unknown)
    let typed = steps.typing("ar")
    #expect(typed.call?.unsureStep == nil && typed.text.contains("\(letter)ar"))
    #expect(typed.call?.walk.answer(.service) == nil)
    // The line for a number can be left the same way.
    let party = DeskDriver(setting).pressing(.answerCall, .character("4"), .character("1"))
    #expect(party.text.contains("\(letter) \(party.wording("hint.letter.unknown"))"))
    let left = party.pressing(key, key)
    #expect(left.call?.stage == .question && left.call?.walk.answer(.reporteeName) == nil)
  }

  @Test(arguments: Setting.all)
  func `Enter on a list that nobody has touched answers nothing, however often it is pressed`(
    setting: Setting
  ) {
    let driver = Self.atService(setting)
    let entered = driver.pressing(.enter, .enter, .enter)
    #expect(entered.call?.asked?.id == .service, "\(entered.text)")
    #expect(entered.call?.walk.answer(.service) == nil && entered.call?.unsureStep == 0)
    let key = Self.letter(Fact.unknown, driver)
    #expect(entered.pressing(key).call?.walk.answer(.service)?.value == Fact.unknown)
  }

  @Test(arguments: Setting.all, ["qqqq", "999 qq"])
  func `where nothing fits what is typed, Enter takes the row that is marked and says so`(
    setting: Setting,
    typed: String
  ) {
    let entered = Self.atService(setting).typing(typed).pressing(.enter)
    #expect(entered.call?.walk.answer(.service)?.value == Fact.otherService, "\(entered.text)")
  }

  @Test func `that a page is looked at goes for no other question than that one`() throws {
    var driver = DeskDriver(portal: .altinn3).pressing(.answerCall, .character("0"))
    driver.press(.character("S"))
    #expect(driver.call?.sees != true)
    for _ in 0..<24 where driver.call?.sees != true {
      driver.press(.character("v"))
      if driver.call?.stage == .question { driver.press(.character("S")) }
    }
    try #require(driver.call?.stage == .question && driver.call?.sees == true)
    if driver.call?.unsureStep != nil { driver.press(.escape) }
    driver.press(.character("v"), .character("v"))
    #expect(driver.call?.sees == false, "\(driver.text)")
  }
}
