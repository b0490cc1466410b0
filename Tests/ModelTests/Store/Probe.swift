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
