import Model
import TestSupport
import Testing

/// What is asked where no message stands there to the letter, and what an answer to it is worth.
@Suite struct SimilarMessageTests {
  private static func reading(_ text: String, _ flow: Flow = .findFault) -> Walk {
    var walk = Content.embedded.walk(flow)
    walk.read(text, with: Content.embedded.recogniser)
    walk.advance()
    if walk.current.kind == .kept { walk.advance() }
    return walk
  }

  @Test func `a message to the letter is not asked about`() {
    let walk = Self.reading(SampleMessage.notAuthorised)
    #expect(walk.current.id == "recognised")
    #expect(walk.answer(.messageCandidates) == nil)
  }

  @Test func `what fits two entries is asked about and proves neither`() {
    let walk = Self.reading("incorrect username/password")
    #expect(walk.current.id == "similar")
    let choices = walk.candidates(in: .messageCandidates).map(\.value)
    #expect(choices.count <= 3 && choices.contains("E2") && choices.contains("E3"))
    #expect(walk.facts[.message] == nil)
    #expect(walk.diagnosis.failing.isEmpty)
  }

  @Test func `only what is chosen counts, and it is likely and not confirmed`() {
    var walk = Self.reading("det står noe om at systemet er låst")
    #expect(walk.current.id == "similar")
    walk.give("E6", to: .messageLike)
    walk.advance()
    #expect(walk.current.id == "recognised")
    #expect(walk.facts[.message] == "E6")
    #expect(walk.facts.recalled == [.message])
    #expect(walk.diagnosis.failing == [.registration])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
  }

  @Test(arguments: ["E1", "E2", "E3", "E4", "E5", "E6", "E7"])
  func `no message that was only recognised is said to be confirmed`(id: String) {
    var walk = Self.reading("incorrect username/password")
    walk.give(id, to: .messageLike)
    #expect(walk.diagnosis.conclusion.certainty != .confirmed)
    var seen = Content.embedded.walk(.findFault)
    seen.give(id, to: .message, from: .message)
    #expect(seen.facts.recalled.isEmpty)
    #expect(seen.diagnosis.verdicts.map(\.state) == walk.diagnosis.verdicts.map(\.state))
  }

  @Test func `whoever sees the fault confirms it`() {
    var walk = Self.reading("incorrect username/password")
    walk.give("E2", to: .messageLike)
    walk.give(Fact.no, to: .systemIDCorrect)
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
  }

  @Test(arguments: [Flow.findFault.id, Flow.findFault3.id])
  func `where nothing is like it, what one sees is asked for and tells what to ask first`(
    id: FlowID
  ) throws {
    let flow = try #require(Flow.named(id))
    for text in ["", "nothing that anybody knows"] {
      var walk = Self.reading(text, flow)
      #expect(walk.current.id == "symptom")
      guard case .choice(let symptoms)? = walk.current.fields.first?.input else {
        Issue.record("no symptoms")
        return
      }
      for symptom in symptoms {
        let message = try #require(Content.embedded.message(symptom.value))
        #expect(
          message.edition == flow.edition && message.texts.isEmpty && message.evidence.isEmpty
        )
        walk.give(symptom.value, to: .messageSymptom)
        #expect(walk.facts[.message] == symptom.value)
        #expect(walk.diagnosis.conclusion.certainty != .confirmed)
        let planned = walk.planned.flatMap { flow.edition.portal.rule(of: $0.fact) }
        let points = message.causes.compactMap(\.point)
        #expect(points.isEmpty || planned != nil)
      }
    }
  }

  @Test func `whoever cannot log in is offered the task of the login before any question`() throws {
    var walk = Self.reading("", .findFault3)
    guard case .choice(let symptoms)? = walk.current.fields.first?.input else {
      Issue.record("no symptoms")
      return
    }
    for symptom in symptoms {
      walk.go(to: .step("symptom"))
      walk.give(symptom.value, to: .messageSymptom)
      walk.advance()
      #expect((walk.current.id == "cannotLogIn") == (symptom.value == "YLogin"))
      guard symptom.value == "YLogin" else { continue }
      #expect(walk.current.begins.map(\.flow) == [Flow.logInToday.id])
      // Whoever does get in goes on here.
      walk.advance()
      #expect(walk.current.kind == .question)
    }
  }

  @Test func `none of these leads to what one sees, and an exact message makes all of it void`() {
    var walk = Self.reading("systemet er låst")
    walk.give(Fact.unknown, to: .messageLike)
    walk.advance()
    #expect(walk.current.id == "symptom")
    walk.give("Y2Code", to: .messageSymptom)
    walk.read("Incorrect username/password given for system", with: Content.embedded.recogniser)
    #expect(walk.facts[.message] == "E2" && walk.facts.recalled.isEmpty)
    for field in [FieldID.messageCandidates, .messageLike, .messageSymptom] {
      #expect(walk.answer(field) == nil)
    }
  }

  @Test func `what a chosen message showed is likely, and goes with the message`() {
    for other in ["E2", Fact.unknown] {
      var walk = Self.reading("får ikke kode på sms", .findFault3)
      #expect(walk.current.id == "similar")
      walk.give("E6", to: .messageLike)
      walk.go(toFirst: .recognised)
      _ = walk.take(.comesNow)
      #expect(walk.diagnosis.failing == [.systemAccess])
      #expect(walk.diagnosis.conclusion.certainty == .likely)
      walk.give(other, to: .messageLike)
      #expect(walk.answer(.programWay) == nil)
      #expect(walk.diagnosis.failing.isEmpty)
    }
    // What somebody has said of the program stays.
    var walk = Self.reading("får ikke kode på sms", .findFault3)
    walk.give(ProgramWay.password.rawValue, to: .programWay)
    walk.give(Fact.unknown, to: .messageLike)
    #expect(walk.value(.programWay) == ProgramWay.password.rawValue)
  }

  @Test func `what was chosen is there when the case is opened again`() {
    var walk = Self.reading("systemet er låst")
    walk.give("E6", to: .messageLike)
    let again = Content.embedded.walk(.findFault, resuming: walk.content)
    #expect(again.facts == walk.facts && again.current.id == "similar")
    #expect(again.diagnosis.conclusion == walk.diagnosis.conclusion)
  }
}
