import TestSupport
import Testing

@testable import Model

/// The way that was gone, and the best one beside it.
@Suite struct DebriefBesideTests: DrawsCalls {
  @Test(arguments: PortalEdition.allCases)
  func `each step of the best way stands once beside the way gone, in order and by the same step`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    var random = SplitMix("\(edition) beside")
    for id in room.names(byHand: ["A"], drawn: ["B"]) {
      let best = BestWay(room).play(TrainingCall(try #require(room.draw.scenario(id))))
      for begun in [0, best.acts.count / 2, best.acts.count] {
        var call = TrainingCall(best.scenario, playing: best.acts.prefix(begun), in: room)
        while call.acts.count < 20, !call.isOver,
          let act = RandomTrainee.act(call, &random, in: room)
        { call.perform(act, in: room) }
        call.perform(.end(.unsolved), in: room)
        let debrief = Debrief(call, in: room)
        let beside = debrief.beside
        #expect(beside.count == call.acts.count, "\(id)")
        #expect(beside.flatMap(\.self) == Array(debrief.best.acts.indices), "\(id) \(beside)")
        // As far as the best way was gone, each step is beside itself.
        for place in 0..<begun { #expect(beside[place].first == place, "\(id) \(beside)") }
        let taken = call.acts.indices.reduce(0) { $0 + call.secondsTaken(at: $1) }
        #expect(taken == Int(call.seconds), "\(id)")
      }
    }
  }

  @Test func `a detour stands alone, and what was left out beside the step before it`() throws {
    let room = try room(.altinn2)
    let fresh = try call("6")
    let best = BestWay(room).play(fresh).acts
    let place = try #require(best.firstIndex(of: .readBack))
    // A question that changes nothing is put in, and the number is not read back.
    var acts = best
    acts[place] = .ask(.systemPasswordCorrect, .jargon)
    acts.insert(.ask(.systemLocked, .clear), at: place + 1)
    let debrief = Debrief(TrainingCall(fresh.scenario, playing: acts, in: room), in: room)
    let beside = debrief.beside
    #expect(beside[place - 1] == [place - 1] && beside[place] == [place])
    #expect(beside[place + 1].isEmpty && beside[place + 2] == [place + 1], "\(beside)")
    acts = best
    acts.remove(at: place)
    let less = Debrief(TrainingCall(fresh.scenario, playing: acts, in: room), in: room).beside
    #expect(less[place - 1] == [place - 1, place] && less[place] == [place + 1], "\(less)")
  }
}
