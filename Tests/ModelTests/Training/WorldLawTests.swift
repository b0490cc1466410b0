import TestSupport
import Testing

@testable import Model

/// Facts that are tied together stay so: how things are in an exercise is a way they can be, whatever is done in it
/// and whatever happens.
@Suite struct WorldLawTests: DrawsCalls {
  /// What cannot be as it is, by the rows of the portal read a second time: each answer with what it implies.
  private func wrong(_ world: HiddenWorld, in room: TrainingRoom) -> [String] {
    let facts = world.facts
    /// Which answers imply what of which fact.
    var implied: [FieldID: [(by: FieldID, value: String)]] = [:]
    for (fact, value) in facts {
      for (other, must) in room.engine.implied(by: value, of: fact) {
        implied[other, default: []].append((fact, must))
      }
    }
    return implied.flatMap { fact, all -> [String] in
      guard let real = facts[fact] else { return [] }
      // The one that others give way to says how it is, but for what does not give way to it.
      let first = all.first { room.portal.rule(of: $0.by)?.prevails[fact] != nil }
      return (first.map { [$0] } ?? all).filter { tie in
        let giving = room.portal.rule(of: tie.by)?.prevails[fact]
        return tie.value != real && giving?.contains(real) ?? true
      }
      .map { "\($0.by) = \(facts[$0.by] ?? "") without \(fact) = \($0.value)" }
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `no act and no event makes what cannot be`(edition: PortalEdition) throws {
    let room = try room(edition)
    var (changed, count) = (0, 0)
    func check(_ world: HiddenWorld, _ place: String) {
      count += 1
      let found = wrong(world, in: room)
      #expect(found == [], "\(place)")
      #expect(found.isEmpty == world.looseEnds(room.engine).isEmpty, "\(place)")
    }
    let drawn = (0..<Reliability.count(20, full: 1_000)).map { "W\($0)" }
    for id in room.names(byHand: ["A"], drawn: drawn) {
      let start = try #require(room.draw.scenario(id)).world
      check(start, "\(id)")
      // Each action, and after one that did something each once more; so on until all is mended.
      var open = [(world: start, done: [String]())]
      var seen: [[FieldID: String]] = []
      while let (world, done) = open.popLast(), done.count < 4 {
        for event in room.table.events where event.fits(world) {
          var after = world
          after.change(event.facts ?? [:], room.engine)
          check(after, "\(id) \(done) \(event.id)")
        }
        for action in room.engine.actions {
          var after = world
          after.apply(action, room.engine)
          guard after != world else { continue }
          changed += 1
          check(after, "\(id) \(done + [action.id])")
          guard !seen.contains(after.facts) else { continue }
          seen.append(after.facts)
          open.append((after, done + [action.id]))
        }
      }
    }
    #expect(changed > 200 && count > 1_000, "\(changed) of \(count)")
  }

  @Test(arguments: PortalEdition.allCases)
  func `whatever is done, what was honestly said leaves room for how things are`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    var random = SplitMix("\(edition) room")
    var count = 0
    let drawn = (0..<Reliability.count(4, full: 200)).map { "Q\($0)" }
    for id in room.names(byHand: ["A", "B"], drawn: drawn) {
      let scenario = try #require(room.draw.scenario(id))
      guard scenario.caller.belief.isEmpty else { continue }
      var call = TrainingCall(scenario)
      for _ in 0..<24 {
        guard !call.isOver, let act = RandomTrainee.act(call, &random, in: room) else { break }
        call.perform(act, in: room)
        let possible = room.diagnosis(call).possibilities
        count += 1
        #expect(
          possible.allSatisfy { $0.hold(call.world.facts, room.engine) },
          "\(id): \(call.acts)"
        )
      }
    }
    #expect(count > 400, "\(count)")
    // The law knows what leaves none.
    let world = try call(edition == .altinn2 ? "1" : "S1", edition).world.facts
    for (fact, value) in world {
      let others = room.portal.values(of: fact) ?? []
      guard let other = others.first(where: { $0 != value }) else { continue }
      let said = room.engine.diagnose(Facts([fact: other])).possibilities
      let isRead = said.contains { $0.group.facts.contains(fact) }
      #expect(said.allSatisfy { $0.hold(world, room.engine) } == !isRead, "\(fact)")
    }
  }

  @Test func `what somebody lacks who is to approve is not got round by approving`() throws {
    let room = try room(.altinn3)
    for seed in ["A", "B", "C"] {
      var call = try call("S2", .altinn3, seed: seed)
      let before = call.world
      #expect(Set(before.faults(room.engine)) == [.requestWaiting, .approverCannotManage])
      let place = try #require(room.action("approveRequest")).menuPath
      let approve = TrainingAct.advise("approveRequest", who: .accessManager, place: place)
      #expect(call.perform(approve, in: room) == .hindered)
      #expect(call.world == before && !call.hasSucceeded)
      // Once somebody is found who can, it works.
      let ended = BestWay(room).play(call)
      #expect(ended.end == .solved && ended.acts.count { $0 == approve } == 2)
      #expect(ended.world.facts[.approvalNeeded] == Fact.no)
      #expect(ended.world.facts[.approverCanManage] == nil)
    }
  }

  @Test func `an old connection is a way that things can be, whatever the sender does`() throws {
    let room = try room(.altinn3)
    var count = 0
    for seed in ["A", "B", "C"] {
      let id = try #require(room.practice(.oldConnection, seed: seed))
      let scenario = try #require(room.draw.scenario(id))
      let world = scenario.world
      #expect(world.faults(room.engine) == [.oldConnection] && world.looseEnds(room.engine).isEmpty)
      #expect(world.facts[.senderActs] == SenderActs.nothing.rawValue)
      // What one does does not tell of the connection, and the message does.
      var call = TrainingCall(scenario)
      call.perform(.ask(.senderActs, .clear), in: room)
      call.perform(.ask(.senderActs, .clear), in: room)
      #expect(call.known[.programWay] == nil)
      let ended = BestWay(room).play(TrainingCall(scenario))
      #expect(ended.scenario.away.isEmpty == (ended.end == .solved), "\(id)")
      #expect(ScenarioProof(scenario, in: room).findings == [])
      count += ended.replies.contains(.message("YPassword")) ? 1 : 0
    }
    #expect(count == 3)
    // What does give way is still changed.
    var other = try call("S1", .altinn3).world
    other.change([.senderActs: SenderActs.logsIn.rawValue], room.engine)
    #expect(other.facts[.programWay] == ProgramWay.logIn.rawValue)
  }

  @Test func `what follows from a changed fact is changed with it`() throws {
    let room = try room(.altinn3)
    var world = try call("S1", .altinn3).world
    #expect(world.facts[.approvalNeeded] == Fact.yes && world.facts[.accessHoldsNeeded] == nil)
    world.change([.accessListed: AccessListing.listed.rawValue], room.engine)
    // The access holds what it should, so that nothing is left to approve.
    #expect(world.facts[.accessHoldsNeeded] == Fact.yes)
    #expect(world.facts[.approvalNeeded] == Fact.no && world.facts[.approverParty] == nil)
    // What was made by hand must be approved nevertheless.
    world.change([.accessOrigin: AccessOrigin.byHand.rawValue], room.engine)
    #expect(world.facts[.approvalNeeded] == Fact.yes && world.looseEnds(room.engine).isEmpty)
  }
}
