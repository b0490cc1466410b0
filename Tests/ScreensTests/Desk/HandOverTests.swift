import Drawing
import Model
import Screens
import TestSupport
import Testing
import Wording

/// Who a case is handed to: nobody but the one that was meant.
@Suite struct HandOverTests {
  private static let colleagues = ["anna7", "ina7", "kari", "kari7", "3d"].enumerated().map {
    Colleague(AgentID(rawValue: UInt32(1002 + $0)), login: $1)
  }

  /// A call at the page that hands it over.
  private static func atPage() -> DeskDriver {
    DeskDriver(colleagues: colleagues).pressing(.answerCall, .character("1"), .control("g"))
  }

  /// Whose the case is after Enter, where it was handed over.
  private static func owner(_ driver: DeskDriver) throws -> AgentID? {
    let id = try #require(driver.call?.number)
    let after = driver.pressing(.enter)
    guard after.call == nil else { return nil }
    return try after.store.entry(id).desk.owner
  }

  @Test(arguments: colleagues.map(\.login), ["3", ""])
  func `a login that is typed means its owner, whatever letters and digits are in it`(
    login: String,
    before: String
  ) throws {
    // Without the key for colleagues a digit is a choice, and no search.
    guard !before.isEmpty || login.first?.isLetter == true else { return }
    let driver = Self.atPage().typing(before + login)
    let meant = try #require(Self.colleagues.first { $0.login == login })
    #expect(driver.text.contains(login))
    #expect(try Self.owner(driver) == meant.agent)
  }

