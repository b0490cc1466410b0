import Model
import TestSupport
import Testing

/// No more is said than is known, and nothing that speaks against itself.
@Suite struct SurenessTests {
  private static func walk(
    _ message: String,
    _ answers: KeyValuePairs<FieldID, String> = [:],
    in edition: PortalEdition = .altinn3
  ) -> Walk {
    var walk = Walk(Flow.findFault(of: edition), engine: Content.embedded.engine(of: edition))
    walk.give(message, to: .message)
    for (fact, value) in answers { walk.give(value, to: fact) }
    return walk
  }

  /// A walk in which somebody has pasted the text of a message.
  private static func pasted(_ message: Message) -> Walk {
    walk(message.id, in: message.edition)
  }

  private static func state(_ walk: Walk, _ point: Point) -> PointState? {
    walk.diagnosis[point]?.state
  }

  private static func reasons(_ walk: Walk) -> Set<String> {
    Set(walk.diagnosis.verdicts.flatMap { $0.reasons.map(\.name) })
  }

  private static func ways(_ walk: Walk) -> [[String]] {
    walk.repairs.map { $0.actions.map(\.id) }
  }

  // MARK: - How sure an answer makes it

  @Test(arguments: [
    ([FieldID.senderActs: "logsIn", .senderRight: "none"], Point.senderRights),
    ([.senderActs: "logsIn", .loginWindow: "old"], .idPortenLogin),
    ([.programWay: "password"], .systemAccess),
    // Somebody else may sign, and for oneself nobody needs a fullmakt.
    ([.senderActs: "signs", .senderSignRight: "no"], .senderRights),
    ([.senderActs: "logsIn", .workFor: "person", .senderRight: "none"], .senderRights),
    ([.workFor: "own", .programWay: "access", .accessListed: "otherKind"], .systemAccess),
    ([.workFor: "own", .programWay: "access", .accessListed: "otherParty"], .systemAccess),
    ([.workFor: "person", .programWay: "access", .accessListed: "listed"], .systemAccess),
    ([.accessListed: "missing", .approvalNeeded: "yes", .approverCanManage: "no"], .approver),
    // What waits for approval may be another program's.
    (
      [
        .workFor: "own", .programWay: "access", .accessListed: "listed", .approvalNeeded: "yes",
        .approverCanManage: "no",
      ],
      .approver
    ),
  ])
  func `what nobody can see, or what another world has too, is likely at most`(
    answers: [FieldID: String],
    point: Point
  ) {
    let facts = Facts(answers.merging([.service: Fact.unknown]) { $1 })
    let diagnosis = Content.embedded.engine(of: .altinn3).diagnose(facts)
    #expect(diagnosis.failing == [point])
    #expect(diagnosis.conclusion.certainty == .likely)
  }

  @Test(arguments: [
    ([FieldID.systemRegistered: "no"], Point.registration),
    ([.systemLocked: "yes"], .registration),
    ([.systemPasswordCorrect: "no"], .registration),
    ([.loginAsked: "yes", .loginLocked: "yes"], .login),
    ([.loginAsked: "yes", .loginPasswordCorrect: "no"], .login),
    ([.loginAsked: "yes", .loginSubmissionAllowed: "no"], .login),
    ([.loginAsked: "yes", .loginMethod: "letter", .loginMobileCorrect: "no"], .login),
    ([.loginAsked: "yes", .loginMethod: "idporten", .loginMobileCorrect: "no"], .login),
    ([.loginAsked: "yes", .loginMobileCorrect: "no"], .login),
    ([.loginAsked: "yes", .loginMethod: "sms", .loginCodeExpired: "yes"], .login),
    ([.reporteeKind: "organisation", .service: "rf0002", .personSignRight: "no"], .personRights),
  ])
  func `in the first portal too what nobody can see is likely at most`(
    answers: [FieldID: String],
    point: Point
  ) {
    let diagnosis = Content.embedded.engine(of: .altinn2).diagnose(Facts(answers))
    #expect(diagnosis.failing == [point])
    #expect(diagnosis.conclusion.certainty == .likely)
  }

