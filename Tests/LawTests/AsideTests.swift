import Model
import TestSupport
import Testing

/// What becomes of a message that names a point which has no part in the submission.
@Suite struct AsideTests {
  /// A walk by the words and tables of the program, with these answers.
  private static func walk(_ message: String, _ answers: KeyValuePairs<FieldID, String>) -> Walk {
    var walk = Content.embedded.walk(.findFault3)
    let isSymptom = message.hasPrefix("Y")
    walk.give(isSymptom ? Fact.unknown : message, to: .message)
    if isSymptom { walk.give(message, to: .messageSymptom) }
    for (fact, value) in answers { walk.give(value, to: fact) }
    return walk
  }

  /// Everything in order of a submission that a system access sends alone.
  private static let sound: KeyValuePairs<FieldID, String> = [
    .workFor: "own", .service: "a02", .programWay: "access", .accessListed: "listed",
    .accessHoldsNeeded: "yes",
  ]

  private static let ofLogin = Shipped.messages.filter {
    $0.edition == .altinn3 && $0.causes.contains(.idPortenLogin)
  }

  @Test(arguments: [FieldID.service, .senderActs])
  func `a person who cannot log in is helped though nobody logs in to send`(known: FieldID) {
    let walk = Self.walk("YLogin", [known: known == .service ? "a02" : "nothing"])
    #expect(walk.diagnosis[.idPortenLogin]?.state == .notApplicable)
    #expect(walk.diagnosis.conclusion.causes == [.personLogin])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    #expect(walk.planned == nil)
    #expect(walk.tasks.map(\.flow) == ["logInToday"])
  }

  @Test func `a person who cannot log in and logs in to send is asked about the login`() {
    let walk = Self.walk("YLogin", [.service: "rf0002"])
    #expect(walk.diagnosis.conclusion.causes.isEmpty)
    #expect(walk.planned.map { $0.fact.rawValue.hasPrefix("login.") } == true)
  }

  @Test(arguments: ofLogin.map(\.id))
  func `a message of the login is never set aside without a word`(id: String) {
    let walk = Self.walk(id, Self.sound)
    #expect(!walk.diagnosis.conclusion.causes.isEmpty)
    #expect(!walk.diagnosis.conclusion.causes.contains(.unknown))
  }

  @Test(arguments: ["AUTHOtherParty", "GActor"])
  func `whoever has chosen another party changes it, though nobody logs in to send`(
    id: String
  ) throws {
    let walk = Self.walk(id, [.service: "a02"])
    #expect(walk.diagnosis.conclusion.causes == [.personLogin])
    #expect(walk.repairs.map { $0.actions.map(\.id) } == [["changeParty"]])
    let action = try #require(walk.repairs.first?.actions.first)
    #expect(walk.diagnosis.actor(of: action) == .approver)
  }

  @Test func `what else fails is said beside the login`() {
    let walk = Self.walk(
      "YLogin",
      [
        .workFor: "own", .service: "a02", .programWay: "access", .accessListed: "missing",
        .requestState: "none",
      ]
    )
    #expect(walk.diagnosis.conclusion.causes == [.systemAccess, .personLogin])
  }

  @Test func `a message of a signature that nobody gives is said to fit the answers badly`() {
    let walk = Self.walk("YUnsigned", Self.sound)
    #expect(walk.diagnosis[.senderRights]?.state == .notApplicable)
    #expect(walk.diagnosis.contradictsMessage)
    #expect(!Self.walk("YConnect", Self.sound).diagnosis.contradictsMessage)
  }
}
