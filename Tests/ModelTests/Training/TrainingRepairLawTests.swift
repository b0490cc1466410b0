import TestSupport
import Testing

@testable import Model

/// What is advised in training, held against the rules of the portal.
@Suite struct TrainingRepairLawTests {
  /// Exercises made by hand, and some of every level.
  private static func scenarios(of room: TrainingRoom, _ seeds: Int) -> [Scenario] {
    room.names(byHand: ["A", "B", "C"], drawn: (0..<seeds).map { "R\($0)" })
      .compactMap(room.draw.scenario)
  }

  /// A call that goes the best way up to the first advice, and then does some actions, each where and by whom
  /// it can be done.
  private func call(_ best: TrainingCall, doing actions: [Action], in room: TrainingRoom)
    -> TrainingCall
  {
    let before = best.acts.prefix { if case .advise = $0 { false } else { true } }
    var call = TrainingCall(best.scenario, playing: before, in: room)
    var left = actions
    // One may have to wait for another.
    while let place = left.firstIndex(where: { call.world.allows($0, room.engine) }), !call.isOver {
      let action = left.remove(at: place)
      let truth = Facts(call.world.facts)
      let who = room.portal.actor(of: action, in: truth)
      let path = room.portal.menuPath(of: action, in: truth)
      call.perform(.advise(action.id, who: who, place: path), in: room)
    }
    return call
  }

