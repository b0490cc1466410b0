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
    for seed in 0..<Reliability.count(500, full: 10_000) {
      let id = ScenarioID(edition, "L\(level)", seed: "T\(seed)")
      let scenario = try #require(room.draw.scenario(id))
      #expect(ScenarioProof(scenario, in: room).findings == [])
    }
  }
}
