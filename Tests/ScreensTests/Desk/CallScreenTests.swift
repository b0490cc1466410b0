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
    /// What is pressed or typed; a number that is read out is counted apart.
    let keys: [Key]
    let most: Int
    let mostToEnd: Int
    let fault: Fault
  }

  private static func typed(_ text: String) -> [Key] { text.map { .character($0) } }

  private static let client: [Key] =
    typed("2310043214") + [.enter, .down, .enter, .character("n")]

  private static let common: [Common] = [
    Common(
      description: "wrong password of the system",
      keys: typed("1n"),
      most: 3,
      mostToEnd: 5,
      fault: .wrongPassword
    ),
    Common(
      description: "locked",
      keys: typed("2"),
      most: 2,
      mostToEnd: 4,
      fault: .systemLocked
    ),
    Common(
      description: "personal login",
      keys: typed("31j"),
      most: 5,
      mostToEnd: 7,
      fault: .codeExpired
    ),
    Common(
      description: "not authorised, for a client",
      keys: typed("4") + client,
      most: 9 + 9,
      mostToEnd: 20,
      fault: .personRightMissing
    ),
    Common(
      description: "own words and no message",
      keys: typed("04") + client,
      most: 14 + 9,
      mostToEnd: 25,
      fault: .personRightMissing
    ),
  ]

  @Test(arguments: common)
  private func `a common call takes no more keys than were promised`(call: Common) throws {
    var driver = DeskDriver().pressing(.answerCall)
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
    #expect(
      try driver.store.entry(number).state.status == (outcome.result.waits ? .waiting : .closed)
    )
  }

  /// A note, and a line of what is handed over, with the characters they have room for.
  @Test(arguments: [([Key.function(7)], 300), ([.control("g"), .tab], 400)])
  func `what says that a word is a secret counts also where it is cut off`(
    _ keys: [Key],
    _ room: Int
  ) {
    var driver = DeskDriver.asking()
    for key in keys { driver.press(key) }
    for _ in 0..<room { driver.press(.backspace) }
    let filler = String(repeating: "lang tekst ", count: 40).prefix(room - 14)
    driver.send(.pasted(filler + "solskinn er din engangskode"))
    #expect(driver.text.contains("[***] er din engangskode") && !driver.text.contains("solskinn"))
  }

  @Test func `an unknown message is pasted and parked by few keys`() throws {
    var driver = DeskDriver().pressing(.answerCall)
    driver.send(.pasted("Sesjonen gikk ned i kvern 17"))
    let number = try #require(driver.call?.number)
    driver.press(.character("8"), .character("8"), .control("p"), .enter)
    #expect(driver.keys <= 8 + 3 && driver.queue != nil)
    #expect(try driver.store.entry(number).state == .parked)
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
    // Whoever has read it out is not asked to read it out.
    #expect(driver.text.contains(driver.wording("say.message.like").prefix(30)))
    #expect(!driver.typing("x").text.contains(driver.wording("say.message.like").prefix(30)))
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

  @Test(arguments: ["gld_1062", "amld.0012", "mp-303"])
  func `a digit within a code is typed, and takes no row`(code: String) {
    let driver = DeskDriver().pressing(.answerCall).typing(code)
    #expect(driver.call?.stage == .message)
    #expect(driver.text.contains(code))
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
    // What the ID is stands in a list, and what its password is nowhere.
    let driver = DeskDriver().pressing(
      .answerCall,
      .character("1"),
      .character("v"),
      .character("v"),
      .character("S"),
      .character("n")
    )
    #expect(driver.call?.walk.diagnosis.conclusion.certainty == .confirmed)
  }

  @Test(arguments: [(PortalEdition.altinn2, Character("2")), (.altinn3, "4")])
  func `S at what is wrong says that the message itself is seen, and again that it is not`(
    portal: PortalEdition,
    message: Character
  ) {
    var driver = DeskDriver(portal: portal).pressing(.answerCall, .character(message))
    driver.press(.function(5))
    if driver.call?.stage != .answer { driver.press(.function(5)) }
    let likely = driver.wording("certainty.likely").prefix(30)
    #expect(driver.call?.walk.diagnosis.conclusion.certainty != .confirmed)
    driver.press(.character("S"))
    #expect(driver.call?.walk.diagnosis.conclusion.certainty == .confirmed, "\(driver.text)")
    #expect(!driver.text.contains(likely) && driver.lines[0].contains(driver.wording("desk.seen")))
    driver.press(.character("S"))
    #expect(driver.call?.walk.diagnosis.conclusion.certainty == .likely)
  }

  @Test(arguments: Setting.all)
  func `the header, what is said and the bottom lines never move`(setting: Setting) {
    var driver = DeskDriver(setting)
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
    var driver = DeskDriver(setting)
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

  @Test func `a caller who waits is counted, and after two minutes the agent is told to go back`() {
    var driver = DeskDriver().pressing(.answerCall, .character("1"))
    #expect(driver.state.secondsToTick == nil)
    driver.press(.hold)
    #expect(driver.state.secondsToTick == 10)
    let tell = driver.wording("desk.around.tell")
    driver.send(.clock(Timestamp(rawValue: DeskDriver.start.rawValue + 119)))
    #expect(driver.text.contains("01:59") && !driver.text.contains(tell))
    driver.send(.clock(Timestamp(rawValue: DeskDriver.start.rawValue + 120)))
    #expect(driver.text.contains("02:00") && driver.text.contains(tell))
    driver.press(.hold)
    #expect(driver.state.secondsToTick == nil && !driver.text.contains(tell))
  }

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func `what is handed over is given whole, as the case has it`(
    portal: PortalEdition,
    language: Language
  ) throws {
    for message in 1...9 {
      var driver = DeskDriver(language, portal: portal)
      driver.press(.answerCall, .character(Character("\(message)")), .control("g"))
      let call = try #require(driver.call)
      let number = try #require(call.number)
      let since = try driver.store.entry(number).summary.created.day
      let text = HandOverText(call.walk, call.caller, driver.wording, since: since).plain
      driver.press(.enter)
      #expect(try driver.store.notes(for: number).map(\.text) == [text], "\(message)")
    }
  }

  @Test func `a note is saved without leaving the question`() throws {
    let driver = DeskDriver().pressing(.answerCall, .character("1"), .function(7))
      .typing("sjefen er borte").pressing(.enter)
    #expect(driver.call?.stage == .question)
    let number = try #require(driver.call?.number)
    #expect(try driver.store.notes(for: number).map(\.text) == ["sjefen er borte"])
  }

  @Test
  func
    `a half-typed note is there again when the program was killed, and is kept when the call ends`()
    throws
  {
    var driver = DeskDriver().pressing(.answerCall, .character("1"), .function(7)).typing(
      "ringer fra"
    )
    let number = try #require(driver.call?.number)
    #expect(driver.state.awaitsPause)
    driver.send(.paused)
    var again = DeskDriver(store: driver.store).pressing(.character("d"), .enter)
    #expect(again.text.contains("ringer fra") && again.call?.number == number)
    again.press(.escape, .wrapUp, .enter)
    #expect(try again.store.notes(for: number).map(\.text) == ["ringer fra"])
    driver = DeskDriver().pressing(.answerCall, .function(7)).typing("0181005001")
    driver.send(.paused)
    let torn = try driver.store.load(try #require(driver.call?.number)).content
    #expect(!torn.answers.contains { $0.answer.value.contains("0181005001") })
  }

  @Test
  func `a case that is taken up again asks anew what may have changed, and shows the old answer`()
    throws
  {
    var driver = DeskDriver().pressing(.answerCall, .character("1"), .character("n"))
    let number = try #require(driver.call?.number)
    driver.press(.wrapUp, .enter, .character("/"))
    driver.type("\(number.rawValue)")
    driver.press(.enter, .enter)
    #expect(driver.call?.number == number && driver.call?.stage == .message)
    #expect(driver.text.contains("Gammelt svar"))
    driver.press(.character("1"))
    #expect(driver.call?.stage == .question && driver.text.contains("Gammelt svar"))
    // It is told in the words of the choices there.
    #expect(driver.text.contains(": " + driver.wording("hint.letter.no")), "\(driver.text)")
    #expect(try driver.store.load(number).rounds.count == 1)
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 40)])
  func `^R tells what similar calls came of in every window, and that a few say nothing`(
    columns: Int,
    rows: Int
  ) {
    var driver = DeskDriver(columns: columns, rows: rows)
    for count in 1...6 {
      driver.press(.answerCall, .character("2"), .control("r"))
      let few = driver.wording("desk.similar.few").prefix(30)
      #expect(driver.text.contains(few) == (count <= 5), "\(count) \(driver.text)")
      if count == 6 {
        let cause = driver.wording.text(ofCause: Fault.systemLocked.rawValue)
        let told = driver.wording("desk.similar.told", ["count": "5", "cause": cause])
        #expect(driver.text.contains(told.prefix(40)), "\(driver.text)")
        #expect(
          columns < 70 || driver.text.contains(driver.wording("desk.similar", ["count": "5"]))
        )
      }
      driver.press(.wrapUp, .enter)
    }
  }

  @Test func `earlier cases of an organisation are told beside the call`() throws {
    let store = MemoryCaseStore(now: { DeskDriver.start })
    var draft = CaseDraft(flow: "findFault")
    draft.give(Answer("310043214", source: .told), in: .reporteeName)
    let earlier = try store.create(draft).id
    for (columns, rows) in [(60, 18), (80, 24), (120, 40)] {
      var driver = DeskDriver(columns: columns, rows: rows, store: store).pressing(.answerCall)
      driver.send(.pasted("User is not authorized for submittal on behalf of reportee: 310043214"))
      // In a narrow window they stand where one reads why something is asked.
      if columns < 70 { driver.press(.character("1"), .function(4), .end) }
      #expect(
        driver.text.contains("Tidligere saker") && driver.text.contains(" \(earlier.rawValue) "),
        "\(driver.text)"
      )
    }
  }
}
