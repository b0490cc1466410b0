/// What the words of the field have to do with one another: which mean the same, which say nothing, which tell
/// that a text is about this or about something else.
package struct Lexicon: Sendable {
  /// How the file `phrases/words.json` is laid out; each text is words with blanks between.
  package struct Words: Decodable, Sendable {
    /// Words that mean the same, in all languages; the first is what all of them count as.
    let same: [String]
    /// Words that say nothing by themselves.
    let idle: String
    /// Words of the portal and of those who take in through it.
    let home: String
    /// Words of other programs, banks and shops.
    let foreign: String
    /// What codes begin with.
    let codes: String
    /// Words that make a message what it is: cut off before the first of them it says nothing, or the opposite.
    let deciding: String
    /// What messages that are alike otherwise are told apart by, and what sets one of them apart: «user, not system».
    let parties: String
    let contrasts: String
    /// Words by which somebody denies a message, guesses it, asks about it or tells of another time.
    let hearsay: Hearsay
    /// Words beside which a message is still all that a text says.
    let alone: MessageAlone

    package static let none = Words(
      same: [],
      idle: "",
      home: "",
      foreign: "",
      codes: "",
      deciding: "",
      parties: "",
      contrasts: "",
      hearsay: Hearsay(),
      alone: MessageAlone()
    )

    private static let file = "phrases/words.json"

    /// - Throws: `AssetSource.Failure` when the file is missing or malformed.
    package static func read(from assets: AssetSource) throws(AssetSource.Failure) -> Words {
      try assets.decode(Words.self, from: file)
    }
  }

  /// What a stem counts as, by its hash.
  private var meanings: [UInt64: [UInt8]] = [:]
  /// Every stem that counts as another, or as itself for others.
  private(set) var members: [(form: [UInt8], meaning: [UInt8])] = []
  private var idle: Set<UInt64> = []
  private var home: Set<UInt64> = []
  private var foreign: Set<UInt64> = []
  private var codes: [[UInt8]] = []

  init(_ words: Words) {
    for line in words.same {
      let forms = Self.stems(line)
      guard let meaning = forms.first else { continue }
      for form in forms where meanings[FNV1a.hash(form)] == nil {
        meanings[FNV1a.hash(form)] = meaning
        members.append((form, meaning))
      }
    }
    idle = Set(Self.stems(words.idle).map(FNV1a.hash).filter { meanings[$0] == nil })
    home = Set(Self.stems(words.home).map(FNV1a.hash))
    // A name so short that folding makes another word of it would be met everywhere.
    foreign = Set(
      words.foreign.split(separator: " ").compactMap { name in
        let letters = MatchText(String(name)).bytes
        let folded = WordForm.folded(letters)
        return folded.count > 3 || folded == letters ? FNV1a.hash(folded) : nil
      }
    )
    codes = words.codes.split(separator: " ").map { Array($0.utf8) }
  }

  private static func stems(_ line: String) -> [[UInt8]] {
    line.split(separator: " ").map { WordForm.stem(MatchText(String($0)).bytes) }
  }

  /// What a stem counts as: another one that means the same, or itself.
  func meaning(of stem: [UInt8]) -> [UInt8] { meanings[FNV1a.hash(stem)] ?? stem }

  func hasMeaning(_ stem: [UInt8]) -> Bool { meanings[FNV1a.hash(stem)] != nil }
  func isIdle(_ meaning: [UInt8]) -> Bool { idle.contains(FNV1a.hash(meaning)) }
  func isHome(_ stem: [UInt8]) -> Bool { home.contains(FNV1a.hash(stem)) }
  func isForeign(_ folded: [UInt8]) -> Bool { foreign.contains(FNV1a.hash(folded)) }
  /// Whether the lexicon says anything of a stem.
  func isKnown(_ stem: [UInt8]) -> Bool {
    hasMeaning(stem) || isHome(stem)
  }

  /// What a code may begin with that reads so, the nearest first.
  ///
  /// - Parameter isLong: Whether five digits follow, before which even one letter tells enough.
  func codeBeginnings(like letters: [UInt8], isLong: Bool) -> [[UInt8]] {
    if codes.contains(letters) { return [letters] }
    guard !letters.isEmpty || isLong else { return [] }
    return codes.filter {
      EditDistance.steps(letters, $0, limit: $0.count > 3 ? 2 : 1) != nil
    }
  }

  /// Whether letters begin codes and are no word: four letters or more, or none of them a vowel.
  func beginsCodesOnly(_ letters: [UInt8]) -> Bool {
    guard codes.contains(letters) else { return false }
    return letters.count > 3 || !letters.contains { "aeiouy".utf8.contains($0) }
  }

  /// The parts of a compound of words of the field, such as `systempassordet`; `nil` when it is none.
  ///
  /// - Parameter folded: The word as `WordForm.folded` gives it.
  func parts(of folded: [UInt8]) -> [[UInt8]]? {
    guard folded.count >= 6 else { return nil }
    return parts(of: folded[...], most: 3)
  }

  private func parts(of word: ArraySlice<UInt8>, most: Int) -> [[UInt8]]? {
    guard most > 1 else { return nil }
    for length in stride(from: word.count - 2, through: 3, by: -1) {
      let head = word.prefix(length)
      guard let first = meanings[FNV1a.hash(WordForm.stem(head))] else { continue }
      let rest = word.dropFirst(length)
      let tails = rest.first == UInt8(ascii: "s") ? [rest, rest.dropFirst()] : [rest]
      for tail in tails where tail.count >= 2 {
        if let last = meanings[FNV1a.hash(WordForm.stem(tail))] { return [first, last] }
        if let more = parts(of: tail, most: most - 1) { return [first] + more }
      }
    }
    return nil
  }

  /// The longest word of the field that a word begins with, and what is left of it.
  func beginning(of folded: [UInt8]) -> (meaning: [UInt8], rest: [UInt8])? {
    for length in stride(from: folded.count - 4, through: 4, by: -1) {
      if let meaning = meanings[FNV1a.hash(WordForm.stem(folded.prefix(length)))] {
        return (meaning, Array(folded.dropFirst(length)))
      }
    }
    return nil
  }
}
