import SafeText
import Foundation
import Model
import Screens
import Wording

/// What a command gives out on standard output.
enum Output {
  /// Writes a line, or several; what stands in them from elsewhere cannot command a terminal.
  ///
  /// Tabs part the columns of lists, and stay.
  static func line(_ text: String) { line(text, done: nil) }

  /// Writes a line, or several, of something that has been done.
  ///
  /// - Parameter done: What it was, as in ``text(_:done:)``.
  static func line(_ text: String, done: String?) {
    let columns = text.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    let safe = columns.map { Sanitiser.text(String(Substring($0))) }.joined(separator: "\t")
    self.text(safe + "\n", done: done)
  }

  /// Writes a line that says what has been done.
  static func receipt(_ text: String) { line(text, done: text) }

  /// Writes text of several lines, which ends with a line break.
  ///
  /// Where it cannot be written, to a full disk for instance, the program says so and ends.
  ///
  /// - Parameter done: What has been done and stays so, which is said then: whoever does it once more has it twice.
  static func text(_ text: String, done: String? = nil) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      let words = CommandContext.ofComplaints.wording(of: CommandLine.arguments.dropFirst())
      let said = done.map { words("output.unwrittenDone", ["done": $0]) }
      StandardError.write(said ?? words("output.unwritten"))
      exit(EndStatus.unusable.code)
    }
  }

  /// Writes a value as one JSON object with its keys in order.
  ///
  /// - Parameter done: What has been done, as in ``text(_:done:)``.
  static func json(_ value: some Encodable, done: String? = nil) throws {
    text(try PlainJSON.text(value) + "\n", done: done)
  }
}
