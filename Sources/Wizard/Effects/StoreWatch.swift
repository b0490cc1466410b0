import Foundation
import Store
import Synchronization

/// Tells that somebody has saved something in a folder: a store of cases, or a class.
///
/// The system tells it, and the program never wakes to look. It gives each user a number of such watches,
/// 128 as a rule; whoever gets none looks at the file every other second.
final class StoreWatch {
  private let source: any DispatchSourceProtocol

  /// Watches a store until it is let go.
  convenience init(
    _ location: StoreLocation,
    on queue: DispatchQueue,
    every interval: DispatchTimeInterval = .seconds(2),
    isTold: Bool = true,
    changed: @escaping @Sendable () -> Void
  ) {
    self.init(
      location.directory,
      orLookingAt: location.database,
      on: queue,
      every: interval,
      isTold: isTold,
      changed: changed
    )
  }

  /// Watches a folder until it is let go.
  ///
  /// - Parameters:
  ///   - directory: The folder.
  ///   - path: What changes with every save: a file in it, or the folder itself.
  ///   - interval: How often it is looked at where the system has no watch to give.
  ///   - isTold: Whether the system is asked for a watch.
  ///   - changed: Called on the queue after every save, one's own too.
  init(
    _ directory: String,
    orLookingAt path: String,
    on queue: DispatchQueue,
    every interval: DispatchTimeInterval,
    isTold: Bool = true,
    changed: @escaping @Sendable () -> Void
  ) {
    let told = isTold ? Self.told(directory, queue, changed) : nil
    source = told ?? Self.looking(at: path, queue, every: interval, changed)
    source.activate()
  }

  deinit { source.cancel() }

  /// A watch of the system's, if it has one to give.
  private static func told(
    _ directory: String,
    _ queue: DispatchQueue,
    _ changed: @escaping @Sendable () -> Void
  ) -> (any DispatchSourceProtocol)? {
    let notices = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard notices >= 0 else { return nil }
    // A save is done when its journal is taken away; a store that is put back is moved to its place.
    guard inotify_add_watch(notices, directory, UInt32(IN_DELETE | IN_MOVED_TO)) >= 0 else {
      close(notices)
      return nil
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: notices, queue: queue)
    source.setEventHandler {
      // What the notices say is of no matter, only that there are some.
      withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 8) { room in
        while read(notices, room.baseAddress, room.count) > 0 {}
      }
      changed()
    }
    source.setCancelHandler { close(notices) }
    return source
  }

  private static func looking(
    at path: String,
    _ queue: DispatchQueue,
    every interval: DispatchTimeInterval,
    _ changed: @escaping @Sendable () -> Void
  ) -> any DispatchSourceProtocol {
    let seen = Mutex(state(of: path))
    let source = DispatchSource.makeTimerSource(queue: queue)
    source.schedule(deadline: .now() + interval, repeating: interval, leeway: .milliseconds(200))
    source.setEventHandler {
      let now = state(of: path)
      let isNew = seen.withLock { seen in
        defer { seen = now }
        return seen != now
      }
      if isNew { changed() }
    }
    return source
  }

  /// What of a file changes with a save: which one it is, and when it was written.
  private static func state(of path: String) -> [Int] {
    var status = stat()
    guard stat(path, &status) == 0 else { return [] }
    return [
      Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
    ]
  }
}