  @Test func `what is left when others are ruled out was seen by nobody`() {
    var walk = Self.walk("E3", in: .altinn2)
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
    for (fact, value) in [
      (FieldID.loginAsked, "yes"), (.loginMethod, "sms"), (.loginCodeExpired, "no"),
    ] { walk.give(value, to: fact) }
    #expect(walk.diagnosis.failing == [.login])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    // Nor is it surer beside another fault of the point, which was seen.
    walk.give("no", to: .loginMobileCorrect)
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    walk.give(Fact.unknown, to: .loginCodeExpired)
    walk.give("yes", to: .loginCodeExpired)
    #expect(Self.reasons(walk).contains("codeExpired"))
  }

  @Test(arguments: [
    "SRequestExpired", "SRequestRejected", "SRequestForwarded", "AUTHPending", "AUTHRefused",
    "AUTHNoAccess",
  ])
  func `a link or request of no use fails nothing while another access may be there`(id: String) {
    var walk = Self.walk(id, [.workFor: "own", .programWay: "access"])
    #expect(walk.diagnosis.failing.isEmpty)
    #expect(walk.planned?.fact == .accessListed)
    walk.give("listed", to: .accessListed)
    #expect(!walk.diagnosis.failing.contains(.systemAccess))
    // The other points are still open, so nobody says that none fails.
    #expect(walk.diagnosis.conclusion.causes.isEmpty && walk.planned != nil)
    walk.give("missing", to: .accessListed)
    #expect(walk.diagnosis.failing.contains(.systemAccess))
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
    walk.give(Fact.unknown, to: .accessListed)
    #expect(walk.diagnosis.failing.contains(.systemAccess))
    #expect(walk.diagnosis.conclusion.certainty == .likely)
  }

  @Test func `a message that names an enterprise is not of what one sends for oneself`()
    throws
  {
    var walk = Walk(Flow.findFault(of: .altinn2), engine: Content.embedded.engine(of: .altinn2))
    walk.read(SampleMessage.notAuthorised, with: Content.embedded.recogniser)
    walk.give(ReporteeKind.oneself.rawValue, to: .reporteeKind)
    let verdict = try #require(walk.diagnosis[.personRights])
    #expect(verdict.state == .ok && walk.diagnosis.isOnlyLikely(verdict))
    walk.give(nil, to: .reporteeName)
    #expect(walk.diagnosis[.personRights].map(walk.diagnosis.isOnlyLikely) == false)
  }

  @Test(arguments: ["YLink", "SRequestNotFound"])
  func `a link to a request of an access that is listed leaves nothing to approve`(id: String) {
    for state in ["notFound", "approved", "rejected", "expired", "none"] {
      let walk = Self.walk(
        id,
        [
          .requestState: state, .workFor: "own", .programWay: "access", .accessListed: "listed",
          .approverCanManage: "yes", .approverHoldsAll: "yes", .approverParty: "right",
        ]
      )
      #expect(walk.diagnosis.waiting.isEmpty, "\(state)")
      #expect(!walk.diagnosis.contradictsMessage, "\(state)")
      #expect(walk.diagnosis.failing.isEmpty)
    }
  }

  @Test(arguments: ["GLD005", "MP303", "SRequestExpired", "SRequestForwarded", "AUTHPending"])
  func `whom it is for is asked before under which heading the access stands`(id: String) {
    var walk = Self.walk(id)
    #expect(walk.planned?.fact == .workFor)
    walk.give("client", to: .workFor)
    #expect(walk.planned?.fact == .accessListed)
  }

  @Test func `what passes by itself is asked anew when somebody checks again`() {
    var walk = Self.walk(
      "E3",
      [.loginAsked: "yes", .loginMethod: "sms", .loginCodeExpired: "no", .systemLocked: "no"],
      in: .altinn2
    )
    walk.checkAgain()
    #expect(walk.answer(.loginMethod)?.value == "sms")
    #expect(walk.answer(.loginCodeExpired) == nil && walk.answer(.systemLocked) == nil)
  }

