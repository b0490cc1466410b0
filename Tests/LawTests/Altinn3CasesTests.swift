import Model
import TestSupport
import Testing

/// The worked cases of the second portal: what a caller knows, and what must come out of it.
@Suite struct Altinn3CasesTests {
  /// A walk through the search for a fault in the second portal, with these answers.
  private static func walk(
    _ message: String? = nil,
    _ answers: KeyValuePairs<FieldID, String>
  ) -> Walk {
    var walk = Walk(.findFault3, engine: LawPortal.altinn3.engine)
    walk.give(message ?? Fact.unknown, to: .message)
    for (fact, value) in answers { walk.give(value, to: fact) }
    return walk
  }

  private static func reasons(_ walk: Walk, _ point: Point) -> [String] {
    walk.diagnosis[point]?.reasons.map(\.name) ?? []
  }

  private static func state(_ walk: Walk, _ point: Point) -> PointState? {
    walk.diagnosis[point]?.state
  }

  /// What is asked next because it chooses between repairs.
  private static func chooser(_ walk: Walk) -> FieldID? {
    walk.planned.flatMap { $0.reason == .choosesRepair ? $0.fact : nil }
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

  private static func ways(_ walk: Walk) -> [[String]] {
    walk.repairs.map { $0.actions.map(\.id) }
  }

  @Test func `1: no system user and nothing listed is mended by connecting, not by the vendor`() {
    let walk = Self.walk(
      "noSystemUser",
      [
        .programWay: "access", .workFor: "own", .senderActs: "nothing", .accessListed: "missing",
        .requestState: "none",
      ]
    )
    #expect(walk.diagnosis.failing == [.systemAccess])
    #expect(Self.reasons(walk, .systemAccess) == ["accessMissing"])
    #expect(walk.diagnosis.conclusion.causes == ["systemAccess"])
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
    #expect(Self.ways(walk) == [["connectFromProgram"]])
    #expect(Self.chooser(walk) == .programVisible)
    #expect(Self.state(walk, .accessContents) == .blocked)
    #expect(Self.state(walk, .senderRights) == .notApplicable)
    #expect(Self.state(walk, .idPortenLogin) == .notApplicable)
  }

  @Test func `2: no system user though one is listed is the vendor's, and how it was made decides`()
  {
    var walk = Self.walk(
      "noSystemUser",
      [
        .workFor: "own", .senderActs: "nothing", .accessListed: "listed",
        .accessHoldsNeeded: "yes",
      ]
    )
    #expect(Self.state(walk, .systemAccess) == .ok)
    #expect(walk.diagnosis.conclusion.causes == [.vendor])
    #expect(Self.chooser(walk) == .accessOrigin)
    #expect(Self.ways(walk) == [["askVendorAboutAccess"]])
    walk.give("byHand", to: .accessOrigin)
    #expect(Self.ways(walk) == [["replaceHandMade"]])
    walk.give("request", to: .accessOrigin)
    #expect(Self.ways(walk) == [["askVendorAboutAccess"]])
    #expect(walk.planned == nil)
  }

  @Test
  func `3: a request that is not found is looked for under another party before it is renewed`() {
    let walk = Self.walk("notFound", [.workFor: "own", .senderActs: "nothing"])
    #expect(Self.reasons(walk, .systemAccess) == ["requestNotFound"])
    #expect(Self.ways(walk) == [["openLinkAgain"], ["askForNewLink"]])
    #expect(walk.diagnosis.failing == [.systemAccess])
  }

  @Test func `4: an employee who cannot approve sends the request on`() {
    var walk = Self.walk("cannotApprove", [.workFor: "client"])
    #expect(Self.reasons(walk, .approver) == ["approverCannotManage"])
    #expect(Self.chooser(walk) == .approverConnected)
    walk.give("yes", to: .approverConnected)
    #expect(Self.ways(walk).first == ["forwardRequest"])
    walk.give("no", to: .approverConnected)
    #expect(Self.chooser(walk) == .approverKnown)
    walk.give("yes", to: .approverKnown)
    #expect(Self.ways(walk) == [["letManagerApprove"], ["findApprover"]])
  }

  @Test func `5: an access manager without a package lets the main administrator approve`() throws {
    let walk = Self.walk("packages", [.workFor: "own"])
    #expect(Self.reasons(walk, .approver) == ["approverLacksPackages"])
    #expect(Self.ways(walk) == [["mainAdministratorApproves"], ["giveApproverPackage"]])
    let first = try #require(walk.repairs.first?.actions.first)
    #expect(walk.diagnosis.actor(of: first) == .mainAdministrator && first.power == 0)
  }

  @Test func `6: an own access that lacks a package gets a change request, and then one waits`() {
    var walk = Self.walk(
      "notAuthorised",
      [.workFor: "own", .senderActs: "nothing", .accessListed: "listed"]
    )
    #expect(Self.reasons(walk, .accessContents) == ["accessLacksPackage"])
    #expect(Self.chooser(walk) == .changeWaiting)
    walk.give("no", to: .changeWaiting)
    #expect(Self.ways(walk) == [["askForChange"]])
    #expect(walk.repairs.first?.actions.first?.wait == 5)
    walk.give("yes", to: .changeWaiting)
    #expect(Self.ways(walk).first == ["approveChange"])
  }

  @Test
  func `7: a client that is not offered registers the firm or gives the package, and is added`() {
    var walk = Self.walk(
      "notAuthorised",
      [
        .workFor: "client", .senderActs: "nothing", .accessListed: "listed",
        .accessHoldsNeeded: "yes", .clientAdded: "no", .clientOffered: "no",
      ]
    )
    #expect(Self.reasons(walk, .accessContents) == ["clientNotAdded", "clientNotOffered"])
    #expect(Self.chooser(walk) == .clientRelation)
    walk.give("none", to: .clientRelation)
    #expect(
      Set(Self.ways(walk)) == [
        ["clientRegistersFirm", "addClient"], ["clientGivesPackage", "addClient"],
      ]
    )
    walk.give("otherNumber", to: .clientRelation)
    #expect(Self.ways(walk).contains(["useRegisteredNumber", "addClient"]))
  }

