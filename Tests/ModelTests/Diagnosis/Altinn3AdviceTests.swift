import Model
import TestSupport
import Testing

/// What the second portal asks first, and what it says to do first, for what people bring.
@Suite struct Altinn3AdviceTests {
  private typealias Told = KeyValuePairs<FieldID, String>

  private static func walk(_ message: String, _ answers: Told = [:]) -> Walk {
    var walk = Content.embedded.walk(.findFault3)
    walk.give(message, to: .message)
    for (fact, value) in answers { walk.give(value, to: fact) }
    return walk
  }

  private static func ways(_ walk: Walk) -> [[String]] {
    walk.repairs.map { $0.actions.map(\.id) }
  }

  /// What somebody is asked who knows nothing more.
  private static func asked(in walk: Walk) -> [FieldID] {
    var (walk, asked) = (walk, [FieldID]())
    while let next = walk.planned, !asked.contains(next.fact) {
      asked.append(next.fact)
      walk.give(Fact.unknown, to: next.fact)
    }
    return asked
  }

  private static let messages = Shipped.messages.filter { $0.edition == .altinn3 }
  private static let ofClients: Set<FieldID> = [
    .clientAdded, .clientOffered, .clientGivesAll, .clientRelation,
  ]

  // MARK: - What gives a question a meaning

  @Test(arguments: [Fact.unknown] + messages.map(\.id))
  func `no question comes before what gives it a meaning, and none about clients without one`(
    message: String
  ) {
    for seed in UInt64(0)..<12 { askAll(about: message, seed) }
  }

  /// Answers whatever is asked, anyhow, until nothing is.
  private func askAll(about message: String, _ seed: UInt64) {
    var random = Seeded(seed)
    var walk = Self.walk(message)
    for _ in 0..<Portal.altinn3.facts.count {
      guard let next = walk.planned else { return }
      let facts = walk.diagnosis.facts
      #expect(walk.diagnosis.opening(next.fact) == nil, "\(next.fact)")
      if Self.ofClients.contains(next.fact) {
        #expect(facts[.workFor] == WorkFor.client.rawValue, "\(next.fact)")
      }
      let values =
        (Portal.altinn3.values(of: next.fact) ?? ["a02", "rf0002", "other"]) + [Fact.unknown]
      walk.give(random.pick(values), to: next.fact)
    }
    Issue.record("it does not end")
  }

  @Test(arguments: messages.filter { !$0.passed.contains("client") }.map(\.id))
  func `nothing is concluded of a client that nobody has spoken of`(id: String) {
    for fact in Self.ofClients {
      let no = fact == .clientRelation ? "none" : Fact.no
      let walk = Self.walk(id, [fact: no])
      let named = walk.diagnosis.verdicts.filter { $0.state == .failing }.flatMap(\.reasons)
      #expect(named.allSatisfy { !$0.name.hasPrefix("client") }, "\(fact): \(named)")
    }
  }

  @Test(arguments: ["GLD1015", "NavNoAccess", "DialogportenEmpty", "GLD005"])
  func `a refusal asks for whom before it asks for a client, and for no login`(id: String) {
    let order = Self.asked(in: Self.walk(id))
    #expect(order.contains(.workFor) && Self.ofClients.isDisjoint(with: order), "\(order)")
    #expect(Set(order).isDisjoint(with: [.loginMeans, .senderSignRight, .programWay]), "\(order)")
    #expect(Self.asked(in: Self.walk(id, [.workFor: "client"])).contains(.clientAdded))
  }

