import GRDB

/// The copy of a store that is made before its shape changes.
struct StoreBackup {
  let files: StoreFiles

  /// Copies a store beside itself, checks the copy and waits until it is on the disk.
  ///
  /// The copy takes its name only when it is whole; an older one of the same version gives way.
  ///
  /// - Throws: `StoreFailure.full`, or `.backupFailed`.
  func make(of queue: DatabaseQueue, version: Int) throws(StoreFailure) {
    let place = files.backup(ofVersion: version)
    let path = place + ".new"
    do {
      try files.makeFile(path)
      // VACUUM INTO takes an empty file, so the copy has our mode and not that of the umask.
      try queue.vacuum(into: path)
      try StoreFiles.synchronize(path)
      var configuration = Configuration()
      configuration.readonly = true
      let copy = try DatabaseQueue(path: path, configuration: configuration)
      let complaint = try copy.read { db in try StoreOpening.check(db) }
      try copy.close()
      guard complaint == nil else { throw StoreFailure.backupFailed(path: place) }
      try files.move(path, to: place)
    } catch {
      let failure = StoreFailure(error, path: files.database)
      if case .full = failure { throw failure }
      throw .backupFailed(path: place)
    }
  }

  /// Removes the copies of all versions before one.
  ///
  /// A deleted case must not live on in a copy; and the change of shape the copy was for went well,
  /// or the deletion could not have been made.
  func removeAll(before version: Int) throws(StoreFailure) {
    for old in 0..<version { try files.remove(files.backup(ofVersion: old)) }
  }
}
