import Model
import Store
import TestSupport
import Testing

@Suite struct TrainingLawTests: DrawsCalls {
  @Test(arguments: PortalEdition.allCases)
  func `whoever does anything at all passes no exercise`(edition: PortalEdition) throws {
    let room = try room(edition)
    var random = SplitMix(7)
    var passed = 0
    for exercise in room.table.exercises {
      let fresh = try call(exercise.id, edition)
      let best = BestWay(room).play(fresh)
      for _ in 0..<Reliability.count(6, full: 100) {
        var walk = fresh
        while walk.acts.count < 40, !walk.isOver,
          let act = RandomTrainee.act(walk, &random, in: room)
        { walk.perform(act, in: room) }
        if TrainingScore(walk, best: best, in: room).isPassed { passed += 1 }
      }
    }
    #expect(passed == 0)
  }

  @Test func `sending unchanged four times locks the ID for all, and nobody passes with it`() throws
  {
    let room = try room(.altinn2)
    var call = try call("1")
    call.perform(.ask(.message, .clear), in: room)
    for _ in 0..<4 { call.perform(.lure(.retry), in: room) }
    #expect(call.symptom == "E6" && call.world.faults(room.engine).contains(.systemLocked))
    let ended = BestWay(room).play(call)
    #expect(ended.end == .solved)
    let debrief = Debrief(ended, in: room)
    #expect(debrief.score.breaches == [.retry] && !debrief.score.isPassed)
    #expect(debrief.steps.contains { $0.worth == .dangerous })
  }