  @Test(arguments: [
    "OK", "5", "14", "Error", "An error occurred", "feil fødselsnummer",
    "IDX10223: Lifetime validation failed. The token is expired.", "Missing required scope",
  ])
  func `what any program writes does not show that one of the closed Altinn is in use`(
    text: String
  ) throws {
    var walk = Walk(
      Flow.findFault(of: .altinn3),
      engine: Content.embedded.engine(of: .altinn3)
    )
    walk.read(text, with: Content.embedded.recogniser)
    #expect(walk.facts[.message] == nil, "\(text)")
    // Where somebody says that it comes now all the same, they may be wrong.
    let id = try #require(Content.embedded.recogniser.recognise(text).message, "\(text)")
    let message = try #require(Content.embedded.message(id))
    guard message.isCommon || message.isCode else { return }
    walk.give(id, to: .message, from: .message)
    walk.tellComesNow()
    #expect(walk.diagnosis.failing == [.systemAccess], "\(text)")
    #expect(walk.diagnosis.conclusion.certainty == .likely, "\(text)")
  }

  @Test(arguments: [
    "UAUTORISERT", "Uautorisert tilgang", "JWT is expired", "Client not found", "invalid_scope",
    "invalid_grant", "Client authentication failed", "Denne tjenesten er utgått",
    "This service is expired",
  ])
  func `what any program writes confirms nothing where it is read as a message`(text: String) {
    var walk = Walk(
      Flow.findFault(of: .altinn3),
      engine: Content.embedded.engine(of: .altinn3)
    )
    walk.read(text, with: Content.embedded.recogniser)
    #expect(walk.facts[.message] != nil, "\(text)")
    #expect(walk.diagnosis.conclusion.certainty == .likely, "\(text)")
  }

  @Test(arguments: [
    ("", false, Certainty.likely),
    ("Incorrect username/password given for system", true, .confirmed),
    ("Kari fikk Incorrect username/password given for system", true, .likely),
  ])
  func `that the program asks for a password is sure by its message alone`(
    text: String,
    comesNow: Bool,
    certainty: Certainty
  ) {
    var walk = Content.embedded.walk(.findFault)
    walk.read(text, with: Content.embedded.recogniser)
    walk.change(to: .findFault3, engine: Content.embedded.engine(of: .altinn3))
    if comesNow { walk.tellComesNow() } else { walk.give("password", to: .programWay) }
    #expect(walk.diagnosis.failing == [.systemAccess])
    #expect(walk.diagnosis.conclusion.certainty == certainty)
  }

  @Test(arguments: Shipped.messages.filter { $0.causes.contains(Cause(.approver)) }.map(\.id))
  func `what Altinn says of the party that was chosen confirms nothing of the right one`(id: String)
  {
    let diagnosis = Self.walk(id, [.approverParty: "wrong"]).diagnosis
    let faults = Set(diagnosis.verdicts.flatMap(\.reasons).compactMap(\.fault))
    let isOnlyTheParty = faults.isDisjoint(with: [.approverCannotManage, .approverLacksPackages])
    #expect(isOnlyTheParty || diagnosis.conclusion.certainty == .likely, "\(id)")
  }

  // MARK: - How sure a message makes it

  @Test(arguments: Shipped.messages.filter(\.isSymptom).map(\.id))
  func `what people say happens confirms nothing, wherever it was written down`(id: String) throws {
    let message = try #require(Shipped.messages.first { $0.id == id })
    let flow = Flow.findFault(of: message.edition)
    let engine = Content.embedded.engine(of: message.edition)
    let walk = Walk(flow, engine: engine, given: Facts([.message: id]))
    #expect(walk.diagnosis.conclusion.certainty != .confirmed)
  }

  @Test(arguments: [("310043214", Certainty.confirmed), ("310043215", .likely)])
  func `nobody has seen what is held for a number that cannot exist`(
    party: String,
    certainty: Certainty
  ) {
    let walk = Self.walk(
      "E1",
      [
        .reporteeKind: ReporteeKind.organisation.rawValue, .reporteeName: party, .service: "a02",
        .systemOwner: Owner.reportee.rawValue, .personRight: Fact.no, .personAnyRole: Fact.no,
      ],
      in: .altinn2
    )
    #expect(walk.diagnosis.failing == [.personRights])
    #expect(walk.diagnosis.conclusion.certainty == certainty)
  }

