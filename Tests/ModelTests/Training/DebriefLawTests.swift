import TestSupport
import Testing

@testable import Model

/// What a debrief says of a call: each row what it was worth, and each part that lost points by what.
@Suite struct DebriefLawTests: DrawsCalls {
  /// The places of a call by the best way at which advice is given.
  private func advice(_ call: TrainingCall) -> [TrainingAct] {
    call.acts.filter { if case .advise = $0 { true } else { false } }
  }

  /// Asks twice, as one does of somebody who is unclear.
  private func ask(_ fact: FieldID, _ call: inout TrainingCall, in room: TrainingRoom) {
    for _ in 0..<2 where !call.known.isSettled(fact) {
      call.perform(.ask(fact, .clear), in: room)
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `whatever is done, each part that lost points says by what, and no other does`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    var random = SplitMix("\(edition) losses")
    var kinds: Set<Substring> = []
    let drawn = (0..<Reliability.count(2, full: 60)).map { "D\($0)" }
    for id in room.names(byHand: ["A", "B"], drawn: drawn) {
      let fresh = TrainingCall(try #require(room.draw.scenario(id)))
      let best = BestWay(room).play(fresh)
      for third in 0..<3 {
        // Some of the best way, and then anything at all.
        let begun = best.acts.prefix(third * best.acts.count / 3)
        var call = TrainingCall(fresh.scenario, playing: begun, in: room)
        while call.acts.count < 25, !call.isOver,
          let act = RandomTrainee.act(call, &random, in: room)
        { call.perform(act, in: room) }
        call.perform(.end(.solved), in: room)
        let score = TrainingScore(call, best: best, in: room)
        for part in TrainingScore.Part.allCases {
          let losses = score.losses[part, default: []]
          let isLess = score.points[part, default: 0] < part.most
          #expect(isLess == !losses.isEmpty, "\(id) \(part) \(score.points): \(call.acts)")
          for loss in losses { kinds.insert("\(loss)".prefix { $0 != "(" }) }
        }
      }
    }
    #expect(kinds.count > 10, "\(kinds)")
  }

  @Test(arguments: PortalEdition.allCases)
  func `a fault whose fact the caller has told is found, whatever else was not asked`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    var count = 0
    for level in 1...3 {
      for seed in 0..<Reliability.count(12, full: 400) {
        let id = ScenarioID(edition, "L\(level)", seed: "F\(seed)")
        let scenario = try #require(room.draw.scenario(id))
        guard scenario.away.isEmpty, scenario.caller.patience == nil else { continue }
        let fault = try #require(scenario.world.faults(room.engine).first)
        let fact = try #require(room.portal.rule(of: fault)?.shownBy)
        let best = BestWay(room).play(TrainingCall(scenario))
        var call = TrainingCall(scenario)
        ask(room.portal.message, &call, in: room)
        ask(fact, &call, in: room)
        call.perform(.isSeen(fact), in: room)
        if call.known[fact] == nil, let place = room.portal.rule(of: fact)?.menuPath {
          call.perform(.show(fact, at: place), in: room)
        }
        guard call.known[fact] == scenario.world.facts[fact], call.known[fact] != nil else {
          continue
        }
        count += 1
        for act in advice(best) { call.perform(act, in: room) }
        #expect(call.hasSucceeded, "\(id)")
        call.perform(.end(.solved), in: room)
        let debrief = Debrief(call, in: room)
        #expect(debrief.score.points[.cause] == 30, "\(id) \(fact): \(debrief.score.losses)")
        for step in debrief.steps {
          if case .guess = step.worth { Issue.record("\(id): \(step.act)") }
        }
      }
    }
    #expect(count > 8, "\(count)")
  }

  @Test func `advice against what nobody found out is a guess, and the row says of what`() throws {
    let room = try room(.altinn2)
    let cases: [(String, [FieldID], FieldID)] = [
      ("6", [.message, .systemOwner], .ownerRight), ("1", [.message], .systemPasswordCorrect),
      ("1", [], .systemPasswordCorrect), ("5", [.message], .personSignRight),
    ]
    for (name, asked, fact) in cases {
      var scenario = try call(name).scenario
      scenario.caller.patience = nil
      let best = BestWay(room).play(TrainingCall(scenario))
      var call = TrainingCall(scenario)
      for fact in asked { ask(fact, &call, in: room) }
      call.perform(try #require(advice(best).first), in: room)
      #expect(call.hasSucceeded, "\(name)")
      call.perform(.end(.solved), in: room)
      let debrief = Debrief(call, in: room)
      let row = debrief.steps[debrief.steps.count - 2]
      #expect(row.worth == .guess(fact) && row.better != nil, "\(name) \(asked): \(row.worth)")
      #expect(debrief.score.points[.cause] == 0)
      #expect(debrief.score.losses[.cause] == [.notFound(fact)], "\(debrief.score.losses)")
    }
    // Passed on before anybody has heard the message.
    var outside = try call("10")
    let pass = try #require(advice(BestWay(room).play(outside)).first)
    outside.perform(pass, in: room)
    outside.perform(.end(.passedOn), in: room)
    let debrief = Debrief(outside, in: room)
    #expect(debrief.steps[0].worth == .guess(.message) && debrief.score.points[.cause] == 0)
  }

  // MARK: - What is not as good

  @Test(arguments: PortalEdition.allCases)
  func `what comes before there is anything to it is too early, and worth nothing`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    let whole = TrainingAct.note(Set(NoteLine.allCases.filter(\.belongs)))
    for exercise in room.table.exercises {
      let fresh = try call(exercise.id, edition)
      let best = BestWay(room).play(fresh)
      var call = fresh
      for act in [.readBack, .tellBack, whole, .end(.solved)] as [TrainingAct] {
        call.perform(act, in: room)
      }
      let debrief = Debrief(call, in: room)
      #expect(debrief.steps.map(\.worth) == Array(repeating: .early, count: 4), "\(exercise.id)")
      #expect(debrief.steps.allSatisfy { $0.better != nil })
      #expect(debrief.score.points[.note] == 0 && debrief.score.losses[.note] == [.earlyNote])
      #expect(debrief.score.points[.unknowns] == 0)
      // Written once more when there is something to write of, it is a note.
      var late = TrainingCall(fresh.scenario, playing: [whole], in: room)
      late = BestWay(room).play(late)
      #expect(late.acts.count { $0 == whole } == 2)
      #expect(TrainingScore(late, best: best, in: room).sum == 100, "\(exercise.id)")
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `all roles are too wide whether they help or not, and a tone is named`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    var helped = 0
    for exercise in room.table.exercises {
      var call = try call(exercise.id, edition)
      ask(room.portal.message, &call, in: room)
      let place = call.acts.count
      call.perform(.lure(.allRoles), in: room)
      if call.hasSucceeded { helped += 1 }
      call.perform(.end(.solved), in: room)
      let debrief = Debrief(call, in: room)
      #expect(debrief.steps[place].worth == .tooWide && debrief.steps[place].better != nil)
      #expect(debrief.score.points[.repair, default: 25] < 10, "\(exercise.id)")
      let fact = try #require(room.portal.facts.map(\.fact).last { call.world.facts[$0] != nil })
      for tone in [AskingTone.jargon, .blaming] {
        var unkind = try self.call(exercise.id, edition)
        unkind.perform(.ask(fact, tone), in: room)
        unkind.perform(.end(.unsolved), in: room)
        let debrief = Debrief(unkind, in: room)
        #expect(debrief.steps[0].worth == .unkind(tone))
        #expect(debrief.score.losses[.talk]?.contains(.unkind(1)) == true)
      }
    }
    #expect(edition == .altinn3 || helped > 1, "\(helped)")
  }

  @Test func `advice that nothing needs, and advice that is wrong in both, are told apart`() throws
  {
    let room = try room(.altinn2)
    for name in ["1", "4", "8"] {
      let fresh = try call(name)
      let best = BestWay(room).play(fresh)
      guard case .advise(let action, let who, let place)? = advice(best).first else {
        Issue.record("no advice in \(name)")
        continue
      }
      let elsewhere = try #require(room.engine.actions.first { $0.menuPath != place }).menuPath
      let needless = try #require(
        room.engine.actions.first { action in
          !fresh.world.repairs(room.engine).flatMap(\.actions).contains { $0.id == action.id }
        }
      )
      let truth = Facts(fresh.world.facts)
      var call = fresh
      call.perform(.advise(action, who: .serviceOwner, place: elsewhere), in: room)
      call.perform(.advise(action, who: .serviceOwner, place: place), in: room)
      call.perform(.advise(action, who: who, place: elsewhere), in: room)
      call.perform(
        .advise(
          needless.id,
          who: room.portal.actor(of: needless, in: truth),
          place: room.portal.menuPath(of: needless, in: truth)
        ),
        in: room
      )
      call.perform(.end(.unsolved), in: room)
      let worths = Debrief(call, in: room).steps.map(\.worth)
      #expect(worths == [.wrongWhoAndPlace, .wrongWho, .wrongPlace, .needless, .early], "\(name)")
    }
  }

  @Test func `advice that nothing needs is told to be so, whoever it was for`() throws {
    let room = try room(.altinn2)
    var call = try call("1")
    let needed = call.world.needed(room.engine)
    let other = try #require(room.engine.actions.first { !needed.contains($0.id) })
    call.perform(.advise(other.id, who: .serviceOwner, place: "nowhere"), in: room)
    call.perform(.end(.unsolved), in: room)
    #expect(Debrief(call, in: room).steps.first?.worth == .needless)
  }

  @Test func `of advice for the wrong one it is told who is right, whatever else is left to do`()
    throws
  {
    let room = try room(.altinn2)
    for name in ["1", "3", "5"] {
      var call = try call(name)
      let right = try #require(advice(BestWay(room).play(call)).first)
      guard case .advise(let action, _, let place) = right else { continue }
      // Nothing has been asked yet, so that asking would be the best step.
      call.perform(.advise(action, who: .serviceOwner, place: place), in: room)
      #expect(BestWay(room).next(call) != right)
      call.perform(.end(.unsolved), in: room)
      let step = Debrief(call, in: room).steps[0]
      #expect(step.worth == .wrongWho && step.better == right, "\(name): \(step)")
      #expect(step.reason == nil)
    }
  }

  // MARK: - What a caller does not know

  @Test func `what was sent on, passed on or mended need not be found out`() throws {
    let room = try room(.altinn3)
    for seed in ["A", "B", "C", "ULV"] {
      var scenario = try call("S2", .altinn3, seed: seed).scenario
      scenario.caller.patience = nil
      let best = BestWay(room).play(TrainingCall(scenario))
      var call = TrainingCall(scenario)
      ask(.message, &call, in: room)
      call.perform(.ask(.reporteeName, .clear), in: room)
      call.perform(.readBack, in: room)
      // What the best way asks later could change something.
      ask(.requestState, &call, in: room)
      #expect(call.tally.useless == 0, "\(seed)")
      ask(.approverCanManage, &call, in: room)
      #expect(call.tally.unknowns == [.approverCanManage])
      call.perform(try #require(advice(best).first), in: room)
      let ended = BestWay(room).play(call)
      let score = Debrief(ended, in: room).score
      #expect(ended.end == .solved && score.points[.unknowns] == 10, "\(seed) \(score.losses)")
      #expect(score.points[.cause] == 30)
    }
    // Whoever takes over the whole finds out the rest.
    let closed = try self.room(.altinn2)
    var outside = try call("10")
    outside.patience = nil
    ask(.message, &outside, in: closed)
    ask(.systemOwner, &outside, in: closed)
    #expect(outside.tally.unknowns == [.systemOwner])
    outside.perform(try #require(advice(BestWay(closed).play(outside)).first), in: closed)
    #expect(outside.tally.passedTo == .vendor)
    outside.perform(.end(.passedOn), in: closed)
    #expect(Debrief(outside, in: closed).score.points[.unknowns] == 10)
    // Who leaves it at that has done nothing about it.
    var left = try call("6")
    ask(.message, &left, in: closed)
    ask(.ownerRight, &left, in: closed)
    left.perform(.end(.unsolved), in: closed)
    let score = Debrief(left, in: closed).score
    #expect(score.losses[.unknowns] == [.leftUnknown(.ownerRight)])
  }

  // MARK: - Hints

  @Test func `a hint is noted and costs nothing, and an older line is read as it was`() throws {
    let room = try room(.altinn2)
    var call = try call("1")
    while let next = BestWay(room).next(call) {
      for tier in TrainingAct.hintTiers.prefix(call.acts.isEmpty ? 3 : call.acts.count % 3) {
        call.perform(.hint(tier), in: room)
      }
      #expect(next == BestWay(room).next(call))
      call.perform(next, in: room)
    }
    let debrief = Debrief(call, in: room)
    #expect(debrief.score.sum == 100 && debrief.firstDivergence == nil && call.end == .solved)
    let worths = zip(call.acts, debrief.steps).filter { !$0.0.isOwn }.map { $0.1.worth }
    #expect(worths.count { $0 == .told } == call.hints.told && worths.contains(.helped))
    #expect(call.hints.opened > call.hints.told && call.hints.told > 0, "\(call.hints)")
    var record = TrainingRecord()
    record.add(
      .init(call.scenario.id, on: Day("2026-12-01"), sum: 100, isPassed: true, acts: call.acts)
    )
    #expect(TrainingRecord(record.text)?.attempts[0].acts == call.acts)
    let plain = "VEIT 2\ndone 2026-12-01 altinn2/1/A 84 passed ask:message:clear end:solved\n"
    #expect(TrainingRecord(plain)?.attempts.map(\.acts.count) == [2])
    for text in ["hint", "hint:0", "hint:4", "hint:x", "hint:1:2"] {
      #expect(TrainingAct(text) == nil, "\(text)")
    }
  }

  // MARK: - What is kept

  @Test func `a line is worth no more than what was done in it, where that is kept`() throws {
    let best = BestWay(try room(.altinn2)).play(try call("6", seed: "ABC"))
    let acts = best.acts.map(\.description).joined(separator: " ")
    let half = best.acts.dropLast().map(\.description).joined(separator: " ")
    func scored(_ line: String) throws -> TrainingRecord.Attempt {
      let id = best.scenario.id
      let record = try #require(TrainingRecord("VEIT 2\ndone 2026-11-29 \(id) \(line)\n"))
      return record.scored(Content.embedded.trainingRoom).attempts[0]
    }
    for line in ["100 passed end:solved", "100 passed \(half)", "100 passed \(acts) readBack"] {
      let attempt = try scored(line)
      #expect(!attempt.isPassed && attempt.sum < 80, "\(line)")
    }
    #expect(try scored("100 passed \(acts)").isPassed)
    let lines: [(line: String, whole: [TrainingAct]?)] = [
      (acts, best.acts), (half, nil), ("\(acts) readBack", nil), ("", nil),
    ]
    for (line, whole) in lines {
      let again = try scored("100 passed \(line)").replayed(in: room(.altinn2))
      #expect(again?.acts == whole, "\(line)")
    }
    // Nobody is given more than was told, and of what is kept no longer the figures stand.
    let poor = try scored("40 failed \(acts)")
    #expect(!poor.isPassed && poor.sum == 40)
    let old = try scored("90 passed")
    #expect(old.isPassed && old.sum == 90)
  }

  @Test(arguments: PortalEdition.allCases)
  func `what the best way asks later is no detour when it is asked sooner`(edition: PortalEdition)
    throws
  {
    let room = try room(edition)
    var count = 0
    for exercise in room.table.exercises {
      let best = BestWay(room).play(try call(exercise.id, edition))
      for act in best.acts.dropFirst(4) {
        guard case .ask = act else { continue }
        var call = TrainingCall(best.scenario, playing: best.acts.prefix(3), in: room)
        call.perform(act, in: room)
        let worth = Debrief(call, in: room).steps[3].worth
        if case .detour = worth { Issue.record("\(exercise.id) \(act): \(worth)") }
        count += 1
      }
    }
    #expect(count > 5, "\(count)")
  }
}
