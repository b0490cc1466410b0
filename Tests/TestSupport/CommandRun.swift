import Foundation

/// One run of a program with no terminal: what it said and how it ended.
package struct CommandRun: Sendable {
  package let output: String
  package let errors: String
  package let status: Int32

  /// Runs a program to its end.
  ///
  /// - Parameter input: What it reads on its standard input.
  package init(
    _ executable: String,
    _ arguments: [String],
    input: String = "",
    directory: String? = nil,
    environment: [String: String] = PtySession.environment
  ) throws {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.environment = environment
    if let directory { process.currentDirectoryURL = URL(filePath: directory) }
    let (into, out, err) = (Pipe(), Pipe(), Pipe())
    process.standardInput = into
    process.standardOutput = out
    process.standardError = err
    try process.run()
    // What these programs read and say fits in a pipe, so that one can follow the other.
    try into.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try into.fileHandleForWriting.close()
    output = String(decoding: try out.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    errors = String(decoding: try err.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
