#if PostgreSQL
import Testing

@testable import Model
@testable import ServerStore

/// Searches for several words, which are found in one of two ways.
@Suite struct ServerSearchTests {
  private static let words = [(1, "felles"), (3, "tredel"), (7, "sjudel"), (80, "sjelden")]
  private static let count: Int64 = 420

  /// A store whose cases have each of the words as often as it says, counted by the server.
  private func makeStore() throws -> ServerStore {
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
    for (part, word) in Self.words {
      _ = try owner.ask(
        "INSERT INTO veiviser.word SELECT id, 'a', $1 FROM veiviser.case_file WHERE id % $2::bigint = 0",
        [word, "\(part)"]
      )
    }
    _ = try owner.ask("ANALYZE")
    return try TestServer.laws.open(name, "ola")
  }

  /// The cases that have all words of a text, the newest first.
  private static func fitting(_ text: String, isOpen: Bool) -> [Int64] {
    (1001...1000 + count).reversed().filter { id in
      if isOpen, !id.isMultiple(of: 2) { return false }
      return text.split(separator: " ").allSatisfy { part in
        if part == "\(id)" { return true }
        return words.contains { often, word in
          id.isMultiple(of: Int64(often)) && word.hasPrefix(part)
        }
      }
    }
  }

  @Test func `words are found together or along the cases, and the same cases either way`() throws {
    let store = try makeStore()
    for (text, isTogether) in [
      ("felles tredel", false), ("tredel sjudel", false), ("felles sjelden", true),
      ("sjel fel", true), ("sjudel sjelden tredel", true), ("tredel 1020", true),
      ("felles finnesikke", true), ("sjudel", false), ("", false),
    ] {
      let query = try store.found(by: text)
      #expect(query.condition.contains("MATERIALIZED") == isTogether, "\(text)")
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
}
#endif
