import Foundation
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct StoreSharedTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var directory: String { folder.location.directory }
  private var shared: StoreLocation { StoreLocation(directory: directory, access: .group) }

  private func open(_ location: StoreLocation) throws(StoreFailure) -> SQLiteStore {
    try SQLiteStore.open(at: location, now: { Timestamp(rawValue: 0) }, redact: { text, _ in text })
  }

  @Test func `a shared store is open to its group and to nobody else`() throws {
    let store = try open(shared)
    _ = try store.create(CaseDraft(flow: "findFault"))
    let report = try store.inspection()
    #expect(report.isSound)
    #expect(report.directoryMode == 0o2770)
    #expect(report.fileMode == 0o660)
    #expect(try folder.mode(of: directory + "/veiviser.lock") == 0o660)
  }

  @Test func `a shared store and an own one are never taken for each other`() throws {
    try open(shared).close()
    #expect(throws: StoreFailure.shared(path: directory)) { try open(folder.location) }
    let other = StoreLocation(directory: folder.path + "/other")
    try open(other).close()
    let asShared = StoreLocation(directory: other.directory, access: .group)
    #expect(throws: StoreFailure.notShared(path: other.directory, mode: 0o700)) {
      try open(asShared)
    }
  }

  @Test(arguments: [0o777, 0o2777, 0o2772, 0o770, 0o2750] as [mode_t])
  func `a folder that is not a group's is not shared`(mode: mode_t) throws {
    try folder.makeStoreFolder()
    #expect(chmod(directory, mode) == 0)
    #expect(throws: StoreFailure.notShared(path: directory, mode: UInt32(mode))) {
      try open(shared)
    }
    #expect(try folder.names() == [])
  }

  @Test func `a shared store is not put where the group cannot get to it`() throws {
    let deep = StoreLocation(directory: folder.path + "/a/b", access: .group)
    #expect(throws: StoreFailure.folderMissing(path: folder.path + "/a")) { try open(deep) }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/a"))
  }

  @Test func `a copy of a shared store is the person's alone`() throws {
    let store = try open(shared)
    _ = try store.backUp(to: folder.path + "/copy")
    #expect(try folder.mode(of: folder.path + "/copy") == 0o600)
  }
}
