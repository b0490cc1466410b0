/// The words of a text, each once, with what is asked of each.
///
/// Ordinary text says few words many times, so a word is made a string and looked up in the lists of names only
/// when it is first asked for.
final class WordList {
  /// What a word is in the lists of names.
  struct Naming {
    /// What it stands before by itself.
    var label: LabelNames.Name?
    /// Whether it is the last word of names of several words.
    var isHead: Bool
    /// What it tells of a secret without being its name.
    var hint: LabelNames.Hint?
    /// Whether it names a credential that people write in words.
    var isTelling: Bool
  }

  /// What the letters of a word tell without any list.
  struct Traits: OptionSet {
    let rawValue: UInt8

    /// It may be the last word of a name in the lists.
    static let label = Traits(rawValue: 1)
    /// A name of a person may stand below it.
    static let person = Traits(rawValue: 2)
    /// It may be a scheme of credentials.
    static let scheme = Traits(rawValue: 4)
    /// It ends in a digit.
    static let numbered = Traits(rawValue: 8)
    /// Its letters are thrown together, as in a password made by a machine.
    static let tangled = Traits(rawValue: 16)
    /// It may tell of a secret without being its name.
    static let hint = Traits(rawValue: 32)
    /// It may say a number.
    static let counting = Traits(rawValue: 64)
  }

  private let codes: [UInt32]
  /// The number of a word by its digest, or -1; as many places as a power of two.
  private var slots = Array(repeating: Int32(-1), count: 1 << 8)
  private var digests: [UInt64] = []
  /// Where each word stands first.
  private var ranges: [Range<Int>] = []
  private var allTraits: [Traits] = []
  private var texts: [String?] = []
  private var namings: [Naming?] = []
  private var common: [Bool?] = []
  private var joined: [UInt64: LabelNames.Name?] = [:]

  /// Nobody can write words that all meet in one place.
  private static let seed = UInt64.random(in: .min ... .max)

  init(_ codes: [UInt32]) { self.codes = codes }

  /// The number of the word at a place.
  func number(of range: Range<Int>) -> Int {
    var digest = Self.seed
    for position in range {
      digest = FNV1a.step(digest, codes[position])
      digest ^= digest >> 29
    }
    var slot = Int(truncatingIfNeeded: digest) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if digests[number] == digest, isSame(ranges[number], range) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = ranges.count
    slots[slot] = Int32(number)
    digests.append(digest)
    ranges.append(range)
    allTraits.append(Self.traits(reading: codes[range]))
    texts.append(nil)
    namings.append(nil)
    common.append(nil)
    if ranges.count * 2 > slots.count { grow() }
    return number
  }

  func traits(of number: Int) -> Traits { allTraits[number] }

  private static func traits(reading word: ArraySlice<UInt32>) -> Traits {
    var traits: Traits = []
    let stem = word[..<(1 + (word.lastIndex { $0 < 0x30 || $0 > 0x39 } ?? word.startIndex - 1))]
    if stem.endIndex < word.endIndex { traits.insert(.numbered) }
    if !stem.isEmpty, LabelNames.sieve.lets(stem) || LabelNames.mayBeMisspelt(stem) {
      traits.insert(.label)
    }
    if PersonNames.sieve.lets(word) { traits.insert(.person) }
    if Places.schemes.lets(word) { traits.insert(.scheme) }
    if LetterPairs.areTangled(word) { traits.insert(.tangled) }
    guard !traits.contains(.numbered) else { return traits }
    if LabelNames.mayHint(word) { traits.insert(.hint) }
    if NumberWords.sieve.lets(word) { traits.insert(.counting) }
    return traits
  }

  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count
    where codes[one.lowerBound + offset] != codes[other.lowerBound + offset] {
      return false
    }
    return true
  }

  private func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, digest) in digests.enumerated() {
      var slot = Int(truncatingIfNeeded: digest) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// A word in lower case and without accents.
  func folded(_ number: UInt32) -> String {
    if let text = texts[Int(number)] { return text }
    let text = Tokens.fold(codes[ranges[Int(number)]])
    texts[Int(number)] = text
    return text
  }

  /// What a word is in the lists of names.
  func naming(_ number: UInt32) -> Naming {
    if let naming = namings[Int(number)] { return naming }
    let text = folded(number)
    let word = codes[ranges[Int(number)]]
    let label = LabelNames.name(text) ?? LabelNames.lastPart(of: word, text)
    let isHead = LabelNames.heads.contains(text)
    let mayTell = isHead || label == .credential || label == .header
    let naming = Naming(
      label: label,
      isHead: isHead,
      hint: allTraits[Int(number)].contains(.hint) ? LabelNames.hint(text) : nil,
      isTelling: mayTell && LabelNames.isTelling(text)
    )
    namings[Int(number)] = naming
    return naming
  }

  /// Whether a word is a common one, which may stand beside the name of a secret.
  func isCommon(_ number: UInt32) -> Bool {
    if let isCommon = common[Int(number)] { return isCommon }
    let isCommon = CommonWords.all.contains(codes[ranges[Int(number)]])
    common[Int(number)] = isCommon
    return isCommon
  }

  /// What two or three words stand before when they are one name.
  func naming(_ words: [UInt32]) -> LabelNames.Name? {
    // Three numbers fit in one while there are no more than two million words.
    guard words.count <= 3, ranges.count < 1 << 21 else {
      return LabelNames.name(words.map(folded).joined())
    }
    let key = words.reduce(UInt64(words.count)) { $0 << 21 | UInt64($1) }
    if let known = joined[key] { return known }
    let name = LabelNames.name(words.map(folded).joined())
    joined[key] = .some(name)
    return name
  }
}
