/// Finds the objects of one long JSON array while it is read, and holds no more than one of them.
struct ArraySplitter {
  enum Fault: Error { case notArray, malformed, tooLarge, cut }

  /// The most bytes an object can have.
  static let most = 1 << 20

  private enum Place { case start, first, object, after, comma, end }

  private var place = Place.start
  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  /// The beginning of an object whose end is in a later piece.
  private var held: [UInt8] = []

  /// Takes the next piece and hands out each object that ends in it.
  ///
  /// Whether an object is well formed is left to who reads it.
  mutating func take(
    _ piece: UnsafeBufferPointer<UInt8>,
    _ found: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    var start = 0
    var index = 0
    while index < piece.count {
      if place == .object {
        guard let end = end(in: piece, from: index) else { break }
        try hand(.init(rebasing: piece[start..<end]), found)
        (place, index) = (.after, end)
        continue
      }
      try step(piece[index])
      if place == .object { start = index }
      index += 1
    }
    guard place == .object else { return }
    guard held.count + piece.count - start <= Self.most else { throw Fault.tooLarge }
    held.append(contentsOf: piece[start...])
  }

  /// Makes sure that the array has ended.
  func finish() throws(Fault) {
    guard place == .end else { throw place == .start ? .notArray : .cut }
  }

  /// The place after the end of the object that has begun, if it is in this piece.
  private mutating func end(in piece: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < piece.count {
      let byte = piece[index]
      index += 1
      if isInText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return nil
  }

  private mutating func hand(
    _ piece: UnsafeBufferPointer<UInt8>,
    _ found: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    guard held.count + piece.count <= Self.most else { throw Fault.tooLarge }
    guard !held.isEmpty else { return try found(piece) }
    held.append(contentsOf: piece)
    defer { held.removeAll(keepingCapacity: true) }
    try held.withUnsafeBufferPointer(found)
  }

  private mutating func step(_ byte: UInt8) throws {
    switch (place, byte) {
    case (_, 0x20), (_, 0x09), (_, 0x0A), (_, 0x0D): break
    case (.start, UInt8(ascii: "[")): place = .first
    case (.first, UInt8(ascii: "{")), (.comma, UInt8(ascii: "{")): (place, depth) = (.object, 1)
    case (.first, UInt8(ascii: "]")), (.after, UInt8(ascii: "]")): place = .end
    case (.after, UInt8(ascii: ",")): place = .comma
    case (.start, _): throw Fault.notArray
    default: throw Fault.malformed
    }
  }
}
