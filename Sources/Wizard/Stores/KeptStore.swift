import Dispatch
import Model

/// A store as the program has opened it: what it needs of one beside the cases, wherever it is kept.
protocol KeptStore: DeskStore {
  var people: any People { get }
  /// Whether it is kept for several, so that the program leads to the desk.
  var isShared: Bool { get }

  /// Whether it holds people to what their roles may, so that these are more than order.
  var guardsRights: Bool { get }

  /// What is said of the desk; what nothing is said of where it is not.
  ///
  /// - Throws: `DeskSetupFault`; `StoreFailure` when it cannot be read.
  func deskSetup() throws -> DeskSetup

  /// The trail of a case in the order things were done; it remains when the case is deleted.
  func events(for id: CaseID) throws(StoreFailure) -> [CaseEvent]

  /// Calls on a queue after every save, one's own too, for as long as what it gives is kept.
  func watch(on queue: DispatchQueue, _ changed: @escaping @Sendable () -> Void) -> AnyObject

  /// A path of the store as people are told it.
  func told(_ path: String) -> String

  /// Waits for a store that does not answer until ``giveUp()``, where it is one that may come back.
  ///
  /// - Parameter silent: Told each time it falls silent.
  func keepTrying(_ silent: @escaping @Sendable (StoreFailure) -> Void)

  /// Waits no longer, until ``waitAgain()``: what is waited for fails at once.
  func giveUp()

  /// Waits as before somebody gave up.
  func waitAgain()
}
