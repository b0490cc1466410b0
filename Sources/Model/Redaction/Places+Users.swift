/// People in the places where programs and mails name them: paths, domains, addresses, the slots of messages.
extension Places {
  /// Lays the rule for names over users.
  mutating func findUsers() {
    for index in 0..<tokens.count {
      switch tokens[index].kind {
      case .sign: findUser(at: index)
      case .word: findUser(behind: index)
      case .newline, .blank: readEscapedDomain(index)
      case .number, .mixed, .marker: break
      }
    }
  }

  private mutating func findUser(behind word: Int) {
    if Self.isQuote(tokens.sign(word - 2)), Self.isQuote(tokens.sign(word + 2)) { readWith(word) }
    let traits = tokens[word].traits
    if traits.contains(.hint), tokens.naming(word).hint == .home { readHome(word) }
    if traits.contains(.person), ["heter", "heiter"].contains(tokens.folded(word)) {
      readCalled(word)
    }
  }

  /// What a user came with, as in `Login failed for user 'ola' with 'sommer'`.
  private mutating func readWith(_ word: Int) {
    guard tokens.kind(word - 1) == .blank, tokens.kind(word + 1) == .blank,
      ["with", "med"].contains(tokens.folded(word)), let end = endOfQuote(word + 2),
      (max(0, word - 14)..<word).contains(where: { Self.users.contains(tokens.folded($0)) })
    else { return }
    lay(.secret(.password), over: (word + 3)..<end)
  }

  private static let users: Set<String> = [
    "user", "username", "login", "bruker", "brukeren", "brukar", "brukaren", "brukernavn",
    "brukarnamn",
  ]

  private mutating func findUser(at index: Int) {
    switch tokens.sign(index) {
    case 0x5C: readDomain(index)
    case 0x40: readParted(index)
    case 0x3C: readShown(index)
    case 0x28, 0x5B:
      let isAt = ["at", "krollalfa", "alfakroll"].contains(tokens.folded(index + 1))
      if isAt, [0x29, 0x5D].contains(tokens.sign(index + 2)) {
        readAddress(index, index + 3)
      }
    case 0x3A where tokens.kind(index - 1) == .word:
      if Self.slots.contains(tokens.folded(index - 1)) { readSlot(index + 1) }
    default: break
    }
  }

  // MARK: Paths and domains

  /// How a slash may be written: as itself, or with the letter behind it as a break, as in `FIRMA\nina`.
  private enum Slash { case plain, escaped }

  private func slash(_ index: Int) -> Slash? {
    if [0x2F, 0x5C].contains(tokens.sign(index)) { return .plain }
    let kind = tokens.kind(index)
    guard kind == .newline || kind == .blank, tokens.length(index) == 1 else { return nil }
    return tokens.bytes(of: index).count == 2 ? .escaped : nil
  }

  /// The end of a name of letters, digits, dots and hyphens.
  private func endOfUser(_ start: Int) -> Int {
    var end = start + 1
    while end < tokens.count,
      tokens[end].kind.isText || [0x2E, 0x2D, 0x5F].contains(tokens.sign(end))
    { end += 1 }
    while end > start + 1, !tokens[end - 1].kind.isText { end -= 1 }
    return end
  }

  /// The part of a path behind `Users` or `home`.
  private mutating func readHome(_ index: Int) {
    guard slash(index - 1) != nil, slash(index + 1) != nil else { return }
    var start = index + 2
    while tokens.sign(start) == 0x5C { start += 1 }
    guard tokens.kind(start)?.isText == true else { return }
    var end = endOfUser(start)
    // A blank is a part of a name that a slash ends.
    if tokens.kind(end) == .blank, tokens.length(end) == 1, tokens.kind(end + 1)?.isText == true,
      slash(end + 2) != nil
    {
      end += 2
    }
    if end > start + 1 || !tokens.isCommon(start) { lay(.person, over: start..<end) }
  }

  /// `FIRMA\karinordmann`, and no path.
  private mutating func readDomain(_ index: Int) {
    guard tokens.kind(index - 1) == .word, tokens.length(index - 1) > 1,
      tokens.kind(index + 1)?.isText == true, ![0x5C, 0x2F].contains(tokens.sign(index - 2))
    else { return }
    let isDrive = tokens.sign(index - 2) == 0x3A && tokens.length(index - 3) == 1
    let end = endOfUser(index + 1)
    guard !isDrive, tokens.sign(end) != 0x5C, !tokens.isCommon(index + 1) else { return }
    lay(.person, over: (index + 1)..<end)
  }