  @Test func `8: a client that was left out lacks a package: it gives it, or the access is split`()
  {
    let walk = Self.walk(
      nil,
      [
        .workFor: "client", .senderActs: "nothing", .accessListed: "listed",
        .accessHoldsNeeded: "yes", .clientAdded: "no", .clientOffered: "yes",
        .clientGivesAll: "no",
      ]
    )
    #expect(Self.reasons(walk, .accessContents) == ["clientNotAdded", "clientLacksPackage"])
    #expect(
      Self.ways(walk) == [["clientGivesPackage", "addClient"], ["splitAccess", "addClient"]]
    )
  }

  @Test func `9: an access for clients is never changed: a new one is made`() {
    let walk = Self.walk(
      nil,
      [
        .workFor: "client", .senderActs: "nothing", .accessListed: "listed",
        .accessHoldsNeeded: "no", .changeWaiting: "yes",
      ]
    )
    #expect(Self.reasons(walk, .accessContents) == ["clientAccessLacksPackage"])
    #expect(Self.ways(walk) == [["newClientAccess"]])
  }

  @Test
  func `10: where one logs in with ID-porten no access counts, only the sender and the login`() {
    var walk = Self.walk(nil, [.workFor: "client", .senderActs: "logsIn", .senderRight: "none"])
    #expect(Self.state(walk, .systemAccess) == .notApplicable)
    #expect(Self.state(walk, .accessContents) == .notApplicable)
    #expect(Self.state(walk, .approver) == .notApplicable)
    #expect(Self.reasons(walk, .senderRights) == ["senderFullmaktMissing"])
    #expect(Self.ways(walk).contains(["giveClientToEmployee"]))
    walk.give("fullmakt", to: .senderRight)
    walk.give("wrong", to: .loginParty)
    #expect(walk.diagnosis.failing == [.idPortenLogin])
    #expect(Self.ways(walk) == [["chooseParty"]])
  }

  @Test func `11: a board member whose role was enough before must be given a package`() {
    let walk = Self.walk(nil, [.workFor: "own", .senderActs: "logsIn", .senderRight: "none"])
    #expect(walk.diagnosis.failing == [.senderRights])
    #expect(Self.ways(walk).first == ["giveSenderFullmakt"])
  }

  @Test func `12: one who can give all approves the change; the own login is another matter`() {
    let walk = Self.walk(
      "notAuthorised",
      [
        .workFor: "own", .senderActs: "nothing", .accessListed: "listed",
        .accessHoldsNeeded: "no", .approverCanManage: "yes", .approverHoldsAll: "yes",
        .approverParty: "right",
      ]
    )
    #expect(walk.diagnosis.failing == [.accessContents])
    #expect(Self.state(walk, .approver) == .ok)
    #expect(Self.ways(walk) == [["askForChange"]])
    let own = Self.walk(nil, [.workFor: "own", .senderActs: "logsIn", .senderRight: "none"])
    #expect(Self.ways(own).first == ["giveSenderFullmakt"])
  }

  @Test func `13: the number of a sub-unit is an input to correct, and no point is asked about`() {
    let walk = Self.walk("subUnit", [:])
    #expect(walk.diagnosis.conclusion.causes == [.input])
    #expect(walk.diagnosis.conclusion.certainty == .confirmed)
    #expect(walk.planned == nil)
    #expect(Self.ways(walk) == [["correctNumberSent"]])
  }

  @Test func `14: what lies to be signed has not failed for one who can sign`() {
    var walk = Self.walk(
      nil,
      [
        .workFor: "own", .senderActs: "signs", .accessListed: "listed",
        .accessHoldsNeeded: "yes", .senderSignRight: "yes", .loginMeans: "high",
        .loginParty: "right", .loginWindow: "fresh",
      ]
    )
    #expect(walk.diagnosis.failing.isEmpty)
    #expect(Self.reasons(walk, .senderRights) == ["senderCanSign"])
    #expect(Self.ways(walk) == [["signInAltinn"]])
    walk.give("no", to: .senderSignRight)
    #expect(Self.ways(walk) == [["letRegisterSignerSign"]])
  }

  @Test func `15: a private person has no system access: log in, or use the enterprise's number`() {
    let walk = Self.walk(nil, [.workFor: "person", .programWay: "access"])
    #expect(Self.reasons(walk, .systemAccess) == ["personHasNoAccess"])
    #expect(Self.ways(walk) == [["logInInstead"], ["useEnterpriseNumber"]])
  }

  @Test func `16: a role opens the service until it no longer counts`() {
    var walk = Self.walk(
      nil,
      [.workFor: "own", .senderActs: "logsIn", .senderRight: "oldRole"]
    )
    #expect(Self.state(walk, .senderRights) == .unknown)
    walk.give("yes", to: .senderRoleCounts)
    #expect(Self.reasons(walk, .senderRights) == ["oldRoleCounts"])
    walk.give("no", to: .senderRoleCounts)
    #expect(Self.reasons(walk, .senderRights) == ["oldRoleOnly"])
    #expect(Self.ways(walk) == [["giveSenderFullmakt"]])
  }

  @Test
  func
    `17: a message of the first portal that comes now shows an old connection, and nothing else`()
  {
    var walk = Self.walk("E6", [:])
    #expect(walk.diagnosis.conclusion.causes == [])
    #expect(walk.diagnosis.conclusion.certainty == .open)
    #expect(Self.ways(walk).isEmpty)
    walk.go(toFirst: .recognised)
    _ = walk.take(.comesNow)
    #expect(walk.current.kind == .overview)
    #expect(Self.reasons(walk, .systemAccess) == ["oldConnection"])
    #expect(walk.diagnosis.failing == [.systemAccess])
    #expect(Self.ways(walk) == [["leaveOldConnection"]])
    // From there it is the first case.
    walk.give("own", to: .workFor)
    walk.give("missing", to: .accessListed)
    walk.give("none", to: .requestState)
    #expect(Self.reasons(walk, .systemAccess) == ["oldConnection", "accessMissing"])
    #expect(Self.ways(walk) == [["leaveOldConnection"]])
  }

  @Test func `a message of the first portal says nothing of a cause outside the points either`() {
    for message in Shipped.messages where message.edition == .altinn2 {
      let walk = Self.walk(message.id, [:])
      #expect(!walk.diagnosis.liesOutside && walk.diagnosis.conclusion.causes.isEmpty)
    }
  }

  @Test func `without a known message it is asked first how the program gets in`() {
    var walk = Self.walk(nil, [:])
    #expect(walk.planned?.fact == .programWay && walk.planned?.reason == .tellsPortal)
    walk.give("logIn", to: .programWay)
    #expect(Self.state(walk, .systemAccess) == .notApplicable)
    #expect(Self.state(walk, .approver) == .notApplicable)
    #expect(walk.value(.senderActs) == "logsIn")
    walk.give("password", to: .programWay)
    #expect(Self.reasons(walk, .systemAccess) == ["oldConnection"])
    // A message of this portal tells.
    #expect(Self.walk("noSystemUser", [:]).planned?.fact != .programWay)
  }

  @Test func `the service is asked for where it decides, and before what it must hold`() {
    var walk = Walk(.findFault3, engine: Content.embedded.engine(of: .altinn3))
    walk.give(Fact.unknown, to: .message)
    walk.give(Fact.unknown, to: .programWay)
    walk.give("own", to: .workFor)
    let order = Self.asked(in: walk)
    let told: [FieldID] = [.service, .senderActs, .senderRight]
    #expect(order.filter(told.contains) == told, "\(order)")
    // ID-porten alone, as its owner says.
    walk.give("rf0002", to: .service)
    for point in [Point.systemAccess, .accessContents, .approver] {
      #expect(Self.state(walk, point) == .notApplicable)
    }
    // A system access alone: nobody looks at the sender.
    walk.give("a02", to: .service)
    #expect(Self.state(walk, .senderRights) == .notApplicable)
    #expect(Self.state(walk, .idPortenLogin) == .notApplicable)
    // What only somebody else says, or what must be signed, decides nothing; nor does what nobody knows.
    for service in ["a06", "rr0002", "rr0003", Fact.otherService, Fact.unknown] {
      walk.give(service, to: .service)
      #expect(Self.state(walk, .senderRights) == .unknown, "\(service)")
      #expect(Self.asked(in: walk).contains(.senderActs), "\(service)")
    }
    // An answer is never overridden.
    walk.give("a02", to: .service)
    walk.give("logsIn", to: .senderActs)
    #expect(Self.state(walk, .senderRights) == .unknown)
    // A message about the access itself needs no service.
    #expect(Self.walk("noSystemUser", [.workFor: "own"]).planned?.fact == .senderActs)
    let access = Self.walk(
      "notAuthorised",
      [.workFor: "client", .senderActs: "nothing", .accessListed: "listed"]
    )
    let content = Self.asked(in: access)
    #expect(content.contains(.service))
  }

  @Test func `another message takes back what the last one showed of the program`() {
    var walk = Self.walk("E6", [:])
    walk.go(toFirst: .recognised)
    _ = walk.take(.comesNow)
    #expect(walk.value(.programWay) == "password")
    walk.read("MP-303", with: Content.embedded.recogniser)
    #expect(walk.answer(.programWay) == nil)
    walk.give("password", to: .programWay)
    walk.read("", with: Content.embedded.recogniser)
    #expect(walk.value(.programWay) == "password")
  }

  @Test func `every action of the portal is part of some repair`() {
    let engine = Content.embedded.engine(of: .altinn3)
    var used: Set<String> = []
    func look(_ values: [FieldID: String]) {
      for repair in engine.repairs(for: engine.diagnose(Facts(values))) {
        used.formUnion(repair.actions.map(\.id))
      }
    }
    for message in Shipped.messages { look([.message: message.id]) }
    look([
      .approvalNeeded: "yes", .approverCanManage: "yes", .approverHoldsAll: "yes",
      .approverParty: "right",
    ])
    // What is for a message alone, and what is for the others of its cause.
    look([.message: "GActor", .senderActs: "nothing"])
    look([.message: "YLogin", .senderActs: "nothing"])
    look([.message: "SHigherLevel", .senderActs: "logsIn", .loginMeans: "high"])
    look([
      .workFor: "own", .senderActs: "signs", .accessListed: "listed", .accessHoldsNeeded: "yes",
      .senderSignRight: "yes", .loginMeans: "high", .loginParty: "right", .loginWindow: "fresh",
    ])
    var random = Seeded(20_261_128)
    for _ in 0..<4_000 {
      var values: [FieldID: String] = [:]
      for row in Portal.altinn3.facts {
        // The first word of a fact is the sound one; half of them stand so.
        guard let words = row.values.words, let first = words.first else { continue }
        values[row.fact] = random.int(0...1) == 0 ? random.pick(words) : first
      }
      values[.workFor] = random.pick(WorkFor.allCases).rawValue
      if random.int(0...3) == 0 { values[.message] = random.pick(Shipped.messages).id }
      look(values)
    }
    let all = Set(Shipped.actions.filter { $0.edition == .altinn3 }.map(\.id))
    #expect(!all.isEmpty)
    #expect(all.subtracting(used).sorted() == [])
  }

  @Test func `nothing is mended by approving twice or by one's own number`() {
    let actions = Shipped.actions.filter { $0.edition == .altinn3 }
    #expect(!actions.isEmpty)
    // Whoever approves anew does so for a request that nobody has approved.
    #expect(actions.allSatisfy { $0.requires[.requestState] == nil })
    let approved = Self.walk(
      nil,
      [.workFor: "own", .senderActs: "nothing", .accessListed: "listed", .requestState: "approved"]
    )
    #expect(!Self.ways(approved).joined().contains("approveRequest"))
    #expect(actions.allSatisfy { $0.sets[.workFor] != WorkFor.person.rawValue })
  }

  @Test func `a point in order on either of two grounds names both`() {
    let facts = Facts([.message: "party", .senderRight: "fullmakt", .senderSignRight: "yes"])
    let verdict = LawPortal.altinn3.engine.diagnose(facts)[.senderRights]
    #expect(verdict?.state == .ok && verdict?.reasons == [])
    #expect(verdict?.alternatives == [.ground(.senderHoldsFullmakt), .ground(.senderCanSign)])
  }

  /// Holds that the questions end with every point judged, whatever is answered.
  @Test(arguments: UInt64(0)..<60)
  func `whoever answers every question learns of every point`(seed: UInt64) throws {
    var random = Seeded(seed)
    var walk = Self.walk(nil, [:])
    var asked: Set<FieldID> = []
    while let next = walk.planned {
      #expect(asked.insert(next.fact).inserted, "\(next.fact)")
      walk.give(
        random.pick(Portal.altinn3.values(of: next.fact) ?? ["a02", "rf0002", "rr0002", "other"]),
        to: next.fact
      )
    }
    #expect(walk.diagnosis.verdicts.allSatisfy { $0.state != .unknown })
    #expect(walk.diagnosis.failing.isEmpty || !walk.repairs.isEmpty)
  }
}