  @Test
  func `a request that is not found is looked for under another party before anything fails`() {
    var walk = Self.walk("SRequestNotFound", [.workFor: "own"])
    #expect(walk.diagnosis.failing.isEmpty && walk.diagnosis.conclusion.certainty == .open)
    #expect(walk.planned?.fact == .approverParty)
    walk.give("wrong", to: .approverParty)
    #expect(walk.diagnosis.failing == [.approver])
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
    #expect(Self.ways(walk) == [["chooseApproverParty"]])
    walk.give("right", to: .approverParty)
    // One that was approved is gone as well when it is old.
    #expect(walk.diagnosis.failing.isEmpty && walk.planned?.fact == .accessListed)
    walk.give("missing", to: .accessListed)
    #expect(walk.diagnosis.failing == [.systemAccess])
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
    #expect(Self.ways(walk) == [["askForNewLink"]])
    // Who cannot tell is advised to look at the party first, and nothing is confirmed.
    walk.give(Fact.unknown, to: .approverParty)
    #expect(walk.diagnosis.failing == [.systemAccess])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    #expect(Self.ways(walk).first == ["openLinkAgain"])
  }

  /// The messages whose causes the sources call likely, or read out of a text that does not say so itself.
  private static let signs: Set<String> = [
    "E8", "E10", "E11", "E12", "E13", "E30", "KUnExpectedError", "KRejected", "S02", "S03", "S14",
    "S51", "S55", "AltinnTechnical", "SChangeRejected", "SChangeExpired", "SNotClientAdministrator",
    "AUTHStep", "OldAddress", "AMNoConnectionFound", "AMPackageRefused", "Gateway500", "GLD005",
    "GLD1015", "NavNoAccess", "DialogportenEmpty", "SClientNotAdded", "GActor", "AUTHOtherParty",
    "GLD004", "SRequestApproved", "SChangeApproved",
  ]

  @Test func `what is only a sign is never called confirmed, and all other messages are listed`() {
    for message in Shipped.messages {
      #expect(message.isSign == Self.signs.contains(message.id), "\(message.id)")
      guard message.isSign else { continue }
      var walk = Self.pasted(message)
      // Where it says nothing alone, it does beside this.
      for (fact, value) in message.given { walk.give(value, to: fact) }
      for fact in message.unless.keys { walk.give(Fact.unknown, to: fact) }
      let conclusion = walk.diagnosis.conclusion
      #expect(conclusion.certainty == .likely, "\(message.id)")
      #expect(!conclusion.causes.isEmpty, "\(message.id)")
    }
  }

  @Test func `the same text with a word on the cause stays confirmed`() {
    for (id, edition) in [
      ("E2", PortalEdition.altinn2), ("E5", .altinn2), ("S66", .altinn3),
      ("Gateway", .altinn3), ("AMNoConnection", .altinn3),
    ] {
      #expect(Self.walk(id, in: edition).diagnosis.conclusion.certainty == .confirmed, "\(id)")
    }
  }

  // MARK: - What a message leads to

  @Test(arguments: [
    ("E23", PortalEdition.altinn2, "lookForEarlier"), ("C60035", .altinn2, "lookForEarlier"),
    ("C60036", .altinn2, "lookForEarlier"), ("GLD019", .altinn3, "lookForSent"),
    ("NavDuplicate", .altinn3, "lookForSent"),
  ])
  func `what was sent before is looked for, and nobody is told to correct and send`(
    id: String,
    edition: PortalEdition,
    action: String
  ) {
    let walk = Self.walk(id, in: edition)
    #expect(walk.diagnosis.conclusion.causes == [.alreadySent])
    #expect(Self.ways(walk) == [[action]])
  }

