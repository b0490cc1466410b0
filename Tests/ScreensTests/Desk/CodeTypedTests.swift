import Drawing
import Model
import TestSupport
import Testing
import Wording

@testable import Screens

/// What is typed for the code of a case, and does not open it.
@Suite struct CodeTypedTests {
  private static let ola = AgentID(rawValue: 1002)

  /// A new call at a desk with one case that is closed, and its code.
  private static func answered(_ setting: Setting) throws -> (DeskDriver, id: CaseID, code: String)
  {
    var driver = DeskDriver(setting).pressing(.answerCall, .character("1"), .character("n"))
    let id = try #require(driver.call?.number)
    driver.press(.wrapUp, .character("2"), .enter, .answerCall)
    return (driver, id, "\(try driver.store.code(of: id))")
  }

  /// What is typed for a code, with the key of what is then said.
  private static func wrong(_ code: String) -> [(typed: String, key: String)] {
    let number = String(code.dropLast(3))
    let other = code.hasSuffix("BBB") ? "CCC" : "BBB"
    // Letters that no code has, those of another case, too few, too many, none, and no number.
    return [
      (number + "ABE", "desk.wrongLetters"), (number + other, "desk.wrongLetters"),
      (String(code.dropLast(1)), "desk.wrongLetters"), (code + "B", "desk.wrongLetters"),
      (String(code.prefix(4)), "desk.codeLetters"), ("zzzz", "desk.typesCode"),
    ]
  }

  @Test(arguments: Setting.each, 0..<6)
  func `what is no code of a case is said to be so at once, and stands as it was typed`(
    setting: Setting,
    kind: Int
  ) throws {
    var (driver, id, code) = try Self.answered(setting)
    let (rest, key) = Self.wrong(code)[kind]
    let typed = "#" + rest
    driver.type(typed)
    let number = driver.call?.number
    driver.press(.enter)
    let told = driver.wording(key).prefix(20)
    #expect(driver.text.contains(told) && driver.text.contains(typed), "\(driver.text)")
    #expect(driver.call?.number == number && driver.call?.stage == .message)
    #expect(try driver.store.entry(id).state == .closed)
  }

  @Test(arguments: Setting.all)
  func `of a colleague's case the code stays, and a second Enter reads it with the caller kept`(
    setting: Setting
  ) throws {
    var (driver, id, code) = try Self.answered(setting)
    _ = try driver.store.perform(.reopen, on: id, by: Self.ola)
    let answered = try #require(driver.call?.number)
    driver.type("#\(code)")
    driver.press(.enter)
    let told = driver.wording("desk.takenRead", ["number": "\(id.rawValue)", "login": "ola"])
    #expect(driver.text.contains(told) && driver.text.contains("#\(code)"), "\(driver.text)")
    // Another code is looked at anew.
    #expect(driver.pressing(.backspace, .enter).call?.number == answered)
    driver.press(.enter)
    #expect(driver.state.screen is ReadFirstScreen, "\(driver.text)")
    #expect(try driver.store.entry(id).desk.owner == Self.ola)
    // Whoever is on the line is gone back to, or goes on with their own case.
    let back = driver.pressing(.escape)
    #expect(back.call?.number == answered && back.text.contains("#\(code)"), "\(back.text)")
    #expect(try back.store.entry(answered).state == .call)
    let taken = driver.pressing(.enter, .right, .enter)
    #expect(taken.call?.number == id)
    #expect((try? taken.store.load(answered)) == nil)
  }

  @Test func `whoever has a case is called by their login, though no group names them`() throws {
    let driver = DeskDriver(colleagues: [])
    let entry = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: Self.ola)
    let typed = driver.pressing(.answerCall).typing("#\(entry.code)").pressing(.enter)
    let values = ["number": "\(entry.id.rawValue)", "login": "ola"]
    #expect(typed.text.contains(driver.wording("desk.takenRead", values)), "\(typed.text)")
  }

  @Test(arguments: Language.allCases)
  func `a case that was taken up again is known in the queue by what it was about`(
    language: Language
  ) throws {
    for message in ["1", "4", "8"] {
      var driver = DeskDriver(language, portal: .altinn3)
        .pressing(.answerCall, .character(Character(message)))
      let id = try #require(driver.call?.number)
      let entry = try driver.store.queue(
        .mine,
        for: DeskDriver.agent,
        limit: 9,
        offset: 0,
        answers: Wording.queueFields
      ).first { $0.id == id }
      let about = driver.wording.subject(of: try #require(entry))
      try #require(!about.isEmpty)
      driver.press(.wrapUp, .character("2"), .enter, .character("/"))
      driver.type("\(id.rawValue)")
      driver.press(.enter, .enter)
      try #require(driver.call?.number == id)
      driver.press(.queue)
      #expect(driver.text.contains(about.prefix(12)), "\(driver.text)")
    }
  }
}
