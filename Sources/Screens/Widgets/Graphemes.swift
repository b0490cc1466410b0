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

  /// Joins the characters on both sides of an index if they make one.
  private mutating func join(at index: Int) -> Int {
    guard index > 0, index < characters.count else { return index }
    let pair = String(characters[index - 1...index])
    guard pair.utf8.count > 2, pair.count == 1 else { return index }
    let clean = Array(Sanitiser.line(pair))
    characters.replaceSubrange(index - 1...index, with: clean)
    return index - 1 + clean.count
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
    var place = clamp(index)
    while place < count, !isWordPart(place) { place += 1 }
    while place < count, isWordPart(place) { place += 1 }
    return place
  }

  private func isWordPart(_ index: Int) -> Bool {
    characters[index].isLetter || characters[index].isNumber
  }

  private func back(from index: Int, isPart: (Character) -> Bool) -> Int {
    var place = clamp(index)
    while place > 0, !isPart(characters[place - 1]) { place -= 1 }
    while place > 0, isPart(characters[place - 1]) { place -= 1 }
    return place
  }
}
