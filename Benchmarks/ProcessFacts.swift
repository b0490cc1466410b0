import Foundation

/// What the kernel tells of a process at one moment.
struct ProcessFacts {
  private let status: [Substring]
  /// How often each thread gave up the processor to wait.
  private let waits: [String: Double]
  /// Processor time of all threads, in milliseconds.
  let processorTime: Double

  init(_ process: Int32) {
    status = Self.lines("/proc/\(process)/status")
    let threads =
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    waits = Dictionary(
      uniqueKeysWithValues: threads.map { thread in
        let status = Self.lines("/proc/\(process)/task/\(thread)/status")
        return (thread, Self.number("voluntary_ctxt_switches", in: status))
      }
    )
    // Fields 14 and 15, counted from behind the name, which may hold blanks.
    let fields =
      Self.lines("/proc/\(process)/stat").first?.split(separator: ")").last?
      .split(separator: " ") ?? []
    let ticks = [11, 12].compactMap { fields.indices.contains($0) ? Double(fields[$0]) : nil }
    processorTime = ticks.reduce(0, +) * 1_000 / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The most memory it has held, in MiB.
  var peakMemory: Double { number("VmHWM") / 1_024 }

  /// How often a thread woke since an earlier moment; one that has ended since woke for that.
  func wakes(since earlier: ProcessFacts) -> Double {
    let ended = earlier.waits.keys.filter { waits[$0] == nil }.count
    return waits.reduce(Double(ended)) { $0 + $1.value - (earlier.waits[$1.key] ?? 0) }
  }

  func number(_ name: String) -> Double { Self.number(name, in: status) }

  private static func number(_ name: String, in lines: [Substring]) -> Double {
    let line = lines.first { $0.hasPrefix(name + ":") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
      ?? .nan
  }

  private static func lines(_ path: String) -> [Substring] {
    ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
  }
}