  @Test(arguments: PortalEdition.allCases)
  func `each smallest repair is worth all there is, and less than it is worth less`(
    edition: PortalEdition
  ) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    var count = 0
    for scenario in Self.scenarios(of: room, Reliability.count(5, full: 200))
    where scenario.world.outside == nil && scenario.caller.patience == nil
      && scenario.away.isEmpty
    {
      let best = BestWay(room).play(TrainingCall(scenario))
      for repair in scenario.world.repairs(room.engine) {
        count += 1
        let ids = repair.actions.map(\.id)
        let whole = call(best, doing: repair.actions, in: room)
        #expect(whole.hasSucceeded, "\(scenario.id) \(ids)")
        let ended = BestWay(room).play(whole)
        let score = TrainingScore(ended, best: best, in: room)
        #expect(score.points[.repair] == 25, "\(scenario.id) \(ids) \(score.points)")
        for left in repair.actions.indices {
          var actions = repair.actions
          actions.remove(at: left)
          var less = call(best, doing: actions, in: room)
          #expect(!less.hasSucceeded, "\(scenario.id) \(ids) without \(ids[left])")
          less.perform(.end(.solved), in: room)
          let points = TrainingScore(less, best: best, in: room).points[.repair, default: 25]
          #expect(points < 25, "\(scenario.id) \(ids) without \(ids[left])")
        }
      }
    }
    #expect(count > 30)
  }

  // MARK: - What mends what

  /// What mends each fault by the sources, written a second time: whatever else is done leaves the fault as it is.
  ///
  /// A lock (P1, F1) opens by itself in an hour, and a new ID works at once. No login and no role opens it.
  private static let remedies: [Fault: Set<String>] = [
    .systemLocked: ["stopAutomaticSendingAndWait", "registerNewID"],
    .notRegistered: ["registerOnReportee", "registerOnFirm", "registerOnSelf"],
    .wrongID: ["correctID"], .wrongPassword: ["setSystemPassword"],
    .minIDUsed: ["useCodeMethod"], .loginPasswordWrong: ["setLoginPassword"],
    .codeExpired: ["orderNewCode"], .mobileWrong: ["setMobileNumber"],
    .loginLocked: ["waitForLogin"], .submissionNotAllowed: ["allowSubmission"],
    .personRightMissing: ["giveSenderRight", "askForAccess", "giveClientRole", "allRoles"],
    .senderOwnerRightMissing: ["giveSenderRight", "askForAccess", "allRoles"],
    .signRightMissing: ["giveSignRight", "letSignerSign", "giveClientRole", "allRoles"],
    .ownerRightMissing: [
      "giveOwnerRight", "clientRegistersAccountant", "registerOnReportee", "registerOnSelf",
      "allRoles",
    ],
    .oldConnection: ["leaveOldConnection"],
    .requestWaiting: ["approveRequest"], .requestForwarded: ["approveRequest"],
    .requestRejected: ["askForNewLink"], .requestExpired: ["askForNewLink"],
    .requestNotFound: ["askForNewLink", "openLinkAgain"],
    .accessMissing: ["connectFromProgram", "createByHand"],
    .accessOfOtherKind: ["requestOtherKind", "addOwnEnterprise"],
    .accessOfOtherParty: ["connectRightParty"],
    .accessLacksPackage: ["askForChange", "approveChange"],
    .approverPartyWrong: ["chooseApproverParty"],
    .approverCannotManage: ["forwardRequest", "letManagerApprove", "findApprover"],
    .approverLacksPackages: ["mainAdministratorApproves", "giveApproverPackage", "allRoles"],
    .clientNotAdded: ["addClient"], .clientAccessLacksPackage: ["newClientAccess"],
    .clientNotOffered: ["clientRegistersFirm", "useRegisteredNumber", "clientGivesPackage"],
    .clientLacksPackage: ["clientGivesPackage", "splitAccess"],
    .loginLevelTooLow: ["useStrongerID"], .noElectronicID: ["getElectronicID"],
    .loginPartyWrong: ["chooseParty"], .loginWindowOld: ["useFreshWindow"],
    .senderFullmaktMissing: [
      "giveSenderFullmakt", "askForFullmakt", "giveClientToEmployee", "allRoles",
    ],
    .oldRoleOnly: ["giveSenderFullmakt", "giveClientToEmployee", "allRoles"],
    .senderCannotSign: ["letRegisterSignerSign", "giveClientToEmployee"],
  ]

  @Test(arguments: PortalEdition.allCases)
  func `nothing mends a call but what mends one of its faults by the sources`(
    edition: PortalEdition
  )
    throws
  {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    var (mended, tried) = (0, 0)
    for scenario in Self.scenarios(of: room, Reliability.count(6, full: 200)) {
      let before = Set(scenario.world.faults(room.engine))
      let allowed = before.reduce(into: Set<String>()) {
        $0.formUnion(Self.remedies[$1, default: []])
      }
      func check(_ name: String, _ act: TrainingAct) {
        var call = TrainingCall(scenario)
        call.perform(act, in: room)
        tried += 1
        let isMended = !before.isSubset(of: call.world.faults(room.engine)) || call.hasSucceeded
        #expect(!isMended || allowed.contains(name), "\(scenario.id): \(name)")
        mended += isMended ? 1 : 0
      }
      let truth = Facts(scenario.world.facts)
      for action in room.engine.actions {
        let who = room.portal.actor(of: action, in: truth)
        let place = room.portal.menuPath(of: action, in: truth)
        check(action.id, .advise(action.id, who: who, place: place))
      }
      for lure in Lure.allCases { check(lure.rawValue, .lure(lure)) }
    }
    #expect(mended > 40 && tried > 1_000, "\(mended) of \(tried)")
  }

  // MARK: - The rights behind the facts

  private static let reportee = Party(id: "310043214", kind: .organisation, name: "Reportee")
  private static let firm = Party(id: "311234560", kind: .organisation, name: "Firm")
  private static let person = Party(id: "person", kind: .person, name: "Person")

  /// What somebody can hold for the reportee: nothing, one thing, or a single right beside it.
  private static func grants(_ service: String) -> [Grant?] {
    let catalogue = Content.embedded.rights
    return [nil, .service(service, [.write]), .service(service, [.sign])]
      + [.service(service, [.write, .sign])]
      + catalogue.registerRoles.entries.map { .registerRole($0.id) }
      + catalogue.roles.entries.map { .role($0.id) }
  }

  private static func model(_ holder: Party, _ grant: Grant?) -> RightsModel {
    RightsModel(
      Content.embedded.rights,
      holdings: grant.map { [Holding(holder, for: reportee, $0)] } ?? []
    )
  }

  @Test func `there are holdings behind the facts of every exercise, by the rules of rights`()
    throws
  {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    var seen: Set<[FieldID: String]> = []
    for scenario in Self.scenarios(of: room, Reliability.count(40, full: 1_000)) {
      let facts = scenario.world.facts
      let rights: [FieldID] = [.personRight, .personSignRight, .personAnyRole, .ownerRight]
      let wanted = facts.filter {
        rights.contains($0.key) || $0.key == .service || $0.key == .systemOwner
      }
      guard seen.insert(wanted).inserted else { continue }
      let service = try #require(facts[.service])
      // Of a service whose roles no source names, the rules cannot say no.
      func says(_ permission: Permission, _ fact: FieldID) -> Bool {
        switch facts[fact] {
        case Fact.yes: permission.outcome == .granted
        case Fact.no: permission.outcome == .notGranted || permission.reason == .rolesNotKnown
        default: true
        }
      }
      let sender = Self.grants(service).contains { grant in
        let model = Self.model(Self.person, grant)
        func may(_ action: RightsAction) -> Permission {
          model.permission(to: action, service: service, holder: Self.person, for: Self.reportee)
        }
        return says(may(.send), .personRight) && says(may(.sign), .personSignRight)
          && says(model.permission(toAsk: Self.person, for: Self.reportee), .personAnyRole)
      }
      #expect(sender, "\(scenario.id) \(wanted)")
      guard facts[.systemOwner] == "otherOrganisation" else { continue }
      let owner = Self.grants(service).contains { grant in
        let model = Self.model(Self.firm, grant)
        let may = model.permission(
          to: .send,
          service: service,
          holder: Self.firm,
          for: Self.reportee
        )
        return says(may, .ownerRight)
      }
      #expect(owner, "\(scenario.id) \(wanted)")
    }
    #expect(seen.count > 8)
  }

  @Test func `whoever is said to give a right can give it, by the rules of rights`() throws {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    for base in room.table.bases {
      let service = try #require(base.facts[.service])
      let model = Self.model(Self.person, .registerRole(.generalManager))
      for rights in [[.write], [.write, .sign]] as [Set<ServiceRight>] {
        let may = model.permission(
          toGive: .service(service, rights),
          giver: Self.person,
          for: Self.reportee
        )
        #expect(may.isGranted, "\(base.id) \(service)")
      }
    }
  }

  // MARK: - The fullmakter behind the facts

  /// What somebody's page in Altinn, and Enhetsregisteret, can say of them: nothing, or one thing.
  private static func holdings(of service: Service) -> [FullmaktStatement] {
    let catalogue = Content.embedded.fullmakter
    var none = FullmaktStatement()
    (none.packages, none.hasSingleService, none.oldRoles) = ([], false, [])
    func with(_ tell: (inout FullmaktStatement) -> Void) -> FullmaktStatement {
      var statement = none
      tell(&statement)
      return statement
    }
    return [none, with { $0.hasSingleService = true }]
      + (service.access?.certainPackages ?? []).map { id in with { $0.packages = [id] } }
      + catalogue.oldRoles.entries.map { role in with { $0.oldRoles = [role.id] } }
      + Content.embedded.rights.registerRoles.entries.map { role in
        with { $0.registerRole = role.id }
      }
  }

  @Test func `there are fullmakter behind the facts of every exercise, by the rules of rights`()
    throws
  {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn3))
    let catalogue = Content.embedded.fullmakter
    let told: [FieldID] = [
      .service, .senderActs, .senderRight, .senderRoleCounts, .senderSignRight,
    ]
    var seen: Set<[FieldID: String]> = []
    for scenario in Self.scenarios(of: room, Reliability.count(40, full: 1_000)) {
      let facts = scenario.world.facts.filter { told.contains($0.key) }
      guard seen.insert(facts).inserted else { continue }
      let service = try #require(facts[.service].flatMap { catalogue.services[$0] })
      let acts = try #require(facts[.senderActs].flatMap(SenderActs.init))
      let isTrue = Self.holdings(of: service).contains { holding in
        var statement = holding
        statement.acts = acts
        (statement.namesService, statement.service) = (true, service)
        // Old roles that no longer count have had their last day.
        let today = facts[.senderRoleCounts] == Fact.no ? Day("2199-01-01") : Day("2026-01-02")
        let verdict = FullmaktReview(catalogue, of: statement, on: today).verdict
        if acts == .signs, let may = facts[.senderSignRight] {
          return may == Fact.yes ? verdict.isHeld : verdict == .lacks(.fullmakt)
        }
        switch (facts[.senderRight], verdict) {
        case (nil, .notLookedAt): return true
        case ("fullmakt", .holds): return true
        // Of a service whose packages no source names, the rules cannot say no.
        case ("none", .lacks(.fullmakt)), ("none", .unknown(.packagesNotCertain)): return true
        // Of a service of which no source says how long, whoever owns it must be asked.
        case ("oldRole", .lacks(.oldRoleEnded)), ("oldRole", .unknown(.oldRoleNotKnown)):
          return facts[.senderRoleCounts] == Fact.no
        case ("oldRole", .oldRole): return facts[.senderRoleCounts] != Fact.no
        default: return false
        }
      }
      #expect(isTrue, "\(scenario.id) \(facts)")
    }
    #expect(seen.count > 4, "\(seen)")
  }

  @Test func `whoever approves or gives a fullmakt can, by the rules of fullmakter`() throws {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn3))
    let catalogue = Content.embedded.fullmakter
    let manager = try #require(catalogue.packages[AccessPackage.accessManager])
    let told: [FieldID] = [.service, .approverCanManage, .approverHoldsAll, .senderRight]
    var (seen, approvals) = (Set<[FieldID: String]>(), 0)
    for scenario in Self.scenarios(of: room, Reliability.count(40, full: 1_000)) {
      let facts = scenario.world.facts.filter { told.contains($0.key) }
      guard seen.insert(facts).inserted else { continue }
      let service = try #require(facts[.service].flatMap { catalogue.services[$0] })
      let enough = (service.access?.certainPackages ?? []).compactMap { catalogue.packages[$0] }
      // What the sender lacks there is somebody to give.
      let isLacking = facts[.senderRight] == SenderRight.none.rawValue && !enough.isEmpty
      #expect(!isLacking || enough.contains { !catalogue.givers(of: $0).isEmpty }, "\(facts)")
      guard let manages = facts[.approverCanManage] else { continue }
      approvals += 1
      let held: [[String]] =
        [[], [manager.id], [AccessPackage.mainAdministrator]]
        + enough.map { [manager.id, $0.id] }
      let isTrue = held.contains { packages in
        var statement = FullmaktStatement()
        (statement.packages, statement.hasSingleService, statement.oldRoles) = (packages, false, [])
        let review = FullmaktReview(catalogue, of: statement, on: nil)
        guard (review.mayGive(manager) == true) == (manages == Fact.yes) else { return false }
        guard manages == Fact.yes, !enough.isEmpty, let all = facts[.approverHoldsAll] else {
          return true
        }
        return enough.contains { review.mayGive($0) == true } == (all == Fact.yes)
      }
      #expect(isTrue, "\(scenario.id) \(facts)")
    }
    #expect(approvals > 2, "\(seen)")
  }
}

extension FullmaktReview.Verdict {
  fileprivate var isHeld: Bool { if case .holds = self { true } else { false } }
}
