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

  @Test(arguments: ofClients)
  func `a message of a client leaves no private person`(id: String) {
    var walk = Content.embedded.walk(.findFault3)
    let isSymptom = id.hasPrefix("Y")
    walk.give(isSymptom ? Fact.unknown : id, to: .message)
    if isSymptom { walk.give(id, to: .messageSymptom) }
    walk.give("access", to: .programWay)
    walk.give("missing", to: .accessListed)
    walk.give("none", to: .requestState)
    #expect(walk.diagnosis[.systemAccess]?.state == .failing)
    #expect(!Self.mayBeWrong(walk).contains("personHasNoAccess"))
  }

  @Test(arguments: told)
  func `whoever sees a client there is no private person`(fact: FieldID) {
    var walk = Content.embedded.walk(.findFault3)
    for (field, value) in [
      (.message, Fact.unknown), (.programWay, "access"), (.accessListed, "otherParty"),
    ] as [(FieldID, String)] { walk.give(value, to: field) }
    #expect(Self.mayBeWrong(walk).contains("personHasNoAccess"))
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
