import TestSupport
import Testing

@testable import Model

/// What whoever leads a class lets happen in a call.
@Suite struct TrainingEventTests: DrawsCalls {
  @Test(arguments: PortalEdition.allCases)
  func `whatever happens and whenever, the best way from there is worth all there is`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    let made = room.table.exercises.map { ScenarioID(edition, $0.id, seed: "E") }
    let drawn = ScenarioDraw.levels.flatMap { level in
      (0..<Reliability.count(8, full: 100)).map { ScenarioID(edition, "L\(level)", seed: "E\($0)") }
    }
    var (count, noticed) = (0, Set<String>())
    for id in made + drawn {
      let best = BestWay(room).play(TrainingCall(try #require(room.draw.scenario(id))))
      var random = SplitMix("\(id) places")
      for happening in room.happenings {
        let places = best.acts.indices
        // One of them, or all.
        let some = Reliability.isFull ? Array(places) : [random.below(places.count)]
        for place in some {
          var call = TrainingCall(best.scenario, playing: best.acts.prefix(place), in: room)
          if call.perform(.event(happening), in: room) != .unnoticed {
            noticed.insert(happening.event)
          }
          let diagnosis = room.diagnosis(call)
          #expect(call.symptom == nil || !diagnosis.contradictsMessage, "\(id) \(happening)")
          let real = Set(call.world.faults(room.engine))
          let honest = Set(diagnosis.certainFaults)
          #expect(
            !call.scenario.caller.tempers.isDisjoint(with: [.believes]) || honest.isSubset(of: real)
          )
          let ended = BestWay(room).play(call)
          #expect(ended.isDone, "\(id) \(happening) at \(place)")
          let score = TrainingScore(ended, best: Debrief.best(for: ended, in: room), in: room)
          #expect(
            score.sum == 100 && score.isPassed,
            "\(id) \(happening) at \(place): \(score.points)"
          )
          count += 1
        }
      }
    }
    #expect(count > 150 && noticed.count == room.table.events.count, "\(noticed)")
  }

  @Test func `an ID that gets locked is met at once, and the first fault is there behind it`()
    throws
  {
    let room = try room(.altinn2)
    var call = try call("1")
    for act in [.ask(.message, .clear), .event(Happening("idLocks"))] as [TrainingAct] {
      call.perform(act, in: room)
    }
    #expect(call.replies == [.message("E2"), .happened("E6")])
    #expect(call.tally.arisen == [.systemLocked] && call.symptom == "E6")
    // It is locked already.
    #expect(call.perform(.event(Happening("idLocks")), in: room) == .unnoticed)
    let ended = BestWay(room).play(call)
    #expect(ended.end == .solved && ended.world.faults(room.engine).isEmpty)
    // Nothing happens in another portal that is not among its rows.
    var other = try self.call("S1", .altinn3)
    #expect(other.perform(.event(Happening("idLocks")), in: try self.room(.altinn3)) == .unnoticed)
  }

  @Test func `a program that sends by itself locks the ID at the fourth wrong try`() throws {
    let room = try room(.altinn2)
    var call = try call("1")
    call.perform(.ask(.message, .clear), in: room)
    let before = call.world.failedTries
    var replies: [Reply] = []
    for _ in before..<4 { replies.append(call.perform(.event(Happening("sends")), in: room)) }
    #expect(
      replies.last == .happened("E6") && replies.dropLast().allSatisfy { $0 == .sentByItself }
    )
    // What did it was nothing the trainee said.
    let debrief = Debrief(BestWay(room).play(call), in: room)
    #expect(debrief.score.isPassed && debrief.score.breaches.isEmpty)
  }

  @Test func `who comes back tells and does what had to wait`() throws {
    let room = try room(.altinn2)
    var call = try call("6")
    for actor in room.portal.actors.map(\.actor) {
      call.perform(.event(Happening("away", actor)), in: room)
    }
    let waits = BestWay(room).play(call)
    #expect(waits.end == .waiting)
    for actor in room.portal.actors.map(\.actor) {
      call.perform(.event(Happening("back", actor)), in: room)
    }
    #expect(call.away.isEmpty && BestWay(room).play(call).end == .solved)
    // What only the giver knows the caller passes on, when the giver sits beside.
    #expect(call.perform(.ask(.ownerRight, .clear), in: room) == .told(.ownerRight, Fact.no))
  }

  @Test func `a caller who has to go leaves time for the best way, and not for everything`() throws
  {
    let room = try room(.altinn2)
    var call = try call("4")
    #expect(call.patience == nil)
    #expect(call.perform(.event(Happening("mustGo")), in: room) == .mustGo)
    #expect(BestWay(room).play(call).end == .solved)
    while !call.isOver, call.acts.count < 60 { call.perform(.ask(.personRight, .clear), in: room) }
    #expect(call.hasHungUp)
  }

  @Test func `an event is read as it is written, and what there is not is no act of a portal`()
    throws
  {
    let room = try room(.altinn3)
    for happening in room.happenings {
      let act = TrainingAct.event(happening)
      #expect(TrainingAct("\(act)") == act && room.knows(act))
    }
    for text in ["event", "event:", "event:away:giver:x", "event::giver"] {
      #expect(TrainingAct(text) == nil, "\(text)")
    }
    for text in [
      "event:nothing", "event:away", "event:mustGo:vendor", "event:away:nobody", "event:idLocks",
    ] {
      #expect(TrainingAct(text).map(room.knows) == false, "\(text)")
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `the best way for a whole class has what happened in it, and ends as it must`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    var ends: Set<CallEnd> = []
    for exercise in room.table.exercises {
      let fresh = try call(exercise.id, edition)
      for happening in room.happenings {
        let best = BestWay(room).play(fresh, meeting: [happening])
        #expect(best.acts.contains(.event(happening)), "\(exercise.id) \(happening)")
        #expect(best.isDone && best.end == best.rightEnd, "\(exercise.id) \(happening)")
        if let end = best.end { ends.insert(end) }
      }
    }
    #expect(ends.contains(.waiting), "\(ends)")
  }
}
