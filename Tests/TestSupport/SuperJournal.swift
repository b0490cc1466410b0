package import Foundation

/// A rollback journal that names a further file, which SQLite deletes when it plays the journal back
/// (https://www.sqlite.org/fileformat.html#the_rollback_journal).
package enum SuperJournal {
  private static let magic: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]

  private static func number(_ value: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) }
  }

  /// No pages, a nonce, no pages before, sectors of 512 and pages of 4096 bytes: a journal that names nothing.
  package static var header: Data { Data(headerBytes) }

  private static var headerBytes: [UInt8] {
    let header = magic + [0, 0, 0, 0, 1, 2, 3, 4] + number(0) + number(512) + number(4096)
    return header + [UInt8](repeating: 0, count: 512 - header.count)
  }

  /// - Parameter padding: How many bytes stand before the name as if they were pages.
  package static func bytes(naming path: String, padding: Int = 0) -> Data {
    let name = Array(path.utf8)
    let sum = name.reduce(0) { $0 + Int($1) }
    // The page that locks stand on is never in a journal.
    let page = number(0x4000_0000 / 4096 + 1)
    let end = page + name + number(name.count) + number(sum) + magic
    return Data(headerBytes + [UInt8](repeating: 1, count: padding) + end)
  }
}
