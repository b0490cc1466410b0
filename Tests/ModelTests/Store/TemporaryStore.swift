import Foundation
import GRDB
import TestSupport

@testable import Model
@testable import Store

/// A store in the folder of one test.
extension TemporaryFolder {
  /// A store in the folder; the folder of the store itself is not there yet.
  var location: StoreLocation { StoreLocation(directory: path + "/store") }

  /// Opens the store, with a clock that stands still.
  func open(
    setup: StoreSetup = StoreSetup(),
    redact: @escaping @Sendable (String, FieldID?) -> String = { text, _ in text }
  ) throws(StoreFailure) -> SQLiteStore {
    try SQLiteStore.open(
      at: location,
      setup: setup,
      now: { Timestamp(rawValue: 1_795_438_800) },
      redact: redact
    )
  }

  /// Puts a file where the store would be, in a folder as the store makes it.
  func place(_ bytes: Data) throws {
    try makeStoreFolder()
    try bytes.write(to: URL(filePath: location.database))
  }

  /// Changes values of a table in a way that no rule of the file lets in; the rules are as before after it.
  func plant(_ change: String, in table: String, of path: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    func run(_ sql: [String]) throws {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in for line in sql { try db.execute(sql: line) } }
      try queue.close()
    }
    let queue = try DatabaseQueue(path: path)
    let shape = try queue.read { db in
      try String.fetchOne(
        db,
        sql: "SELECT sql FROM sqlite_master WHERE name = ?",
        arguments: [table]
      )
    }
    try queue.close()
    let quoted = (shape ?? "").replacing("'", with: "''")
    let loose = quoted.replacing("STRICT", with: "").replacing(") ,", with: ")")
      .replacing("NOT NULL", with: "")
    let open = "PRAGMA writable_schema = ON"
    try run([open, "UPDATE sqlite_master SET sql = '\(loose)' WHERE name = '\(table)'"])
    // What SQLite itself does not let in, such as the same key twice, is not tried.
    try? run(["PRAGMA ignore_check_constraints = ON", change])
    try run([open, "UPDATE sqlite_master SET sql = '\(quoted)' WHERE name = '\(table)'"])
  }

  func makeStoreFolder() throws {
    try FileManager.default.createDirectory(
      atPath: location.directory,
      withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700]
    )
  }

  /// The bytes of the store.
  func bytes() throws -> Data { try Data(contentsOf: URL(filePath: location.database)) }

  /// The names of all files in the folder of the store.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: location.directory).sorted()
  }

  func mode(of path: String) throws -> UInt32? { try FileFacts(at: path)?.mode }
}
