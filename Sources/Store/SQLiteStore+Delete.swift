import GRDB
package import Model

extension SQLiteStore {
  /// Deletes a case with its answers and notes, and wipes their traces from the store and its copies.
  ///
  /// - Throws: `StoreFailure.noSuchCase`; `.tracesLeft` when the case is deleted but the wiping
  ///   failed.
  package func delete(_ id: CaseID) throws(StoreFailure) {
    try delete([id])
  }

  /// Deletes several cases or, when one of them is not there, none.
  ///
  /// The trail keeps who deleted which number, and nothing of what the cases held.
  package func delete(_ ids: [CaseID]) throws(StoreFailure) {
    guard !ids.isEmpty else { return }
    let moment = moment()
    try write { db in try Self.remove(ids, at: moment, in: db) }
    try wipeTraces()
  }

  static func remove(_ ids: [CaseID], at moment: Timestamp, in db: Database) throws {
    for id in ids {
      _ = try TrailChain.add(.deleted, id, at: moment, in: db)
      try countOutcomes(of: id, in: db)
      try countFollowUp(of: id, at: moment, in: db)
      try db.cachedStatement(sql: "DELETE FROM caseFile WHERE id = ?")
        .execute(arguments: [id.rawValue])
      guard db.changesCount == 1 else { throw StoreFailure.noSuchCase(id) }
    }
  }

  /// Wipes what is left of deleted rows from the store and the copies beside it.
  func wipeTraces() throws(StoreFailure) {
    // secure_delete overwrites what is deleted, but not what SQLite left behind when it earlier
    // moved a row within a page. Writing the file anew leaves that out.
    do {
      try inTurn { try queue.vacuum() }
      try files.removeCopies(before: setup.schema.version)
    } catch {
      throw .tracesLeft(path: location.database)
    }
  }
}
