/// A JSON object as an answers file has it, read once from its beginning to its end.
///
/// The parser of Foundation tells neither where a key stands nor that it stands twice.
struct FlatJSON {
  struct Entry {
    /// The key without its escapes.
    let key: String
    /// The line it stands on, counted from 1.
    let line: Int
    let value: Value
  }

  enum Value {
    case null
    case flag(Bool)
    case text(String)
    /// As it is written.
    case number(String)
    case object
    case array
  }

  /// It is no JSON, as is seen on this line.
  struct Broken: Error { let line: Int }

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  private init(_ text: String) {
    bytes = Array(text.utf8)
    // A mark of the order of bytes, which some editors write.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The entries of an object in their order; `nil` for JSON that is no object.
  static func entries(in text: String) throws(Broken) -> [Entry]? {
    var reader = FlatJSON(text)
    var found: [Entry]?
    reader.skipBlanks()
    if reader.next == UInt8(ascii: "{") {
      found = try reader.object()
    } else {
      _ = try reader.value(depth: 0)
    }
    reader.skipBlanks()
    guard reader.next == nil else { throw reader.broken }
    return found
  }

  private var broken: Broken { Broken(line: line) }
  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipBlanks() {
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\n"): line += 1
      // The two signs of one line break count once.
      case UInt8(ascii: "\r"):
        if place + 1 == bytes.count || bytes[place + 1] != UInt8(ascii: "\n") { line += 1 }
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: return
      }
      place += 1
    }
  }

  private mutating func take(_ sign: Unicode.Scalar) throws(Broken) {
    guard next == UInt8(ascii: sign) else { throw broken }
    place += 1
  }

  private mutating func object() throws(Broken) -> [Entry] {
    var entries: [Entry] = []
    try items(from: "{", to: "}") { (reader) throws(Broken) in
      let line = reader.line
      let key = try reader.text()
      reader.skipBlanks()
      try reader.take(":")
      reader.skipBlanks()
      entries.append(Entry(key: key, line: line, value: try reader.value(depth: 1)))
    }
    return entries
  }

  /// Reads what stands between two brackets, parted by commas.
  private mutating func items(
    from start: Unicode.Scalar,
    to end: Unicode.Scalar,
    _ item: (inout FlatJSON) throws(Broken) -> Void
  ) throws(Broken) {
    try take(start)
    skipBlanks()
    guard next != UInt8(ascii: end) else {
      place += 1
      return
    }
    while true {
      try item(&self)
      skipBlanks()
      if next == UInt8(ascii: end) { break }
      try take(",")
      skipBlanks()
    }
    place += 1
  }

  /// - Parameter depth: How many brackets stand open; more than a few hundred are nobody's answers.
  private mutating func value(depth: Int) throws(Broken) -> Value {
    guard depth < 256 else { throw broken }
    switch next {
    case UInt8(ascii: "\"")?: return .text(try text())
    case UInt8(ascii: "{")?:
      try items(from: "{", to: "}") { (reader) throws(Broken) in
        try reader.skipText()
        reader.skipBlanks()
        try reader.take(":")
        reader.skipBlanks()
        _ = try reader.value(depth: depth + 1)
      }
      return .object
    case UInt8(ascii: "[")?:
      try items(from: "[", to: "]") { (reader) throws(Broken) in
        _ = try reader.value(depth: depth + 1)
      }
      return .array
    case UInt8(ascii: "t")?: return try word("true", .flag(true))
    case UInt8(ascii: "f")?: return try word("false", .flag(false))
    case UInt8(ascii: "n")?: return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(_ word: String, _ value: Value) throws(Broken) -> Value {
    guard bytes[place...].starts(with: word.utf8) else { throw broken }
    place += word.utf8.count
    return value
  }

  private mutating func number() throws(Broken) -> String {
    let start = place
    if next == UInt8(ascii: "-") { place += 1 }
    if next == UInt8(ascii: "0") { place += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      place += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      place += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func digits() throws(Broken) {
    let start = place
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { place += 1 }
    guard place > start else { throw broken }
  }

  /// Goes past a text.
  ///
  /// - Returns: Where it stands without its quotes, and whether there are escapes in it.
  @discardableResult
  private mutating func skipText() throws(Broken) -> (range: Range<Int>, isEscaped: Bool) {
    try take("\"")
    let start = place
    var isEscaped = false
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw broken }
      if byte == UInt8(ascii: "\\") {
        isEscaped = true
        place += 1
      }
      place += 1
    }
    let end = place
    try take("\"")
    return (start..<end, isEscaped)
  }

  private mutating func text() throws(Broken) -> String {
    let (range, isEscaped) = try skipText()
    guard isEscaped else { return String(decoding: bytes[range], as: UTF8.self) }
    guard let text = Self.unescaped(bytes[range]) else { throw broken }
    return text
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String? {
    var units: [UInt8] = []
    units.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        units.append(byte)
        continue
      }
      switch rest.popFirst() {
      case UInt8(ascii: "u")?:
        guard let scalar = scalar(&rest) else { return nil }
        units += Character(scalar).utf8
      case UInt8(ascii: "n")?: units.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t")?: units.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "r")?: units.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "b")?: units.append(8)
      case UInt8(ascii: "f")?: units.append(12)
      case let sign? where "\"\\/".utf8.contains(sign): units.append(sign)
      default: return nil
      }
    }
    return String(decoding: units, as: UTF8.self)
  }

  /// The scalar of four hexadecimal digits, or of two such numbers that are one together.
  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
    func number() -> UInt32? {
      let digits = rest.prefix(4)
      guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit })
      else { return nil }
      rest = rest.dropFirst(4)
      return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
    guard let first = number() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard rest.starts(with: "\\u".utf8) else { return nil }
    rest = rest.dropFirst(2)
    guard let second = number(), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }
}
