import Foundation
import Glibc
import Synchronization

/// Tells once, while a store is opened, that another program holds it.
final class OpeningWait: Sendable {
  /// So long a person may look at an empty screen.
  private static let patience: Duration = .milliseconds(400)

  private let began = ContinuousClock.now
  private let files: StoreFiles
  private let tell: Mutex<(@Sendable (StoreHolder) -> Void)?>

  init(_ files: StoreFiles, _ tell: @escaping @Sendable (StoreHolder) -> Void) {
    self.files = files
    self.tell = Mutex(tell)
  }

  /// Called again and again while nothing but waiting can be done.
  func goOn() {
    guard ContinuousClock.now - began > Self.patience else { return }
    let tell = tell.withLock { tell in
      defer { tell = nil }
      return tell
    }
    tell?(StoreHolder(of: files))
  }

  /// From here on nothing more is told.
  func end() { tell.withLock { $0 = nil } }
}

/// Who holds a store while others wait.
package struct StoreHolder: Sendable {
  /// The store.
  package let path: String
  /// The process, where the system tells it.
  package let process: Int32?

  /// Looks the locks on the store and on its lock file up in the system's list of all locks
  /// (proc_locks(5)).
  init(of files: StoreFiles) {
    path = files.database.path
    let held = [files.lock, files.database].compactMap { try? $0.facts()?.identity[1] }
    let list = (try? String(contentsOfFile: "/proc/locks", encoding: .utf8)) ?? ""
    process =
      list.split(separator: "\n").lazy.compactMap { line -> Int32? in
        // 1: FLOCK  ADVISORY  WRITE 4711 fe:01:262159 0 EOF; those who wait have an arrow.
        let words = line.split(separator: " ")
        guard words.count == 8, let process = Int32(words[4]), process > 0, process != getpid(),
          let inode = words[5].split(separator: ":").last.flatMap({ UInt64($0) }),
          held.contains(inode)
        else { return nil }
        return process
      }.first
  }
}
