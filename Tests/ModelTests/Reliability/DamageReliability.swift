import Foundation
import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite struct DamageReliability {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.location.database }

  /// A store with enough in it to have many pages, yet small enough to be checked whenever it is opened.
  private func filled() throws -> Data {
    let store = try folder.open()
    for _ in 0..<20 {
      var draft = StoreCasesTests.draft
      draft.give(Answer(String(repeating: "æ", count: 900), source: .message), in: "free")
      _ = try store.create(draft)
    }
    try store.close()
    return try folder.bytes()
  }

  private func expectRefusal(
    _ failure: StoreFailure?,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try folder.bytes()
    let found = #expect(throws: StoreFailure.self, sourceLocation: location) { try folder.open() }
    if let failure { #expect(found == failure, sourceLocation: location) }
    #expect(try folder.bytes() == before, sourceLocation: location)
  }

  @Test func `an empty file is refused and stays`() throws {
    try folder.place(Data())
    try expectRefusal(.empty(path: path))
    #expect(try folder.names() == ["veiviser.sqlite"])
  }

  @Test(arguments: [1, 50, 99, 100, 5000])
  func `a text file is refused and stays`(length: Int) throws {
    try folder.place(Data(repeating: UInt8(ascii: "a"), count: length))
    try expectRefusal(.notStore(path: path))
    #expect(try folder.names() == ["veiviser.sqlite"])
  }

  @Test func `the database of another program is refused and stays`() throws {
    try folder.makeStoreFolder()
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in try db.execute(sql: "CREATE TABLE caseFile (id INTEGER PRIMARY KEY)") }
    try queue.close()
    try expectRefusal(.notStore(path: path))
    #expect(try folder.names() == ["veiviser.sqlite"])
  }

  @Test func `a store cut short anywhere is refused and stays`() throws {
    let whole = try filled()
    var generator = Seeded(Reliability.seed)
    let lengths = [1, 15, 16, 99, 100, 511, 512, 4095, 4096, 4097, whole.count - 1]
    for length in lengths
      + (0..<200).map({ _ in Int.random(in: 1..<whole.count, using: &generator) })
    {
      try folder.place(whole.prefix(length))
      try expectRefusal(nil)
    }
    try folder.place(whole)
    #expect(try folder.open().inspection().isSound)
    Reliability.report("8 store cut short", "200 lengths; all refused, none changed")
  }

  @Test
  func `a flipped bit is refused or harmless to opening, and never traps or changes the file`()
    throws
  {
    let whole = try filled()
    #expect(Int64(whole.count) <= StoreSetup().checkedBytes)
    var generator = Seeded(Reliability.seed)
    var refused = 0
    for round in 0..<400 {
      var damaged = whole
      var place = Int.random(in: 0..<whole.count, using: &generator)
      // Every second flip hits the head of a page, which is where structure can be seen to be wrong.
      if round.isMultiple(of: 2) {
        place = place / 4_096 * 4_096 + (place < 4_096 ? 100 : 0) + place % 8
      }
      damaged[place] ^= UInt8(1) << UInt8.random(in: 0..<8, using: &generator)
      try folder.place(damaged)
      do {
        try folder.open().close()
      } catch {
        refused += 1
      }
      #expect(try folder.bytes() == damaged)
    }
    // SQLite's check looks at structure, not content, so most flips pass it.
    #expect(refused > 0, "not tested: no flip was noticed at opening")
    Reliability.report(
      "8 bit flipped",
      "400 flips, \(refused) refused at opening; 0 traps, 0 files changed, 0 fresh starts"
    )
  }

  @Test func `a store whose pages are scrambled fails the check`() throws {
    var damaged = try filled()
    for index in stride(from: 8192, to: damaged.count, by: 4096) { damaged[index] ^= 0xFF }
    try folder.place(damaged)
    try expectRefusal(nil)
  }

  @Test func `a store without its identity is refused and stays`() throws {
    try folder.open().close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in try db.execute(sql: "DELETE FROM storeMeta") }
    try queue.close()
    try expectRefusal(.damaged(path: path, what: .identityMissing))
  }

  @Test func `a journal without its store is not played into a new one`() throws {
    try folder.makeStoreFolder()
    try Data("journal".utf8).write(to: URL(filePath: path + "-journal"))
    #expect(throws: StoreFailure.damaged(path: path, what: .journalAlone)) { try folder.open() }
    #expect(try folder.names() == ["veiviser.sqlite-journal"])
  }

  @Test func `a folder in the place of the file is refused`() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(chmod(folder.location.directory, 0o700) == 0)
    #expect(throws: StoreFailure.notFile(path: path)) { try folder.open() }
  }

  @Test(arguments: ["/nowhere/at/all", "real.sqlite"])
  func `a link in the place of the file is refused, and nothing is made behind it`(target: String)
    throws
  {
    try folder.open().close()
    try FileManager.default.moveItem(
      atPath: path,
      toPath: folder.location.directory + "/real.sqlite"
    )
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    #expect(throws: StoreFailure.link(path: path)) { try folder.open() }
    #expect(!FileManager.default.fileExists(atPath: "/nowhere"))
  }

  @Test func `a link, a file or a folder open to others in the place of the folder is refused`()
    throws
  {
    let directory = folder.location.directory
    try FileManager.default.createSymbolicLink(
      atPath: directory,
      withDestinationPath: folder.path
    )
    #expect(throws: StoreFailure.link(path: directory)) { try folder.open() }
    try FileManager.default.removeItem(atPath: directory)
    try Data("x".utf8).write(to: URL(filePath: directory))
    #expect(throws: StoreFailure.notDirectory(path: directory)) { try folder.open() }
    try FileManager.default.removeItem(atPath: directory)
    try folder.makeStoreFolder()
    #expect(chmod(directory, 0o777) == 0)
    #expect(throws: StoreFailure.openToOthers(path: directory, mode: 0o777)) {
      try folder.open()
    }
    #expect(try folder.names() == [])
  }
}
