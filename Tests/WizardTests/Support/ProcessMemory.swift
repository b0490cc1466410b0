import Foundation

/// What another process has in its memory; of a program that hides it only the superuser sees it.
struct ProcessMemory {
  private let regions: [[UInt8]]

  /// How much was read.
  var size: Int { regions.reduce(0) { $0 + $1.count } }

  /// Reads all that the process can write: its data, heap and stacks.
  init(of process: Int32) throws {
    let maps = try String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8)
    let descriptor = open("/proc/\(process)/mem", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CocoaError(.fileReadNoPermission) }
    defer { close(descriptor) }
    regions = maps.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ")
      let ends = parts[0].split(separator: "-").compactMap { Int($0, radix: 16) }
      guard parts[1].hasPrefix("rw"), ends.count == 2 else { return nil }
      var bytes = [UInt8](repeating: 0, count: ends[1] - ends[0])
      var done = 0
      while done < bytes.count {
        let count = bytes.withUnsafeMutableBytes { room in
          pread(descriptor, room.baseAddress?.advanced(by: done), room.count - done, ends[0] + done)
        }
        // A page that is not there is of no use to anybody.
        done += count > 0 ? count : 4_096
      }
      return bytes
    }
  }

  /// How often a text of ASCII letters stands there, byte after byte or with room between the letters,
  /// as in lists of characters.
  func count(of text: String) -> Int {
    let wanted = Array(text.utf8)
    return regions.reduce(0) { $0 + Self.count(of: wanted, in: $1) }
  }

  private static func count(of wanted: [UInt8], in bytes: [UInt8]) -> Int {
    guard let first = wanted.first else { return 0 }
    return bytes.withUnsafeBufferPointer { bytes in
      wanted.withUnsafeBufferPointer { wanted in
        var found = 0
        for start in bytes.indices where bytes[start] == first {
          for stride in [1, 2, 4, 8, 16, 24] where start + stride * (wanted.count - 1) < bytes.count
          {
            if wanted.indices.allSatisfy({ bytes[start + stride * $0] == wanted[$0] }) {
              found += 1
            }
          }
        }
        return found
      }
    }
  }
}

extension ProcessMemory {
  /// The most memory a process has held, in kB; `nil` when it is gone.
  static func most(of process: Int32) -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    else { return nil }
    return status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
      .flatMap { $0.split(whereSeparator: \.isWhitespace).dropFirst().first }.flatMap { Int($0) }
  }
}
