import Foundation
import GRDB
package import Model

extension SQLiteStore: DeskStore {
  package func begin(
    _ draft: CaseDraft,
    _ caller: Caller,
    by agent: AgentID
  ) throws(DeskFailure) -> DeskEntry {
    let moment = moment()
    let (content, caller) = (draft.storable(storable), caller.storable(storable))
    let words = setup.words.of(content).union(CaseWords.words(caller.words))
    return try changeDesk { db in
      let made = try insert(content, words, at: moment, in: db)
      let desk = DeskCase.answered(by: agent, at: moment, caller)
      let event = try TrailChain.head(in: db).event
      try Self.keep(DeskRow(desk, content.status, stamp: event), of: made.id, in: db)
      do {
        return .success(try deskEntry(made.id, at: moment, in: db))
      } catch StoreFailure.unreadable {
        // It is undone with all else, so there is no such case to speak of.
        throw StoreFailure.damaged(path: location.database, what: .malformed)
      }
    }
  }

  package func entry(_ id: CaseID) throws(DeskFailure) -> DeskEntry {
    let moment = moment()
    return try DeskFailure.asking { () throws(StoreFailure) in
      try read { db in try deskEntry(id, at: moment, in: db) }
    }
  }

  package func perform(
    _ act: DeskAct,
    on id: CaseID,
    by agent: AgentID
  ) throws(DeskFailure) -> DeskEntry {
    let moment = moment()
    return try changeDesk { db in
      let entry = try deskEntry(id, at: moment, in: db)
      let after: (desk: DeskCase, status: CaseStatus)
      do throws(DeskRefusal) {
        after = try entry.desk.after(act, on: id, in: entry.state, by: agent, at: moment)
      } catch {
        return .failure(error)
      }
      let event = try TrailChain.add(act.event, id, at: moment, in: db)
      if act == .reopen { try beginRound(of: id, at: moment, in: db) }
      let isSave = act == .reopen || entry.state.status != after.status
      try Self.touch(id, after.status, isSave: isSave, event, at: moment, in: db)
      var row = try Self.deskRow(of: id, in: db) ?? DeskRow(entry.desk, after.status, stamp: event)
      (row.desk, row.status) = (after.desk, after.status)
      if act.kind.movesRow { row.stamp = event }
      row.former = nil
      if act.kind.isUndoable {
        let former = DeskFormer(entry.desk.withoutCaller, entry.state.status, act.kind, by: agent)
        row.former = (former, event)
      }
      guard try Self.keep(row, of: id, ownedBy: entry.desk.owner, in: db) else {
        throw StoreFailure.busy(path: location.database)
      }
      switch act {
      case .close(let closing):
        try Self.add(closing, of: id, role: after.desk.caller.role, on: moment.day, in: db)
        try Self.mark("result", "\(closing.outcome.result.rawValue)", of: id, in: db)
      case .reopen:
        try Self.markReopened(id, on: moment.day, in: db)
        let due = entry.state.status == .waiting ? entry.desk.promise.due : nil
        let counted = FollowUps(takenUpOn: moment.day, due: due)
        if let counted { try Self.add(counted, in: db) }
      default: break
      }
      return .success(try deskEntry(id, at: moment, in: db))
    }
  }

  package func undo(_ id: CaseID, by agent: AgentID) throws(DeskFailure) -> DeskEntry {
    let moment = moment()
    return try changeDesk { db in
      let entry = try deskEntry(id, at: moment, in: db)
      guard var row = try Self.deskRow(of: id, in: db), let (former, event) = row.former,
        former.agent == agent, try Self.lastEvent(of: id, in: db) == event
      else { return .failure(.nothingToUndo) }
      let line = try TrailChain.add(former.event, id, at: moment, in: db)
      let isSave = entry.state.status != former.status
      try Self.touch(id, former.status, isSave: isSave, line, at: moment, in: db)
      row.desk = former.desk
      row.desk.caller = entry.desk.caller
      (row.status, row.stamp, row.former) = (former.status, line, nil)
      try Self.keep(row, of: id, in: db)
      if former.act == .close {
        try Self.removeLastOutcome(of: id, in: db)
        let last = try Self.lastResult(of: id, in: db)
        try Self.mark("result", last.map(String.init), of: id, in: db)
      }
      return .success(try deskEntry(id, at: moment, in: db))
    }
  }

