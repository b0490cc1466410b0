import Foundation
import Synchronization

/// A line of standard input, of which no more is kept than is asked for.
///
/// The line of the standard library grows for as long as no line break comes.
package struct InputLine: Sendable {
  package let text: String
  /// Whether the line was longer than what was asked for; the rest of it is gone.
  package let isCut: Bool

  private struct Buffer {
    var bytes: [UInt8] = []
    var place = 0
  }

  /// What was read and not yet taken.
  private static let buffer = Mutex(Buffer())

  /// Reads the next line, without its break; bytes that are no text are replaced.
  ///
  /// - Parameter most: How many bytes of it are kept.
  /// - Returns: `nil` when there is no more to read.
  package static func read(most: Int) -> InputLine? {
    buffer.withLock { buffer in
      var line: [UInt8] = []
      var isCut = false
      var isBegun = false
      while buffer.place < buffer.bytes.count || fill(&buffer) {
        isBegun = true
        let rest = buffer.bytes[buffer.place...]
        let end = rest.firstIndex(of: UInt8(ascii: "\n"))
        let piece = rest[..<(end ?? rest.endIndex)]
        isCut = isCut || line.count + piece.count > most
        line += piece.prefix(most - line.count)
        buffer.place = end.map { $0 + 1 } ?? rest.endIndex
        if end != nil { break }
      }
      guard isBegun else { return nil }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      return InputLine(text: String(decoding: line, as: UTF8.self), isCut: isCut)
    }
  }

  /// Whether more of the input has come, or comes within a while.
  ///
  /// A terminal tells of whole lines alone.
  package static func isMoreWaiting(milliseconds: Int32) -> Bool {
    buffer.withLock { buffer in
      if buffer.place < buffer.bytes.count { return true }
      var watched = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, milliseconds) > 0 else { return false }
      return watched.revents & Int16(POLLIN) != 0
    }
  }

  private static func fill(_ buffer: inout Buffer) -> Bool {
    buffer.place = 0
    buffer.bytes = [UInt8](unsafeUninitializedCapacity: 16_384) { room, count in
      var got = -1
      repeat {
        got = Foundation.read(STDIN_FILENO, room.baseAddress, room.count)
      } while got < 0 && errno == EINTR
      count = max(0, got)
    }
    return !buffer.bytes.isEmpty
  }
}
