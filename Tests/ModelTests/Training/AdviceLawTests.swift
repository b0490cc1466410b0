import TestSupport
import Testing

@testable import Model

/// Whoever the catalogue says can act is the right one to be told, by whatever name.
@Suite struct AdviceLawTests: DrawsCalls {
  /// Who else can do what somebody does, by the sources, written a second time: Tilgangsstyring gives on what one holds
  /// (P5, R1), and so does whoever is above them (R4, U1).
  private static let standIns: [Actor: Set<Actor>] = [
    .giver: [.reporteeManager], .approver: [.accessManager, .mainAdministrator],
    .accessManager: [.mainAdministrator],
  ]

  /// Whom an action can be laid on, by the entry of the catalogue: those it names, who they turn out to be, and who
  /// can stand in for them.
  private static func right(_ action: Action, _ facts: [FieldID: String]) -> Set<Actor> {
    let named = Set([action.by, action.alsoBy].compactMap(\.self))
    let all = named.reduce(named) { $0.union(standIns[$1, default: []]) }
    // Whoever the ID is registered on is the sender, the reportee or the firm.
    switch facts[.systemOwner].flatMap(Owner.init) {
    case .sender:
      return all.isDisjoint(with: [.ownerManager, .sender])
        ? all : all.union([.ownerManager, .sender])
    case .reportee:
      return all.isDisjoint(with: [.ownerManager, .reporteeManager])
        ? all : all.union([.ownerManager, .reporteeManager])
    // The firm too can have an ID where there is none yet.
    case .otherOrganisation, .otherPerson, nil:
      return all.contains(.ownerManager) ? all.union([.firmManager]) : all
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `whoever the catalogue says can act is never refused, and all others are`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    var (tried, refused) = (Set<String>(), 0)
    for exercise in room.table.exercises {
      let fresh = try call(exercise.id, edition)
      let truth = Facts(fresh.world.facts)
      for action in room.engine.actions {
        let right = Self.right(action, fresh.world.facts)
        let place = room.portal.menuPath(of: action, in: truth)
        for actor in room.portal.actors.map(\.actor) {
          var call = fresh
          let reply = call.perform(.advise(action.id, who: actor, place: place), in: room)
          #expect(
            (reply == .refused(actor)) == !right.contains(actor),
            "\(exercise.id) \(action.id) \(actor): \(reply)"
          )
          #expect(call.tally.advice.last?.rightWho == right.contains(actor))
          if right.contains(actor) { tried.insert(action.id) } else { refused += 1 }
        }
      }
    }
    #expect(tried == Set(room.engine.actions.map(\.id)) && refused > 1_000)
  }

  @Test(arguments: PortalEdition.allCases)
  func `what is laid on any of them is done, and worth as much`(edition: PortalEdition) throws {
    let room = try room(edition)
    var others = 0
    for id in room.names(
      byHand: ["A"],
      drawn: (0..<Reliability.count(6, full: 100)).map(String.init)
    ) {
      let best = BestWay(room).play(TrainingCall(try #require(room.draw.scenario(id))))
      for (step, act) in best.acts.enumerated() {
        guard case .advise(let name, let who, let place) = act else { continue }
        let action = try #require(room.action(name))
        let before = TrainingCall(best.scenario, playing: best.acts.prefix(step), in: room)
        for actor in Self.right(action, before.world.facts) where actor != who {
          others += 1
          var call = before
          call.perform(.advise(name, who: actor, place: place), in: room)
          #expect(
            call.world
              == TrainingCall(best.scenario, playing: best.acts.prefix(step + 1), in: room).world
          )
          let ended = BestWay(room).play(call)
          let score = TrainingScore(ended, best: best, in: room)
          #expect(score.sum == 100 && score.isPassed, "\(id) \(name) \(actor): \(score.points)")
          #expect(
            Debrief(ended, in: room).steps.allSatisfy { $0.worth == .best || $0.worth == .asGood }
          )
        }
      }
    }
    #expect(others > 6, "\(others)")
  }

  @Test func `whom an ID is registered on may be named so, or by what they are`() throws {
    let room = try room(.altinn2)
    let place = try #require(room.action("registerNewID")).menuPath
    for who in [Actor.ownerManager, .reporteeManager] {
      var call = try call("3")
      #expect(call.perform(.advise("registerNewID", who: who, place: place), in: room) == .works)
    }
    var call = try call("3")
    let refused = call.perform(.advise("registerNewID", who: .firmManager, place: place), in: room)
    #expect(refused == .refused(.firmManager))
  }

  @Test func `of an ID of the firm the firm is told, and stand-ins are somebody there is`() throws {
    let place = try #require(try room(.altinn2).action("setSystemPassword")).menuPath
    for who in [Actor.ownerManager, .firmManager] {
      var call = try call("9")
      let reply = call.perform(
        .advise("setSystemPassword", who: who, place: place),
        in: try room(.altinn2)
      )
      #expect(reply == .next("E1"), "\(who)")
    }
    for edition in PortalEdition.allCases {
      let room = try room(edition)
      let actors = Set(room.portal.actors.map(\.actor))
      for row in room.table.standIns {
        #expect(actors.isSuperset(of: row.by + [row.actor]) && !row.source.isEmpty)
      }
    }
  }

  @Test func `who is asked for what the caller cannot see may be named by what they are too`()
    throws
  {
    let room = try room(.altinn2)
    // An ID that is registered on whom one sends for: its manager is theirs.
    var world = try call("10").scenario
    #expect(world.world.facts[.systemOwner] == Owner.reportee.rawValue)
    world.caller.patience = nil
    for who in [Actor.ownerManager, .reporteeManager] {
      var call = TrainingCall(world)
      call.perform(.ask(.systemIDCorrect, .clear), in: room)
      let reply = call.perform(.wait(.systemIDCorrect, for: who), in: room)
      #expect(reply == .asked(who, .systemIDCorrect, Fact.yes))
    }
    var call = TrainingCall(world)
    #expect(
      call.perform(.wait(.systemIDCorrect, for: .vendor), in: room) == .wrongPerson(.vendor)
    )
  }

  @Test func `who is away is away by whatever name, and whoever is on the line is not`() throws {
    let room = try room(.altinn2)
    let place = try #require(room.action("registerNewID")).menuPath
    for (away, named) in [
      (Actor.ownerManager, Actor.reporteeManager), (.reporteeManager, .ownerManager),
    ] {
      var call = try call("3")
      call.perform(.event(Happening("away", away)), in: room)
      let reply = call.perform(.advise("registerNewID", who: named, place: place), in: room)
      #expect(reply == .awaits(.reporteeManager))
      call.perform(.event(Happening("back", .ownerManager)), in: room)
      #expect(call.away.isEmpty && call.tally.awaits == nil)
    }
    // An ID of the sender's own.
    var own = try call("7")
    #expect(own.world.facts[.systemOwner] == Owner.sender.rawValue)
    #expect(own.perform(.event(Happening("away", .ownerManager)), in: room) == .unnoticed)
    #expect(own.away.isEmpty)
  }
}
