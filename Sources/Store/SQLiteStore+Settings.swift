import GRDB
package import Model

extension SQLiteStore {
  /// What a setting of the person's is, or `nil` when it was never set.
  package func setting(_ key: String) throws(StoreFailure) -> String? {
    try ask { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT value FROM setting WHERE key = ?"),
        arguments: [key]
      )
    }
  }

  /// Keeps a setting of the person's, such as the language chosen; `nil` forgets it.
  package func setSetting(_ key: String, to value: String?) throws(StoreFailure) {
    try write { db in
      if let value {
        try db.cachedStatement(
          sql: """
            INSERT INTO setting (key, value) VALUES (?, ?)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """
        ).execute(arguments: [key, storable(value)])
      } else {
        try db.cachedStatement(sql: "DELETE FROM setting WHERE key = ?").execute(arguments: [key])
      }
    }
  }
}
