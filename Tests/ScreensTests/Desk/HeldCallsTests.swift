import Drawing
import Model
import TestSupport
import Testing
import Wording

@testable import Screens

/// Callers on hold: where one comes back to, who has taken one, and what is told of those that are left.
@Suite struct HeldCallsTests {
  /// So many calls, each answered while the ones before it wait, with their numbers; the last is on the screen.
  private static func desk(
    _ count: Int,
    _ language: Language = .bokmal,
    columns: Int = 80,
    rows: Int = 24
  ) throws -> (driver: DeskDriver, ids: [CaseID]) {
    var driver = DeskDriver(language, columns: columns, rows: rows)
    var ids: [CaseID] = []
    for place in 0..<count {
      driver.send(.clock(moment(place * 10)))
      driver.press(.answerCall, .character("1"))
      ids.append(try #require(driver.call?.number))
    }
    return (driver, ids)
  }

  private static func moment(_ seconds: Int) -> Timestamp {
    Timestamp(rawValue: DeskDriver.start.rawValue + Int64(seconds))
  }

  private static func bottom(_ driver: DeskDriver) -> String {
    driver.lines.suffix(5).joined(separator: "\n")
  }

  @Test(arguments: Setting.all)
  func `whoever loses a caller on hold is told at once, until the queue is looked at`(
    setting: Setting
  ) throws {
    var (driver, ids) = try Self.desk(
      3,
      setting.language,
      columns: setting.columns,
      rows: setting.rows
    )
    let number = "\(ids[0].rawValue)"
    let counted = driver.wording("desk.around.hold", ["number": number, "time": ""])
    #expect(Self.bottom(driver).contains(counted.prefix(9)))
    try driver.another(.steal, on: ids[0])
    driver.lookAround()
    let told = driver.wording("desk.lostHeld", ["number": number, "login": "ola"])
    #expect(driver.text.contains(told), "\(driver.text)")
    let taken = driver.wording("desk.around.taken", ["number": number, "login": "ola"])
    #expect(Self.bottom(driver).contains(taken) && !Self.bottom(driver).contains(counted))
    driver.lookAround()
    driver.press(.down)
    #expect(Self.bottom(driver).contains(taken) && !driver.text.contains(told))
    #expect(driver.call?.around.held.map(\.number) == [ids[1]])
    driver.press(.queue, .enter)
    #expect(driver.call?.number == ids[2] && !driver.text.contains(taken))
  }

  @Test func `whoever loses the call on the screen is told at once as well`() throws {
    var (driver, ids) = try Self.desk(1)
    try driver.another(.steal, on: ids[0])
    driver.lookAround()
    let values = ["number": "\(ids[0].rawValue)", "login": "ola"]
    #expect(driver.text.contains(driver.wording("desk.lost", values).prefix(30)))
  }

  @Test(arguments: Language.allCases)
  func `callers on hold are there again when the program was killed, and are told of when taken`(
    language: Language
  ) throws {
    let (before, ids) = try Self.desk(3, language)
    var driver = DeskDriver(language, store: before.store)
    driver.send(.clock(Self.moment(300)))
    driver.press(.character("d"), .answerCall)
    for id in ids.prefix(2) {
      let held = driver.wording("desk.around.hold", ["number": "\(id.rawValue)", "time": "05:00"])
      #expect(driver.text.contains(held), "\(driver.text)")
    }
    try driver.another(.steal, on: ids[1])
    driver.lookAround()
    let values = ["number": "\(ids[1].rawValue)", "login": "ola"]
    #expect(driver.text.contains(driver.wording("desk.lostHeld", values)), "\(driver.text)")
    #expect(driver.call?.around.held.map(\.number) == [ids[0]])
    // Gone back to, the caller has been there since they were answered.
    driver.press(.queue)
    for _ in 0..<9 where driver.focused != ids[0] { driver.press(.down) }
    driver.press(.enter)
    #expect(driver.call?.number == ids[0] && driver.call?.seconds == 300)
    #expect(driver.call?.around.held.contains { $0.number == ids[0] } == false)
  }

  @Test(arguments: Language.allCases)
  func `whoever leaves is told of the callers that are left`(language: Language) throws {
    let (driver, _) = try Self.desk(2, language)
    let told = Driver.squeezed(driver.wording("desk.leave.callers"))
    for keys in [[Key.function(10)], [.control("c")], [.queue, .function(10)]] {
      var leaving = driver
      for key in keys { leaving.press(key) }
      #expect(Driver.squeezed(leaving.text).contains(told), "\(leaving.text)")
    }
    // One that waits in a case that is not open here is left as well.
    let again = DeskDriver(language, store: driver.store)
      .pressing(.character("d"), .function(10))
    #expect(Driver.squeezed(again.text).contains(told), "\(again.text)")
    let alone = DeskDriver(language).pressing(.character("d"), .function(10))
    #expect(!Driver.squeezed(alone.text).contains(told))
  }

  @Test(arguments: Setting.all, [1, 2, 5, 9])
  func `however many wait, that one is to go back and tell them is never cut`(
    setting: Setting,
    count: Int
  ) throws {
    var (driver, ids) = try Self.desk(
      count + 1,
      setting.language,
      columns: setting.columns,
      rows: setting.rows
    )
    driver.send(.clock(Self.moment(1_000)))
    let row = try #require(driver.lines.first { $0.contains(driver.wording("desk.around.tell")) })
    let shown = ids.dropLast().count { row.contains(" \($0.rawValue) ") }
    let more = driver.wording("desk.around.more", ["count": "\(count - shown)"])
    #expect(shown == count || row.contains(more) || row.contains("…"), "\(row)")
    // Those who have waited the longest stand first.
    #expect(shown == 0 || row.contains(" \(ids[0].rawValue) "), "\(row)")
    driver.press(.hold)
    #expect(driver.text.contains(driver.wording("desk.around.tell")), "\(driver.text)")
  }

  // MARK: - The way back

  @Test func `the queue begins at the call that one came from, and Enter goes back to it`() throws {
    var (driver, ids) = try Self.desk(4)
    for id in [ids[0], ids[2], ids[3], ids[1]] {
      driver.press(.queue)
      for _ in 0..<9 where driver.focused != id { driver.press(.down) }
      for _ in 0..<9 where driver.focused != id { driver.press(.up) }
      driver.press(.enter)
      try #require(driver.call?.number == id)
      driver.press(.queue)
      #expect(driver.focused == id)
      driver.press(.enter)
      #expect(driver.call?.number == id)
      #expect(try driver.store.entry(id).state == .call)
    }
  }

  @Test func `also after another part of the queue was looked at`() throws {
    var (driver, ids) = try Self.desk(2)
    driver.press(.queue, .tab, .tab, .answerCall)
    let last = try #require(driver.call?.number)
    driver.press(.queue, .enter)
    #expect(driver.call?.number == last && !ids.contains(last))
  }

  @Test func `after a call the queue begins at whoever has waited the longest`() throws {
    var (driver, ids) = try Self.desk(4)
    for next in [ids[0], ids[1], ids[2]] {
      driver.press(.wrapUp, .enter)
      #expect(driver.focused == next)
      driver.press(.enter)
      #expect(driver.call?.number == next)
    }
  }

  @Test(arguments: Language.allCases)
  func `u names the case that it is about, and goes to it`(language: Language) throws {
    var (driver, ids) = try Self.desk(3, language)
    driver.press(.queue)
    #expect(driver.lines.last?.contains(" u ") == false)
    driver.press(.enter, .wrapUp, .enter)
    let undo = driver.wording("desk.hint.undo", ["number": "\(ids[2].rawValue)"])
    #expect(driver.lines.last?.contains("u \(undo)") == true, "\(driver.text)")
    #expect(driver.focused == ids[0])
    driver.press(.character("u"))
    #expect(driver.focused == ids[2])
    #expect(try driver.store.entry(ids[2]).state == .call)
  }

  @Test func `nobody is said to be on the line in a case that was only taken up`() throws {
    let driver = DeskDriver()
    let ola = AgentID(rawValue: 1002)
    let id = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: ola).id
    _ = try driver.store.perform(.hand(to: .colleague(DeskDriver.agent)), on: id, by: ola)
    var taken = driver.pressing(.character("d"), .enter, .enter)
    try #require(taken.call?.number == id)
    taken.press(.answerCall, .queue)
    #expect(try taken.store.entry(id).state == .call)
    let row = taken.lines.first { $0.contains("\(id.rawValue)-") }
    let hold = taken.wording("desk.next.hold").prefix(12)
    #expect(row?.contains(hold) == false, "\(taken.text)")
    // Where somebody is, they are.
    for _ in 0..<9 where taken.focused != id { taken.press(.down) }
    taken.press(.enter, .hold, .answerCall, .queue)
    #expect(try taken.store.entry(id).state == .hold)
    #expect(taken.text.contains(taken.wording("desk.next.hold").prefix(12)), "\(taken.text)")
  }

