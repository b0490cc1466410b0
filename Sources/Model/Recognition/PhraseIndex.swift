import Foundation

/// What entries of the catalogue are heard by: their texts, and what people say, as words with weights.
///
/// A word weighs more the fewer entries have it. Both come from the catalogue and its phrases alone.
struct PhraseIndex: Sendable {
  /// One text or phrase of an entry.
  struct Wording: Sendable {
    let entry: Int32
    /// Its words, each once, in the order of their numbers.
    let words: [Int32]
    /// What all its words weigh.
    var weight: Float = 0
    /// A word of it that stands for the portal or for who takes in.
    var home: Int32?
    /// Whether it is a text of the catalogue, of which a half may be enough.
    let isText: Bool
  }

  /// A word as it may be meant, and how sure that is, up to 1.
  typealias Meaning = (word: Int32, likeness: Float)

  let lexicon: Lexicon
  private(set) var wordings: [Wording] = []
  /// For each word the wordings that have it.
  private(set) var places: [[Int32]] = []
  /// What each word weighs.
  private(set) var weights: [Float] = []
  private(set) var isIdle: [Bool] = []
  private var isHome: [Bool] = []
  /// What a word weighs that stands in no wording.
  private(set) var strangeWeight: Float = 0
  private var numbers: [UInt64: Int32] = [:]
  private var groups = LetterGroups()
  /// For each form among the groups the word it counts as.
  private var nearWords: [Int32] = []
  /// For each word how many entries have it, and the last of them.
  private var entryCounts: [Float] = []
  private var lastEntry: [Int32] = []
  /// The words as they are written in the wordings, by hash, and the numbers of their parts.
  private var written: [UInt64: [Int32]] = [:]

  /// For the last bits of a hash whether a written word has them.
  private var isWritten: [Bool] = []

  /// How much an idle word weighs of what its rarity gives it.
  private static let idleShare: Float = 0.2
  /// The same of a word that stands beside any fault, such as the name of the portal.
  private static let homeShare: Float = 0.4

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  // MARK: Taking in

  /// Takes in a wording; what stands in braces differs from case to case and counts for nothing.
  ///
  /// The wordings of an entry are taken in one after another.
  mutating func add(_ text: String, of entry: Int, isText: Bool) {
    let plain = MatchText(Self.withoutPlaceholders(text))
    var words: Set<Int32> = []
    HeardText.forEachWord(in: plain, 0..<plain.bytes.count, lexicon, isCode: { _ in true }) {
      word in
      words.formUnion(numbers(ofWritten: word, plain.bytes[word.range]))
    }
    add(words, of: entry, isText: isText)
  }

  /// The numbers of a written word, which most often was there before.
  private mutating func numbers(ofWritten word: HeardText.Word, _ bytes: ArraySlice<UInt8>)
    -> [Int32]
  {
    let hash = FNV1a.hash(bytes)
    if !word.isJoined, !word.isCode, let known = written[hash] { return known }
    if word.isNumber, word.stem.count < 3 { return [] }
    let numbers = meanings(ofWritten: word).map { number(of: $0) }
    if !word.isJoined, !word.isCode { written[hash] = numbers }
    return numbers
  }

  /// Takes in a code of digits, which counts only beside a word for an error.
  mutating func add(code: String, of entry: Int) {
    add([number(of: Array(code.utf8)), number(of: meaning(of: "feil"))], of: entry, isText: true)
  }

  private mutating func add(_ words: Set<Int32>, of entry: Int, isText: Bool) {
    guard !words.isEmpty else { return }
    for word in words {
      if lastEntry[Int(word)] != Int32(entry) {
        lastEntry[Int(word)] = Int32(entry)
        entryCounts[Int(word)] += 1
      }
      places[Int(word)].append(Int32(wordings.count))
    }
    let sorted = words.sorted()
    wordings.append(
      Wording(
        entry: Int32(entry),
        words: sorted,
        home: sorted.first { isHome[Int($0)] },
        isText: isText
      )
    )
  }

