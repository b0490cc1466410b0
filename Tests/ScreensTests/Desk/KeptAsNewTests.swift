import Drawing
import Model
import TestSupport
import Testing
import Wording

@testable import Screens

/// A call that somebody else has saved meanwhile, and that is kept as a case of its own.
@Suite struct KeptAsNewTests {
  /// A call with an answer that could not be saved, and the question what is to become of it.
  private static func conflict(_ language: Language) throws -> (driver: DeskDriver, id: CaseID) {
    var driver = DeskDriver(language, portal: .altinn2).pressing(.answerCall, .character("1"))
    let call = try #require(driver.call)
    let id = try #require(call.number)
    var walk = call.walk
    walk.give(Fact.yes, to: .systemRegistered)
    var theirs = try driver.store.load(id)
    theirs.content = driver.wording.draft(walk)
    _ = try driver.store.save(theirs)
    let no = try #require(driver.wording("letter.no").first)
    driver.press(.character(no))
    return (driver, id)
  }

  @Test(arguments: Language.allCases)
  func `it goes on as a call with a code of its own, which is told at once`(
    language: Language
  ) throws {
    var (driver, first) = try Self.conflict(language)
    #expect(driver.text.contains(driver.wording("conflict.title")), "\(driver.text)")
    driver.press(.right, .enter)
    let second = try #require(driver.call?.number)
    #expect(second != first)
    let entry = try driver.store.entry(second)
    let told = driver.wording("desk.keptAsNew", ["code": "\(entry.code)"])
    #expect(driver.text.contains(told.prefix(50)), "\(driver.text)")
    #expect(driver.lines[0].contains("\(entry.code)") && entry.state == .call)
    let kept = try driver.store.load(second).content
    #expect(kept.answer(in: .systemPasswordCorrect)?.value == Fact.no)
    driver.press(.wrapUp, .enter)
    #expect(try driver.store.outcomes(of: second).count == 1)
    #expect(try driver.store.outcomes(of: first).isEmpty)
  }

  @Test func `a call that begins tells no receipt`() {
    let driver = DeskDriver().pressing(.answerCall)
    let told = driver.wording("desk.keptAsNew", ["code": ""]).prefix(12)
    #expect(!driver.text.contains(told), "\(driver.text)")
  }
}
