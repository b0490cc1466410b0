import Foundation
import Synchronization
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct ErasureReliability {
  @Test func `of deleted cases no byte remains in any file, and the others are whole`() throws {
    let folder = try TemporaryFolder()
    let day: Int64 = 86_400
    let clock = Mutex(Timestamp(rawValue: 20_000 * day))
    let store = try SQLiteStore.open(
      at: folder.location,
      now: { clock.withLock { $0 } },
      redact: { text, _ in text }
    )
    var generator = Seeded(Reliability.seed)
    var cases: [Case] = []
    for number in 0..<Reliability.count(200, full: 500) {
      var draft = CaseDraft(flow: "findFault", title: "Person<\(number)> tittel")
      let filling = String(repeating: "-", count: Int.random(in: 0..<300, using: &generator))
      draft.give(Answer("Svar<\(number)>\(filling)", source: .told), in: "free")
      cases.append(try store.create(draft))
    }
    // Rows that grow and shrink make SQLite move others about within and between pages.
    for index in cases.indices {
      let filling = String(repeating: "+", count: Int.random(in: 0..<300, using: &generator))
      cases[index].content.give(Answer("Nytt<\(index)>\(filling)", source: .told), in: "free")
      cases[index] = try store.save(cases[index])
      _ = try store.addNote("Notat<\(index)>", to: cases[index].id)
    }
    let erased = cases.enumerated().filter { $0.offset % 2 == 0 }
    // Half of them by hand, the others because their time is up.
    let byHand = erased.filter { $0.offset % 4 == 0 }.map(\.element.id)
    let old = erased.filter { $0.offset % 4 == 2 }.map(\.element.id)
    for id in old {
      var closed = try store.load(id)
      closed.content.status = .closed
      _ = try store.save(closed)
    }
    try store.delete(byHand)
    clock.withLock { $0 = Timestamp(rawValue: 20_010 * day) }
    let rules = Content.embedded.retention.closedOnly(after: 9)
    let planned = try store.purge(rules, dryRun: true)
    let report = try store.purge(rules)
    #expect(report.deleted == ["findFault": old.map(\.rawValue)])
    #expect(planned.deleted == report.deleted)

    var everything = Data()
    for name in try folder.names() {
      everything += try Data(contentsOf: URL(filePath: folder.location.directory + "/" + name))
    }
    for (number, _) in erased {
      for word in ["Person<", "person<", "Svar<", "Nytt<", "Notat<"] {
        #expect(everything.range(of: Data("\(word)\(number)>".utf8)) == nil)
      }
    }
    for (number, kept) in cases.enumerated() where number % 2 == 1 {
      #expect(try store.load(kept.id).content == kept.content)
      #expect(try store.notes(for: kept.id).map(\.text) == ["Notat<\(number)>"])
    }
    #expect(try store.inspection().isSound)
    Reliability.report(
      "13 erase",
      "\(cases.count) cases, \(byHand.count) deleted, \(old.count) purged as reported; 0 bytes of them in any file, the others whole"
    )
  }
}
