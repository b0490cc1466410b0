import Wording
import Foundation
import Screens

/// Text that a command reads.
enum InputFile {
  /// Reads a file, or standard input for `-`; bytes that are no text are replaced.
  ///
  /// - Throws: ``Refusal`` when there is no such file, or it cannot be read.
  static func text(of path: String, limit: Int, _ wording: Wording) throws -> String {
    let handle: FileHandle
    if path == "-" {
      handle = .standardInput
    } else if let opened = FileHandle(forReadingAtPath: path) {
      handle = opened
    } else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw Refusal(
        wording(isThere ? "input.unreadable" : "input.missing", ["path": path]),
        .badInput
      )
    }
    do {
      let data = try handle.read(upToCount: limit) ?? Data()
      return String(decoding: data, as: UTF8.self)
    } catch {
      throw Refusal(wording("input.unreadable", ["path": path]), .badInput)
    }
  }
}
