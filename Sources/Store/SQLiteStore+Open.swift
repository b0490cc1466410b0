import GRDB
package import Model

/// What opening a store goes by; tests give other values.
struct StoreSetup: Sendable {
  var schema = StoreSchema.current
  /// What cases are found by.
  var words = CaseWords.plain
  /// How long to wait for another process.
  var busySeconds: Double = 30
  /// How long to stand in the row of those who want to write before SQLite is asked out of turn.
  ///
  /// Shorter than the time there is when the system asks the program to end, so that the last words
  /// reach the disk behind a row that stands still.
  var turnSeconds: Double = 1
  /// A store larger than this is not read through when it is opened, only recognised.
  ///
  /// SQLite's check takes about 10 ms a megabyte; `inspection` runs it on stores of any size.
  var checkedBytes: Int64 = 256 << 10
  /// Called once when another program holds the store for longer than one looks at an empty screen.
  var waiting: @Sendable (StoreHolder) -> Void = { _ in }
}

extension SQLiteStore {
  /// Opens a store, and makes one where there is none.
  ///
  /// Whatever else stands in its place is refused and left as it is. A store of an older shape is
  /// copied beside itself and then brought up to date.
  ///
  /// - Parameters:
  ///   - making: Whether a store is made where there is none.
  ///   - words: What cases are found by.
  ///   - now: Tells the time; it informs people, and nothing is ordered by it.
  ///   - redact: Takes out what must not be kept from every text before it is written.
  ///   - waiting: Called once when another program keeps the store from being opened.
  package static func open(
    at location: StoreLocation,
    making: Bool = true,
    words: CaseWords = .plain,
    waiting: @escaping @Sendable (StoreHolder) -> Void = { _ in },
    now: @escaping @Sendable () -> Timestamp,
    redact: @escaping @Sendable (String, FieldID?) -> String
  ) throws(StoreFailure) -> SQLiteStore {
    if !making, try FileFacts(at: location.database) == nil {
      throw .noStore(path: location.database)
    }
    return try open(
      at: location,
      setup: StoreSetup(words: words, waiting: waiting),
      now: now,
      redact: redact
    )
  }

  static func open(
    at location: StoreLocation,
    setup: StoreSetup,
    now: @escaping @Sendable () -> Timestamp,
    redact: @escaping @Sendable (String, FieldID?) -> String
  ) throws(StoreFailure) -> SQLiteStore {
    let files = try StoreFiles(preparing: location)
    guard try !files.isOfTraining() else { throw .ofTraining(path: location.directory) }
    let opening = StoreOpening(files: files, setup: setup)
    // What is refused is refused before the file of the lock is made beside it.
    _ = try files.examineDatabase()
    return try opening.alone { () throws(StoreFailure) -> SQLiteStore in
      if try files.examineDatabase() == nil { try opening.makeStore(at: now()) { _ in } }
      try files.clearLeft()
      guard let facts = try files.examineDatabase() else {
        throw .vanished(path: location.database)
      }
      let queue = try opening.openStore()
      return SQLiteStore(
        files: files,
        queue: queue,
        identity: facts.identity,
        setup: setup,
        now: now,
        redact: redact
      )
    }
  }
}
