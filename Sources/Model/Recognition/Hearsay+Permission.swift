/// What may stand beside a message that is a fact.
///
/// What people say of a message that they do not have has no end; what they say of one that they have is soon listed.
extension Hearsay {
  /// How many words a program says behind its own code; fewer may be anybody's.
  private static let fewestOwn = 3

  /// Whether nothing stands in a message's sentence, or is asked beside it, that leaves open whether it is there.
  func isStated(_ passage: HearsayPassage) -> Bool {
    if passage.isNextAsked, isDoubt(HearsayPassage.words(passage.next)) { return false }
    if passage.isBeforeAsked, !isHarmless(HearsayPassage.words(passage.before)) { return false }
    var tail = passage.tail
    if passage.isAsked {
      // «Vi får X, hva gjør vi?»
      if let part = tail.lastIndex(of: .part), isWonder(HearsayPassage.words(tail[part...])) {
        tail = tail[..<part]
      } else if !opens(HearsayPassage.words(passage.head), with: whys) {
        return false
      }
    }
    if saysItself(passage, tail) { tail = tail.prefix(0) }
    let head = passage.head
    let start = head.lastIndex(where: Self.parts).map { $0 + 1 } ?? head.startIndex
    let clause =
      HearsayPassage.words(head[start...]) + HearsayPassage.words(tail.prefix { !Self.parts($0) })
    // «I fjor gikk det fint, nå får vi X» tells of now.
    if has(present, clause) { return clause.allSatisfy(isPermitted) }
    // A line that goes on into the message is of its sentence.
    let opened = passage.isBeforeOpen && head.isEmpty ? HearsayPassage.words(passage.before) : []
    let said = opened + HearsayPassage.words(head) + HearsayPassage.words(tail)
    return said.allSatisfy(isPermitted)
  }

  /// Whether a word may stand beside a message that is a fact: codes, numbers and names in a program always may.
  ///
  /// One letter is a part of a code.
  func isPermitted(_ word: String) -> Bool {
    permitted.contains(word) || word.count == 1 || word.contains { $0.isNumber || $0 == "_" }
  }

  private static func parts(_ token: Token) -> Bool { token == .part || token == .message }

  /// Whether a code says in words what it means, as programs write: «GLD_1062 Oppgavegiver er underenhet».
  private func saysItself(_ passage: HearsayPassage, _ tail: ArraySlice<Token>) -> Bool {
    guard passage.isCapital, !passage.head.contains(where: Self.isWord) else { return false }
    let words = HearsayPassage.words(tail)
    guard words.count >= Self.fewestOwn, !words.contains(where: ours.contains) else { return false }
    // In English «no» is no «nå».
    return !has(lately, words) && (!has(present, words) || words.contains("no"))
      && !gone.contains { words.starts(with: $0) }
  }

  // MARK: Questions

  /// Whether a question behind a message is about whether it is that one.
  private func isDoubt(_ words: [String]) -> Bool {
    !isHarmless(words) && (words.count == 1 || words.contains(where: pointers.contains))
  }

  private func isHarmless(_ words: [String]) -> Bool {
    isWonder(words) || words.contains(where: pleas.contains)
  }

  /// Whether a question takes it for granted that the message is there: «Hva gjør vi?», but not «Hva betyr X?».
  private func isWonder(_ words: [String]) -> Bool {
    let said = words.drop(while: links.contains)
    guard let first = said.first, wonders.contains(first) else { return false }
    return !(said.dropFirst().first.map(abouts.contains) ?? false)
  }

  private func opens(_ words: [String], with openings: Set<String>) -> Bool {
    words.drop(while: links.contains).first.map(openings.contains) ?? false
  }
}

extension Hearsay {
  /// How far above a message an older mail is looked for, in bytes of UTF-8.
  private static let reachOfMail = 2_048

  /// Whether a message stands in what somebody wrote before: behind `>`, unless it is announced, or below the head of
  /// an older mail.
  func isOld(_ range: Range<Int>, in text: [UInt8]) -> Bool {
    let start = MachineLine.start(of: range.lowerBound, in: text)
    let above = text[max(0, start - Self.reachOfMail)..<start].split(separator: 0x0A)
    if Self.isQuoted(text[start..<range.lowerBound]) {
      let announcing = above.last(where: { !Self.isQuoted($0) && !Self.isEmpty($0) })
      guard let announcing, Self.endsInColon(announcing),
        HearsayPassage.words(in: announcing).allSatisfy(isPermitted)
      else { return true }
    }
    return above.contains { line in
      let words = HearsayPassage.words(in: line)
      if divides.contains(words) { return true }
      return Self.endsInColon(line) && words.last.map(writes.contains) ?? false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private static func isEmpty(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy(isBlank) }

  private static func isQuoted(_ line: ArraySlice<UInt8>) -> Bool {
    line.first(where: { !isBlank($0) }) == UInt8(ascii: ">")
  }

  private static func endsInColon(_ line: ArraySlice<UInt8>) -> Bool {
    line.last(where: { !isBlank($0) }) == UInt8(ascii: ":")
  }
}
