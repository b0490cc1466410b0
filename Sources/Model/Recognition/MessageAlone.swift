/// Whether a text is a message and nothing else, or announced in one of a few ways as what stands on a screen.
///
/// Where anything else stands beside a message, it may be quoted, guessed at, remembered or somebody else's, a list, a
/// log of another day or a program's own code, and what may stand there has no end. So the few ways that are known to
/// be none of these are listed; of all others whoever pasted it is asked whether they see it
/// (``FieldID/messageSeen``), and nothing is confirmed by it until they say so.
struct MessageAlone: Decodable, Sendable {
  /// What screens write before a message.
  @Sayings private var labels: [[String]] = []
  /// How people announce what they see; they may quote it.
  @Sayings private var sayings: [[String]] = []

  /// - Parameters:
  ///   - text: All that was pasted, as UTF-8.
  ///   - known: Where the message stands in it, a code and its text each by itself.
  func holds(_ text: [UInt8], but known: [Range<Int>]) -> Bool {
    let known = known.sorted { $0.lowerBound < $1.lowerBound }
    guard let first = known.first else { return false }
    var end = first.upperBound
    for range in known.dropFirst() {
      let isJoined = range.lowerBound <= end || Self.joins(text[end..<range.lowerBound])
      guard isJoined else { return false }
      end = max(end, range.upperBound)
    }
    return isFrame(
      Self.letters(text[..<first.lowerBound]),
      Self.letters(text[end...]),
      isBracketed: known.count > 1
    )
  }

  /// What stands in a part of a text, without the blanks and empty lines about it.
  private static func letters(_ bytes: ArraySlice<UInt8>) -> Substring {
    let text = String(decoding: bytes, as: UTF8.self)[...]
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return text[first...last]
  }

  /// Whether that stands between a code and its text on a screen.
  private static func joins(_ bytes: ArraySlice<UInt8>) -> Bool {
    ["", ":", "-", "–", ".", "("].contains(letters(bytes))
  }

  private static let quotes = ["«": "»", "\"": "\"", "“": "”", "„": "“", "'": "'"]

  /// Whether what stands before a message and behind it leaves nothing open.
  ///
  /// - Parameter isBracketed: Whether a bracket may end what stands behind, since one of its parts may stand in brackets.
  private func isFrame(_ before: Substring, _ behind: Substring, isBracketed: Bool) -> Bool {
    var (before, behind) = (before, behind)
    // Altinn II itself numbers its messages so.
    let number = behind.drop { ", ".contains($0) }
    if number.lowercased().hasPrefix("errorid") {
      behind = number.dropFirst("errorid".count).drop { ": ".contains($0) }.drop(while: \.isNumber)
    }
    if behind.last == "." || behind == ";" { behind = behind.dropLast() }
    if isBracketed, behind == ")" { behind = "" }
    let quoted = before.last.flatMap { Self.quotes["\($0)"] }
    if let quoted {
      guard behind == quoted else { return false }
      before = Self.letters(Array(before.dropLast().utf8)[...])
      behind = ""
    }
    guard behind.isEmpty else { return false }
    guard !before.isEmpty else { return quoted == nil }
    if before.last == ":" { before = before.dropLast() }
    let words = before.lowercased().split(separator: " ", omittingEmptySubsequences: false)
      .map(String.init)
    return sayings.contains(words) || (quoted == nil && labels.contains(words))
  }
}
