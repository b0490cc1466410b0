#if PostgreSQL
import Testing

@testable import Model
@testable import ServerStore

/// Searches for several words, which are found in one of two ways.
@Suite struct ServerSearchTests {
  /// Words, with which of how many cases have each.
  private static let words: [(part: Int64, rest: Int64, word: String)] = [
    (1, 0, "felles"), (2, 0, "partall"), (2, 1, "oddetall"), (3, 0, "tredel"), (7, 0, "sjudel"),
    (80, 0, "sjelden"), (60, 0, "sjel"), (13, 0, "sjem"),
  ]
  private static let count: Int64 = 420

  /// A store whose cases have each of the words as often as it says, counted by the server.
  ///
  /// - Parameter meanings: What is found by a word beside what begins so.
  private func makeStore(
    meaning meanings: @escaping @Sendable (String) -> Set<String> = { _ in [] }
  ) throws -> ServerStore {
    let name = TestServer.newName()
    try TestServer.laws.makeStore(name)
    let owner = try TestServer.laws.owner(name)
    _ = try owner.ask(
      """
      INSERT INTO veiviser.case_file (id, revision, created, updated, last_event, content)
      SELECT 1000 + i, 1, 0, 0, i, jsonb_build_object('flow', 'findFault', 'title', 'Sak',
        'status', CASE WHEN i % 2 = 0 THEN 'open' ELSE 'closed' END, 'answers', '[]'::jsonb, 'rounds', '[]'::jsonb)
      FROM generate_series(1, \(Self.count)) AS i
      """
    )
    for (part, rest, word) in Self.words {
      _ = try owner.ask(
        """
        INSERT INTO veiviser.word
        SELECT id, 'a', $1 FROM veiviser.case_file WHERE id % $2::bigint = $3::bigint
        """,
        [word, "\(part)", "\(rest)"]
      )
    }
    _ = try owner.ask("ANALYZE")
    return try ServerStore(
      at: TestServer.laws.address(name, "ola"),
      words: CaseWords(
        parts: { _ in CaseWords.Parts(texts: [], marks: []) },
        meanings: meanings,
        limit: { _ in nil }
      ),
      redact: { text, _ in text }
    )
  }

  /// The cases that have all words of a text, the newest first.
  private static func fitting(_ text: String, isOpen: Bool) -> [Int64] {
    (1001...1000 + count).reversed().filter { id in
      if isOpen, !id.isMultiple(of: 2) { return false }
      return text.split(separator: " ").allSatisfy { part in
        if part == "\(id)" { return true }
        return words.contains { id % $0.part == $0.rest && $0.word.hasPrefix(part) }
      }
    }
  }

  @Test func `words are found together or along the cases, and the same cases either way`() throws {
    let store = try makeStore()
    for (text, isTogether) in [
      ("felles tredel", false), ("tredel sjudel", false), ("felles sjelden", true),
      ("sjel fel", true), ("sjudel sjelden tredel", true), ("tredel 1020", true),
      ("felles tredel sjudel sjem", true), ("sjelden sjem", true), ("sjel sjelden", true),
      ("partall oddetall", true), ("partall felles", false),
      ("felles finnesikke", true), ("sjudel", false), ("sjel", false), ("", false),
    ] {
      let query = try store.found(by: text)
      #expect(query.condition.contains("ARRAY(") == isTogether, "\(text)")
      for statuses in [CaseStatus.allCases, [.open]] {
        let fitting = Self.fitting(text, isOpen: statuses.count == 1)
        let list = try store.summaries(
          matching: text,
          statuses: statuses,
          flows: nil,
          limit: 51,
          offset: 0,
          answers: []
        )
        #expect(list.map(\.id.rawValue) == Array(fitting.prefix(51)), "\(text)")
        let count = try store.count(matching: text, statuses: statuses, flows: nil, upTo: 1000)
        #expect(count == fitting.count, "\(text)")
      }
    }
  }

  @Test func `what a word means is found together with other words`() throws {
    let store = try makeStore { $0 == "ting" ? ["sjudel"] : [] }
    for (text, same) in [
      ("ting sjelden", "sjudel sjelden"), ("sjelden ting tredel", "sjelden sjudel tredel"),
      ("ting 1022", "sjudel 1022"), ("ting 1023", "sjudel 1023"),
    ] {
      #expect(try store.found(by: text).condition.contains("ARRAY("), "\(text)")
      let list = try store.summaries(
        matching: text,
        statuses: CaseStatus.allCases,
        flows: nil,
        limit: 51,
        offset: 0,
        answers: []
      )
      #expect(list.map(\.id.rawValue) == Self.fitting(same, isOpen: false), "\(text)")
    }
  }

  @Test func `the words that begin so are read between two bounds, and held against nothing more`()
    throws
  {
    let store = try makeStore()
    for text in ["sjelden", "felles sjelden", "felles tredel"] {
      let condition = try store.found(by: text).condition
      #expect(!condition.contains("^@"), "\(text)")
    }
    for (prefix, end) in [
      ("bransje3", "bransje4"), ("å", "æ"), ("a\u{D7FF}", "a\u{E000}"), ("a\u{10FFFF}", "b"),
    ] {
      #expect(ServerQuery.end(of: prefix) == end)
    }
    // Nor are other processes begun for it.
    #expect(try store.ask("SHOW parallel_setup_cost").first?.values == ["20000"])
  }
}
#endif
