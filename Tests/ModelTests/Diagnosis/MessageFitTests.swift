import Model
import TestSupport
import Testing

/// What is confirmed answers the message: all of it, and of the party and the submission it is about.
@Suite struct MessageFitTests {
  private static func diagnosis(_ answers: [FieldID: String], in edition: PortalEdition)
    -> Diagnosis
  {
    Walk(
      Flow.findFault(of: edition),
      engine: Content.embedded.engine(of: edition),
      given: Facts(answers)
    ).diagnosis
  }

  private static func reading(
    _ text: String,
    _ answers: KeyValuePairs<FieldID, String> = [:],
    _ flow: Flow = .findFault
  ) -> Walk {
    var walk = Content.embedded.walk(flow)
    walk.read(text, with: Content.embedded.recogniser)
    walk.give(MessageSeen.now, to: .messageSeen)
    for (fact, value) in answers { walk.give(value, to: fact) }
    return walk
  }

  private static let e1 =
    "User is not authorized for submittal of reporting service on behalf of reportee: 310043214"

  // MARK: - What is not what the message is about

  @Test(arguments: [
    ("E1", [FieldID.loginAsked: "yes", .loginMethod: "minid"], Point.login),
    ("C30001", [.loginAsked: "yes", .loginMethod: "minid"], .login),
    ("E2", [.loginAsked: "yes", .loginMethod: "minid"], .login),
    ("E6", [.loginAsked: "yes", .loginMobileCorrect: "no", .loginMethod: "sms"], .login),
    ("C14", [.systemRegistered: "yes", .systemIDCorrect: "no"], .registration),
  ])
  func `what is wrong beside what the message is about is likely`(
    message: String,
    answers: [FieldID: String],
    point: Point
  ) {
    let diagnosis = Self.diagnosis(answers.merging([.message: message]) { $1 }, in: .altinn2)
    #expect(diagnosis.failing.contains(point), "\(message)")
    #expect(diagnosis.conclusion.certainty == .likely, "\(message)")
    #expect(diagnosis.isBesideMessage || diagnosis.failing.count > 1, "\(message)")
  }

  @Test(arguments: [
    ("MP303", [FieldID.senderActs: "signs", .loginParty: "wrong"]),
    ("MP303", [.senderActs: "signs", .loginMeans: "none"]),
    ("AUTHNoAccess", [.workFor: "own", .accessListed: "listed", .accessHoldsNeeded: "no"]),
    ("AUTHPending", [.workFor: "own", .accessListed: "listed", .accessHoldsNeeded: "no"]),
    ("AUTHNoAccess", [.workFor: "client", .accessListed: "listed", .clientAdded: "no"]),
    (
      "SClientNotAdded",
      [
        .workFor: "client", .accessListed: "listed", .clientAdded: "no", .clientOffered: "yes",
        .clientGivesAll: "yes",
      ]
    ),
    (
      "YUnsigned",
      [.senderActs: "signs", .workFor: "own", .accessListed: "missing", .requestState: "none"]
    ),
  ])
  func `so it is in the Altinn of today`(message: String, answers: [FieldID: String]) {
    let facts = answers.merging([.message: message, .service: "a02"]) { $1 }
    let diagnosis = Self.diagnosis(facts, in: .altinn3)
    #expect(!diagnosis.failing.isEmpty, "\(message)")
    #expect(diagnosis.conclusion.certainty == .likely, "\(message)")
  }

  @Test func `what is wrong beside it is said to be so, in words`() {
    let fits = Self.diagnosis(
      [.message: "E1", .reporteeKind: "organisation", .service: "a02", .personRight: "no"],
      in: .altinn2
    )
    #expect(fits.failing == [.personRights] && !fits.isBesideMessage)
  }

  // MARK: - Other messages in the same text

  @Test(arguments: [
    (MessageFitTests.e1 + "\nIncorrect username/password/pin given for user", ["E3"]),
    ("Not A Valid DataFormatId Or DataFormatVersion\n" + MessageFitTests.e1, ["E1"]),
    (MessageFitTests.e1, []), (MessageFitTests.e1 + "\n" + MessageFitTests.e1, []),
  ])
  func `other messages in the text are kept`(text: String, others: [String]) {
    let walk = Self.reading(text)
    let all = [walk.facts[.message]].compactMap(\.self) + walk.otherMessages
    #expect(walk.otherMessages.count == others.count, "\(all)")
    #expect(Set(others).isSubset(of: all), "\(all)")
  }

  @Test func `nothing is confirmed that leaves another message of the text unanswered`() {
    let answers: KeyValuePairs<FieldID, String> = [
      .reporteeKind: "organisation", .reporteeName: "310043214", .service: "a02",
      .systemOwner: "reportee", .personRight: "no",
    ]
    let one = Self.reading(Self.e1, answers)
    #expect(one.diagnosis.conclusion.certainty == .confirmed)
    let two = Self.reading(
      Self.e1 + "\nIncorrect username/password/pin given for user",
      [
        .reporteeKind: "organisation", .reporteeName: "310043214", .service: "a02",
        .systemOwner: "reportee", .personRight: "no", .loginAsked: "no",
      ]
    )
    #expect(two.diagnosis.failing.contains(.personRights))
    #expect(two.diagnosis.conclusion.certainty == .likely)
  }

  // MARK: - Whom the message is about

