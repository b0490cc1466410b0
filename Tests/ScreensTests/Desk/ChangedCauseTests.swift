import Drawing
import Model
import Testing
import Wording

@testable import Screens

/// A cause that is found to be wrong when the call is about to end.
@Suite struct ChangedCauseTests {
  @Test(arguments: Language.allCases)
  func `F3 leads from the end of a call to what the cause was found by`(language: Language) throws {
    var driver = DeskDriver(language).pressing(.answerCall, .character("1"), .character("2"))
    let before = try #require(driver.call?.walk)
    let cause = try #require(driver.wording.callCause(before))
    driver.press(.wrapUp)
    let change = driver.wording("desk.wrapUp.causeFrom", ["cause": cause])
    #expect(driver.text.contains(change), "\(driver.text)")
    driver.press(.function(3))
    #expect(driver.call?.stage == .points)
    driver.press(.escape)
    #expect(driver.call?.stage == .wrapUp)
    driver.press(.function(3))
    driver.press(.character("1"))
    #expect(driver.call?.asked?.id == "system.passwordCorrect", "\(driver.text)")
    let yes = try #require(driver.wording("letter.yes").first)
    driver.press(.character(yes), .wrapUp)
    #expect(driver.call?.walk.answer("system.passwordCorrect")?.value == Fact.yes, "\(driver.text)")
  }

  @Test func `where the message alone shows the cause, it is the message that is told otherwise`() {
    let driver = DeskDriver()
      .pressing(.answerCall, .character("2"), .wrapUp, .function(3), .character("1"))
    #expect(driver.call?.stage == .message, "\(driver.text)")
  }

  @Test func `a point of which all is known can be asked about again`() throws {
    let first = DeskDriver().pressing(.answerCall, .character("1"), .character("1"), .queue)
    // Whoever begins anew has no page to go back to.
    var driver = DeskDriver(store: first.store).pressing(.character("d"), .enter)
    let walk = try #require(driver.call?.walk)
    let verdict = try #require(walk.diagnosis.verdicts.first)
    try #require(verdict.state == .failing && walk.open(in: verdict.point).isEmpty)
    driver.press(.function(3), .character("1"))
    // The message that the point fails by stands beside the answer; either can be changed.
    #expect(driver.call?.openQuestions == ["system.passwordCorrect", .message], "\(driver.text)")
    #expect(driver.pressing(.down, .enter).call?.asked?.id == "system.passwordCorrect")
  }

  @Test(arguments: Language.allCases)
  func `similar calls say how many came of anything else`(language: Language) throws {
    let wording = Wording(.embedded, language)
    let cause = Fault.wrongPassword.rawValue
    let alike = try #require(SimilarCases([(cause, 6, 6), ("", 2, 2), ("vendor", 3, 3)]))
    let rest = wording("desk.similar.others", ["count": "5"])
    #expect(wording.alike(alike) == ["6 \(wording.text(ofCause: cause))", rest])
    let whole = try #require(SimilarCases([(cause, 6, 6)]))
    #expect(wording.alike(whole).count == 1)
  }
}