  @Test func `a call that is let go of in the queue is open no more, and is taken again to go on`()
    throws
  {
    var (driver, ids) = try Self.desk(1)
    driver.press(.queue, .character("r"))
    #expect(try driver.store.entry(ids[0]).state == .free)
    #expect(driver.state.desk.calls.isEmpty)
    Self.look(for: ids[0], in: &driver)
    driver.press(.enter)
    #expect(driver.call?.number == ids[0])
    #expect(try driver.store.entry(ids[0]).state == .call)
  }

  /// Goes to a case in whatever part of the queue it is.
  private static func look(for id: CaseID, in driver: inout DeskDriver) {
    for _ in DeskSection.allCases where driver.focused != id {
      driver.press(.tab)
      for _ in 0..<9 where driver.focused != id { driver.press(.down) }
    }
  }

  /// A case that was handed over, whose code somebody reads out in a call, and which is read and left.
  private static func rung(isTold: Bool) throws -> (driver: DeskDriver, about: CaseID) {
    var driver = DeskDriver()
    let ola = AgentID(rawValue: 1002)
    let id = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: ola).id
    _ = try driver.store.perform(.hand(to: .free), on: id, by: ola)
    let code = try driver.store.code(of: id)
    driver.press(.answerCall)
    if isTold { driver.press(.character("1"), .escape) }
    driver.type("#\(code)")
    driver.press(.enter)
    try #require(driver.state.screen is ReadFirstScreen)
    driver.press(.escape)
    // A call in which something was told goes on, and is gone back to.
    try #require((driver.call != nil) == isTold)
    if isTold { driver.press(.queue) }
    return (driver, id)
  }

  @Test func `who rang about a case is off the line when that call has ended`() throws {
    var (driver, id) = try Self.rung(isTold: true)
    #expect(driver.state.desk.rung?.about == id)
    driver.press(.character("r"))
    Self.look(for: id, in: &driver)
    driver.press(.enter, .enter)
    #expect(driver.call?.number == id && driver.call?.hasCaller == false)
    // So are they when another call is answered.
    (driver, id) = try Self.rung(isTold: false)
    driver.press(.answerCall, .character("1"), .wrapUp, .enter)
    Self.look(for: id, in: &driver)
    driver.press(.enter, .enter)
    #expect(driver.call?.number == id && driver.call?.hasCaller == false)
    // While the call lasts they are there.
    (driver, id) = try Self.rung(isTold: false)
    Self.look(for: id, in: &driver)
    driver.press(.enter, .enter)
    #expect(driver.call?.number == id && driver.call?.hasCaller == true)
  }

  @Test(arguments: [Key.hold, .answerCall])
  func `a caller is put on hold though nothing of the call was kept for hours`(key: Key) throws {
    let clock = PastClock()
    let store = MemoryCaseStore(now: { clock.now })
    var driver = DeskDriver(store: store).pressing(.answerCall, .character("1"))
    let id = try #require(driver.call?.number)
    clock.goOn()
    #expect(try store.entry(id).state == .parked)
    driver.press(key)
    let standing = driver.wording("desk.standing.parked", ["number": "\(id.rawValue)"])
    #expect(try store.entry(id).state == .hold && !driver.text.contains(standing))
  }

  @Test func `what was put away elsewhere is not taken up by a key that puts a caller on hold`()
    throws
  {
    var driver = DeskDriver().pressing(.answerCall, .character("1"))
    let id = try #require(driver.call?.number)
    let promise = Promise(by: .giver)
    _ = try driver.store.perform(.park(promise), on: id, by: DeskDriver.agent)
    driver.press(.hold)
    #expect(try driver.store.entry(id).state == .parked)
    #expect(try driver.store.entry(id).desk.promise == promise)
    let standing = driver.wording("desk.standing.parked", ["number": "\(id.rawValue)"])
    #expect(driver.text.contains(standing), "\(driver.text)")
  }

  @Test(arguments: Language.allCases)
  func `on hold is told apart from what waits for somebody`(language: Language) {
    let wording = Wording(.embedded, language)
    let words = DeskState.allCases.map { wording($0.textKey) }
    #expect(Set(words).count == words.count)
    let (hold, waiting) = (wording("desk.state.hold"), wording("desk.state.waiting"))
    #expect(!hold.contains(waiting.prefix(4)), "\(hold), \(waiting)")
  }
}
