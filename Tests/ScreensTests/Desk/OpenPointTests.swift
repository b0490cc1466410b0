import Drawing
import Model
import TestSupport
import Testing
import Wording

@testable import Screens

/// A point that is opened from the points of a call, so that an earlier answer can be changed.
@Suite struct OpenPointTests {
  /// A call without a message in which two things are answered of the first point.
  private static func answered(_ driver: DeskDriver) -> DeskDriver {
    var driver = driver.pressing(.answerCall, .character("0"))
    for fact in [FieldID.systemRegistered, .systemIDCorrect] {
      driver.know(Fact.yes, of: fact)
    }
    return driver
  }

  @Test(arguments: Setting.all)
  func `the digit of a point shows its answers, and the digit of one leads back to it`(
    setting: Setting
  ) throws {
    var driver = Self.answered(DeskDriver(setting))
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
    var driver = Self.answered(DeskDriver(language))
    let stage = driver.call?.stage
    driver.press(.function(3), .character("1"), .escape)
    #expect(driver.call?.stage == .points && driver.call?.openPoint == nil)
    #expect(driver.text.contains(driver.wording("desk.points")))
    driver.press(.escape)
    #expect(driver.call?.stage == stage)
  }

  @Test func `an arrow and Enter lead to an answer as its digit does`() {
    let driver = Self.answered(DeskDriver()).pressing(.function(3), .character("1"), .down, .down)
    let fact = driver.call?.openQuestions[1]
    #expect(driver.lines.last?.contains("Enter") == true)
    #expect(driver.pressing(.enter).call?.asked?.id == fact)
  }

  @Test(arguments: Setting.each)
  func `for whom it is sent is offered under each point that it is asked before`(setting: Setting)
    throws
  {
    var driver = DeskDriver(setting, portal: .altinn3).pressing(.answerCall, .character("0"))
    driver.press(.function(3), .character("3"))
    // Before anything is told, too.
    #expect(driver.call?.openQuestions.contains(.workFor) == true, "\(driver.text)")
    driver.know(WorkFor.own.rawValue, of: .workFor)
    let facts = try #require(driver.call?.openQuestions)
    let place = try #require(facts.firstIndex(of: .workFor))
    let digit = try #require(Key.digit(place + 1))
    driver.press(digit)
    if driver.call?.stage == .points { driver.press(digit) }
    let stage = try #require(driver.call?.stage)
    #expect(stage == .role || stage == .question, "\(driver.text)")
  }

  @Test(arguments: Setting.each)
  func `what decides how a fault is mended is a part of the point of that fault`(setting: Setting)
    throws
  {
    var driver = DeskDriver(setting, portal: .altinn3).pressing(.answerCall, .character("0"))
    driver.know(Fact.no, of: .approverConnected)
    driver.press(.function(3), .character("2"))
    let facts = try #require(driver.call?.openQuestions)
    let place = try #require(facts.firstIndex(of: .approverConnected), "\(driver.text)")
    for _ in 0...place { driver.press(.down) }
    driver.press(.enter)
    #expect(driver.call?.asked?.id == .approverConnected, "\(driver.text)")
    let yes = try #require(driver.wording("letter.yes").first)
    driver.press(.character(yes))
    #expect(driver.call?.walk.answer(.approverConnected)?.value == Fact.yes)
  }

  @Test(arguments: PortalEdition.allCases, ["1", "0", "5"])
  func `every answer of a call is reached by 0 at the points, and can be given otherwise`(
    portal: PortalEdition,
    beginning: String
  ) throws {
    var driver = DeskDriver(portal: portal).pressing(.answerCall).typing(beginning)
    for _ in 0..<10 {
      if driver.call?.stage == .party {
        driver.type("310043214")
        driver.press(.enter)
      } else if driver.call?.stage == .answer || driver.call?.editor != nil {
        driver.press(.function(5))
      } else {
        driver.press(.character("1"))
      }
    }
    let call = try #require(driver.call)
    let given = call.walk.answered.map(\.field.id).filter { ![.messageText].contains($0) }
    driver.press(.function(3))
    if driver.call?.stage != .points { driver.press(.function(3)) }
    driver.press(.character("0"))
    let facts = try #require(driver.call?.openQuestions)
    #expect(Set(given).isSubset(of: facts), "\(given) \(facts)")
    try #require(facts.count > 1)
    // One after the other on one store: Escape leads back to the list each time.
    for place in facts.indices {
      for _ in 0...place { driver.press(.down) }
      driver.press(.enter)
      let stage = driver.call?.stage
      #expect(stage != .points && stage != .answer, "\(facts[place])\n\(driver.text)")
      driver.press(.escape)
      #expect(driver.call?.stage == .points && driver.call?.openPoint == .all, "\(driver.text)")
      #expect(driver.call?.openQuestions == facts)
    }
    driver.press(.escape)
    #expect(driver.call?.stage == .points && driver.call?.openPoint == nil)
  }

  @Test func `a question of another point than the one that was chosen says why it is asked`() {
    func atPoints() -> DeskDriver {
      DeskDriver(portal: .altinn3).pressing(.answerCall, .character("0"), .function(3))
    }
    var told: [Bool] = []
    for verdict in atPoints().call?.walk.diagnosis.verdicts ?? [] {
      let number = "\(verdict.number)"
      let facts = atPoints().typing(number).call?.openQuestions ?? []
      // Where only one thing can be asked about, it is asked at once. Each has a store of its own.
      for place in 0..<max(1, facts.count) {
        var asked = atPoints().typing(number)
        if !facts.isEmpty {
          for _ in 0...place { asked.press(.down) }
          asked.press(.enter)
        }
        let fact = facts.isEmpty ? asked.call?.asked?.id : facts[place]
        let points = fact.flatMap { asked.call?.walk.flow.edition.portal.rule(of: $0)?.points }
        let isOther = points.map { !$0.isEmpty && !$0.contains(verdict.point) } ?? false
        let words = asked.wording("desk.askedFirst", ["number": number])
        #expect(asked.call?.stage != .points, "\(asked.text)")
        #expect(asked.text.contains(words) == isOther, "\(asked.text)")
        told.append(isOther)
      }
    }
    #expect(told.contains(true) && told.contains(false))
  }

  @Test func `a point where nothing was answered is asked about at once`() {
    let driver = DeskDriver().pressing(.answerCall, .character("0"), .function(3), .character("2"))
    #expect(driver.call?.stage != .points, "\(driver.text)")
  }
}

extension DeskDriver {
  /// Answers a fact in the call that is open, wherever it is asked.
  fileprivate mutating func know(_ value: String, of fact: FieldID) {
    show { state in
      guard var call = state.screen as? CallScreen else { return [] }
      call.walk.give(value, to: fact)
      state.screen = call
      return []
    }
  }
}
