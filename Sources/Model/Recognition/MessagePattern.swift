/// A text to be found, reduced as ``MatchText`` reduces what is searched.
struct MessagePattern {
  /// What finding the text means.
  enum Target: Equatable {
    /// The message at a place of the catalogue.
    case message(Int)
    /// The name of a field whose value follows.
    case field(MessageField)
  }

  /// How much of a pattern stood at a place.
  struct Found {
    var start: Int
    var end: Int
    /// How many letters and digits of the pattern were there.
    var letters: Int
    var isComplete: Bool
    /// Where the parts of a complete message stood, without what filled its placeholders.
    var parts: [Range<Int>] = []
  }

  let target: Target
  /// The parts between placeholders, in order, from the first that is long enough to be looked for; what fills a
  /// placeholder may be left out.
  let parts: [[UInt8]]
  /// The parts before these, such as `Kun` and `av` in `Kun {number} av {number} klienter`, without which it says
  /// something else.
  private let lead: [[UInt8]]
  let length: Int
  /// Whether the pattern is one word without signs, such as `NoPhoneNumber`, which nothing may split.
  let isWord: Bool
  /// Whether it is a message, and no name of a field.
  private let isMessage: Bool
  /// Whether a sentence must end behind it, since longer texts begin alike.
  let mustEnd: Bool
  /// Whether what follows a gap tells the message from others (`{rest}` in the catalogues): cut off before
  /// that, it may be any of them.
  private let isWhole: Bool

  /// How many letters it takes to the end of the first word that makes the message what it is
  /// (``Lexicon/Words/deciding``), as in `Valgt system finnes ikke`; 0 where none does.
  private let lettersToDecide: Int

  /// The longest text, in letters and digits, that may fill a placeholder.
  static let longestFilling = 80
  /// The fewest letters that a message cut off can be known by.
  static let shortestBeginning = 15
  /// The fewest letters of a part that is looked for.
  static let shortestPart = 5
  /// From this length on a pattern may touch other letters; a shorter one must stand by itself.
  static let longEnough = 24

  init(_ text: String, target: Target, mustEnd: Bool = false, deciding: Set<String> = []) {
    self.target = target
    isMessage = if case .message = target { true } else { false }
    self.mustEnd = mustEnd
    isWhole = text.contains("{rest}")
    isWord = text.allSatisfy { $0.isLetter || $0.isNumber }
    let pieces = Self.split(text)
    let all = pieces.map { MatchText($0).bytes }.filter { !$0.isEmpty }
    let first = all.firstIndex { $0.count >= Self.shortestPart } ?? 0
    lead = Array(all[..<first])
    parts = Array(all[first...])
    length = all.reduce(0) { $0 + $1.count }
    lettersToDecide = Self.lettersToDecide(pieces, deciding)
  }

  /// Holds the pattern against a place where its first letters stand.
  ///
  /// - Returns: `nil` when another text stands there; less than all of the pattern only where the
  ///   text was cut off and enough is left to know it by.
  func match(_ text: MatchText, at place: Int) -> Found? {
    guard let leading = leading(text, before: place) else { return nil }
    let start = leading.first?.lowerBound ?? place
    var position = place
    var letters = leading.reduce(0) { $0 + $1.count }
    var found = isMessage ? leading : []
    for (index, part) in parts.enumerated() {
      if index == 0 {
        let same = Self.common(part, text.bytes, at: place)
        letters += same
        position = place + same
        if same < part.count {
          return lead.isEmpty ? beginning(text, from: start, to: position) : nil
        }
        if isMessage { found.append(place..<position) }
      } else if let next = find(part, in: text.bytes, from: position) {
        letters += part.count
        position = next
        if isMessage { found.append((next - part.count)..<next) }
      } else {
        guard hasCut(text, from: position), isEnough(letters) else { return nil }
        return Found(start: start, end: position, letters: letters, isComplete: false)
      }
    }
    guard isBounded(text, start..<position) else { return nil }
    return Found(start: start, end: position, letters: letters, isComplete: true, parts: found)
  }

