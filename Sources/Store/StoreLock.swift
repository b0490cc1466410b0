import Glibc
import Model

/// A lock between processes while one of them opens, makes or reshapes a store.
enum StoreLock {
  /// Runs a body while no other process holds the lock.
  ///
  /// The lock is on a file of its own, since closing any descriptor of a database file would drop
  /// the locks that SQLite holds on it in the same process.
  ///
  /// - Parameter mode: The mode of the file, whatever the umask.
  /// - Throws: `StoreFailure.busy` after `seconds`, or what the body throws.
  static func holding<Value>(
    _ path: String,
    mode: UInt32,
    seconds: Double,
    _ body: () throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw StoreFailure(errno: errno, path: path) }
    defer { close(descriptor) }
    if let facts = try FileFacts(at: path), facts.mode != mode, facts.owner == geteuid() {
      guard fchmod(descriptor, mode) == 0 else { throw StoreFailure(errno: errno, path: path) }
    }
    let deadline = ContinuousClock.now + .seconds(seconds)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreFailure(errno: errno, path: path)
      }
      guard ContinuousClock.now < deadline else { throw .busy(path: path) }
      usleep(2000)
    }
    return try body()
  }
}
