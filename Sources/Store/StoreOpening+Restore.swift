import GRDB
import Model

extension StoreOpening {
  /// Makes a whole store of a copy, of today's shape, beside its place.
  func makeStore(from copy: String, at moment: Timestamp) throws(StoreFailure) {
    let path = files.unfinished
    do {
      let source = try StoreBackup.reader(of: copy)
      try source.read { db in
        _ = try inspect(db, at: copy)
        guard try SQLiteStore.complaint(db) == nil else {
          throw StoreFailure.damaged(path: copy, what: .checkFailed)
        }
      }
      try StoreBackup(files: files).make(of: source, at: path)
      try source.close()
    } catch {
      throw StoreFailure(error, path: copy).ofCopy(at: copy)
    }
    do {
      let queue = try connect(to: path)
      try queue.writeWithoutTransaction { db in
        try StorePragmas.apply([StorePragmas.journal], to: db, path: path)
      }
      try setup.schema.migrator.migrate(queue)
      try queue.write { db in
        _ = try TrailChain.add(.restored, CaseID(rawValue: 0), at: moment, in: db)
      }
      try queue.close()
    } catch {
      throw StoreFailure(error, path: path)
    }
  }

  /// Lets the finished store take the place of the one that stands there, which is kept beside it.
  ///
  /// There is a store in the place at every moment. Whoever waits to save in the old one finds, once
  /// it is their turn, that it is another.
  func replaceStore() throws(StoreFailure) {
    do {
      let old = try connect(to: files.database)
      try WriteQueue.taking(at: files.lock, seconds: setup.turnSeconds) {
        try old.inTransaction(.exclusive) { _ in
          try files.keep(files.database, as: files.replaced)
          try files.move(files.unfinished, to: files.database)
          return .rollback
        }
      }
      try old.close()
    } catch {
      let failure = StoreFailure(error, path: files.database)
      switch failure {
      case .notStore, .damaged: try replaceDamaged()
      default: throw failure
      }
    }
  }

  /// Nobody can have a store open that SQLite does not read; its half-done write goes with it.
  private func replaceDamaged() throws(StoreFailure) {
    try files.keep(files.database, as: files.replaced)
    let journal = files.database + "-journal"
    if try FileFacts(at: journal) != nil {
      try files.move(journal, to: files.replaced + "-journal")
    }
    try files.move(files.unfinished, to: files.database)
  }
}
