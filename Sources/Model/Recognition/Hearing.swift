import Foundation

/// Tells which entries a text is like, where it does not hold any of them to the letter.
///
/// What it gives is a guess with a likelihood, never a fact: somebody has to say that it is so.
struct Hearing: Sendable {
  /// An entry that a text may be about.
  struct Guess: Equatable {
    let entry: Int
    /// How likely the text is about the entry, 0 to 1.
    let score: Double
  }

  /// What an entry has to do with the others.
  struct Entry: Sendable {
    let edition: PortalEdition
    /// What explains it; of entries that are explained alike only the likest is a guess.
    let stem: String
    /// Whether it is what people see happen, and so tells of no portal but the one that is asked about.
    let isSymptom: Bool
  }

  private let index: PhraseIndex
  private let entries: [Entry]
  private let parties: Set<[UInt8]>
  private let contrasts: [[UInt8]]

  /// - Parameters:
  ///   - parties: What messages that are alike otherwise are told apart by, with blanks between.
  ///   - contrasts: What sets one of them apart.
  init(_ index: PhraseIndex, entries: [Entry], parties: String, contrasts: String) {
    func words(_ line: String) -> [[UInt8]] {
      line.split(separator: " ").map { MatchText(String($0)).bytes }
    }
    self.index = index
    self.entries = entries
    self.parties = Set(words(parties))
    self.contrasts = words(contrasts)
  }

  /// From this likelihood on that a text is about some entry at all, entries are guessed.
  static let leastLikely = 0.55
  /// A guess less likely than this is none.
  private static let leastShare = 0.04
  /// How much less like an entry is taken to be where another portal is asked about.
  private static let otherPortal: Float = 0.96
  /// How much it counts that the words of a text stand in several wordings of an entry.
  private static let breadthShare: Float = 0.45
  /// How fast an entry becomes unlikely that is less like the text than the best.
  private static let sharpness = 12.0

  /// The entries a text is most like, the best first, at most three.
  ///
  /// - Parameter portal: The portal that is asked about, where one is.
  /// - Complexity: O(*n*) in the length of the text.
  func guesses(_ text: MatchText, in portal: PortalEdition? = nil) -> [Guess] {
    var stems: Set<String> = []
    let asked = portal ?? .current
    let found = features(text).values
      .filter { !entries[$0.entry].isSymptom || entries[$0.entry].edition == asked }
      .map { one in
        var one = one
        if entries[one.entry].edition != asked { one.likeness *= Self.otherPortal }
        return one
      }
      .sorted { ($0.worth, -$0.entry) > ($1.worth, -$1.entry) }
      .filter { stems.insert(entries[$0.entry].stem).inserted }
    guard let best = found.first else { return [] }
    let about = Self.likelihood(best)
    guard about >= Self.leastLikely else { return [] }
    let shares = found.map { exp(Self.sharpness * Double($0.worth - best.worth)) }
    let whole = shares.reduce(0, +)
    return zip(found, shares).prefix(3).map { Guess(entry: $0.entry, score: about * $1 / whole) }
      .filter { $0.score >= Self.leastShare }
  }

  /// What is known about how an entry fits a text.
  private struct Features {
    let entry: Int
    /// How much of the wording and of the stretch are the same, 0 to 1.
    var likeness: Float
    /// How much of the stretch stands in one or another wording of the entry, 0 to 1.
    var breadth: Float = 0
    /// What an entry is put before others by; people mix what is in several wordings.
    var worth: Float { likeness + Hearing.breadthShare * breadth }
    /// How many words of other programs, and of ours, stand about it.
    var foreign: Float
    var home: Float
    /// The share of the words about it that no wording has; of very few words it says little.
    var strange: Float
  }

  /// How likely it is that a text is about an entry at all.
  ///
  /// The figures were fitted to what people said and to texts about other things; `scripts/bench hearing`
  /// tells how well they hold.
  private static func likelihood(_ one: Features) -> Double {
    let weight =
      -7.4 + 17 * one.likeness - 4.5 * min(one.foreign, 2) + 2 * min(one.home, 2)
      - 9 * one.strange
    return 1 / (1 + exp(-Double(weight)))
  }

  /// How the entries fit best that fit at all.
  private func features(_ text: MatchText) -> [Int: Features] {
    var best: [Int: Features] = [:]
    for range in stretches(of: text) {
      for one in features(text, in: range)
      where best[one.entry].map({ $0.worth < one.worth }) ?? true {
        best[one.entry] = one
      }
    }
    return best
  }

