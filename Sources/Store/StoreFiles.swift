import Glibc
import Model

/// The files of a store, and the checks that come before SQLite sees them.
struct StoreFiles {
  let location: StoreLocation

  var directory: String { location.directory }
  var database: String { location.database }
  var lock: String { directory + "/veiviser.lock" }
  /// A new store before it is whole and takes its place.
  var unfinished: String { database + ".new" }

  /// The store that a copy took the place of.
  var replaced: String { directory + "/veiviser-before-restore.sqlite" }

  /// The copy made before the shape of the store left a version.
  func backup(ofVersion version: Int) -> String {
    directory + "/veiviser-before-version-\(version + 1).sqlite"
  }

  /// Makes sure of a folder that those the store is for may write in, and nobody else.
  ///
  /// A folder made here has its mode whatever the umask. The mode of a folder that stood there is
  /// left alone: it can be one that the person uses for other things as well.
  func prepareDirectory() throws(StoreFailure) {
    if let home = location.home, try FileFacts(at: home) == nil {
      throw .homeMissing(path: home)
    }
    if try FileFacts(at: directory) == nil { try makeDirectory() }
    guard let facts = try FileFacts(at: directory) else { throw .notDirectory(path: directory) }
    guard facts.kind != .link else { throw .link(path: directory) }
    guard facts.kind == .directory else { throw .notDirectory(path: directory) }
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
    try requireWritable(directory, X_OK)
  }

  /// Tells whether there is a store to open, and refuses whatever else stands in its place.
  ///
  /// Nothing is made or changed by it.
  ///
  /// - Returns: What is known of the file, or `nil` when there is none and one may be made.
  func examineDatabase() throws(StoreFailure) -> FileFacts? {
    guard let facts = try FileFacts(at: database) else {
      // SQLite would play this journal back into the new store. Another process can have made the
      // store since the first look, and it is never away once it is there.
      if try FileFacts(at: database + "-journal") != nil, try FileFacts(at: database) == nil {
        throw .damaged(path: database, what: .journalAlone)
      }
      return nil
    }
    try Self.recognise(facts, at: database)
    if location.access == .own, facts.owner != geteuid() {
      throw .foreignOwner(path: database, owner: facts.owner)
    }
    try requireWritable(database, 0)
    return facts
  }

  /// Refuses what does not begin as a store of ours does.
  ///
  /// - Throws: `StoreFailure.link`, `.notFile`, `.empty` or `.notStore`.
  static func recognise(_ facts: FileFacts, at path: String) throws(StoreFailure) {
    guard facts.kind != .link else { throw .link(path: path) }
    guard facts.kind == .file else { throw .notFile(path: path) }
    guard facts.size > 0 else { throw .empty(path: path) }
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreFailure(errno: errno, path: path) }
    // This process has no connection to the file yet, whose locks the closing would drop.
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = read(descriptor, &header, header.count)
    guard count >= 0 else { throw StoreFailure(errno: errno, path: path) }
    let mark = header[68..<72].reduce(0) { $0 << 8 | Int32($1) }
    guard count == header.count, header.starts(with: "SQLite format 3\0".utf8),
      mark == StoreSchema.applicationID
    else { throw .notStore(path: path) }
  }

  /// Makes an empty file of its mode whatever the umask, in place of one left from a broken try.
  func makeFile(_ path: String) throws(StoreFailure) {
    for leftover in [path, path + "-journal"] { try remove(leftover) }
    let mode = location.access.fileMode
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw StoreFailure(errno: errno, path: path) }
    defer { close(descriptor) }
    guard fchmod(descriptor, mode) == 0 else { throw StoreFailure(errno: errno, path: path) }
  }

  /// Takes a file back from everybody that the store is not for.
  ///
  /// Of a file of another in the group only its owner can change the mode.
  func restrict(_ facts: FileFacts, at path: String) throws(StoreFailure) {
    let mode = location.access.fileMode
    guard facts.mode != mode, facts.owner == geteuid() else { return }
    guard chmod(path, mode) == 0 else { throw StoreFailure(errno: errno, path: path) }
  }

  /// Lets a finished file take its place, for good even if the power goes.
  func move(_ path: String, to target: String) throws(StoreFailure) {
    guard rename(path, target) == 0 else { throw StoreFailure(errno: errno, path: target) }
    try Self.synchronize(Self.folder(of: target))
  }

  /// Gives a file a second name; nothing may stand there.
  func keep(_ path: String, as target: String) throws(StoreFailure) {
    guard link(path, target) == 0 else {
      let code = errno
      throw code == EEXIST ? .inTheWay(path: target) : StoreFailure(errno: code, path: target)
    }
    try Self.synchronize(Self.folder(of: target))
  }

  private static func folder(of path: String) -> String {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    return end == path.startIndex ? "/" : String(path[..<end])
  }

  /// Removes a file; that it is not there is as good.
  func remove(_ path: String) throws(StoreFailure) {
    guard unlink(path) == 0 || errno == ENOENT else { throw StoreFailure(errno: errno, path: path) }
  }

  /// Waits until a file or folder is on the disk.
  static func synchronize(_ path: String) throws(StoreFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreFailure(errno: errno, path: path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreFailure(errno: errno, path: path) }
  }

  private func requireWritable(_ path: String, _ more: Int32) throws(StoreFailure) {
    guard faccessat(AT_FDCWD, path, R_OK | W_OK | more, AT_EACCESS) == 0 else {
      throw StoreFailure(errno: errno, path: path)
    }
  }

  /// Makes the folder and those on the way to it.
  ///
  /// Those on the way are the person's alone; so a group's folder is made only where the way to it
  /// is there, and open to the group.
  private func makeDirectory() throws(StoreFailure) {
    if location.access == .group, try FileFacts(at: Self.folder(of: directory)) == nil {
      throw .folderMissing(path: Self.folder(of: directory))
    }
    var path = ""
    var parent = "/"
    for part in directory.split(separator: "/") {
      path += "/" + part
      let mode = path == directory ? location.access.folderMode : StoreAccess.own.folderMode
      if mkdir(path, mode) == 0 {
        guard chmod(path, mode) == 0 else { throw StoreFailure(errno: errno, path: path) }
        try Self.synchronize(parent)
      } else if errno != EEXIST {
        throw StoreFailure(errno: errno, path: path)
      }
      parent = path
    }
  }
}
