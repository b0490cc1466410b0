import TestSupport
import Testing

@testable import Model

/// A name stands for one call for good: those of another version of the exercises are read, and none is played.
@Suite struct VersionTests: DrawsCalls {
  @Test func `a name has the version it is of, and one without is from before`() {
    let id = ScenarioID(.altinn2, "6", seed: "ULV")
    #expect("\(id)" == "v\(ScenarioID.current)/altinn2/6/ULV" && id.isCurrent)
    #expect(ScenarioID("\(id)") == id)
    let old = ScenarioID("altinn2/6/ULV")
    #expect(old?.version == 1 && old?.isCurrent == false && old.map { "\($0)" } == "altinn2/6/ULV")
    #expect(old != id && old?.with(variant: 3).version == 1)
    for text in ["v1/altinn2/6/ULV", "v02/altinn2/6/ULV", "2/altinn2/6/ULV", "v/altinn2/6/ULV"] {
      #expect(ScenarioID(text) == nil, "\(text)")
    }
  }

  @Test func `of another version there is no call, and what is kept of one stands as it was told`()
    throws
  {
    let room = try room(.altinn2)
    let acts = BestWay(room).play(try call("6")).acts
    for version in [1, ScenarioID.current + 1] {
      let id = ScenarioID(.altinn2, "6", seed: "1", version: version)
      #expect(room.draw.scenario(id) == nil && room.draw.scenario(id.with(variant: 2)) == nil)
      var record = TrainingRecord()
      record.add(.init(id, on: nil, sum: 91, isPassed: true, acts: acts))
      #expect(TrainingRecord(record.text) == record)
      let scored = record.scored(Content.embedded.trainingRoom).attempts[0]
      #expect(scored.sum == 91 && scored.isPassed && scored.replayed(in: room) == nil)
    }
    // One of this version is worth what was done in it.
    var record = TrainingRecord()
    let id = ScenarioID(.altinn2, "6", seed: "1")
    record.add(.init(id, on: nil, sum: 91, isPassed: true, acts: [.end(.solved)]))
    #expect(record.scored(Content.embedded.trainingRoom).attempts[0].isPassed == false)
  }

  @Test func `what is drawn does not follow from the version`() throws {
    let room = try room(.altinn2)
    let id = ScenarioID(.altinn2, "6", seed: "ULV", variant: 4)
    #expect(id.words == "altinn2/6/ULV+4")
    #expect(room.draw.scenario(id)?.id == id)
  }
}
