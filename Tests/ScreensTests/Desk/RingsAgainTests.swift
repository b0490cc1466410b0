import Drawing
import Model
import Screens
import Testing
import Wording

/// A caller who rings again and reads out the code of their case.
@Suite struct RingsAgainTests {
  private static let ola = AgentID(rawValue: 1002)

  /// A desk with one case that is closed, and its code.
  private static func closed() throws -> (driver: DeskDriver, id: CaseID, code: String) {
    var driver = DeskDriver().pressing(.answerCall, .character("1"), .character("n"))
    let id = try #require(driver.call?.number)
    driver.press(.wrapUp, .character("2"), .enter)
    let code = try driver.store.code(of: id)
    return (driver, id, "#\(code)")
  }

  private static func isThere(_ id: CaseID, in driver: DeskDriver) -> Bool {
    (try? driver.store.load(id)) != nil
  }

  @Test func `the case goes on as a new round, and the call that was answered is that case`() throws
  {
    var (driver, id, code) = try Self.closed()
    driver.press(.answerCall)
    let answered = try #require(driver.call?.number)
    driver.type(code)
    driver.press(.enter)
    #expect(driver.call?.number == id && driver.call?.stage == .message)
    #expect(driver.text.contains("Gammelt svar"), "\(driver.text)")
    #expect(driver.text.contains("Sist endte det slik"), "\(driver.text)")
    #expect(try driver.store.entry(id).state == .call)
    #expect(try driver.store.load(id).rounds.count == 1)
    #expect(!Self.isThere(answered, in: driver))
    driver.press(.queue)
    #expect(driver.queue?.entries.map(\.id) == [id])
  }

  @Test(arguments: Language.allCases)
  func `what happens, told by a caller without a message, is told of as they said it`(
    language: Language
  ) throws {
    var driver = DeskDriver(language, portal: .altinn3, columns: 100, rows: 32)
      .pressing(.answerCall, .character("7"))
    let id = try #require(driver.call?.number)
    let symptom = try #require(driver.call?.walk.answer(.messageSymptom)?.value)
    driver.press(.wrapUp, .character("8"), .enter)
    let code = try driver.store.code(of: id)
    driver.press(.answerCall)
    driver.type("#\(code)")
    driver.press(.enter)
    let words = driver.wording
    let label = words("desk.former", ["day": "", "answer": ""]).prefix(8)
    let former = try #require(driver.lines.first { $0.contains(label) }, "\(driver.text)")
    #expect(former.contains(words.callerMessage(symptom).prefix(12)), "\(former)")
    // Whoever takes it over reads what the queue says that it is about.
    driver.press(.control("g"), .enter)
    let note = try #require(try driver.store.notes(for: id).last).text
    let said = ["message": words.callerMessage(symptom)]
    #expect(note.contains(words("desk.handOver.before", said)), "\(note)")
  }

  @Test func `a call in which something was told waits for its caller`() throws {
    var (driver, id, code) = try Self.closed()
    driver.press(.answerCall)
    driver.send(.pasted("Sesjonen gikk ned i kvern 17"))
    let other = try #require(driver.call?.number)
    driver.press(.escape)
    driver.type(code)
    driver.press(.enter)
    #expect(driver.call?.number == id)
    #expect(try driver.store.entry(other).state == .hold)
  }

  @Test func `other letters open nothing, and the new call goes on`() throws {
    var (driver, id, code) = try Self.closed()
    driver.press(.answerCall)
    let answered = try #require(driver.call?.number)
    driver.type("#")
    #expect(driver.text.contains(driver.wording("desk.typesCode").prefix(20)))
    driver.press(.backspace)
    driver.type(String(code.dropLast(3)) + (code.hasSuffix("BBB") ? "CCC" : "BBB"))
    driver.press(.enter)
    #expect(driver.text.contains(driver.wording("desk.wrongLetters")))
    #expect(driver.call?.number == answered)
    #expect(try driver.store.entry(id).state == .closed)
  }

  @Test func `a case that somebody else has stays theirs`() throws {
    var (driver, id, code) = try Self.closed()
    _ = try driver.store.perform(.reopen, on: id, by: Self.ola)
    driver.press(.answerCall)
    let answered = try #require(driver.call?.number)
    driver.type(code)
    driver.press(.enter)
    #expect(driver.text.contains("ola"), "\(driver.text)")
    #expect(try driver.store.entry(id).desk.owner == Self.ola)
    // The caller is on the line still.
    #expect(driver.call?.number == answered && Self.isThere(answered, in: driver))
  }

  @Test func `what was handed over is read first`() throws {
    var (driver, id, code) = try Self.closed()
    _ = try driver.store.perform(.reopen, on: id, by: Self.ola)
    _ = try driver.store.perform(.hand(to: .free), on: id, by: Self.ola)
    driver.press(.answerCall)
    let answered = try #require(driver.call?.number)
    driver.type(code)
    driver.press(.enter)
    #expect(driver.call == nil && driver.text.contains("Situasjon"))
    #expect(try driver.store.entry(id).state == .handed)
    #expect(!Self.isThere(answered, in: driver))
    driver.press(.enter)
    #expect(driver.call?.number == id)
    #expect(try driver.store.entry(id).state == .call)
  }

  @Test func `a call that waits here is gone back to, and one's own code changes nothing`() throws {
    var driver = DeskDriver().pressing(.answerCall, .character("1"))
    let first = try #require(driver.call?.number)
    driver.press(.answerCall)
    let answered = try #require(driver.call?.number)
    let own = try driver.store.code(of: answered)
    driver.type("#\(own)")
    driver.press(.enter)
    #expect(driver.call?.number == answered)
    let other = try driver.store.code(of: first)
    driver.type("#\(other)")
    driver.press(.enter)
    #expect(driver.call?.number == first && driver.call?.stage == .question)
    #expect(try driver.store.entry(first).state == .call)
    #expect(!Self.isThere(answered, in: driver))
  }
}
