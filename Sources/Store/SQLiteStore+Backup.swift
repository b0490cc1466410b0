import GRDB
package import Model

extension SQLiteStore {
  /// Copies the whole store to a new file that only its owner can read.
  ///
  /// Others may go on using the store meanwhile; the copy is checked before it gets its name.
  ///
  /// - Returns: The absolute path of the copy.
  /// - Throws: `StoreFailure.inTheWay` when something stands there already.
  package func backUp(to file: String) throws(StoreFailure) -> String {
    let target = StoreLocation.absolute(file)
    guard try FileFacts(at: target) == nil else { throw .inTheWay(path: target) }
    // The copy is the person's own, also of a store that a group shares.
    let own = StoreFiles(location: StoreLocation(directory: location.directory))
    try StoreBackup(files: own).make(of: queue, at: target)
    return target
  }

  /// Puts a copy of a store in the place of the store.
  ///
  /// The copy is only read. A program that has the store open can save nothing more in it, and says
  /// so; what stood in the place is kept beside it.
  ///
  /// - Returns: The path where what stood there is now, or `nil` when nothing did.
  /// - Throws: `StoreFailure` about the copy when it is no whole store or of a newer version.
  package static func restore(
    from file: String,
    at location: StoreLocation,
    now: @escaping @Sendable () -> Timestamp
  ) throws(StoreFailure) -> String? {
    let copy = StoreLocation.absolute(file)
    do throws(StoreFailure) {
      guard let facts = try FileFacts(at: copy) else { throw StoreFailure.noCopy(path: copy) }
      try StoreFiles.recognise(facts, at: copy)
    } catch {
      throw error.ofCopy(at: copy)
    }
    let files = StoreFiles(location: location)
    let opening = StoreOpening(files: files, setup: StoreSetup(checkedBytes: .max))
    try files.prepareDirectory()
    return try opening.alone { () throws(StoreFailure) -> String? in
      let standing = try FileFacts(at: files.database)
      if let standing {
        guard standing.kind == .file else { throw .notFile(path: files.database) }
        guard try FileFacts(at: files.replaced) == nil else {
          throw .inTheWay(path: files.replaced)
        }
      }
      try opening.makeStore(from: copy, at: now())
      if standing == nil {
        try files.move(files.unfinished, to: files.database)
      } else {
        try opening.replaceStore()
      }
      return standing == nil ? nil : files.replaced
    }
  }
}
