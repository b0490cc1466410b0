import GRDB
import Model

/// Whole copies of a store.
enum StoreBackup {
  /// Copies a store to a file in a folder that nobody else can reach into, checks the copy and waits
  /// until it is on the disk.
  ///
  /// - Parameters:
  ///   - mode: The mode of the copy, whatever the umask.
  ///   - target: Where it is to go, to tell people of it.
  static func make(
    of queue: DatabaseQueue,
    in workshop: HeldFolder,
    mode: UInt32,
    for target: HeldFile
  ) throws(StoreFailure) -> HeldFile {
    let file = workshop.file("store")
    do {
      // VACUUM INTO takes an empty file, so the copy has our mode and not that of the umask.
      try file.make(mode: mode)
      try queue.vacuum(into: file.way)
      try forgetCallbacks(in: file)
      try file.synchronize()
      let copy = try reader(of: file)
      let complaint = try copy.read { db -> String? in
        _ = try StoreMeta(in: db, at: target.path)
        return try SQLiteStore.complaint(db)
      }
      try copy.close()
      guard complaint == nil else {
        throw StoreFailure.damaged(path: target.path, what: .checkFailed)
      }
      return file
    } catch {
      throw StoreFailure(error, path: target.path)
    }
  }

  /// Leaves no number of a caller in a copy, which nobody empties in time.
  private static func forgetCallbacks(in file: HeldFile) throws {
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try StorePragmas.apply(StorePragmas.connection, to: db, path: file.path)
    }
    let copy = try file.open(configuration)
    try copy.write { db in
      // A store of an older shape has no such table.
      if try db.tableExists("callback") { try db.execute(sql: "DELETE FROM callback") }
    }
    try copy.close()
  }

  /// A connection that can change nothing.
  static func reader(of file: HeldFile) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    return try file.open(configuration)
  }
}

extension StoreFiles {
  /// Removes the copies that stand beside the store: those of versions before one, and what a
  /// restored copy took the place of.
  ///
  /// A deleted case must not live on in a copy; and the change of shape the copy was for went well,
  /// or the deletion could not have been made.
  func removeCopies(before version: Int) throws(StoreFailure) {
    for old in 0..<version { try backup(ofVersion: old).remove() }
    for ending in ["", "-journal"] { try replaced.with(ending).remove() }
  }
}
