import Drawing
import Model
import Screens
import TestSupport
import Testing
import Wording

/// The register at hand on the screen: asked once for each number, read back, and silent where there is none.
@Suite struct RegisterScreenTests {
  /// Somebody who sends for a client, at the question whom they send for.
  static func asking(_ language: Language = .bokmal, columns: Int = 80, rows: Int = 24) -> Driver {
    Driver(
      language,
      columns: columns,
      rows: rows,
      portal: .altinn3,
      hasRegister: true
    ).opening("work.for", [], flow: .findFault3)
  }

  /// The register answers what was asked; the driver after it.
  static func answered(_ driver: Driver, hasNames: Bool = true, day: Day = SampleRegister.made)
    -> Driver
  {
    var driver = driver
    for case .askRegister(let number) in driver.effects {
      let reply = SampleRegister.reply(to: number, hasNames: hasNames, day: day)
      driver.send(.registered(reply))
    }
    return driver
  }

  /// What is concluded for a client that is not offered.
  static func concluded(columns: Int = 80, rows: Int = 24, hasRegister: Bool = true) -> Driver {
    Driver(columns: columns, rows: rows, portal: .altinn3, hasRegister: hasRegister)
      .opening(
        "conclusion",
        [
          ("work.for", "client"), ("reportee.name", "310012343"), ("sender.acts", "nothing"),
          ("program.way", "access"), ("access.listed", "missing"), ("accessRequest.state", "none"),
          ("approver.canManage", "no"),
        ],
        flow: .findFault3
      )
  }

  /// Some words of a name are typed, and the register has answered what was last looked for.
  static func searched(
    _ words: String,
    _ language: Language = .bokmal,
    columns: Int = 80,
    rows: Int = 24
  ) -> Driver {
    var driver = asking(language, columns: columns, rows: rows).typing(words)
    if let query = sought(driver).last { driver.send(.foundInRegister(SampleRegister.hits(query))) }
    return driver
  }

  private static func sought(_ driver: Driver) -> [RegisterQuery] {
    driver.effects.compactMap { if case .searchRegister(let query) = $0 { query } else { nil } }
  }

  private func asked(_ driver: Driver) -> [OrganisationNumber] {
    driver.effects.compactMap { if case .askRegister(let number) = $0 { number } else { nil } }
  }

  @Test func `a number is asked for once, as soon as it is whole`() {
    var driver = Self.asking().pressing(.tab).typing("31001234")
    #expect(asked(driver) == [])
    driver.type("3")
    #expect(asked(driver) == [SampleRegister.client])
    driver.press(.backspace, .character("3"), .enter)
    #expect(asked(driver) == [SampleRegister.client])
  }

  @Test func `nothing is asked for where there is no register`() {
    var driver = Driver(portal: .altinn3).opening("work.for", [], flow: .findFault3)
    driver.press(.tab)
    driver.type("310012343")
    driver.press(.enter)
    #expect(asked(driver) == [])
  }

  @Test(arguments: Setting.all)
  func `a number is read back with its name and its day`(setting: Setting) {
    let driver = Self.answered(
      Self.asking(setting.language, columns: setting.columns, rows: setting.rows)
        .pressing(.tab).typing("310012343")
    )
    #expect(driver.shows("310 012 343 · EKSEMPELBAKEREN AS"))
    let day = driver.wording.text(SampleRegister.made)
    #expect(driver.shows(driver.wording("register.asOfOld", ["day": day])))
    // Every answer has its place all the same.
    for value in ["own", "client", "person"] {
      #expect(driver.shows(driver.wording("question.work.for.\(value)")), "\(driver.text)")
    }
  }

  @Test func `a sub-unit, a bankrupt unit and a number in neither file are told apart`() {
    let sub = Self.answered(Self.asking().pressing(.tab).typing("311234560"))
    #expect(sub.shows("Underenhet av 310 012 343 EKSEMPELBAKEREN AS"))
    let bankrupt = Self.answered(Self.asking().pressing(.tab).typing("310505056"))
    #expect(bankrupt.shows("EKSEMPELSNEKKEREN") && bankrupt.shows("Enheten er konkurs"))
    let none = Self.answered(Self.asking().pressing(.tab).typing("310000035"))
    #expect(none.shows("står ikke i filene") && !none.shows("finnes ikke"))
  }

  @Test func `the answer for a number that was typed over says nothing of the new one`() {
    var driver = Self.asking().pressing(.tab).typing("310012343")
    driver.press(.backspace)
    driver = Self.answered(driver)
    #expect(!driver.shows("EKSEMPELBAKEREN"))
    driver.type("3")
    #expect(driver.shows("EKSEMPELBAKEREN"))
  }

  @Test func `the conclusion tells who can act by role, and by name where the register has names`()
  {
    let text = "Daglig leder: Kari Eksempel"
    let plain = Self.concluded()
    let named = Self.answered(plain)
    let nameless = Self.answered(plain, hasNames: false)
    #expect(!plain.shows("Enhetsregisteret per"))
    // The system access of work for clients is the firm's.
    #expect(named.shows("Daglig leder: Ola Eksempel") && !named.shows(text), "\(named.text)")
    #expect(nameless.shows("Daglig leder") && !nameless.shows("Ola"))
  }

