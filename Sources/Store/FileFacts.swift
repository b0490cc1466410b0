import Glibc
import Model

/// What the file system says about a file or folder, without following a link.
struct FileFacts {
  enum Kind { case file, directory, link, other }

  let kind: Kind
  let owner: UInt32
  let group: UInt32
  /// The permission bits alone.
  let mode: UInt32
  let size: Int64
  /// How many names it has.
  let names: Int
  /// When its content was changed last.
  let changed: Timestamp
  /// Device and inode: the same pair means the same file.
  let identity: [UInt64]

  /// Looks a path up; `nil` when there is nothing there.
  ///
  /// - Parameter name: What people know the path by.
  /// - Throws: `StoreFailure` when the way there is closed.
  init?(at path: String, calledBy name: String? = nil) throws(StoreFailure) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let code = errno
      guard code == ENOENT else { throw StoreFailure(errno: code, path: name ?? path) }
      return nil
    }
    self.init(status)
  }

  /// What an open file or folder is.
  init(of descriptor: Int32, at path: String) throws(StoreFailure) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw StoreFailure(errno: errno, path: path) }
    self.init(status)
  }

  private init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .directory
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    owner = status.st_uid
    group = status.st_gid
    mode = status.st_mode & 0o7777
    size = Int64(status.st_size)
    names = Int(status.st_nlink)
    changed = Timestamp(rawValue: Int64(status.st_mtim.tv_sec))
    identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
  }
}
