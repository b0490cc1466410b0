import Foundation
import TestSupport

/// What the programs cost while nobody touches them, and the memory they have held.
enum RestFigures {
  static let seconds = 10.0

  static func rows(filled: Command) throws -> [Row] {
    var plain = filled
    plain.arguments = ["--plain"]
    let programs = try ([filled] + Command.menus + [plain]).map(MeasuredProgram.init)
    for program in programs { _ = program.answer(quiet: 1_000) }
    // The queue of the store lets its thread go some seconds after its last work.
    Thread.sleep(forTimeInterval: 7)
    let before = programs.map(\.facts)
    Thread.sleep(forTimeInterval: seconds)
    let after = programs.map(\.facts)
    let waits = zip(before, after).map { $1.wakes(since: $0) }
    let times = zip(before, after).map { $1.processorTime - $0.processorTime }
    let atStart = after.map(\.peakMemory)
    let worked = [(programs[0], known), (try MeasuredProgram(filled), resembling)].map {
      work($0, with: $1)
      return $0.facts.peakMemory
    }
    return [
      Row(
        figure: "wake-ups in \(Table.number(seconds)) s of rest",
        ours: waits[0],
        unit: "",
        peers: peers(waits),
        target: "0",
        isHeld: waits[0] == 0
      ),
      Row(
        figure: "processor time in \(Table.number(seconds)) s of rest",
        ours: times[0],
        peers: peers(times),
        target: "0",
        isHeld: times[0] == 0
      ),
      Row(
        figure: "peak memory, first screen",
        ours: atStart[0],
        unit: "MiB",
        peers: peers(atStart),
        target: "< 32 MiB",
        isHeld: atStart[0] < 32
      ),
      Row(
        figure: "peak memory after a known message and its conclusion",
        ours: worked[0],
        unit: "MiB",
        target: "< 32 MiB",
        isHeld: worked[0] < 32
      ),
      Row(
        figure: "peak memory after one that resembles a known one, and its conclusion",
        ours: worked[1],
        unit: "MiB",
        target: "< 32 MiB",
        isHeld: worked[1] < 32
      ),
      Row(
        figure: "with --plain: wake-ups and processor time in \(Table.number(seconds)) s of rest",
        ours: waits[3] + times[3],
        unit: "",
        target: "0",
        isHeld: waits[3] + times[3] == 0
      ),
      Row(
        figure: "with --plain: peak memory, first question",
        ours: atStart[3],
        unit: "MiB",
        target: "< 32 MiB",
        isHeld: atStart[3] < 32
      ),
    ]
  }

  private static let known = ["AUTH-00018"]
  /// A message as somebody remembers it, and the first of those it resembles.
  private static let resembling = [
    "The reportee is not registered or the ID or password is wrong", "1",
  ]

  /// Says what the message is, and goes to what follows from it.
  private static func work(_ program: MeasuredProgram, with said: [String]) {
    program.press(.text("1"), quiet: 300)
    for text in said {
      program.press(.text(text), quiet: 300)
      // The second shows what is kept of the text.
      for _ in 0..<2 { program.press(.enter, quiet: 300) }
    }
    program.press(.function(5), quiet: 300)
    program.press(.function(9), quiet: 300)
    program.press(.function(9), quiet: 300)
  }

  private static func peers(_ values: [Double]) -> [(name: String, value: Double)] {
    [("dialog", values[1]), ("whiptail", values[2])]
  }
}
