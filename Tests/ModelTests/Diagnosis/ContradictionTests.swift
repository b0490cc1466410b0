import Model
import TestSupport
import Testing

/// Answers that do not fit the message, and those that explain it.
@Suite struct ContradictionTests {
  private static func walk(_ edition: PortalEdition, _ facts: [FieldID: String]) -> Walk {
    Walk(
      .findFault(of: edition),
      engine: Content.embedded.engine(of: edition),
      given: Facts(facts)
    )
  }

  private static func old(_ facts: [FieldID: String]) -> Walk { walk(.altinn2, facts) }
  private static func new(_ facts: [FieldID: String]) -> Walk { walk(.altinn3, facts) }

  private static func ways(_ walk: Walk) -> [[String]] {
    walk.repairs.map { $0.actions.map(\.id) }
  }

  @Test func `a refusal of an ID that is wrong asks for the right ID, and for nothing else`() {
    let walk = Self.old([.message: "E1", .systemIDCorrect: "no"])
    #expect(walk.diagnosis.failing == [.registration])
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
    #expect(!walk.diagnosis.contradictsMessage)
    #expect(Self.ways(walk) == [["correctID"]])
  }

  @Test func `an ID that was taken is registered and typed right, whoever says otherwise`() {
    let against: [[FieldID: String]] = [
      [.systemRegistered: "no"], [.systemPasswordCorrect: "no"], [.systemLocked: "yes"],
    ]
    for answer in against {
      for message in ["E1", "E3", "E4"] {
        let walk = Self.old(answer.merging([.message: message]) { $1 })
        #expect(walk.diagnosis.contradictsMessage, "\(message) \(answer)")
        #expect(walk.diagnosis.conclusion.certainty != .confirmed, "\(message) \(answer)")
        #expect(walk.diagnosis.failing == [.registration], "\(message) \(answer)")
        #expect(!Self.ways(walk).joined().contains("giveSenderRight"), "\(message) \(answer)")
      }
    }
  }

  @Test func `a message of a personal password does not fit a login without one`() {
    for password in [nil, Fact.yes, Fact.no] {
      var facts: [FieldID: String] = [.message: "E3", .loginMethod: "idporten"]
      facts[.loginPasswordCorrect] = password
      let walk = Self.old(facts)
      #expect(walk.diagnosis.contradictsMessage)
      #expect(walk.diagnosis.failing.isEmpty)
      #expect(walk.repairs.isEmpty)
    }
    #expect(!Self.old([.message: "E3", .loginMethod: "sms"]).diagnosis.contradictsMessage)
  }

  @Test(arguments: ["S04", "SRequestApproved", "SChangeApproved"])
  func `what is in place already is told not to fit that it is missing`(id: String) {
    for listing in ["missing", "otherParty", "otherKind"] {
      for way in [nil, "access", "password", "logIn"] {
        var facts: [FieldID: String] = [.message: id, .accessListed: listing]
        facts[.programWay] = way
        let walk = Self.new(facts)
        #expect(walk.diagnosis.contradictsMessage, "\(listing) \(way ?? "-")")
        #expect(!walk.diagnosis.conclusion.causes.contains(.noFault))
        #expect(walk.diagnosis.conclusion.certainty != .confirmed)
      }
    }
    let walk = Self.new([.message: id])
    #expect(
      walk.diagnosis.conclusion
        == Self.new([.message: id, .accessListed: "listed"]).diagnosis.conclusion
    )
    #expect(walk.diagnosis.conclusion.causes == [.noFault])
    // What was approved once may have been deleted since.
    #expect(walk.diagnosis.conclusion.certainty == (id == "S04" ? .confirmed : .likely))
  }

  @Test func `a request cannot be approved and refused`() {
    for way in [nil, "access"] {
      var facts: [FieldID: String] = [.message: "SRequestApproved", .requestState: "rejected"]
      facts[.programWay] = way
      let walk = Self.new(facts)
      #expect(walk.diagnosis.contradictsMessage)
      #expect(!walk.diagnosis.conclusion.causes.contains(.noFault))
    }
  }

  // MARK: - Alternatives

  @Test func `what may be needless is told from what must be done`() {
    func maybe(_ facts: [FieldID: String]) -> Set<String> {
      Self.old(facts).repairs.first?.maybe ?? []
    }
    #expect(maybe([.message: "E2"]) == ["correctID", "setSystemPassword"])
    #expect(maybe([.message: "E2", .systemIDCorrect: "no"]) == [])
    #expect(maybe([.message: "E6"]) == [])
    #expect(maybe([.systemIDCorrect: "no", .systemPasswordCorrect: "no"]) == [])
    let both = Self.old([
      .message: "E2", .reporteeKind: "organisation", .personRight: "no", .personAnyRole: "no",
    ])
    #expect(both.repairs.first?.maybe == ["correctID", "setSystemPassword"])
    #expect(both.repairs.first?.actions.map(\.id).contains("giveSenderRight") == true)
  }

  @Test func `where all is known nothing that is to be done may be needless`() {
    var random = Seeded(7)
    for edition in PortalEdition.allCases {
      for _ in 0..<200 {
        var facts: [FieldID: String] = [:]
        for row in edition.portal.facts where row.fact != .message {
          facts[row.fact] = row.values.words?.randomElement(using: &random) ?? Fact.otherService
        }
        let engine = Content.embedded.engine(of: edition)
        for repair in engine.repairs(for: engine.diagnose(Facts(facts))) {
          #expect(repair.maybe.isEmpty, "\(facts)")
        }
      }
    }
  }
}