  @Test(arguments: PortalEdition.allCases)
  func `nobody passes who promises what only they can do, and nothing comes of the promise`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    var offered: Set<String> = []
    for exercise in room.table.exercises {
      for seed in ["1", "2", "3"] {
        offered.formUnion(room.advice(try self.call(exercise.id, edition, seed: seed)))
      }
      var call = try call(exercise.id, edition)
      let before = call.world
      #expect(call.perform(.lure(.promise), in: room) == .lured(.promise))
      #expect(call.world == before && call.tally.passedTo == nil && !call.isDone)
      let debrief = Debrief(BestWay(room).play(call), in: room)
      #expect(debrief.score.breaches == [.promise] && !debrief.score.isPassed, "\(exercise.id)")
      #expect(debrief.steps[0].worth == .dangerous && debrief.firstDivergence == 0)
    }
    // Each thing that must not be said is among the advice now and then.
    #expect(offered.isSuperset(of: Lure.allCases.map(\.rawValue)), "\(offered)")
  }

  @Test func `what was told before the ID locked is no longer held to be so`() throws {
    let room = try room(.altinn2)
    var call = try call("1")
    for act in [.ask(.message, .clear), .ask(.systemLocked, .clear)] as [TrainingAct] {
      call.perform(act, in: room)
    }
    #expect(call.known[.systemLocked] == Fact.no)
    while call.symptom != "E6", call.acts.count < 10 { call.perform(.lure(.retry), in: room) }
    #expect(call.symptom == "E6" && call.known[.systemLocked] == nil)
    #expect(!room.diagnosis(call).contradictsMessage && BestWay(room).play(call).end == .solved)
  }

  @Test func `advice on a guess finds no cause, and the wrong person does nothing`() throws {
    let room = try room(.altinn2)
    var call = try call("1")
    let advice = BestWay(room).play(call).acts.first {
      if case .advise = $0 { true } else { false }
    }
    guard case .advise(let action, let who, let place)? = advice else {
      Issue.record("no advice")
      return
    }
    #expect(
      call.perform(.advise(action, who: .vendor, place: place), in: room) == .refused(.vendor)
    )
    #expect(call.perform(.advise(action, who: who, place: place), in: room) == .works)
    let score = TrainingScore(call, best: BestWay(room).play(try self.call("1")), in: room)
    #expect(score.points[.cause] == 0 && score.points[.repair, default: 25] < 25)
  }

  @Test func `the debrief says when advice is for the wrong person or the wrong place`() throws {
    let room = try room(.altinn2)
    var call = try call("1")
    let best = BestWay(room).play(call)
    for act in best.acts {
      if case .advise(let action, let who, let place) = act {
        let elsewhere = try #require(room.engine.actions.first { $0.menuPath != place }).menuPath
        call.perform(.advise(action, who: .vendor, place: place), in: room)
        call.perform(.advise(action, who: who, place: elsewhere), in: room)
      }
      call.perform(act, in: room)
    }
    let debrief = Debrief(call, in: room)
    let wrong = debrief.steps.filter { $0.worth != .best }
    #expect(wrong.map(\.worth) == [.wrongWho, .wrongPlace])
    #expect(wrong.allSatisfy { $0.better != nil })
    #expect(
      debrief.firstDivergence
        == best.acts.firstIndex { if case .advise = $0 { true } else { false } }
    )
  }

  @Test func `a number that nobody has said is not read back`() throws {
    let room = try room(.altinn2)
    var call = try call("1")
    #expect(call.perform(.readBack, in: room) == .noParty && !call.tally.hasReadBack)
  }

  @Test func `what callers say of something to approve fits how the request stands`() throws {
    let room = try room(.altinn3)
    var seen: Set<String> = []
    for id in room.names(byHand: ["A", "B", "C"], drawn: (0..<10).map(String.init)) {
      let scenario = try #require(room.draw.scenario(id))
      let facts = scenario.world.facts
      guard facts[.approvalNeeded] == Fact.yes else { continue }
      // The first thing people say speaks of a request that waits, the third of none.
      let waits = ["waiting", "forwarded"].contains(facts[.requestState] ?? "")
      let said = room.table.places(of: .approvalNeeded, saying: Fact.yes, among: 3, in: facts)
      #expect(said == (waits ? [0] : [2]), "\(id)")
      seen.insert(facts[.requestState] ?? "")
    }
    #expect(seen.count > 4, "\(seen)")
  }

  @Test func `the debrief calls the best way best, and another way as quick as good`() throws {
    let room = try room(.altinn2)
    let best = BestWay(room).play(try call("6"))
    let debrief = Debrief(best, in: room)
    #expect(debrief.firstDivergence == nil && debrief.score.sum == 100)
    #expect(debrief.steps.allSatisfy { $0.worth == .best })
    var other = try call("6")
    for act in best.acts.prefix(3) { other.perform(act, in: room) }
    other.perform(.ask(.systemOwner, .clear), in: room)
    other.perform(.ask(.systemLocked, .clear), in: room)
    other = BestWay(room).play(other)
    let steps = Debrief(other, in: room).steps
    #expect(steps[3].worth == .asGood && steps[4].worth == .useless)
    #expect(steps[4].better != nil)
  }

  @Test func `acts and records are read as they were written, and nothing else is`() throws {
    let acts = BestWay(try room(.altinn2)).play(try call("8")).acts
    #expect(acts.map { TrainingAct($0.description) } == acts)
    var record = TrainingRecord()
    let id = ScenarioID(.altinn3, "S1", seed: "3")
    record.add(.init(id, on: Day("2026-12-01"), sum: 84, isPassed: true))
    record.keep(id, acts)
    #expect(TrainingRecord(record.text) == record)
    record.add(.init(id, on: Day("2026-12-02"), sum: 84, isPassed: true, acts: acts))
    #expect(TrainingRecord(record.text)?.attempts.map(\.acts) == [[], acts])
    // Of what is old it is kept how it went, and no more.
    for _ in 0..<60 { record.add(.init(id, on: nil, sum: 84, isPassed: true, acts: acts)) }
    #expect(record.attempts.count { !$0.acts.isEmpty } == 50 && record.attempts.count == 62)
    for text in ["", "VEIT 1\n", "VEIT 2\nx y\n", "VEIT 2\ndone 2026-12-01 altinn9/1/A 3 passed\n"]
    {
      #expect(TrainingRecord(text) == nil, "\(text)")
    }
  }

  @Test func `what is passed comes again later, and what is not at once`() throws {
    let room = try room(.altinn2)
    var record = TrainingRecord()
    func due(_ day: String) -> [Fault] { Repetition.due(room, in: record, on: Day(day)) }
    func play(_ name: String, _ seed: String, _ day: String, _ isPassed: Bool, _ faults: Fault...) {
      let id = ScenarioID(.altinn2, name, seed: seed)
      record.add(.init(id, on: Day(day), sum: 70, isPassed: isPassed, of: faults))
    }
    #expect(due("2026-12-01") == [.wrongPassword, .notRegistered, .systemLocked])
    play("1", "1", "2026-12-01", true, .wrongPassword)
    // What was wrong and is not told, the exercise tells.
    play("2", "1", "2026-12-01", false)
    #expect(due("2026-12-01") == [.systemLocked])
    #expect(due("2026-12-02") == [.wrongPassword, .notRegistered, .systemLocked])
    play("1", "2", "2026-12-02", true, .wrongPassword)
    #expect(!due("2026-12-03").contains(.wrongPassword))
    #expect(due("2026-12-05").first == .notRegistered)
    #expect(Repetition.isLearnt(record.attempts(at: "1", of: .altinn2)))
    // It is the fault that is learnt, in whatever call it was met, and of one Altinn alone.
    play("L4", "1", "2026-12-02", false, .wrongPassword, .ownerRightMissing)
    #expect(due("2026-12-05").prefix(2) == [.wrongPassword, .notRegistered])
    let other = try self.room(.altinn3)
    #expect(Repetition.due(other, in: record, on: Day("2026-12-02")).count == 3)
    #expect(TrainingRecord(record.text) == record)
    #expect(TrainingRecord(record.text)?.attempts.map(\.faults) == record.attempts.map(\.faults))
  }

  @Test(arguments: PortalEdition.allCases)
  func `what callers can have is practised with an exercise, and then with calls drawn for it`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    for row in room.table.faults {
      var record = TrainingRecord()
      let made = room.table.exercises.first { $0.faults.contains(row.fault) }?.id
      let drawn = try #require(room.practice(row.fault))
      let first = Repetition.exercise(for: row.fault, room, in: record)
      #expect(first == made ?? drawn, "\(row.fault)")
      for seed in ["1", "2"] {
        let id = ScenarioID(edition, drawn, seed: seed)
        let scenario = try #require(room.draw.scenario(id), "\(row.fault)")
        #expect(scenario.world.faults(room.engine).contains(row.fault), "\(id)")
        #expect(ScenarioProof(scenario, in: room).findings == [])
        record.add(.init(id, on: nil, sum: 90, isPassed: true, of: [row.fault]))
      }
      #expect(Repetition.exercise(for: row.fault, room, in: record) == drawn, "\(row.fault)")
    }
    #expect(room.draw.scenario(ScenarioID(edition, "P0", seed: "1")) == nil)
    #expect(room.draw.scenario(ScenarioID(edition, "P99", seed: "1")) == nil)
  }

  @Test func `training and cases never share a folder`() throws {
    let folder = try TemporaryFolder()
    let (training, cases) = (folder.file("training"), folder.file("cases"))
    let file = try TrainingFile(at: StoreLocation(directory: training))
    var record = TrainingRecord()
    record.keep(ScenarioID(.altinn2, "1", seed: "1"), [.readBack])
    try file.write(record)
    #expect(try file.read() == record)
    func open(_ path: String) throws {
      let location = StoreLocation(directory: path)
      _ = try SQLiteStore.open(
        at: location,
        now: { Timestamp(rawValue: 0) },
        redact: { text, _ in text }
      )
    }
    #expect(throws: StoreFailure.ofTraining(path: training)) { try open(training) }
    try open(cases)
    #expect(throws: StoreFailure.ofCases(path: cases)) {
      _ = try TrainingFile(at: StoreLocation(directory: cases))
    }
    try file.forget()
    #expect(try file.read() == TrainingRecord())
  }
}
