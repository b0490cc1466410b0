import Foundation
import GRDB
import Model

/// What the store keeps of a case at the desk: a row of its own, since most cases have none.
struct DeskRow {
  var desk: DeskCase
  /// The same as the case's own, for the queue to be read along an index.
  var status: CaseStatus
  /// The line of the trail by which the queue is ordered.
  var stamp: Int64
  /// How it stood before the last act, with the line of that act.
  var former: (DeskFormer, event: Int64)?

  init(_ desk: DeskCase, _ status: CaseStatus, stamp: Int64) {
    self.desk = desk
    self.status = status
    self.stamp = stamp
  }

  init(_ row: Row) throws {
    func agent(_ column: String) throws -> AgentID? {
      (try row.optional(column) as UInt32?).map(AgentID.init(rawValue:))
    }
    func day(_ column: String) throws -> Day? {
      (try row.optional(column) as String?).flatMap { Day($0) }
    }
    desk = DeskCase(
      owner: try agent("owner"),
      ownerSince: try row.optional("ownerSince").map { (seconds: Int64) in
        Timestamp(rawValue: seconds)
      },
      line: try row.known("line"),
      level: try row.known("level"),
      caller: Caller(
        role: (try row.optional("callerRole") as String?).flatMap(CallerRole.init(rawValue:)),
        words: try row.value("callerWords"),
        language: (try row.optional("language") as String?).flatMap(Language.init(rawValue:))
      ),
      promise: Promise(
        by: (try row.optional("dueBy") as String?).map(Actor.init(rawValue:)),
        due: try day("due")
      ),
      handedFrom: try agent("handedFrom")
    )
    status = try row.known("status")
    stamp = try row.count("stamp")
    if let event = try row.optional("formerEvent") as Int64? {
      former = (try row.json("former"), event)
    }
  }
}

extension SQLiteStore {
  static func deskRow(of id: CaseID, in db: Database) throws -> DeskRow? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT * FROM deskCase WHERE caseID = ?"),
      arguments: [id.rawValue]
    )
    return try row.map { try DeskRow($0) }
  }

  /// Keeps what the desk knows of a case, whoever has it.
  static func keep(_ row: DeskRow, of id: CaseID, in db: Database) throws {
    let owner = try deskRow(of: id, in: db)?.desk.owner
    _ = try keep(row, of: id, ownedBy: owner, in: db)
  }

  /// Keeps what the desk knows of a case, if somebody still has it, or nobody.
  ///
  /// - Returns: Whether it is as it was said.
  static func keep(
    _ row: DeskRow,
    of id: CaseID,
    ownedBy owner: AgentID?,
    in db: Database
  ) throws -> Bool {
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO deskCase (caseID, status, stamp, line, level, callerWords)
        VALUES (?, 'open', 0, 'none', 'first', '')
        """
    ).execute(arguments: [id.rawValue])
    let (desk, caller) = (row.desk, row.desk.caller)
    try db.cachedStatement(
      sql: """
        UPDATE deskCase SET status = ?, stamp = ?, owner = ?, ownerSince = ?, line = ?, level = ?,
          language = ?, callerRole = ?, callerWords = ?, due = ?, dueBy = ?, handedFrom = ?,
          former = ?, formerEvent = ?
        WHERE caseID = ? AND owner IS ?
        """
    ).execute(
      arguments: [
        row.status.rawValue, row.stamp, desk.owner?.rawValue, desk.ownerSince?.rawValue,
        desk.line.rawValue, desk.level.rawValue, caller.language?.rawValue, caller.role?.rawValue,
        caller.words, desk.promise.due?.text, desk.promise.by?.rawValue,
        desk.handedFrom?.rawValue, try row.former.map { try json($0.0) }, row.former?.event,
        id.rawValue, owner?.rawValue,
      ]
    )
    return db.changesCount == 1
  }
}
