import Glibc
import Model

/// A lock between processes while one of them opens, makes or reshapes a store.
enum StoreLock {
  /// Runs a body while no other process holds the lock.
  ///
  /// The lock is on a file of its own, since closing any descriptor of a database file would drop
  /// the locks that SQLite holds on it in the same process.
  ///
  /// - Parameters:
  ///   - mode: The mode of the file, whatever the umask.
  ///   - waiting: Called again and again while another process holds it.
  /// - Throws: `StoreFailure.held` after `seconds`, or what the body throws.
  static func holding<Value>(
    _ file: HeldFile,
    mode: UInt32,
    seconds: Double,
    waiting: () -> Void,
    _ body: () throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    let path = file.path
    let descriptor = try file.open(O_RDWR | O_CREAT, mode: mode)
    defer { close(descriptor) }
    let facts = try FileFacts(of: descriptor, at: path)
    // A file with a second name may be one from elsewhere.
    guard facts.kind == .file, facts.names == 1 else { throw .notFile(path: path) }
    if facts.mode != mode, facts.owner == geteuid() {
      guard fchmod(descriptor, mode) == 0 else { throw StoreFailure(errno: errno, path: path) }
    }
    let deadline = ContinuousClock.now + .seconds(seconds)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreFailure(errno: errno, path: path)
      }
      guard ContinuousClock.now < deadline else { throw .held(path: path) }
      waiting()
      usleep(2000)
    }
    return try body()
  }
}
