import Foundation
import TestSupport
import Testing

/// A run of StoreProbe, which is built beside the tests.
final class Probe {
  private let process = Process()
  private let output = Pipe()
  /// The beginning of a line whose end has not been read: a read takes so many bytes, not lines.
  private var begun = Data()

  /// Starts a probe by way of a shell.
  ///
  /// - Parameters:
  ///   - arguments: What the probe is to do, as its own description says.
  ///   - shell: Commands before it, such as `umask 077;`.
  ///   - prefix: A command that starts it.
  init(_ arguments: [String], shell: String = "", prefix: String = "") throws {
    try start(["-c", "\(shell) exec \(prefix) \"$0\" \"$@\"", Self.program] + arguments)
  }

  /// Runs a script of the shell in which `$0` is the probe.
  ///
  /// - Parameter prefix: A command that starts the shell and takes the script after it.
  init(script: String, prefix: String) throws {
    try start(["-c", "exec \(prefix) \"$1\" \"$0\"", Self.program, script])
  }

  private static let program = Executables.named("StoreProbe")

  private func start(_ arguments: [String]) throws {
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
  }

  /// Reads on until so many whole lines have come, or all that there are.
  func lines(atLeast count: Int = .max) -> [String] {
    var text = begun
    while text.count(where: { $0 == Self.newline }) < count {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      text += more
    }
    let whole = text.lastIndex(of: Self.newline).map { text[...$0] } ?? Data()
    begun = Data(text.dropFirst(whole.count))
    return String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static let newline = UInt8(ascii: "\n")

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
