#if PostgreSQL
package import Dispatch
import Glibc
import Synchronization

/// Tells that somebody has saved something in a store on a server.
///
/// The server says so on the connection there is, and nothing wakes to look. While the connection is broken it
/// is tried anew, with growing pauses.
package final class ServerWatch: Sendable {
  private let store: ServerStore
  private let queue: DispatchQueue
  private let changed: @Sendable () -> Void
  private let source = Mutex<(any DispatchSourceRead)?>(nil)

  /// Watches until it is let go.
  ///
  /// - Parameters:
  ///   - queue: The one that all is asked on.
  ///   - changed: Called on the queue after every save, one's own too, and after a silence.
  package init(
    _ store: ServerStore,
    on queue: DispatchQueue,
    _ changed: @escaping @Sendable () -> Void
  ) {
    self.store = store
    self.queue = queue
    self.changed = changed
    queue.async { [weak self] in
      store.listen(
        ServerListener(
          connected: { [weak self] socket in self?.listen(on: socket) },
          heard: { [weak self] in queue.async { [weak self] in self?.look(after: 0.5) } }
        )
      )
      self?.look(after: 0)
    }
  }

  deinit { source.withLock { $0?.cancel() } }

  /// Listens on a connection in the place of the one before.
  private func listen(on socket: Int32) {
    // The source has a descriptor of its own, so that the connection can be closed whenever it breaks.
    let own = fcntl(socket, F_DUPFD_CLOEXEC, 0)
    guard own >= 0 else { return }
    source.withLock { source in
      source?.cancel()
      let made = DispatchSource.makeReadSource(fileDescriptor: own, queue: queue)
      made.setEventHandler { [weak self] in self?.look(after: 0.5) }
      made.setCancelHandler { close(own) }
      made.activate()
      source = made
    }
  }

  /// Takes in what there is to hear.
  ///
  /// - Parameter pause: The seconds until the next try where the server is silent.
  private func look(after pause: Double) {
    do throws(ServerTrouble) {
      if try store.takeNotes() { changed() }
    } catch {
      source.withLock { source in
        source?.cancel()
        source = nil
      }
      let next = min(max(2 * pause, 0.5), 30)
      queue.asyncAfter(deadline: .now() + next) { [weak self] in self?.look(after: next) }
    }
  }
}
#endif
