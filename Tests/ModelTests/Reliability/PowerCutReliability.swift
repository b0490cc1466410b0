import Foundation
import GRDB
import Testing
import TestSupport

@testable import Model
@testable import Store

/// What is left when the power goes, at random moments of a run that was written down.
@Suite(.serialized) struct PowerCutReliability {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var directory: String { folder.location.directory }

  /// Runs the probe and writes down what it asks of the disk.
  private func record(_ arguments: [String]) throws -> [Trace.Call] {
    let file = folder.path + "/trace"
    try folder.makeStoreFolder()
    try #require(Trace.isPossible, "not tested: strace cannot follow a program here")
    let probe = try Probe(arguments, prefix: Trace.command(to: file))
    _ = probe.lines()
    #expect(probe.wait() == 0)
    let trace = try Trace(of: file)
    #expect(trace.unclear == [])
    return trace.calls
  }

  /// Cuts the power at random moments and puts what is left in the place of the store.
  private func cut(
    _ calls: [Trace.Call],
    times: Int,
    _ check: (_ said: String, _ place: String) throws -> Void
  ) throws {
    var generator = Seeded(Reliability.seed)
    var moments = (0..<times).map { _ in Int.random(in: 1...calls.count, using: &generator) }
    moments.sort()
    var disk = DiskReplay()
    var next = moments.startIndex
    for (place, call) in calls.enumerated() {
      disk.follow(call)
      while next < moments.endIndex, moments[next] == place + 1 {
        let fate = DiskReplay.Fate.allCases[next % DiskReplay.Fate.allCases.count]
        let left = disk.cut(fate, using: &generator)
        try FileManager.default.removeItem(atPath: directory)
        try folder.makeStoreFolder()
        for (path, bytes) in left where path.hasPrefix(directory + "/") {
          try FileManager.default.createDirectory(
            at: URL(filePath: path).deletingLastPathComponent(),
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
          )
          try Data(bytes).write(to: URL(filePath: path))
        }
        try check(disk.said, "cut \(next) after call \(place), \(fate), seed \(Reliability.seed)")
        next += 1
      }
    }
  }

  @Test func `no acknowledged save is lost when the power goes, and none is half there`() throws {
    let saves = Reliability.count(30, full: 300)
    let times = Reliability.count(60, full: 1000)
    let calls = try record(["save", directory, "\(saves)"])
    var acknowledged = 0
    var playedBack = 0
    try cut(calls, times: times) { said, place in
      let last = said.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
      if last.isEmpty, !FileManager.default.fileExists(atPath: folder.location.database) { return }
      let hasJournal = FileManager.default.fileExists(atPath: folder.location.database + "-journal")
      let store = try folder.open()
      let report = try store.inspection()
      #expect(report.isSound, "\(place): \(report)")
      if hasJournal { playedBack += 1 }
      guard last.count == 2 else { return }
      acknowledged += 1
      let found = try store.load(CaseID(rawValue: Int64(last[0])))
      #expect(found.revision >= last[1], "\(place)")
      #expect(found.revision <= last[1] + 1, "\(place)")
      try StoreProbeCase.expectWhole(found, in: store, place)
      try store.close()
    }
    #expect(acknowledged >= times / 2, "not tested: \(acknowledged) cuts came after a save")
    #expect(playedBack >= times / 20, "not tested: \(playedBack) cuts left a journal")
    Reliability.report(
      "2 power cut",
      "\(times) cuts in \(saves) saves, \(acknowledged) after an acknowledged save, \(playedBack) with a journal to play back; 0 lost, 0 damaged"
    )
  }

  @Test func `a call that another thread breaks off is read whole`() throws {
    let file = folder.path + "/trace"
    let lines = """
      7 pwrite64(8</a>, "\\x41\\x42", 2, 29236 <unfinished ...>
      9 write(6<anon>, "\\x01", 1) = 1
      7 <... pwrite64 resumed>)             = 2
      7 fdatasync(8</a>)                  = 0
      """
    try Data(lines.utf8).write(to: URL(filePath: file))
    let trace = try Trace(of: file)
    #expect(trace.unclear == [] && trace.names == ["pwrite64", "fdatasync"])
    guard case .write("/a", 29236, [0x41, 0x42]) = try #require(trace.calls.first) else {
      Issue.record("\(trace.calls)")
      return
    }
  }

  /// Without this the test above could be blind.
  @Test func `the usual settings lose acknowledged saves when the power goes`() throws {
    let saves = Reliability.count(30, full: 300)
    let times = Reliability.count(60, full: 300)
    let calls = try record(["careless", directory, "\(saves)"])
    var lost = 0
    try cut(calls, times: times) { said, _ in
      let acknowledged = Int(said.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
      let file = directory + "/careless.sqlite"
      guard FileManager.default.fileExists(atPath: file) else {
        lost += acknowledged > 0 ? 1 : 0
        return
      }
      let queue = try DatabaseQueue(path: file)
      let found = try queue.read { db in
        try db.tableExists("save") ? Int.fetchOne(db, sql: "SELECT max(number) FROM save") ?? 0 : 0
      }
      if found < acknowledged { lost += 1 }
      try queue.close()
    }
    #expect(lost > times / 4, "not tested: the replay sees no loss where there must be some")
    Reliability.report(
      "2 power cut, negative control (WAL, NORMAL)",
      "\(times) cuts in \(saves) saves; \(lost) lost acknowledged saves, as they must"
    )
  }
}
