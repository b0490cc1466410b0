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
        wording(isThere ? "input.unreadable" : "input.missing", ["path": said(path)]),
        .badInput
      )
    }
    do {
      let data = try handle.read(upToCount: limit) ?? Data()
      return String(decoding: data, as: UTF8.self)
    } catch {
      throw Refusal(wording("input.unreadable", ["path": said(path)]), .badInput)
    }
  }

  /// A path as far as it is one: what stands nowhere may be anything, and is not repeated.
  static func said(_ path: String) -> String {
    guard !FileManager.default.fileExists(atPath: path), path != "-" else { return path }
    let above = (path as NSString).deletingLastPathComponent
    guard !above.isEmpty, above != path else { return "…" }
    return (above == "/" ? "" : said(above)) + "/…"
  }
}
