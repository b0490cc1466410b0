import Glibc
import Model

/// Small files of text, read and written whole.
extension HeldFile {
  /// What stands in it, up to so many bytes.
  func text(most: Int) throws(StoreFailure) -> String {
    let descriptor = try open(O_RDONLY)
    defer { close(descriptor) }
    let size = try FileFacts(of: descriptor, at: path).size
    var bytes = [UInt8](repeating: 0, count: min(most, Int(size)))
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw StoreFailure(errno: errno, path: path) }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// Makes it anew with a text, in the place of whatever an ended program left.
  func make(_ text: String, mode: UInt32) throws(StoreFailure) {
    try remove()
    try make(mode: mode)
    let descriptor = try open(O_WRONLY)
    var text = text
    let isWritten = text.withUTF8 { write(descriptor, $0.baseAddress, $0.count) == $0.count }
    let code = errno
    close(descriptor)
    guard isWritten else { throw StoreFailure(errno: code, path: path) }
  }
}