  /// The same where the slash and the first letter of the user look like a break.
  private mutating func readEscapedDomain(_ index: Int) {
    guard slash(index) == .escaped, tokens.kind(index - 1) == .word, tokens.length(index - 1) > 1,
      tokens.kind(index + 1) == .word || tokens.kind(index + 1) == .mixed,
      tokens.letters(index - 1).allSatisfy({ (0x41...0x5A).contains($0) }),
      ![0x5C, 0x2F].contains(tokens.sign(index - 2)), !tokens.isCommon(index + 1)
    else { return }
    lay(.person, over: (index + 1)..<endOfUser(index + 1))
  }

  // MARK: Addresses

  /// `kari @ firma.no`, and an address that a line break parts.
  private mutating func readParted(_ index: Int) {
    let isBlankBefore = tokens.kind(index - 1) == .blank
    var right = index + 1
    while right < index + 4, tokens.kind(right) == .blank || tokens.kind(right) == .newline {
      right += 1
    }
    guard isBlankBefore || right > index + 1, tokens.kind(right)?.isText == true,
      tokens.sign(right + 1) == 0x2E, tokens.kind(right + 2)?.isText == true
    else { return }
    readAddress(index, right)
  }

  /// Lays the rule over what stands before a sign for *at* and over the domain behind it.
  private mutating func readAddress(_ left: Int, _ right: Int) {
    var end = left
    while tokens.kind(end - 1) == .blank { end -= 1 }
    var start = end
    while start > 0, end - start < 12,
      tokens[start - 1].kind.isText || [0x2E, 0x2D, 0x5F, 0x2B].contains(tokens.sign(start - 1))
    { start -= 1 }
    let domain = tokens.skipBlanks(right)
    guard start < end, tokens.kind(domain)?.isText == true else { return }
    lay(.person, over: start..<min(endOfUser(domain), domain + 12))
  }

  /// Who an address is of, as in `"Kari Nordmann" <kari@firma.no>`.
  private mutating func readShown(_ index: Int) {
    var at = index + 1
    while at < index + 14,
      tokens.kind(at)?.isText == true || [0x2E, 0x2D, 0x5F, 0x2B].contains(tokens.sign(at))
    { at += 1 }
    let isTakenOut =
      at == index + 1 && tokens.kind(at) == .marker && tokens.sign(at + 1) == 0x3E
    guard tokens.sign(at) == 0x40 || isTakenOut else { return }
    var start = index
    while tokens.kind(start - 1) == .blank { start -= 1 }
    let end = start
    if Self.isQuote(tokens.sign(start - 1)) {
      start -= 1
      while start > 0, end - start < 16, !Self.isQuote(tokens.sign(start - 1)),
        tokens[start - 1].kind != .newline
      { start -= 1 }
      lay(.person, over: start..<(end - 1))
      return
    }
    var before = start - 1
    var words = 0
    while words < 4, tokens.kind(before) == .word, isCapitalised(before) {
      words += 1
      start = before
      before -= 1
      while tokens.kind(before) == .blank || [0x2D, 0x2E].contains(tokens.sign(before)) {
        before -= 1
      }
    }
    if words > 0 { lay(.person, over: start..<end) }
  }

  // MARK: Slots

  /// The fields of Altinn's messages that name a party or a system.
  private static let slots: Set<String> = [
    "reportee", "avgiver", "avgivar", "avgjevar", "oppgavegiver", "oppgavegivar", "oppgavegjevar",
    "agencysystem",
  ]

  /// What may stand there that is no name.
  private static let states: Set<String> = [
    "the", "a", "given", "this", "that", "organisation", "organization", "person", "party",
    "number", "is", "not",
  ]

  /// The party of a message by name: *on behalf of reportee: Kari Nordmann*.
  private mutating func readSlot(_ index: Int) {
    var start = tokens.skipBlanks(index)
    if Self.isQuote(tokens.sign(start)) { start += 1 }
    guard tokens.kind(start) == .word else { return }
    var end = start
    var words = 0
    var isName = false
    while words < 6, let kind = tokens.kind(end) {
      if kind == .newline || kind == .number || kind == .mixed { break }
      let sign = tokens.sign(end)
      if [0x2C, 0x3B, 0x28, 0x3C, 0x7C, 0x22, 0x7D].contains(sign) { break }
      if sign == 0x2E, tokens.kind(end + 1)?.isText != true { break }
      if kind == .word {
        words += 1
        let word = tokens.folded(end)
        isName = isName || !StateWords.contains(word) && !Self.states.contains(word)
      }
      end += 1
    }
    if isName { lay(.person, over: start..<end) }
  }

  /// Up to three words behind *heter* that are no common ones, in letters of either size.
  private mutating func readCalled(_ index: Int) {
    let start = tokens.skipBlanks(index + 1)
    var end = start
    var words = 0
    while words < 3, tokens.kind(end) == .word, !tokens.isCommon(end) {
      words += 1
      end += 1
      guard tokens.kind(end) == .blank else { break }
      end += 1
    }
    if words > 0 { lay(.person, over: start..<end) }
  }
}
