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

  /// Every code and every number of the official list, also written together and behind a word for a code.
  @Test func `a code is found first when it is typed, whatever stands within it`() throws {
    for id in ["E1", "E2", "E31", "C989", "C30001", "H403", "MP303", "AUTHNoAccess", "R6"] {
      let message = try #require(Content.embedded.message(id))
      let number = id.hasPrefix("E") ? [id] : []
      for code in number + message.codes + message.texts.filter({ $0.count < 12 }) {
        for typed in [code, code.lowercased(), code.replacing("-", with: " ")] {
          #expect(Self.ids(typed, message.edition).first == id, "\(typed)")
        }
      }
    }
    #expect(Self.ids("feilkode 989").first == "C989" && Self.ids("60010").first == "C60001")
    #expect(Self.ids("mp303", .altinn3).first == "MP303")
  }

  @Test(arguments: ["AUTH", "auth-0", "MP", "mp-1", "GLD"])
  func `those whose code begins so stand before those that only have such a word`(typed: String) {
    let wanted = typed.lowercased().filter { $0.isLetter || $0.isNumber }
    func begins(_ id: String) -> Bool {
      let message = Content.embedded.message(id)
      return (message.map { $0.codes + $0.texts } ?? []).contains { text in
        text.contains(where: \.isNumber) && text.split(separator: " ").count == 1
          && text.lowercased().filter { $0.isLetter || $0.isNumber }.hasPrefix(wanted)
      }
    }
    let found = Self.ids(typed, .altinn3)
    #expect(found.first.map(begins) == true, "\(found)")
    let after = found.drop(while: begins).filter {
      Content.embedded.message($0)?.edition == .altinn3
    }
    #expect(!after.contains(where: begins), "\(found)")
  }

  @Test(arguments: PortalEdition.allCases)
  func `a symptom is found by each word it is chosen by, and only in its own portal`(
    edition: PortalEdition
  ) throws {
    for symptom in try Message.catalogue(from: .embedded) where symptom.isSymptom {
      for language in Language.allCases {
        let label = Content.embedded.texts(language)(symptom.symptomKey)
        for word in label.split(whereSeparator: { !$0.isLetter }) {
          let found = Self.ids(String(word), edition)
          #expect(found.contains(symptom.id) == (symptom.edition == edition), "\(word)")
          #expect(Set(found).count == found.count)
        }
      }
    }
  }

  @Test func `what people say is told from what a message says`() throws {
    let search = Content.embedded.messageSearch
    let said = search.hits("systempassord", first: .altinn2).first { $0.message.id == "E2" }
    let read = search.hits("inc sys", first: .altinn2).first { $0.message.id == "E2" }
    #expect(try #require(said).isRead == false)
    #expect(try #require(read).isRead && read?.isWhole == false)
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
