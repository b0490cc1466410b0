import Foundation

/// Reads one JSON object from beginning to end, in the order in which it is written.
///
/// What is not asked for is passed by without being made into anything: most of these files is of no use here.
struct ObjectReader {
  struct Malformed: Error {}

  /// The name of a member, as it is written.
  struct Name {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    static func ~= (name: StaticString, found: Name) -> Bool {
      name.utf8CodeUnitCount == found.bytes.count
        && found.bytes.elementsEqual(
          UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
        )
    }
  }

  /// Deeper than any of these files is.
  private static let deepest = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// Whether an object or an array has been entered and nothing of it read.
  private var isFirst = false
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Goes into an object.
  ///
  /// - Returns: Whether there is one; `null` is none.
  mutating func enterObject() throws -> Bool { try enter(UInt8(ascii: "{")) }

  mutating func enterArray() throws -> Bool { try enter(UInt8(ascii: "[")) }

  /// The name of the next member of the object, whose value must then be read or passed by; `nil` at its end.
  mutating func nextName() throws -> Name? {
    guard try goOn(to: UInt8(ascii: "}")) else { return nil }
    let name = Name(bytes: try text().bytes)
    guard try next() == UInt8(ascii: ":") else { throw Malformed() }
    index += 1
    return name
  }

  /// Whether there is another element in the array, which must then be read or passed by.
  mutating func hasElement() throws -> Bool { try goOn(to: UInt8(ascii: "]")) }

  /// A text; `nil` for `null`.
  mutating func string() throws -> String? {
    guard try next() == UInt8(ascii: "\"") else {
      try word("null")
      return nil
    }
    let (bytes, isPlain) = try text()
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Malformed() }
    guard !isPlain else { return text }
    // Few texts have escapes; they are left to who knows all of them.
    guard let read = try? JSONDecoder().decode(String.self, from: Data("\"\(text)\"".utf8)) else {
      throw Malformed()
    }
    return read
  }

  /// Yes or no; `null` is no.
  mutating func bool() throws -> Bool {
    switch try next() {
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"):
      try word("false")
      return false
    default:
      try word("null")
      return false
    }
    return true
  }

  /// Whether the next value begins with a sign.
  mutating func isNext(_ sign: Unicode.Scalar) throws -> Bool { try next() == UInt8(ascii: sign) }

  /// Passes by a value of any kind.
  mutating func skip() throws {
    switch try next() {
    case UInt8(ascii: "\""): _ = try text()
    case UInt8(ascii: "{"):
      _ = try enterObject()
      while try nextName() != nil { try skip() }
    case UInt8(ascii: "["):
      _ = try enterArray()
      while try hasElement() { try skip() }
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: try number()
    }
  }

  private mutating func enter(_ sign: UInt8) throws -> Bool {
    guard try next() == sign else {
      try word("null")
      return false
    }
    depth += 1
    guard depth <= Self.deepest else { throw Malformed() }
    index += 1
    isFirst = true
    return true
  }

  private mutating func goOn(to end: UInt8) throws -> Bool {
    let sign = try next()
    defer { isFirst = false }
    if sign == end {
      index += 1
      depth -= 1
      return false
    }
    guard !isFirst else { return true }
    guard sign == UInt8(ascii: ",") else { throw Malformed() }
    index += 1
    guard try next() != end else { throw Malformed() }
    return true
  }

  /// The next byte that is no blank, which is not passed.
  private mutating func next() throws -> UInt8 {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return bytes[index]
      }
    }
    throw Malformed()
  }

  /// What stands between quotes, and whether it has no escapes.
  private mutating func text() throws -> (bytes: UnsafeBufferPointer<UInt8>, isPlain: Bool) {
    guard try next() == UInt8(ascii: "\"") else { throw Malformed() }
    index += 1
    let start = index
    var isPlain = true
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        return (.init(rebasing: bytes[start..<index - 1]), isPlain)
      }
      guard byte >= 0x20 else { throw Malformed() }
      if byte == UInt8(ascii: "\\") {
        isPlain = false
        index += 1
      }
    }
    throw Malformed()
  }

  private mutating func word(_ word: StaticString) throws {
    let count = word.utf8CodeUnitCount
    guard try next() == word.utf8Start[0], index + count <= bytes.count,
      (0..<count).allSatisfy({ bytes[index + $0] == word.utf8Start[$0] })
    else { throw Malformed() }
    index += count
  }

  private mutating func number() throws {
    let start = index
    while index < bytes.count, Self.isOfNumber(bytes[index]) { index += 1 }
    guard index > start else { throw Malformed() }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
