import SafeText
import Foundation
import Screens

/// Words for the person, beside what the program gives out.
enum StandardError {
  /// Writes one message.
  ///
  /// It may name what was given: an argument, a path, something out of a file. The terminal gets the
  /// letters of that and never its commands.
  static func write(_ text: String) {
    // Where it cannot be said, there is nobody left to tell.
    try? FileHandle.standardError.write(contentsOf: Data((Sanitiser.text(text) + "\n").utf8))
  }
}
