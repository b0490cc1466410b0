/// All patterns, found in one pass by the eight or five letters they begin with.
///
/// Built when a text is first recognised, so it is made of one table and a bit map, not of an automaton.
struct PatternIndex {
  /// A pattern found at a place of a text.
  struct Hit {
    var target: MessagePattern.Target
    var start: Int
    var end: Int
    var letters: Int
    var isComplete: Bool
    /// Where the pattern's own words stand.
    var parts: [Range<Int>]
  }

  private struct Anchor {
    var pattern: Int
    var isTail: Bool
    /// The next anchor with the same letters, or -1.
    var next: Int
  }

  private let patterns: [MessagePattern]
  private var anchors: [Anchor] = []
  private var long: [UInt64: Int] = [:]
  private var short: [UInt64: Int] = [:]
  private var longMap = Array(repeating: false, count: Self.mapSize)
  private var shortMap = Array(repeating: false, count: Self.mapSize)

  private static let mapBits: UInt64 = 14
  private static let mapSize = 1 << 14
  private static let shortMask: UInt64 = 0xFF_FFFF_FFFF

  /// - Parameter patterns: What to find. Patterns of which no part has five letters are never found.
  init(_ patterns: [MessagePattern]) {
    self.patterns = patterns
    anchors.reserveCapacity(patterns.count * 2)
    long.reserveCapacity(patterns.count * 2)
    for (index, pattern) in patterns.enumerated() {
      guard let first = pattern.parts.first else { continue }
      add(first[...], Anchor(pattern: index, isTail: false, next: -1))
      if pattern.hasTail, case .message = pattern.target {
        add(first[pattern.tailOffset...], Anchor(pattern: index, isTail: true, next: -1))
      }
    }
  }

  private mutating func add(_ letters: ArraySlice<UInt8>, _ anchor: Anchor) {
    var anchor = anchor
    let count = letters.count >= 8 ? 8 : MessagePattern.shortestPart
    guard letters.count >= count else { return }
    let window = letters.prefix(count).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    if count == 8 {
      anchor.next = long.updateValue(anchors.count, forKey: window) ?? -1
      longMap[Self.slot(window)] = true
    } else {
      anchor.next = short.updateValue(anchors.count, forKey: window) ?? -1
      shortMap[Self.slot(window)] = true
    }
    anchors.append(anchor)
  }

  private static func slot(_ window: UInt64) -> Int {
    Int(truncatingIfNeeded: (window &* 0x9E37_79B9_7F4A_7C15) >> (64 - mapBits))
  }

  /// Finds every pattern, in the order in which they begin within each pass of the text.
  ///
  /// - Complexity: O(*n*) in the length of the text, for a given set of patterns.
  func hits(in text: MatchText) -> [Hit] {
    var hits: [Hit] = []
    var window: UInt64 = 0
    for position in text.bytes.indices {
      window = window << 8 | UInt64(text.bytes[position])
      let end = position + 1
      if longMap[Self.slot(window)], end >= 8, var anchor = long[window] {
        while anchor >= 0 {
          collect(anchors[anchor], text, from: end - 8, into: &hits)
          anchor = anchors[anchor].next
        }
      }
      let tail = window & Self.shortMask
      if shortMap[Self.slot(tail)], end >= 5, var anchor = short[tail] {
        while anchor >= 0 {
          collect(anchors[anchor], text, from: end - 5, into: &hits)
          anchor = anchors[anchor].next
        }
      }
    }
    return hits
  }

  private func collect(_ anchor: Anchor, _ text: MatchText, from start: Int, into hits: inout [Hit])
  {
    let pattern = patterns[anchor.pattern]
    let found = anchor.isTail ? pattern.matchTail(text, at: start) : pattern.match(text, at: start)
    guard let found else { return }
    hits.append(
      Hit(
        target: pattern.target,
        start: found.start,
        end: found.end,
        letters: found.letters,
        isComplete: found.isComplete,
        parts: found.parts
      )
    )
  }
}
