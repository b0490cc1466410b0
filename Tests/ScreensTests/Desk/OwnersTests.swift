import Drawing
import Model
import Screens
import TestSupport
import Testing
import Wording

/// Whose a case is, and what whoever loses it is told.
@Suite struct OwnersTests {
  private static let ola = AgentID(rawValue: 1002)

  /// Kari in a call, and Ola with the same store, at its row among all cases.
  private static func both() throws -> (kari: DeskDriver, ola: DeskDriver, id: CaseID) {
    let kari = DeskDriver().pressing(.answerCall, .character("1"))
    let id = try #require(kari.call?.number)
    let ola = DeskDriver(as: ola, store: kari.store).pressing(.character("d"), .backTab)
    return (kari, ola, id)
  }

  @Test func `taking a case from somebody asks first`() throws {
    var (_, ola, id) = try Self.both()
    ola.press(.character("T"))
    #expect(ola.state.overlay != nil && ola.text.contains("\(id.rawValue)"))
    #expect(try ola.store.entry(id).desk.owner == DeskDriver.agent)
    #expect(try ola.pressing(.enter).store.entry(id).desk.owner == DeskDriver.agent)
    #expect(try ola.pressing(.escape).store.entry(id).desk.owner == DeskDriver.agent)
    ola.press(.right, .enter)
    #expect(try ola.store.entry(id).desk.owner == Self.ola)
  }

  /// On the line, parked, given to a third.
  @Test(
    arguments: [
      [], [.control("p"), .enter], [.control("g"), .character("p"), .character("e"), .enter],
    ] as [[Key]]
  )
  func `what somebody else has is read on Enter, and taken only by whoever says so twice`(
    end: [Key]
  ) throws {
    var (kari, ola, id) = try Self.both()
    kari.press(.function(7))
    kari.type("sjefen ringer")
    kari.press(.enter)
    for key in end { kari.press(key) }
    let before = try ola.store.entry(id)
    try #require(before.holder(otherThan: Self.ola) != nil)
    ola.press(.enter)
    #expect(ola.call == nil)
    #expect((ola.text + ola.pressing(.pageDown).text).contains("sjefen ringer"), "\(ola.text)")
    #expect(try ola.pressing(.escape).store.entry(id) == before)
    #expect(ola.text.contains(ola.wording("desk.owner", ["login": "ola"])))
    ola.press(.enter)
    #expect(try ola.store.entry(id) == before && ola.state.overlay != nil)
    ola.press(.right, .enter)
    #expect(ola.call?.number == id)
    #expect(try ola.store.entry(id).desk.owner == Self.ola)
  }

  /// An answer, a note, another language, a hold, the end.
  @Test(
    arguments: [
      [.character("n")], [.function(7), .character("x"), .enter], [.function(9)], [.hold],
      [.wrapUp, .enter],
    ] as [[Key]]
  )
  func `whoever has lost a case is told at the next change, and nothing of theirs goes into it`(
    keys: [Key]
  ) throws {
    var (kari, ola, id) = try Self.both()
    ola.press(.character("T"), .right, .enter)
    let before = try ola.store.load(id).content.answers.filter { $0.field != .callPlace }
    let desk = try ola.store.entry(id).desk
    for key in keys { kari.press(key) }
    let told = kari.wording("desk.lost", ["number": "\(id.rawValue)", "login": "ola"])
    #expect(kari.text.contains(told.prefix(30)), "\(kari.text)")
    #expect(!kari.text.contains(kari.wording("header.saved")), "\(kari.text)")
    #expect(!kari.text.contains(kari.wording("desk.noteKept")))
    let after = try ola.store.load(id).content.answers.filter { $0.field != .callPlace }
    #expect(after == before)
    #expect(try ola.store.notes(for: id).isEmpty)
    #expect(try ola.store.entry(id).desk == desk)
  }

  @Test func `a note that was not kept stands in its line, and the call is left for the queue`()
    throws
  {
    var (kari, ola, id) = try Self.both()
    ola.press(.character("T"), .right, .enter)
    kari.press(.function(7))
    kari.type("sjefen ringer")
    kari.press(.enter)
    #expect(kari.text.contains("sjefen ringer"))
    kari.press(.queue)
    #expect(kari.queue != nil)
    kari.press(.backTab)
    for _ in 0..<9 where kari.focused != id { kari.press(.down) }
    kari.press(.enter)
    #expect(kari.call == nil && kari.text.contains("ola"))
  }

  @Test(arguments: ["3", "p"])
  func `where there is no colleague nobody is given the case in their place`(key: Character) throws
  {
    var driver = DeskDriver(colleagues: []).pressing(.answerCall, .character("1"), .control("g"))
    #expect(driver.lines.last?.contains(driver.wording("desk.hint.colleague")) == false)
    driver.press(.character(key))
    #expect(driver.text.contains(driver.wording("desk.handOver.nobody")))
    let id = try #require(driver.call?.number)
    driver.press(.enter)
    #expect(try driver.store.entry(id).state == .call && driver.call?.number == id)
    driver.press(.character("2"), .enter)
    #expect(try driver.store.entry(id).desk.level == .second)
    let others = DeskDriver().pressing(.answerCall, .character("1"), .control("g"), .character("z"))
    #expect(others.text.contains(others.wording("desk.handOver.noneBegins", ["typed": "z"])))
  }

  @Test func `undoing the end of a call lets the other caller wait`() throws {
    var driver = DeskDriver().pressing(.answerCall, .character("2"))
    let first = try #require(driver.call?.number)
    driver.press(.wrapUp, .enter, .answerCall, .character("1"), .queue)
    let second = try #require(
      try driver.store.queue(.mine, for: DeskDriver.agent, limit: 9, offset: 0, answers: []).first
    )
    driver.press(.character("u"))
    #expect(try driver.store.entry(first).state == .call)
    #expect(try driver.store.entry(second.id).state == .hold)
  }

  @Test func `a call of one's own is gone on with by t, as by Enter`() throws {
    let driver = DeskDriver().pressing(.answerCall, .character("1"), .hold, .queue, .character("t"))
    let number = try #require(driver.call?.number)
    #expect(try driver.store.entry(number).state == .call)
  }

  @Test(arguments: Language.allCases)
  func `the queue says where Escape leads, and the program that begins there asks`(
    language: Language
  ) {
    var driver = DeskDriver(language, isBegunWith: true)
    _ = driver.openQueue()
    #expect(driver.lines.last?.contains("Esc \(driver.wording("key.quit.short"))") == true)
    #expect(driver.pressing(.queue).queue != nil)
    #expect(driver.pressing(.escape).state.overlay != nil)
    let home = DeskDriver(language).pressing(.character("d"))
    #expect(home.lines.last?.contains("Esc \(home.wording("desk.hint.home"))") == true)
  }
}

extension DeskDriver {
  /// Goes to the queue, as the program does that begins there.
  mutating func openQueue() -> Bool {
    show { $0.showQueue() }
    return queue != nil
  }
}
