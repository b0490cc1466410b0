import TestSupport
import Testing

@testable import Model

/// Whoever the catalogue says can act is the right one to be told, by whatever name.
@Suite struct AdviceLawTests: DrawsCalls {
  /// Who else can do what somebody does, by the sources, written a second time: Tilgangsstyring gives on what one holds
  /// (P5, R1), and so does whoever is above them (R4, U1).
  private static let standIns: [Actor: Set<Actor>] = [
    .giver: [.reporteeManager], .approver: [.accessManager, .mainAdministrator],
    .accessManager: [.mainAdministrator], .fullmaktGiver: [.mainAdministrator],
  ]

  /// Whom an action can be laid on, by the entry of the catalogue: those it names, who they turn out to be, and who
  /// can stand in for them.
  private static func right(_ action: Action, in call: TrainingCall) -> Set<Actor> {
    let named = Set([action.by, action.alsoBy].compactMap(\.self))
    // Anybody with a connection to the party may send a request on (U1, T2), and so may who was to approve it.
    let alone: Set<Actor> = action.id == "forwardRequest" ? [.approver] : []
    let all = named.reduce(named) { $0.union(standIns[$1, default: []]) }.union(alone)
    return ofOneFirm(ofOneOwner(ofOneFirm(all, call), call), call)
  }

  /// With whoever the ID is registered on: the sender, the reportee or the firm.
  private static func ofOneOwner(_ all: Set<Actor>, _ call: TrainingCall) -> Set<Actor> {
    switch call.world.facts[.systemOwner].flatMap(Owner.init) {
    case .sender: joined(all, [.ownerManager, .sender])
    case .reportee: joined(all, [.ownerManager, .reporteeManager])
    // The firm too can have an ID where there is none yet.
    case .otherOrganisation, .otherPerson, nil:
      all.contains(.ownerManager) ? all.union([.firmManager]) : all
    }
  }

  /// With the other name of its manager, where the firm one works in is whom it sends for.
  private static func ofOneFirm(_ all: Set<Actor>, _ call: TrainingCall) -> Set<Actor> {
    isOwn(call) ? joined(all, [.firmManager, .reporteeManager]) : all
  }

  /// All of one party, where one of them is among some.
  private static func joined(_ all: Set<Actor>, _ party: Set<Actor>) -> Set<Actor> {
    all.isDisjoint(with: party) ? all : all.union(party)
  }

  /// Whether an ID of the first portal was the sender's or that of whom they send for when the call began.
  private static func isOwn(_ call: TrainingCall) -> Bool {
    let owner = call.scenario.world.all[.systemOwner].flatMap(Owner.init)
    return owner == .reportee || owner == .sender
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
        let right = Self.right(action, in: fresh)
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
        for actor in Self.right(action, in: before) where actor != who {
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
    for who in [Actor.ownerManager, .reporteeManager, .firmManager] {
      var call = try call("3")
      #expect(call.perform(.advise("registerNewID", who: who, place: place), in: room) == .works)
    }
    var call = try call("3")
    let refused = call.perform(.advise("registerNewID", who: .vendor, place: place), in: room)
    #expect(refused == .refused(.vendor))
  }

  @Test func `both names are right for the manager of a firm that sends for itself`() throws {
    let room = try room(.altinn2)
    let drawn = (0..<Reliability.count(12, full: 200)).map { "F\($0)" }
    var (own, apart) = (0, 0)
    for id in room.names(byHand: ["A", "ULV"], drawn: drawn) {
      let call = TrainingCall(try #require(room.draw.scenario(id)))
      for action in room.engine.actions {
        let isRight = room.isRight(.firmManager, for: action, in: call)
        let isSame = isRight == room.isRight(.reporteeManager, for: action, in: call)
        if Self.isOwn(call) {
          #expect(isSame, "\(id) \(action.id)")
          own += isRight ? 1 : 0
        } else {
          apart += isSame ? 0 : 1
        }
      }
    }
    #expect(own > 100 && apart > 100, "\(own) \(apart)")
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
    for who in [Actor.ownerManager, .reporteeManager, .firmManager] {
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

  @Test(arguments: PortalEdition.allCases)
  func `what must not be said is never the first there is to choose`(edition: PortalEdition) throws
  {
    let room = try room(edition)
    let drawn = (0..<Reliability.count(8, full: 100)).map { "L\($0)" }
    for id in room.names(byHand: ["A", "B", "1"], drawn: drawn) {
      var call = TrainingCall(try #require(room.draw.scenario(id)))
      while let next = BestWay(room).next(call), call.acts.count < 40 {
        let offered = room.advice(call)
        #expect(offered.first.flatMap(Lure.init) == nil, "\(id): \(offered)")
        #expect(offered.count { Lure(rawValue: $0) != nil } == 2, "\(id): \(offered)")
        call.perform(next, in: room)
      }
    }
  }
}
