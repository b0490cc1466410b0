import Model
import Testing

@Suite struct MessageSearchTests {
  private static func ids(_ words: String, _ edition: PortalEdition = .altinn2) -> [String] {
    Content.embedded.messageSearch.search(words, first: edition).map(\.id)
  }

  @Test(arguments: [
    ("inc sys", "E2"), ("aut rep", "E1"), ("sys inc", "E2"), ("lock out", "E6"),
    ("pin time", "E4"), ("incorect sys", "E2"), ("autorized repo", "E1"),
  ])
  func `the beginnings of words find a message, in any order and with a letter wrong`(
    words: String,
    id: String
  ) {
    #expect(Self.ids(words).first == id)
  }

  @Test func `what fits two messages shows both and settles nothing`() {
    let found = Self.ids("username/password")
    #expect(found.contains("E2") && found.contains("E3"))
  }

  @Test func `a short word is not forgiven, and a word that fits nothing finds nothing`() {
    #expect(!Self.ids("inx sys").contains("E2"))
    #expect(Self.ids("incorrect xyzzy") == [] && Self.ids("  ") == [])
  }

  @Test func `what people say is found in every language, after what reads so`() {
    #expect(Self.ids("systempassord").contains("E2"))
    #expect(Self.ids("auth-00080", .altinn3).first == "AUTHClientLacks")
  }

  @Test func `the messages of the portal at hand come first`() {
    let found = Content.embedded.messageSearch.search("tilgang", first: .altinn3)
    let others = found.drop { $0.edition == .altinn3 }
    #expect(!found.isEmpty && !others.contains { $0.edition == .altinn3 })
  }

  @Test(arguments: PortalEdition.allCases)
  func `nine messages or symptoms of the portal stand first where nothing is counted`(
    edition: PortalEdition
  ) {
    let rows = Commonest.of(edition)
    #expect(rows.count == Commonest.rows && Set(rows).count == rows.count)
    #expect(rows.allSatisfy { Content.embedded.message($0)?.edition == edition })
  }

  @Test func `what is counted most comes first, and equal counts keep the guessed order`() {
    let rows = Commonest.of(.altinn2, counts: ["E4": 7, "E1": 7, "E22": 9, "E2": 0])
    #expect(rows.prefix(4) == ["E22", "E1", "E4", "E2"] && rows.count == Commonest.rows)
  }
}
