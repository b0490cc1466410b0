import Foundation
import TestSupport
import Testing

@testable import Model
@testable import Store

/// What a program that was killed left behind while it made a copy is cleared away, and nothing else is.
@Suite struct WorkshopTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let precious = Data("precious".utf8)

  /// A folder as a killed program leaves it.
  private func leave(_ name: String, in place: String, with parts: [String] = ["store"]) throws {
    let path = place + "/" + name
    #expect(mkdir(path, 0o700) == 0)
    for part in parts { try Self.precious.write(to: URL(filePath: path + "/" + part)) }
  }

  private func left(in place: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place).filter { $0.hasPrefix(".") }.sorted()
  }

  @Test(arguments: [[], ["store"], ["store", "store-journal"]])
  func `what was left beside a store is gone once the store is opened`(parts: [String]) throws {
    try folder.open().close()
    let names = [".veiviser-\(geteuid())", ".veiviser-17", ".veiviser-register-\(geteuid())"]
    for name in names { try leave(name, in: folder.location.directory, with: parts) }
    let store = try folder.open()
    #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
    #expect(try store.inspection().isSound)
  }

  @Test func `what was left beside a copy is gone once another is made there`() throws {
    let store = try folder.open()
    try leave(".veiviser-18446744073709551615", in: folder.path)
    _ = try store.backUp(to: folder.file("copy"))
    #expect(try left(in: folder.path) == [])
  }

  @Test func `what somebody works in, what is not the program's and what a link leads to stay`()
    throws
  {
    try folder.open().close()
    let place = folder.location.directory
    try leave("elsewhere", in: folder.path)
    #expect(symlink(folder.file("elsewhere"), place + "/.veiviser-1") == 0)
    try leave(".veiviser-2", in: place, with: ["store", "letter"])
    try leave(".veiviser-3", in: place)
    #expect(chmod(place + "/.veiviser-3", 0o755) == 0)
    for name in [".veiviser-", ".veiviser-4x", ".veiviser-register-", ".other-4"] {
      try leave(name, in: place)
    }
    let held = try HeldFolder(at: place)
    let store = try held.withWorkshop(".veiviser-5", for: "there") {
      workshop throws(StoreFailure) -> SQLiteStore in
      try workshop.file("store").make(mode: 0o600)
      let store = try folder.open()
      let (isThere, left) = (
        try workshop.file("store").exists(), try store.inspection().leftFolders
      )
      #expect(isThere)
      #expect(left == [".veiviser-2", ".veiviser-3"])
      return store
    }
    let kept = [
      ".other-4", ".veiviser-", ".veiviser-1", ".veiviser-2", ".veiviser-3", ".veiviser-4x",
      ".veiviser-register-",
    ]
    #expect(try left(in: place) == kept)
    for path in [folder.file("elsewhere/store"), place + "/.veiviser-2/letter"] {
      #expect(FileManager.default.contents(atPath: path) == Self.precious)
    }
    // A copy of the cases may lie there, so it is not all well.
    #expect(try !store.inspection().isSound)
  }

  @Test func `a failure in the folder is told of the place where the file was to go`() throws {
    try folder.open().close()
    let held = try HeldFolder(at: folder.path)
    #expect(throws: StoreFailure.full(path: "there")) {
      try held.withWorkshop(".veiviser-5", for: "there") { workshop throws(StoreFailure) -> Void in
        throw .full(path: workshop.path + "/store")
      }
    }
    #expect(try left(in: folder.path) == [])
  }

  @Test func `the second name that a restore leaves when it is ended half way is gone`() throws {
    try folder.open().close()
    let second = folder.location.directory + "/veiviser-before-restore.sqlite"
    #expect(link(folder.location.database, second) == 0)
    try folder.open().close()
    #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
  }
}
