import Foundation
import TestSupport

/// One run of the program with no terminal at any end.
struct Run {
  let status: Int32
  /// Whether a signal ended it, as a failed check in Swift does.
  let trapped: Bool
  let output: String
  let complaint: String

  /// Runs the program and waits for its end.
  ///
  /// - Parameters:
  ///   - input: What stands on its standard input.
  ///   - file: A file that is its standard input instead.
  ///   - shell: Commands before it, such as `ulimit -f 0;`.
  ///   - prefix: A command that starts it.
  init(
    _ arguments: [String],
    input: String = "",
    file: String? = nil,
    environment: [String: String] = [:],
    shell: String = "",
    prefix: String = ""
  ) throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let ends = "<\(file ?? folder.file("in")) >\(folder.file("out")) 2>\(folder.file("err"))"
    process.arguments =
      ["-c", "\(shell) exec \(prefix) \"$0\" \"$@\" \(ends)", Executables.veiviser] + arguments
    process.environment = PtySession.environment.merging(environment) { _, new in new }
    try folder.write(input, to: "in")
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    trapped = process.terminationReason == .uncaughtSignal
    output = try String(contentsOfFile: folder.file("out"), encoding: .utf8)
    complaint = try String(contentsOfFile: folder.file("err"), encoding: .utf8)
  }
}
