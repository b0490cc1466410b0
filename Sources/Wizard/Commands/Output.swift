import SafeText
import Foundation
import Model
import Screens

/// What a command gives out on standard output.
enum Output {
  /// Writes a line, or several; what stands in them from elsewhere cannot command a terminal.
  ///
  /// Tabs part the columns of lists, and stay.
  static func line(_ text: String) {
    let columns = text.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    self.text(columns.map { Sanitiser.text(String(Substring($0))) }.joined(separator: "\t") + "\n")
  }

  /// Writes text of several lines, which ends with a line break.
  ///
  /// Where nothing more can be written, to a full disk for instance, there is nothing more to do.
  static func text(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      StandardError.write("veiviser: \(String(cString: strerror(errno)))")
      exit(EndStatus.unusable.code)
    }
  }

  /// Writes a value as one JSON object with its keys in order.
  static func json(_ value: some Encodable) throws {
    text(try PlainJSON.text(value) + "\n")
  }
}
