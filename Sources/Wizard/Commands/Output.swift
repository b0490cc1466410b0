import Foundation

/// What a command gives out on standard output.
enum Output {
  static func line(_ text: String) { self.text(text + "\n") }

  /// Writes text of several lines, which ends with a line break.
  static func text(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Writes a value as one JSON object with its keys in order.
  static func json(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    FileHandle.standardOutput.write(try encoder.encode(value) + Data("\n".utf8))
  }
}
