import Glibc
import Model

/// The files of a store, and the checks that come before SQLite sees them.
///
/// All of them are reached by the folder that was found and checked, not by its name.
struct StoreFiles {
  let location: StoreLocation
  let folder: HeldFolder

  var database: HeldFile { folder.file(StoreLocation.databaseName) }
  var lock: HeldFile { folder.file("veiviser.lock") }

  /// The store that a copy took the place of.
  var replaced: HeldFile { folder.file("veiviser-before-restore.sqlite") }

  /// The copy made before the shape of the store left a version.
  func backup(ofVersion version: Int) -> HeldFile {
    folder.file("veiviser-before-version-\(version + 1).sqlite")
  }

  /// Makes sure of a folder that those the store is for may write in, and nobody else.
  ///
  /// A folder made here has its mode whatever the umask. The mode of a folder that stood there is
  /// left alone: it can be one that the person uses for other things as well.
  init(preparing location: StoreLocation) throws(StoreFailure) {
    self.location = location
    let directory = location.directory
    if let home = location.home, try FileFacts(at: home) == nil {
      throw .homeMissing(path: home)
    }
    // Folders on the way are the person's alone; so a group's folder is made only where the way to it
    // is there, and open to the group.
    let parent = directory.prefix(upTo: directory.lastIndex(of: "/") ?? directory.startIndex)
    if location.access == .group, !parent.isEmpty, try FileFacts(at: String(parent)) == nil {
      throw .folderMissing(path: String(parent))
    }
    let modes = (way: StoreAccess.own.folderMode, last: location.access.folderMode)
    folder = try HeldFolder(at: directory, making: modes)
    let facts = try folder.facts()
    // A folder whose files are its group's was made to be shared, and no other is.
    let isGroups = facts.mode & 0o2072 == 0o2070
    switch location.access {
    case .own:
      guard !isGroups else { throw .shared(path: directory) }
      guard facts.owner == geteuid() else {
        throw .foreignOwner(path: directory, owner: facts.owner)
      }
      guard facts.mode & 0o022 == 0 else {
        throw .openToOthers(path: directory, mode: facts.mode)
      }
    case .group:
      guard isGroups else { throw .notShared(path: directory, mode: facts.mode) }
    }
    guard faccessat(AT_FDCWD, folder.way, R_OK | W_OK | X_OK, AT_EACCESS) == 0 else {
      throw StoreFailure(errno: errno, path: directory)
    }
  }

  /// Whether training is kept there: one's own, or that of a class.
  func isOfTraining() throws(StoreFailure) -> Bool {
    if try folder.file(TrainingFile.name).exists() { return true }
    return try folder.file(ClassFolder.name).exists()
  }

  /// Tells whether there is a store to open, and refuses whatever else stands in its place.
  ///
  /// No file is made by it, and none changed but for its mode, which is taken back from everybody that
  /// the store is not for. Of a file of another in the group only its owner can change the mode.
  ///
  /// - Returns: What is known of the file, or `nil` when there is none and one may be made.
  func examineDatabase() throws(StoreFailure) -> FileFacts? {
    let path = database.path
    guard try database.exists() else {
      // SQLite would play this journal back into the new store. Another process can have made the
      // store since the first look, and it is never away once it is there.
      if try database.with("-journal").exists(), try !database.exists() {
        throw .damaged(path: path, what: .journalAlone)
      }
      return nil
    }
    let descriptor = try Self.openRecognised(database)
    // This process has no connection to the file yet, whose locks the closing would drop.
    defer { close(descriptor) }
    let facts = try FileFacts(of: descriptor, at: path)
    if location.access == .own, facts.owner != geteuid() {
      throw .foreignOwner(path: path, owner: facts.owner)
    }
    guard faccessat(AT_FDCWD, database.way, R_OK | W_OK, AT_EACCESS) == 0 else {
      throw StoreFailure(errno: errno, path: path)
    }
    let mode = location.access.fileMode
    if location.access == .group || facts.mode != mode { try checkNames(of: facts) }
    if facts.mode != mode, facts.owner == geteuid() {
      guard fchmod(descriptor, mode) == 0 else { throw StoreFailure(errno: errno, path: path) }
    }
    return facts
  }

  /// Refuses a file with a second name, which may be one from elsewhere; a restore that was ended half way leaves
  /// one that is the store's own.
  func checkNames(of facts: FileFacts) throws(StoreFailure) {
    guard facts.names > 1 else { return }
    let isReplaced = try replaced.facts()?.identity == facts.identity
    guard facts.names == 2, isReplaced else {
      throw .damaged(path: database.path, what: .secondName)
    }
  }

  /// Opens a file for reading when it begins as a store of ours does.
  ///
  /// - Throws: `StoreFailure.link`, `.notFile`, `.empty` or `.notStore`.
  static func openRecognised(_ file: HeldFile) throws(StoreFailure) -> Int32 {
    // Opening some devices does something, so what is there is looked at first.
    if let kind = try file.facts()?.kind, kind != .file {
      throw kind == .link ? .link(path: file.path) : .notFile(path: file.path)
    }
    let descriptor = try file.open(O_RDONLY)
    do throws(StoreFailure) {
      let facts = try FileFacts(of: descriptor, at: file.path)
      guard facts.kind == .file else { throw .notFile(path: file.path) }
      guard facts.size > 0 else { throw .empty(path: file.path) }
      var header = [UInt8](repeating: 0, count: 100)
      let count = pread(descriptor, &header, header.count, 0)
      guard count >= 0 else { throw StoreFailure(errno: errno, path: file.path) }
      guard count == header.count, header.starts(with: "SQLite format 3\0".utf8),
        header[68..<72].reduce(0, { $0 << 8 | Int32($1) }) == StoreSchema.applicationID
      else { throw .notStore(path: file.path) }
      // A write-ahead log, which no store of ours has, would be somebody else's.
      guard header[18..<20] == [1, 1] else { throw .damaged(path: file.path, what: .shape) }
    } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }

  /// Runs a body with a folder that nobody else can reach into, for files on their way to their place.
  ///
  /// It is made in the folder of the store, and what a killed program left in it is cleared away. The
  /// caller holds the lock between processes.
  func withWorkshop<Value>(
    _ body: (HeldFolder) throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    try folder.withWorkshop(".veiviser-\(geteuid())", for: database.path, body)
  }

  /// Clears away what programs that were killed left beside the store.
  ///
  /// The caller holds the lock between processes.
  func clearLeft() throws(StoreFailure) {
    folder.clearLeftWorkshops()
    // A restore that was ended half way leaves the store a second name.
    if let kept = try replaced.facts(), try kept.identity == database.facts()?.identity {
      try replaced.remove()
    }
  }
}
