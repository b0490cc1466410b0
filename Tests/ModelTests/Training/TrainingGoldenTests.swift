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
  private static let version = 4

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
    b68ecf99572ada5a 6f307f4d56ee374a b8a2d3d0f97b436c 1527492f4f9b75ad
    2f6fe5dbb372c597 fe470fc92efddbf3 7c5018ba00eb80f6 4bbfcb66f0ce4d17
    94b7d0c3a083a2e2 8d8314c79f306318 d1006cf65bc89488 abf8ebcd1b19a82
    34d91ad3925b5f42 34b0cc4bdea1aaf 17a7475c25d0dea8 a5ad3a5df15c5baa
    fe3e73fd48b27de9 7200aa31c6583ed1 6a70554221063530 1d7fef69423658de
    81fa94bbe52da10f 147987a47dfeb319 f3e71f2896362dcb d4e4fb48211ae03
    87fce71550ffa6f9 cd88dc549a0236e9 537bb11997e280a9 16e2e97951600e60
    dbe995ab4eae0ae6 d1f85d1b1c6b7be9 b9b0e3c408017a74 72640630f2cbeded
    bb93880a13004a4a bdebddd16d6d9b27 8ae282a81b6c8f87 6713803a361738d9
    9004d7ca15f3bdb2 1b4cf68c1cc1260a 54680b86b1fd6450 463da83cc424f509
    a821e29acb6dcc90 f15463c36f93bd8f e2687bc688772cdd 941747f51470a1f0
    f8ab00dc53a44b27 7f15d461d833dc2d 9e64310878351fdd 4d20da1df6391dad
    e068dd676aca3b01 62ca41dbaa43c329 34f816f7716d8e1a 105a8d40d8aa1b0c
    a11aae4c96d2088a 25fb2962b252dfb9 de7155870fc6ae4e abfe648d8d68420e
    ffd3bca6c4f51d5b ae9567d29739d085 9369cd8f6e19bfc6 86b33ca7bc9fdab7
    f0a980f128daafb3 2ec393e082b06a85 b1e55acc4800432c e060c76ddfec99b3
    b7e60ff63e44206e 644719114a31f38 ee71bb05bb1aab26 a1677ed4f81f0e27
    c41ab4f84cbaa615 dff1bc7c61d7f08b c97e649308e70309 33f194a85a0f97cb
    e2d8bee2e9ba93d9 c205f250f8254510 62907cb2f543ec4c 69ee9768b05b66ae
    99cd23f83bf958cc 3ec0ceb290ce63f0 cfde2656f5baca8a 8496455d7fa9e10c
    321750b934377ec4 eb5ac035acb46788 b9907462586cd502 5ddd9cf299792ed8
    1efb7b4092c5f9c7 3cf3ed2da20d6e65 c67ff186a0f82efb 2e0cca6e9a9cea08
    8b226d23c2ebb638 466c51db85dfa5d8 c20567f844902c89 596fc16445814e4e
    6360eab0eeacb8cc 30266243a6138e72 776b17db9d8d14c5 26f10a2589348245
    41184fcf0116b546 9a0358796b0a18c9 6a6eb71a0efd3a04 9e7faf0af7988fdd
    """
}
