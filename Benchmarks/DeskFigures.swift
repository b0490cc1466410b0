import Drawing
import Foundation
import GRDB
import Model
import Screens
import Store
import Wording

/// What the support desk costs in a store as large as that of twenty agents for ninety days.
enum DeskFigures {
  /// So many that a few cold ones at the start do not decide what is told of all; the first is told apart.
  private static let rounds = 500

  static func rows(in folder: String, make: (String, Int, Int) throws -> Void) throws -> [Row] {
    let location = StoreLocation(directory: folder + "/desk")
    defer { try? FileManager.default.removeItem(atPath: location.directory) }
    try make(location.directory, FilledStore.count, 1)
    try fill(location)
    let store = try SQLiteStore.open(
      at: location,
      words: Content.embedded.caseWords,
      now: { Timestamp.now() },
      redact: { Content.embedded.kept($0, in: $1) }
    )
    defer { try? store.close() }
    let agent = AgentID(rawValue: 7)
    var effects = StoreEffects(store, agent: agent, today: { Timestamp.now().day })
    let wording = Wording(.embedded, .bokmal)
    func statistics() throws -> StatisticsText? {
      guard let today = Timestamp.now().day,
        let counts = try store.counts(of: 4, through: today)
      else { return nil }
      return StatisticsText(DeskStatistics(counts) { _ in true }, wording)
    }
    var found = DeskQuery(.mine)
    found.words = "nordlys bransje3"
    let works: [(name: String, most: Double, work: () throws -> Void)] = [
      ("F2 to a screen with the call on the disk", 30, { answer(store, agent, wording) }),
      ("the queue", 16, { _ = effects.carryOut(.desk(.list(DeskQuery(.mine)))) }),
      ("a search in the queue", 16, { _ = effects.carryOut(.desk(.list(found))) }),
      (
        "similar calls", 20,
        { _ = try store.similar(to: Likeness(edition: .altinn2, message: "E2")) }
      ),
      ("statistics of four weeks", 200, { _ = try statistics()?.plain }),
      ("statistics as a page", 500, { _ = try statistics()?.html }),
    ]
    let timed = try works.map { name, most, work in
      let first = try milliseconds(work)
      var times = Samples([first])
      for _ in 1..<rounds { times.add(try milliseconds(work)) }
      return Row(
        figure: """
          desk, \(FilledStore.count) cases: \(name), ms, p99 of \(rounds); \
          median \(Table.number(times.median)), the first \(Table.number(first))
          """,
        ours: times.p99,
        target: "≤ \(Int(most)) ms",
        isHeld: times.p99 <= most
      )
    }
    return try timed + DeskWriters.rows(in: location)
  }

  /// Answers a call as the program does, until its screen is drawn.
  private static func answer(_ store: SQLiteStore, _ agent: AgentID, _ wording: Wording) {
    var effects = StoreEffects(store, agent: agent, today: { Timestamp.now().day })
    var state = AppState(
      content: wording.content,
      language: wording.language,
      size: Size(columns: 80, rows: 24),
      today: Timestamp.now().day,
      desk: DeskRoom(agent, login: "kari", isOpen: true)
    )
    for effect in state.update(.key(.function(2))) {
      if let event = effects.carryOut(effect) { _ = state.update(event) }
    }
    _ = state.render()
  }

  /// Gives the cases of a store an agent, and those that are closed an outcome in one of twelve weeks.
  private static func fill(_ location: StoreLocation) throws {
    let queue = try DatabaseQueue(path: location.database)
    try queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO deskCase (caseID, status, stamp, owner, line, level, callerWords)
          SELECT id, status, id, iif(status = 'open' AND id % 3, id / 10 % 20, NULL), 'none', 'first', ''
          FROM caseFile
          """
      )
      for age in 0..<12 {
        guard let today = Timestamp.now().day, let day = Day(number: today.number - 7 * age) else {
          continue
        }
        try db.execute(
          sql: """
            INSERT INTO outcome (caseID, number, day, week, edition, message, causes, faults, certainty,
              repairs, result, confirmed, secondsToVerdict, seconds, reopened, isLast, cause, fault)
            SELECT id, 1, ?1, ?2, 'altinn2', 'E' || (id % 9 + 1), 'personRights', 'f' || (id % 7),
              'likely', '', id % 8 + 1, 'no', 75, 240, 0, 1, 'personRights', 'f' || (id % 7)
            FROM caseFile WHERE status = 'closed' AND id % 12 = ?3
            """,
          arguments: [day.text, Week(of: day).text, age]
        )
      }
    }
    try queue.close()
  }
}
