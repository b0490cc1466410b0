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
  ///   - option: The option that names it, if one does. What was given as its path may be anything, and is not
  ///     repeated.
  ///   - limit: The most that is read, in mebibytes.
  /// - Throws: ``Refusal`` when there is no such file, or it cannot be read.
  static func text(
    of path: String,
    after option: String? = nil,
    limit: Int,
    _ longer: Longer,
    _ wording: Wording
  ) throws -> String {
    let name = option.map { wording("input.after", ["option": $0]) } ?? wording("input.file")
    let handle: FileHandle
    if path == "-" {
      handle = .standardInput
    } else if let opened = FileHandle(forReadingAtPath: path) {
      handle = opened
    } else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw Refusal(
        wording(isThere ? "input.unreadable" : "input.missing", ["path": name]).capitalisedFirst,
        .badInput
      )
    }
    let most = limit << 20
    var data: Data
    do {
      data = try handle.read(upToCount: most + 1) ?? Data()
    } catch {
      throw Refusal(wording("input.unreadable", ["path": name]).capitalisedFirst, .badInput)
    }
    if data.count > most {
      let values = ["path": name, "limit": "\(limit)"]
      if longer == .isRefused {
        throw Refusal(wording("input.tooLong", values).capitalisedFirst, .badInput)
      }
      StandardError.write(wording("input.cut", values).capitalisedFirst)
      data.removeLast()
    }
    return String(decoding: data, as: UTF8.self)
  }
}
