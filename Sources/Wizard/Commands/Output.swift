import Foundation
import Model

/// What a command gives out on standard output.
enum Output {
  static func line(_ text: String) { self.text(text + "\n") }

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
    line(try PlainJSON.text(value))
  }
}
