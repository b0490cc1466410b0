import Drawing
import Model
import TestSupport
import Testing
import Wording

@testable import Screens

/// A point that is opened from the points of a call, so that an earlier answer can be changed.
@Suite struct OpenPointTests {
  /// A call without a message in which two things are answered of the first point.
  private static func answered(_ language: Language, columns: Int = 80, rows: Int = 24)
    -> DeskDriver
  {
    var driver = DeskDriver(language, columns: columns, rows: rows)
      .pressing(.answerCall, .character("0"))
    for fact in [FieldID.systemRegistered, .systemIDCorrect] {
      driver.show { state in
        guard var call = state.screen as? CallScreen else { return [] }
        call.walk.give(Fact.yes, to: fact)
        state.screen = call
        return []
      }
    }
    return driver
  }

  @Test(arguments: Setting.all)
  func `the digit of a point shows its answers, and the digit of one leads back to it`(
    setting: Setting
  ) throws {
    var driver = Self.answered(setting.language, columns: setting.columns, rows: setting.rows)
    driver.press(.function(3), .character("1"))
    #expect(driver.call?.stage == .points)
    #expect(driver.text.contains(driver.wording("desk.pointOpen").prefix(20)), "\(driver.text)")
    let facts = try #require(driver.call?.openQuestions)
    let place = try #require(facts.firstIndex(of: .systemIDCorrect))
    #expect(facts.contains(.systemRegistered))
    let digit = try #require(Key.digit(place + 1))
    driver.press(digit)
    if driver.call?.stage == .points { driver.press(digit) }
    #expect(driver.call?.asked?.id == .systemIDCorrect, "\(driver.text)")
    let no = try #require(driver.wording("letter.no").first)
    driver.press(.character(no))
    #expect(driver.call?.walk.answer(.systemIDCorrect)?.value == Fact.no)
  }

  @Test(arguments: Language.allCases)
  func `Escape closes the point, and again the points`(language: Language) {
    var driver = Self.answered(language)
    let stage = driver.call?.stage
    driver.press(.function(3), .character("1"), .escape)
    #expect(driver.call?.stage == .points && driver.call?.openPoint == nil)
    #expect(driver.text.contains(driver.wording("desk.points")))
    driver.press(.escape)
    #expect(driver.call?.stage == stage)
  }

  @Test func `an arrow and Enter lead to an answer as its digit does`() {
    let driver = Self.answered(.bokmal).pressing(.function(3), .character("1"), .down, .down)
    let fact = driver.call?.openQuestions[1]
    #expect(driver.lines.last?.contains("Enter") == true)
    #expect(driver.pressing(.enter).call?.asked?.id == fact)
  }

  @Test func `a point where nothing was answered is asked about at once`() {
    let driver = DeskDriver().pressing(.answerCall, .character("0"), .function(3), .character("2"))
    #expect(driver.call?.stage != .points, "\(driver.text)")
  }
}
