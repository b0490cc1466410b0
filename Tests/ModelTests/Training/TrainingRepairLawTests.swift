import TestSupport
import Testing

@testable import Model

/// What is advised in training, held against the rules of the portal.
@Suite struct TrainingRepairLawTests {
  /// Exercises made by hand, and some of every level.
  private static func scenarios(of room: TrainingRoom, _ seeds: Int) -> [Scenario] {
    let edition = room.portal.edition
    let made = room.table.exercises.flatMap { exercise in
      ["A", "B", "C"].map { ScenarioID(edition, exercise.id, seed: $0) }
    }
    let drawn = ScenarioDraw.levels.flatMap { level in
      (0..<seeds).map { ScenarioID(edition, "L\(level)", seed: "R\($0)") }
    }
    return (made + drawn).compactMap(room.draw.scenario)
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
    while let place = left.firstIndex(where: { call.world.allows($0) }), !call.isOver {
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
    where scenario.world.outside == nil && scenario.caller.patience == nil {
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
}
