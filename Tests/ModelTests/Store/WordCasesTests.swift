import GRDB
import TestSupport
import Testing

@testable import Model
@testable import Store

/// The cases of a word, which stand together many in a row.
@Suite struct WordCasesTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.open()
  }

  private func found(_ word: String) throws -> [Int64] {
    try store.read { db in
      let condition = SearchCondition(.mark(word), key: [], at: Timestamp(rawValue: 0))
      return try #require(try FoundCases(condition, in: db)).sorted
    }
  }

  @Test func `each case is found by what it has, whatever was saved and deleted`() throws {
    let words = ["nordlys", "sørlys", "lønn", "skatt", "moms", "levering"]
    var random = SplitMix("words of cases")
    var ids: [CaseID] = []
    // More than one row of a word: the numbers begin at 1001, and a row ends before 1024.
    for _ in 0..<40 {
      ids.append(
        try store.create(CaseDraft(flow: "findFault", title: words[random.below(words.count)]))
          .id
      )
    }
    for _ in 0..<200 {
      let place = random.below(ids.count)
      if random.below(10) == 0, ids.count > 5 {
        try store.delete(ids.remove(at: place))
      } else {
        var edited = try store.load(ids[place])
        edited.content.title = words.filter { _ in random.below(3) == 0 }.joined(separator: " ")
        _ = try store.save(edited)
      }
    }
    let kept = try store.read { db in
      try Row.fetchAll(db, sql: "SELECT word, caseID FROM word ORDER BY caseID")
        .reduce(into: [String: [Int64]]()) { $0[$1["word"], default: []].append($1["caseID"]) }
    }
    #expect(kept.keys.count > words.count)
    for (word, cases) in kept { #expect(try found(word) == cases, "\(word)") }
    for word in words where kept[word] == nil { #expect(try found(word).isEmpty, "\(word)") }
    #expect(try store.inspection().complaint == nil)
  }

  @Test func `every number of a row has a sign of its own`() throws {
    try store.write { db in
      try db.execute(
        sql: """
          WITH RECURSIVE numbers (n) AS (
            SELECT 1000 UNION ALL SELECT n + 1 FROM numbers WHERE n < 2999
          )
          INSERT INTO caseFile (id, flow, status, revision, created, updated, lastEvent, title)
          SELECT n, 'findFault', 'open', 1, 0, 0, n, '' FROM numbers;
          INSERT INTO word SELECT id, 'alle' FROM caseFile;
          INSERT INTO word SELECT id, 'oddetall' FROM caseFile WHERE id % 2 ORDER BY id DESC;
          """
      )
    }
    #expect(try found("alle") == Array(1000...2999))
    #expect(try found("oddetall") == (1000...2999).filter { $0 % 2 == 1 })
    try store.write { db in try db.execute(sql: "DELETE FROM word WHERE caseID % 3 = 0") }
    #expect(try found("alle") == (1000...2999).filter { $0 % 3 > 0 })
    #expect(
      try store.read { try Int.fetchOne($0, sql: "SELECT max(length(cases)) FROM wordCases") }
        == 342
    )
  }

  @Test(arguments: [
    "DELETE FROM wordCases WHERE word = 'nordlys'",
    "UPDATE wordCases SET cases = cases || char(300) WHERE word = 'nordlys'",
    "UPDATE wordCases SET run = run + 1 WHERE word = 'nordlys'",
    "INSERT INTO wordCases VALUES ('sørlys', 1, char(300))",
  ])
  func `cases that stand under other words than they have are told of`(change: String) throws {
    _ = try store.create(CaseDraft(flow: "findFault", title: "Nordlys"))
    #expect(try store.inspection().complaint == nil)
    try store.write { try $0.execute(sql: change) }
    #expect(try store.inspection().complaint == "wordCases")
  }

  @Test func `what is damaged among the cases of a word finds none that are not there`() throws {
    let id = try store.create(CaseDraft(flow: "findFault", title: "Nordlys")).id
    try store.write { db in
      try db.execute(
        sql:
          "UPDATE wordCases SET cases = 'a' || char(1000, 1048576, 127) || cases || 'b' WHERE word = 'nordlys'"
      )
    }
    #expect(try store.summaries(matching: "nordlys", limit: 9).allSatisfy { $0.id == id })
  }
}