  @Test(arguments: [
    ("310043214", Certainty.confirmed), ("910000004", .likely), ("Elv AS", .confirmed),
  ])
  func `a message of another organisation confirms nothing`(party: String, certainty: Certainty) {
    for owner in [Owner.reportee, .otherOrganisation] {
      let isOther = owner == .otherOrganisation
      var walk = Self.reading(
        Self.e1,
        [
          .reporteeKind: "organisation", .reporteeName: party, .service: "a02",
          .systemOwner: owner.rawValue, .personRight: isOther ? "yes" : "no",
        ]
      )
      if isOther { walk.give("no", to: .ownerRight) }
      #expect(walk.diagnosis.failing == [isOther ? .systemRights : .personRights])
      #expect(walk.diagnosis.conclusion.certainty == certainty)
      #expect((walk.otherParty == nil) == (certainty == .confirmed))
    }
  }

  @Test func `whoever has nothing kept of the text has not its number kept either`() {
    var walk = Self.reading(Self.e1, [.reporteeKind: "organisation", .reporteeName: "910000004"])
    #expect(walk.answer(.messageParty)?.value == "310043214")
    walk.give(Fact.unknown, to: .message)
    walk.read("", with: Content.embedded.recogniser)
    #expect(walk.answer(.messageParty) == nil && walk.otherParty == nil)
  }

  // MARK: - What nobody named

  @Test(arguments: [
    [
      FieldID.message: "E1", .reporteeKind: "organisation", .service: Fact.unknown,
      .personRight: "no",
    ],
    [.message: "E1", .reporteeKind: "person", .personRight: "no"],
    [.message: Fact.unknown, .reporteeKind: "person", .personRight: "no"],
    [
      .message: "C30001", .reporteeKind: "organisation", .service: Fact.unknown, .personRight: "no",
    ],
    [
      .message: "C30002", .reporteeKind: "organisation", .service: Fact.unknown, .personRight: "no",
    ],
    [
      .message: Fact.unknown, .systemOwner: "otherOrganisation", .service: Fact.unknown,
      .ownerRight: "no",
    ],
  ])
  func `a right to what nobody has named is seen by nobody`(answers: [FieldID: String]) {
    let diagnosis = Self.diagnosis(answers, in: .altinn2)
    #expect(!diagnosis.failing.isEmpty && diagnosis.conclusion.certainty == .likely)
  }

  // MARK: - What nobody said

  @Test(arguments: [
    [FieldID.workFor: "person", .senderActs: "signs"],
    [.workFor: "person", .senderActs: "nothing"],
    [.workFor: "person", .senderActs: "signs", .message: "YConnect"],
    [.workFor: "person", .senderActs: "signs", .programWay: "logIn"],
    [
      .workFor: "own", .senderActs: "nothing", .accessListed: "missing", .requestState: "none",
      .message: "YStopped",
    ],
  ])
  func `that a program uses a system access is likely where it only follows`(
    answers: [FieldID: String]
  ) {
    let diagnosis = Self.diagnosis(answers, in: .altinn3)
    #expect(diagnosis.failing == [.systemAccess])
    #expect(diagnosis.conclusion.certainty == .likely)
  }

  @Test
  func `that a private person has no system access is sure where the program is known to use one`()
  {
    for (message, way) in [(Fact.unknown, "access"), ("MP303", Fact.unknown)] {
      let facts: [FieldID: String] = [.message: message, .programWay: way, .workFor: "person"]
      let diagnosis = Self.diagnosis(facts, in: .altinn3)
      #expect(diagnosis.failing == [.systemAccess])
      #expect(diagnosis.conclusion.certainty == .confirmed, "\(message)")
    }
  }

  // MARK: - What a message leaves no room for

  @Test(arguments: [
    ("GLD005", [FieldID.workFor: "person"]), ("GLD1015", [.workFor: "person"]),
    ("NavNoAccess", [.workFor: "person", .accessListed: "listed"]),
    ("AUTHHandled", [.workFor: "person"]),
    (
      "AUTHHandled",
      [.workFor: "own", .accessListed: "missing", .requestState: "none"]
    ),
    ("AUTHHandled", [.workFor: "own", .accessListed: "missing", .requestState: "notFound"]),
    (
      "SNoClients",
      [
        .workFor: "client", .accessListed: "listed", .clientAdded: "no", .clientGivesAll: "yes",
        .clientOffered: "no",
      ]
    ),
  ])
  func `what a message leaves no room for does not fit it, and nothing is confirmed`(
    message: String,
    answers: [FieldID: String]
  ) {
    let diagnosis = Self.diagnosis(answers.merging([.message: message]) { $1 }, in: .altinn3)
    #expect(diagnosis.contradictsMessage, "\(message)")
    #expect(diagnosis.conclusion.certainty != .confirmed, "\(message)")
  }

  @Test(arguments: [
    [
      FieldID.workFor: "own", .programWay: "access", .accessListed: "missing",
      .requestState: "approved",
    ],
    [
      .workFor: "client", .programWay: "access", .accessListed: "listed", .service: "a02",
      .accessHoldsNeeded: "yes", .clientAdded: "no", .clientOffered: "yes", .clientGivesAll: "no",
    ],
    [
      .workFor: "own", .senderActs: "logsIn", .service: "a02", .senderRight: "oldRole",
      .senderRoleCounts: "no",
    ],
  ])
  func `what two of the answers cannot both be seen of is likely`(answers: [FieldID: String]) {
    let diagnosis = Self.diagnosis(answers, in: .altinn3)
    #expect(!diagnosis.failing.isEmpty && diagnosis.conclusion.certainty == .likely)
  }
}
