import TestSupport
import Testing

@testable import Model

/// What is scored by rule beyond what was found and done: how sure one says one is, and whose words are noted.
@Suite struct ScoreRuleTests: DrawsCalls {
  /// The best way with another note, and something more done before the first advice.
  private func played(
    _ name: String,
    _ edition: PortalEdition = .altinn2,
    before: [TrainingAct] = [],
    noting change: (Set<NoteLine>) -> Set<NoteLine>
  ) throws -> TrainingScore {
    let room = try room(edition)
    let best = BestWay(room).play(try call(name, edition))
    var acts = best.acts.map { act in
      if case .note(let lines) = act { TrainingAct.note(change(lines)) } else { act }
    }
    if let place = acts.firstIndex(where: { if case .advise = $0 { true } else { false } }) {
      acts.insert(contentsOf: before, at: place)
    }
    return TrainingScore(
      TrainingCall(best.scenario, playing: acts, in: room),
      best: best,
      in: room
    )
  }

  @Test func `whoever says confirmed of what nobody has seen loses five points`() throws {
    let sure: (Set<NoteLine>) -> Set<NoteLine> = { $0.union([.confirmed]) }
    let told = try played("1", noting: sure)
    #expect(told.points[.cause] == 25 && told.losses[.cause] == [.tooSure], "\(told.losses)")
    #expect(told.points[.note] == 10 && told.losses[.note] == nil)
    // Where the message itself says so, it is confirmed.
    #expect(try played("3", noting: sure).points[.cause] == 30)
    // Nobody loses by not saying so.
    #expect(try played("1", noting: { $0 }).sum == TrainingScore.full)
  }

  @Test func `whoever says that it was seen to work, and was only told, loses five points`()
    throws
  {
    for (edition, name) in [(PortalEdition.altinn2, "3"), (.altinn2, "6"), (.altinn3, "S3")] {
      let room = try room(edition)
      let best = BestWay(room).play(try call(name, edition))
      func score(lookingFirst: Bool) -> TrainingScore {
        let acts = best.acts.flatMap { act -> [TrainingAct] in
          guard case .note(let lines) = act else { return [act] }
          let note = TrainingAct.note(lines.union([.works]))
          return lookingFirst ? [.isSeen(room.portal.message), note] : [note]
        }
        let call = TrainingCall(best.scenario, playing: acts, in: room)
        return TrainingScore(call, best: best, in: room)
      }
      let told = score(lookingFirst: false)
      #expect(told.sum == 95 && told.losses[.cause] == [.tooSure], "\(name) \(told.losses)")
      #expect(score(lookingFirst: true).sum == TrainingScore.full, "\(name)")
    }
  }

  @Test func `the caller's own words are two points of the talk, and the tone is two`() throws {
    let room = try room(.altinn2)
    let best = BestWay(room).play(try call("1"))
    let acts = best.acts.compactMap { act -> TrainingAct? in
      switch act {
      case .jot: nil
      case .note(let lines): .note(lines.subtracting([.words]))
      default: act
      }
    }
    func score(_ acts: [TrainingAct]) -> TrainingScore {
      TrainingScore(TrainingCall(best.scenario, playing: acts, in: room), best: best, in: room)
    }
    let without = score(acts)
    #expect(without.points[.talk] == 8 && without.losses[.talk] == [.noteLacks(.words)])
    #expect(without.points[.note] == 10)
    for (count, points) in [(1, 9), (2, 8), (3, 8)] {
      let rude = Array(repeating: TrainingAct.ask(.systemLocked, .blaming), count: count)
      #expect(score(rude + best.acts).points[.talk] == points, "\(count)")
    }
    #expect(score(best.acts).points[.talk] == 10)
  }

  @Test func `what is not worth points is no part of the note's sum`() {
    let whole = Set(NoteLine.allCases.filter(\.belongs))
    #expect(whole.contains(.words) && !whole.contains(.confirmed))
    #expect(whole.reduce(0) { $0 + $1.points } == TrainingScore.Part.note.most)
    #expect(TrainingAct("note:confirmed:words") == .note([.words, .confirmed]))
  }

  @Test(arguments: PortalEdition.allCases)
  func `a step that is told to be as good as the best costs nothing in the order`(
    edition: PortalEdition
  ) throws {
    let room = try room(edition)
    var slow = 0
    for exercise in room.table.exercises {
      let best = BestWay(room).play(try call(exercise.id, edition))
      var scenario = best.scenario
      scenario.caller.patience = nil
      var call = TrainingCall(scenario, playing: best.acts.prefix(2), in: room)
      for fact in room.questions(call).reversed().prefix(6) {
        call.perform(.ask(fact, .clear), in: room)
      }
      call = BestWay(room).play(call)
      let check = CallCheck(of: call, in: room)
      let seconds = call.seconds - Double(check.forgiven)
      let score = TrainingScore(call, best: best, in: room)
      for case .slow(let told) in score.losses[.order, default: []] {
        #expect(told == Int(seconds - best.seconds), "\(exercise.id)")
        slow += 1
      }
      guard call.isDone, seconds <= 1.25 * best.seconds else { continue }
      #expect(score.points[.order] == max(0, 15 - 2 * call.tally.useless), "\(exercise.id)")
    }
    #expect(slow > 0)
  }
}
