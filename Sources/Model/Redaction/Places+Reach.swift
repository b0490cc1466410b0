/// How far the name of a secret reaches: over its line, and where a sentence or a structure goes on over the
/// break, over the next.
extension Places {
  /// How many common words a name reaches over; what is taken out there is not counted, so that a text that
  /// was redacted is read alike.
  private static let mostWords = 60
  private static let mostBehindBreak = 20
  private static let mostOfStructure = 10

  /// What is left of each kind of reach on the way through the tokens, in the order of the bits of the kinds.
  private struct Left {
    private var counts = [0, 0, 0, 0]
    private var isBehindBreak = [false, false, false, false]

    var reach: Reach {
      var bits: UInt8 = 0
      for place in 0..<4 where counts[place] > 0 { bits |= 1 << UInt8(place) }
      return Reach(rawValue: bits)
    }

    mutating func begin(_ told: Reach) {
      for place in 0..<4 where told.rawValue & 1 << UInt8(place) != 0 {
        counts[place] = Places.mostWords
        isBehindBreak[place] = false
      }
    }

    mutating func passCommonWord() { for place in 0..<4 { counts[place] -= 1 } }

    /// Leaves a line; nothing reaches over two breaks.
    mutating func passBreak(_ most: Int) {
      for place in 0..<4 {
        counts[place] = isBehindBreak[place] ? 0 : min(counts[place], most)
        isBehindBreak[place] = true
      }
    }

    /// Leaves a sentence, to which its numbers belong.
    mutating func passSentence() {
      counts[1] = 0
      counts[3] = 0
    }
  }

  /// Finds for each token what the names about it allow.
  mutating func findReach() {
    guard !mentions.isEmpty else { return }
    reach = Array(repeating: [], count: tokens.count)
    sweep(backwards: false)
    sweep(backwards: true)
  }

  private mutating func sweep(backwards: Bool) {
    var left = Left()
    var isAny = false
    for place in 0..<tokens.count {
      let index = backwards ? tokens.count - 1 - place : place
      let told = mentions[index].subtracting(.name)
      if !told.isEmpty {
        left.begin(told)
        isAny = true
      }
      guard isAny else { continue }
      if tokens[index].kind == .newline {
        left.passBreak(backwards ? wordsBefore(index) : wordsBehind(index))
      } else if endsSentence(index) {
        left.passSentence()
      }
      let now = left.reach
      isAny = !now.isEmpty
      guard isAny else { continue }
      reach[index].formUnion(now)
      if tokens[index].kind == .word, tokens.isCommon(index) { left.passCommonWord() }
    }
  }

  // MARK: Breaks

  /// How many words a name reaches behind a line break.
  private func wordsBehind(_ lineBreak: Int) -> Int {
    let next = firstSeen(behind: lineBreak)
    guard let kind = tokens.kind(next), kind != .newline else { return 0 }
    guard beginsRecord(next) else { return Self.mostBehindBreak }
    return isStructure(next) && isStructure(firstOfLine(lineBreak)) ? Self.mostOfStructure : 0
  }

  /// How many words a name reaches before a line break: values stand before their names in structures alone.
  private func wordsBefore(_ lineBreak: Int) -> Int {
    guard isStructure(firstSeen(behind: lineBreak)) else { return 0 }
    let first = firstOfLine(lineBreak)
    return first < lineBreak && isStructure(first) ? Self.mostOfStructure : 0
  }

  /// The first token behind a line break but for blanks and the signs of a quoted mail.
  private func firstSeen(behind lineBreak: Int) -> Int {
    var index = lineBreak + 1
    while tokens.kind(index) == .blank || tokens.sign(index) == 0x3E { index += 1 }
    return index
  }

  /// The first token but for blanks of the line that a break ends; not far back.
  private func firstOfLine(_ lineBreak: Int) -> Int {
    tokens.skipBlanks(tokens.startOfLine(lineBreak, within: 400))
  }

  /// Whether a line that begins with a token is one of XML or JSON.
  private func isStructure(_ index: Int) -> Bool {
    [0x3C, 0x22, 0x27, 0x7B, 0x7D, 0x2C, 0x5B].contains(tokens.sign(index))
  }

  /// Whether something new begins with a token: a line of a log, a field, an element, the end of a letter.
  private func beginsRecord(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .sign: return [0x3C, 0x7B, 0x5B, 0x22, 0x28].contains(tokens.sign(index))
    case .number:
      // A year, a day or an hour; longer ones begin ids.
      let next = tokens.kind(index + 2)
      return tokens.length(index) < 5
        && [0x2D, 0x2E, 0x3A, 0x2F].contains(tokens.sign(index + 1))
        && (next == .number || next == .mixed)
    case .word:
      if Self.beginnings.contains(tokens.folded(index)) { return true }
      var end = index + 1
      while end < index + 6,
        tokens.kind(end) == .blank || tokens.kind(end)?.isText == true || isJoiner(end)
      { end += 1 }
      return [0x3A, 0x3D].contains(tokens.sign(end))
    case .mixed, .blank, .newline, .marker: return false
    }
  }

  static let beginnings: Set<String> = [
    "error", "warn", "warning", "info", "debug", "trace", "fatal", "at", "caused", "feilmelding",
    "feilkode", "hilsen", "mvh", "vennlig", "med", "post", "get", "put", "delete", "http", "https",
    "exception",
  ]

  private func endsSentence(_ index: Int) -> Bool {
    guard [0x2E, 0x21, 0x3F].contains(tokens.sign(index)) else { return false }
    let behind = tokens.kind(index + 1)
    guard behind == nil || behind == .blank || behind == .newline else { return false }
    let next = tokens.skipBlanks(index + 1)
    switch tokens.kind(next) {
    case nil, .newline?, .marker?: return true
    case .word?: return isCapitalised(next)
    default: return false
    }
  }
}
