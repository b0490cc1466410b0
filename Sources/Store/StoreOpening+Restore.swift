import GRDB
import Model

extension StoreOpening {
  /// Makes a whole store of a copy, of today's shape, in a folder that nobody else can reach into.
  func makeStore(
    from copy: HeldFile,
    in workshop: HeldFolder,
    at moment: Timestamp
  ) throws(StoreFailure) -> HeldFile {
    let file: HeldFile
    do {
      let source = try StoreBackup.reader(of: copy)
      try source.read { db in
        _ = try inspect(db, of: copy)
        guard try SQLiteStore.complaint(db) == nil else {
          throw StoreFailure.damaged(path: copy.path, what: .checkFailed)
        }
      }
      let mode = files.location.access.fileMode
      file = try StoreBackup.make(of: source, in: workshop, mode: mode, for: files.database)
      try source.close()
    } catch {
      throw StoreFailure(error, path: copy.path).ofCopy(at: copy.path)
    }
    do {
      let queue = try connect(to: file)
      try queue.writeWithoutTransaction { db in
        try StorePragmas.apply([StorePragmas.journal], to: db, path: file.path)
      }
      try setup.schema.migrator(setup.words).migrate(queue)
      try queue.write { db in
        _ = try TrailChain.add(.restored, CaseID(rawValue: 0), at: moment, in: db)
      }
      try queue.close()
    } catch {
      throw StoreFailure(error, path: files.database.path)
    }
    return file
  }

  /// Lets the finished store take the place of the one that stands there, which is kept beside it.
  ///
  /// There is a store in the place at every moment. Whoever waits to save in the old one finds, once
  /// it is their turn, that it is another.
  func replaceStore(by finished: HeldFile) throws(StoreFailure) {
    do {
      let old = try connect(to: files.database)
      try WriteQueue.taking(at: files.lock.way, seconds: setup.turnSeconds) {
        try old.inTransaction(.exclusive) { _ in
          try files.database.link(to: files.replaced)
          try finished.move(to: files.database)
          return .rollback
        }
      }
      try old.close()
    } catch {
      let failure = StoreFailure(error, path: files.database.path)
      switch failure {
      case .notStore, .damaged: try replaceDamaged(by: finished)
      default: throw failure
      }
    }
  }

  /// Nobody can have a store open that SQLite does not read; its half-done write goes with it.
  private func replaceDamaged(by finished: HeldFile) throws(StoreFailure) {
    try files.database.link(to: files.replaced)
    let journal = files.database.with("-journal")
    if try journal.exists() { try journal.move(to: files.replaced.with("-journal")) }
    try finished.move(to: files.database)
  }
}
