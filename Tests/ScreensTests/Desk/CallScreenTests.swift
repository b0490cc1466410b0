import Drawing
import Model
import Screens
import TestSupport
import Testing
import Wording

@Suite struct CallScreenTests {
  /// The keys of the commonest calls, to what is wrong and to the end.
  private struct Common: Sendable, CustomStringConvertible {
    let description: String
    let keys: [Key]
    let most: Int
    let mostToEnd: Int
    let fault: Fault
  }

  private static let common: [Common] = [
    Common(
      description: "wrong password of the system",
      keys: [.answerCall, .character("1"), .character("n")],
      most: 3,
      mostToEnd: 5,
      fault: .wrongPassword
    ),
    Common(
      description: "locked",
      keys: [.answerCall, .character("2")],
      most: 2,
      mostToEnd: 4,
      fault: .systemLocked
    ),
  ]

  @Test(arguments: common)
  private func `a common call takes no more keys than were promised`(call: Common) throws {
    var driver = DeskDriver()
    for key in call.keys { driver.press(key) }
    #expect(driver.keys <= call.most && driver.call?.stage == .answer)
    let walk = try #require(driver.call?.walk)
    let number = try #require(driver.call?.number)
    driver.press(.wrapUp, .enter)
    #expect(driver.keys <= call.mostToEnd && driver.queue != nil)
    let outcome = try #require(try driver.store.outcomes(of: number).first)
    #expect(outcome.faults == [call.fault] && !outcome.repairs.isEmpty)
    #expect(outcome.causes == walk.diagnosis.conclusion.causes)
    #expect(outcome.repairs == walk.repairs.first?.actions.map(\.id))
    #expect(try driver.store.entry(number).state == .closed)
  }

  @Test func `keys typed ahead close the first call and answer the next`() throws {
    var driver = DeskDriver().pressing(.answerCall, .character("1"), .character("n"))
    let first = try #require(driver.call?.number)
    driver.press(.wrapUp, .enter, .answerCall, .character("1"))
    let second = try #require(driver.call?.number)
    #expect(first != second && driver.call?.stage == .question)
    #expect(try driver.store.entry(first).state == .closed)
    #expect(try driver.store.entry(second).state == .call)
  }

