import SafeText

/// A text as a person reads it: one entry for each character that is seen, whatever it is written as.
///
/// Escapes are read, digits of all scripts are digits, and what no reader sees (zero width, colours
/// of a terminal, soft line breaks of mail) is left out, so that it can neither part a number nor
/// hide one. All that looks for secrets looks here, and nothing looks at bytes.
struct Reading {
  enum Class: UInt8 {
    case letter, digit, blank, newline, sign
    /// A marker that stands where something was taken out before.
    case marker
  }

  /// What an equals sign before two figures is taken for.
  enum Way {
    /// A sign as raw mail writes it.
    case asMail
    /// What stands there.
    case asWritten
  }

  private(set) var codes: [UInt32] = []
  private(set) var classes: [Class] = []
  /// Where each character begins and ends, in bytes.
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  /// Bytes that nobody sees, to be left out of what is kept.
  private(set) var unseen: [Range<Int>] = []

  var count: Int { codes.count }

  init(_ bytes: [UInt8], _ way: Way = .asMail) {
    codes.reserveCapacity(bytes.count)
    classes.reserveCapacity(bytes.count)
    starts.reserveCapacity(bytes.count)
    ends.reserveCapacity(bytes.count)
    let plain = Self.plain
    var position = 0
    var line = 0
    while position < bytes.count {
      var end = position
      while end < bytes.count, plain[Int(bytes[end])] != nil { end += 1 }
      if end > position {
        appendPlain(position..<end, of: bytes)
        position = end
        continue
      }
      if let marker = Redaction.marker(in: bytes, at: position) {
        append(0x2588, .marker, position..<(position + marker))
        position += marker
        continue
      }
      if way == .asMail, Self.isSoftBreak(bytes, at: position, line: line) {
        let end = position + (bytes[position + 1] == 0x0D ? 3 : 2)
        unseen.append(position..<min(end, bytes.count))
        position = end
        line = end
        continue
      }
      let symbol = Transport.symbol(bytes, at: position, way)
      end = position + symbol.length
      if symbol.code == 0x1B, let close = Self.endOfColour(bytes, from: end) {
        unseen.append(position..<close)
        position = close
        continue
      }
      read(symbol.code, position..<end)
      if symbol.code == 0x0A { line = end }
      position = end
    }
  }

  private mutating func read(_ code: UInt32, _ range: Range<Int>) {
    switch code {
    case 0x61...0x7A, 0x41...0x5A: append(code, .letter, range)
    case 0x30...0x39: append(code, .digit, range)
    case 0x20, 0x09: append(code, .blank, range)
    case 0x0A, 0x0D: append(code, .newline, range)
    case 0x00...0x7F: append(code, .sign, range)
    default: readBeyondASCII(code, range)
    }
  }

  private mutating func readBeyondASCII(_ code: UInt32, _ range: Range<Int>) {
    guard let scalar = Unicode.Scalar(code) else { return append(code, .sign, range) }
    if Sanitiser.isInvisible(scalar) {
      unseen.append(range)
      return
    }
    if Sanitiser.isMark(scalar) {
      // A mark belongs to the letter that it stands on.
      if let last = ends.indices.last, classes[last] != .marker {
        ends[last] = UInt32(range.upperBound)
      }
      return
    }
    switch scalar.properties.numericType {
    case .decimal?, .digit?, .numeric?:
      let value = scalar.properties.numericValue.flatMap { (0...9).contains($0) ? Int($0) : nil }
      // Numbers of Han are words of a language.
      guard let value, !scalar.properties.isIdeographic else { break }
      return append(0x30 + UInt32(value), .digit, range)
    default: break
    }
    switch code {
    case 0x85, 0x2028, 0x2029: append(0x0A, .newline, range)
    case 0xFF01...0xFF5E: read(code - 0xFEE0, range)
    // Signs of other scripts that look like a colon.
    case 0x2D0, 0x5C3, 0x1361, 0x2236, 0xA789, 0xFE55: append(0x3A, .sign, range)
    default:
      let isLetter = scalar.properties.isAlphabetic
      let isBlank = scalar.properties.isWhitespace
      append(code, isLetter ? .letter : isBlank ? .blank : .sign, range)
    }
  }

  private mutating func append(_ code: UInt32, _ kind: Class, _ range: Range<Int>) {
    codes.append(code)
    classes.append(kind)
    starts.append(UInt32(range.lowerBound))
    ends.append(UInt32(range.upperBound))
  }

  /// What a byte is that always means itself; `nil` for one that what follows may make another.
  private static let plain: [Class?] = (0..<256).map { (byte: Int) -> Class? in
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: .letter
    case 0x30...0x39: .digit
    case 0x20, 0x09: .blank
    case 0x0D: .newline
    case 0x0A, 0x1B, 0x25, 0x26, 0x3D, 0x5B, 0x5C, 0x80...: nil
    default: .sign
    }
  }

  /// Takes in a run of such bytes, of which nearly all texts are made, at once.
  private mutating func appendPlain(_ range: Range<Int>, of bytes: [UInt8]) {
    let plain = Self.plain
    codes.append(contentsOf: bytes[range].lazy.map { UInt32($0) })
    classes.append(contentsOf: bytes[range].lazy.map { plain[Int($0)] ?? .sign })
    let (first, last) = (UInt32(range.lowerBound), UInt32(range.upperBound))
    starts.append(contentsOf: first..<last)
    ends.append(contentsOf: first + 1..<last + 1)
  }

  /// Where characters stand, in bytes.
  func bytes(of characters: Range<Int>) -> Range<Int> {
    Int(starts[characters.lowerBound])..<Int(ends[characters.upperBound - 1])
  }

  /// Whether a line of a raw mail is broken here: an equals sign at the end of a full line.
  private static func isSoftBreak(_ bytes: [UInt8], at position: Int, line: Int) -> Bool {
    guard bytes[position] == UInt8(ascii: "="), position - line >= 60, position + 1 < bytes.count
    else { return false }
    return bytes[position + 1] == 0x0A
      || (bytes[position + 1] == 0x0D && position + 2 < bytes.count && bytes[position + 2] == 0x0A)
  }

  /// The end of a sequence such as `[0m` behind an escape, or `nil`.
  private static func endOfColour(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "[") else { return nil }
    for position in (start + 1)..<max(start + 1, min(start + 24, bytes.count)) {
      switch bytes[position] {
      case 0x30...0x3B: continue
      case 0x40...0x5A, 0x5C...0x7E: return position + 1
      default: return nil
      }
    }
    return nil
  }
}
