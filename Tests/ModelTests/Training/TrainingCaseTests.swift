import TestSupport
import Testing

@testable import Model

/// What the case of a call in training says and carries, and what the desk's forms make of it.
@Suite struct TrainingCaseTests {
  /// Calls by the best way, up to where they are ended.
  private func calls(
    _ edition: PortalEdition,
    _ body: (_ call: TrainingCall, _ best: TrainingCall, TrainingRoom) throws -> Void
  ) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    let drawn = (0..<Reliability.count(4, full: 100)).map { "C\($0)" }
    for id in room.names(byHand: ["A", "B"], drawn: drawn) {
      let best = BestWay(room).play(TrainingCall(try #require(room.draw.scenario(id))))
      let call = TrainingCall(best.scenario, playing: best.acts.dropLast(2), in: room)
      try body(call, best, room)
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `the best way leaves a case that carries all there is, and ends as the desk ends it`(
    edition: PortalEdition
  ) throws {
    try calls(edition) { call, best, room in
      let about = "\(best.scenario.id) \(best.acts)"
      let lines = call.carried(in: room).union([.followUp])
      #expect(best.acts.suffix(2).first == .note(lines), "\(about)")
      let ways = DeskResult.allCases.filter { call.end(with: $0, in: room) == best.end }
      #expect(!ways.isEmpty && !ways.contains(.notFound), "\(about)")
      if call.hasSucceeded { #expect(ways == [.solvedConfirmed, .solvedUnconfirmed], "\(about)") }
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `the case says what was found out, also once it is mended`(edition: PortalEdition) throws {
    try calls(edition) { call, best, room in
      let walk = call.walk(in: room)
      let about = "\(best.scenario.id)"
      #expect(walk.isCall && walk.answer(.reporteeName)?.value == call.scenario.party, "\(about)")
      #expect(walk.facts[room.portal.message] != nil, "\(about)")
      #expect(!walk.diagnosis.conclusion.causes.isEmpty, "\(about)")
    }
  }

  @Test func `what nobody has found out is in no case`() throws {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let id = ScenarioID(.altinn2, "6", seed: "A")
    var call = TrainingCall(try #require(room.draw.scenario(id)))
    #expect(call.carried(in: room).isEmpty)
    for result in DeskResult.allCases where result.rawValue > 5 {
      #expect(call.end(with: result, in: room) == .unsolved)
    }
    call.perform(.jot([.words]), in: room)
    #expect(call.carried(in: room) == [.words] && call.seconds == 0)
    call.perform(.ask(.reporteeName, .clear), in: room)
    #expect(call.carried(in: room) == [.words, .answered])
  }

  @Test func `advice that was left with the wrong one is in no case`() throws {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let id = ScenarioID(.altinn2, "1", seed: "A")
    let best = BestWay(room).play(TrainingCall(try #require(room.draw.scenario(id))))
    var call = TrainingCall(best.scenario)
    for act in best.acts {
      guard case .advise(let action, _, let place) = act else {
        call.perform(act, in: room)
        continue
      }
      call.perform(.advise(action, who: .vendor, place: place), in: room)
      #expect(call.given.isEmpty && !call.carried(in: room).contains(.who))
      call.perform(act, in: room)
      #expect(call.given.contains(action) && call.carried(in: room).contains(.who))
    }
  }

  @Test func `a call in which a step was told is not learnt`() throws {
    let acts: [[TrainingAct]] = [[.hint(3), .end(.solved)], [.hint(2), .end(.solved)]]
    for (told, isLearnt) in zip(acts, [false, true]) {
      var record = TrainingRecord()
      for (seed, day) in [("1", "2026-12-01"), ("2", "2026-12-02")] {
        let id = ScenarioID(.altinn2, "1", seed: seed)
        record.add(.init(id, on: Day(day), sum: 90, isPassed: true, acts: told))
      }
      #expect(record.learnt.isEmpty != isLearnt)
      // Also when it is kept no longer what was done.
      for seed in 3...60 {
        let id = ScenarioID(.altinn2, "6", seed: "\(seed)")
        record.add(.init(id, on: Day("2026-12-03"), sum: 9, isPassed: false, acts: told))
      }
      let kept = try #require(TrainingRecord(record.text))
      #expect(!kept.attempts[0].isSeen && kept.learnt.isEmpty != isLearnt)
    }
  }

  @Test func `an act is read as it is written, and a word that no form writes is none`() throws {
    for word in ["note:cause:mood", "note:password", "jot:everything"] {
      #expect(TrainingAct(word) == nil, "\(word)")
    }
    #expect(TrainingAct("end:passedOn") == .end(.passedOn))
    for act in [TrainingAct.jot([]), .jot([.words]), .jot([.identity, .words])] {
      #expect(TrainingAct(act.description) == act)
    }
  }

  @Test func `a case in memory follows the rules of the desk, and ends with its call`() throws {
    let moment = Timestamp(rawValue: 60)
    var call = MemoryCall()
    call.note("Før det er en sak", at: moment)
    #expect(call.notes.isEmpty && !call.isLeft && call == MemoryCall())
    call.save(CaseDraft(flow: Flow.findFault(of: .altinn2).id), at: moment)
    call.note("Ringer igjen", at: moment)
    call.perform(.close(Self.closing(.solvedConfirmed)), at: moment)
    // Nobody has seen it.
    #expect(call.outcome == nil && !call.isLeft && call.notes.map(\.text) == ["Ringer igjen"])
    call.perform(.close(Self.closing(.othersMust)), at: moment)
    #expect(call.outcome?.result == .othersMust && call.isLeft)
    call.perform(.hand(to: .second), at: moment)
    #expect(call.outcome?.result == .othersMust)
  }

  @Test func `a point of which the caller has told what is wrong fails, whatever else was asked`()
    throws
  {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn3))
    let id = ScenarioID(.altinn3, "S3", seed: "A")
    var call = TrainingCall(try #require(room.draw.scenario(id)))
    func state(_ call: TrainingCall) -> PointState? {
      call.verdicts(in: room).first { $0.point == .accessContents }?.state
    }
    #expect(state(call) != .failing)
    let place = try #require(room.portal.rule(of: .accessHoldsNeeded)?.menuPath)
    call.perform(.show(.accessHoldsNeeded, at: place), in: room)
    #expect(call.causes(in: room) == [.accessLacksPackage] && state(call) == .failing)
    // Also when it has been mended: it is told as it was found.
    let ended = BestWay(room).play(call)
    #expect(ended.hasSucceeded && state(ended) == .failing)
  }

  @Test func `what was left with the wrong one is no longer in the way once another way led out`()
    throws
  {
    let room = try #require(Content.embedded.trainingRoom(of: .altinn2))
    let id = ScenarioID(.altinn2, "1", seed: "A")
    var call = BestWay(room).play(TrainingCall(try #require(room.draw.scenario(id))))
    let right = try #require(call.tally.advice.last)
    #expect(call.hasSucceeded && call.given == [right.action])
    let left = AdviceMark(
      action: "another",
      who: .vendor,
      isNeeded: true,
      rightWho: false,
      rightPlace: true
    )
    call.tally.advice.insert(left, at: 0)
    #expect(call.given == [right.action] && call.carried(in: room).contains(.who))
    #expect(call.advised.map(\.who) == [right.who])
  }

  private static func closing(_ result: DeskResult) -> Closing {
    let outcome = CallOutcome(edition: .altinn2, result: result)
    return Closing(outcome, Likeness(edition: .altinn2, message: nil))
  }
}
