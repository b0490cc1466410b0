import Model
import TestSupport
import Testing

@Suite struct ScenarioTests {
  @Test(arguments: PortalEdition.allCases)
  func `every exercise is sound in each of its variants`(edition: PortalEdition) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    for exercise in room.table.exercises {
      for seed in ["A", "B", "C"] {
        let id = ScenarioID(edition, exercise.id, seed: seed)
        let scenario = try #require(room.draw.scenario(id))
        #expect(ScenarioProof(scenario, in: room).findings == [])
      }
    }
  }

  @Test(arguments: PortalEdition.allCases, ScenarioDraw.levels)
  func `what is drawn is sound`(edition: PortalEdition, level: Int) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    for seed in 0..<Reliability.count(150, full: 10_000) {
      let id = ScenarioID(edition, "L\(level)", seed: "T\(seed)")
      let scenario = try #require(room.draw.scenario(id))
      #expect(ScenarioProof(scenario, in: room).findings == [])
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `every exercise has three callers, no two alike`(edition: PortalEdition) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    #expect(room.table.exercises.count == (edition == .altinn2 ? 10 : 5))
    for exercise in room.table.exercises {
      let callers = Set(exercise.tempers.map { Set($0) })
      #expect(exercise.tempers.count == 3 && callers.count == 3, "\(exercise.id)")
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `once all that is wrong has been told, the best way asks two things more at most`(
    edition: PortalEdition
  ) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    var count = 0
    for exercise in room.table.exercises {
      for seed in ["A", "B", "C"] {
        let id = ScenarioID(edition, exercise.id, seed: seed)
        let scenario = try #require(room.draw.scenario(id))
        let faults = scenario.world.faults(room.engine)
        var left = Set(faults.compactMap { room.portal.rule(of: $0)?.shownBy })
        let best = BestWay(room).play(TrainingCall(scenario))
        var (call, asked) = (TrainingCall(scenario), 0)
        for act in best.acts {
          if left.isEmpty, case .ask = act { asked += 1 }
          call.perform(act, in: room)
          left = left.filter { call.known[$0] != scenario.world.facts[$0] }
        }
        guard left.isEmpty, !faults.isEmpty else { continue }
        count += 1
        #expect(asked <= 2, "\(id): \(best.acts)")
      }
    }
    #expect(count > 5, "\(count)")
  }

  /// Faults that nobody calls about: a private person has no number that may be read back, and no source has a message
  /// of theirs.
  private static let unheard: [PortalEdition: Set<Fault>] = [.altinn3: [.personHasNoAccess]]

  @Test(arguments: PortalEdition.allCases)
  func `every fault that a whole world can have has a caller`(edition: PortalEdition) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    let faults = Set(room.portal.faults.map(\.fault))
    let called = Set(room.table.faults.map(\.fault))
    #expect(faults.subtracting(called) == Self.unheard[edition, default: []])
  }
}
