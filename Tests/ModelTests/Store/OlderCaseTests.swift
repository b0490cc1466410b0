import Foundation
import GRDB
import TestSupport
import Testing

@testable import Model
@testable import Store

/// A case that an older version kept with what is taken out today.
@Suite struct OlderCaseTests {
  private static let secrets = ["Vinter2024", "01810050019", "hunter2x9", "kari@nord.example"]
  private static let text = "stopp, passord: Vinter2024, fnr 01810050019, e-post kari@nord.example"

  /// A store with such a case, as if written by a version that took nothing out.
  private static func planted(_ folder: TemporaryFolder) throws -> SQLiteStore {
    let old = try folder.open()
    _ = try old.create(
      CaseDraft(
        flow: "findFault",
        status: .waiting,
        title: "passord: hunter2x9",
        due: Day("2026-01-01"),
        answers: [
          StoredAnswer(field: .messageText, answer: Answer(text, source: .message)),
          StoredAnswer(field: .reporteeName, answer: Answer("Ola 01810050019", source: .told)),
          StoredAnswer(field: "an.older.field", answer: Answer(text, source: .told)),
        ]
      )
    )
    _ = try old.addNote(text, to: CaseID(rawValue: 1001))
    try old.close()
    return try folder.open(redact: { Content.embedded.kept($0, in: $1) })
  }

  @Test func `is shown by today's rule wherever it is read`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.planted(folder)
    let id = CaseID(rawValue: 1001)
    let bytes = String(decoding: try folder.bytes(), as: UTF8.self)
    #expect(Self.secrets.allSatisfy { bytes.contains($0) })
    let fields: [FieldID] = [.messageText, .reporteeName, "an.older.field"]
    let day = try #require(Day("2026-12-01"))
    let found = try store.load(id)
    var read: [Any] = [
      found, try store.notes(for: id), RecordReport(found).json,
      try store.summaries(limit: -1, answers: fields), try store.due(on: day, answers: fields),
      try store.summary(of: "findFault", answering: "an.older.field", with: Self.text, except: nil)
        as Any,
    ]
    let stale = Case(
      id: id,
      revision: 0,
      created: found.created,
      updated: found.updated,
      content: found.content
    )
    do {
      _ = try store.save(stale)
    } catch {
      read.append(error)
    }
    #expect(read.count == 7)
    for shown in read {
      #expect(Self.secrets.allSatisfy { !"\(shown)".contains($0) }, "\(shown)")
    }
    #expect(
      found.content.answer(in: .messageText)?.value.hasPrefix("stopp, passord: [***]") == true
    )
  }

  @Test func `is clean on the disk once it is saved again`() throws {
    let folder = try TemporaryFolder()
    let store = try Self.planted(folder)
    _ = try store.save(try store.load(CaseID(rawValue: 1001)))
    let answers = try store.read { db in
      try String.fetchAll(db, sql: "SELECT value FROM answer UNION ALL SELECT title FROM caseFile")
    }
    #expect(Self.secrets.allSatisfy { secret in !answers.contains { $0.contains(secret) } })
  }

  @Test func `is shown so by a store in memory as well`() throws {
    let redact: @Sendable (String, FieldID?) -> String = { Content.embedded.kept($0, in: $1) }
    let old = MemoryCaseStore(now: { Timestamp(rawValue: 0) })
    _ = try old.create(CaseDraft(flow: "findFault", title: "passord: hunter2x9"))
    let store = MemoryCaseStore(now: { Timestamp(rawValue: 0) }, redact: redact)
    store.contents = old.contents
    #expect(try store.load(CaseID(rawValue: 1001)).title == "passord: [***]")
    #expect(try store.summaries(limit: -1).map(\.title) == ["passord: [***]"])
  }
}
