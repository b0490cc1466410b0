import Drawing
import Model
import TestSupport
import Testing
import Wording

@testable import Screens

/// A note on a case of the queue, which is not opened for it.
@Suite struct QueueNoteTests {
  private static let ola = AgentID(rawValue: 1002)
  private static let words = "sjefen ringer"

  /// The queue at a case of the agent's own that is parked.
  private static func queue(
    _ language: Language = .bokmal,
    columns: Int = 80,
    rows: Int = 24
  ) throws -> (driver: DeskDriver, id: CaseID) {
    var driver = DeskDriver(language, columns: columns, rows: rows)
    driver.press(.answerCall, .character("1"))
    let id = try #require(driver.call?.number)
    driver.press(.control("p"), .enter)
    try #require(driver.focused == id)
    return (driver, id)
  }

  private static func pointed(_ driver: DeskDriver) -> String? {
    driver.lines.first { $0.contains("▸") }
  }

  @Test(arguments: Setting.all)
  func `n notes on a case, which stays as it was and where it was`(setting: Setting) throws {
    var (driver, id) = try Self.queue(
      setting.language,
      columns: setting.columns,
      rows: setting.rows
    )
    let row = Self.pointed(driver)
    driver.press(.character("n"))
    driver.type(Self.words)
    let keeps = "Enter \(driver.wording("desk.hint.keepNote"))"
    #expect(driver.lines.last?.contains(keeps) == true, "\(driver.text)")
    #expect(driver.text.contains(Self.words) && Self.pointed(driver) == row, "\(driver.text)")
    #expect(driver.frame.checkInvariants() == [])
    driver.press(.enter)
    #expect(try driver.store.notes(for: id).map(\.text) == [Self.words])
    #expect(try driver.store.entry(id).state == .parked)
    #expect(driver.text.contains(driver.wording("desk.noteKept")), "\(driver.text)")
    #expect(!driver.text.contains(Self.words) && driver.focused == id)
  }

  @Test func `Escape puts the note away, and it is there when the same case is noted on again`()
    throws
  {
    var (driver, id) = try Self.queue()
    driver.press(.character("n"))
    driver.type(Self.words)
    driver.press(.escape)
    #expect(driver.queue != nil && !driver.text.contains(Self.words))
    driver.press(.character("n"))
    #expect(driver.text.contains(Self.words))
    #expect(try driver.store.notes(for: id).isEmpty)
    // Nothing but blanks is no note.
    for _ in Self.words { driver.press(.backspace) }
    driver.press(.character(" "), .enter)
    #expect(driver.queue?.takesText == false)
    #expect(try driver.store.notes(for: id).isEmpty)
  }

  @Test func `whoever leaves in the middle of a note has it kept`() throws {
    for keys in [[Key.answerCall], [.function(3)], [.function(8)]] {
      var (driver, id) = try Self.queue()
      driver.press(.character("n"))
      driver.type(Self.words)
      for key in keys { driver.press(key) }
      #expect(driver.queue == nil, "\(keys)")
      #expect(try driver.store.notes(for: id).map(\.text) == [Self.words], "\(keys)")
    }
  }

  @Test func `whoever leaves with a note put away has it kept`() throws {
    for keys in [[Key.answerCall], [.function(3)], [.function(8)], [.escape]] {
      var (driver, id) = try Self.queue()
      driver.press(.character("n"))
      driver.type(Self.words)
      driver.press(.escape)
      for key in keys { driver.press(key) }
      #expect(driver.queue == nil, "\(keys)")
      #expect(try driver.store.notes(for: id).map(\.text) == [Self.words], "\(keys)")
    }
  }

  @Test func `nobody notes on somebody else's case`() throws {
    var driver = DeskDriver()
    let id = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: Self.ola).id
    driver.press(.character("d"), .backTab)
    try #require(driver.focused == id)
    driver.press(.character("n"))
    let told = driver.wording("desk.taken", ["number": "\(id.rawValue)", "login": "ola"])
    #expect(driver.text.contains(told), "\(driver.text)")
    #expect(driver.queue?.takesText == false)
  }

  @Test func `a note on a case that was taken meanwhile is not kept, and stands to be copied`()
    throws
  {
    var (driver, id) = try Self.queue()
    driver.press(.character("n"))
    driver.type(Self.words)
    try driver.another(.steal, on: id)
    driver.press(.enter)
    let told = driver.wording("desk.taken", ["number": "\(id.rawValue)", "login": "ola"])
    #expect(driver.text.contains(told) && driver.text.contains(Self.words), "\(driver.text)")
    #expect(try driver.store.notes(for: id).isEmpty)
  }

  @Test func `what must not be kept is masked in what is pasted, also where it is cut`() throws {
    var (driver, id) = try Self.queue()
    driver.press(.character("n"))
    let filler = String(repeating: "lang tekst ", count: 40).prefix(286)
    driver.send(.pasted(filler + "solskinn er din engangskode"))
    driver.press(.enter)
    let kept = try driver.store.notes(for: id).map(\.text)
    #expect(kept.count == 1 && kept.allSatisfy { !$0.contains("solskinn") }, "\(kept)")
  }

  @Test(arguments: Language.allCases)
  func `the queue says which day it is`(language: Language) throws {
    let driver = DeskDriver(language).pressing(.character("d"))
    let day = try #require(DeskDriver.start.day)
    #expect(driver.lines.first?.contains("kari · \(driver.wording.short(day))") == true)
  }
}
