import Drawing
import Model
import Testing

@testable import Screens

/// The number to ring back on, at a desk that keeps such numbers.
@Suite struct CallbackScreenTests {
  private static let park = Key.control("p")

  private static func desk(
    _ language: Language = .bokmal,
    columns: Int = 80,
    rows: Int = 24
  ) -> DeskDriver {
    var setup = DeskSetup()
    setup.callback = true
    return DeskDriver(language, columns: columns, rows: rows, setup: setup)
      .pressing(.answerCall, .character("1"), park)
  }

  /// Whoever is rung back today, on the screen again.
  private static func due(_ language: Language, columns: Int = 80, rows: Int = 24) throws
    -> DeskDriver
  {
    var driver = desk(language, columns: columns, rows: rows)
    let number = try #require(driver.call?.number)
    let today = try #require(DeskDriver.start.day)
    driver.press(.enter)
    let due = Callback(try PhoneNumber(checking: "40000017"), due: today, on: today)
    try driver.store.keep(due, of: number)
    driver.press(.enter, .enter)
    return driver
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 40)])
  func `a number is typed when a call is put away, and is hidden until its day`(
    _ size: (columns: Int, rows: Int)
  ) throws {
    var driver = Self.desk(columns: size.columns, rows: size.rows).typing("400 00 017")
    #expect(driver.text.contains("Ring tilbake på (valgfritt) 400 00 017"))
    let number = try #require(driver.call?.number)
    // The day that is waited for is still to come.
    driver.press(.right, .enter)
    #expect(driver.queue != nil)
    let kept = try #require(try driver.store.callback(of: number))
    #expect(kept.number.text == "400 00 017")
    #expect(!driver.text.contains("00 017"))
    // It is read before it is taken up.
    driver.press(.enter, .enter)
    #expect(driver.call?.number == number)
    #expect(!driver.text.contains("00 017"))
    #expect(driver.text.contains("•17"))
  }

  @Test func `a number stands in clear for a quarter of a minute when its day has come`() throws {
    var driver = try Self.due(.english)
    #expect(driver.call != nil && driver.text.contains("40000017"))
    #expect(driver.state.secondsToTick == 5)
    driver.send(.clock(Timestamp(rawValue: DeskDriver.start.rawValue + 14)))
    #expect(driver.text.contains("40000017"))
    driver.send(.clock(Timestamp(rawValue: DeskDriver.start.rawValue + 15)))
    #expect(!driver.text.contains("40000017") && driver.text.contains("••••••17"))
    #expect(driver.state.secondsToTick == nil)
  }

  @Test func `a number is there again when that the call ended is undone, and else is gone`() throws
  {
    var driver = Self.desk().typing("400 00 017").pressing(.enter)
    driver.press(.enter, .enter)
    let number = try #require(driver.call?.number)
    try #require(driver.call?.callback != nil)
    driver.press(.wrapUp, .character("6"), .enter)
    #expect(try driver.store.callback(of: number) == nil)
    driver.press(.character("u"), .enter)
    #expect(driver.call?.number == number && driver.call?.callback?.number.text == "400 00 017")
    #expect(try driver.store.callback(of: number)?.number.text == "400 00 017")
    driver.press(.wrapUp, .character("6"), .enter)
    #expect(driver.state.desk.ends[number]?.callback != nil)
    // Once another call has ended that can no more be undone, and the number is gone.
    driver.press(.answerCall, .character("1"), .wrapUp, .character("6"), .enter)
    #expect(driver.state.desk.ends[number]?.callback == nil)
  }

  /// A call that is closed, and whose number the store has forgotten.
  private static func closed() throws -> (driver: DeskDriver, number: CaseID) {
    var driver = desk().typing("400 00 017").pressing(.enter)
    driver.press(.enter, .enter)
    let number = try #require(driver.call?.number)
    driver.press(.wrapUp, .character("6"), .enter)
    try #require(driver.state.desk.ends[number]?.callback != nil)
    try #require(try driver.store.callback(of: number) == nil)
    return (driver, number)
  }

  @Test func `a forgotten number comes back by undo alone, and not with a case that others had`()
    throws
  {
    let closed = try Self.closed()
    let number = closed.number
    var driver = closed.driver
    // Somebody else takes it up, and the agent has it again without the screen of this call.
    try driver.another(.reopen, on: number)
    _ = try driver.store.perform(.steal, on: number, by: DeskDriver.agent)
    driver.show { $0.openCall(number, nil) }
    try #require(driver.call?.number == number)
    #expect(driver.call?.callback == nil)
    #expect(try driver.store.callback(of: number) == nil)
  }

  @Test func `a forgotten number is kept in no memory once the end cannot be undone`() throws {
    let (driver, number) = try Self.closed()
    let entry = try driver.store.entry(number)
    let others: [DeskEvent] = [
      .acted(entry, nil), .jotted(number), .moved(number, to: "ola"),
      .refused(.nothingToUndo, by: nil),
    ]
    for event in others {
      var ended = driver
      ended.send(.desk(event))
      #expect(ended.state.desk.ends[number]?.callback == nil, "\(event)")
    }
    // Nor where something else is done with it after it was undone.
    var undone = driver.pressing(.character("u"))
    #expect(undone.state.desk.undone == number)
    #expect(undone.state.desk.ends[number]?.callback != nil)
    undone.send(.desk(.acted(entry, nil)))
    #expect(undone.state.desk.undone == nil)
    #expect(undone.state.desk.ends[number]?.callback == nil)
  }

  @Test(arguments: Language.allCases, [(60, 18), (80, 24)])
  func `a number to ring back on stands whole, whoever else waits or was taken`(
    language: Language,
    size: (columns: Int, rows: Int)
  ) throws {
    var driver = try Self.due(language, columns: size.columns, rows: size.rows)
    driver.show { state in
      let taken = (2001...2003).map {
        DeskAround.Taken(number: CaseID(rawValue: $0), login: "kollega")
      }
      state.desk.taken = taken
      state.desk.held = [.init(number: CaseID(rawValue: 2004), since: Timestamp(rawValue: 0))]
      state.lookAround()
      return []
    }
    #expect(driver.text.contains("40000017"), "\(driver.text)")
  }

  @Test(arguments: ["4000001", "41810021827", "kari"])
  func `what is no number is said so, and stays where it was typed`(_ text: String) throws {
    var driver = Self.desk().typing(text).pressing(.enter)
    let number = try #require(driver.call?.number)
    #expect(driver.call?.stage == .park && driver.call?.problem != nil)
    #expect(driver.text.contains(text))
    #expect(try driver.store.callback(of: number) == nil)
    for _ in text { driver.press(.backspace) }
    driver.press(.enter)
    #expect(driver.queue != nil)
  }

  @Test func `a desk that keeps no numbers asks for none`() {
    let driver = DeskDriver.asking().pressing(Self.park).typing("40000017")
    #expect(!driver.text.contains("Ring tilbake") && !driver.text.contains("40000017"))
  }
}
