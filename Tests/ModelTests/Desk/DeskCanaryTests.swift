import GRDB
import TestSupport
import Testing

@testable import Model
@testable import Store

/// What must never be kept, in every field of the desk.
@Suite struct DeskCanaryTests {
  @Test func `no secret and no identity number comes into any table, nor into what is counted`()
    throws
  {
    let folder = try TemporaryFolder()
    let content = Content.embedded
    let store = try SQLiteStore.open(
      at: folder.location,
      words: content.caseWords,
      now: { Timestamp(rawValue: 1_795_438_800) },
      redact: { content.kept($0, in: $1) }
    )
    let agent = AgentID(rawValue: 1000)
    var random = Seeded(Reliability.seed)
    var planted: [PlantedText] = []
    for _ in 0..<Reliability.count(20, full: 1_000) {
      let text = PlantedText(using: &random)
      planted.append(text)
      var draft = CaseDraft(flow: "findFault", title: text.text)
      draft.give(Answer(Fact.unknown, source: .message), in: .message)
      draft.give(Answer(text.text, source: .message), in: .messageText)
      let caller = Caller(words: text.text)
      let id = try store.begin(draft, caller, by: agent).id
      _ = try store.addNote(text.text, to: id, by: agent)
      let walk = content.walk(.findFault, resuming: try store.load(id).content)
      let closing = Closing(
        CallOutcome(of: walk, result: .notFound),
        Likeness(of: walk, role: nil)
      )
      _ = try store.perform(.close(closing), on: id, by: agent)
      _ = try store.perform(.reopen, on: id, by: agent)
      _ = try store.describe(caller, of: id)
    }
    for (index, text) in planted.enumerated() {
      for value in try Self.texts(of: 1001 + Int64(index), in: store) {
        let left = text.left(in: value)
        #expect(left == nil, "\(text.shape) left \(left ?? "") in \(value)")
      }
    }
    for shape in try store.shapes(limit: -1) {
      #expect(!shape.shape.text.contains(/[0-9]/))
    }
  }

  /// Every text of a case in every table, the words of the index as one.
  private static func texts(of number: Int64, in store: SQLiteStore) throws -> [String] {
    try store.read { db in
      var found = try String.fetchAll(
        db,
        sql: "SELECT title FROM caseFile WHERE id = ?",
        arguments: [number]
      )
      for table in ["answer", "note", "round", "word", "deskCase", "outcome"] {
        let rows = try Row.fetchAll(
          db,
          sql: "SELECT * FROM \(table) WHERE caseID = ?",
          arguments: [number]
        )
        #expect(!rows.isEmpty, "\(table)")
        let texts = rows.flatMap(\.databaseValues).compactMap { value -> String? in
          if case .string(let text) = value.storage { text } else { nil }
        }
        // What the program itself marks a case with may have letters of anything.
        .filter {
          $0.hasPrefix(":shape:") || !$0.hasPrefix(":") && $0.wholeMatch(of: /[0-9a-f]{16}/) == nil
        }
        found += table == "word" ? [texts.joined(separator: "\n")] : texts
      }
      return found
    }
  }
}
