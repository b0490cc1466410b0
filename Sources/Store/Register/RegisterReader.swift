import CZlib
import Glibc
import Model

/// The bytes of a file, unpacked where it is a gzip file; a piece at a time.
final class RegisterReader {
  private static let room = 1 << 18

  private let name: String
  private let descriptor: Int32
  /// How long the file is, and how much of it has been read, as it lies on the disk.
  let size: Int64
  private(set) var done: Int64 = 0
  /// The moment the file was made, as far as it or the file system tells.
  private(set) var made: Timestamp
  private var inflater: OpaquePointer?
  private var input = [UInt8](repeating: 0, count: room)
  private var output: [UInt8] = []

  /// - Throws: `RegisterFailure.file` when it is not there, is no plain file or may not be read.
  init(_ path: String, named name: String) throws {
    self.name = name
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw RegisterFailure.file(named: name, errno == ENOENT ? .missing : .unreadable)
    }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = Int64(status.st_size)
    made = Timestamp(rawValue: Int64(status.st_mtim.tv_sec))
    guard isKnown else { throw RegisterFailure.file(named: name, .unreadable) }
  }

  deinit {
    cz_free(inflater)
    close(descriptor)
  }

  /// Hands out the whole file, piece by piece.
  func read(_ take: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
    var count = try fill()
    let isPacked = count >= 2 && input[0] == 0x1F && input[1] == 0x8B
    guard isPacked else {
      while count > 0 {
        try input.withUnsafeBufferPointer { try take(.init(rebasing: $0[..<count])) }
        count = try fill()
      }
      return
    }
    // The moment stands in the header where whoever packed it wrote it down.
    let stamp = count >= 8 ? input[4..<8].reversed().reduce(0) { $0 << 8 | Int64($1) } : 0
    if stamp > 0 { made = Timestamp(rawValue: stamp) }
    inflater = cz_make()
    output = [UInt8](repeating: 0, count: Self.room)
    var isWhole = false
    while count > 0 {
      isWhole = try inflate(count, isWhole: isWhole, take)
      count = try fill()
    }
    guard isWhole else { throw RegisterFailure.file(named: name, .badGzip) }
  }

  /// Unpacks what was read.
  ///
  /// - Returns: Whether the packed file may end here.
  private func inflate(
    _ count: Int,
    isWhole: Bool,
    _ take: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws -> Bool {
    guard let inflater else { throw RegisterFailure.file(named: name, .badGzip) }
    var isWhole = isWhole
    try input.withUnsafeBufferPointer { input in
      guard var next = input.baseAddress else { return }
      var left = count
      var made = 0
      repeat {
        let result = output.withUnsafeMutableBufferPointer { output in
          output.baseAddress.map { cz_inflate(inflater, &next, &left, $0, output.count, &made) }
        }
        guard let result, result != CZ_DAMAGED else {
          throw RegisterFailure.file(named: name, .badGzip)
        }
        if made > 0 {
          try output.withUnsafeBufferPointer { try take(.init(rebasing: $0[..<made])) }
        }
        isWhole = result == CZ_PART
      } while left > 0 || (made == Self.room && !isWhole)
    }
    return isWhole
  }

  private func fill() throws -> Int {
    let count = input.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    guard count >= 0 else { throw RegisterFailure.file(named: name, .unreadable) }
    done += Int64(count)
    return count
  }
}
