import Foundation
import Model
import TestSupport
import Testing

@Suite struct WalkTests {
  private static let engine = Content.embedded.engine(of: .altinn2)
  private static let recogniser = Content.embedded.recogniser
  private static let messages = [
    "", "Incorrect username/password given for system", "nothing that anybody knows",
    SampleMessage.notAuthorised,
    "Pin session time has time out for user. Request new.", "41814061033 logged in",
    "Not A Valid DataFormatId Or DataFormatVersion",
  ]

  private static func begin(_ flow: Flow = .findFault) -> Walk { Walk(flow, engine: engine) }

  /// Answers the step the walk stands at with something that its fields take.
  private static func answer(_ walk: inout Walk, _ random: inout Seeded) {
    for field in walk.current.fields {
      if case .message = field.input {
        walk.read(messages.randomElement(using: &random) ?? "", with: recogniser)
      } else if let answer = field.answers.randomElement(using: &random) {
        walk.give(answer, to: field.id)
      }
    }
  }

  @Test func `another message takes the number of the first away, but not one that was told`() {
    let first = "User is not authorized for submittal on behalf of reportee: 310043214"
    for (second, number) in [("Noe annet", nil), ("reportee: 910000004", "910000004"), ("", nil)] {
      var walk = Self.begin()
      walk.read(first, with: Self.recogniser)
      #expect(walk.likelyAnswer(.reporteeKind) == "organisation")
      walk.read(second, with: Self.recogniser)
      #expect(walk.answer("reportee.name")?.value == number)
      #expect((walk.likelyAnswer(.reporteeKind) == nil) == (number == nil))
      walk.give("Nordlys AS", to: "reportee.name")
      walk.read(first, with: Self.recogniser)
      #expect(walk.answer("reportee.name")?.value == "Nordlys AS")
      #expect(walk.likelyAnswer(.reporteeKind) == nil)
    }
  }

