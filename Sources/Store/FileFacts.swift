import Glibc
import Model

/// What the file system says about one path, without following a link at its end.
struct FileFacts {
  enum Kind { case file, directory, link, other }

  let kind: Kind
  let owner: UInt32
  /// The permission bits alone.
  let mode: UInt32
  let size: Int64
  /// Device and inode: the same pair means the same file.
  let identity: [UInt64]

  /// Looks a path up; `nil` when there is nothing there.
  ///
  /// - Throws: `StoreFailure` when the way there is closed.
  init?(at path: String) throws(StoreFailure) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let code = errno
      guard code == ENOENT else { throw StoreFailure(errno: code, path: path) }
      return nil
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .directory
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    owner = status.st_uid
    mode = status.st_mode & 0o7777
    size = Int64(status.st_size)
    identity = [UInt64(status.st_dev), UInt64(status.st_ino)]
  }
}
