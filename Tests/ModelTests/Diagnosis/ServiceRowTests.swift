import Model
import TestSupport
import Testing

/// What the row of a service says of how it is sent, beside what somebody says.
@Suite struct ServiceRowTests {
  private typealias Told = [(fact: FieldID, value: String)]

  private static let engine = Content.embedded.engine(of: .altinn3)

  /// The services of the catalogue, by what their owner says of the way they are sent, where they say it.
  private static let services = Dictionary(
    grouping: Content.embedded.fullmakter.services.entries
  ) { service -> ProgramWay? in
    guard let access = service.access, access.wayStanding == .official else { return nil }
    // What is sent by a system access may still have to be signed by a person.
    return access.way == .access && service.needsSigning ? nil : access.way
  }.mapValues { $0.map(\.id) }

  private static let sentAlone = services[.access, default: []]
  private static let loggedIn = services[.logIn, default: []]
  private static let unsaid = services[nil, default: []]

  private static func walk(_ told: Told) -> Walk {
    var walk = Walk(.findFault3, engine: engine)
    walk.give(Fact.unknown, to: .message)
    for (fact, value) in told { walk.give(value, to: fact) }
    return walk
  }

  private static func file(_ told: Told) -> Walk {
    var facts = Facts(Dictionary(uniqueKeysWithValues: told.map { ($0.fact, $0.value) }))
    facts[.message] = Fact.unknown
    return Walk(.findFault3, engine: engine, given: facts)
  }

  @Test(arguments: UInt64(0)..<60)
  func `the same answers come to the same whichever came first, on a screen and from a file`(
    seed: UInt64
  ) {
    var random = Seeded(seed)
    var told: Told = []
    for row in Portal.altinn3.facts where row.fact != .message && random.int(0...1) == 0 {
      // One of each kind, since a service counts for no more than its kind.
      let kinds = [Self.sentAlone, Self.loggedIn, Self.unsaid].compactMap(\.first)
      told.append((row.fact, random.pick(row.values.words ?? kinds + [Fact.otherService])))
    }
    let first = Self.walk(told)
    for other in [Self.walk(told.reversed()), Self.file(told)] {
      #expect(other.facts.values == first.facts.values, "\(told)")
      #expect(other.diagnosis.verdicts == first.diagnosis.verdicts, "\(told)")
    }
  }

  /// The sender of what a system access sends is looked at by nobody, whatever was believed of the program before.
  @Test(arguments: sentAlone, [false, true])
  func `the row of the service comes before what is said of how the program gets in`(
    service: String,
    isReversed: Bool
  ) {
    let told: Told = [
      (.programWay, "logIn"), (.service, service), (.workFor, "own"), (.senderRight, "none"),
    ]
    let walk = Self.walk(isReversed ? told.reversed() : told)
    #expect(walk.facts[.programWay] == "access" && walk.facts[.approvalNeeded] == nil)
    #expect(walk.diagnosis[.senderRights]?.state == .notApplicable)
    #expect(walk.diagnosis.failing.isEmpty && !walk.diagnosis.contradictsService)
  }

  @Test func `the catalogue has services of every kind`() {
    #expect(!Self.sentAlone.isEmpty && !Self.loggedIn.isEmpty && !Self.unsaid.isEmpty)
  }

  @Test(arguments: sentAlone.map { ($0, "logsIn") } + loggedIn.map { ($0, "nothing") })
  func `what does not fit the row of the service is told, and nothing of it is confirmed`(
    service: String,
    acts: String
  ) {
    let base: Told = [(.service, service), (.senderActs, acts), (.workFor, "own")]
    let besides: [Told] = [[], [(.senderRight, "none")], [(.accessListed, "otherParty")]]
    for told in besides {
      let walk = Self.walk(base + told)
      #expect(walk.diagnosis.contradictsService, "\(told)")
      #expect(walk.diagnosis.conclusion.certainty != .confirmed, "\(told)")
    }
    #expect(!Self.walk([(.service, service)]).diagnosis.contradictsService)
    #expect(!Self.walk([(.senderActs, acts)]).diagnosis.contradictsService)
  }
}
