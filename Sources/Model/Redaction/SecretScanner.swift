/// Finds passwords, one-time codes and credentials by the names they stand under.
///
/// Knows XML elements and attributes, JSON, query strings, `key=value` and `key: value` of logs,
/// sentences in Norwegian and English, and all of them escaped inside one another. It reads once,
/// from the front, and goes on behind each value, so the work grows with the text only.
struct SecretScanner {
  /// The pieces to remove, in order and without overlap.
  static func cuts(_ bytes: [UInt8]) -> [Redaction.Cut] {
    var scanner = SecretScanner(bytes: bytes)
    scanner.scan()
    return scanner.cuts
  }

  let bytes: [UInt8]
  private(set) var cuts: [Redaction.Cut] = []

  private let sieve = SecretKey.sieve
  /// The word at hand in lower case, without the signs that join its parts; kept, so that a text of
  /// nothing but names of secrets asks for no memory for each.
  private var name: [UInt8] = []

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func scan() {
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      if Self.isWordByte(byte) {
        // A tag that turns out to be none may have had a value taken out of it already.
        position = max(word(from: position), cuts.last?.end ?? 0)
      } else if byte == 0x5C || byte == 0x26 {
        position += EscapedText.symbol(bytes, at: position).length
      } else {
        position += 1
      }
    }
  }

  /// Reads one word and, when it names a secret, what stands under it; returns where to go on.
  private mutating func word(from start: Int) -> Int {
    var end = start
    var trigram = 0
    var isCandidate = false
    while end < bytes.count, Self.isWordByte(bytes[end]) {
      let byte = bytes[end]
      if byte != UInt8(ascii: "_"), byte != UInt8(ascii: "-") {
        trigram = (trigram << 5 | Int(byte & 31)) & 0x7FFF
        if sieve[trigram] { isCandidate = true }
      }
      end += 1
    }
    guard isCandidate else { return end }
    if let token = webToken(from: start) { return remove(start..<token, .credential) }
    guard end - start <= SecretKey.longest else { return end }
    readName(start..<end)
    if name.elementsEqual("bearer".utf8) || name.elementsEqual("basic".utf8) {
      return bareCredential(from: end)
    }
    let isCode = name.elementsEqual("code".utf8) && isBehindCodeWord(start)
    guard let key = isCode ? .code : SecretKey.named(name) else { return end }
    if isElement(start), key != .perhapsCode { return element(key, from: end) }
    return field(key, from: end)
  }

  private mutating func readName(_ range: Range<Int>) {
    name.removeAll(keepingCapacity: true)
    for position in range
    where bytes[position] != UInt8(ascii: "_") && bytes[position] != UInt8(ascii: "-") {
      let byte = bytes[position]
      let isCapital =
        (0x41...0x5A).contains(byte)
        || ((0x80...0x9E).contains(byte) && position > 0 && bytes[position - 1] == 0xC3)
      name.append(isCapital ? byte | 0x20 : byte)
    }
  }

  /// Whether `code` stands in `one-time code`, `PIN code`, `SMS code` or `single-use code`.
  private func isBehindCodeWord(_ start: Int) -> Bool {
    guard start > 4, bytes[start - 1] == 0x20 else { return false }
    let word = String(decoding: bytes[(start - 4)..<(start - 1)], as: UTF8.self).lowercased()
    return ["ime", "pin", "sms", "use"].contains(word)
  }

  /// Takes out a piece and returns where to go on; a marker is left as it is.
  mutating func remove(_ range: Range<Int>, _ kind: Redaction.Kind) -> Int {
    let start = max(range.lowerBound, cuts.last?.end ?? 0)
    guard start < range.upperBound else { return range.upperBound }
    if let marker = marker(at: start) { return marker }
    cuts.append(Redaction.Cut(start: start, end: range.upperBound, kind: kind))
    return range.upperBound
  }

  /// The end of a marker that stands at a place, or `nil`.
  func marker(at position: Int) -> Int? {
    if EscapedText.matches(bytes, at: position, "[***]") { return position + 5 }
    if EscapedText.matches(bytes, at: position, "[fnr]") { return position + 5 }
    return nil
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0xC3...0xDF: true
    case 0x80...0xBF: true
    default: false
    }
  }

  // MARK: Credentials that need no name

  /// The end of a JSON web token beginning at a place, or `nil`.
  private func webToken(from start: Int) -> Int? {
    guard EscapedText.matches(bytes, at: start, "eyJ") else { return nil }
    let end = credentialEnd(from: start)
    return end - start >= 20 ? end : nil
  }

  /// What follows `Basic` or `Bearer`, when it looks like no word of a language.
  private mutating func bareCredential(from end: Int) -> Int {
    let start = end + 1
    guard end < bytes.count, bytes[end] == 0x20 else { return end }
    let stop = credentialEnd(from: start)
    let token = bytes[start..<stop]
    let hasDigit = token.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "=") }
    let hasUpper = token.contains { (0x41...0x5A).contains($0) }
    guard token.count >= 8, hasDigit, hasUpper else { return end }
    return remove(start..<stop, .credential)
  }

  private func credentialEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "/"):
        end += 1
      default: return end
      }
    }
    return end
  }
}
