import Foundation
import Glibc
package import Model

extension SQLiteStore {
  /// The group that shares the store; `nil` where it is one person's, or where nobody can tell.
  package var group: UInt32? {
    location.access == .group ? try? files.folder.facts().group : nil
  }

  /// What the file of the desk in the folder of the store says; what nothing is said of where it is not there.
  ///
  /// The file counts only where nobody but its owner can write it, and the owner is root, whose folder it is,
  /// or the person.
  ///
  /// - Throws: ``DeskSetupFault``; `StoreFailure` when it cannot be read.
  package func deskSetup() throws -> DeskSetup {
    let file = files.folder.file("desk.json")
    guard let facts = try file.facts() else { return DeskSetup() }
    guard facts.kind == .file, facts.names == 1 else {
      throw DeskSetupFault(path: file.path, what: .kind)
    }
    let descriptor = try file.open(O_RDONLY)
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    let opened = try FileFacts(of: descriptor, at: file.path)
    let owners = [0, geteuid(), try files.folder.facts().owner]
    guard opened.identity == facts.identity, owners.contains(opened.owner) else {
      throw DeskSetupFault(path: file.path, what: .owner)
    }
    guard opened.mode & 0o022 == 0 else { throw DeskSetupFault(path: file.path, what: .mode) }
    let read = try? handle.read(upToCount: DeskSetup.longest + 1)
    guard let setup = DeskSetup(json: read ?? Data()) else {
      throw DeskSetupFault(path: file.path, what: .content)
    }
    return setup
  }
}

/// Why the file of the desk does not count.
package struct DeskSetupFault: Error, Equatable, Sendable {
  package enum What: String, CaseIterable, Sendable {
    /// It is no plain file of one name.
    case kind
    /// It belongs to somebody else.
    case owner
    /// Others can write it.
    case mode
    /// It is not written as it should be.
    case content
  }

  package let path: String
  package let what: What

  /// The key of the words for it.
  package var textKey: String { "desk.setup.\(what.rawValue)" }
}
