import Model
import TestSupport
import Testing

/// What a name stands for: whoever sends a name to somebody else must get the same call there, and next year.
@Suite struct TrainingGoldenTests {
  /// A call and its best way, as one number (FNV-1a).
  private static func digest(_ id: ScenarioID, in room: TrainingRoom) -> String? {
    guard let scenario = room.draw.scenario(id) else { return nil }
    let best = BestWay(room).play(TrainingCall(scenario))
    let facts = scenario.world.facts.map { "\($0.key)=\($0.value)" }.sorted()
    let caller = scenario.caller.tempers.map(\.rawValue).sorted()
    let patience = scenario.caller.patience.map(String.init) ?? "-"
    let text =
      [
        "\(id)", "\(scenario.level)", facts.joined(separator: " "), caller.joined(separator: " "),
        patience, scenario.party, "\(scenario.world.failedTries)",
      ] + best.acts.map(\.description) + best.replies.map { "\($0)" }
    let hash = text.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return String(hash, radix: 16)
  }

  @Test func `a hundred names stand for what they stood for`() throws {
    var digests: [String] = []
    for edition in PortalEdition.allCases {
      let room = try #require(Content.embedded.trainingRoom(of: edition))
      for level in ScenarioDraw.levels {
        for seed in 1...10 {
          let id = ScenarioID(edition, "L\(level)", seed: "GOLD-\(seed)")
          digests.append(try #require(Self.digest(id, in: room), "\(id)"))
        }
      }
    }
    let golden = Self.golden.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(digests == golden, "now:\n\(digests.joined(separator: " "))")
  }

  /// A change of these changes what people have been handed out: read what differs before writing them down.
  private static let golden = """
    @@
    """
}
