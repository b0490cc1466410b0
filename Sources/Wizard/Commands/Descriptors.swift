import Glibc

/// How many files the program may have open at once.
enum Descriptors {
  /// What the store, the watch over it and the libraries open at the most, with some to spare.
  private static let needed = 12
  /// What the limit is raised to where it is too low and may be raised.
  private static let wanted: rlim_t = 64
  /// Opens the place of a file alone, for which nobody needs any right to it.
  ///
  /// Swift's module of the C library leaves this number of Linux out.
  private static let pathOnly: Int32 = 0o10_000_000

  /// Whether as many more can be opened as the program needs.
  ///
  /// Looked at before anything else is done: where there are fewer, libraries end the program without a
  /// word, or the store seems to be forbidden.
  static func suffice() -> Bool { canOpen() || (raise() && canOpen()) }

  private static func canOpen(_ more: Int = needed) -> Bool {
    guard more > 0 else { return true }
    let descriptor = open("/", pathOnly | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return canOpen(more - 1)
  }

  private static func raise() -> Bool {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return false }
    limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, wanted))
    return setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
  }
}
