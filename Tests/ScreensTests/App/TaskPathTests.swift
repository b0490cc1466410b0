import Wording
import SafeText
import Drawing
import Model
import Screens
import TestSupport
import Testing

/// Every way through a task, by every answer that its ways depend on.
struct TaskPaths {
  private let flow: Flow
  private var paths: [Walk] = []

  /// The walks, each standing at its receipt, or where it went round in a ring.
  static func all(_ flow: Flow) -> [Walk] {
    var found = TaskPaths(flow: flow)
    found.follow(Walk(flow, engine: Content.embedded.engine(of: .altinn2)), 0)
    return found.paths
  }

  private mutating func follow(_ walk: Walk, _ length: Int) {
    guard walk.current.kind != .receipt, length <= flow.steps.count else {
      paths.append(walk)
      return
    }
    var walks = [walk]
    for field in walk.current.fields {
      walks = walks.flatMap { walk in
        Self.answers(to: field).map { answer in
          var walk = walk
          walk.give(answer, to: field.id)
          return walk
        }
      }
    }
    for var walk in walks {
      walk.advance()
      follow(walk, length + 1)
    }
  }

  /// All that ways depend on, and otherwise what there is first.
  private static func answers(to field: Field) -> [String?] {
    switch field.input {
    case .choice, .search(.products): field.answers
    default: Array(field.answers.prefix(1))
    }
  }
}

@Suite struct TaskPathTests {
  static let tasks = [Flow.registerSystem, .updateLogin]

  @Test(arguments: tasks.map(\.id))
  func `every way leads to the receipt, and back to the beginning with nothing lost`(
    id: FlowID
  ) throws {
    let flow = try #require(Flow.named(id))
    let paths = TaskPaths.all(flow)
    var reached: Set<StepID> = []
    #expect(paths.count > 100)
    for path in paths {
      #expect(path.current.kind == .receipt)
      reached.insert(path.current.id)
      var walk = path
      var passed: Set<StepID> = [walk.current.id]
      while walk.back() {
        #expect(passed.insert(walk.current.id).inserted, "twice at \(walk.current.id)")
        // What is asked on the way counts.
        for field in walk.current.fields { #expect(path.counts(field.id), "\(field.id)") }
        reached.insert(walk.current.id)
      }
      #expect(walk.current.id == flow.steps[0].id)
      #expect(walk.content.answers == path.content.answers)
    }
    let later = Set(flow.afterwards.compactMap { flow.step(asking: $0)?.id })
    #expect(reached == Set(flow.steps.map(\.id)).subtracting(later))
  }

  @Test(arguments: tasks.map(\.id), Language.allCases)
  func `every step of every way has words, with all names filled in`(
    id: FlowID,
    language: Language
  ) throws {
    let flow = try #require(Flow.named(id))
    let wording = Wording(.embedded, language)
    var said: Set<String> = []
    for path in TaskPaths.all(flow) {
      var walk = path
      repeat {
        let parts =
          walk.current.kind == .question
          ? QuestionText(walk, wording).head + QuestionText(walk, wording).look
            + QuestionText(walk, wording).why
          : wording.prose(walk, number: CaseID(rawValue: 1042))
        said.formUnion(parts.lines(width: 76).map(\.text))
        said.formUnion(wording.offers(walk).flatMap { [$0.label, $0.detail ?? ""] })
      } while walk.back()
    }
    #expect(said.filter { $0.contains(/[{}\[\]]/) } == [])
  }

  @Test(arguments: tasks.map(\.id))
  func `what is not ticked off remains, and keeps the case waiting`(id: FlowID) throws {
    let wording = Wording(.embedded, .bokmal)
    for path in TaskPaths.all(try #require(Flow.named(id))) {
      #expect(wording.remaining(path) == [])
      #expect(wording.offers(path).first?.choice == .end(.closed))
      var walk = path
      for field in walk.flow.steps.flatMap(\.fields) {
        if case .boxes = field.input { walk.give(nil, to: field.id) }
      }
      let remaining = wording.remaining(walk)
      if !remaining.isEmpty { #expect(wording.offers(walk).first?.choice == .end(.waiting)) }
      let words = wording.prose(walk, number: nil).lines(width: 400).map(\.text)
      for step in remaining { #expect(words.contains { $0.hasSuffix(step) }, "\(step)") }
    }
  }

  @Test(arguments: tasks.map(\.id), Setting.all)
  func `every step of a task is drawn in every size`(id: FlowID, setting: Setting) throws {
    let flow = try #require(Flow.named(id))
    for step in flow.steps {
      var driver = setting.driver
      driver.open(step.id, flow: flow)
      #expect(driver.step == step.id)
      let first = step.fields.first.map { "question.\($0.id.rawValue).title" }
      if let title = first.map({ driver.wording($0) }), !title.contains("{") {
        #expect(driver.shows(title), "\(step.id)")
      }
      #expect(driver.shows(driver.wording("button.next")) || step.fields.isEmpty, "\(step.id)")
    }
  }

  @Test func `a secret that was checked stays so when nothing is typed again`() {
    var driver = Driver()
    driver.open("password", [("register.password", LineRule.checked)], flow: .registerSystem)
    driver.press(.enter, .enter)
    #expect(driver.step == "walk")
    #expect(driver.walk?.answer("register.password")?.value == LineRule.checked)
  }

  @Test func `a number that is never shown stays checked when nothing is typed again`() {
    var driver = Driver()
    driver.open("mobile", [("update.mobile", LineRule.checked)], flow: .updateLogin)
    driver.press(.enter)
    #expect(driver.step == "walk")
    #expect(driver.walk?.answer("update.mobile")?.value == LineRule.checked)
  }

  @Test func `a task shows no points and has no keys for them`() {
    var driver = Driver()
    driver.open("owner", flow: .registerSystem)
    let before = driver.text
    driver.press(.function(3), .function(5))
    #expect(driver.text == before)
    #expect(!driver.text.contains(driver.wording("key.overview.short")))
    #expect(!driver.text.contains(driver.wording("state.unknown")))
  }

  /// A task as the list of tasks of a case begins it, at its first step.
  private static func begun() throws -> Driver {
    var driver = Driver()
    let tasks = Flow.findFault.steps.first { $0.kind == .tasks }
    driver.open(try #require(tasks).id, FrameLawTests.troubled)
    driver.press(.enter)
    try #require(driver.walk?.originCase == CaseID(rawValue: 1042))
    return driver
  }

  @Test func `Escape from the first step leads back to the case it was begun from`() throws {
    var driver = try Self.begun()
    var asked: [Effect] = []
    for _ in 0..<20 where asked.isEmpty {
      asked = driver.press(.escape).filter { if case .open = $0 { true } else { false } }
    }
    guard case .open(let id, _)? = asked.first else {
      Issue.record("no case is asked for")
      return
    }
    #expect(id.rawValue == 1042)
    // It stands there until the case is read, and a case that is gone leads home.
    #expect(driver.state.screen is WalkScreen)
    driver.send(.storeFailed(key: "store.unknownCase", values: [:]))
    #expect(driver.state.screen is HomeScreen)
    #expect(driver.state.trouble != nil)
  }

  @Test func `a task that is taken up again is left for home`() throws {
    var driver = Driver()
    driver.open(Flow.registerSystem.steps[0].id, [(.origin, "1007")], flow: .registerSystem)
    driver.press(.escape)
    #expect(driver.state.screen is HomeScreen)
  }

  @Test func `the key home leads home from a task as well`() throws {
    var driver = try Self.begun()
    driver.press(.function(8))
    #expect(driver.state.screen is HomeScreen)
  }
}
