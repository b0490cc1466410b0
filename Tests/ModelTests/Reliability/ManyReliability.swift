import Foundation
import Testing
import TestSupport

@testable import Model
@testable import Store

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

  /// Starts twenty probes at once.
  ///
  /// - Returns: How many of them began before the first had the store open.
  private func start() throws -> Int {
    let times = try run(20, ["start", directory]).map { line in
      line.split(separator: " ").compactMap { Int($0) }
    }
    let opened = try #require(times.compactMap(\.last).min())
    return times.count { ($0.first ?? .max) < opened }
  }

  /// How ten processes save, and how long one of them may wait at the longest.
  struct Pace: CustomTestStringConvertible, Sendable {
    let pauses: ClosedRange<Int>
    let bound: Double
    let name: String
    var testDescription: String { name }

    static let hot = Pace(pauses: 0...0, bound: 15_000, name: "without pause")
    static let calm = Pace(
      pauses: Reliability.isFull ? 100...500 : 10...50,
      bound: 250,
      name: Reliability.isFull ? "pauses of 100 to 500 ms" : "pauses of 10 to 50 ms"
    )
  }

  @Test(arguments: [Pace.hot, .calm])
  func `ten processes write at once, and all of it is there`(pace: Pace) throws {
    let saves = Reliability.count(pace.bound > 1_000 ? 20 : 5, full: 1_000)
    try folder.open().close()
    let pauses = ["\(pace.pauses.lowerBound)", "\(pace.pauses.upperBound)"]
    let lines = try run(10, ["write", directory, "\(saves)"] + pauses)
    let waits = lines.compactMap { Double($0) }.map { $0 / 1_000 }.sorted()
    #expect(waits.count == 10 * saves)
    let store = try folder.open()
    let report = try store.inspection()
    #expect(try store.count() == 10 * saves)
    #expect(report.events == 10 * saves)
    #expect(report.isSound)
    // Each process writes its own number, so that the order of the rows tells how they took turns.
    let writers = try store.summaries(limit: 10 * saves).map(\.title)
    let turns = zip(writers, writers.dropFirst()).count { $0 != $1 }
    #expect(turns >= saves, "not tested: the writer changed only \(turns) times")
    let worst = waits.last ?? .infinity
    // A clock decides nothing in the ordinary run, where the machine does other things as well.
    if Reliability.isFull { #expect(worst < pace.bound, "\(worst) ms; seed \(Reliability.seed)") }
    let quantiles = [0.5, 0.99, 1].map { waits[Int((Double(waits.count - 1) * $0).rounded())] }
    let told = quantiles.map { String(format: "%.1f", $0) }
    Reliability.report(
      "4 ten writers, \(pace.name)",
      "10 x \(saves) saves, \(turns) changes of writer; 0 refused, all there; wait median \(told[0]) ms, p99 \(told[1]) ms, worst \(told[2]) ms (bound \(Int(pace.bound)) ms)"
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

  /// Whether to start them once more: on a busy machine they may happen to begin one after another.
  private func isWanting(_ rounds: Int, _ racing: Int, _ least: Int) -> Bool {
    rounds < least || (racing < 2 * least && rounds < 10 * least)
  }

  @Test func `twenty processes that start at once on nothing make one store`() throws {
    let least = Reliability.count(2, full: 50)
    var (rounds, racing) = (0, 0)
    while isWanting(rounds, racing, least) {
      rounds += 1
      racing += try start()
      #expect(try folder.names() == ["veiviser.lock", "veiviser.sqlite"])
      #expect(try folder.open().inspection().isSound)
      try FileManager.default.removeItem(atPath: directory)
    }
    #expect(racing >= 2 * least, "not tested: \(racing) starts raced in \(rounds) rounds")
    Reliability.report(
      "6 first start",
      "\(rounds) times 20 processes on nothing, \(racing) begun before a store stood there; one store each time, 0 errors"
    )
  }

  @Test func `twenty processes that start at once on an old store make one copy and one change`()
    throws
  {
    let least = Reliability.count(1, full: 50)
    var (rounds, racing) = (0, 0)
    while isWanting(rounds, racing, least) {
      rounds += 1
      try OldStore.make(in: folder, version: 1, cases: 20)
      racing += try start()
      let copy = "veiviser-before-version-2.sqlite"
      #expect(try folder.names() == [copy, "veiviser.lock", "veiviser.sqlite"])
      try OldStore.expectWhole(in: folder, cases: 20)
      try FileManager.default.removeItem(atPath: directory)
    }
    #expect(racing >= 2 * least, "not tested: \(racing) starts raced in \(rounds) rounds")
    Reliability.report(
      "6 first start on an old store",
      "\(rounds) times 20 processes, \(racing) begun before it was of today's shape; one copy each time, 0 errors"
    )
  }
}
