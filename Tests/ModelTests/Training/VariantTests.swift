import Model
import TestSupport
import Testing

/// Other callers for the same situation, as a class of which each seat has its own is given.
@Suite struct VariantTests {
  private struct Call {
    let scenario: Scenario
    let faults: [Fault]
    let par: Double

    init?(_ id: ScenarioID, in room: TrainingRoom) {
      guard let scenario = room.draw.scenario(id) else { return nil }
      self.scenario = scenario
      faults = scenario.world.faults(room.engine)
      par = BestWay(room).play(TrainingCall(scenario)).seconds
    }
  }

  @Test(arguments: PortalEdition.allCases)
  func `each caller of one situation has the same faults, and as long a best way within a tenth`(
    edition: PortalEdition
  ) throws {
    let room = try #require(Content.embedded.trainingRoom(of: edition))
    var (different, count) = (0, 0)
    let drawn = (0..<Reliability.count(3, full: 60)).map { "V\($0)" }
    for id in room.names(byHand: ["ULV-48"], drawn: drawn) {
      let own = try #require(Call(id, in: room))
      for variant in [1, 2, 30] {
        let other = try #require(Call(id.with(variant: variant), in: room))
        #expect(other.scenario.id == id.with(variant: variant))
        #expect(other.faults == own.faults && other.scenario.world == own.scenario.world)
        #expect(abs(other.par - own.par) <= own.par / 10, "\(other.scenario.id)")
        #expect(ScenarioProof(other.scenario, in: room).findings == [])
        count += 1
        let (mine, theirs) = (own.scenario, other.scenario)
        if mine.caller != theirs.caller || mine.party != theirs.party { different += 1 }
      }
    }
    // That the words differ too follows from the name.
    #expect(different * 10 >= count * 7, "\(different) of \(count)")
  }

  @Test func `a name with another caller is read as it is written, and nothing else is`() {
    let id = ScenarioID(.altinn2, "6", seed: "ULV-48", variant: 7)
    #expect("\(id)" == "v4/altinn2/6/ULV-48+7" && ScenarioID("\(id)") == id)
    #expect("\(id.with(variant: 0))" == "v4/altinn2/6/ULV-48")
    for text in ["+0", "+100", "+07", "+", "+1+2", "+x"] {
      #expect(ScenarioID("altinn2/6/ULV-48" + text) == nil, "\(text)")
    }
  }
}
