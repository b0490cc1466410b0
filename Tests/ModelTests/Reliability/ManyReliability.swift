import Foundation
import TestSupport
import Testing

@testable import Model

/// Many processes on one store.
@Suite(.serialized) struct ManyReliability {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var directory: String { folder.location.directory }

  /// Runs several probes at once and gives what they said.
  private func run(_ count: Int, _ arguments: [String]) throws -> [String] {
    let probes = try (0..<count).map { _ in try Probe(arguments) }
    return probes.flatMap { probe in
      let lines = probe.lines()
      #expect(probe.wait() == 0, "\(lines)")
      return lines
    }
  }

  /// - Parameter pause: The longest time between two saves, in milliseconds.
  @Test(arguments: [0, 20])
  func `ten processes write at once, and all of it is there`(pause: Int) throws {
    let saves = pause == 0 ? Reliability.count(20, full: 1000) : Reliability.count(5, full: 100)
    try folder.open().close()
    let lines = try run(10, ["write", directory, "\(saves)", "\(pause)"])
    let waits = lines.compactMap { Int($0) }
    #expect(waits.count == 10)
    let store = try folder.open()
    let report = try store.diagnosis()
    #expect(try store.count() == 10 * saves)
    #expect(report.events == 10 * saves)
    #expect(report.isSound)
    let how = pause == 0 ? "without pause" : "with pauses up to \(pause) ms"
    Reliability.report(
      "4 ten writers, \(how)",
      "\(10 * saves) saves, 0 refused; longest wait \(waits.max() ?? 0) ms"
    )
  }

  @Test func `of many edits by several processes none overwrites another`() throws {
    let processes = Reliability.count(4, full: 8)
    let edits = Reliability.count(25, full: 250)
    let store = try folder.open()
    let cases = Reliability.count(1, full: 20)
    for _ in 0..<cases { _ = try store.create(CaseDraft(flow: "find")) }
    let lines = try run(processes, ["count", directory, "\(edits)", "\(cases)"])
    let conflicts = lines.compactMap { Int($0) }.reduce(0, +)
    var counted = 0
    var revisions = 0
    for item in try store.summaries(limit: 100) {
      let found = try store.load(item.id)
      let count = Int(found.content.answer(in: "count")?.value ?? "0") ?? -1
      #expect(found.revision == count + 1)
      #expect(try store.events(for: item.id).count == found.revision)
      counted += count
      revisions += found.revision - 1
    }
    #expect(counted == processes * edits)
    #expect(revisions == processes * edits)
    let enough = Reliability.count(1, full: 20)
    #expect(conflicts >= enough, "not tested: \(conflicts) conflicts")
    Reliability.report(
      "5 lost update",
      "\(processes) processes, \(cases) cases, \(processes * edits) edits, \(conflicts) conflicts told; 0 overwritten"
    )
  }

  @Test func `twenty processes that start at once on nothing make one store`() throws {
    let rounds = Reliability.count(2, full: 50)
    for _ in 0..<rounds {
      _ = try run(20, ["open", directory])
      #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
      #expect(try folder.open().diagnosis().isSound)
      try FileManager.default.removeItem(atPath: directory)
    }
    Reliability.report(
      "6 first start",
      "\(rounds) times 20 processes on nothing; one store each time"
    )
  }

  @Test func `twenty processes that start at once on an old store make one copy and one change`()
    throws
  {
    let rounds = Reliability.count(1, full: 20)
    for _ in 0..<rounds {
      try OldStore.make(in: folder, version: 1, cases: 20)
      _ = try run(20, ["open", directory])
      let copy = "veiviser-before-version-2.sqlite"
      #expect(try folder.names() == [copy, "veiviser.lock", "veiviser.sqlite"])
      try OldStore.expectWhole(in: folder, cases: 20)
      try FileManager.default.removeItem(atPath: directory)
    }
    Reliability.report(
      "6 first start on an old store",
      "\(rounds) times 20 processes; one copy each time"
    )
  }
}
