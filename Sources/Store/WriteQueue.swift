import Glibc

/// The order in which processes come to write in a store: who came first goes first.
///
/// SQLite gives its lock to whoever looks at the right moment, so that one of many can wait for very
/// long. Those who want to write therefore stand in a row of places, which are locks on bytes of the
/// file of the lock. Each holds one place and steps on when the next is let go, so that nobody can
/// pass; the system lets go of the place of a process that dies.
///
/// A turn gives no right to write, which is SQLite's alone to give. Whoever does not come to the front
/// in time, behind a stopped process for instance, or finds no row to stand in, asks SQLite all the
/// same.
enum WriteQueue {
  static let places: Int64 = 64

  /// Runs a body when it is its turn, or after so many seconds.
  ///
  /// - Parameter path: The file of the lock. Closing it drops no lock of SQLite's, which are on another.
  static func taking<Value>(
    at path: String,
    seconds: Double,
    _ body: () throws -> Value
  ) rethrows -> Value {
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return try body() }
    // Whoever gives up stands in nobody's way.
    guard advance(descriptor, until: .now + .seconds(seconds)) else {
      close(descriptor)
      return try body()
    }
    defer { close(descriptor) }
    return try body()
  }

  /// Goes from the end of the row to its front.
  private static func advance(_ descriptor: Int32, until deadline: ContinuousClock.Instant) -> Bool
  {
    // Where nobody stands, the whole way is one step.
    if PlaceLock.set(0..<places, F_WRLCK, descriptor) == 0 {
      return PlaceLock.set(1..<places, F_UNLCK, descriptor) == 0
    }
    var place = places
    while place > 0 {
      switch PlaceLock.set(place - 1..<place, F_WRLCK, descriptor) {
      case 0:
        if place < places { _ = PlaceLock.set(place..<place + 1, F_UNLCK, descriptor) }
        place -= 1
      case EAGAIN, EACCES, EINTR:
        guard ContinuousClock.now < deadline else { return false }
        // Far from the front there is time; a save takes longer than one such step.
        usleep(UInt32(200 * place))
      default: return false
      }
    }
    return true
  }
}
