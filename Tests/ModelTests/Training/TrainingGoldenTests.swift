import Model
import TestSupport
import Testing

/// What a name stands for: whoever sends a name to somebody else must get the same call there, and next year.
@Suite struct TrainingGoldenTests {
  /// A call and its best way, as one number.
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
    return String(FNV1a.hash(text.joined(separator: "\n").utf8), radix: 16)
  }

  /// The version of the exercises that the numbers below are of.
  private static let version = 2

  @Test func `a hundred names stand for what they stood for, or have another version`() throws {
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
    #expect(ScenarioID.current == Self.version)
  }

  /// A change of these changes what people have been handed out: read what differs, give ``ScenarioID/current`` the
  /// next number, and write down both.
  private static let golden = """
    b89800afaef35978 e102354757fdaa6c 9c9b1740294f26d6 786a6fd4dfbe4c4f 8bafe9730724f221
    37317b35ebc285d9 5b6f3eb6e803e310 debe5b79bd082fad 91373af53727396c 1c9023db2c19f266
    9ed78554ec81fd0e 8079c0940dfac364 2d5851d791e4b9e4 63d710e04ad64099 79dce490c1b19552
    28a94795b7a40590 67a7631e8a6aa473 bdfcbd4484a998c7 e154cb6770f8d0ca ac789129a7a91a0c
    eaf4aef2168bc7ed 8927b1656bd75147 1cdd9204e8bec675 dc12ba299657afd a7218ff8ce9f115b
    138edb7457ab2357 149d9eca5fabe947 c4c724078a704ea ade34dab27208c98 3bfdef2a7691bbf7
    a6bf31437d644316 4c5a7721221e1fc7 734b8df6d266926c c05f3362a6e07905 a812c55cd5701c9d
    4e1d20652b33a383 a29523e398ecfb58 648aa4592f48dfd0 c232fe6871fdf462 c8afd57f334441ef
    727e418b8e09b162 bedd074a19f15c31 18bf0cdfc8d32eab f920ef39cd4b97b6 cfac6323e1b5f165
    18b4795e03c22b7b db71e6c28ba1cbc7 ea9fc1a6317057 38a1bbff099865af c3ab63a83856a423
    f950d453ba62a2a4 25e0976b2f77e20 bb9cbe176defc854 5fa71b53f2ceac53 7a4e44a0914dda36
    ce0b8949e96a9e1a d892b2e9e2682997 802b2088ec2dc663 fee8434fd750e108 ddfb13f89d8794f8
    6e88436292d81909 4eb3be5833b6f75b d8c88d73c940abca 6c185236301cbaad 1f953117acc6cd44
    26c0f458119b8e58 77d8cc58fbcda8b8 8860e49c2e210a09 394a4d21386e4a47 c4443b03e73af345
    142173013c98cdf3 96b0abd23d708cb7 75c18c04a8a6e8eb 1e0f3682207d0c76 1b3b6539fcfbbb7a
    925c09b4ad7a08ed 5986686e6f5b1dd4 8486deabb7147c2a df51b798272b74 c6a7c269a63c9406
    fa76da69cbda52b0 649351a04f28e312 7694c326c7d0a408 7e86ebed9372fe31 bd5a02dabebec2d5
    dea4e666ee3ef21f 71c15018afc214e1 3e7935d68b94d3e 9ac940d1897e7f7e 970297ea4095472a
    9f8f3564bcfdb047 3a522ae15b6d281c 964bc9d9563ada1e 28190273a2f87263 812165359d947b5f
    af662664ed62c8a8 d56bbc6fca03024 1fce6dc7b26ac747 ff3bdb9fe3f1e22e 504113910a930bef
    """
}