  @Test(arguments: [
    ("D3", "correctNumberGiven"), ("D4", "correctNumberGiven"), ("D5", "waitForLookup"),
    ("D6", "correctNumberGiven"), ("D7", "giveInstead"), ("AMNumber", "correctNumberGiven"),
    ("AMPackage", "giveInstead"), ("SLinkCut", "openWholeLink"), ("S20", "approverLogsInHigher"),
    ("AUTHRemoveClients", "removeClientsFirst"), ("GLD1062", "correctNumberSent"),
    ("S02", "waitAndLook"), ("AMNoConnection", "correctReceiverFirst"),
    ("S04", "carryOnSending"), ("GLDTemporary", "waitAndSee"), ("NavWait", "waitAndSee"),
    ("Gateway", "waitAndSee"), ("VirusScan", "mendFile"),
    ("SNotClientAdministrator", "giveClientAdministrator"),
    ("MP251", "giveVendorScope"), ("GLackPackage", "letHolderAnswer"),
    ("GCannotGive", "letHolderAnswer"), ("GPartOfService", "letHolderAnswer"),
    ("AMNotYours", "letHolderAnswer"),
  ])
  func `the conclusion of a message is what the message itself says to do`(
    id: String,
    action: String
  ) {
    #expect(Self.ways(Self.walk(id)) == [[action]])
  }

  @Test func `an action names messages that there are, of its portal and its cause`() {
    for action in Shipped.actions {
      for id in action.messages {
        let message = Shipped.messages.first { $0.id == id }
        #expect(message?.edition == action.edition, "\(action.id): \(id)")
        // Of a point that has no part in the submission it is what that point is set aside for.
        let named = message?.causes.first
        let aside = action.edition.portal.points.first { Cause($0.point) == named }?.aside
        #expect([named, aside].contains(action.answersCause), "\(action.id): \(id)")
      }
    }
  }

  @Test func `who may send a request on is told to, and not to look for somebody first`() {
    let walk = Self.walk("SMissingPermission")
    #expect(walk.diagnosis.failing == [.approver])
    #expect(Self.ways(walk).first == ["forwardRequest"])
  }

  @Test(arguments: [
    ("SChangeExpired", Point.accessContents, "askForChange"),
    ("SChangeRejected", .accessContents, "askForChange"),
  ])
  func `a message about a change or a client leads to its point`(
    id: String,
    point: Point,
    action: String
  ) {
    let walk = Self.walk(id)
    #expect(walk.diagnosis.failing == [point])
    #expect(Self.ways(walk).contains([action]), "\(Self.ways(walk))")
  }

  @Test func `a refusal by the tax administration with all in order goes to the vendor`() {
    let walk = Self.walk(
      "GLD005",
      [
        .workFor: "own", .senderActs: "nothing", .accessListed: "listed",
        .accessHoldsNeeded: "yes",
      ]
    )
    #expect(walk.diagnosis.failing.isEmpty)
    #expect(walk.diagnosis.conclusion.causes == [.vendor])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    #expect(Self.ways(walk) == [["askVendorAboutAccess"]])
  }

  @Test func `a wrong ID is corrected before anybody gives rights`() {
    let walk = Self.walk(
      "E1",
      [
        .reporteeKind: "organisation", .systemIDCorrect: "no", .systemOwner: "reportee",
        .personRight: "no",
      ],
      in: .altinn2
    )
    #expect(walk.diagnosis.failing.first == .registration)
    for way in Self.ways(walk) where way.contains("correctID") {
      #expect(way.first == "correctID", "\(way)")
    }
    #expect(Self.ways(walk).first?.first == "correctID")
  }

  // MARK: - Answers

  @Test func `a system access made by hand must be approved anew, and it is asked by whom`() {
    var walk = Self.walk(
      "MP303",
      [
        .workFor: "own", .senderActs: "nothing", .accessListed: "listed",
        .accessHoldsNeeded: "yes",
      ]
    )
    #expect(Self.state(walk, .approver) == .notApplicable)
    walk.give("byHand", to: .accessOrigin)
    #expect(Self.state(walk, .approver) == .unknown)
    #expect(walk.diagnosis.conclusion.causes == [.vendor])
    #expect(Self.ways(walk) == [["replaceHandMade"]])
    #expect(walk.planned?.fact == .approverCanManage)
    walk.give("no", to: .approverCanManage)
    #expect(walk.diagnosis.conclusion.causes == [Cause(.approver), .vendor])
    #expect(Self.ways(walk).allSatisfy { $0.contains("replaceHandMade") && $0.count == 2 })
    walk.give("request", to: .accessOrigin)
    #expect(Self.state(walk, .approver) == .notApplicable)
  }

