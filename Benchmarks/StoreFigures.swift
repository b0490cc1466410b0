import Wording
import Foundation
import GRDB
import Model
import Screens
import Store

/// What the lists cost, from a small store to one larger than any office's.
enum StoreFigures {
  private static let rounds = 40
  private static let held = FilledStore.count

  /// The store that was made is not the one that is spoken of.
  private struct Unlike: Error {
    let wanted: [Int]
    let found: [Int]
  }

  private static func expect(cases: Int, events: Int, in location: StoreLocation) throws {
    let queue = try DatabaseQueue(path: location.database)
    let found = try queue.read { db in
      try ["caseFile", "event"].map { try Int.fetchOne(db, sql: "SELECT count(*) FROM \($0)") ?? 0 }
    }
    try queue.close()
    guard found == [cases, events] else { throw Unlike(wanted: [cases, events], found: found) }
  }

  static func rows(in folder: String, make: (String, Int, Int) throws -> Void) throws -> [Row] {
    let sizes = [1_000, 10_000, 100_000, 1_000_000]
    let measured = try sizes.map { size in
      Table.progress("  a store with \(size) cases ...")
      let place = folder + "/store-\(size)"
      defer { try? FileManager.default.removeItem(atPath: place) }
      // A million events in the store that is held to something.
      let eventsEach = size > held ? 1 : 10
      try make(place, size, eventsEach)
      return try measure(StoreLocation(directory: place), cases: size, events: size * eventsEach)
    }
    return measured[0].indices.map { place in
      let values = measured.map { $0[place].times.median }
      let times = measured[sizes.firstIndex(of: held) ?? 0][place].times
      return Row(
        figure: measured[0][place].name + ", ms: "
          + zip(sizes, values).map { "\(Table.number($1)) at \($0)" }.joined(separator: ", ")
          + "; slowest of \(rounds) at \(held): \(Table.number(times.worst))",
        ours: times.median,
        target: "< 16 ms of processor at \(held)",
        isHeld: times.median < 16
      )
    }
  }

  private static func measure(_ location: StoreLocation, cases: Int, events: Int) throws
    -> [(name: String, times: Samples)]
  {
    let open = {
      try SQLiteStore.open(
        at: location,
        words: Content.embedded.caseWords,
        now: { Timestamp.now() },
        redact: { text, _ in text }
      )
    }
    let store = try open()
    defer { try? store.close() }
    try Self.expect(cases: cases, events: events, in: location)
    let unfinished: [CaseStatus] = [.open, .waiting]
    let page = 51
    // With all that the lists show, as the program asks for it.
    func list(_ words: String, _ statuses: [CaseStatus], offset: Int = 0) throws {
      _ = try store.summaries(
        matching: words,
        statuses: statuses,
        limit: page,
        offset: offset,
        answers: Flow.statusFields
      )
    }
    let all = CaseStatus.allCases
    let today = Timestamp.now().day
    let works: [(String, () throws -> Void)] = [
      ("opening the store", { try open().close() }),
      (
        "what home tells of it",
        {
          let most = Wording.countCap + 1
          _ = try store.count(statuses: unfinished, upTo: most)
          if let today { _ = try store.dueCount(on: today, upTo: most) }
        }
      ),
      ("first page of the unfinished", { try list("", unfinished) }),
      ("first page of all", { try list("", all) }),
      ("tenth page of all", { try list("", all, offset: 500) }),
      ("search with many hits", { try list("nordlys", all) }),
      ("search for a number", { try list("10007", all) }),
      ("search without a hit", { try list("sørlys", all) }),
      ("search without a hit in the unfinished", { try list("sørlys", unfinished) }),
      ("search for an organisation", { try list("310050007", all) }),
      ("search for three words that many have", { try list("nordlys regn sted1", all) }),
      ("search for two words of one in 97 and one in 389", { try list("bransje3 sted7", all) }),
      ("search for two words that no case has both of", { try list("bransje3 bransje4", all) }),
      ("search for one letter", { try list("s", all) }),
      ("search for a rare word in the unfinished", { try list("sjelden nord", unfinished) }),
    ]
    return try works.map { name, work in
      var times = Samples()
      for _ in 0..<rounds {
        times.add(try milliseconds(work))
      }
      return (name, times)
    }
  }
}
