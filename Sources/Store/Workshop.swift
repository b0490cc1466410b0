import CStoreFiles
import Foundation
import Glibc
import Model

/// Folders that nobody else can reach into, for files on their way to their place.
///
/// Whoever works in one holds a lock on it, which the system lets go of when the process dies: one that nobody holds
/// was left by a program that was killed. A signal that ends the program clears it away first.
extension HeldFolder {
  /// Runs a body with such a folder inside this one, and removes it after.
  ///
  /// - Parameters:
  ///   - name: Its name; what a killed program left under it is cleared away.
  ///   - target: Where what is made in it goes, to tell people of it.
  func withWorkshop<Value>(
    _ name: String,
    for target: String,
    _ body: (HeldFolder) throws(StoreFailure) -> Value
  ) throws(StoreFailure) -> Value {
    let workshop = try workshop(name)
    let isSeenTo = csf_work_begin(descriptor, name, workshop.descriptor)
    defer {
      try? workshop.clear()
      removeFolder(name)
      if isSeenTo { csf_work_end() }
    }
    do throws(StoreFailure) {
      try workshop.clear()
      return try body(workshop)
    } catch {
      throw error.about(target, insteadOf: workshop.path)
    }
  }

  private func workshop(_ name: String) throws(StoreFailure) -> HeldFolder {
    for _ in 0..<Self.tries {
      let isThere = try file(name).exists()
      let workshop = isThere ? try ownFolder(name) : try makeFolder(name)
      let isOther = flock(workshop.descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK
      // Whoever clears up holds it for a moment, and may have taken it for one that was left.
      let found = try file(name).facts()?.identity
      let own = try workshop.facts().identity
      if !isOther, found == own { return workshop }
      usleep(2_000)
    }
    throw .held(path: path)
  }

  private static let tries = 1_000

  /// The files in it.
  private static let parts = [CSF_WORK, CSF_WORK + "-journal"]

  private func clear() throws(StoreFailure) {
    for part in Self.parts { try file(part).remove() }
  }

  // MARK: - What is left

  /// Clears away what killed programs left in this folder.
  ///
  /// Only the person's own, what nobody holds, and nothing else than a program makes there. No link is followed.
  func clearLeftWorkshops() {
    for name in workshopNames() {
      guard let left = try? leftWorkshop(name) else { continue }
      if Set(left.names()).isSubset(of: Self.parts) { try? left.clear() }
      removeFolder(name)
    }
  }

  /// The names of what killed programs left in this folder and nobody has cleared away.
  ///
  /// Of another's folder nobody can see whether they work in it; so it counts when it is older than any work is long.
  func leftWorkshops(at moment: Timestamp) -> [String] {
    workshopNames().filter { name in
      guard let facts = (try? file(name).facts()).flatMap({ $0 }) else { return false }
      guard facts.kind == .directory else { return false }
      guard facts.owner == geteuid() else {
        return facts.changed.rawValue < moment.rawValue - Self.longestWork
      }
      // Of one's own, what others can look into is no work of the program's that goes on.
      return facts.mode & 0o077 != 0 || (try? leftWorkshop(name)) != nil
    }
  }

  /// A day, in seconds.
  private static let longestWork: Int64 = 86_400

  /// A folder of the person's own in which a program worked, and nobody does any more; `nil` while somebody does.
  ///
  /// It is held for as long as what it gives is kept.
  private func leftWorkshop(_ name: String) throws(StoreFailure) -> HeldFolder? {
    let left = try ownFolder(name)
    return flock(left.descriptor, LOCK_EX | LOCK_NB) == 0 ? left : nil
  }

  private func workshopNames() -> [String] { names().filter(Self.isWorkshop).sorted() }

  private func names() -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: way)) ?? []
  }

  private static func isWorkshop(_ name: String) -> Bool {
    let (mark, register) = (".veiviser-", "register-")
    guard name.hasPrefix(mark) else { return false }
    let rest = name.dropFirst(mark.count)
    let number = rest.hasPrefix(register) ? rest.dropFirst(register.count) : rest
    return !number.isEmpty && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}

extension StoreFailure {
  /// The same about the place where something goes, not about the folder it is made in.
  fileprivate func about(_ target: String, insteadOf folder: String) -> StoreFailure {
    switch self {
    case .full(let path) where path.hasPrefix(folder): .full(path: target)
    case .notWritable(let path) where path.hasPrefix(folder): .notWritable(path: target)
    case .inputOutput(let path, let code) where path.hasPrefix(folder):
      .inputOutput(path: target, code: code)
    default: self
    }
  }
}
