import Foundation
import Testing
import TestSupport

@testable import Model
@testable import Store

@Suite(.serialized) struct DiskFullReliability {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var directory: String { folder.location.directory }

  /// Holds that all the probe acknowledged is there, and gives how much that is.
  private func expectAll(_ lines: [String], _ place: String) throws -> Int {
    let acknowledged = lines.filter { $0 != "full" }
    let store = try folder.open()
    #expect(try store.inspection().isSound, "\(place)")
    guard let last = acknowledged.last?.split(separator: " ").compactMap({ Int64($0) }),
      last.count == 2
    else { return 0 }
    let found = try store.load(CaseID(rawValue: last[0]))
    #expect(found.revision == last[1], "\(place)")
    try StoreProbeCase.expectWhole(found, in: store, place)
    try store.close()
    return acknowledged.count
  }

  @Test func `a disk that is full for a while is told, and loses nothing that was acknowledged`()
    throws
  {
    try #require(Trace.isPossible, "not tested: strace cannot follow a program here")
    var generator = Seeded(Reliability.seed)
    let times = Reliability.count(4, full: 60)
    var (saved, refused) = (0, 0)
    for time in 0..<times {
      try folder.open().close()
      let first = Int.random(in: 1..<150, using: &generator)
      let last = first + Int.random(in: 0..<40, using: &generator)
      let inject = "-e inject=pwrite64:error=ENOSPC:when=\(first)..\(last)"
      let place = "full \(time): \(inject), seed \(Reliability.seed)"
      let command = Trace.command(to: folder.path + "/trace", inject: inject)
      let probe = try Probe(["fill", directory, "20"], prefix: command)
      let lines = probe.lines()
      #expect(probe.wait() == 0, "\(place)")
      let count = try expectAll(lines, place)
      // In the end, when there is room again, every save has been made.
      #expect(count == 21, "\(place)")
      saved += count
      refused += lines.count { $0 == "full" }
      try FileManager.default.removeItem(atPath: directory)
    }
    #expect(refused >= times, "not tested: only \(refused) saves met the full disk")
    Reliability.report(
      "7 disk full for a while",
      "\(times) disks, \(saved) saves acknowledged, \(refused) refused with the reason; 0 lost, saving goes on when there is room"
    )
  }

  /// A file system of its own, of a size of its own; it takes the right to make one.
  @Test(.enabled(if: Reliability.isFull))
  func `a small disk that is filled and then grown loses nothing that was acknowledged`() throws {
    var (saved, refused) = (0, 0)
    let sizes = (0..<20).map { 400 + $0 * 80 }
    for size in sizes {
      let place = "\(size) kB"
      try folder.makeStoreFolder()
      // The disk grows once the probe has said that it is full, and then the probe saves on.
      let script = """
        mount -t tmpfs -o size=\(size)k,mode=700 none '\(directory)' || exit 3
        "$0" fill '\(directory)' 250 | while read -r line; do
          echo "$line"
          [ "$line" != full ] || mount -o remount,size=64m '\(directory)'
        done
        cp '\(directory)/veiviser.sqlite' '\(folder.path)/kept'
        """
      let probe = try Probe(script: script, prefix: "unshare --map-root-user --mount sh -c")
      let lines = probe.lines()
      #expect(probe.wait() == 0, "\(place)")
      try FileManager.default.removeItem(atPath: directory)
      try folder.makeStoreFolder()
      try FileManager.default.moveItem(
        atPath: folder.path + "/kept",
        toPath: folder.location.database
      )
      let count = try expectAll(lines, place)
      #expect(count == 251, "\(place)")
      saved += count
      let times = lines.count { $0 == "full" }
      #expect(times > 0, "not tested: \(place) was never full")
      refused += times
      try FileManager.default.removeItem(atPath: directory)
    }
    Reliability.report(
      "7 small disk filled and grown",
      "\(sizes.count) sizes from \(sizes[0]) kB to \(sizes[sizes.count - 1]) kB, \(saved) saves acknowledged, \(refused) refused with the reason; 0 lost, saving goes on when there is room"
    )
  }

  @Test func `a limit on the size of files loses nothing that was acknowledged`() throws {
    let limits = Reliability.isFull ? (0..<20).map { 280 + 8 * $0 } : [280, 360]
    var (saved, refused) = (0, 0)
    for limit in limits {
      try folder.open().close()
      let probe = try Probe(
        ["save", directory, "1000"],
        shell: "ulimit -f \(limit); trap '' XFSZ;"
      )
      var lines = probe.lines()
      #expect(probe.wait() == 69)
      // The reason is named: no room, or the number of the system's error that says so.
      let reason = lines.popLast() ?? ""
      #expect(["failure store.failure.full", "failure store.failure.inputOutput"].contains(reason))
      saved += try expectAll(lines, "limit \(limit)")
      refused += 1
      try FileManager.default.removeItem(atPath: directory)
    }
    #expect(saved >= limits.count, "not tested: \(saved) saves below \(limits.count) limits")
    Reliability.report(
      "7 limit on file size",
      "\(limits.count) limits, \(saved) saves acknowledged, \(refused) refused; 0 lost"
    )
  }
}