  /// Goes some way on from where the walk stands.
  private static func move(_ walk: inout Walk, _ random: inout Seeded) {
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1: _ = walk.back()
    case 2: walk.go(toFirst: .overview)
    case 3: walk.go(toFirst: .conclusion)
    case 4:
      walk.go(
        toOpenIn: [.registration, .personRights, .systemRights, .login]
          .randomElement(using: &random) ?? .login
      )
    case 5: walk.go(to: .planned)
    case 6:
      if let (field, _) = walk.answered.randomElement(using: &random),
        let step = walk.flow.step(asking: field.id)
      {
        walk.go(to: .step(step.id))
      }
    default:
      answer(&walk, &random)
      walk.advance()
    }
  }

  /// The steps that *back* leads over from here.
  private static func wayBack(_ walk: Walk) -> [StepID] {
    var walk = walk
    var steps: [StepID] = []
    while walk.back() { steps.append(walk.current.id) }
    return steps
  }

  @Test(arguments: Flow.all.map(\.id), UInt64(0)..<15)
  func `back and forward again changes nothing, and a saved case stands where it stood`(
    id: FlowID,
    seed: UInt64
  ) throws {
    var random = Seeded(seed)
    let flow = try #require(Flow.named(id))
    var walk = Self.begin(flow)
    for _ in 0..<25 {
      Self.move(&walk, &random)
      var other = walk
      let count = Int.random(in: 1...4, using: &random)
      let went = (0..<count).filter { _ in other.back() }.count
      #expect(other.content.answers == walk.content.answers)
      #expect(other.facts == walk.facts)
      let forward = (0..<went).filter { _ in other.advance() }.count
      #expect(forward == went)
      #expect(other.content == walk.content)
      #expect(Self.wayBack(other) == Self.wayBack(walk))

      let saved = try JSONEncoder().encode(walk.content)
      let content = try JSONDecoder().decode(CaseDraft.self, from: saved)
      let resumed = Walk(flow, engine: Self.engine, resuming: content)
      #expect(resumed.current.id == walk.current.id)
      #expect(resumed.facts == walk.facts)
      #expect(resumed.planned == walk.planned)
      #expect(resumed.content == walk.content)
    }
  }

  @Test(arguments: Flow.all.map(\.id), UInt64(0)..<10)
  func `going on by the first way leads to the end`(id: FlowID, seed: UInt64) throws {
    var random = Seeded(seed)
    var walk = Self.begin(try #require(Flow.named(id)))
    var steps = 0
    repeat {
      Self.answer(&walk, &random)
      steps += 1
    } while walk.advance() && steps < 100
    #expect(walk.current.kind == .receipt)
    #expect(steps <= 2 * walk.flow.steps.count)
  }

  @Test func `the very first step has nothing behind it`() {
    var walk = Self.begin()
    let wentBack = walk.back()
    #expect(!wentBack)
    #expect(walk.current.id == "message")
  }

  @Test func `an answer made stale does not count, is kept, and returns`() {
    var walk = Self.begin()
    walk.give("organisation", to: .reporteeKind)
    walk.give("no", to: .personRight)
    walk.give("yes", to: .personAnyRole)
    let before = walk.facts
    walk.give("self", to: .reporteeKind)
    #expect(walk.facts[.personRight] == nil && walk.facts[.personAnyRole] == nil)
    #expect(!walk.counts(.personRight))
    #expect(walk.answer(.personRight)?.value == "no")
    #expect(walk.diagnosis[.personRights]?.state == .ok)
    walk.give("organisation", to: .reporteeKind)
    #expect(walk.facts == before)
  }

  @Test func `an answer tells what else is true, but never against what was said`() {
    var walk = Self.begin()
    walk.give("reportee", to: .systemOwner)
    #expect(walk.facts[.systemRegistered] == "yes")
    #expect(walk.answer(.systemRegistered) == nil)
    walk.give("no", to: .systemRegistered)
    #expect(walk.facts[.systemRegistered] == "no")
    #expect(walk.facts[.systemOwner] == nil)
    walk.give(Fact.unknown, to: .systemRegistered)
    #expect(walk.facts[.systemRegistered] == "yes")
  }

  @Test func `facts given beforehand lead to what they would as answers`() {
    var facts = Facts([.systemOwner: "reportee", .loginAsked: "yes"])
    facts[.service] = Fact.unknown
    let walk = Walk(.findFault, engine: Self.engine, given: facts)
    // Whoever names the owner of an ID has told that there is one.
    facts[.systemRegistered] = "yes"
    #expect(walk.facts == facts)
    #expect(walk.answered.isEmpty)
    #expect(walk.planned == Planner(Self.engine.diagnose(facts)).next)
  }

  @Test func `a case of an older flow goes on at the first step`() {
    let content = CaseDraft(
      flow: "findFault",
      step: "a step that is gone",
      answers: [StoredAnswer(field: "login.asked", answer: Answer("no", source: .told))]
    )
    let walk = Walk(.findFault, engine: Self.engine, resuming: content)
    #expect(walk.current.id == "message")
    #expect(walk.facts[.loginAsked] == "no")
  }

  @Test func `a fault is announced once, when it is certain what is wrong`() {
    var walk = Self.begin()
    walk.read("", with: Self.recogniser)
    walk.go(to: .step("login.asked"))
    walk.give("yes", to: .loginAsked)
    walk.go(to: .step("login.method"))
    walk.give("minid", to: .loginMethod)
    walk.advance()
    #expect(walk.current.kind == .overview)
    walk.advance()
    #expect(walk.current.kind == .question)
    Self.answerSoundly(&walk)
    walk.advance()
    #expect(walk.current.kind == .question)
  }

  private static func answerSoundly(_ walk: inout Walk) {
    for field in walk.current.fields {
      if case .choice = field.input { walk.give(Fact.unknown, to: field.id) }
    }
  }

  @Test func `each task that mends it is offered once, and only what a flow does`() {
    var walk = Self.begin(.findFault)
    for (fact, value) in [
      (FieldID.systemRegistered, Fact.no), (.personRight, Fact.no), (.ownerRight, Fact.no),
      (.loginAsked, Fact.yes), (.loginMethod, "minid"),
    ] { walk.give(value, to: fact) }
    let tasks = walk.tasks
    #expect(tasks.count > 1)
    #expect(Set(tasks.map(\.id)).count == tasks.count)
    #expect(tasks.allSatisfy { $0.start.flatMap { Flow.named($0.flow) } != nil })
  }

  @Test func `checking again asks anew for what was wrong and keeps the rest`() {
    var walk = Self.begin()
    walk.read(Self.messages[1], with: Self.recogniser)
    walk.give("organisation", to: .reporteeKind)
    walk.give("reportee", to: .systemOwner)
    walk.give("yes", to: .systemIDCorrect)
    walk.give("no", to: .systemPasswordCorrect)
    walk.go(toFirst: .receipt)
    walk.checkAgain()
    #expect(walk.current.id == "message")
    #expect(walk.answer(.message) == nil)
    #expect(walk.answer(.messageText) == nil)
    #expect(walk.answer(.systemPasswordCorrect) == nil)
    #expect(walk.facts[.systemOwner] == "reportee")
    #expect(walk.facts[.systemIDCorrect] == "yes")
    #expect(walk.diagnosis.failing.isEmpty)
    let wentBack = walk.back()
    #expect(!wentBack)
  }

  @Test func `checking again keeps all that was answered as a round, and has the case open`() {
    var walk = Self.begin()
    walk.read(Self.messages[1], with: Self.recogniser)
    walk.give("no", to: .systemPasswordCorrect)
    let said = walk.content.answers
    walk.checkAgain()
    #expect(walk.content.rounds.map(\.answers) == [said])
    #expect(walk.content.status == .open)
    walk.checkAgain()
    walk.give("yes", to: .systemPasswordCorrect)
    #expect(walk.content.rounds.first?.answers == said)
  }

  @Test func `an answer that is changed in a closed case leaves those it was closed with`() {
    var draft = CaseDraft(flow: Flow.findFault.id, status: .closed, step: "review")
    draft.give(Answer("no", source: .told), in: .systemPasswordCorrect)
    var walk = Walk(.findFault, engine: Content.embedded.engine(of: .altinn2), resuming: draft)
    walk.give("no", to: .systemPasswordCorrect)
    #expect(walk.content.status == .closed)
    walk.give("yes", to: .systemPasswordCorrect)
    walk.give("yes", to: .systemIDCorrect)
    #expect(walk.content.status == .open)
    #expect(walk.content.rounds.map { $0.answers.map(\.answer.value) } == [["no"]])
  }
}
