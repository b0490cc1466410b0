import Glibc
import GRDB
package import Model

extension SQLiteStore {
  /// Copies the whole store to a new file that only its owner can read.
  ///
  /// Others may go on using the store meanwhile; the copy is checked before it gets its name.
  ///
  /// - Returns: The absolute path of the copy.
  /// - Throws: `StoreFailure.inTheWay` when something stands there already, `.copyUnnamed` for a folder or nothing,
  ///   `.copyNotMade` when it cannot be made there.
  package func backUp(to file: String) throws(StoreFailure) -> String {
    let last = file.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard !["", ".", ".."].contains(last) else { throw .copyUnnamed }
    do throws(StoreFailure) {
      let target = try Self.file(at: file)
      if let facts = try target.facts() {
        throw facts.kind == .directory ? .copyUnnamed : .inTheWay(path: target.path)
      }
      _ = try read { db in try StoreMeta(in: db, at: location.database) }
      target.folder.clearLeftWorkshops()
      // A name that no other copy has, for two may be made at once.
      let name = ".veiviser-\(UInt64.random(in: .min ... .max))"
      return try target.folder.withWorkshop(name, for: target.path) {
        workshop throws(StoreFailure) -> String in
        // The copy is the person's own, also of a store that a group shares.
        let mode = StoreAccess.own.fileMode
        let copy = try StoreBackup.make(of: queue, in: workshop, mode: mode, for: target)
        try copy.moveBeside(target)
        return target.path
      }
    } catch {
      throw error.ofNewCopy(of: location.database)
    }
  }

  /// A file that a person has named.
  private static func file(at path: String) throws(StoreFailure) -> HeldFile {
    let path = StoreLocation.absolute(path)
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return try HeldFolder(at: folder).file(String(path[path.index(after: slash)...]))
  }

  /// Puts a copy of a store in the place of the store.
  ///
  /// The copy is only read. A program that has the store open can save nothing more in it, and says
  /// so; what stood in the place is kept beside it.
  ///
  /// - Returns: The path where what stood there is now, or `nil` when nothing did.
  /// - Throws: `StoreFailure` about the copy when it is no whole store or of a newer version.
  package static func restore(
    from file: String,
    at location: StoreLocation,
    words: CaseWords = .plain,
    waiting: @escaping @Sendable (StoreHolder) -> Void = { _ in },
    now: @escaping @Sendable () -> Timestamp
  ) throws(StoreFailure) -> String? {
    let copy = try Self.copy(at: file)
    let files = try StoreFiles(preparing: location)
    let opening = StoreOpening(
      files: files,
      setup: StoreSetup(words: words, checkedBytes: .max, waiting: waiting)
    )
    return try opening.alone { () throws(StoreFailure) -> String? in
      try files.clearLeft()
      let standing = try files.database.facts()
      if let standing {
        guard standing.kind == .file else { throw .notFile(path: files.database.path) }
        if location.access != .own { try files.checkNames(of: standing) }
        guard try !files.replaced.exists() else { throw .inTheWay(path: files.replaced.path) }
      }
      try files.withWorkshop { workshop throws(StoreFailure) in
        let finished = try opening.makeStore(from: copy, in: workshop, at: now())
        if standing == nil {
          try finished.move(to: files.database)
        } else {
          try opening.replaceStore(by: finished)
        }
      }
      return standing == nil ? nil : files.replaced.path
    }
  }

  /// The copy of a store that a person has named, if it is one by its beginning.
  private static func copy(at path: String) throws(StoreFailure) -> HeldFile {
    guard !path.isEmpty else { throw .noCopy(path: path) }
    let copy: HeldFile
    do throws(StoreFailure) {
      let absolute = StoreLocation.absolute(path)
      guard try FileFacts(at: absolute) != nil else { throw .noCopy(path: absolute) }
      copy = try file(at: path)
    } catch {
      throw error.ofNamedCopy
    }
    do throws(StoreFailure) {
      _ = Glibc.close(try StoreFiles.openRecognised(copy))
    } catch {
      throw error.ofCopy(at: copy.path)
    }
    return copy
  }
}
