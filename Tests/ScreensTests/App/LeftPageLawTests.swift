import Drawing
import Model
import SafeText
import TestSupport
import Testing
import Wording

@testable import Screens

/// What stands on a page when one leaves it to look at something else stands there when one comes back.
@Suite struct LeftPageLawTests {
  /// The keys that lead away from a page and back to it.
  private static let ways: [[Key]] = [
    [.function(5), .escape], [.function(3), .function(3)], [.function(3), .escape],
    [.function(5), .function(3), .escape, .escape], [.function(2), .function(2)],
    [.function(2), .escape], [.function(1), .escape], [.function(4), .escape],
    [.function(9), .function(9), .function(9)], [.function(10), .escape],
  ]

  /// Every question of every flow, but those of which nothing may wait.
  private static let questions: [(flow: Flow, step: Step)] = Flow.all.flatMap { flow in
    flow.steps.filter { step in
      step.kind == .question
        && !step.fields.contains { field in
          switch field.input {
          case .message, .secret, .line(.mobileNumber, _): true
          default: false
          }
        }
    }
    .map { (flow: flow, step: $0) }
  }

  private static let typed = "vi 1"

  /// Chooses what has the focus, and types in the line or the search.
  private static func halfDone(_ flow: Flow, _ step: Step) -> Driver {
    var driver = Driver(portal: flow.edition).opening(step.id, flow: flow)
    driver.press(.character(" "))
    let line = step.fields.firstIndex(where: \.isLine)
    for _ in 0..<(line ?? 0) { driver.press(.tab) }
    if line != nil || driver.state.screen.takesText { driver.type(typed) }
    return driver
  }

  /// What is chosen, ticked and typed.
  private static func stand(_ driver: Driver) -> [String] {
    let text = driver.text
    return [
      "\(driver.step)", "\(text.matches(of: /\(•\)/).count) \(text.matches(of: /\[x\]/).count)",
      text.contains(typed) ? typed : "",
    ]
  }

  @Test func `a page that is left half done stands as it did when one comes back`() {
    #expect(Self.questions.count > 60)
    for (flow, step) in Self.questions {
      let before = Self.halfDone(flow, step)
      for way in Self.ways {
        // In a task there are no points and no conclusion.
        let isOfFaults = way.contains { $0 == .function(3) || $0 == .function(5) }
        let isOfPortals = way.contains(.function(2))
        guard !isOfFaults || flow.findsFaults, !isOfPortals || flow.counterpart != nil else {
          continue
        }
        var driver = before
        for key in way { driver.press(key) }
        let (was, stands) = (Self.stand(before), Self.stand(driver))
        #expect(was == stands, "\(flow.id) \(step.id) by \(way)\n\(before.text)\n\(driver.text)")
      }
    }
  }

  @Test func `no half of a page is kept: what is chosen counts as what is typed does`() {
    for (flow, step) in Self.questions {
      guard let first = step.fields.first, case .choice = first.input else { continue }
      for key in [Key.function(5), .function(8)] where flow.findsFaults || key == .function(8) {
        var driver = Self.halfDone(flow, step)
        driver.press(key)
        let saved = driver.effects.compactMap { effect -> CaseDraft? in
          if case .save(let draft, _) = effect { draft } else { nil }
        }
        #expect(saved.last?.answer(in: first.id) != nil, "\(flow.id) \(step.id) by \(key)")
      }
    }
  }

  @Test func `an answer and a half number stand there after Esc and on again`() {
    var driver = Driver.pastMessage()
    driver.press(.character("3"))
    driver.type("91823")
    driver.press(.escape, .enter)
    #expect(driver.step == "reportee.kind" && driver.text.contains("91823"), "\(driver.text)")
    #expect(driver.text.matches(of: /\(•\)/).count == 1)
    // What was gone on from is as it was answered.
    driver.press(.tab)
    for _ in 0..<5 { driver.press(.backspace) }
    driver.press(.enter)
    #expect(driver.step != "reportee.kind")
    driver.press(.escape)
    #expect(driver.step == "reportee.kind" && !driver.text.contains("91823"))
    #expect(driver.text.matches(of: /\(•\)/).count == 1)
  }

