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
    562f82ff2e5c4e78 d925bc26a47a4716 ad89562fb92e20b6 5371fe344881aec6 828df89a4c27a819
    f2066cbcf261286c 8622569f1ad6aea6 1f515742dd065c74 e7a1d49ce9579a62 40f7bc3a13878f23
    7dd9a62b5f00f41d 2d9ca1107b11f6e 43d529c90b4380e7 741368a45633ac10 7772bfe897058b65
    9e3da3e9dbe4ca69 c31475121f71f241 61a1c0720a8e2878 bf226fb632be8361 aec87887b2cb9f9c
    dd5e93121e691 e6f218906f8fce93 754648352b259219 7578b4b0ea0ab63 90677897fb52e3b9
    5bd5303703ff01e df84b4b9638f6a97 2cec3c736cc57278 66fe5d4c01d4e010 5356072602d56ffb
    c252a46a6f7a5835 da70c8dd74ce48ba 994c7cc6d14bc473 878a4ffa66819b16 b70772f29a50f996
    38e4c19868703a06 a82fc9406dd713ef b9aa1814edc8a26f 652228fcdb33af1b fae9b0e3b59bf426
    ee7634b650ce7c80 67e4ba468b26baf dbe405431b109fcb 6390663d48ebabfc 394489336ce66b75
    bd0bf65524d3e064 fdae29b3eb915614 f6d5792aa33f1b84 b93ab11edc09feac c30a6b236d79b69c
    c17096b1d5e40d29 bc3798d26a3e32fd b2600e28162d3f59 95c3bd6295c24cd5 aaec8955660ab459
    703bd2320cd5ed0c fd55cb5ff53e82e3 d8d10e91ef07f77d 56f212729977fb8d 34ac29b3818dcc2f
    a76fe6f2adeed257 3792f0786cca8ce9 b4803f63fa2b5a5d 3cd8ad2f874dfcb3 f06747ac12dbe27d
    38d5a86a30515a2f fd94e893ffb15034 f7d381be1dc5368b db899152688e1843 d0e90d48cba9c47a
    2699afd20613837f f2382aaf82df335f 343a2af0fa421ad6 c383c0b357ce8ae3 8f47910d9ef6fcd9
    7212d02ec34cc75b 2b7b756c44f1ea98 5db6a88ced3aca39 65bc3297f906c267 e189df0595154982
    5464103c2e5639b1 7c48873e5f84e857 73f57a1461ffff56 dfbeb9be8d1985ee fa00c61467ffce22
    648ed013bf7f0ecb d12bb6904702b501 773f79379fbe1789 e40a45240d50c4e5 cea2b08dac1373a1
    2d64751e78edeead 17fe8d149dad24ce 57d88a4cbc8249cb ef7cfeed374a00ba 8fd5fc6b0685811e
    de3f4cc49cb879c7 4478213d66ad1af0 73ee2ba35a61346e b6f3b23c4ec2aae3 cd0b228f0092e61c
    """
}