  // MARK: Where to look

  /// A longer text is first looked over for where words of the wordings stand close together.
  private static let mostWords = 240
  /// How many words are looked at together.
  private static let stretch = 48

  private func stretches(of text: MatchText) -> [Range<Int>] {
    let bounds = HeardText.bounds(text, in: 0..<text.bytes.count)
    guard bounds.count > Self.stretch else {
      return text.bytes.isEmpty ? [] : [0..<text.bytes.count]
    }
    let firsts: [Int]
    if bounds.count <= Self.mostWords {
      firsts = Array(stride(from: 0, to: bounds.count - Self.stretch / 2, by: Self.stretch / 2))
    } else {
      firsts = dense(text, bounds)
    }
    return firsts.map { first in
      bounds[first].lowerBound..<bounds[min(first + Self.stretch, bounds.count) - 1].upperBound
    }
  }

  /// Where stretches begin in which much stands that wordings have.
  private func dense(_ text: MatchText, _ bounds: [Range<Int>]) -> [Int] {
    let half = Self.stretch / 2
    var sums: [(first: Int, sum: Float)] = []
    var first = 0
    while first < bounds.count {
      let end = min(first + half, bounds.count)
      var sum: Float = 0
      var seen: Set<UInt64> = []
      for bound in bounds[first..<end] {
        let hash = FNV1a.hash(text.bytes[bound])
        let weight = index.weight(ofWritten: hash)
        if weight > 0, seen.insert(hash).inserted { sum += weight }
      }
      sums.append((max(0, first - half / 2), sum))
      first = end
    }
    return sums.sorted { ($0.sum, -$0.first) > ($1.sum, -$1.first) }.prefix(12).map(\.first)
  }

  // MARK: How much it is like

  /// The words of a stretch, with running sums of what each takes and tells.
  private struct Stretch {
    var meanings: [[PhraseIndex.Meaning]] = []
    /// What the words before each place weigh.
    var weights: [Float] = [0]
    /// How many of them are of other programs, of ours, and of no wording.
    var foreign: [Int] = [0]
    var home: [Int] = [0]
    var strange: [Int] = [0]
    /// The words of whom or what it is said not to be about: «given for user, not system».
    var excluded: [Int32] = []

    mutating func add(_ found: [PhraseIndex.Meaning], weight: Float, _ kind: Kind) {
      meanings.append(found)
      weights.append((weights.last ?? 0) + weight)
      foreign.append((foreign.last ?? 0) + (kind == .foreign ? 1 : 0))
      home.append((home.last ?? 0) + (kind == .home ? 1 : 0))
      strange.append((strange.last ?? 0) + (kind == .strange ? 1 : 0))
    }

    enum Kind { case foreign, home, strange, plain }
  }

  private func stretch(_ text: MatchText, in range: Range<Int>) -> Stretch {
    var stretch = Stretch()
    HeardText.forEachWord(in: text, range, index.lexicon, isCode: index.isCode) { word in
      let isExcluded = self.isExcluded(word.range, in: text)
      for meanings in index.meanings(of: word) {
        if isExcluded, let first = meanings.first { stretch.excluded.append(first.word) }
        let isShort = word.stem.count <= 2 || index.lexicon.isIdle(word.stem)
        let kind: Stretch.Kind =
          if index.lexicon.isForeign(word.folded) {
            .foreign
          } else if index.lexicon.isHome(word.stem) {
            .home
          } else { meanings.isEmpty && !isShort ? .strange : .plain }
        let weight =
          meanings.first.map { index.weights[Int($0.word)] }
          ?? (isShort ? 0.5 : index.strangeWeight)
        stretch.add(meanings, weight: weight, kind)
      }
    }
    return stretch
  }

  /// Whether a word ends a sentence as what is set apart from what was said, behind a comma and a «not».
  private func isExcluded(_ word: Range<Int>, in text: MatchText) -> Bool {
    guard text.marks[word.upperBound].contains(.stop), parties.contains(Array(text.bytes[word]))
    else { return false }
    return contrasts.contains { contrast in
      let start = word.lowerBound - contrast.count
      return start > 0 && text.marks[start].contains(.stop)
        && text.bytes[start..<word.lowerBound].elementsEqual(contrast)
    }
  }

