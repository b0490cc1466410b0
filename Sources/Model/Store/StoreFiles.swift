import Glibc

/// The files of a store, and the checks that come before SQLite sees them.
struct StoreFiles {
  let location: StoreLocation

  var directory: String { location.directory }
  var database: String { location.database }
  var lock: String { directory + "/veiviser.lock" }
  /// A new store before it is whole and takes its place.
  var unfinished: String { database + ".new" }

  /// The copy made before the shape of the store left a version.
  func backup(ofVersion version: Int) -> String {
    directory + "/veiviser-before-version-\(version + 1).sqlite"
  }

  /// Makes sure of a folder that is ours, that we may write in, and where no other user may.
  ///
  /// A folder made here has mode 0700 whatever the umask. The mode of a folder that stood there is
  /// left alone: it can be one that the person uses for other things as well.
  func prepareDirectory() throws(StoreFailure) {
    if let home = location.home, try FileFacts(at: home) == nil {
      throw .homeMissing(path: home)
    }
    if try FileFacts(at: directory) == nil { try makeDirectory() }
    guard let facts = try FileFacts(at: directory) else { throw .notDirectory(path: directory) }
    guard facts.kind != .link else { throw .link(path: directory) }
    guard facts.kind == .directory else { throw .notDirectory(path: directory) }
    guard facts.owner == geteuid() else {
      throw .foreignOwner(path: directory, owner: facts.owner)
    }
    guard facts.mode & 0o022 == 0 else {
      throw .openToOthers(path: directory, mode: facts.mode)
    }
    try requireWritable(directory, X_OK)
  }

  /// Tells whether there is a store to open, and refuses whatever else stands in its place.
  ///
  /// - Returns: What is known of the file, or `nil` when there is none and one may be made.
  func examineDatabase() throws(StoreFailure) -> FileFacts? {
    guard let facts = try FileFacts(at: database) else {
      // SQLite would play this journal back into the new store.
      guard try FileFacts(at: database + "-journal") == nil else {
        throw .damaged(path: database, what: .journalAlone)
      }
      return nil
    }
    guard facts.kind != .link else { throw .link(path: database) }
    guard facts.kind == .file else { throw .notFile(path: database) }
    guard facts.owner == geteuid() else { throw .foreignOwner(path: database, owner: facts.owner) }
    guard facts.size > 0 else { throw .empty(path: database) }
    try requireWritable(database, 0)
    return facts
  }

  /// Makes an empty file of mode 0600 whatever the umask, in place of one left from a broken try.
  func makeFile(_ path: String) throws(StoreFailure) {
    for leftover in [path, path + "-journal"] { try remove(leftover) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreFailure(errno: errno, path: path) }
    defer { close(descriptor) }
    guard fchmod(descriptor, 0o600) == 0 else { throw StoreFailure(errno: errno, path: path) }
  }

  /// Takes a file back from everybody but its owner.
  func restrict(_ path: String) throws(StoreFailure) {
    guard chmod(path, 0o600) == 0 else { throw StoreFailure(errno: errno, path: path) }
  }

  /// Lets a finished file take its place, for good even if the power goes.
  func move(_ path: String, to place: String) throws(StoreFailure) {
    guard rename(path, place) == 0 else { throw StoreFailure(errno: errno, path: place) }
    try Self.synchronize(directory)
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

  private func makeDirectory() throws(StoreFailure) {
    var path = ""
    var parent = "/"
    for part in directory.split(separator: "/") {
      path += "/" + part
      if mkdir(path, 0o700) == 0 {
        guard chmod(path, 0o700) == 0 else { throw StoreFailure(errno: errno, path: path) }
        try Self.synchronize(parent)
      } else if errno != EEXIST {
        throw StoreFailure(errno: errno, path: path)
      }
      parent = path
    }
  }
}
