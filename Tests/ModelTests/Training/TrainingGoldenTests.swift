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
    a480f6f7f34082ab e46884404503faab 7870fe6171243635 a83a099a6be0626e 16e5a302c0054c4d
    7e5a6048175ca2e5 55d4eafcaefcb08b 131ae115c883e921 4cb3712cc9df051b 4226604e88f93fc9
    a715448d97324e6d a1885062a9d70117 ec4d4995aa8a8ebb 1cf4b27c8358210c 6124fe4c9b9ed248
    13b769faf99231fe f6b15fd3a9b0c0e bdb6d1070c99913e 467ca80e34fcdb83 e54b5594b6190de7
    67563162341b9e6d d7d988393b54053 32ed2f8a031244c8 9ef270cc9ab46d42 a3845f4c34f3c3b9
    7ec1f47a316fb4f6 e77c596ff6bc0012 3ac6c840ff5916c0 6cb1575a391d8f0e c1da2ac323f652ae
    eed19069c4d4afbd 2741d53cf483136a 11ff814d29dc0125 2c45f364d44dc707 b6d34d2259627423
    7e7aaf7fb080b6d3 9c787d4e56bb0f18 4dfaf882bf127c97 f24e0c359dea188a 4adcf53cb0de69a
    e4277765468cf510 1723cfcfb108013 79e6b43e15afa603 10d35d9e9fd014bc 1eaa5d9b440d2502
    98d655d411c88c08 2ceeeb594938c4db a656f6d678d8bdec a14d1a28efbaa80c 69d4ed13c98b1fa0
    160d5c3fd12c3ced e4a603f9be7f652a a72c82860faadc36 713d9d664119df84 ada56c8e30a8b2c5
    d38e72dfdd45b610 e05924ad196ed683 8a7330cb95ce9e7f 2de7db0f534b6917 e271cc1aee40c58c
    593fd1de1c04828a 19e0743d7fbe9c17 b41ed0f3e965b606 8eb10a6007af7952 f5579bcc86c9a7f7
    c0a2ae0e4b4ede78 18963ac8a3442535 cad34832ee26f236 edad0d3dc911c990 c04bdd096209bbbf
    dac9a3866a011435 6fdca4bba6240c2c 96e74fb66b619611 e67d415558aa894f 9230fdf5ea88543d
    e82f9103e52c3538 f9ee327356d902cc 355c436226c65958 dbbfa62ef138be92 9f862396d436e55f
    a7c3504814ffb9a0 6099e1aa9b36b84c 81b6e90b08fab48c 96ed9492cd699152 f3a2dbf890b98279
    367077d8e213f3c5 865a843ff78e6f6d 50d7a93cefe04eff 95ca2c699482f96f 17d28341fa630d50
    4f90233797df0c75 4e6985529ad6c438 92892740bd082bdd 7dd019cd8a1b00c9 b06a15d53340f98
    9b31022e7e140092 cae1200225afd10a b62b53e198c241de b000d61fae97e385 8c1b1ddf86b9a1a6
    """
}