  private func features(_ text: MatchText, in range: Range<Int>) -> [Features] {
    let stretch = stretch(text, in: range)
    var shared: [Int32: Float] = [:]
    var ofEntry: [Int32: Float] = [:]
    var taken: Set<Int32> = []
    for meanings in stretch.meanings {
      for (word, sureness) in meanings
      where !index.isIdle[Int(word)] && taken.insert(word).inserted {
        let gain = index.weights[Int(word)] * sureness
        var last: Int32?
        for wording in index.places[Int(word)] {
          shared[wording, default: 0] += gain
          // The wordings of an entry stand one after another.
          let entry = index.wordings[Int(wording)].entry
          if entry != last { ofEntry[entry, default: 0] += gain }
          last = entry
        }
      }
    }
    var promising: [(place: Int32, worth: Float)] = []
    for (place, gain) in shared {
      let share = gain / index.wordings[Int(place)].weight
      if share > 0.3 { promising.append((place, share * gain)) }
    }
    promising.sort { $0.worth == $1.worth ? $0.place < $1.place : $0.worth > $1.worth }
    var best: [Int: Features] = [:]
    for (place, _) in promising.prefix(160) {
      guard var one = fit(index.wordings[Int(place)], stretch) else { continue }
      one.breadth = (ofEntry[Int32(one.entry)] ?? 0) / max(stretch.weights.last ?? 0, 0.001)
      if best[one.entry].map({ $0.likeness < one.likeness }) ?? true { best[one.entry] = one }
    }
    return Array(best.values)
  }

  /// How a wording fits best into a stretch, beginning and ending with a word they share.
  private func fit(_ wording: PhraseIndex.Wording, _ stretch: Stretch) -> Features? {
    if stretch.excluded.contains(where: { Self.has(wording.words, $0) }) { return nil }
    var hits: [(place: Int, word: Int32, sureness: Float)] = []
    for (place, meanings) in stretch.meanings.enumerated() {
      for (word, sureness) in meanings where Self.has(wording.words, word) {
        hits.append((place, word, sureness))
        break
      }
    }
    var best: (likeness: Float, places: ClosedRange<Int>)?
    for first in hits.indices.prefix(24) {
      var gains: [Int32: Float] = [:]
      var shared: Float = 0
      for last in first..<min(hits.count, first + 24) {
        let (place, word, sureness) = hits[last]
        let gain = index.weights[Int(word)] * sureness
        let old = gains[word] ?? 0
        if gain > old {
          shared += gain - old
          gains[word] = gain
        }
        let places = hits[first].place...place
        let span = stretch.weights[place + 1] - stretch.weights[places.lowerBound]
        let recall = shared / wording.weight
        var likeness = Self.likeness(
          recall: recall,
          precision: min(1, shared / max(span, 0.001)),
          isText: wording.isText
        )
        // Whoever says no more than a phrase, and all of it, means it.
        let isAll = recall > 0.97 && span > 0.97 * (stretch.weights.last ?? 0)
        likeness *= shared / (shared + (isAll ? Self.doubt / 4 : Self.doubt))
        if gains.count == 1, !isAll, !wording.isText { likeness *= Self.single }
        if let home = wording.home, gains[home] == nil { likeness *= Self.homeless }
        if likeness > best?.likeness ?? 0 { best = (likeness, places) }
      }
    }
    guard let best else { return nil }
    let about =
      max(0, best.places.lowerBound - 10)..<min(stretch.meanings.count, best.places.upperBound + 11)
    func count(_ sums: [Int]) -> Int { sums[about.upperBound] - sums[about.lowerBound] }
    // What the wording says itself is about it, whoever else says it too.
    let own = hits.count { hit in
      about.contains(hit.place) && stretch.foreign[hit.place + 1] > stretch.foreign[hit.place]
    }
    return Features(
      entry: Int(wording.entry),
      likeness: best.likeness,
      foreign: Float(count(stretch.foreign) - own),
      home: Float(count(stretch.home)),
      strange: Float(count(stretch.strange)) / Float(about.count + 3)
    )
  }

  /// How many bits must be shared before half of a likeness counts: one common word says little.
  private static let doubt: Float = 3.5
  /// What is left of a likeness to one word of a phrase, in a text that says more.
  private static let single: Float = 0.75
  /// What is left of a likeness where the wording names the portal and the text does not.
  private static let homeless: Float = 0.75

  private static func likeness(recall: Float, precision: Float, isText: Bool) -> Float {
    // Of a text of the catalogue a half may stand there; what people say is short and must stand whole.
    let beta: Float = isText ? 0.8 : 1
    return (1 + beta) * recall * precision / max(beta * precision + recall, 0.001)
  }

  private static func has(_ words: [Int32], _ word: Int32) -> Bool {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < words.count && words[low] == word
  }
}
