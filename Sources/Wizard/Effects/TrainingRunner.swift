import Foundation
import Model
import Screens
import Store
import Synchronization

/// Keeps what is done in training, and does nothing else: it has the file of training and no store.
final class TrainingRunner: Outside {
  private let file: TrainingFile
  private let queue = DispatchQueue(label: "training")
  private let happened = Mutex<[Event]>([])
  private let wake = Mutex<(@Sendable () -> Void)?>(nil)

  init(_ file: TrainingFile) { self.file = file }

  func onEvent(_ wake: @escaping @Sendable () -> Void) { self.wake.withLock { $0 = wake } }

  func events() -> [Event] {
    happened.withLock { events in
      defer { events = [] }
      return events
    }
  }

  func carryOut(_ effect: Effect) {
    guard case .keepTraining(let record) = effect else { return }
    queue.async { [self] in
      do throws(StoreFailure) {
        try file.write(record)
      } catch {
        let failed = Event.storeFailed(key: error.textKey, values: error.textValues)
        happened.withLock { $0.append(failed) }
        wake.withLock { $0 }?()
      }
    }
  }

  func finish() { queue.sync {} }

  func finish(within limit: DispatchTimeInterval) {
    let done = DispatchSemaphore(value: 0)
    queue.async { done.signal() }
    _ = done.wait(timeout: .now() + limit)
  }

  func countAtOnce(_ portal: PortalEdition) -> HomeState? { HomeState(portal) }
  func watch() -> StoreWatch? { nil }
}
