import Drawing
import Model
import Screens
import Testing

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
    var driver = Self.desk(.english)
    let number = try #require(driver.call?.number)
    let today = try #require(DeskDriver.start.day)
    driver.press(.enter)
    let due = Callback(try PhoneNumber(checking: "40000017"), due: today, on: today)
    try driver.store.keep(due, of: number)
    driver.press(.enter, .enter)
    #expect(driver.call != nil && driver.text.contains("40000017"))
    #expect(driver.state.secondsToTick == 5)
    driver.send(.clock(Timestamp(rawValue: DeskDriver.start.rawValue + 14)))
    #expect(driver.text.contains("40000017"))
    driver.send(.clock(Timestamp(rawValue: DeskDriver.start.rawValue + 15)))
    #expect(!driver.text.contains("40000017") && driver.text.contains("••••••17"))
    #expect(driver.state.secondsToTick == nil)
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
