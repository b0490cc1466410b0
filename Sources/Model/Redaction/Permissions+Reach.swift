/// What the names of secrets do not permit near them.
extension Permissions {
  /// Masks words that are not common, ids that no name permits, and codes of families that nobody knows.
  mutating func judgeReach() {
    guard !places.reach.isEmpty else { return }
    var index = 0
    var tagEnd = 0
    while index < tokens.count {
      if isMarkup(index) { tagEnd = tokens.tagEnds[index] }
      let reach = places.reach[index]
      guard !reach.isEmpty, tokens[index].kind.isText else {
        index += 1
        continue
      }
      if reach.contains(.ids), isStamp(index), let stamp = id(index) ?? code(index) {
        if !stamp.isPermitted { mask(index..<stamp.end, .credential) }
        index = stamp.end
        continue
      }
      guard reach.contains(.words), index >= tagEnd, let strand = strand(from: index) else {
        judgeWord(index, reach)
        index += 1
        continue
      }
      judge(index..<strand.end, isSecret: strand.isSecret)
      index = strand.end
    }
  }

  private mutating func judge(_ strand: Range<Int>, isSecret: Bool) {
    for index in strand {
      if isSecret {
        if verdicts[index] == .kept { maskNear(index) }
      } else {
        judgeWord(index, places.reach[index])
      }
    }
  }

  private mutating func judgeWord(_ index: Int, _ reach: Places.Reach) {
    guard tokens[index].kind == .word, verdicts[index] == .kept, !isStamp(index),
      !places.isName(index)
    else { return }
    if reach.contains(.words), !isHarmless(index) {
      maskNear(index)
    } else if reach.contains(.person), isMisread(index) {
      mask(index..<(index + 1), .nationalIdentityNumber)
    }
  }

  /// No secret has three letters.
  static let shortestSecret = 4

  func isHarmless(_ index: Int) -> Bool {
    if tokens.length(index) < Self.shortestSecret || isTag(index) || tokens.isCommon(index) {
      return true
    }
    // A common word and the beginning of its value, which is read as it is written as well.
    guard let place = codedLetter(index) else { return false }
    return CommonWords.all.contains(tokens.reading.codes[tokens[index].start..<place])
  }

  /// Whether a word is what an element is called, or the prefix of such a name.
  func isTag(_ index: Int) -> Bool {
    func begins(_ index: Int) -> Bool {
      tokens.sign(index) == 0x3C || (tokens.sign(index) == 0x2F && tokens.sign(index - 1) == 0x3C)
    }
    return begins(index - 1) || (tokens.sign(index - 1) == 0x3A && begins(index - 3))
  }

  /// Whether letters are digits by their looks, and beside digits, as in `8I.OO SOOIq`.
  private func isMisread(_ index: Int) -> Bool {
    guard tokens.length(index) > 1, !tokens.isCommon(index),
      tokens.letters(index).allSatisfy({ Self.lookAlikes.contains($0) })
    else { return false }
    return (max(0, index - 3)..<min(tokens.count, index + 4)).contains { near in
      guard near != index else { return false }
      let kind = tokens[near].kind
      return kind == .number || kind == .mixed || kind == .marker || verdicts[near] != .kept
    }
  }

  private static let lookAlikes = Set("OoQDIilLSsZzBbGgq".unicodeScalars.map(\.value))

  /// An id or a code: the token behind it, and whether it may stand beside the name of a secret.
  typealias Stamp = (end: Int, isPermitted: Bool)

  /// The id of a machine that begins with a token, which a name must permit; `nil` where there is none.
  private func id(_ index: Int) -> Stamp? {
    let start = tokens[index].start
    let isWord = tokens[index].kind == .word
    guard let end = stamps.guid(start) ?? (isWord ? nil : stamps.trace(start)) else { return nil }
    let isOfParty =
      tokens.sign(index - 1) == 0x2F && tokens.kind(index - 2) == .number
      && (5...9).contains(tokens.length(index - 2))
    let names = Context(tokens).names(before: index)
    let isNamed = names.contains(where: EvidenceNames.permitsID)
    return (tokenBehind(end, from: index), isOfParty || isNamed)
  }

  /// What is a code by its shape that begins with a token: one of a service that is known may stand.
  func code(_ index: Int) -> Stamp? {
    if let end = known.names?.end(from: index, in: tokens) { return (end, true) }
    let start = tokens[index].start
    guard tokens[index].kind != .number, let end = stamps.faultCode(start) else { return nil }
    return (tokenBehind(end, from: index), stamps.isOfFamily(start))
  }

  /// The first token that does not end before a place of the reading.
  private func tokenBehind(_ end: Int, from index: Int) -> Int {
    var last = index + 1
    while last < tokens.count, tokens[last].end <= end { last += 1 }
    return last
  }
}