  @Test func `what is pasted in a call is kept with it, masked, and so is whom it names`() throws {
    var driver = DeskDriver().pressing(.answerCall)
    driver.send(
      .pasted(
        "User is not authorized for submittal on behalf of reportee: 310043214\npassord: Vinter2026"
      )
    )
    let kept = try driver.store.load(try #require(driver.call?.number)).content
    let text = try #require(kept.answer(in: .messageText)?.value)
    #expect(text.contains("not authorized") && !text.contains("Vinter2026"))
    #expect(kept.answer(in: .reporteeName)?.value == "310043214")
  }

  @Test
  func `what a pasted text is like can be chosen, also when the call is taken up from the store`()
    throws
  {
    var driver = DeskDriver().pressing(.answerCall)
    driver.send(.pasted("det står noe om at systemet er låst"))
    let number = try #require(driver.call?.number)
    let rows = driver.lines.filter { $0.contains("│") }.map { $0.split(separator: "│").last }
    #expect(driver.call?.stage == .message && driver.call?.walk.facts[.message] == nil)
    var again = DeskDriver(store: driver.store).pressing(.character("d"), .enter)
    #expect(again.call?.number == number)
    #expect(again.lines.filter { $0.contains("│") }.map { $0.split(separator: "│").last } == rows)
    again.press(.character("1"))
    #expect(again.call?.walk.facts[.message] == "E6")
  }

  @Test func `vet ikke shows where to look, and is an answer only the second time`() throws {
    var driver = DeskDriver().pressing(.answerCall, .character("1"))
    let field = try #require(driver.call?.walk.current.fields.first?.id)
    driver.press(.character("v"))
    #expect(driver.call?.walk.answer(field) == nil)
    #expect(driver.text.contains("1. "))
    let once = driver.pressing(.character("j"))
    #expect(once.call?.walk.answer(field)?.value == Fact.yes)
    driver.press(.character("v"))
    #expect(driver.call?.walk.answer(field)?.value == Fact.unknown)
  }

  @Test func `back to a call that waits, the same question and the same half-typed note are there`()
    throws
  {
    var driver = DeskDriver().pressing(.answerCall, .character("1"), .function(7)).typing(
      "ringer fra"
    )
    let first = try #require(driver.call?.number)
    let before = try #require(driver.call?.walk.current.id)
    driver.press(.answerCall, .character("2"), .wrapUp, .enter)
    #expect(try driver.store.entry(first).state == .hold)
    driver.press(.enter)
    #expect(driver.call?.number == first && driver.call?.walk.current.id == before)
    #expect(driver.text.contains("ringer fra"))
    #expect(try driver.store.entry(first).state == .call)
  }

  @Test func `five calls in any order end as each alone`() throws {
    let script: [Key] = [.character("1"), .character("v"), .character("v"), .character("n")]
    var alone = DeskDriver().pressing(.answerCall)
    for key in script { alone.press(key) }
    let expected = alone.call?.walk.facts
    var random = Seeded(7)
    for _ in 0..<4 {
      var driver = DeskDriver()
      var left: [CaseID: [Key]] = [:]
      for _ in 0..<5 {
        driver.press(.answerCall)
        if let number = driver.call?.number { left[number] = script }
      }
      while let number = left.filter({ !$0.value.isEmpty }).keys.randomElement(using: &random) {
        driver.press(.queue)
        for _ in 0..<5 { driver.press(.up) }
        for _ in 0..<5 where driver.focused != number { driver.press(.down) }
        driver.press(.enter)
        #expect(driver.call?.number == number)
        if let key = left[number]?.removeFirst() { driver.press(key) }
      }
      for number in left.keys {
        driver.press(.queue)
        for _ in 0..<5 { driver.press(.up) }
        for _ in 0..<5 where driver.focused != number { driver.press(.down) }
        driver.press(.enter)
        #expect(driver.call?.walk.facts == expected)
      }
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `without S nothing is said to be confirmed`(portal: PortalEdition) {
    for message in 1...9 {
      for answers in ["j", "n", "12", "vv"] {
        var driver = DeskDriver(portal: portal)
        driver.press(.answerCall, .character(Character("\(message)")))
        for _ in 0..<6 { driver.type(answers) }
        driver.press(.function(5))
        #expect(!driver.text.contains("Dette er bekreftet"), "\(message) \(answers)")
        driver.press(.control("g"))
        #expect(!driver.text.contains("(bekreftet)"), "\(message) \(answers)")
      }
    }
  }

  @Test func `S makes what is answered next seen`() {
    let driver = DeskDriver().pressing(
      .answerCall,
      .character("1"),
      .character("S"),
      .character("n")
    )
    #expect(driver.call?.walk.diagnosis.conclusion.certainty == .confirmed)
  }

  @Test(arguments: Setting.all)
  func `the header, what is said and the bottom lines never move`(setting: Setting) {
    var driver = DeskDriver(setting.language, columns: setting.columns, rows: setting.rows)
    driver.press(.answerCall)
    let say = driver.wording("desk.say")
    let place = driver.lines.firstIndex { $0.contains(say + " ") }
    let never = driver.wording("desk.never").prefix(30)
    let bottom = driver.lines.firstIndex { $0.contains(never) }
    #expect(place == 2 && bottom != nil)
    for key in [Key.character("4"), .character("2"), .enter, .character("v"), .function(5)] {
      driver.press(key)
      #expect(driver.lines.firstIndex { $0.contains(say + " ") } == place)
      #expect(driver.lines.firstIndex { $0.contains(never) } == bottom)
      #expect(driver.state.render().checkInvariants() == [])
    }
  }

  @Test(arguments: Setting.all)
  func `what is never asked for stands whole, and every choice of a form can be seen`(
    setting: Setting
  ) {
    var driver = DeskDriver(setting.language, columns: setting.columns, rows: setting.rows)
    driver.press(.answerCall, .character("1"))
    let never = Driver.squeezed(driver.wording("desk.never"))
    #expect(Driver.squeezed(driver.text).contains(never))
    #expect(driver.lines.last?.contains(driver.wording("key.end.short")) == true)
    driver.press(.wrapUp)
    let shown = Driver.squeezed(driver.text)
    #expect(shown.contains(driver.wording("desk.wrapUp.last") + " "))
    for form in ["sms", "mail", "letter"] {
      #expect(shown.contains(driver.wording("desk.send.\(form)")), "\(form)\n\(driver.text)")
    }
    driver.press(.escape, .control("p"))
    for _ in 0..<20 {
      #expect(driver.lines.contains { $0.contains("▸ ") }, "\(driver.text)")
      driver.press(.down)
    }
  }

  @Test func `the beginnings of words find the message, and one row that fits is taken by Enter`() {
    let driver = DeskDriver().pressing(.answerCall).typing("inc sys")
    #expect(driver.text.contains("Incorrect username/password given"))
    let tied = DeskDriver().pressing(.answerCall).typing("username/password").pressing(.enter)
    #expect(tied.call?.stage == .message)
    let one = DeskDriver().pressing(.answerCall).typing("pin session").pressing(.enter)
    #expect(one.call?.stage != .message)
  }

  @Test func `Enter takes no row and no answer that nobody has gone to`() {
    let driver = DeskDriver().pressing(.answerCall, .enter)
    #expect(driver.call?.stage == .message)
    let asked = DeskDriver().pressing(.answerCall, .character("1"), .enter)
    #expect(asked.call?.stage == .question)
  }

  @Test func `a call comes back where it was, from the store alone`() throws {
    let store = MemoryCaseStore(now: { DeskDriver.start })
    for last in [Key.wrapUp, .control("g"), .character("v"), .hold] {
      var driver = DeskDriver(store: store).pressing(.answerCall, .character("1"), last)
      let (stage, number) = (driver.call?.stage, try #require(driver.call?.number))
      driver = DeskDriver(store: store).pressing(.character("d"))
      for _ in 0..<9 where driver.focused != number { driver.press(.down) }
      driver.press(.enter)
      #expect(driver.call?.number == number && driver.call?.stage == stage)
      driver.press(.wrapUp, .enter)
    }
  }

  @Test func `the language that is read aloud changes for the call alone`() {
    let driver = DeskDriver().pressing(.answerCall, .character("1"), .function(9), .function(9))
    #expect(driver.state.language == .bokmal)
    #expect(driver.text.contains("Did you make the password"))
    #expect(driver.pressing(.answerCall, .character("1")).text.contains("Laget du passordet"))
  }

  @Test func `a note is saved without leaving the question`() throws {
    let driver = DeskDriver().pressing(.answerCall, .character("1"), .function(7))
      .typing("sjefen er borte").pressing(.enter)
    #expect(driver.call?.stage == .question)
    let number = try #require(driver.call?.number)
    #expect(try driver.store.notes(for: number).map(\.text) == ["sjefen er borte"])
  }
}

@Suite struct QueueScreenTests {
  @Test func `the case that is drawn is opened, whatever comes in meanwhile`() throws {
    var driver = DeskDriver()
    for _ in 0..<3 { driver.press(.answerCall, .character("1")) }
    driver.press(.queue)
    let drawn = try #require(driver.focused)
    _ = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: DeskDriver.agent)
    driver.send(.clock(DeskDriver.start))
    driver.press(.enter)
    #expect(driver.call?.number == drawn)
  }

  @Test func `somebody else's case is refused by name, and stays theirs`() throws {
    let driver = DeskDriver()
    let entry = try driver.store.begin(
      CaseDraft(flow: "findFault"),
      Caller(),
      by: AgentID(rawValue: 1002)
    )
    var all = driver.pressing(.character("d"), .backTab)
    for _ in 0..<9 where all.focused != entry.id { all.press(.down) }
    all.press(.character("t"))
    #expect(all.text.contains("ola"))
    #expect(try all.store.entry(entry.id).desk.owner == AgentID(rawValue: 1002))
  }

  @Test func `what was closed last is undone by u`() throws {
    var driver = DeskDriver().pressing(.answerCall, .character("2"))
    let number = try #require(driver.call?.number)
    driver.press(.wrapUp, .enter, .character("u"))
    #expect(try driver.store.entry(number).state != .closed)
  }

  @Test func `home leads there only where there is a desk`() {
    #expect(!Driver().text.contains(Driver().wording("home.desk")))
    let driver = DeskDriver()
    #expect(driver.text.contains(driver.wording("home.desk")))
    #expect(driver.pressing(.character("d")).queue != nil)
  }
}

extension DeskDriver {
  /// The case of the queue that has the focus.
  var focused: CaseID? { queue?.focusedID }
}