  package func describe(_ caller: Caller, of id: CaseID) throws(DeskFailure) -> DeskEntry {
    let moment = moment()
    let caller = caller.storable(storable)
    return try changeDesk { db in
      let entry = try deskEntry(id, at: moment, in: db)
      let event = try TrailChain.add(.saved, id, at: moment, in: db)
      try Self.touch(id, entry.state.status, isSave: false, event, at: moment, in: db)
      var row =
        try Self.deskRow(of: id, in: db)
        ?? DeskRow(entry.desk, entry.state.status, stamp: event)
      row.desk.caller = caller
      try Self.keep(row, of: id, in: db)
      if let content = try Self.fetch(id, in: db)?.content {
        try Self.keep(setup.words.of(content), of: id, in: db)
      }
      return .success(try deskEntry(id, at: moment, in: db))
    }
  }

  package func code(of id: CaseID) throws(StoreFailure) -> CaseCode {
    try ask { db in CaseCode(id, key: try Self.codeKey(in: db)) }
  }

  /// Changes something in one transaction; a refusal has changed nothing.
  private func changeDesk(
    _ body: (Database) throws -> Result<DeskEntry, DeskRefusal>
  ) throws(DeskFailure) -> DeskEntry {
    let today = moment().day
    let result = try DeskFailure.asking { () throws(StoreFailure) in
      try write { db in
        let result = try body(db)
        try Self.forgetCallbacks(on: today, in: db)
        return result
      }
    }
    switch result {
    case .success(let entry): return entry
    case .failure(let refusal): throw .refused(refusal)
    }
  }

  /// A case as the desk sees it.
  func deskEntry(
    _ id: CaseID,
    _ fields: [FieldID] = [],
    at moment: Timestamp,
    in db: Database
  ) throws -> DeskEntry {
    try Self.reading(id) {
      let found = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT * FROM caseFile WHERE id = ?"),
        arguments: [id.rawValue]
      )
      guard let found else { throw StoreFailure.noSuchCase(id) }
      let summary = try Self.summary(found, fields, in: db).shown(storable)
      let desk = try Self.deskRow(of: id, in: db)?.desk ?? DeskCase()
      return DeskEntry(
        summary,
        revision: Int(try found.count("revision")),
        desk,
        state: desk.state(summary.status, touched: summary.updated, at: DeskTime(moment)),
        code: CaseCode(id, key: try Self.codeKey(in: db))
      )
    }
  }

  /// Keeps what is answered now as a round.
  private func beginRound(of id: CaseID, at moment: Timestamp, in db: Database) throws {
    guard let before = try Self.fetch(id, in: db)?.content else { return }
    var content = before
    content.beginRound()
    let rounds = content.following(before, on: moment.day).rounds
    try add(rounds, after: before.rounds.count, of: id, in: db)
  }

  /// Says of a case when it was last touched, and how it now stands.
  private static func touch(
    _ id: CaseID,
    _ status: CaseStatus,
    isSave: Bool,
    _ event: Int64,
    at moment: Timestamp,
    in db: Database
  ) throws {
    try db.cachedStatement(
      sql: """
        UPDATE caseFile SET status = ?, revision = revision + ?, updated = ?, lastEvent = ?
        WHERE id = ?
        """
    ).execute(
      arguments: [status.rawValue, isSave ? 1 : 0, moment.rawValue, event, id.rawValue]
    )
    if isSave { try mark("status", status.rawValue, of: id, in: db) }
  }

  private static func lastEvent(of id: CaseID, in db: Database) throws -> Int64? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT lastEvent FROM caseFile WHERE id = ?"),
      arguments: [id.rawValue]
    )
  }

  static func codeKey(in db: Database) throws -> [UInt8] {
    let key = try Data.fetchOne(db.cachedStatement(sql: "SELECT codeKey FROM storeMeta"))
    guard let key, key.count == StoreMeta.length else { throw MissingRow() }
    return Array(key)
  }
}
