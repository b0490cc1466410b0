import Foundation
import Model
import Screens

/// The outside as a front end knows it: what carries out effects and gives what came of them.
///
/// A store of cases (``StoreRunner``), the file of training (``TrainingRunner``), or a class (``LeadRunner``); the
/// last two have no way to a store.
protocol Outside: Sendable {
  var work: EventQueue { get }
  /// Whether there is a register at hand to be asked.
  var hasRegister: Bool { get }
  func carryOut(_ effect: Effect)
  /// Waits until everything begun is on the disk, or is known not to be.
  func finish()
  func countAtOnce(_ portal: PortalEdition) -> HomeState?
  /// Reports what others save, for as long as it is kept; `nil` where nobody else does.
  func watch() -> AnyObject?
}

extension Outside {
  var hasRegister: Bool { false }
  func countAtOnce(_ portal: PortalEdition) -> HomeState? { HomeState(portal) }
  func watch() -> AnyObject? { nil }
  func onEvent(_ wake: @escaping @Sendable () -> Void) { work.onEvent(wake) }
  func events() -> [Event] { work.events() }

  /// Waits until everything begun is on the disk.
  func finish() { work.finish() }

  /// Waits until everything begun is on the disk, but no longer than this.
  func finish(within limit: DispatchTimeInterval) { work.finish(within: limit) }
}
