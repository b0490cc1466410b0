import Foundation

/// Words for the person, beside what the program gives out.
enum StandardError {
  static func write(_ text: String) {
    // Where it cannot be said, there is nobody left to tell.
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }
}
