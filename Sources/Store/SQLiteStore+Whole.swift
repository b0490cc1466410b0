import GRDB
package import Model

extension SQLiteStore {
  /// Reads the whole store as it stands now; nobody saves in it meanwhile.
  package func readWhole<Value>(
    _ body: (any WholeStore) throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    let path = location.database
    return try read { db in try body(WholeFile(db: db, words: setup.words, path: path)) }
  }

  /// Makes a store and fills it, where there is none.
  ///
  /// It gets its place when it is whole, so that one that was broken off leaves nothing.
  ///
  /// - Throws: `StoreFailure.inTheWay` where there is a store, and whatever the body throws.
  package static func makeWhole<Value>(
    at location: StoreLocation,
    words: CaseWords,
    waiting: @escaping @Sendable (StoreHolder) -> Void = { _ in },
    _ fill: (any FillableStore) throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    let files = try StoreFiles(preparing: location)
    guard try !files.isOfTraining() else { throw .ofTraining(path: location.directory) }
    let opening = StoreOpening(files: files, setup: StoreSetup(words: words, waiting: waiting))
    return try opening.alone { () throws(StoreFailure) -> Value in
      guard try files.examineDatabase() == nil else {
        throw .inTheWay(path: location.database)
      }
      return try opening.makeStore(at: Timestamp(rawValue: 0)) {
        file throws(StoreFailure) -> Value in
        do {
          let queue = try opening.connect(to: file)
          let value = try queue.write { db in
            try fill(WholeFile(db: db, words: words, path: files.database.path))
          }
          let complaint = try queue.read(Self.complaint)
          try queue.close()
          guard complaint == nil else {
            throw StoreFailure.damaged(path: files.database.path, what: .checkFailed)
          }
          return value
        } catch {
          throw StoreFailure(error, path: files.database.path).ofSaving
        }
      }
    }
  }
}
