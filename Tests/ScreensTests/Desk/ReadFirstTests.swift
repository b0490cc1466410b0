import Drawing
import Model
import SafeText
import Screens
import Testing
import Wording

/// What waits is read before it is taken up, so that nothing of what it waits for is lost by a key.
@Suite struct ReadFirstTests {
  private static let promise = Promise(by: .ownerManager, due: Day("2026-12-24"))

  /// A desk whose queue has the focus on a case that stands so.
  private static func desk(_ state: DeskState, _ language: Language) throws -> (DeskDriver, CaseID)
  {
    var driver = DeskDriver(language).pressing(.answerCall, .character("1"))
    let id = try #require(driver.call?.number)
    let outcome = CallOutcome(edition: .altinn2, message: "E2", result: .othersMust)
    let likeness = Likeness(edition: .altinn2, message: "E2")
    let act: DeskAct =
      state == .parked ? .park(promise) : .close(Closing(outcome, likeness, promise: promise))
    _ = try driver.store.addNote("sjefen ringer", to: id, by: DeskDriver.agent)
    _ = try driver.store.perform(act, on: id, by: DeskDriver.agent)
    // Whoever begins anew has nothing open.
    driver = DeskDriver(language, store: driver.store).pressing(.character("d"))
    for _ in DeskSection.allCases where driver.focused != id { driver.press(.tab) }
    let stands = try driver.store.entry(id).state
    try #require(driver.focused == id && stands == state)
    return (driver, id)
  }

  @Test(arguments: [DeskState.parked, .waiting], Language.allCases)
  func `Enter reads what waits, Escape leaves it as it was, and only the key for it takes it up`(
    state: DeskState,
    language: Language
  ) throws {
    var (driver, id) = try Self.desk(state, language)
    let before = try driver.store.entry(id)
    driver.press(.enter)
    #expect(driver.call == nil)
    let told = driver.wording.waits(Self.promise).plain(width: 70).split(separator: "\n")
    for line in told + ["sjefen ringer"] {
      #expect(driver.text.contains(line.prefix(30)), "\(line)\n\(driver.text)")
    }
    #expect(driver.pressing(.escape).queue != nil)
    #expect(try driver.store.entry(id) == before)
    driver.press(.enter)
    #expect(driver.call?.number == id)
    #expect(try driver.store.entry(id).state == .call)
    // Whom it waited for is told to whoever goes on with it.
    let waited = driver.wording.text(Self.promise).prefix(2)
    #expect(driver.text.contains(waited), "\(driver.text)")
  }

  @Test(arguments: Language.allCases)
  func `who gave a case on and who noted something on it are named`(language: Language) throws {
    let ola = AgentID(rawValue: 1002)
    var driver = DeskDriver(language, colleagues: [])
    let id = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: ola).id
    _ = try driver.store.addNote("ring før kl 15", to: id, by: ola)
    _ = try driver.store.perform(.hand(to: .colleague(DeskDriver.agent)), on: id, by: ola)
    driver.press(.character("d"), .enter)
    #expect(driver.text.contains(driver.wording("desk.handedBy", ["login": "ola"])))
    #expect(driver.text.contains(", ola"), "\(driver.text)")
    // What a colleague asked for stands beside the call as well.
    driver.press(.enter)
    #expect(driver.call?.number == id)
    #expect(Driver.squeezed(driver.text).contains("ring før kl 15"), "\(driver.text)")
  }

  @Test func `whoever has read a case is at it in the queue, also while a call is open`() throws {
    let ola = AgentID(rawValue: 1002)
    var driver = DeskDriver()
    let id = try driver.store.begin(CaseDraft(flow: "findFault"), Caller(), by: ola).id
    _ = try driver.store.perform(.hand(to: .colleague(DeskDriver.agent)), on: id, by: ola)
    driver.press(.answerCall, .character("1"), .queue)
    for _ in 0..<9 where driver.queue?.focusedID != id { driver.press(.down) }
    driver.press(.enter)
    try #require(driver.queue == nil)
    driver.press(.escape)
    #expect(driver.queue?.focusedID == id, "\(driver.text)")
  }

  @Test(arguments: Language.allCases)
  func `what was given on is found among the notes in whatever language it was written`(
    language: Language
  ) throws {
    let words = Wording(.embedded, language)
    func note(_ text: String) -> Note { Note(text: text, when: DeskDriver.start, who: 1) }
    let written = HandOverText.Part.allCases.map { "\(words($0.titleKey)): x" }
    let given = note(written.joined(separator: "\n"))
    let around = [note("sjefen ringer"), given, note(written.dropLast().joined(separator: "\n"))]
    for reader in Language.allCases {
      let wording = Wording(.embedded, reader)
      #expect(HandOverText.given(among: around, wording) == given)
      #expect(HandOverText.given(among: [around[0], around[2]], wording) == nil)
    }
  }

  @Test(arguments: Language.allCases)
  func `what was answered before a rule ended is read by the day it is`(language: Language) throws {
    func told(_ found: Case, _ entry: DeskEntry, on day: String) -> Bool {
      let wording = Wording(.embedded, language, on: Day(day))
      let text = DeskText(found, entry, [], wording, on: wording.today) { _ in "" }
      return text.handOver.contains(wording(PointState.failing.textKey))
    }
    var walk = Wording(.embedded, language, on: Day("2026-12-31")).walk(.findFault3)
    let answers: [(FieldID, String)] = [
      (.message, Fact.unknown), (.workFor, WorkFor.own.rawValue), (.service, "amelding-upload"),
      (.senderActs, SenderActs.logsIn.rawValue), (.senderRight, SenderRight.oldRole.rawValue),
    ]
    for (field, value) in answers { walk.give(value, to: field) }
    let store = MemoryCaseStore(now: { DeskDriver.start })
    let entry = try store.begin(walk.content, Caller(), by: DeskDriver.agent)
    let found = try store.load(entry.id)
    #expect(!told(found, entry, on: "2026-12-31"))
    #expect(told(found, entry, on: "2027-01-01"))
  }

  @Test func `a key more than was meant takes up nothing, in the same burst or the next`() throws {
    var (driver, id) = try Self.desk(.parked, .bokmal)
    let before = try driver.store.entry(id)
    driver.press(.answerCall, .character("2"), .wrapUp)
    // Nothing is drawn between these.
    for _ in 0..<5 { driver.send(.key(.enter)) }
    #expect(driver.call == nil && driver.text.contains(driver.wording("keys.tooEarly").prefix(20)))
    driver.press(.enter)
    for _ in 0..<3 { driver.send(.key(.enter)) }
    #expect(try driver.store.entry(id) == before)
  }
}
