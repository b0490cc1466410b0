import Wording
import Foundation
import Screens

/// Text that a command reads.
enum InputFile {
  /// What becomes of a text that is longer than the limit.
  enum Longer {
    /// The beginning is read, and that the rest was not is said.
    case isCut
    case isRefused
  }

  /// Reads a file, or standard input for `-`; bytes that are no text are replaced.
  ///
  /// - Parameters:
  ///   - name: What the file is called where it is complained of. What was given as its path may be anything.
  ///   - limit: The most that is read, in mebibytes.
  /// - Throws: ``Refusal`` when there is no such file, or it cannot be read.
  static func text(
    of path: String,
    named name: String,
    limit: Int,
    _ longer: Longer,
    _ wording: Wording
  ) throws -> String {
    let handle: FileHandle
    if path == "-" {
      handle = .standardInput
    } else if let opened = FileHandle(forReadingAtPath: path) {
      handle = opened
    } else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw Refusal(
        wording(isThere ? "input.unreadable" : "input.missing", ["path": name]),
        .badInput
      )
    }
    let most = limit << 20
    var data: Data
    do {
      data = try handle.read(upToCount: most + 1) ?? Data()
    } catch {
      throw Refusal(wording("input.unreadable", ["path": name]), .badInput)
    }
    if data.count > most {
      let values = ["path": name, "limit": "\(limit)"]
      if longer == .isRefused { throw Refusal(wording("input.tooLong", values), .badInput) }
      StandardError.write(wording("input.cut", values))
      data.removeLast()
    }
    return String(decoding: data, as: UTF8.self)
  }
}
