import Foundation
import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct StoreBackupTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var copy: String { folder.path + "/copy.sqlite" }
  private var replaced: String { folder.location.directory + "/veiviser-before-restore.sqlite" }

  private func restore(_ file: String? = nil) throws(StoreFailure) -> String? {
    try SQLiteStore.restore(
      from: file ?? copy,
      at: folder.location,
      now: { Timestamp(rawValue: 1_795_438_800) }
    )
  }

  @Test func `a copy holds everything, is the person's alone, and is never written over`() throws {
    let store = try folder.open()
    let made = try store.create(StoreCasesTests.draft)
    #expect(try store.backUp(to: copy) == copy)
    #expect(try folder.mode(of: copy) == 0o600)
    #expect(throws: StoreFailure.inTheWay(path: copy)) { try store.backUp(to: copy) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)

    _ = try store.create(StoreCasesTests.draft)
    try store.close()
    let before = try Data(contentsOf: URL(filePath: copy))
    let old = try folder.bytes()
    #expect(try restore() == replaced)
    #expect(try Data(contentsOf: URL(filePath: copy)) == before)
    #expect(try Data(contentsOf: URL(filePath: replaced)) == old)
    let again = try folder.open()
    #expect(try again.load(made.id) == made)
    #expect(try again.count() == 1)
    #expect(try again.events(for: CaseID(rawValue: 0)).map(\.kind) == [.restored])
    #expect(try again.inspection().isSound)
    // What was replaced is not written over by a second time.
    #expect(throws: StoreFailure.inTheWay(path: replaced)) { try restore() }
    // A deletion reaches it.
    try again.delete(made.id)
    #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
  }

  @Test func `a copy that cannot be made is told of itself, and not of the store`() throws {
    let store = try folder.open()
    try FileManager.default.createDirectory(
      atPath: folder.file("there"),
      withIntermediateDirectories: false
    )
    try Data().write(to: URL(filePath: folder.file("file")))
    #expect(symlink(folder.file("there"), folder.file("way")) == 0)
    for name in ["", "new/", "there", "there/", "there/.", ".", ".."] {
      let path = name.isEmpty ? "" : folder.file(name)
      #expect(throws: StoreFailure.copyUnnamed, "\(name)") { try store.backUp(to: path) }
    }
    let obstacles: [(String, CopyObstacle)] = [("nowhere", .missing), ("file", .notFolder)]
    for (name, why) in obstacles {
      #expect(throws: StoreFailure.copyNotMade(path: folder.file(name), why: why)) {
        try store.backUp(to: folder.file(name) + "/copy")
      }
    }
    #expect(throws: StoreFailure.copyNotMade(path: folder.file("way"), why: .link)) {
      try store.backUp(to: folder.file("way") + "/copy")
    }
    #expect(throws: StoreFailure.noCopy(path: "")) { try restore("") }
    #expect(throws: StoreFailure.noCopy(path: folder.file("file/copy"))) {
      try restore(folder.file("file/copy"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("there")) == [])
  }

  @Test func `what stands beside a copy, and what came in its place, is left alone`() throws {
    let store = try folder.open()
    for ending in [".new", ".new-journal"] {
      try Data("precious".utf8).write(to: URL(filePath: copy + ending))
    }
    _ = try store.backUp(to: copy)
    for ending in [".new", ".new-journal"] {
      #expect(try String(contentsOfFile: copy + ending, encoding: .utf8) == "precious")
    }
    let held = try HeldFolder(at: folder.path)
    try Data("precious".utf8).write(to: URL(filePath: folder.file("late")))
    try held.file("made").make(mode: 0o600)
    #expect(throws: StoreFailure.inTheWay(path: folder.file("late"))) {
      try held.file("made").moveBeside(held.file("late"))
    }
    #expect(try String(contentsOfFile: folder.file("late"), encoding: .utf8) == "precious")
  }

  @Test func `a copy can be the first store there is`() throws {
    let other = try TemporaryFolder()
    let made = try other.open().create(StoreCasesTests.draft)
    _ = try other.open().backUp(to: copy)
    #expect(try restore() == nil)
    #expect(try folder.open().load(made.id) == made)
    #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
  }

  @Test func `who has the store open when a copy takes its place saves nothing into the void`()
    throws
  {
    let store = try folder.open()
    let made = try store.create(StoreCasesTests.draft)
    _ = try store.backUp(to: copy)
    _ = try restore()
    #expect(throws: StoreFailure.vanished(path: folder.location.database)) { try store.save(made) }
    #expect(try folder.open().load(made.id) == made)
  }

  @Test(arguments: ["empty", "text", "cut", "scrambled", "link", "folder", "missing", "foreign"])
  func `what is no whole store is not put in its place`(what: String) throws {
    let store = try folder.open()
    for _ in 0..<30 { _ = try store.create(StoreCasesTests.draft) }
    _ = try store.backUp(to: folder.path + "/good")
    try store.close()
    let good = try Data(contentsOf: URL(filePath: folder.path + "/good"))
    let place = URL(filePath: copy)
    switch what {
    case "empty": try Data().write(to: place)
    case "text": try Data(String(repeating: "a", count: 9000).utf8).write(to: place)
    case "cut": try good.prefix(good.count - 4096).write(to: place)
    case "scrambled":
      var bytes = good
      for index in stride(from: 8192, to: bytes.count, by: 4096) { bytes[index] ^= 0xFF }
      try bytes.write(to: place)
    case "link":
      try FileManager.default.createSymbolicLink(
        atPath: copy,
        withDestinationPath: folder.path + "/good"
      )
    case "folder":
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    case "foreign":
      try DatabaseQueue(path: copy).write { db in try db.execute(sql: "CREATE TABLE a (b)") }
    default: break
    }
    let before = try folder.bytes()
    let failure: StoreFailure =
      switch what {
      case "missing": .noCopy(path: copy)
      case "link": .copyLink(path: copy)
      default: .copyUnusable(path: copy)
      }
    #expect(throws: failure) { try restore() }
    #expect(try folder.bytes() == before)
    #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
    #expect(try folder.open().inspection().isSound)
  }

  @Test func `a copy from a newer version is refused`() throws {
    let newer = StoreSchema(
      steps: StoreSchema.current.steps + [StoreSchema.Step(name: "next", sql: "SELECT 1")]
    )
    let store = try folder.open(setup: StoreSetup(schema: newer))
    _ = try store.backUp(to: copy)
    try store.close()
    try FileManager.default.removeItem(atPath: folder.location.directory)
    #expect(throws: StoreFailure.newer(path: copy)) { try restore() }
  }

  @Test(arguments: ["empty", "scrambled", "journal"])
  func `a copy mends a damaged store, which is kept beside it`(what: String) throws {
    let store = try folder.open()
    let made = try store.create(StoreCasesTests.draft)
    for _ in 0..<30 { _ = try store.create(StoreCasesTests.draft) }
    _ = try store.backUp(to: copy)
    try store.close()
    var bytes = try folder.bytes()
    if what == "empty" {
      bytes = Data()
    } else {
      for index in stride(from: 0, to: bytes.count, by: 4096) { bytes[index] ^= 0xFF }
    }
    try folder.place(bytes)
    let journal = folder.location.database + "-journal"
    if what == "journal" { try Data("half".utf8).write(to: URL(filePath: journal)) }
    #expect(throws: StoreFailure.self) { try folder.open() }
    #expect(try restore() == replaced)
    #expect(try Data(contentsOf: URL(filePath: replaced)) == bytes)
    #expect(!FileManager.default.fileExists(atPath: journal))
    #expect(try folder.open().load(made.id) == made)
  }
}
