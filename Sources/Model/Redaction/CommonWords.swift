import CAssets

/// The words that stay beside the name of a secret, since they seldom are one: those of the program's own texts,
/// of the catalogues and of what people say, in all languages, the commonest others (`common` in
/// `phrases/words.json`), and those of the lists by which texts are read.
///
/// They are always those inside the program, whatever else its words are read from, and are read when one is first
/// asked for.
struct CommonWords: Sendable {
  static let all = CommonWords()

  /// What is longer is no word.
  private static let longest = 48
  /// A part of a compound, and a stem, has at least so many letters.
  private static let shortest = 4
  /// Letters by chance are two short words too often.
  private static let shortestCompound = 12

  private var hashes: Set<UInt64> = []

  private init() {
    hashes.reserveCapacity(1 << 14)
    for index in 0..<cassets_count() {
      let file = cassets_at(index)
      addWords(of: UnsafeBufferPointer(start: file.bytes, count: file.length))
    }
    let lists: [Set<String>] = [
      StateWords.words, StateWords.between, StateWords.changes, StateWords.turns,
      StateWords.copulas, EvidenceNames.fields, EvidenceNames.references, EvidenceNames.ids,
      PersonNames.fields,
      PersonNames.titles, PersonNames.closings, PersonNames.heads, NumberWords.connectors,
      Set(EvidenceNames.names), Set(NumberWords.words),
    ]
    for word in lists.joined() { hashes.insert(FNV1a.hash(word.utf8)) }
  }

  /// Takes in every run of letters, folded.
  private mutating func addWords(of bytes: UnsafeBufferPointer<UInt8>) {
    var hash = FNV1a.seed
    var letters = 0
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case 0x61...0x7A, 0x41...0x5A: hash = FNV1a.step(hash, byte | 0x20)
      case 0xC3 where position < bytes.count && Self.isLetter(bytes[position]):
        let code = Int(bytes[position]) + 0x40
        position += 1
        if code == 0xC6 || code == 0xE6 {
          hash = FNV1a.step(FNV1a.step(hash, UInt8(ascii: "a")), UInt8(ascii: "e"))
          letters += 1
        } else {
          hash = FNV1a.step(hash, Tokens.latin(code))
        }
      default:
        // What a backslash escapes is no letter.
        if byte == UInt8(ascii: "\\") { position += 1 }
        if letters > 1 { hashes.insert(hash) }
        hash = FNV1a.seed
        letters = 0
        continue
      }
      letters += 1
    }
  }

  /// Whether a byte behind 0xC3 makes a letter of both, and no sign of arithmetic.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x80...0xBF).contains(byte) && byte != 0x97 && byte != 0xB7
  }

  /// Whether a word is one of them, one of them inflected, put together of them, or a name in a program that
  /// is put together of them.
  func contains(_ word: ArraySlice<UInt32>) -> Bool {
    guard word.count <= Self.longest else { return false }
    if isCommon(word) { return true }
    let parts = Self.parts(of: word)
    guard parts.count > 1 else { return false }
    var known = 0
    var short = 0
    for part in parts {
      if part.count <= 2 {
        short += part.count
      } else if isCommon(part) {
        known += part.count
      } else {
        return false
      }
    }
    return known > 0 && known >= 2 * short
  }

  /// Whether a folded word is one of them as it stands.
  func has(_ word: ArraySlice<UInt8>) -> Bool { hashes.contains(FNV1a.hash(word)) }

  private func isCommon(_ word: ArraySlice<UInt32>) -> Bool {
    isCompound(Array(Tokens.fold(word).utf8)[...], depth: 2)
  }

  /// - Parameter depth: How many words more may stand before the last.
  private func isCompound(_ word: ArraySlice<UInt8>, depth: Int) -> Bool {
    if isInflected(word) { return true }
    guard depth > 0, word.count >= Self.shortestCompound else { return false }
    var hash = FNV1a.seed
    for place in word.indices.dropLast(Self.shortest) {
      hash = FNV1a.step(hash, word[place])
      guard place - word.startIndex + 1 >= Self.shortest, hashes.contains(hash) else { continue }
      let rest = word[(place + 1)...]
      if isCompound(rest, depth: depth - 1) { return true }
      // A letter that joins two words.
      guard let first = rest.first, [UInt8(ascii: "s"), UInt8(ascii: "e")].contains(first),
        rest.count > Self.shortest, word.count > Self.shortestCompound
      else { continue }
      if isCompound(rest.dropFirst(), depth: depth - 1) { return true }
    }
    return false
  }

  private func isInflected(_ word: ArraySlice<UInt8>) -> Bool {
    if hashes.contains(FNV1a.hash(word)) { return true }
    for ending in Self.endings
    where word.count >= ending.count + Self.shortest && word.suffix(ending.count) == ending[...] {
      let stem = FNV1a.hash(word.dropLast(ending.count))
      if hashes.contains(stem) { return true }
      if hashes.contains(FNV1a.step(stem, UInt8(ascii: "e"))) { return true }
    }
    return false
  }

  /// The endings of words in bokmål, nynorsk and English.
  private static let endings: [[UInt8]] = [
    "ingene", "ingen", "ene", "ane", "ens", "ets", "et", "en", "er", "ar", "te", "de", "ed", "ing",
    "ly", "es", "ne", "a", "e", "n", "r", "s", "t", "d",
  ].map { Array($0.utf8) }

  /// The words that a name in a program is put together of, as `SystemUserUnknown` is.
  private static func parts(of word: ArraySlice<UInt32>) -> [ArraySlice<UInt32>] {
    var parts: [ArraySlice<UInt32>] = []
    var start = word.startIndex
    for place in word.indices.dropFirst() where isCapital(word[place]) {
      let isRise = !isCapital(word[place - 1])
      // The last of several capitals begins the next part.
      let isLast = place + 1 < word.endIndex && !isCapital(word[place + 1])
      guard isRise || isLast else { continue }
      parts.append(word[start..<place])
      start = place
    }
    parts.append(word[start...])
    return parts
  }

  private static func isCapital(_ code: UInt32) -> Bool {
    (0x41...0x5A).contains(code) || [0xC5, 0xC6, 0xD8].contains(code)
  }
}
