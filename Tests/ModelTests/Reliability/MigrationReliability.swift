import Foundation
import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite(.serialized) struct MigrationReliability {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let cases = 30

  /// Opens an old store with today's program, which strace follows and may kill.
  private func open(inject: String = "") throws -> (trace: Trace, status: Int32) {
    let file = folder.path + "/trace"
    let command = Trace.command(to: file, inject: inject)
    let probe = try Probe(["open", folder.location.directory], prefix: command)
    _ = probe.lines()
    return (try Trace(of: file), probe.wait())
  }

  @Test(arguments: Reliability.sample(Array(OldStore.versions), every: 3))
  func `a change of shape that is killed anywhere leaves the old or the new one whole`(
    version: Int
  ) throws {
    try #require(Trace.isPossible, "not tested: strace cannot follow a program here")
    let points = Reliability.count(3, full: 200)
    var generator = Seeded(Reliability.seed + UInt64(version))
    try OldStore.make(in: folder, version: version, cases: Self.cases)
    let (whole, status) = try open()
    #expect(status == 0)
    try OldStore.expectWhole(in: folder, cases: Self.cases)
    var killed = 0
    var halfWay = 0
    for point in 0..<points {
      // A random call, as the name and which of that name it is.
      let call = Int.random(in: 0..<whole.names.count, using: &generator)
      let name = whole.names[call]
      let which = whole.names[...call].count { $0 == name }
      let place = "version \(version), point \(point): \(name) \(which), seed \(Reliability.seed)"
      try FileManager.default.removeItem(atPath: folder.location.directory)
      try OldStore.make(in: folder, version: version, cases: Self.cases)
      // strace dies of the same signal, so the status is the shell's for it.
      if try open(inject: "-e inject=\(name):signal=KILL:when=\(which)").status != 0 { killed += 1 }

      let found = try shape(of: folder.location.database)
      #expect((version...StoreSchema.current.version).contains(found), "\(place)")
      if found > version {
        halfWay += 1
        let copy = folder.location.directory + "/veiviser-before-version-\(version + 1).sqlite"
        #expect(try shape(of: copy) == version, "\(place)")
        let reader = try DatabaseQueue(path: copy)
        #expect(try reader.read(SQLiteStore.complaint) == nil, "\(place)")
        try reader.close()
      }
      try OldStore.expectWhole(in: folder, cases: Self.cases, place)
    }
    #expect(killed >= points * 9 / 10, "not tested: \(killed) of \(points) were killed")
    let fewest = Reliability.count(0, full: 1)
    #expect(
      min(halfWay, killed - halfWay) >= fewest,
      "not tested: \(halfWay) of \(killed) kills came after a step"
    )
    Reliability.report(
      "10 change of shape killed, from version \(version)",
      "\(killed) kills at random calls of \(whole.names.count), \(halfWay) with a new shape and its copy; 0 rows lost"
    )
  }

  /// How many steps a store has behind it; a half-done one is undone by looking.
  private func shape(of path: String) throws -> Int {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { db in
      #expect(try SQLiteStore.complaint(db) == nil)
      return try StoreSchema.current.migrator().appliedMigrations(db).count
    }
  }
}
