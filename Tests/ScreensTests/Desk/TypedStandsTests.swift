import Drawing
import Model
import Screens
import TestSupport
import Testing
import Wording

/// What an agent has typed, and whom a key is for.
@Suite struct TypedStandsTests {
  /// The line for a number, of a call about a missing right for whoever does the payroll.
  private static func atNumber(columns: Int = 80, rows: Int = 24) -> DeskDriver {
    DeskDriver(columns: columns, rows: rows).pressing(
      .answerCall,
      .character("4"),
      .character("1")
    )
  }

  @Test(arguments: ["310043215", "310 043 215"])
  func `a number that no organisation has is stopped at once, and kept by a second Enter`(
    typed: String
  ) throws {
    var driver = Self.atNumber().typing(typed).pressing(.enter)
    #expect(driver.call?.stage == .party && driver.text.contains(typed))
    #expect(driver.text.contains(driver.wording("line.party.impossible")))
    #expect(driver.text.contains(driver.wording("line.party.again")))
    driver.press(.enter)
    #expect(driver.call?.stage == .question)
    let kept = try driver.store.load(try #require(driver.call?.number)).content
    #expect(kept.answer(in: .reporteeName)?.value == "310043215")
    driver.press(.function(5))
    let said = driver.wording("conclusion.doubted", ["number": "310043215"])
    #expect(Driver.squeezed(driver.text.replacing("│", with: "")).contains(said.prefix(30)))
  }

  @Test func `what is changed after it was stopped is stopped again`() {
    let driver = Self.atNumber().typing("310043215").pressing(.enter, .backspace, .character("6"))
      .pressing(.enter)
    #expect(driver.call?.stage == .party)
  }

  /// One that is too long, and one that may be what somebody's identity number begins with.
  @Test(arguments: [
    ("1310043215", LineRule.organisationNumber), ("010190123", .party),
    ("31004321", .organisationNumber),
  ])
  func `a number that cannot be kept is never gone on with without a word`(
    typed: String,
    rule: LineRule
  ) throws {
    var driver = Self.atNumber().typing(typed)
    for _ in 0..<3 { driver.press(.enter) }
    #expect(driver.call?.stage == .party && driver.text.contains(typed))
    let finding = try #require(rule.finding(typed, on: nil))
    let said = Driver.squeezed(driver.wording(finding.key, finding.values)).prefix(30)
    #expect(Driver.squeezed(driver.text.replacing("│", with: "")).contains(said))
    for _ in typed { driver.press(.backspace) }
    #expect(driver.pressing(.enter).call?.stage == .question)
  }

  @Test(arguments: ["Kari Nordmann", "Nordlys Regnskap AS", "Kari 310043214", "--"])
  func `no name is kept of anybody who calls, nor of whom they call for`(typed: String) throws {
    var driver = Self.atNumber().typing(typed)
    for _ in 0..<3 { driver.press(.enter) }
    #expect(driver.call?.stage == .party && driver.text.contains(typed))
    #expect(driver.text.contains(driver.wording("line.unit.label")))
    let rule = try #require(LineRule.unit.finding(typed, on: nil))
    #expect(rule.isRefused && driver.text.contains(driver.wording(rule.key).prefix(30)))
    for key in [Key.queue, .enter] { driver.press(key) }
    let kept = try driver.store.load(try #require(driver.call?.number)).content
    #expect(kept.answer(in: .reporteeName) == nil)
    for _ in typed { driver.press(.backspace) }
    #expect(driver.pressing(.enter).call?.stage == .question)
  }

  /// The pages with something half typed or chosen, by the keys that lead there and what is then to be seen.
  private static let half: [(keys: [Key], text: String, seen: String)] = [
    ([.answerCall, .character("4"), .character("1")], "310 043", "310 043"),
    ([.answerCall, .character("4"), .character("1"), .enter], "skatt", "skatt"),
    ([.answerCall], "inc sys", "inc sys"),
    ([.answerCall, .character("1"), .function(7)], "ringer fra", "ringer fra"),
    ([.answerCall, .character("1"), .control("g"), .tab], " nå", "vanlig nå"),
    ([.answerCall, .character("1"), .control("p")], "9000", "9000"),
    ([.answerCall, .character("1"), .wrapUp], "5", "▸5"),
  ]
  /// What opens something, and what closes it again.
  private static let trips: [[Key]] =
    [[.function(4), .escape], [.function(5), .escape], [.function(3), .escape]]
    + [[.function(3), .function(3)], [.function(1), .escape], [.function(10), .escape]]
    + [[.function(6)], [.function(9), .function(9), .function(9)], [.hold, .hold]]
    + [[.control("g"), .escape], [.control("p"), .escape], [.wrapUp, .escape]]
    + [[.control("r")], [.control("l")], [.queue, .enter]]

  @Test(arguments: half.indices, trips.indices)
  func `what is half typed stands after every key that opens and closes something`(
    page: Int,
    trip: Int
  ) {
    let (keys, text, seen) = Self.half[page]
    var driver = DeskDriver(setup: .keepingCallbacks)
    for key in keys { driver.press(key) }
    driver.type(text)
    let stage = driver.call?.stage
    #expect(driver.text.contains(seen), "\(driver.text)")
    // What one is at cannot be opened over itself.
    let opener = Self.trips[trip][0]
    let own: [Key: CallStage] = [
      .control("g"): .handOver, .control("p"): .park, .wrapUp: .wrapUp,
    ]
    if own[opener] == stage { return }
    for key in Self.trips[trip] { driver.press(key) }
    if keys.last == .function(7) {
      // Escape first puts the line of the note away, with what stands in it.
      if !driver.text.contains(seen) { driver.press(.function(7)) }
    } else {
      #expect(driver.call?.stage == stage, "\(Self.trips[trip]) \(driver.text)")
    }
    #expect(driver.text.contains(seen), "\(Self.trips[trip]) \(driver.text)")
  }

  @Test(arguments: [Key.escape, .function(7)])
  func `a note that is put away is kept at once, and is there again`(key: Key) throws {
    let driver = DeskDriver().pressing(.answerCall, .character("1"), .function(7))
      .typing("ringer fra bilen").pressing(key)
    let kept = try driver.store.load(try #require(driver.call?.number)).content
    #expect(kept.answer(in: .noteDraft)?.value == "ringer fra bilen")
    #expect(!driver.text.contains("ringer fra bilen"))
    #expect(driver.pressing(.function(7)).text.contains("ringer fra bilen"))
  }

  @Test(arguments: [
    (PortalEdition.altinn3, "5", "313367002"), (.altinn3, "5", "310 043 214"),
    (.altinn2, "1", "310043214"), (.altinn2, "1", "918234567"), (.altinn2, "4", "918234567"),
  ])
  func `a number typed at a choice goes to the number and answers nothing`(
    portal: PortalEdition,
    message: Character,
    number: String
  ) throws {
    var driver = DeskDriver(portal: portal).pressing(.answerCall, .character(message))
    if driver.call?.stage == .party { driver.press(.enter) }
    let before = try #require(driver.call?.walk.content.answers.filter { $0.field != .callPlace })
    driver.type(number)
    #expect(driver.call?.stage == .party, "\(driver.text)")
    let after = try #require(driver.call?.walk.content.answers.filter { $0.field != .callPlace })
    #expect(after == before)
    let digits = number.filter(\.isNumber)
    #expect(driver.text.filter(\.isNumber).contains(digits), "\(driver.text)")
  }

  @Test(arguments: ["211111111", "911121310", "813131211"])
  func `nine answers that are no number, given one after the other, stay answers`(typed: String) {
    var driver = DeskDriver(portal: .altinn3).pressing(.answerCall)
    for (place, digit) in typed.enumerated() {
      let moment = Timestamp(rawValue: DeskDriver.start.rawValue + Int64(place))
      driver.send(.clock(moment))
      driver.press(.character(digit))
    }
    #expect(!driver.text.contains(driver.wording("desk.numberHere")), "\(driver.text)")
    #expect(!driver.text.filter(\.isNumber).contains(typed), "\(driver.text)")
  }

  @Test func `whoever is heard to call for a client is asked for the number at once`() {
    let driver = DeskDriver(portal: .altinn3).pressing(.answerCall, .character("5"))
    #expect(driver.call?.stage == .party, "\(driver.text)")
  }

  @Test func `a digit answers only a choice that is on the screen, and else leads to it`() throws {
    var driver = DeskDriver(columns: 60, rows: 18).pressing(.answerCall, .character("4"))
    #expect(driver.call?.stage == .role)
    let last = driver.wording("listen.caller.role.other").split(separator: "\n")[0]
    let isShown = driver.text.contains(last)
    driver.press(.character("6"))
    #expect(isShown || (driver.call?.stage == .role && driver.text.contains(last)))
    #expect(isShown || driver.call?.caller.role == nil)
    if !isShown { driver.press(.character("6")) }
    #expect(driver.call?.caller.role == .other)
  }

  @Test(arguments: Setting.all)
  func `no digit chooses what cannot be seen`(setting: Setting) {
    for first in [Key.character("4"), .character("0")] {
      let driver = DeskDriver(setting).pressing(.answerCall, first)
      for digit in 1...9 {
        let key = Character("\(digit)")
        let quote = driver.wording("desk.quoted", ["text": ""]).prefix(1)
        let shown = driver.lines.compactMap { $0.split(separator: "│").last }.contains { line in
          line.contains(" \(digit) ") && line.contains(": \(quote)")
        }
        let next = driver.pressing(.character(key))
        guard next.call?.stage != driver.call?.stage else { continue }
        #expect(shown, "\(digit)\n\(driver.text)")
      }
    }
  }

  @Test func `what callers say stands whole where there is room`() {
    let driver = DeskDriver(columns: 120, rows: 40).pressing(.answerCall, .character("4"))
    for role in CallerRole.allCases {
      for phrase in driver.wording("listen.caller.role.\(role.rawValue)").split(separator: "\n") {
        #expect(Driver.squeezed(driver.text).contains(phrase), "\(phrase)")
      }
    }
    let small = DeskDriver().pressing(.answerCall, .character("4"))
    #expect(!small.text.contains("regnskap…"), "\(small.text)")
  }

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func `the points have names beside a call, and none is cut`(
    portal: PortalEdition,
    language: Language
  ) {
    let driver = DeskDriver(language, portal: portal).pressing(.answerCall, .character("1"))
    let rail = driver.lines.compactMap { $0.split(separator: "│").first }
    #expect(!rail.prefix(12).contains { $0.contains("…") && $0.contains(" 1 ") }, "\(driver.text)")
    for point in portal.portal.points {
      #expect(driver.wording(point.point.shortKey).count <= 16)
      #expect(driver.text.contains(driver.wording(point.point.shortKey).prefix(5)))
    }
  }

  @Test func `what is said in another language has the marks of that language`() {
    let driver = DeskDriver().pressing(.answerCall, .character("1"), .function(9), .function(9))
    let heard = driver.lines.filter { $0.contains(" 1 j ") || $0.contains(" 2 n ") }
    #expect(!heard.isEmpty && heard.allSatisfy { !$0.contains("«") }, "\(driver.text)")
  }

  @Test(arguments: PortalEdition.allCases, Language.allCases)
  func `the end of a call speaks of the caller and not to them`(
    portal: PortalEdition,
    language: Language
  ) {
    let you: Set<Substring> = ["du", "deg", "din", "ditt", "dine", "di", "you", "your"]
    for message in 1...9 {
      for answers in ["j", "n", "1", "2"] {
        var driver = DeskDriver(language, portal: portal)
        driver.press(.answerCall, .character(Character("\(message)")))
        for _ in 0..<5 where driver.call?.stage != .answer { driver.type(answers) }
        guard let call = driver.call else { continue }
        let cause = driver.wording.callCause(call.walk) ?? ""
        let words = cause.lowercased().split { !$0.isLetter }
        #expect(you.isDisjoint(with: words), "\(cause)")
        driver.press(.wrapUp)
        #expect(!driver.text.contains(driver.wording("actor.sender")), "\(driver.text)")
      }
    }
  }

  @Test(arguments: Setting.all)
  func `Enter is named where it goes on`(setting: Setting) {
    var driver = DeskDriver(setting)
    driver.press(.answerCall, .character("4"), .character("1"))
    #expect(driver.lines.last?.contains("Enter") == true, "\(driver.text)")
    #expect(driver.lines.last?.contains(driver.wording("key.end.short")) == true)
  }

  @Test func `the help of a page of the desk is of that page`() {
    var driver = DeskDriver().pressing(.answerCall, .character("1"))
    driver.press(.function(1))
    #expect(driver.text.contains(driver.wording("desk.key.sees").prefix(30)))
    #expect(driver.text.contains("F2  \(driver.wording("key.call"))".prefix(40)))
    #expect(!driver.text.contains(driver.wording("key.portal")))
    driver.press(.escape, .queue, .function(1))
    for key in ["t", "T", "r", "n", "g"] {
      #expect(driver.text.contains("\(key)  \(driver.wording("desk.key.\(key)"))".prefix(40)))
    }
    // There is nothing to undo before something is done.
    #expect(!driver.text.contains(driver.wording("desk.key.u").prefix(30)))
    driver.press(.function(9))
    #expect(driver.text.contains(driver.wording("desk.key.T").prefix(30)))
    driver.press(.escape, .enter, .wrapUp, .enter, .function(1))
    #expect(driver.text.contains(driver.wording("desk.key.u").prefix(30)), "\(driver.text)")
  }
}

extension DeskSetup {
  /// A desk that may keep numbers to ring back on.
  static var keepingCallbacks: DeskSetup {
    var setup = DeskSetup()
    setup.callback = true
    return setup
  }
}
