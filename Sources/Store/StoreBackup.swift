import GRDB
import Model

/// Whole copies of a store.
struct StoreBackup {
  let files: StoreFiles

  /// Copies a store, checks the copy and waits until it is on the disk.
  ///
  /// The copy takes its name only when it is whole; what stood there gives way.
  func make(of queue: DatabaseQueue, at target: String) throws(StoreFailure) {
    let path = target + ".new"
    try files.makeFile(path)
    do {
      // VACUUM INTO takes an empty file, so the copy has our mode and not that of the umask.
      try queue.vacuum(into: path)
      try StoreFiles.synchronize(path)
      let copy = try Self.reader(of: path)
      let complaint = try copy.read(SQLiteStore.complaint)
      try copy.close()
      guard complaint == nil else { throw StoreFailure.damaged(path: target, what: .checkFailed) }
      try files.move(path, to: target)
    } catch {
      let failure = StoreFailure(error, path: target)
      try files.remove(path)
      throw failure
    }
  }

  /// A connection that can change nothing.
  static func reader(of path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Removes the copies that stand beside the store: those of versions before one, and what a
  /// restored copy took the place of.
  ///
  /// A deleted case must not live on in a copy; and the change of shape the copy was for went well,
  /// or the deletion could not have been made.
  func removeAll(before version: Int) throws(StoreFailure) {
    for old in 0..<version { try files.remove(files.backup(ofVersion: old)) }
    for ending in ["", "-journal"] { try files.remove(files.replaced + ending) }
  }
}
