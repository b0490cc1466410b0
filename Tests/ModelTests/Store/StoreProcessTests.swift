import Foundation
import Testing

@testable import Model

/// What only separate processes can show.
@Suite(.serialized) struct StoreProcessTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var directory: String { folder.location.directory }

  @Test func `no acknowledged save is lost when the process is killed`() throws {
    let seed: UInt64 = 20_261_123
    var generator = SeededGenerator(seed: seed)
    let journal = folder.location.database + "-journal"
    var acknowledged = 0
    var inside = 0
    var round = 0
    // A kill is worth something only inside a save; how often one comes there is the machine's to
    // decide, so the rounds go on until enough have.
    while round < 40 || (inside < 5 && round < 400) {
      round += 1
      let probe = try Probe(["save", directory])
      var lines = probe.lines(atLeast: Int.random(in: 1...25, using: &generator))
      if round.isMultiple(of: 2) {
        // A little arithmetic spreads the kills over the next save, without waiting for a clock.
        var spin = Int.random(in: 0..<400_000, using: &generator)
        while spin > 0 { spin &-= 1 + Int(generator.next() & 1) }
      } else {
        // A journal is there only while a save is under way; the probe saves until it is killed.
        var looks = 0
        while !FileManager.default.fileExists(atPath: journal) && looks < 100_000 { looks += 1 }
      }
      probe.kill()
      lines += probe.lines()
      probe.wait()
      acknowledged += lines.count
      if FileManager.default.fileExists(atPath: journal) { inside += 1 }

      let last = try #require(lines.last?.split(separator: " ").compactMap { Int64($0) })
      try #require(last.count == 2, "seed \(seed) round \(round)")
      let store = try folder.open()
      let found = try store.load(CaseID(rawValue: last[0]))
      #expect(found.revision >= last[1], "seed \(seed) round \(round)")
      // The save and its line in the trail stand or fall together, and so do the answers.
      #expect(try store.events(for: found.id).count == found.revision)
      let expected = found.revision == 1 ? [] : ["\(found.revision) "]
      #expect(
        Set(found.answers.map { $0.answer.value.prefix(expected[0].count).description })
          == Set(expected)
      )
      #expect(try store.diagnosis().complaint == nil)
      try store.close()
    }
    #expect(acknowledged >= 40)
    #expect(inside >= 5, "not tested: \(inside) of \(round) kills came inside a save; seed \(seed)")
  }

  @Test func `of many edits by several processes none overwrites another`() throws {
    let store = try folder.open()
    let made = try store.create(CaseDraft(flow: "find"))
    let probes = try (0..<4).map { _ in try Probe(["count", directory, "25"]) }
    for probe in probes { #expect(probe.wait() == 0) }
    let found = try store.load(made.id)
    #expect(found.content.answer(in: "count")?.value == "100")
    #expect(found.revision == 101)
    #expect(try store.events(for: made.id).count == 101)
  }

  @Test func `processes that start at once on nothing make one store`() throws {
    let probes = try (0..<10).map { _ in try Probe(["open", directory]) }
    for probe in probes { #expect(probe.wait() == 0) }
    #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
    #expect(try folder.open().diagnosis().isSound)
  }

  @Test(arguments: ["000", "022", "077", "007", "777"])
  func `folder and files are the owner's alone, whatever the umask`(umask: String) throws {
    let deep = StoreLocation(directory: folder.path + "/a/b/store")
    let probe = try Probe(["open", deep.directory], shell: "umask \(umask);")
    #expect(probe.wait() == 0)
    for path in [folder.path + "/a", folder.path + "/a/b", deep.directory] {
      #expect(try folder.mode(of: path) == 0o700)
    }
    #expect(try folder.mode(of: deep.database) == 0o600)
    #expect(try folder.mode(of: deep.directory + "/veiviser.lock") == 0o600)
  }

  @Test func `a file that was opened to others is closed again`() throws {
    try folder.open().close()
    #expect(chmod(folder.location.database, 0o644) == 0)
    #expect(try folder.open().diagnosis().fileMode == 0o600)
  }

  /// The superuser may write anywhere, so these run as nobody where the tests run as the superuser.
  private static let asNobody =
    getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : ""

  @Test(.enabled(if: canRunAsNobody), arguments: [(UInt16(0o500), UInt16(0o600)), (0o700, 0o400)])
  func `a folder or file that cannot be written is told when the store is opened`(
    folderMode: UInt16,
    fileMode: UInt16
  ) throws {
    try folder.open().close()
    let before = try folder.bytes()
    if getuid() == 0 {
      for path in [folder.path, directory] + (try folder.names().map { directory + "/" + $0 }) {
        #expect(chown(path, 65534, 65534) == 0)
      }
    }
    #expect(chmod(folder.location.database, mode_t(fileMode)) == 0)
    #expect(chmod(directory, mode_t(folderMode)) == 0)
    let probe = try Probe(["open", directory], prefix: Self.asNobody)
    #expect(probe.lines() == ["failure store.failure.notWritable"])
    #expect(probe.wait() == 69)
    #expect(chmod(directory, 0o700) == 0)
    #expect(try folder.bytes() == before)
  }

  @Test(.enabled(if: getuid() == 0 && canRunAsNobody))
  func `the folder and the file of another user are refused`() throws {
    try folder.open().close()
    #expect(chmod(folder.path, 0o755) == 0)
    #expect(chmod(directory, 0o755) == 0)
    let probe = try Probe(["open", directory], prefix: Self.asNobody)
    #expect(probe.lines() == ["failure store.failure.foreignOwner"])
    #expect(chown(directory, 65534, 65534) == 0)
    let again = try Probe(["open", directory], prefix: Self.asNobody)
    #expect(again.lines() == ["failure store.failure.notWritable"])
    let owner = StoreFailure.foreignOwner(path: directory, owner: 65534)
    #expect(throws: owner) { try folder.open() }
  }

  private static var canRunAsNobody: Bool {
    guard getuid() == 0 else { return true }
    guard let probe = try? Probe(["nothing", "/"], prefix: asNobody) else { return false }
    return probe.wait() == 64
  }
}
