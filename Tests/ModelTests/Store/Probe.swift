import Foundation
import Testing

/// A run of StoreProbe, which is built beside the tests.
struct Probe {
  private let process = Process()
  private let output = Pipe()

  /// Starts a probe by way of a shell.
  ///
  /// - Parameters:
  ///   - arguments: What the probe is to do, as its own description says.
  ///   - shell: Commands before it, such as `umask 077;`.
  ///   - prefix: A command that starts it.
  init(_ arguments: [String], shell: String = "", prefix: String = "") throws {
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: "StoreProbe").path
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(shell) exec \(prefix) \"$0\" \"$@\"", program] + arguments
    process.standardOutput = output
    try process.run()
  }

  /// Reads on until so many lines have come, or all that there are.
  func lines(atLeast count: Int = .max) -> [String] {
    var text = Data()
    while text.count(where: { $0 == UInt8(ascii: "\n") }) < count {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      text += more
    }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Ends it as `kill -9` does.
  func kill() { _ = Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Waits for its end.
  ///
  /// - Returns: Its exit status.
  @discardableResult
  func wait() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }
}

/// Random numbers that come again from the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
