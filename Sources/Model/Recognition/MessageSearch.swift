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
  }

  private let entries: [Entry]

  package init(_ messages: [Message], _ phrases: Phrases) {
    entries = messages.map { message in
      let texts = message.texts + message.codes
      let said = phrases.phrases[message.stem] ?? []
      return Entry(
        message: message,
        lines: (texts + said).map { Self.words($0) },
        textCount: texts.count
      )
    }
  }

  /// The messages that all words fit, of one portal before the other: as they are typed before one letter
  /// off, and those that read so before those that people describe so.
  package func search(_ words: String, first edition: PortalEdition) -> [Message] {
    let wanted = Self.words(words)
    guard !wanted.isEmpty else { return [] }
    var found: [(rank: Int, place: Int)] = []
    for (place, entry) in entries.enumerated() {
      for forgives in [false, true] {
        let line = entry.lines.firstIndex { line in
          wanted.allSatisfy { word in line.contains { Self.fits(word, $0, forgives) } }
        }
        guard let line else { continue }
        let isOther = entry.message.edition != edition
        let rank = (isOther ? 4 : 0) + (forgives ? 2 : 0) + (line < entry.textCount ? 0 : 1)
        found.append((rank, place))
        break
      }
    }
    return found.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
      .map { entries[$0.place].message }
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
