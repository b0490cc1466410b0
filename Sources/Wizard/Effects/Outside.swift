import Foundation
import Model
import Screens

/// The outside as a front end knows it: what carries out effects and gives what came of them.
///
/// A store of cases (``StoreRunner``), or the file of training (``TrainingRunner``), which has no way to a
/// store.
protocol Outside: Sendable {
  func onEvent(_ wake: @escaping @Sendable () -> Void)
  func events() -> [Event]
  func carryOut(_ effect: Effect)
  func finish()
  func finish(within limit: DispatchTimeInterval)
  func countAtOnce(_ portal: PortalEdition) -> HomeState?
  /// Reports what others save, for as long as it is kept; `nil` where nobody else does.
  func watch() -> StoreWatch?
}