  /// Where the parts stand that lead up to a place; `nil` where one of them does not.
  private func leading(_ text: MatchText, before place: Int) -> [Range<Int>]? {
    var found: [Range<Int>] = []
    var end = place
    for part in lead.reversed() {
      let first = max(0, end - part.count - Self.longestFilling)
      guard end - part.count >= first,
        let start = (first...(end - part.count)).last(where: {
          Self.common(part, text.bytes, at: $0) == part.count
        })
      else { return nil }
      found.insert(start..<(start + part.count), at: 0)
      end = start
    }
    return found
  }

  /// Holds the second half of the pattern against a place, for a text whose beginning was cut off.
  func matchTail(_ text: MatchText, at start: Int) -> Found? {
    guard let only = parts.first, parts.count == 1 else { return nil }
    let tail = only[tailOffset...]
    guard Self.common(Array(tail), text.bytes, at: start) == tail.count else { return nil }
    var position = start
    var offset = tailOffset
    while offset > 0, position > 0, text.bytes[position - 1] == only[offset - 1] {
      position -= 1
      offset -= 1
    }
    guard offset > 0, text.marks[position].contains(.cut) else { return nil }
    let end = start + tail.count
    return Found(start: position, end: end, letters: only.count - offset, isComplete: false)
  }

  /// Where the half that is enough by itself begins; only patterns of 30 letters and more have one.
  var tailOffset: Int { length / 2 }
  var hasTail: Bool { parts.count == 1 && lead.isEmpty && length >= 30 }

  /// What stands there of a message cut off; less than half of one in the middle of a sentence is words of
  /// another.
  private func beginning(_ text: MatchText, from start: Int, to end: Int) -> Found? {
    let letters = end - start
    guard text.marks[end].contains(.cut),
      letters * 2 >= length || text.marks[start].contains(.stop), isEnough(letters)
    else { return nil }
    return Found(start: start, end: end, letters: letters, isComplete: false)
  }

  private func isEnough(_ letters: Int) -> Bool {
    !isWhole && letters >= max(Self.shortestBeginning, length * 3 / 10) && letters < length
      && letters >= lettersToDecide
  }

  private static func lettersToDecide(_ pieces: [String], _ deciding: Set<String>) -> Int {
    guard !deciding.isEmpty else { return 0 }
    var letters = 0
    for piece in pieces {
      let words = piece.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
      if let word = words.first(where: { deciding.contains($0.lowercased()) }) {
        return letters + MatchText(String(piece[..<word.endIndex])).bytes.count
      }
      letters += MatchText(piece).bytes.count
    }
    return 0
  }

  private func isBounded(_ text: MatchText, _ range: Range<Int>) -> Bool {
    if mustEnd, !text.marks[range.upperBound].contains(.stop) { return false }
    guard isMessage else { return true }
    if isWord, range.dropFirst().contains(where: { text.marks[$0].contains(.gap) }) {
      return false
    }
    guard length < Self.longEnough else { return true }
    return text.marks[range.lowerBound].contains(.gap)
      && text.marks[range.upperBound].contains(.gap)
  }

  private func find(_ part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    let last = min(start + Self.longestFilling, bytes.count - part.count)
    guard start <= last else { return nil }
    for position in start...last
    where bytes[position] == part[0] && Self.common(part, bytes, at: position) == part.count {
      return position + part.count
    }
    return nil
  }

  /// Whether what fills a placeholder ends where a text can be cut off.
  private func hasCut(_ text: MatchText, from start: Int) -> Bool {
    let last = min(start + Self.longestFilling, text.bytes.count)
    return (start...last).contains { text.marks[$0].contains(.cut) }
  }

  /// How many bytes of a part stand at a place.
  private static func common(_ part: [UInt8], _ bytes: [UInt8], at position: Int) -> Int {
    let most = min(part.count, bytes.count - position)
    var same = 0
    while same < most, part[same] == bytes[position + same] { same += 1 }
    return same
  }

  private static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    for character in text {
      if character == "{" || character == "}" {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    parts.append(part)
    return parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
  }
}
