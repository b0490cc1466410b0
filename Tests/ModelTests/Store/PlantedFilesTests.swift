import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Model
@testable import Store

/// What somebody who can write in the folder of a store puts there, to make the program touch other files.
@Suite struct PlantedFilesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.location.database }
  private var journal: String { path + "-journal" }
  private var planted: StoreFailure { .damaged(path: path, what: .planted) }

  /// A file of the victim's outside the store.
  private func outside(_ name: String = "thesis") throws -> String {
    let file = folder.file(name)
    try Data("precious".utf8).write(to: URL(filePath: file))
    #expect(chmod(file, 0o600) == 0)
    return file
  }

  private func expectUntouched(_ file: String, _ location: SourceLocation = #_sourceLocation) throws
  {
    #expect(
      try Data(contentsOf: URL(filePath: file)) == Data("precious".utf8),
      sourceLocation: location
    )
    #expect(try folder.mode(of: file) == 0o600, sourceLocation: location)
  }

  @Test(arguments: [0, 1, 5000])
  func `a journal that names a further file is refused when a store is opened`(padding: Int) throws
  {
    try folder.open().close()
    let file = try outside()
    try SuperJournal.bytes(naming: file, padding: padding).write(to: URL(filePath: journal))
    #expect(throws: planted) { try folder.open() }
    #expect(throws: StoreFailure.self) {
      try SQLiteStore.open(
        at: folder.location,
        making: false,
        now: { .now() },
        redact: { text, _ in text }
      )
    }
    try expectUntouched(file)
    try FileManager.default.removeItem(atPath: journal)
    #expect(try folder.open().inspection().isSound)
  }

  @Test func `a journal that names a further file is refused at each later read and save`() throws {
    let store = try folder.open()
    let made = try store.create(CaseDraft(flow: "find"))
    let file = try outside()
    try SuperJournal.bytes(naming: file).write(to: URL(filePath: journal))
    #expect(throws: planted) { try store.load(made.id) }
    #expect(throws: planted) { try store.revision(of: made.id) }
    #expect(throws: planted) { try store.save(made) }
    #expect(throws: planted) { try store.delete(made.id) }
    try expectUntouched(file)
    try FileManager.default.removeItem(atPath: journal)
    #expect(try store.load(made.id) == made)
  }

  @Test func `a copy to restore has no further file deleted either`() throws {
    let store = try folder.open()
    let copy = try store.backUp(to: folder.file("copy"))
    let file = try outside()
    try SuperJournal.bytes(naming: file).write(to: URL(filePath: copy + "-journal"))
    #expect(throws: StoreFailure.copyUnusable(path: copy)) {
      try SQLiteStore.restore(from: copy, at: folder.location, now: { .now() })
    }
    try expectUntouched(file)
  }

  @Test func `a write-ahead log is not looked at, and no shared memory is made`() throws {
    try folder.open().close()
    try Data(repeating: 7, count: 5000).write(to: URL(filePath: path + "-wal"))
    try Data(repeating: 7, count: 10).write(to: URL(filePath: path + "-shm"))
    let store = try folder.open()
    _ = try store.create(CaseDraft(flow: "find"))
    #expect(try Data(contentsOf: URL(filePath: path + "-wal")).count == 5000)
    #expect(try Data(contentsOf: URL(filePath: path + "-shm")).count == 10)
  }

  enum Plant: CaseIterable { case link, danglingLink, secondName, pipe, folder }

  private func plant(_ plant: Plant, at place: String) throws -> String {
    let file = try outside()
    switch plant {
    case .link: #expect(symlink(file, place) == 0)
    case .danglingLink: #expect(symlink(folder.file("nowhere"), place) == 0)
    case .secondName: #expect(link(file, place) == 0)
    case .pipe: #expect(mkfifo(place, 0o600) == 0)
    case .folder: #expect(mkdir(place, 0o700) == 0)
    }
    return file
  }

  @Test(arguments: Plant.allCases)
  func `nothing in the place of the journal is written, followed or waited for`(kind: Plant) throws
  {
    let store = try folder.open()
    let file = try plant(kind, at: journal)
    #expect(throws: StoreFailure.self) { try store.create(CaseDraft(flow: "find")) }
    try expectUntouched(file)
    #expect(!FileManager.default.fileExists(atPath: folder.file("nowhere")))
  }

  @Test(arguments: Plant.allCases)
  func `what stands in the place of the journal is told before anything is to be saved`(kind: Plant)
    throws
  {
    try folder.open().close()
    let file = try plant(kind, at: journal)
    #expect(throws: planted) { try folder.open() }
    try expectUntouched(file)
  }

  @Test func `a store that a journal was played back over is told as damaged`() throws {
    try folder.open().close()
    // The header of one: no pages in it, and none before.
    try SuperJournal.header.write(to: URL(filePath: journal))
    #expect(throws: StoreFailure.damaged(path: path, what: .malformed)) { try folder.open() }
    #expect(throws: StoreFailure.empty(path: path)) { try folder.open() }
  }

  @Test(arguments: Plant.allCases)
  func `nothing in the place of the lock is written, followed, opened up or waited for`(kind: Plant)
    throws
  {
    try folder.makeStoreFolder()
    let file = try plant(kind, at: folder.location.directory + "/veiviser.lock")
    #expect(throws: StoreFailure.self) { try folder.open() }
    try expectUntouched(file)
    #expect(!FileManager.default.fileExists(atPath: folder.file("nowhere")))
  }

  @Test(arguments: Plant.allCases)
  func `nothing in the place of the store is written, followed, opened up or waited for`(
    kind: Plant
  ) throws {
    try folder.makeStoreFolder()
    let file = try plant(kind, at: path)
    #expect(throws: StoreFailure.self) { try folder.open() }
    try expectUntouched(file)
    #expect(try folder.names() == ["veiviser.sqlite"])
  }

  @Test func `a store with a second name is not opened up`() throws {
    try folder.open().close()
    #expect(link(path, folder.file("private")) == 0)
    #expect(chmod(path, 0o400) == 0)
    #expect(throws: StoreFailure.damaged(path: path, what: .secondName)) { try folder.open() }
    #expect(try folder.mode(of: path) == 0o400)
  }

  @Test func `another store by a second name is not taken for that of a group`() throws {
    func open(_ name: String) throws(StoreFailure) -> SQLiteStore {
      try SQLiteStore.open(
        at: StoreLocation(directory: folder.file(name), access: .group),
        now: { .now() },
        redact: { text, _ in text }
      )
    }
    let other = try open("other")
    let made = try other.create(CaseDraft(flow: "find"))
    try other.close()
    try open("team").close()
    let place = folder.file("team/veiviser.sqlite")
    #expect(unlink(place) == 0 && link(folder.file("other/veiviser.sqlite"), place) == 0)
    #expect(throws: StoreFailure.damaged(path: place, what: .secondName)) { try open("team") }
    // Nor where a third name makes it look like one that a copy took the place of.
    #expect(link(place, folder.file("team/veiviser-before-restore.sqlite")) == 0)
    #expect(throws: StoreFailure.damaged(path: place, what: .secondName)) { try open("team") }
    #expect(unlink(folder.file("team/veiviser-before-restore.sqlite")) == 0 && unlink(place) == 0)
    #expect(try open("other").load(made.id) == made)
    // A restore that was ended half way leaves a second name of the store's own.
    let own = folder.file("other/veiviser.sqlite")
    #expect(link(own, folder.file("other/veiviser-before-restore.sqlite")) == 0)
    #expect(try open("other").load(made.id) == made)
  }

  @Test(arguments: [StoreAccess.own, .group], ["", "/deeper"])
  func `a store is not kept below a folder in which anybody can exchange folders`(
    access: StoreAccess,
    way: String
  ) throws {
    let open = folder.file("open")
    #expect(mkdir(open, 0o700) == 0)
    if !way.isEmpty { #expect(mkdir(open + way, 0o700) == 0) }
    let location = StoreLocation(directory: open + way + "/store", access: access)
    func use() throws(StoreFailure) {
      try SQLiteStore.open(at: location, now: { .now() }, redact: { text, _ in text }).close()
    }
    for mode in [0o777, 0o707, 0o2777] as [mode_t] {
      #expect(chmod(open, mode) == 0)
      #expect(throws: StoreFailure.openToOthers(path: open, mode: UInt32(mode))) { try use() }
      #expect(location.told(open) == "--store/.." + (way.isEmpty ? "" : "/.."))
    }
    #expect(!FileManager.default.fileExists(atPath: location.directory))
    // The sticky bit leaves to each what is theirs.
    #expect(chmod(open, 0o1777) == 0)
    try use()
    #expect(FileManager.default.fileExists(atPath: location.database))
  }

  @Test func `a folder that is swapped for a link gets nothing more`() throws {
    let store = try folder.open()
    let made = try store.create(CaseDraft(flow: "find"))
    let other = folder.file("other")
    #expect(mkdir(other, 0o700) == 0)
    #expect(rename(folder.location.directory, folder.file("moved")) == 0)
    #expect(symlink(other, folder.location.directory) == 0)
    #expect(try store.load(made.id) == made)
    #expect(throws: StoreFailure.vanished(path: path)) { try store.save(made) }
    #expect(throws: StoreFailure.link(path: folder.location.directory)) { try folder.open() }
    #expect(try FileManager.default.contentsOfDirectory(atPath: other) == [])
  }

  @Test(.enabled(if: geteuid() == 0, "not tested: only root can make another user's link"))
  func `a link on the way counts only where root or the person made it`() throws {
    let real = folder.file("real")
    #expect(mkdir(real, 0o700) == 0)
    let way = folder.file("way")
    #expect(symlink("real", way) == 0)
    try SQLiteStore.open(
      at: StoreLocation(directory: way + "/store"),
      now: { .now() },
      redact: { text, _ in text }
    ).close()
    #expect(FileManager.default.fileExists(atPath: real + "/store/veiviser.sqlite"))
    #expect(lchown(way, 41_001, 42_000) == 0)
    let theirs = StoreLocation(directory: way + "/other")
    #expect(throws: StoreFailure.link(path: theirs.directory)) {
      try SQLiteStore.open(at: theirs, now: { .now() }, redact: { text, _ in text })
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: real) == ["store"])
  }

  @Test func `what is made on its way to its place is out of others' reach`() throws {
    try folder.open().close()
    let files = try StoreFiles(preparing: folder.location)
    try files.withWorkshop { workshop throws(StoreFailure) in
      #expect(try workshop.facts().mode == 0o700)
      try workshop.file("store").make(mode: 0o600)
    }
    #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
    // One that others can write in is not the program's.
    let name = folder.location.directory + "/.veiviser-\(geteuid())"
    #expect(mkdir(name, 0o777) == 0 && chmod(name, 0o777) == 0)
    #expect(throws: StoreFailure.inTheWay(path: name)) {
      try files.withWorkshop { _ throws(StoreFailure) in }
    }
  }
}
