import Foundation
import GRDB
import Model

/// A store in a file as it stands in one transaction, read from end to end or filled.
struct WholeFile: FillableStore {
  let db: Database
  let words: CaseWords
  let path: String

  /// Runs something of the database's; what it throws is told as a failure.
  private func ask<Value>(_ body: () throws -> Value) throws(StoreFailure) -> Value {
    do { return try body() } catch { throw StoreFailure(error, path: path) }
  }

  func heading() throws(StoreFailure) -> StoreHeading {
    try ask {
      let row = try Row.fetchOne(db, sql: "SELECT uuid, created, codeKey FROM storeMeta")
      guard let row else { throw StoreFailure.damaged(path: path, what: .identityMissing) }
      let end = try TrailChain.head(in: db)
      return StoreHeading(
        identity: try row.value("uuid"),
        created: try row.moment("created"),
        codeKey: Array(try row.value("codeKey") as Data),
        lastCase: try Self.written(of: "caseFile", in: db),
        start: try TrailChain.start(in: db),
        // A tail that was cut off is missed.
        head: TrailHead(
          event: max(try Self.written(of: "event", in: db), end.event),
          digest: end.digest
        )
      )
    }
  }

  /// How many rows a table has ever had.
  private static func written(of table: String, in db: Database) throws -> Int64 {
    try Row.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = ?", arguments: [table])?
      .count("seq") ?? 0
  }

  func wholeCases(after id: Int64, limit: Int) throws(StoreFailure) -> [WholeCase] {
    try ask {
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: "SELECT id, lastEvent FROM caseFile WHERE id > ? ORDER BY id LIMIT ?"
        ),
        arguments: [id, limit]
      )
      return try rows.compactMap { row in
        let id = CaseID(rawValue: try row.value("id"))
        return try SQLiteStore.reading(id) {
          try SQLiteStore.fetch(id, in: db).map { try whole($0, try row.count("lastEvent")) }
        }
      }
    }
  }

  private func whole(_ kept: Case, _ lastEvent: Int64) throws -> WholeCase {
    let desk = try SQLiteStore.deskRow(of: kept.id, in: db)
    return WholeCase(
      kept: kept,
      lastEvent: lastEvent,
      notes: try rows("SELECT * FROM note WHERE caseID = ? ORDER BY id", of: kept.id).map { row in
        WholeCase.Note(
          id: try row.count("id"),
          text: try row.value("text"),
          when: try row.moment("created"),
          who: try row.optional("who")
        )
      },
      desk: desk.map { row in
        WholeCase.Desk(
          desk: row.desk,
          stamp: row.stamp,
          former: row.former?.0,
          formerEvent: row.former?.event
        )
      },
      calls: try rows("SELECT * FROM outcome WHERE caseID = ? ORDER BY number", of: kept.id).map {
        row in
        WholeCase.Call(
          number: try row.count("number"),
          day: try Self.day(row, "day"),
          outcome: try SQLiteStore.outcome(row),
          service: try row.optional("service"),
          owner: try row.optional("registeredOn"),
          role: (try row.optional("role") as String?).flatMap(CallerRole.init(rawValue:)),
          reopened: try row.count("reopened") == 1,
          isLast: try row.count("isLast") == 1
        )
      },
      callback: try rows("SELECT * FROM callback WHERE caseID = ?", of: kept.id).first.map { row in
        WholeCase.Callback(
          number: try row.value("number"),
          due: try Self.day(row, "due"),
          last: try Self.day(row, "last")
        )
      }
    )
  }

  private func rows(_ sql: String, of id: CaseID) throws -> [Row] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id.rawValue])
  }

  private static func day(_ row: Row, _ column: String) throws -> Day {
    guard let day = Day(try row.value(column) as String) else { throw DamagedValue() }
    return day
  }

  func wholeLines(after line: Int64, limit: Int) throws(StoreFailure) -> [WholeLine] {
    try ask {
      do {
        return try Row.fetchAll(
          db.cachedStatement(sql: "SELECT * FROM event WHERE id > ? ORDER BY id LIMIT ?"),
          arguments: [line, limit]
        ).map { row in
          WholeLine(try TrailLine(row), digest: Array(try row.value("digest") as Data))
        }
      } catch let error where DamagedValue.isMeant(by: error) {
        throw StoreFailure.unsound(path: path)
      }
    }
  }

  func keptTallies() throws(StoreFailure) -> [Tally] {
    try ask {
      try Row.fetchAll(db, sql: "SELECT * FROM tally").map { try SQLiteStore.tally($0) }
    }
  }

  func keptFollowUps() throws(StoreFailure) -> [FollowUps] {
    try ask { try SQLiteStore.keptFollowUps(in: db) }
  }
}
