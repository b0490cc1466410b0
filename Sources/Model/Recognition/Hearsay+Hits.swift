extension Hearsay {
  /// A message found in a text, by its place in the catalogue.
  typealias MessageHit = (entry: Int, hit: PatternIndex.Hit)

  /// How many messages before and behind one may be spoken of together with it.
  private static let neighbours = 8

  /// Whether the message at a place among all that were found is only spoken of.
  ///
  /// - Parameters:
  ///   - sorted: All messages, in the order in which they stand in the text.
  ///   - messages: The catalogue; to what says nothing by itself none gives way.
  func speaks(
    of place: Int,
    among sorted: [MessageHit],
    in text: MatchText,
    _ messages: [Message]
  ) -> Bool {
    let (entry, hit) = sorted[place]
    guard hit.start < hit.end else { return false }
    let first = max(0, place - Self.neighbours)
    let end = min(sorted.count, place + Self.neighbours + 1)
    var others: [Range<Int>] = []
    var own: [Range<Int>] = []
    var later: [Int] = []
    for near in sorted[first..<end] where near.hit.start < near.hit.end {
      let range = text.origin(of: near.hit.start..<near.hit.end)
      others.append(range)
      if near.entry == entry {
        own.append(range)
      } else if near.hit.start >= hit.end, !messages[near.entry].isWrapper {
        later.append(range.lowerBound)
      }
    }
    // «Valgt system finnes ikke» (AUTH-00011) is one message.
    let joined = Self.joined(text.origin(of: hit.start..<hit.end), with: own, in: text.source)
    let range = Self.whole(joined, of: messages[entry], in: text.source)
    return speaks(of: range, in: text.source, beside: others, before: later.first)
  }

  /// Whether two places that are not far from one another stand in one sentence.
  static func isOneSentence(_ one: Range<Int>, _ other: Range<Int>, in text: MatchText) -> Bool {
    let (one, other) = (text.origin(of: one), text.origin(of: other))
    guard !one.overlaps(other) else { return true }
    let gap = min(one.upperBound, other.upperBound)..<max(one.lowerBound, other.lowerBound)
    return gap.count <= HearsayPassage.reach && HearsayPassage.hasNoEnd(text.source[gap])
  }

  /// Where a message stands with the sign it ends with: one that asks is no question about itself.
  static func whole(
    _ range: Range<Int>,
    of message: Message,
    in text: [UInt8]
  ) -> Range<Int> {
    let signs: [(sign: UInt8, suffix: String)] = [(0x3F, "?"), (0x3A, ":")]
    // Of what comes between only a blank and a soft hyphen are nothing.
    let end = text[range.upperBound...].firstIndex { $0 != 0x20 && $0 != 0xC2 && $0 != 0xAD }
    guard let end, let sign = signs.first(where: { $0.sign == text[end] }),
      message.texts.contains(where: { $0.hasSuffix(sign.suffix) })
    else { return range }
    return range.lowerBound..<(end + 1)
  }

  /// Where a message stands with what else says it beside it, with nothing but signs of one line between.
  private static func joined(
    _ range: Range<Int>,
    with own: [Range<Int>],
    in text: [UInt8]
  ) -> Range<Int> {
    func isJoined(_ gap: Range<Int>) -> Bool {
      gap.count <= 6 && HearsayPassage.hasNoWord(text[gap])
    }
    var joined = range
    for next in own where next.lowerBound >= joined.upperBound {
      guard isJoined(joined.upperBound..<next.lowerBound) else { break }
      joined = joined.lowerBound..<next.upperBound
    }
    for last in own.reversed() where last.upperBound <= joined.lowerBound {
      guard isJoined(last.upperBound..<joined.lowerBound) else { break }
      joined = last.lowerBound..<joined.upperBound
    }
    return joined
  }
}
