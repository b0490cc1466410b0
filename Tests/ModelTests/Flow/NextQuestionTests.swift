import Model
import TestSupport
import Testing

/// The question that comes next is the one that the conclusion says is to be found out first.
@Suite struct NextQuestionTests {
  private static func walk(_ edition: PortalEdition, _ answers: [(FieldID, String)]) -> Walk {
    var walk = Content.embedded.walk(.findFault(of: edition))
    for (field, value) in answers { walk.give(value, to: field) }
    return walk
  }

  /// The points that the message names of which all that shows a fault is answered, but not whether it counts.
  private static func waiting(_ diagnosis: Diagnosis) -> [FieldID] {
    let portal = diagnosis.portal
    return diagnosis.named.flatMap { point -> [FieldID] in
      guard let verdict = diagnosis[point], verdict.state == .unknown else { return [] }
      let showing = portal.faults.filter { portal.point(of: $0.fault) == point }.map(\.shownBy)
      let isAnswered = showing.contains { diagnosis.facts[$0] != nil }
      guard isAnswered, !verdict.missing.contains(where: showing.contains) else { return [] }
      return verdict.missing.filter { !diagnosis.facts.isSettled($0) }
    }
  }

  @Test func `what is sent and stands unsigned is not looked for in the registration`() {
    let unsigned: [(FieldID, String)] = [
      (.message, "Y2Unsigned"), (.personRight, Fact.yes), (.personSignRight, Fact.no),
    ]
    var walk = Self.walk(.altinn2, unsigned)
    #expect(walk.diagnosis.toFindOut.first == .reporteeKind)
    #expect(walk.nextQuestion == .reporteeKind)
    walk.go(to: .planned)
    #expect(walk.current.fields.first?.id == .reporteeKind)
    walk.give(ReporteeKind.organisation.rawValue, to: .reporteeKind)
    #expect(walk.nextQuestion == .service)
    walk.give("rf0002", to: .service)
    #expect(walk.diagnosis.failing == [.personRights])
    // Whoever could not tell whom it is for is asked for what, and then for what else it may be.
    walk = Self.walk(.altinn2, unsigned + [(FieldID.reporteeKind, Fact.unknown)])
    #expect(walk.nextQuestion == .service)
    walk.give(Fact.unknown, to: .service)
    #expect(walk.nextQuestion != nil && walk.nextQuestion == walk.planned?.fact)
  }

  @Test(arguments: PortalEdition.allCases)
  func `what decides whether an answer counts comes before points that the message does not name`(
    edition: PortalEdition
  ) {
    let portal = edition.portal
    var random = Seeded(5)
    var seen: Set<String> = []
    var count = 0
    for message in Shipped.messages where message.edition == edition {
      guard seen.insert("\(message.causes) \(message.evidence)").inserted else { continue }
      let points = message.causes.compactMap(\.point)
      let showing = portal.faults.filter { fault in
        portal.point(of: fault.fault).map(points.contains) ?? false
      }.compactMap { portal.rule(of: $0.shownBy) }
      guard !showing.isEmpty else { continue }
      for _ in 0..<40 {
        var answers = [(portal.message, message.id)]
        for row in showing where random.int(0...3) > 0 {
          answers.append((row.fact, random.pick(row.values.words ?? [Fact.unknown])))
        }
        var walk = Self.walk(edition, answers)
        let diagnosis = walk.diagnosis
        let waiting = Self.waiting(diagnosis)
        guard diagnosis.conclusion.causes.isEmpty, !waiting.isEmpty, let planned = walk.planned,
          planned.reason != .messagePoints, planned.reason != .choosesRepair,
          diagnosis.toFindOut.contains(where: waiting.contains)
        else { continue }
        let named = portal.rule(of: walk.nextQuestion ?? "")?.points ?? []
        let isNamed = diagnosis.named.contains(where: named.contains)
        #expect(isNamed || waiting.contains(walk.nextQuestion ?? ""), "\(answers)")
        let next = walk.nextQuestion
        walk.go(to: .planned)
        #expect(walk.current.fields.first?.id == next, "\(answers)")
        count += 1
      }
    }
    #expect(count > 0 || edition != .altinn2)
  }

  @Test(arguments: PortalEdition.allCases, UInt64(0)..<20)
  func `what was answered is never to be found out`(edition: PortalEdition, seed: UInt64) {
    var random = Seeded(seed)
    let messages = Shipped.messages.filter { $0.edition == edition }.map(\.id)
    for _ in 0..<20 {
      var answers = [(edition.portal.message, random.pick(messages + [Fact.unknown]))]
      for row in edition.portal.facts where row.fact != edition.portal.message {
        guard random.int(0...2) > 0 else { continue }
        answers.append((row.fact, random.pick((row.values.words ?? []) + [Fact.unknown])))
      }
      let walk = Self.walk(edition, answers)
      let told = Set(answers.filter { $0.1 != Fact.unknown }.map { $0.0 })
      #expect(told.isDisjoint(with: walk.toFindOut), "\(answers)")
      #expect(told.isSuperset(of: walk.facts.idle), "\(answers)")
    }
  }

  @Test func `an answer about something that nobody can name waits for that`() {
    let answers: [(FieldID, String)] = [
      (.message, "YStopped"), (.service, Fact.unknown), (.senderActs, "logsIn"),
      (.senderRight, "fullmakt"),
    ]
    var walk = Self.walk(.altinn3, answers)
    #expect(walk.facts.idle == [.senderRight])
    #expect(walk.toFindOut.contains(.service) && !walk.toFindOut.contains(.senderRight))
    walk.give("rf0002", to: .service)
    #expect(walk.facts.idle.isEmpty && walk.diagnosis[.senderRights]?.state == .ok)
  }
}
