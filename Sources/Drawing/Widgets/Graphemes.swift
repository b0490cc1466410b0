import SafeText

/// The characters of one line, kept clean however they are edited.
///
/// Marks typed after a letter join it, and what an edit brings together is joined as the reader
/// sees it, so that one step of the cursor is always one character on the screen.
struct Graphemes: Equatable, Sendable {
  private(set) var characters: [Character]

  init(_ text: String = "") {
    characters = Array(Sanitiser.line(text))
  }

  init(clean characters: [Character]) {
    self.characters = characters
  }

  var count: Int { characters.count }

  var text: String { String(characters) }

  /// Inserts text before an index.
  ///
  /// - Returns: The index after what was inserted, and whether all of it found room.
  mutating func insert(_ text: String, at index: Int, room: Int) -> (cursor: Int, whole: Bool) {
    let index = clamp(index)
    let base = index > 0 ? String(characters[index - 1]) : ""
    var clean = Array(Sanitiser.line(base + text))
    let kept = max(0, room) + (base.isEmpty ? 0 : 1)
    let whole = clean.count <= kept
    if !whole { clean.removeLast(clean.count - kept) }
    let start = base.isEmpty ? index : index - 1
    characters.replaceSubrange(start..<index, with: clean)
    return (join(at: start + clean.count), whole)
  }

  /// Removes a range of characters and returns the index where they stood.
  mutating func remove(_ range: Range<Int>) -> Int {
    let range = range.clamped(to: 0..<characters.count)
    characters.removeSubrange(range)
    return join(at: range.lowerBound)
  }

  /// Puts another line behind this one and returns the index where it begins.
  mutating func append(_ other: Graphemes) -> Int {
    let seam = characters.count
    characters.append(contentsOf: other.characters)
    return join(at: seam)
  }

  /// Cuts the line at an index and returns what stood behind it.
  mutating func split(at index: Int) -> Graphemes {
    let tail = Array(characters[clamp(index)...])
    characters.removeLast(tail.count)
    return Graphemes(clean: tail)
  }

  func clamp(_ index: Int) -> Int {
    min(max(0, index), characters.count)
  }

  /// Joins what belongs together on both sides of an index, and returns the index after the left
  /// side.
  private mutating func join(at index: Int) -> Int {
    guard index > 0, index < characters.count else { return index }
    let range = neighbours(of: index..<index)
    let old = characters[range]
    let joined = String(old)
    guard joined.utf8.count > old.count else { return index }
    let clean = Array(Sanitiser.line(joined))
    guard clean.count != old.count || clean[...] != old else { return index }
    let left = String(characters[range.lowerBound..<index]).utf8.count
    characters.replaceSubrange(range, with: clean)
    var covered = 0
    var position = 0
    while covered < left, position < clean.count {
      covered += clean[position].utf8.count
      position += 1
    }
    return range.lowerBound + position
  }

  /// Widens a range by what an edit inside it can change: the characters beside it, and rows of
  /// flags, since their halves pair from the left.
  func neighbours(of range: Range<Int>) -> Range<Int> {
    var low = max(0, range.lowerBound - 1)
    var high = min(count, range.upperBound + 1)
    while low > 0, isFlag(low), isFlag(low - 1) { low -= 1 }
    while high > 0, high < count, isFlag(high - 1), isFlag(high) { high += 1 }
    return low..<max(low, high)
  }

  private func isFlag(_ index: Int) -> Bool {
    guard let scalar = characters[index].unicodeScalars.first else { return false }
    return (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// The start of the word before an index: words are runs without blanks.
  func blankWordStart(before index: Int) -> Int {
    back(from: index) { $0 != " " }
  }

  /// The start of the word before an index: words are letters and digits.
  func wordStart(before index: Int) -> Int {
    back(from: index) { $0.isLetter || $0.isNumber }
  }

  /// The end of the word after an index: words are letters and digits.
  func wordEnd(after index: Int) -> Int {
    var position = clamp(index)
    while position < count, !isWordPart(position) { position += 1 }
    while position < count, isWordPart(position) { position += 1 }
    return position
  }

  private func isWordPart(_ index: Int) -> Bool {
    characters[index].isLetter || characters[index].isNumber
  }

  private func back(from index: Int, isPart: (Character) -> Bool) -> Int {
    var position = clamp(index)
    while position > 0, !isPart(characters[position - 1]) { position -= 1 }
    while position > 0, isPart(characters[position - 1]) { position -= 1 }
    return position
  }
}
