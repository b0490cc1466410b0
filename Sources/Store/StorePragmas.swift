import GRDB
import Model

/// The settings the safety of the store rests on, each read back after it is set.
enum StorePragmas {
  struct Pragma {
    let name: String
    let value: String
    /// What SQLite answers when asked for it.
    let answer: String
  }

  /// Settings of the connection.
  ///
  /// SQLite keeps none of them in the file.
  static let connection = [
    // Also syncs the folder once the journal is gone; FULL can lose a save when the power goes.
    Pragma(name: "synchronous", value: "EXTRA", answer: "3"),
    Pragma(name: "foreign_keys", value: "ON", answer: "1"),
    Pragma(name: "secure_delete", value: "ON", answer: "1"),
    Pragma(name: "trusted_schema", value: "OFF", answer: "0"),
    Pragma(name: "cell_size_check", value: "ON", answer: "1"),
    Pragma(name: "mmap_size", value: "0", answer: "0"),
    // Sorting leaves nothing in the common folder for temporary files.
    Pragma(name: "temp_store", value: "MEMORY", answer: "2"),
  ]

  /// The rollback journal: no write-ahead log, which SQLite before 3.51.3 can lose commits from.
  static let journal = Pragma(name: "journal_mode", value: "DELETE", answer: "delete")

  /// Sets settings and asserts what SQLite then says of them.
  ///
  /// - Throws: `StoreFailure.settingRefused`, or the database's own error.
  static func apply(_ settings: [Pragma], to db: Database, path: String) throws {
    for setting in settings {
      // Run as a query to its end: several settings answer with a row when they are set.
      _ = try String.fetchAll(db, sql: "PRAGMA \(setting.name) = \(setting.value)")
      let found = try value(of: setting.name, in: db)
      guard found == setting.answer else {
        throw StoreFailure.settingRefused(path: path, name: setting.name, found: found)
      }
    }
  }

  /// What SQLite says a setting is; nothing said is an empty text.
  static func value(of name: String, in db: Database) throws -> String {
    try String.fetchOne(db, sql: "PRAGMA \(name)") ?? ""
  }
}
