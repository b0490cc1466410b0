import Model
import TestSupport
import Testing

/// What is asked first of what people say that they see, before anybody is told what is wrong.
@Suite struct SymptomFirstTests {
  private static let symptoms = Shipped.messages.filter { message in
    message.edition == .altinn3 && message.isSymptom
  }

  private static func seeing(_ symptom: String) -> Walk {
    var walk = Content.embedded.walk(.findFault3)
    walk.read("", with: Content.embedded.recogniser)
    walk.advance()
    walk.give(symptom, to: .messageSymptom)
    walk.advance()
    return walk
  }

  /// What somebody is asked from here on who answers as told and knows nothing else, and where that ends.
  private static func asked(
    from walk: Walk,
    answering: [FieldID: String] = [:]
  ) -> (facts: Set<FieldID>, walk: Walk) {
    var (walk, asked) = (walk, Set<FieldID>())
    for _ in 0..<60 where walk.current.kind != .conclusion {
      if walk.current.kind == .question, let field = walk.current.fields.first {
        asked.insert(field.id)
        if walk.answer(field.id) == nil {
          walk.give(answering[field.id] ?? Fact.unknown, to: field.id)
        }
      }
      walk.advance()
    }
    return (asked, walk)
  }

  // MARK: - Rejected

  @Test(arguments: symptoms.filter { $0.id != "YContent" }, WorkFor.allCases)
  func `nobody is told that no access need change by what they see alone`(
    symptom: Message,
    party: WorkFor
  ) {
    var walk = Self.seeing(symptom.id)
    #expect(walk.current.kind != .conclusion && !walk.diagnosis.liesOutside)
    walk.give(party.rawValue, to: .workFor)
    #expect(!walk.diagnosis.liesOutside)
    #expect(walk.diagnosis.conclusion.certainty != .confirmed)
    #expect(Set(walk.diagnosis.conclusion.causes).isDisjoint(with: [.content, .file, .input]))
  }

  @Test func `what is rejected is first asked for what stands beside it`() {
    let rejected = Self.seeing("YRejected")
    #expect(rejected.current.id == "code")
    // A code is typed where messages are, and read as any other.
    var walk = rejected
    walk.give(MessageCode.code, to: .messageCode)
    walk.advance()
    #expect(walk.current.id == "message")
    walk.read("HTTP 403 Forbidden", with: Content.embedded.recogniser)
    #expect(walk.answer(.messageSymptom) == nil && walk.answer(.messageCode) == nil)
    #expect(walk.facts[.message] != "YRejected")
    // A field that is named shows that what is sent is wrong, as surely as it was told.
    walk = rejected
    walk.give(MessageCode.field, to: .messageCode)
    walk.advance()
    #expect(walk.facts[.message] == "YContent")
    #expect(walk.diagnosis.conclusion.causes == [.content])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    #expect(walk.current.kind == .conclusion)
    // Where nothing stands there, or nobody can say, the points are asked about.
    for answer in [MessageCode.none, Fact.unknown] {
      walk = rejected
      walk.give(answer, to: .messageCode)
      walk.advance()
      #expect(walk.facts[.message] == "YRejected" && walk.planned != nil)
      #expect(walk.current.fields.first?.id == walk.planned?.fact)
    }
  }

  @Test func `what stands beside something rejected says nothing of what else is seen`() {
    // What only follows from an answer is no choice.
    for symptom in Self.symptoms.map(\.id) where !["YRejected", "YContent"].contains(symptom) {
      var walk = Self.seeing("YRejected")
      walk.give(MessageCode.field, to: .messageCode)
      walk.give(symptom, to: .messageSymptom)
      #expect(walk.facts[.message] == symptom)
      #expect(!walk.counts(.messageCode))
    }
    // Of a text that is like it the same is asked.
    var walk = Content.embedded.walk(.findFault3)
    walk.give(Fact.unknown, to: .message)
    walk.give("YRejected,YAccess", to: .messageCandidates, from: .message)
    walk.give("YRejected", to: .messageLike)
    walk.go(to: .step("recognised"))
    walk.advance()
    #expect(walk.current.id == "code")
  }

  // MARK: - Locked

