import Foundation
import Store

/// Tells that somebody has saved something in a store, without ever waking to look.
final class StoreWatch {
  private let source: any DispatchSourceRead

  /// Watches until it is let go.
  ///
  /// - Parameters:
  ///   - directory: The folder of the store.
  ///   - changed: Called on the queue after every save, one's own too.
  /// - Returns: `nil` where the system has no watch to give.
  init?(_ directory: String, on queue: DispatchQueue, changed: @escaping @Sendable () -> Void) {
    let notices = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard notices >= 0 else { return nil }
    // A save is done when its journal is taken away; a store that is put back is moved to its place.
    guard inotify_add_watch(notices, directory, UInt32(IN_DELETE | IN_MOVED_TO)) >= 0 else {
      close(notices)
      return nil
    }
    source = DispatchSource.makeReadSource(fileDescriptor: notices, queue: queue)
    source.setEventHandler {
      // What the notices say is of no matter, only that there are some.
      withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 8) { room in
        while read(notices, room.baseAddress, room.count) > 0 {}
      }
      changed()
    }
    source.setCancelHandler { close(notices) }
    source.activate()
  }

  deinit { source.cancel() }
}
