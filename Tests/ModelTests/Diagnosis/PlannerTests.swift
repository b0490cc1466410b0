import Model
import TestSupport
import Testing

@Suite struct PlannerTests {
  static let messages: [String?] = [nil] + (1...7).map { "E\($0)" }

  /// What somebody answers for whom all is well, with an ID on another enterprise.
  private static let sound = AllIsWell.facts.merging([
    .message: Fact.unknown, .systemOwner: Owner.otherOrganisation.rawValue,
  ]) { $1 }

  /// What can be answered to a fact; the message itself is not known.
  private static func answers(to fact: FieldID) -> [String] {
    fact == .message ? [Fact.unknown] : fact.answers
  }

  /// What was met on the planner's paths.
  struct Travelled {
    var longest = 0
    var ends = 0
    var reasons: Set<PlanReason> = []
    var asked: Set<FieldID> = []
    /// What broke a law, with the answers that led there.
    var broken: [String] = []
  }

  private static func begin(_ message: String?) -> Walk {
    var walk = Walk(.findFault, engine: Content.embedded.engine(of: .altinn2))
    if let message { walk.give(message, to: .message) }
    return walk
  }

  /// Asks on until the planner has nothing more to ask, along every way that differs from the sound
  /// one in as many answers as are left.
  private static func travel(
    _ walk: Walk,
    _ path: [String],
    deviations: Int,
    choose: (FieldID) -> String?,
    _ met: inout Travelled
  ) {
    let facts = walk.facts
    guard let planned = walk.planned else {
      met.longest = max(met.longest, path.count)
      met.ends += 1
      for verdict in walk.diagnosis.verdicts where verdict.state == .unknown {
        let open = verdict.missing.filter {
          !facts.isSettled($0) && Portal.altinn2.isRelevant($0, in: facts) != false
        }
        if !open.isEmpty && !walk.diagnosis.liesOutside {
          met.broken.append("\(path) open \(open)")
        }
      }
      return
    }
    met.reasons.insert(planned.reason)
    met.asked.insert(planned.fact)
    if facts.isSettled(planned.fact) { met.broken.append("\(path) asks again \(planned.fact)") }
    if Portal.altinn2.isRelevant(planned.fact, in: facts) == false {
      met.broken.append("\(path) asks in vain \(planned.fact)")
    }
    guard path.count < Portal.altinn2.facts.count else {
      met.broken.append("\(path) does not end")
      return
    }
    let usual = choose(planned.fact)
    for value in usual.map({ [$0] }) ?? answers(to: planned.fact) {
      let left = deviations - (value == sound[planned.fact] || usual != nil ? 0 : 1)
      guard left >= 0 else { continue }
      var next = walk
      next.give(value, to: planned.fact)
      if !next.counts(planned.fact) {
        met.broken.append("\(path) answer does not count \(planned.fact)=\(value)")
      }
      travel(
        next,
        path + ["\(planned.fact)=\(value)"],
        deviations: left,
        choose: choose,
        &met
      )
    }
  }

  @Test(arguments: messages)
  func `the planner asks no more than it must and ends with all that can be settled`(
    message: String?
  ) {
    var met = Travelled()
    Self.travel(Self.begin(message), [], deviations: 1, choose: { _ in nil }, &met)
    #expect(met.broken == [])
    #expect(met.ends > 0)
    #expect(met.longest <= Portal.altinn2.facts.count)
  }

  @Test(arguments: messages)
  func `any answers at all bring the planner to an end`(message: String?) {
    var met = Travelled()
    var random = Seeded(7)
    for _ in 0..<60 {
      Self.travel(
        Self.begin(message),
        [],
        deviations: 0,
        choose: { Self.answers(to: $0).randomElement(using: &random) },
        &met
      )
    }
    #expect(met.broken == [])
    #expect(met.ends == 60)
  }

  @Test func `somebody who knows nothing is asked each question at most once`() {
    for message in Self.messages {
      var met = Travelled()
      Self.travel(Self.begin(message), [], deviations: 0, choose: { _ in Fact.unknown }, &met)
      #expect(met.broken == [])
      #expect(met.ends == 1)
    }
  }

  @Test func `every reason to ask is met, and every fact is asked for somewhere`() {
    var met = Travelled()
    for message in [nil, "E1", "E2", "E3"] {
      Self.travel(Self.begin(message), [], deviations: 0, choose: { Self.sound[$0] }, &met)
    }
    let refused: [FieldID: String] = [.personRight: "no", .personAnyRole: "no"]
    Self.travel(
      Self.begin("E1"),
      [],
      deviations: 0,
      choose: { refused[$0] ?? Self.sound[$0] },
      &met
    )
    // The first portal is told by the message alone.
    #expect(met.reasons == Set(PlanReason.allCases).subtracting([.tellsPortal]))
    #expect(met.asked == Set(Portal.altinn2.facts.map(\.fact)))
    #expect(met.broken == [])
  }

  @Test func `with nothing known the message is asked for, and then not again`() {
    var walk = Self.begin(nil)
    #expect(walk.planned?.fact == .message && walk.planned?.reason == .messageFirst)
    walk.give(Fact.unknown, to: .message)
    #expect(walk.planned?.fact != .message)
  }

  @Test func `a person without the right is asked at once whether they can ask for it`() {
    var walk = Self.begin("E1")
    walk.give("organisation", to: .reporteeKind)
    walk.give("no", to: .personRight)
    #expect(walk.planned?.fact == .personAnyRole && walk.planned?.reason == .choosesRepair)
  }
}
