import Foundation
import Model
import Store

/// Twenty agents who save at one store, each in a process of their own and about once in three seconds, as at a
/// busy desk.
enum DeskWriters {
  private static let agents = 20
  private static let saves = 25
  /// In milliseconds; drawn anew before each save, so that they meet as they happen to.
  private static let pauses: ClosedRange<UInt32> = 2_000...4_000

  /// How long a save waits until it is on the disk, by the clock.
  static func rows(in location: StoreLocation) throws -> [Row] {
    let writers = try (1...agents).map { agent in
      let process = Process()
      let output = Pipe()
      process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      process.arguments = ["--write", location.directory, "\(agent)"]
      process.standardOutput = output
      try process.run()
      return (process, output)
    }
    let times = try writers.flatMap { process, output in
      let said = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return String(decoding: said, as: UTF8.self).split(separator: "\n").compactMap { Double($0) }
    }
    // A writer who was refused has ended early, and what is told would not be of twenty.
    guard times.count == agents * saves else { throw Unlike(saves: times.count) }
    let waits = Samples(times)
    let name = "desk, \(agents) writers, each a save in about 3 s, \(times.count) saves: wait"
    return [
      Row(
        figure: "\(name), ms by the clock, p99; median \(Table.number(waits.median))",
        ours: waits.p99,
        target: "≤ 10 ms",
        isHeld: waits.p99 <= 10
      ),
      Row(
        figure: "\(name), worst",
        ours: waits.worst,
        target: "≤ 250 ms",
        isHeld: waits.worst <= 250
      ),
    ]
  }

  private struct Unlike: Error { let saves: Int }

  /// Saves a call of its own again and again, and prints how long each save took, in milliseconds.
  static func write(_ arguments: [String]) throws {
    guard arguments.count == 2, let agent = UInt32(arguments[1]) else { exit(64) }
    let store = try SQLiteStore.open(
      at: StoreLocation(directory: arguments[0]),
      words: Content.embedded.caseWords,
      now: { Timestamp.now() },
      redact: { Content.embedded.kept($0, in: $1) }
    )
    let begun = try store.begin(
      CaseDraft(flow: "findFault"),
      Caller(),
      by: AgentID(rawValue: agent)
    )
    var call = try store.load(begun.id)
    let clock = ContinuousClock()
    for save in 0..<saves {
      usleep(UInt32.random(in: pauses) * 1_000)
      call.content.give(Answer("\(save)", source: .told), in: .noteDraft)
      let changed = call
      let took = try clock.measure { call = try store.save(changed) }
      Table.line("\(took.milliseconds)")
    }
    try store.close()
  }
}
