/// Whether a message is spoken of as what does not stand there: denied, guessed at, of last year or of somebody else.
///
/// Such a text holds the message to the letter, and still does not say that anybody has it.
struct Hearsay: Sendable {
  private let denials: Set<String>
  private let signs: Set<String>
  private let pointers: Set<String>

  /// How far from a message words are read, in bytes of UTF-8.
  private static let reach = 240
  /// How many words before a message a denial may stand, and how many into the next sentence.
  private static let near = (before: 3, behind: 5)

  init(_ words: Lexicon.Words) {
    func set(_ line: String) -> Set<String> { Set(line.split(separator: " ").map(String.init)) }
    denials = set(words.denials)
    signs = set(words.hearsay)
    pointers = set(words.pointers)
  }

  /// - Parameters:
  ///   - range: Where the message stands.
  ///   - text: All that was pasted, as UTF-8.
  func speaks(of range: Range<Int>, in text: [UInt8]) -> Bool {
    let before = text[max(0, range.lowerBound - Self.reach)..<range.lowerBound]
    let behind = text[range.upperBound..<min(text.count, range.upperBound + Self.reach)]
    let head = before.suffix { !Self.ends($0) }
    let tail = behind.prefix { !Self.ends($0) }
    let next = behind.dropFirst(tail.count).drop(while: Self.ends).prefix { !Self.ends($0) }
    let after = Self.words(next)
    let about = Self.words(head) + Self.words(tail) + after
    if about.contains(where: signs.contains) { return true }
    // «Det er ikke AUTH-00011», but not «could not be sent: AUTH-00011».
    let close = Self.words(head.suffix { !Self.parts($0) })
    if close.suffix(Self.near.before).contains(where: denials.contains) { return true }
    // «System user not found. Det har vi ikke sett.»
    return after.first.map(pointers.contains) ?? false
      && after.prefix(Self.near.behind).contains(where: denials.contains)
  }

  /// Whether a byte ends a sentence.
  private static func ends(_ byte: UInt8) -> Bool { [0x0A, 0x0D, 0x21, 0x2E, 0x3F].contains(byte) }

  /// Whether a byte parts what is said from what is quoted or listed: a comma, a colon, a bracket, a quote, a tag, a bar.
  private static func parts(_ byte: UInt8) -> Bool {
    [0x22, 0x28, 0x2C, 0x3A, 0x3B, 0x3C, 0x3D, 0x3E, 0x5B, 0x7B, 0x7C].contains(byte)
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    String(decoding: bytes, as: UTF8.self).lowercased().split { !$0.isLetter && $0 != "'" }
      .map(String.init)
  }
}

extension ArraySlice {
  /// The longest end in which all fit.
  fileprivate func suffix(while fits: (Element) -> Bool) -> ArraySlice {
    var start = endIndex
    while start > startIndex, fits(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