  @Test(arguments: ["MP303", "AUTHNoAccess", "AUTHPending", "SClientNotAdded", "SSomeClients"])
  func `what only a system access can meet asks neither how one gets in nor how one logs in`(
    id: String
  ) {
    let order = Set(Self.asked(in: Self.walk(id)))
    #expect(
      order.isDisjoint(with: [
        .programWay, .senderActs, .loginMeans, .loginParty, .senderRight, .senderSignRight,
      ]),
      "\(order)"
    )
  }

  @Test func `a client that could not be added is asked about by its packages`() {
    var walk = Self.walk("SClientNotAdded")
    #expect(walk.planned?.fact == .clientGivesAll)
    walk.give("no", to: .clientGivesAll)
    #expect(Self.ways(walk).first?.first == "clientGivesPackage")
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
  }

  @Test func `clients that were left out settle all but what is to be done`() {
    let walk = Self.walk("SSomeClients")
    #expect(walk.diagnosis.failing == [.accessContents])
    #expect(walk.planned == nil)
    #expect(
      Self.ways(walk) == [["clientGivesPackage", "addClient"], ["splitAccess", "addClient"]]
    )
  }

  // MARK: - What is wrong, and what comes first

  private static let notOffered: Told = [
    .workFor: "client", .senderActs: "nothing", .accessListed: "listed",
    .accessHoldsNeeded: "yes", .clientAdded: "no", .clientOffered: "no",
  ]

  @Test(arguments: [
    ("otherNumber", [["useRegisteredNumber", "addClient"]]),
    ("register", [["clientGivesPackage", "addClient"], ["splitAccess", "addClient"]]),
    ("none", [["clientRegistersFirm", "addClient"], ["clientGivesPackage", "addClient"]]),
    (
      Fact.unknown,
      [
        ["clientRegistersFirm", "addClient"], ["clientGivesPackage", "addClient"],
        ["splitAccess", "addClient"],
      ]
    ),
  ])
  func `a client that is not offered is helped by what is known of it`(
    relation: String,
    ways: [[String]]
  ) {
    var walk = Self.walk("GLD005", Self.notOffered)
    walk.give(relation, to: .clientRelation)
    #expect(Self.ways(walk) == ways)
  }

  @Test(arguments: [nil, "waiting"])
  func `a page that nobody has seen is not spoken of`(state: String?) {
    var walk = Self.walk(
      "MP303",
      [.workFor: "own", .senderActs: "nothing", .accessListed: "missing"]
    )
    walk.give(state ?? Fact.unknown, to: .requestState)
    #expect(walk.diagnosis.failing == [.systemAccess])
    #expect(Self.ways(walk).first == [state == nil ? "connectFromProgram" : "approveRequest"])
  }

  @Test func `no system user though one is listed asks how it was made, and names the vendor`() {
    var walk = Self.walk("MP303", [.workFor: "own", .accessListed: "listed"])
    #expect(walk.diagnosis.conclusion.causes == [.vendor])
    #expect(walk.planned?.fact == .accessOrigin)
    walk.give("byHand", to: .accessOrigin)
    #expect(Self.ways(walk).first == ["replaceHandMade"])
    // Only an access of the own kind can be made by hand.
    let client = Self.walk("MP303", [.workFor: "client", .accessListed: "listed"])
    #expect(client.diagnosis.conclusion.causes == [.vendor])
    #expect(!Self.asked(in: client).contains(.accessOrigin))
  }

  @Test(arguments: ["GLD005", "GLD1015", "NavNoAccess", "DialogportenEmpty"])
  func `a refusal of one's own listed access is likely its contents, and else the vendor's`(
    id: String
  ) {
    var walk = Self.walk(id)
    #expect(walk.diagnosis.conclusion.certainty == .open)
    walk = Self.walk(id, [.workFor: "own", .accessListed: "listed"])
    #expect(walk.diagnosis.failing == [.accessContents])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    #expect(Self.ways(walk).first == ["askForChange"] && walk.planned?.fact == .changeWaiting)
    walk.give("yes", to: .accessHoldsNeeded)
    #expect(walk.diagnosis.conclusion.causes == [.vendor] && !walk.diagnosis.contradictsMessage)
    walk.give("missing", to: .accessListed)
    walk.give("none", to: .requestState)
    #expect(walk.diagnosis.failing == [.systemAccess])
  }

  @Test func `what waits is approved by whoever can`() {
    var walk = Self.walk(
      Fact.unknown,
      [.approvalNeeded: "yes", .approverCanManage: "yes", .approverHoldsAll: "yes"]
    )
    #expect(walk.diagnosis.conclusion.causes.isEmpty)
    walk.give("right", to: .approverParty)
    #expect(walk.diagnosis.conclusion.causes == [.awaitsApproval])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    #expect(Self.ways(walk) == [["approveWaiting"]])
    // What fails comes before it.
    for (fact, value) in [
      (FieldID.workFor, "own"), (.programWay, "access"), (.accessListed, "missing"),
      (.requestState, "none"),
    ] {
      walk.give(value, to: fact)
    }
    #expect(walk.diagnosis.conclusion.causes == [Cause(.systemAccess)])
  }

  @Test(arguments: ["MP303", "GLD005", "DialogportenEmpty"])
  func `what waits may be all that a message is about, so nobody else is blamed meanwhile`(
    id: String
  ) {
    var walk = Self.walk(
      id,
      [
        .workFor: "own", .accessListed: "listed", .accessOrigin: "request",
        .accessHoldsNeeded: "yes",
      ]
    )
    #expect(walk.diagnosis.conclusion.causes == [.vendor])
    walk.give("yes", to: .approvalNeeded)
    #expect(walk.diagnosis.conclusion.causes == [.awaitsApproval])
    let asked = walk.planned.flatMap { Portal.altinn3.rule(of: $0.fact) }
    #expect(asked?.points == [.approver])
    walk.give("no", to: .approverCanManage)
    #expect(walk.diagnosis.conclusion.causes == [Cause(.approver)])
    walk.give("yes", to: .approverCanManage)
    walk.give("yes", to: .approverHoldsAll)
    walk.give("right", to: .approverParty)
    #expect(walk.diagnosis.conclusion.causes == [.awaitsApproval])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    #expect(Self.ways(walk) == [["approveWaiting"]])
    walk.give("no", to: .approvalNeeded)
    #expect(walk.diagnosis.conclusion.causes == [.vendor])
    // A request of the program's own is yet to come.
    walk.give("byHand", to: .accessOrigin)
    #expect(walk.diagnosis.conclusion.causes == [.vendor])
    #expect(Self.ways(walk).first == ["replaceHandMade"])
  }

  @Test func `a service that asks for more is logged in to more strongly`() {
    var walk = Self.walk("SHigherLevel", [.senderActs: "logsIn"])
    #expect(walk.diagnosis.failing == [.idPortenLogin])
    #expect(Self.ways(walk).first == ["useStrongerID"])
    walk.give("high", to: .loginMeans)
    #expect(walk.diagnosis.contradictsMessage)
  }

  @Test(arguments: ["AUTHOtherParty", "GActor"])
  func `a page of another party is looked at under the right one first`(id: String) {
    let walk = Self.walk(id)
    #expect(walk.diagnosis.failing == [.idPortenLogin])
    #expect(walk.diagnosis.conclusion.certainty == .likely)
    #expect(Self.ways(walk).first == ["chooseParty"])
  }

  @Test(arguments: ["S16", "S18"])
  func `a party that is known to be wrong is changed before anybody else is sent for`(id: String) {
    let walk = Self.walk(id, [.approverParty: "wrong"])
    #expect(Self.ways(walk).first == ["chooseApproverParty", "mainAdministratorApproves"])
    #expect(walk.advice.actions.map(\.id).first == "chooseApproverParty")
  }

  /// A private person is rare, and stays so where a page that is rare as well has been seen.
  @Test(arguments: [
    ("waiting", "approveRequest"), ("forwarded", "approveRequest"), ("rejected", "askForNewLink"),
    ("expired", "askForNewLink"), ("notFound", "openLinkAgain"),
  ])
  func `what somebody saw of a request is mended, for whomever it is`(
    state: String,
    action: String
  ) {
    let walk = Self.walk(
      Fact.unknown,
      [
        .workFor: Fact.unknown, .programWay: "access", .accessListed: "missing",
        .requestState: state,
      ]
    )
    #expect(Self.ways(walk).first == [action])
    #expect(walk.advice.actions.first?.id == action)
    let reasons = walk.diagnosis[.systemAccess].map { $0.reasons + $0.alternatives } ?? []
    #expect(!reasons.map(\.name).contains("personHasNoAccess"))
  }

  // MARK: - Who acts

  /// Who does the first thing about a message that stands alone, as section 3 of the facts has it.
  private static let acts: [(actor: Actor, messages: [String])] = [
    (.accessManager, ["MP251"]),
    (
      .approver,
      ["S20", "SLinkCut"]
    ),
    (.mainAdministrator, ["S16", "S18", "S53", "S68", "SLackList", "SNotClientAdministrator"]),
    (.clientManager, ["SSomeClients", "AUTHClientLacks"]),
    (.clientSigner, ["SNoClients"]),
    (.clientAdministrator, ["AUTHRemoveClients"]),
    (
      .fullmaktGiver,
      [
        "D3", "D4", "D5", "D6", "D7", "AMNumber", "AMNoConnection", "AMNoConnectionFound",
        "AMPackage", "AMPackageRefused", "AMNotYours", "GLackPackage", "GCannotGive",
        "GPartOfService",
      ]
    ),
    (
      .vendor,
      [
        "S01", "S11", "SChangeRejected", "SChangeExpired", "MP100", "MPGrant", "MPScope",
        "MPToken", "MP250", "AUTHSetup",
        "AUTHPackages", "AUTHRegister", "GLD004", "GLD1063", "GLD021", "NavToken", "NavWords",
        "MPWords", "MPTokenWords",
        "Dialogporten400", "DAS001", "DAS002", "DAS003", "DAS004", "DAS005", "DAS006", "DAS007",
        "OldAddress", "BROProgram",
      ]
    ),
    (
      .serviceOwner,
      [
        "S19", "S69", "S70", "S71", "GOwnerSays", "GServiceGone", "CORecipients", "BROApproval",
        "SigningConfig",
      ]
    ),
    (
      .sender,
      [
        "S02", "S03", "S04", "S14", "S51", "S55", "S66", "SNotEnough",
        "SMissingPermission", "SRequestApproved", "SChangeApproved", "SHigherLevel", "GActor",
        "AUTHOtherParty", "AUTHNumber", "AUTHStep", "AUTHLocked", "GLD019", "GLD1055", "GLD1062",
        "GLDContent", "GLDTemporary", "FOR001", "NavContent", "NavDuplicate", "NavWait", "NavCheck",
        "MvaInvalid", "SMEVB", "SSync", "AltinnTechnical", "Gateway", "Gateway500", "PartyLookup",
        "VirusScan",
      ]
    ),
  ]

  /// Those of which something must be found out before anybody can be told to do anything.
  private static let asks = [
    "SRequestNotFound", "SRequestExpired", "SRequestRejected", "SRequestForwarded", "SNoKeyRole",
    "AUTHPending", "AUTHRefused", "AUTHNoAccess", "SNotApproved", "SClientNotAdded", "SPreset",
    "GNotHere", "GCannotAsk",
    "AppNoRight", "MP303", "AUTHHandled", "AUTHClientUnknown", "AUTHCredentials", "GLD005",
    "GLD1015", "H403", "NavNoAccess", "DialogportenEmpty", "DAS008", "COAccess", "BROAccess",
    "BankID",
  ]

  @Test func `every message tells who acts and where, or what is to be found out first`() {
    let told = Self.acts.flatMap { $0.messages } + Self.asks
    #expect(Set(told).count == told.count)
    #expect(Set(told) == Set(Self.messages.filter { !$0.isSymptom }.map(\.id)))
    for (actor, ids) in Self.acts {
      for id in ids {
        let walk = Self.walk(id)
        guard let action = walk.repairs.first?.actions.first else {
          Issue.record("\(id)")
          continue
        }
        #expect(walk.diagnosis.actor(of: action) == actor, "\(id): \(action.id)")
        for language in Language.allCases {
          let place = Content.embedded.path(action.menuPath, in: language, edition: .altinn3)
          #expect(!place.isEmpty, "\(id): \(action.menuPath)")
        }
      }
    }
    for id in Self.asks {
      let walk = Self.walk(id)
      #expect(walk.repairs.isEmpty && walk.nextQuestion != nil, "\(id)")
    }
  }
}