  @Test func `a copy of what is on the screen has no name of a person`() {
    var driver = Self.answered(Self.concluded())
    #expect(driver.shows("Ola Eksempel"))
    let copied = driver.press(.function(6)).compactMap { effect in
      if case .copy(let text) = effect { text } else { nil }
    }
    #expect(copied.count == 1 && copied.allSatisfy { !$0.contains("Ola") })
    #expect(copied.allSatisfy { $0.contains("Daglig leder") })
  }

  @Test func `a name is looked for from its third letter on, and a whole number is not`() {
    var driver = Self.asking().typing("ek")
    #expect(Self.sought(driver) == [])
    driver.type("s")
    #expect(Self.sought(driver).map(\.words) == ["eks"])
    driver.send(.resized(Size(columns: 90, rows: 30)))
    #expect(Self.sought(driver).count == 1)
    let number = Self.asking().pressing(.tab).typing("310012343")
    #expect(Self.sought(number).map(\.words).last == "31001234")
    #expect(Self.sought(Driver(portal: .altinn3).typing("eksempel")) == [])
  }

  @Test(arguments: Setting.all)
  func `what is found stands below the line, and the arrow and Enter type its number`(
    setting: Setting
  ) {
    var driver = Self.searched(
      "eksempel",
      setting.language,
      columns: setting.columns,
      rows: setting.rows
    )
    #expect(driver.shows("310 012 343 EKSEMPELBAKEREN AS"), "\(driver.text)")
    #expect(driver.shows("310 043 214 EKSEMPEL REGNSKAP AS"))
    for value in ["own", "client", "person"] {
      #expect(driver.shows(driver.wording("question.work.for.\(value)")), "\(driver.text)")
    }
    #expect(asked(driver) == [])
    driver.press(.down, .down, .enter)
    #expect(asked(driver) == [SampleRegister.firm] && driver.step == "work.for")
    #expect(driver.shows("310043214") && !driver.shows("EKSEMPELBAKEREN"))
  }

  @Test func `Enter without an arrow goes on with what is typed, and the arrows still move`() {
    func searched(_ words: String) -> Driver {
      var driver = Self.asking()
      driver.press(.home, .down, .character(" "))
      driver.type(words)
      if let query = Self.sought(driver).last {
        driver.send(.foundInRegister(SampleRegister.hits(query)))
      }
      return driver
    }
    var driver = searched("eksempel")
    driver.press(.enter)
    #expect(driver.walk?.answer(.reporteeName)?.value == "eksempel")
    driver = searched("eksempelb")
    driver.press(.down, .up, .enter)
    #expect(driver.walk?.answer(.reporteeName)?.value == "eksempelb")
    driver = searched("eksempelb")
    // Past the last one the focus goes on to the buttons.
    driver.press(.down, .down, .down, .down, .enter)
    #expect(driver.walk?.answer(.reporteeName)?.value == "eksempelb")
  }

  @Test func `an answer to an earlier search is not shown`() {
    var driver = Self.asking().typing("eks")
    let old = Self.sought(driver)
    driver.type("empelm")
    for query in old { driver.send(.foundInRegister(SampleRegister.hits(query))) }
    #expect(!driver.shows("EKSEMPELBAKEREN"))
  }

  @Test func `the clients come first in work for a client`() {
    var driver = Self.asking()
    driver.press(.home, .down, .character(" "))
    driver.type("eks")
    #expect(Self.sought(driver).last?.isForClient == true, "\(driver.text)")
  }

  @Test func `a message that names the party has it read back`() {
    var driver = Driver(portal: .altinn3, hasRegister: true).pressing(.character("1"))
    driver.send(.pasted("GLD_1062 Oppgavegiver er underenhet 311234560"))
    driver.press(.enter)
    #expect(asked(driver) == [SampleRegister.subunit])
    driver = Self.answered(driver)
    #expect(driver.shows("EKSEMPELBAKEREN AS AVD SENTRUM"))
  }

  /// A call about a client whose number was said.
  static func calling(columns: Int = 80, rows: Int = 24) -> DeskDriver {
    var driver = DeskDriver(
      portal: .altinn3,
      columns: columns,
      rows: rows,
      hasRegister: true
    ).pressing(.answerCall, .character("1"))
    for character in "2310012343" { driver.press(.character(character)) }
    return driver
  }

  @Test func `at the desk the party is read back, and what is copied has no name`() throws {
    var driver = Self.calling()
    #expect(driver.text.contains("310 012 343 · EKSEMPELBAKEREN AS"), "\(driver.text)")
    driver.press(.enter)
    #expect(driver.text.contains("EKSEMPELBAKEREN"), "\(driver.text)")
    driver.press(.function(5))
    let call = try #require(driver.call)
    #expect(call.stage == .answer && call.readable(driver.wording)?.contains("Eksempel") == false)
    let walk = call.walk
    #expect(walk.register[SampleRegister.client]?.roles.first?.name == SampleRegister.manager)
    let sent =
      CallMessage.Form.allCases.map { CallMessage(walk, code: "", driver.wording).text($0) }
      + [HandOverText(walk, call.caller, driver.wording).plain]
    for text in sent { #expect(!text.contains("Eksempel") && !text.contains("egisteret per")) }
  }
}
