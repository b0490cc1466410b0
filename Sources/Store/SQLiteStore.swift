import GRDB
package import Model

/// Keeps cases, notes, the trail and settings on disk.
///
/// A call that returns has been committed.
///
/// Several processes of one user may use a store at once: a save on top of one that was not seen is
/// a conflict and never overwrites. Every text goes through the redaction before it is written.
package struct SQLiteStore: CaseStore {
  let files: StoreFiles
  let queue: DatabaseQueue
  let setup: StoreSetup
  private let identity: [UInt64]
  private let seen = SeenShape()
  private let now: @Sendable () -> Timestamp
  private let redact: @Sendable (String, FieldID?) -> String

  init(
    files: StoreFiles,
    queue: DatabaseQueue,
    identity: [UInt64],
    setup: StoreSetup,
    now: @escaping @Sendable () -> Timestamp,
    redact: @escaping @Sendable (String, FieldID?) -> String
  ) {
    self.files = files
    self.queue = queue
    self.identity = identity
    self.setup = setup
    self.now = now
    self.redact = redact
  }

  package var location: StoreLocation { files.location }

  /// Closes the file.
  ///
  /// Calls after it fail.
  package func close() throws(StoreFailure) {
    do { try queue.close() } catch { throw StoreFailure(error, path: location.database) }
  }

  /// Runs a body of one question to the database.
  func ask<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do {
      // One question sees one state by itself, without the statements around it that make a transaction.
      return try queue.unsafeRead(body)
    } catch {
      throw StoreFailure(error, path: location.database)
    }
  }

  /// Runs a body of several questions to the database, all of the same state.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw StoreFailure(error, path: location.database)
    }
  }

  /// Runs a body in one IMMEDIATE transaction; whatever it throws undoes all of it.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreFailure) -> Value {
    do {
      return try inTurn {
        try queue.write { db in
          // A file that was deleted or replaced can still be written, and nobody would ever find what
          // was saved. Nobody replaces it while a transaction is begun.
          guard try FileFacts(at: location.database)?.identity == identity else {
            throw StoreFailure.vanished(path: location.database)
          }
          try seen.check(db, setup.schema, at: location.database)
          return try body(db)
        }
      }
    } catch {
      throw StoreFailure(error, path: location.database).ofSaving
    }
  }

  /// Runs a body that writes when those who came before have written.
  func inTurn<Value>(_ body: () throws -> Value) rethrows -> Value {
    try WriteQueue.taking(at: files.lock.way, seconds: setup.turnSeconds, body)
  }

  /// The moment as it is stored.
  func moment() -> Timestamp { now() }

  /// A text as it may be stored: redacted, and without the NUL at which SQLite would cut it.
  ///
  /// - Parameter field: The field that it answers; `nil` for a note.
  func storable(_ text: String, _ field: FieldID? = nil) -> String {
    redact(text.replacing("\0", with: "\u{FFFD}"), field)
  }
}