  /// Weighs the words once all wordings are taken in.
  mutating func seal() {
    let entries = Float(Set(wordings.map(\.entry)).count)
    weights = entryCounts.indices.map { word in
      let rarity = log2((entries + 1) / (entryCounts[word] + 0.5))
      return rarity * (isIdle[word] ? Self.idleShare : isHome[word] ? Self.homeShare : 1)
    }
    strangeWeight = log2(entries + 1) * 0.6
    isWritten = Array(repeating: false, count: 1 << 16)
    for hash in written.keys { isWritten[Self.slot(hash)] = true }
    for index in wordings.indices {
      wordings[index].weight = wordings[index].words.reduce(0) { $0 + weights[Int($1)] }
    }
    for (form, meaning) in lexicon.members {
      guard let word = numbers[FNV1a.hash(meaning)] else { continue }
      groups.add(form)
      nearWords.append(word)
    }
  }

  private mutating func number(of meaning: [UInt8]) -> Int32 {
    let hash = FNV1a.hash(meaning)
    if let number = numbers[hash] { return number }
    let number = Int32(places.count)
    numbers[hash] = number
    places.append([])
    lastEntry.append(-1)
    entryCounts.append(0)
    isIdle.append(lexicon.isIdle(meaning))
    isHome.append(lexicon.isHome(meaning))
    groups.add(meaning)
    nearWords.append(number)
    return number
  }

  private func meaning(of word: String) -> [UInt8] { lexicon.meaning(of: WordForm.stem(word.utf8)) }

  private func meanings(ofWritten word: HeardText.Word) -> [[UInt8]] {
    if word.isCode { return [word.stem] }
    if !lexicon.hasMeaning(word.stem), let parts = lexicon.parts(of: word.folded) { return parts }
    return [lexicon.meaning(of: word.stem)]
  }

  private static func withoutPlaceholders(_ text: String) -> String {
    // What people say has none.
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var plain = ""
    var isInside = false
    for character in text {
      switch character {
      case "{": isInside = true
      case "}":
        isInside = false
        plain += " "
      default: if !isInside { plain.append(character) }
      }
    }
    return plain
  }

  // MARK: Looking up

  /// What a word weighs that stands as it is in some wording; 0 for any other.
  ///
  /// - Parameter word: Its hash.
  func weight(ofWritten word: UInt64) -> Float {
    // Nearly all words of a long text are other ones.
    guard isWritten[Self.slot(word)], let first = written[word]?.first, !isIdle[Int(first)] else {
      return 0
    }
    return weights[Int(first)]
  }

  private static func slot(_ hash: UInt64) -> Int { Int(hash & 0xFFFF) }

  /// Whether letters and digits are a code of some wording.
  func isCode(_ form: ArraySlice<UInt8>) -> Bool { numbers[FNV1a.hash(form)] != nil }

  /// What a word of a text may mean, a list for each part of it; no lists for a number nobody knows.
  func meanings(of word: HeardText.Word) -> [[Meaning]] {
    if word.isNumber {
      return word.stem.count >= 3 && number(ofForm: word.stem) != nil ? [sure(word.stem)] : []
    }
    let meaning = lexicon.meaning(of: word.stem)
    if lexicon.hasMeaning(word.stem) || number(ofForm: meaning) != nil { return [sure(meaning)] }
    if let parts = lexicon.parts(of: word.folded) { return parts.map(sure) }
    let near = nearest(word.stem)
    if !near.isEmpty { return [near] }
    if word.folded.count >= 9, let (first, rest) = lexicon.beginning(of: word.folded),
      number(ofForm: first) != nil
    {
      let last = nearest(WordForm.stem(rest))
      if !last.isEmpty { return [sure(first), last] }
    }
    return [[]]
  }

  private func number(ofForm form: [UInt8]) -> Int32? { numbers[FNV1a.hash(form)] }

  /// The one meaning of a form; none where no wording has it.
  private func sure(_ form: [UInt8]) -> [Meaning] {
    guard let word = number(ofForm: form) else { return [] }
    return [(word, 1)]
  }

  private func nearest(_ stem: [UInt8]) -> [Meaning] {
    groups.nearest(stem).reduce(into: [Meaning]()) { found, near in
      let word = nearWords[near.place]
      guard !isIdle[Int(word)], !found.contains(where: { $0.word == word }) else { return }
      found.append((word, near.distance == 1 ? 0.88 : 0.75))
    }
  }
}