  @Test func `whoever has a case in the queue can be given one, though no group names them`() throws
  {
    var driver = DeskDriver(colleagues: [])
    let ola = AgentID(rawValue: 1002)
    _ = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: ola)
    driver.press(.character("d"), .backTab, .answerCall, .character("1"), .control("g"))
    driver.type("ola")
    #expect(try Self.owner(driver) == ola, "\(driver.text)")
  }

  @Test(arguments: ["3", "3k", "3kari8", "3z", "z", "karr", "3\u{08}"])
  func `nobody gets it while nobody is meant`(typed: String) throws {
    var driver = Self.atPage()
    for sign in typed { driver.press(sign == "\u{08}" ? .backspace : .character(sign)) }
    #expect(try Self.owner(driver) == nil)
    driver.press(.enter)
    #expect(driver.call?.stage == .handOver)
    #expect(driver.text.contains(driver.glyphsOfFault))
  }

  @Test func `a digit still chooses after the key for colleagues, unless a login begins with it`()
    throws
  {
    let driver = Self.atPage().typing("3")
    let id = try #require(driver.call?.number)
    let free = driver.pressing(.character("1"), .enter)
    #expect(free.call == nil)
    let entry = try free.store.entry(id)
    #expect(entry.desk.owner == nil && entry.desk.level == .first)
    #expect(try Self.owner(Self.atPage().typing("33")) == AgentID(rawValue: 1006))
    // One letter typed, and the digit is a part of the login.
    #expect(Self.atPage().typing("3k1").pressing(.enter).call?.stage == .handOver)
  }

  @Test func `only logins that begin with what was typed are shown`() {
    var driver = Self.atPage().typing("3")
    for colleague in Self.colleagues { #expect(driver.text.contains(colleague.login)) }
    driver.type("ka")
    #expect(driver.text.contains("kari7") && !driver.text.contains("anna7"))
    driver.press(.backspace, .backspace)
    #expect(driver.text.contains("anna7"))
  }

  @Test func `the arrows move among those that are shown`() throws {
    let driver = Self.atPage().typing("ka").pressing(.right, .right)
    #expect(try Self.owner(driver) == AgentID(rawValue: 1005))
    #expect(try Self.owner(Self.atPage().typing("3").pressing(.down)) == AgentID(rawValue: 1002))
  }

  @Test func `a line can be written after the colleague is found`() throws {
    let driver = Self.atPage().typing("ina").pressing(.tab).typing(" 3")
    #expect(try Self.owner(driver) == AgentID(rawValue: 1003))
  }

  @Test(arguments: Language.allCases)
  func `the queue says who got it, until the next key`(language: Language) throws {
    var driver = DeskDriver(language, colleagues: Self.colleagues)
      .pressing(.answerCall, .character("1"), .control("g"))
      .typing("ina")
    let id = try #require(driver.call?.number)
    let code = try driver.store.entry(id).code
    driver.press(.enter)
    let told = driver.wording("desk.done.toColleague", ["code": "\(code)", "login": "ola"])
    #expect(driver.queue != nil && driver.text.contains(told), "\(driver.text)")
    driver.press(.down)
    #expect(!driver.text.contains(told))
  }

  @Test(
    arguments: [
      ([.control("g"), .enter], "toSecond"), ([.control("g"), .character("1"), .enter], "toFree"),
      ([.control("p"), .enter], "parkedUntil"),
    ] as [([Key], String)]
  )
  func `what was done with a case is told in the queue, and so is that it was undone`(
    keys: [Key],
    key: String
  ) throws {
    var driver = DeskDriver().pressing(.answerCall, .character("1"))
    let id = try #require(driver.call?.number)
    let code = try driver.store.entry(id).code
    for pressed in keys { driver.press(pressed) }
    let due = try driver.store.entry(id).desk.promise.due
    let done = ["code": "\(code)", "day": due.map { driver.wording.weekday($0) } ?? ""]
    #expect(driver.text.contains(driver.wording("desk.done.\(key)", done)), "\(driver.text)")
    driver.press(.character("u"))
    let state = driver.wording(DeskState.call.textKey)
    let values = ["code": "\(code)", "state": state]
    #expect(driver.text.contains(driver.wording("desk.done.undone", values)), "\(driver.text)")
  }

  @Test(arguments: Language.allCases, [false, true])
  func `a hand-over says since when there is a case, and whether the caller has told it back`(
    language: Language,
    isTold: Bool
  ) throws {
    var driver = DeskDriver(language).pressing(.answerCall, .character("1"))
    let (id, words) = (try #require(driver.call?.number), driver.wording)
    if isTold {
      driver.press(.wrapUp)
      driver.type(words("desk.letter.toldBack"))
      driver.press(.escape)
    }
    driver.press(.control("g"), .enter)
    let note = try #require(try driver.store.notes(for: id).last).text
    let day = words.text(try #require(DeskDriver.start.day))
    #expect(note.contains(", " + words("desk.handOver.since", ["day": day])), "\(note)")
    // What Veiviser writes itself is not taken for a name or a number.
    #expect(!note.contains("***"), "\(note)")
    #expect(Redaction(note).text == note)
    let said = words(isTold ? "desk.handOver.saidBack" : "desk.handOver.notSaidBack")
    #expect(note.contains(words("desk.handOver.rings") + ", " + said), "\(note)")
    // It is kept with the case.
    let kept = try driver.store.load(id).content.answer(in: .toldBack)
    #expect((kept != nil) == isTold)
  }

  @Test(arguments: Language.allCases)
  func `what cannot be kept is gone from the lines before they are given`(
    language: Language
  ) throws {
    var driver = DeskDriver(language).pressing(.answerCall, .character("1"))
      .pressing(.control("g"), .tab)
      .typing(" 01810050019")
    let id = try #require(driver.call?.number)
    driver.press(.enter)
    #expect(driver.call?.stage == .handOver && driver.text.contains("[fnr]"), "\(driver.text)")
    let told = driver.wording("desk.handOver.masked").prefix(30)
    #expect(driver.text.contains(told), "\(driver.text)")
    driver.press(.enter)
    let note = try #require(try driver.store.notes(for: id).last).text
    #expect(driver.queue != nil && note.contains("[fnr]") && !note.contains("01810050019"))
  }

  @Test func `the code of a fault that the sender sees is what the receiver reads`() throws {
    var driver = DeskDriver(portal: .altinn3).pressing(.answerCall)
    driver.type("ERR-7788 fant ikke kvern for aktivt hjul")
    driver.press(.enter, .control("g"))
    #expect(driver.text.contains("ERR-7788"), "\(driver.text)")
    let id = try #require(driver.call?.number)
    driver.press(.enter)
    let note = try #require(try driver.store.notes(for: id).last).text
    #expect(Content.embedded.kept(note, in: nil).contains("«ERR-7788 fant"), "\(note)")
  }

  @Test(arguments: Language.allCases)
  func `what was written stands once in what the receiver is told`(language: Language) throws {
    let driver = DeskDriver(colleagues: Self.colleagues)
      .pressing(.answerCall, .character("1"), .control("g"), .tab)
      .typing(" nå")
    let id = try #require(driver.call?.number)
    let store = driver.pressing(.enter).store
    let text = DeskText(
      try store.load(id),
      try store.entry(id),
      try store.notes(for: id),
      last: nil,
      Wording(.embedded, language),
      on: DeskDriver.start.day
    ) { _ in "kari" }
    let title = driver.wording("desk.handOver.situation") + ":"
    #expect(text.handOver.split(separator: title).count == 2, "\(text.handOver)")
    #expect(text.handOver.contains("vanlig nå") && text.handOver.contains("kari"))
  }
}

extension DeskDriver {
  /// What stands before what went wrong.
  fileprivate var glyphsOfFault: String { "\(state.glyphs.cross)" }
}
