import Foundation
import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct TrailReliability {
  /// What somebody could do to the trail with another program.
  private enum Tampering: CaseIterable {
    case who, created, kind, subject, caseID, digest, delete, swap, cutTail, cutStart, forgedTail

    /// Whoever sets back the count of lines as well can only be found out by a head noted down elsewhere.
    var needsHead: Bool { self == .forgedTail }
  }

  @Test func `every change to the trail by another program is found`() throws {
    let folder = try TemporaryFolder()
    let store = try folder.open()
    let cases = try (0..<20).map { _ in try store.create(StoreCasesTests.draft).id }
    for number in 0..<180 { _ = try store.addNote("\(number)", to: cases[number % 20]) }
    let head = try #require(TrailHead(try store.inspection().trailHead))
    #expect(head.event == 200)
    try store.close()
    let whole = try folder.bytes()
    var generator = Seeded(Reliability.seed)
    let times = Reliability.count(100, full: 1000)
    var (found, byHead) = (0, 0)
    for time in 0..<times {
      let how = Tampering.allCases[time % Tampering.allCases.count]
      let line = Int64.random(in: 1..<200, using: &generator)
      try folder.place(whole)
      let other = try DatabaseQueue(path: folder.location.database)
      try other.write { db in
        try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
        try db.execute(sql: Self.sql(how, line))
      }
      try other.close()
      let again = try folder.open()
      let place = try again.inspection(against: how.needsHead ? head : nil).trailBrokenAt
      #expect(place != nil, "\(how) at \(line), seed \(Reliability.seed)")
      if place != nil { found += 1 }
      if how.needsHead { byHead += 1 }
      try again.close()
    }
    #expect(found == times)
    Reliability.report(
      "15 trail tampered with",
      "\(times) changes of \(Tampering.allCases.count) kinds, \(byHead) of them cut tails with the count set back, which only a head noted down shows; all found"
    )
  }

  private static func sql(_ how: Tampering, _ line: Int64) -> String {
    switch how {
    case .who: "UPDATE event SET who = who + \(line) WHERE id = \(line)"
    case .created: "UPDATE event SET created = created + \(line) WHERE id = \(line)"
    case .kind: "UPDATE event SET kind = 'closed' WHERE id = \(line)"
    case .subject: "UPDATE event SET subject = subject || 'x' WHERE id = \(line)"
    case .caseID: "UPDATE event SET caseID = caseID + 1 WHERE id = \(line)"
    case .digest: "UPDATE event SET digest = randomblob(32) WHERE id = \(line)"
    case .delete: "DELETE FROM event WHERE id = \(line)"
    case .swap:
      """
      UPDATE event SET id = 1000 WHERE id = \(line);
      UPDATE event SET id = \(line) WHERE id = \(line + 1);
      UPDATE event SET id = \(line + 1) WHERE id = 1000;
      UPDATE sqlite_sequence SET seq = 200 WHERE name = 'event'
      """
    case .cutTail: "DELETE FROM event WHERE id > \(line)"
    case .cutStart: "DELETE FROM event WHERE id <= \(line)"
    case .forgedTail:
      """
      DELETE FROM event WHERE id > \(line);
      UPDATE sqlite_sequence SET seq = \(line) WHERE name = 'event'
      """
    }
  }
}