  @Test func `whoever does not know whom it is for connects the program`() {
    for listing in ["missing", "otherParty"] {
      let walk = Self.walk(
        Fact.unknown,
        [
          .programWay: "access", .workFor: Fact.unknown, .accessListed: listing,
          .requestState: "none",
        ]
      )
      #expect(walk.diagnosis.failing == [.systemAccess])
      for way in Self.ways(walk) {
        #expect(!way.contains("logInInstead") && !way.contains("useEnterpriseNumber"), "\(way)")
      }
      #expect(!walk.repairs.isEmpty)
    }
  }

  /// Answers that cannot all be true of one submission, in both orders.
  private static let clashing: [[(FieldID, String)]] = {
    typealias Told = (FieldID, String)
    let rest: [Told] = [(.workFor, "own"), (.accessListed, "missing")]
    var all: [[Told]] = []
    for service: [Told] in [[], [(.service, "rf0002")], [(.service, "a02")]] {
      for way in ProgramWay.allCases.map(\.rawValue) {
        for act in SenderActs.allCases.map(\.rawValue) {
          let pair: [Told] = [(.programWay, way), (.senderActs, act)]
          all.append(service + pair + rest)
          all.append(rest + pair.reversed() + service)
          all.append([pair[0]] + rest + [pair[1]])
        }
      }
    }
    return all
  }()

  @Test func `whatever is answered of logging in, the points say one and the same of it`() {
    for answers in Self.clashing {
      var walk = Walk(.findFault3, engine: Content.embedded.engine(of: .altinn3))
      walk.give(Fact.unknown, to: .message)
      for (fact, value) in answers { walk.give(value, to: fact) }
      let said = Self.reasons(walk)
      let told = "\(answers): \(said.sorted())"
      if said.contains("accessNotUsed") {
        #expect(said.isDisjoint(with: ["senderNotLookedAt", "noLoginNeeded"]), "\(told)")
        #expect(Self.state(walk, .approver) == .notApplicable, "\(told)")
      }
      if said.contains("nothingToApprove") {
        #expect(said.isDisjoint(with: ["accessMissing", "oldConnection"]), "\(told)")
        #expect(said.contains("accessNotUsed"), "\(told)")
      }
      if walk.value(.senderActs) == "nothing" {
        #expect(said.contains("senderNotLookedAt"), "\(told)")
        #expect(!said.contains("accessNotUsed"), "\(told)")
      }
    }
  }

  // MARK: - Tasks

  @Test(arguments: [
    ("openLinkAgain", "party"), ("chooseApproverParty", "wrongParty"), ("findApprover", "other"),
    ("letManagerApprove", "other"), ("forwardRequest", "forward"),
    ("mainAdministratorApproves", "lacks"), ("chooseParty", "check"),
  ])
  func `a task that an action leads to comes to the page of that action`(
    action: String,
    step: String
  ) throws {
    let action = try #require(Shipped.actions.first { $0.id == action })
    let start = try #require(action.start)
    let flow = try #require(Flow.named(start.flow))
    let origin = Self.walk("SRequestNotFound", [.workFor: "own"])
    let draft = try #require(CaseDraft(for: start, from: origin, numbered: CaseID(rawValue: 7)))
    var walk = Walk(flow, engine: Content.embedded.engine(of: .altinn3), resuming: draft)
    var seen: [String] = []
    for _ in 0..<40 where walk.current.kind != .review {
      seen.append(walk.current.id.rawValue)
      if walk.current.id == "listed" { walk.give("missing", to: .accessListed) }
      walk.advance()
    }
    #expect(seen.contains(step), "\(seen)")
  }
}
