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

  /// Others take, hand over, close and begin cases all the time; a key is about the row that was drawn.
  @Test func `the row that is drawn is the case that is opened, whatever others do meanwhile`()
    throws
  {
    var random = Seeded(11)
    let ola = AgentID(rawValue: 1002)
    var opened = 0
    for round in 0..<60 {
      var driver = DeskDriver()
      for _ in 0..<4 {
        let id = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: ola).id
        _ = try driver.store.perform(.release, on: id, by: ola)
      }
      driver.press(.character("d"), .tab)
      for _ in 0..<(round % 4) { driver.press(.down) }
      let pointed = try #require(driver.lines.first { $0.contains("▸") })
      for entry in try driver.store.queue(.free, for: ola, limit: 9, offset: 0, answers: [])
        .shuffled(using: &random).prefix(2)
      {
        _ = try driver.store.perform(.take, on: entry.id, by: ola)
      }
      _ = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: ola)
      driver.lookAround()
      if round.isMultiple(of: 3) { driver.send(.key(.function(5))) }
      driver.send(.key(.enter))
      guard let call = driver.call, let number = call.number else { continue }
      opened += 1
      #expect(pointed.contains(" \(number.rawValue)-"))
      #expect(try driver.store.entry(number).desk.owner == DeskDriver.agent)
    }
    #expect(opened > 10)
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
    #expect(driver.call?.number == number && driver.call?.stage == .message)
  }

  @Test func `what was handed over is read before it is received, and a colleague can be chosen`()
    throws
  {
    var kari = DeskDriver().pressing(.answerCall, .character("1"), .function(7))
    kari.type("sjefen ringer")
    kari.press(.control("g"))
    kari.press(.enter)
    kari.press(.character("p"), .character("3"))
    #expect(kari.text.contains("3 kollega: pia"))
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