  /// The field that has the focus.
  private static func focus(_ driver: Driver) -> Int? {
    (driver.state.screen as? WalkScreen)?.question?.focus
  }

  @Test func `a page that is opened again has the focus where its answer is, and Enter goes on`() {
    for (flow, step) in Self.questions {
      let fresh = Driver(portal: flow.edition).opening(step.id, flow: flow)
      for moves in [[Key.up], [.tab], [.tab, .tab], [.backTab]] where flow.findsFaults {
        var driver = fresh
        for key in moves { driver.press(key) }
        driver.press(.function(5), .escape)
        let place = "\(flow.id) \(step.id) by \(moves)\n\(driver.text)"
        #expect(driver.step == step.id && Self.focus(driver) == 0, "\(place)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `on the way back the footer says that Enter leads back, and a key still answers`(
    language: Language
  ) throws {
    var driver = Driver(language).opening("login.asked")
    driver.press(.up)
    let leads = "Enter \(driver.wording("key.back.short"))"
    #expect(driver.lines.last?.contains(leads) == true, "\(driver.text)")
    #expect(driver.lines.last?.contains("Enter \(driver.wording("hint.next"))") == false)
    #expect(Self.focus(driver.pressing(.down)) == 0)
    let yes = try #require(driver.wording("letter.yes").first)
    let answered = driver.pressing(.character(yes))
    #expect(answered.walk?.answer("login.asked") != nil && answered.step != "login.asked")
  }

  @Test(arguments: ["418140610", "41814061033", "Kari 4181406103"])
  func `no number of a person, nor the beginning of one, waits on a page that is left`(
    typed: String
  ) throws {
    var driver = Driver.pastMessage().pressing(.character("3"))
    driver.type("91823")
    driver.press(.function(5))
    #expect(Self.waits(driver))
    driver.press(.escape, .tab)
    for _ in 0..<5 { driver.press(.backspace) }
    driver.type(typed)
    driver.press(.function(5))
    #expect(!Self.waits(driver), "\(driver.text)")
    var call = DeskDriver(portal: .altinn3).pressing(.answerCall, .character("5"))
    try #require(call.call?.stage == .party)
    call.type(typed)
    call.press(.function(5), .escape)
    #expect(call.call?.stage == .party && !call.text.contains(typed), "\(call.text)")
  }

  /// Whether the question of the number waits as it was left.
  private static func waits(_ driver: Driver) -> Bool {
    guard let screen = driver.state.screen as? WalkScreen else { return false }
    var walk = screen.walk
    walk.go(to: .step("reportee.kind"))
    return screen.left.question(of: walk) != nil
  }

  @Test(arguments: Language.allCases)
  func `what a task has from the case it was begun in is said to be from there`(
    language: Language
  ) {
    let wording = Wording(.embedded, language)
    let said = wording("question.fromCase")
    var count = 0
    for flow in Flow.all where flow.findsFaults {
      var fault = wording.content.walk(flow)
      let answers: [(FieldID, String)] =
        flow.edition == .altinn2
        ? FrameLawTests.troubled
        : [
          (.workFor, "client"), (.reporteeName, "310043214"), (.accessListed, "missing"),
          (.approverCanManage, "no"), (.senderActs, "signs"), (.senderSignRight, "no"),
        ]
      for (field, value) in answers { fault.give(value, to: field) }
      for start in fault.tasks.compactMap(\.start) {
        guard let draft = CaseDraft(for: start, from: fault, numbered: CaseID(rawValue: 7)),
          let task = Flow.named(draft.flow)
        else { continue }
        for step in task.steps where step.kind == .question {
          var walk = wording.content.walk(task, resuming: draft)
          walk.go(to: .step(step.id))
          let isFilled = step.fields.contains { walk.answer($0.id) != nil }
          let words = QuestionText(walk, wording).head.plain(width: 200)
          #expect(words.contains(said) == isFilled, "\(task.id) \(step.id)\n\(words)")
          guard isFilled, let first = step.fields.first(where: { walk.answer($0.id) != nil })
          else { continue }
          count += 1
          // What is taken back is no longer from there.
          walk.give(nil, to: first.id)
          #expect(!walk.carried.contains(first.id))
        }
      }
    }
    #expect(count > 4)
  }
}
