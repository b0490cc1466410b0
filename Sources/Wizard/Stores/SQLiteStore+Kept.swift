import Dispatch
import Model
import Store

extension SQLiteStore: KeptStore {
  var people: any People { Login(group: group) { (try? owners()) ?? [] } }
  var isShared: Bool { location.access == .group }
  // Who can write the file can do anything.
  var guardsRights: Bool { false }

  func watch(on queue: DispatchQueue, _ changed: @escaping @Sendable () -> Void) -> AnyObject {
    StoreWatch(location, on: queue, changed: changed)
  }

  func told(_ path: String) -> String { location.told(path) }

  // A file answers, or says why not.
  func keepTrying(_ silent: @escaping @Sendable (StoreFailure) -> Void) {}
  func giveUp() {}
  func waitAgain() {}
}
