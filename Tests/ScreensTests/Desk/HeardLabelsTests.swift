import Drawing
import Model
import SafeText
import TestSupport
import Testing
import Wording

@testable import Screens

/// What an agent listens for, and what they read aloud.
@Suite struct HeardLabelsTests {
  @Test(arguments: PortalEdition.allCases, Setting.all)
  func `each answer says in a word or two what it comes to, before what has no room`(
    portal: PortalEdition,
    setting: Setting
  ) throws {
    let drivers = DeskDriver.questions(setting, portal, about: "0145")
    try #require(!drivers.isEmpty)
    for driver in drivers {
      let field = try #require(driver.call?.asked)
      let below = CallLayout(try #require(driver.call?.room)).below
      let size = Size(columns: below.width, rows: below.height)
      let list = try #require(driver.call?.heardList(size, driver.wording))
      #expect(list.choices.count == field.heardValues.count)
      for place in list.shown {
        let (key, value) = (list.choices[place].key, field.heardValues[place])
        let start = "\(key) \(driver.wording.tag(value, of: field.id)):"
        #expect(driver.lines.contains { $0.contains(" \(start)") }, "\(start)\n\(driver.text)")
      }
    }
  }

  @Test(arguments: Language.allCases, Language.allCases)
  func `the letter that is shown is the one that answers, whatever is read aloud`(
    agent: Language,
    caller: Language
  ) throws {
    // Each with a store of its own, where what one of them answers is no surprise to another.
    func asking() throws -> DeskDriver {
      var driver = DeskDriver(agent).pressing(.answerCall, .character("1"))
      for _ in Language.allCases where driver.call?.spoken(driver.wording).language != caller {
        driver.press(.function(9))
      }
      try #require(driver.call?.spoken(driver.wording).language == caller)
      return driver
    }
    var driver = try asking()
    let field = try #require(driver.call?.asked?.id)
    for value in [Fact.yes, Fact.no] {
      let letter = driver.wording("letter.\(value)")
      #expect(driver.text.contains(" \(letter) \(driver.wording("hint.letter.\(value)")):"))
      let answered = driver.pressing(.character(Character(letter)))
      #expect(answered.call?.walk.answer(field)?.value == value, "\(driver.text)")
    }
    let key = Key.character(Character(driver.wording("letter.unknown")))
    #expect(driver.pressing(key, key).call?.walk.answer(field)?.value == Fact.unknown)
    // What is said at the end is said in the caller's language, and the key beside it is the agent's.
    driver = try asking().pressing(.wrapUp)
    let said = Wording(.embedded, caller)
    let last = driver.wording(
      "desk.wrapUp.tellBack",
      ["said": said.quoted(said("desk.aloud.tellBack"))]
    )
    #expect(driver.text.contains(last), "\(driver.text)")
  }

  @Test(arguments: PortalEdition.allCases)
  func `a small s says that it takes a capital one, and that nothing was seen`(
    portal: PortalEdition
  ) {
    let setting = Setting(language: .bokmal, columns: 80, rows: 24)
    let asking = DeskDriver.questions(setting, portal, about: "0145")
      .filter { $0.call?.canLook == true }
    #expect(!asking.isEmpty)
    for driver in asking {
      let typed = driver.typing("s")
      #expect(typed.call?.sees == driver.call?.sees)
      #expect(typed.text.contains(typed.wording("desk.capitalS")), "\(typed.text)")
    }
  }

  @Test func `of what callers say as many phrases stand as have room, each of them whole`() {
    let all = "ansatt: «jeg tar lønna her», «jeg fører regnskapet hos oss»"
    let one = "ansatt: «jeg tar lønna her»"
    func lines(_ room: Int) -> [String] {
      HeardList([(key: "1", text: all)], shorter: [[one]], room: room, columns: 40, focus: nil)
        .lines[0]
    }
    #expect(lines(1) == [one])
    #expect(lines(2).joined(separator: " ") == all)
  }

  @Test(arguments: Language.allCases)
  func `the help of a call says what F9 changes there, and what is kept of what is pasted`(
    language: Language
  ) {
    var driver = DeskDriver(language, columns: 120, rows: 60).pressing(.answerCall, .character("1"))
    driver.press(.function(1))
    var text = Driver.squeezed(driver.text)
    #expect(text.contains("F9 \(driver.wording("desk.key.language"))"), "\(driver.text)")
    #expect(!text.contains(driver.wording("key.language")))
    driver.press(.end)
    text += Driver.squeezed(driver.text)
    #expect(text.contains(Driver.squeezed(driver.wording("desk.help.privacy")).suffix(40)))
    #expect(!text.contains(Driver.squeezed(driver.wording("help.privacyAbout")).suffix(40)))
  }

  @Test(arguments: Setting.each)
  func `a number is asked for in groups of three, and of whoever sends for a client the client's`(
    setting: Setting
  ) {
    for (role, key) in [("1", "say.reportee.name"), ("2", "say.reportee.name.client")] {
      for portal in PortalEdition.allCases {
        let driver = DeskDriver(setting, portal: portal)
          .pressing(.answerCall, .character(portal == .altinn2 ? "4" : "1")).typing(role)
        guard driver.call?.stage == .party else { continue }
        let main = driver.lines.compactMap { $0.split(separator: "│").last }
        let said = Driver.squeezed(main.joined(separator: " "))
        #expect(said.contains(driver.wording(key)), "\(driver.text)")
        let typed = driver.typing("310043214").pressing(.enter)
        let header = typed.wording("desk.for", ["reportee": "310 043 214"])
        #expect(typed.lines[0].contains(header), "\(typed.text)")
      }
    }
    // A message that speaks of a client asks for the client's number as well.
    let driver = DeskDriver(setting.language, portal: .altinn3)
      .pressing(.answerCall, .character("5"))
    #expect(driver.call?.stage == .party)
    #expect(driver.call?.isForClient == true)
  }

  /// What is said below *SI* is said to whoever is on the line.
  @Test(arguments: Language.allCases)
  func `nothing that is read aloud tells an agent what to do`(language: Language) {
    let wording = Wording(.embedded, language)
    let agents = ["innringer", "innringar", "the caller", "hopp over dette", "skip this"]
    for field in Flow.all.flatMap(\.spokenFields) {
      let text = SpokenText(field, wording)
      for said in [text.say] + text.unsure {
        #expect(!agents.contains { said.lowercased().contains($0) }, "\(field.id): \(said)")
      }
    }
    let driver = DeskDriver(language).pressing(.answerCall, .character("1"), .function(3))
    let asked = driver.lines.first { $0.contains(driver.wording("desk.points").prefix(20)) }
    #expect(asked?.contains(" \(driver.wording("desk.say")) ") == false, "\(driver.text)")
  }
}
