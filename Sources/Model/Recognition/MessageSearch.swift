/// Finds messages by the beginnings of a few words, as somebody types who hears them read aloud.
///
/// The words may stand in any order, in the message or in one thing people say of it. From five letters
/// on one letter may be wrong, missing or too many. Nothing is settled by it: all that fits is shown.
package struct MessageSearch: Sendable {
  private struct Entry: Sendable {
    let message: Message
    /// The words of each text of the message, then of each phrase.
    let lines: [[[Character]]]
    let textCount: Int
    /// The first and the last number of each range of codes.
    let ranges: [ClosedRange<Int>]
  }

  /// A message that some words fit.
  package struct Hit: Sendable {
    package let message: Message
    /// Whether the words stand in the message itself, and not only in what people say of it.
    package let isRead: Bool
    /// Whether the words are a text or a code of it from end to end.
    package let isWhole: Bool
  }

  private let entries: [Entry]

  /// - Parameter labels: How a message that is a symptom reads in the lists, in each language.
  package init(
    _ messages: [Message],
    _ phrases: Phrases,
    labels: (Message) -> [String] = { _ in [] }
  ) {
    entries = messages.map { message in
      // An entry of the official list is also spoken of by its number there.
      let number = Message.isOfficialNumber(message.id) ? [message.id] : []
      let texts = message.texts + message.codes + number
      let said = (phrases.phrases[message.stem] ?? []) + labels(message)
      return Entry(
        message: message,
        lines: (texts + said).map { Self.words($0) },
        textCount: texts.count,
        ranges: message.codes.compactMap(Self.range)
      )
    }
  }

  /// The messages that all words fit, of one portal before the other: what is written whole before all else, then those
  /// whose code begins so; then as words are typed before one letter off, and of each those that read so before those
  /// that people describe so.
  package func search(_ words: String, first edition: PortalEdition) -> [Message] {
    hits(words, first: edition).map(\.message)
  }

  /// The same with how each fits; a symptom is one of the portal at hand, since it tells of no other.
  package func hits(_ words: String, first edition: PortalEdition) -> [Hit] {
    let wanted = Self.codeAlone(Self.words(words))
    guard !wanted.isEmpty else { return [] }
    var found: [(rank: Int, place: Int, hit: Hit)] = []
    for (place, entry) in entries.enumerated() {
      let isOther = entry.message.edition != edition
      guard !isOther || !entry.message.isSymptom, let fit = fit(of: wanted, in: entry) else {
        continue
      }
      let isWhole = fit == .whole
      let rank =
        isWhole ? (isOther ? 1 : 0) : fit.rawValue + (isOther ? Fit.allCases.count : 0) + 1
      found.append(
        (rank, place, Hit(message: entry.message, isRead: fit.isRead, isWhole: isWhole))
      )
    }
    return found.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.hit)
  }

  /// How some words fit a message, the best first.
  private enum Fit: Int, CaseIterable {
    case whole, code, read, described, nearlyRead, nearlyDescribed

    var isRead: Bool { self != .described && self != .nearlyDescribed }
  }

  private func fit(of wanted: [[Character]], in entry: Entry) -> Fit? {
    let texts = entry.lines.prefix(entry.textCount)
    let joined = Array(wanted.joined())
    let number = Int(String(joined))
    let isInRange = entry.ranges.contains { range in number.map(range.contains) ?? false }
    if isInRange || texts.contains(where: { Array($0.joined()) == joined }) { return .whole }
    // A code is typed with or without what stands between its letters and its number.
    if texts.contains(where: { Self.isCode($0) && $0.joined().starts(with: joined) }) {
      return .code
    }
    for forgives in [false, true] {
      let line = entry.lines.firstIndex { line in
        wanted.allSatisfy { word in line.contains { Self.fits(word, $0, forgives) } }
      }
      guard let line else { continue }
      if line < entry.textCount { return forgives ? .nearlyRead : .read }
      return forgives ? .nearlyDescribed : .described
    }
    return nil
  }

  /// Whether a line is a code or the like: a few words with a digit in them.
  private static func isCode(_ line: [[Character]]) -> Bool {
    line.count <= 3 && line.joined().contains(where: \.isNumber)
  }

  /// The number alone, where the other words say no more than that it is a code.
  private static func codeAlone(_ words: [[Character]]) -> [[Character]] {
    let telling = words.filter { !TypedCode.words.contains(String($0)) }
    return telling.count == 1 && telling[0].allSatisfy(\.isNumber) ? telling : words
  }

  private static func range(_ code: String) -> ClosedRange<Int>? {
    let ends = code.split(separator: "-").compactMap { Int($0) }
    return ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
  }

  /// The words of letters and digits in a text.
  private static func words(_ text: String) -> [[Character]] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(Array.init)
  }

  /// The fewest letters of a word of which one may be wrong.
  private static let forgiven = 5

  /// Whether a word begins as it is typed.
  private static func fits(_ typed: [Character], _ word: [Character], _ forgives: Bool) -> Bool {
    if word.starts(with: typed) { return true }
    // A digit says which code it is.
    guard forgives, typed.count >= forgiven, typed.allSatisfy(\.isLetter) else { return false }
    return (typed.count - 1...typed.count + 1).contains { length in
      length <= word.count && isOneEdit(typed, word.prefix(length))
    }
  }

  /// Whether one letter put in, left out or changed makes one text of the other.
  private static func isOneEdit(_ one: [Character], _ other: ArraySlice<Character>) -> Bool {
    let shared = zip(one, other).prefix { $0 == $1 }.count
    let (mine, theirs) = (one.dropFirst(shared), other.dropFirst(shared))
    if mine.count == theirs.count { return mine.dropFirst().elementsEqual(theirs.dropFirst()) }
    return mine.count > theirs.count
      ? mine.dropFirst().elementsEqual(theirs) : mine.elementsEqual(theirs.dropFirst())
  }
}
