import Foundation
import Glibc
import GRDB
import Model

extension TrailLine {
  /// What is bound for a row of the table: its columns in their order.
  func arguments(digest: [UInt8]) -> StatementArguments {
    [id, caseID, who, created, kind, subject, Data(digest)]
  }

  init(_ row: Row) throws {
    self.init(
      id: try row.count("id"),
      caseID: try row.value("caseID"),
      who: try row.value("who"),
      created: try row.value("created"),
      kind: try row.value("kind"),
      subject: try row.value("subject")
    )
  }
}

/// The chain that runs through the trail, so that a line changed or taken out is found.
enum TrailChain {
  /// What a walk along the whole chain found.
  struct Finding {
    /// The last line that fits with all before it.
    var head: TrailHead
    /// The first place where the trail is not as it was written, or `nil` when it is.
    var broken: Int64?
  }

  /// Where the chain begins: before the first line, or at the last one that was taken out when its
  /// time was up.
  static func start(in db: Database) throws -> TrailHead {
    guard let row = try Row.fetchOne(db, sql: "SELECT event, digest FROM trailStart WHERE id = 1")
    else { throw DamagedValue() }
    return try head(row)
  }

  /// The head to put the next line after.
  static func head(in db: Database) throws -> TrailHead {
    let last = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id AS event, digest FROM event ORDER BY id DESC LIMIT 1")
    )
    guard let last else { return try start(in: db) }
    return try head(last)
  }

  /// Adds a line to the trail in the name of the real user.
  ///
  /// - Returns: Its place in the trail.
  static func add(
    _ kind: EventKind,
    _ id: CaseID,
    subject: String = "",
    at moment: Timestamp,
    in db: Database
  ) throws -> Int64 {
    let before = try head(in: db)
    // Not simply one more than the last line: then one that was cut off would not be missed.
    let line = TrailLine(
      id: max(try linesWritten(in: db), before.event) + 1,
      caseID: id.rawValue,
      who: Int64(getuid()),
      created: moment.rawValue,
      kind: kind.rawValue,
      subject: subject
    )
    let head = before.followed(by: line)
    try db.cachedStatement(sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: line.arguments(digest: head.digest))
    return head.event
  }

  /// How many lines the trail has ever had, as SQLite's own count of the table says.
  private static func linesWritten(in db: Database) throws -> Int64 {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'event'")
    )?.count("seq") ?? 0
  }

  /// Takes out the lines from the beginning to one, when their time is up.
  ///
  /// The chain goes on from there.
  static func trim(through last: Int64, at moment: Timestamp, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE trailStart SET (event, digest) = (SELECT id, digest FROM event WHERE id = ?)
        """,
      arguments: [last]
    )
    try db.execute(sql: "DELETE FROM event WHERE id <= ?", arguments: [last])
    _ = try add(.trimmed, CaseID(rawValue: 0), at: moment, in: db)
  }

  /// Walks along the chain and stops where it is broken.
  ///
  /// The sequence of SQLite tells how many lines were ever written, and so of a tail that is cut.
  ///
  /// - Parameter known: A head noted down earlier, which must be met on the way.
  static func check(against known: TrailHead? = nil, in db: Database) throws -> Finding {
    var finding = Finding(head: try start(in: db))
    var isMet = known == nil || known == finding.head || (known?.event ?? 0) < finding.head.event
    do {
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM event ORDER BY id")
      while let row = try rows.next() {
        let next = finding.head.followed(by: try TrailLine(row))
        guard next.event == finding.head.event + 1, next == (try head(row, id: "id")) else {
          finding.broken = finding.head.event + 1
          return finding
        }
        finding.head = next
        if known == next { isMet = true }
      }
      if try !isMet || linesWritten(in: db) != finding.head.event {
        finding.broken = min(known?.event ?? .max, finding.head.event + 1)
      }
    } catch let error where DamagedValue.isMeant(by: error) {
      finding.broken = finding.head.event + 1
    }
    return finding
  }

  private static func head(_ row: Row, id: String = "event") throws -> TrailHead {
    let digest: Data = try row.value("digest")
    return TrailHead(event: try row.count(id), digest: Array(digest))
  }
}
