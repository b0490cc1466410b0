import GRDB
package import Model

extension SQLiteStore {
  package func keep(_ callback: Callback?, of id: CaseID) throws(StoreFailure) {
    let today = moment().day
    try write { db in
      guard try Self.fetch(id, in: db) != nil else { throw StoreFailure.noSuchCase(id) }
      if let callback {
        try db.execute(
          sql: "INSERT OR REPLACE INTO callback (caseID, number, due, last) VALUES (?, ?, ?, ?)",
          arguments: [
            id.rawValue, callback.number.text, callback.due.text, callback.last.text,
          ]
        )
      } else {
        try db.execute(sql: "DELETE FROM callback WHERE caseID = ?", arguments: [id.rawValue])
      }
      try Self.forgetCallbacks(on: today, in: db)
    }
  }

  package func callback(of id: CaseID) throws(StoreFailure) -> Callback? {
    let today = moment().day
    return try ask { db -> Callback? in
      let row = try Row.fetchOne(
        db,
        sql: "SELECT number, due, last FROM callback WHERE caseID = ?",
        arguments: [id.rawValue]
      )
      guard let row else { return nil }
      let texts: [String] = try Self.reading(id) {
        [try row.value("number"), try row.value("due"), try row.value("last")]
      }
      guard let number = try? PhoneNumber(checking: texts[0]), let due = Day(texts[1]),
        let last = Day(texts[2])
      else { throw StoreFailure.unreadable(id) }
      // What is over is not told, though it is deleted only when somebody next does something at the desk.
      if let today, last < today { return nil }
      return Callback(number, due: due, last: last)
    }
  }

  package func forgetCallbacks() throws(StoreFailure) {
    guard let today = moment().day else { return }
    let isAnyOver = try ask { db in
      try Bool.fetchOne(
        db,
        sql: "SELECT EXISTS (SELECT * FROM callback WHERE last < ?)",
        arguments: [today.text]
      ) ?? false
    }
    if isAnyOver { try write { db in try Self.forgetCallbacks(on: today, in: db) } }
  }

  /// Forgets the numbers whose days are over, and those of cases that are closed.
  static func forgetCallbacks(on today: Day?, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        DELETE FROM callback
        WHERE last < ?
          OR EXISTS (SELECT * FROM caseFile WHERE id = callback.caseID AND status = 'closed')
        """
    ).execute(arguments: [today?.text ?? ""])
  }
}
