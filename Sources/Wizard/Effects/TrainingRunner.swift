import Dispatch
import Model
import Screens
import Store

/// Keeps what is done in training, and does nothing else: it has the file of training and no store.
final class TrainingRunner: Outside {
  private let file: TrainingFile
  let work = EventQueue("training")

  init(_ file: TrainingFile) { self.file = file }

  func carryOut(_ effect: Effect) {
    guard case .keepTraining(let record) = effect else { return }
    work.queue.async { [self] in
      do throws(StoreFailure) {
        try file.write(record)
      } catch {
        work.report(.storeFailed(key: error.textKey, values: error.textValues))
      }
    }
  }

  func countAtOnce(_ portal: PortalEdition) -> HomeState? { HomeState(portal) }
  func watch() -> StoreWatch? { nil }
}
