import Dispatch
import Screens
import Synchronization

/// Work that is done one thing after another, off the screen's thread, and the events that come of it.
final class EventQueue: Sendable {
  let queue: DispatchQueue
  private let happened = Mutex<[Event]>([])
  private let wake = Mutex<(@Sendable () -> Void)?>(nil)

  init(_ label: String) { queue = DispatchQueue(label: label) }

  /// Calls this whenever something has happened that ``events()`` will give.
  func onEvent(_ wake: @escaping @Sendable () -> Void) { self.wake.withLock { $0 = wake } }

  /// What has happened since the last call, in order.
  func events() -> [Event] {
    happened.withLock { events in
      defer { events = [] }
      return events
    }
  }

  func report(_ event: Event) {
    happened.withLock { $0.append(event) }
    wake.withLock { $0 }?()
  }

  /// Waits until everything begun is done.
  func finish() { queue.sync {} }

  /// Waits until everything begun is done, but no longer than this.
  ///
  /// - Returns: Whether it is done.
  @discardableResult
  func finish(within limit: DispatchTimeInterval) -> Bool {
    let done = DispatchSemaphore(value: 0)
    queue.async { done.signal() }
    return done.wait(timeout: .now() + limit) == .success
  }
}
