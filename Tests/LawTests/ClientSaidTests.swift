import Model
import TestSupport
import Testing

/// Who has said that it is about a client is told of nothing that only others meet.
@Suite struct ClientSaidTests {
  private static let ofClients = Shipped.messages.filter { $0.passed.contains("client") }.map(\.id)
  private static let told: [FieldID] = [.clientAdded, .clientOffered, .clientGivesAll]

  private static func mayBeWrong(_ walk: Walk) -> [String] {
    walk.diagnosis.verdicts.flatMap { $0.reasons + $0.alternatives }.map(\.name)
  }

  private static let engine = Content.embedded.engine(of: .altinn3)

  /// No system access stands in the list, and what the message says is a client's.
  private static func missing(_ id: String) -> Walk {
    var walk = Content.embedded.walk(.findFault3)
    let isSymptom = id.hasPrefix("Y")
    walk.give(isSymptom ? Fact.unknown : id, to: .message)
    if isSymptom { walk.give(id, to: .messageSymptom) }
    walk.give("access", to: .programWay)
    walk.give("missing", to: .accessListed)
    walk.give("none", to: .requestState)
    return walk
  }

  @Test func `a message of a client leaves no private person`() {
    let walks = Self.ofClients.map { ($0, Self.missing($0)) }
    let (doubted, believed) = (
      walks.filter { Self.engine.isRefuted(by: $0.1.facts) },
      walks.filter { !Self.engine.isRefuted(by: $0.1.facts) }
    )
    #expect(!doubted.isEmpty && !believed.isEmpty)
    for (id, walk) in believed {
      #expect(walk.diagnosis[.systemAccess]?.state == .failing, "\(id)")
      #expect(!Self.mayBeWrong(walk).contains("personHasNoAccess"), "\(id)")
    }
    // What is told of clients of an access proves nothing to whoever sees that there is no access.
    for (id, walk) in doubted {
      #expect(walk.diagnosis.contradictsMessage, "\(id)")
      #expect(walk.diagnosis.conclusion.certainty != .confirmed, "\(id)")
    }
  }

  @Test(arguments: told)
  func `whoever sees a client there is no private person`(fact: FieldID) {
    var walk = Content.embedded.walk(.findFault3)
    for (field, value) in [
      (.message, Fact.unknown), (.programWay, "access"), (.accessListed, "otherParty"),
    ] as [(FieldID, String)] { walk.give(value, to: field) }
    // It is not certain, since it may be for a private person, of whom nobody speaks.
    #expect(walk.diagnosis[.systemAccess]?.reasons.isEmpty == true)
    #expect(!Self.mayBeWrong(walk).contains("personHasNoAccess"))
    walk.give(nil, to: .accessListed)
    walk.give(Fact.yes, to: fact)
    walk.give("listed", to: .accessListed)
    #expect(walk.facts[.workFor] == WorkFor.client.rawValue)
    #expect(!Self.mayBeWrong(walk).contains("personHasNoAccess"))
    // What is said of it itself comes before what follows.
    walk.give("own", to: .workFor)
    #expect(walk.facts[.workFor] == WorkFor.own.rawValue)
  }
}