  @Test func `whoever sees that it is locked is asked first whether it is`() {
    var walk = Content.embedded.walk(.findFault)
    walk.read("", with: Content.embedded.recogniser)
    walk.advance()
    walk.give("Y2Locked", to: .messageSymptom)
    walk.advance()
    #expect(walk.current.fields.map(\.id) == [.systemLocked])
    var locked = walk
    locked.give(Fact.yes, to: .systemLocked)
    locked.advance()
    #expect(locked.current.kind == .overview && locked.diagnosis.failing == [.registration])
    for answer in [Fact.no, Fact.unknown] {
      var told = walk
      told.give(answer, to: .systemLocked)
      told.advance()
      #expect(told.current.kind == .question && told.current.fields.first?.id != .systemLocked)
      #expect(told.diagnosis.failing.isEmpty)
    }
  }

  // MARK: - A link

  @Test func `of a link it is first asked what its page says and how old it is`() {
    let walk = Self.seeing("YLink")
    #expect(walk.current.id == StepID(rawValue: FieldID.requestState.rawValue))
    for state in RequestState.allCases.map(\.rawValue) + [Fact.unknown] {
      var told = walk
      told.give(state, to: .requestState)
      told.advance()
      #expect(told.facts[.message] == "YLink")
      let (asked, _) = Self.asked(from: told, answering: [.workFor: WorkFor.own.rawValue])
      // A link is there to be approved, so it is neither asked whether anybody has to, nor how somebody logs in to send.
      let settled: Set<FieldID> = [
        .approvalNeeded, .senderActs, .senderRight, .loginMeans, .loginWindow, .programWay,
        .accessHoldsNeeded,
      ]
      #expect(asked.isDisjoint(with: settled), "\(state): \(asked)")
    }
  }

  // MARK: - A private person

  private static let ofEnterprises: Set<FieldID> = [
    .approvalNeeded, .approverCanManage, .approverHoldsAll, .approverParty, .approverConnected,
    .approverKnown, .accessListed, .accessOrigin, .accessHoldsNeeded, .requestState, .clientAdded,
  ]

  @Test(arguments: symptoms.map(\.id) + [Fact.unknown], UInt64(0)..<6)
  func `a private person is asked nothing of an enterprise`(symptom: String, seed: UInt64) {
    var random = Seeded(seed)
    var walk = Content.embedded.walk(.findFault3)
    walk.give(Fact.unknown, to: .message)
    walk.give(symptom, to: .messageSymptom)
    walk.give(WorkFor.person.rawValue, to: .workFor)
    for _ in 0..<60 {
      guard let next = walk.planned else { break }
      #expect(!Self.ofEnterprises.contains(next.fact), "\(next.fact)")
      let words = Portal.altinn3.rule(of: next.fact)?.values.words ?? [Fact.otherService]
      walk.give(random.pick(words + [Fact.unknown]), to: next.fact)
    }
    #expect(Self.ofEnterprises.isDisjoint(with: walk.toFindOut))
  }

  // MARK: - A program with an old connection

  @Test(
    arguments: [
      "Programmet ber om ID, passord og kode på SMS",
      "programmet ber om passord", "the program asks for a password",
    ]
  )
  func `a program that asks for a password has told how it gets in`(text: String) {
    var walk = Content.embedded.walk(.findFault3)
    walk.read(text, with: Content.embedded.recogniser)
    #expect(walk.candidates(in: .messageCandidates).map(\.value).contains("YPassword"))
    walk.give("YPassword", to: .messageLike)
    walk.go(to: .step("recognised"))
    #expect(walk.diagnosis.failing == [.systemAccess])
    #expect(walk.diagnosis[.systemAccess]?.reasons.contains(.fault(.oldConnection)) == true)
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    let (asked, end) = Self.asked(from: walk, answering: [.workFor: WorkFor.own.rawValue])
    #expect(!asked.contains(.programWay))
    #expect(end.diagnosis.failing.contains(.systemAccess))
  }

  @Test func `what somebody meets is surer than what mostly goes with an answer`() {
    // Who does nothing themselves when they send mostly has a system access, but not where a password is asked for.
    for answers in [[FieldID.senderActs: "nothing"], [:]] {
      var walk = Self.seeing("YPassword")
      for (field, value) in answers { walk.give(value, to: field) }
      #expect(walk.diagnosis.certainFaults.contains(.oldConnection), "\(answers)")
    }
    var told = Self.seeing("YPassword")
    told.give("access", to: .programWay)
    #expect(!told.diagnosis.certainFaults.contains(.oldConnection))
  }
}
