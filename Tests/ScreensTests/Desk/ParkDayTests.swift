import Drawing
import Model
import TestSupport
import Testing
import Wording

@testable import Screens

/// The day that a case is put away to.
@Suite struct ParkDayTests {
  /// A case to be put away on a Saturday, which waits until Wednesday as it is filled in.
  private static func parking(_ language: Language) -> DeskDriver {
    DeskDriver(language, portal: .altinn2).pressing(.answerCall, .character("1"), .control("p"))
  }

  @Test(arguments: Language.allCases)
  func `the form and the receipt name the weekday, and no day is one that nobody works`(
    language: Language
  ) throws {
    var driver = Self.parking(language)
    let code = try #require(driver.call?.code)
    for text in ["2026-12-02", "2026-12-01", "2026-11-30"] {
      let day = try #require(Day(text))
      #expect(driver.text.contains(driver.wording.weekday(day)), "\(driver.text)")
      driver.press(.left)
    }
    driver.press(.right, .enter)
    let monday = try #require(Day("2026-11-30"))
    let values = ["code": "\(code)", "day": driver.wording.weekday(monday)]
    #expect(driver.text.contains(driver.wording("desk.done.parkedUntil", values)))
  }

  @Test(arguments: Language.allCases)
  func `that the day is today is said`(language: Language) throws {
    var driver = Self.parking(language)
    for _ in 0..<9 { driver.press(.left) }
    let today = try #require(DeskDriver.start.day)
    let named = driver.wording.weekday(today)
    #expect(named.hasPrefix(driver.wording("desk.today", ["day": ""]).prefix(5)))
    #expect(driver.text.contains(named), "\(driver.text)")
    driver.press(.enter)
    #expect(driver.text.contains(named), "\(driver.text)")
  }
}
