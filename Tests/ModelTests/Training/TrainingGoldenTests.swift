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
  private static let version = 3

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
    4bccb2cae6b883b9 7b0caaf948512567 805e218d08b23627 4aac0b1700d6f744 9dbcfb79c9cea0ec
    6f7b3071e70beea 6c102bd1494524b3 9d2c1a12e2879660 af0a3b03989059b5 8647dbe145f27309
    8cbedc7ca73f759d 2c89f0cb5004a02f bd2fbe83d66845bb bc4fc62d0e1dc7be a98d07319cea89b5
    2d7d9cb045a17cd1 1ad5f6189bf69a6a 1a36d2077332d750 ea326eddf7d12c43 4a62e30987870c8d
    d1393139aa4e4782 fbe48bf752209c10 b0f67eea6a0e5e38 2962890566b56e1c 2f8766f004931218
    5270f21964fdac38 77d7e70701a43858 d62aab38e60aee55 835e13a8c60cd46b a6ce20cefe255e90
    3d94c97ad9551459 30f1b8fdafdc8b4 3a2a7c82cd1f8fd1 254f4b1780c6af76 6f4000db92a520c4
    50d0877ad5188d32 293f1645abe3b17f 243a013c4c653857 c2228637541fb2ef a46dc660f0b84916
    4a87ab419bb02bed d0e0f2f183ed6f06 c95106e6f0b58ac0 2b0b3cba55ecf199 8b542da9de2c9528
    c7ce2b3945d983ee c9d8e93ca50f52f4 c31df44fbeb3a0e b90d62f3999de22 b2781006f13688d2
    d12881ad5a92c979 3582cdd60fab37b7 26f2e8fdc4b05eeb d56a90682d6b9a36 9c612d263b5a0963
    c39035a1dcfabec9 46454f05d56e96da d081e5f514c0e0f0 b0adcb7c5f2b017d 39bc105b4e1edfe9
    30000956a165149e b2a0d10608ab60da a084b6fcd55a1fbf e0b8951c21df30e6 67bf7d09ca1e9455
    6f24561f0f4fff4d d197cf646e3b9ab5 b51c83932143947e 1d9186f782a925e bf458e27a2f4977e
    bb47603433d20f06 b97b84ab6bd42d1e d7a597499eccba00 2bf517321c83c0ad 522b9e5a9df006a7
    e12286f7e3ee43df 80cb74b611c260be 8bbf06fdb0aa6183 ed2c83cda798842d 5b3a4bac67a3d9f9
    c48435cf3a2add6b cd03dbacaa62b543 a9ae42ed8f871431 3a7de75000796343 60e539c2ac629cae
    518a73f58ee1f7ca 7c5199494ccaf1d4 7bd84c5bfae0523f 559f4ee825057719 5367142da4831495
    aacf86277d7c4644 4be12cd19bdd732b c9831c6bb22f2d4b e55acd2bbc59f0bf 5f6b6dde7f0ab49f
    efcca175701e32d0 e906bd988357ae89 efbb17e411ce3068 e0f4ca128170a375 d7b6592966f6f97e
    """
}
