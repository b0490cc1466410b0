import Drawing
import Model
import Screens
import TestSupport
import Testing
import Wording

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

  @Test func `where others took the case under the pointer, no key is for the next one unseen`()
    throws
  {
    var driver = DeskDriver()
    let ids = try (0..<3).map { _ in
      let id = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: DeskDriver.agent)
      return try driver.store.perform(.release, on: id.id, by: DeskDriver.agent).id
    }
    driver.press(.character("d"))
    for _ in 0..<6 where driver.queue?.entries.map(\.id) != ids { driver.press(.tab) }
    driver.press(.down)
    let pointed = try #require(driver.focused)
    try #require(ids.contains(pointed))
    _ = try driver.store.perform(.take, on: pointed, by: AgentID(rawValue: 1002))
    // The rows are read anew.
    driver.press(.function(5), .enter)
    #expect(driver.call == nil && driver.text.contains(driver.wording("keys.tooEarly").prefix(20)))
    // Now it is seen what the pointer is at.
    let next = try #require(driver.focused)
    driver.press(.enter)
    #expect(driver.call?.number == next && next != pointed)
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

  @Test(arguments: Setting.all)
  func `the day that a case waits for stands in its row in every window`(setting: Setting) throws {
    var driver = DeskDriver(setting)
    let id = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: DeskDriver.agent).id
    let due = try #require(Day("2027-01-04"))
    _ = try driver.store.perform(.park(Promise(due: due)), on: id, by: DeskDriver.agent)
    driver.press(.character("d"))
    let row = driver.lines.first { $0.contains("\(id.rawValue)-") }
    #expect(row?.contains(driver.wording.short(due)) == true, "\(driver.text)")
  }

  @Test func `an undoing that was refused is offered no more`() throws {
    var driver = DeskDriver.asking()
    let id = try #require(driver.call?.number)
    driver.press(.wrapUp, .character("6"), .enter)
    let offered = driver.wording("desk.hint.undo", ["number": "\(id.rawValue)"])
    try #require(driver.lines.last?.contains(offered) == true, "\(driver.text)")
    _ = try driver.store.addNote("ringer igjen", to: id, by: AgentID(rawValue: 1002))
    driver.press(.character("u"))
    #expect(driver.text.contains(driver.wording("desk.nothingToUndo").prefix(20)), "\(driver.text)")
    #expect(driver.lines.last?.contains(offered) == false, "\(driver.text)")
  }

  @Test(arguments: Language.allCases, [0, 12, 120])
  func `every part of the queue can be seen in a narrow window`(_ language: Language, _ count: Int)
    throws
  {
    var driver = DeskDriver(language, columns: 60, rows: 18)
    for place in 0..<count {
      let id = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: DeskDriver.agent)
        .id
      let acts: [DeskAct] = [
        .release, .hand(to: .second), .park(Promise(due: DeskDriver.start.day)),
      ]
      _ = try driver.store.perform(acts[place % 3], on: id, by: DeskDriver.agent)
    }
    driver.press(.answerCall, .queue)
    for section in DeskSection.allCases {
      let row = driver.lines.first { $0.contains("[") } ?? ""
      #expect(row.contains(driver.wording(section.textKey)), "\(section) in \(row)")
      driver.press(.tab)
    }
  }

  @Test(arguments: [(50, Key.down, 50), (51, .down, 51), (101, .end, 3), (101, .pageDown, 9)])
  func `whoever goes down comes to every case, and a search to every one it finds`(
    _ count: Int,
    _ key: Key,
    _ presses: Int
  ) throws {
    var driver = DeskDriver()
    for _ in 0..<count {
      let draft = CaseDraft(flow: "findFault", title: "Nordlys")
      _ = try driver.store.begin(draft, Caller(), by: DeskDriver.agent)
    }
    let all = try driver.store.queue(
      .mine,
      for: DeskDriver.agent,
      limit: -1,
      offset: 0,
      answers: []
    )
    driver.press(.character("d"))
    var met: Set<CaseID> = []
    for _ in 0..<presses {
      if let focused = driver.focused { met.insert(focused) }
      driver.press(key)
    }
    #expect(driver.focused == all.last?.id)
    if key == .down { #expect(met.count == count) }
    #expect(!driver.text.contains(driver.wording("desk.cut", ["count": "\(count)"])))
    // A key for the end of a line is for what is searched for.
    driver.press(.character("/"), .character("n"))
    for _ in 0..<(key == .end ? 9 : presses) { driver.press(key == .end ? .pageDown : key) }
    #expect(driver.focused == all.last?.id)
  }

  @Test func `what was closed last is undone by u`() throws {
    var driver = DeskDriver().pressing(.answerCall, .character("2"))
    let number = try #require(driver.call?.number)
    driver.press(.wrapUp, .enter, .character("u"))
    #expect(try driver.store.entry(number).state != .closed)
  }

  @Test func `undoing is offered only while there is something of it`() throws {
    var driver = DeskDriver().pressing(.answerCall, .character("2"))
    let number = try #require(driver.call?.number)
    func isOffered(_ driver: DeskDriver) -> Bool {
      let hints = driver.state.screen.hints(driver.wording)
      return driver.queue != nil && hints.contains { $0.press == .character("u") }
    }
    driver.press(.wrapUp, .character("3"), .enter)
    #expect(isOffered(driver), "\(driver.text)")
    // What is undone once is not undone again.
    #expect(!isOffered(driver.pressing(.character("u"))))
    // A case that waits is read, taken up and left.
    driver.press(.character("/"))
    driver.type("\(number.rawValue)")
    driver.press(.enter, .enter)
    try #require(driver.call?.number == number)
    driver.press(.queue)
    #expect(driver.queue != nil && !isOffered(driver), "\(driver.text)")
    #expect(!driver.pressing(.function(1)).text.contains(driver.wording("desk.key.u").prefix(30)))
  }

  @Test(arguments: Language.allCases)
  func `where the desk is, F2 is called what it does on every screen`(language: Language) {
    for keys in [[], [Key.character("1")]] {
      var driver = DeskDriver(language, columns: 160, rows: 40)
      for key in keys { driver.press(key) }
      let phone = "F2 \(driver.wording("desk.hint.phone"))"
      #expect(driver.lines.last?.contains(phone) == true, "\(driver.text)")
      driver.press(.function(1))
      #expect(
        driver.text.contains("F2  \(driver.wording("key.call").prefix(20))"),
        "\(driver.text)"
      )
      #expect(!driver.text.contains(driver.wording("key.portal").prefix(20)))
      #expect(driver.pressing(.escape, .answerCall).call != nil)
    }
    let alone = Driver(language)
    #expect(alone.text.contains("F2 \(alone.wording("key.portal.short"))"))
  }

  @Test func `whoever has no desk is led to it by no letter and no number`() {
    for key in "dDtT09" {
      let driver = Driver().pressing(.character(key))
      #expect(driver.text == Driver().text, "\(key)")
    }
  }

  @Test func `home leads there only where there is a desk`() {
    #expect(!Driver().text.contains(Driver().wording("home.desk")))
    let driver = DeskDriver()
    #expect(driver.text.contains(driver.wording("home.desk")))
    #expect(driver.pressing(.character("d")).queue != nil)
  }

  @Test func `Enter on a call that somebody else has takes nothing from them`() throws {
    var driver = DeskDriver()
    let ola = AgentID(rawValue: 1002)
    let id = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: ola).id
    driver.press(.character("d"), .backTab)
    #expect(driver.text.contains("hos ola"))
    driver.press(.enter)
    #expect(driver.call == nil && driver.text.contains("ola"))
    #expect(try driver.store.entry(id).desk.owner == ola)
    // The queue is still told of what others do.
    driver.press(.escape)
    _ = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: ola)
    driver.lookAround()
    #expect(driver.text.contains(driver.wording("desk.new", ["count": "1"]).prefix(20)))
  }

  @Test func `a search finds cases whoever has them, also closed ones, and Escape ends it`() throws
  {
    var driver = DeskDriver().pressing(.answerCall, .character("2"))
    let number = try #require(driver.call?.number)
    driver.press(.wrapUp, .enter, .answerCall, .character("1"), .queue, .character("/"))
    driver.type("\(number.rawValue)")
    #expect(driver.queue?.entries.map(\.id) == [number] && driver.focused == number)
    let other = driver.pressing(.escape)
    #expect(other.queue?.entries.contains { $0.id == number } == false)
    driver.press(.enter)
    #expect(driver.call == nil && driver.text.contains(driver.wording("desk.takeUp")))
    driver.press(.enter)
    #expect(driver.call?.number == number && driver.call?.stage == .message)
  }

  @Test func `what was handed over is read before it is received, and a colleague can be chosen`()
    throws
  {
    var kari = DeskDriver().pressing(.answerCall, .character("1"), .function(7))
    kari.type("sjefen ringer")
    kari.press(.control("g"))
    kari.press(.enter)
    kari.press(.character("3"), .character("p"), .character("i"))
    #expect(kari.text.contains("pia"))
    let number = try #require(kari.call?.number)
    kari.press(.enter)
    let pia = AgentID(rawValue: 1004)
    #expect(try kari.store.entry(number).desk.owner == pia)
    #expect(try kari.store.entry(number).state == .handed)
    var receiver = DeskDriver(as: pia, store: kari.store).pressing(.character("d"), .enter)
    #expect(receiver.call == nil && receiver.text.contains("Situasjon"))
    #expect(try receiver.store.entry(number).state == .handed)
    receiver.press(.enter)
    #expect(receiver.call?.number == number)
    #expect(try receiver.store.entry(number).state == .call)
    #expect(receiver.text.contains("sjefen ringer"))
  }

  @Test func `two messages that begin alike are told apart in the queue, and what is cut says so`()
  {
    let driver = DeskDriver().pressing(.answerCall, .character("1"), .answerCall, .character("3"))
      .pressing(.queue)
    let rows = driver.lines.filter { $0.contains("«Incorrect") }
    #expect(rows.count == 2 && Set(rows.map { $0.contains("E2 «") }).count == 2, "\(driver.text)")
    #expect(rows.allSatisfy { $0.contains("… ") }, "\(driver.text)")
  }

  @Test func `F3 tells which messages are unknown from three cases on`() throws {
    var driver = DeskDriver()
    for (place, text) in ["kvern 17", "kvern 18", "kvern 19", "pumpe"].enumerated() {
      driver.press(.answerCall)
      driver.send(.pasted("Sesjonen gikk ned i \(text)"))
      if place < 3 { driver.press(.wrapUp, .enter) }
    }
    driver.press(.queue, .function(3), .end)
    #expect(driver.text.contains("3  Sesjonen gikk ned i kvern #"), "\(driver.text)")
    #expect(!driver.text.contains("pumpe"))
  }

  @Test func `F3 counts the weeks, and leads back`() {
    var driver = DeskDriver()
    for _ in 0..<6 { driver.press(.answerCall, .character("2"), .wrapUp, .enter) }
    driver.press(.function(3))
    #expect(driver.text.contains("6 samtaler."))
    #expect(driver.pressing(.escape).queue != nil)
  }
}

extension DeskDriver {
  /// The case of the queue that has the focus.
  var focused: CaseID? { queue?.focusedID }
}
