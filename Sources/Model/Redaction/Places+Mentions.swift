extension Places {
  /// What may not stand near the name of a secret.
  struct Reach: OptionSet {
    let rawValue: UInt8

    /// Words other than common ones.
    static let words = Reach(rawValue: 1)
    /// Short numbers, and numbers in pieces.
    static let digits = Reach(rawValue: 2)
    /// Ids and codes that no name permits.
    static let ids = Reach(rawValue: 4)
    /// The number of a person in pieces or in words.
    static let person = Reach(rawValue: 8)
    /// The name itself, which stays.
    static let name = Reach(rawValue: 16)
  }

  /// Notes what a label tells of what stands about it.
  mutating func note(_ label: Label) {
    let naming = tokens.naming(label.end - 1)
    switch label.name {
    case .person:
      guard tokens.sign(label.end) == 0x28, naming.hint == .call else { return }
      note(.words, from: label.start, to: label.end)
    case .identityNumber: note(.person, from: label.start, to: label.end)
    case .password: note([.words, .ids], from: label.start, to: label.end)
    case .code: note([.words, .ids, .digits], from: label.start, to: label.end)
    case .credential, .header:
      note(naming.isTelling ? [.words, .ids] : .ids, from: label.start, to: label.end)
    }
  }

  /// Notes what a word tells that is no label.
  mutating func noteHint(_ index: Int) {
    guard tokens[index].kind == .word, tokens[index].traits.contains(.hint),
      let hint = tokens.naming(index).hint
    else { return }
    switch hint {
    case .code: codeWords.append(index)
    case .sender where isSender(index): senders.append(index)
    case .call where tokens.sign(index + 1) == 0x28: note(.words, from: index, to: index + 1)
    case .link where tokens.sign(index - 1) == 0x2F && tokens.sign(index + 1) == 0x2F:
      note(.words, from: index, to: index + 1)
    case .password where !isMember(index): note([.words, .ids], from: index, to: index + 1)
    default: break
    }
  }

  private mutating func note(_ told: Reach, from start: Int, to end: Int) {
    if mentions.isEmpty { mentions = Array(repeating: [], count: tokens.count) }
    for index in start..<end { mentions[index].insert(.name) }
    mentions[end - 1].formUnion(told)
  }

  /// Whether a token is the name of a secret, or a part of it.
  func isName(_ index: Int) -> Bool { !mentions.isEmpty && mentions[index].contains(.name) }

  /// Whether a word is a part of a name in a program, as in `crypto.password.PasswordEncoder`.
  private func isMember(_ index: Int) -> Bool {
    (tokens.sign(index - 1) == 0x2E && tokens.kind(index - 2)?.isText == true)
      || (tokens.sign(index + 1) == 0x2E && tokens.kind(index + 2)?.isText == true)
  }

  /// Whether a word ends the name of whoever sends codes: MinID, BankID, ID-porten, in one word or in two.
  private func isSender(_ index: Int) -> Bool {
    switch tokens.folded(index) {
    case "minid", "bankid": true
    case "porten":
      (isJoiner(index - 1) || tokens.kind(index - 1) == .blank) && tokens.folded(index - 2) == "id"
    default:
      tokens.kind(index - 1) == .blank && ["min", "bank"].contains(tokens.folded(index - 2))
    }
  }

  /// A label whose letters are parted, as in `p a s s o r d`, `p.a.s.s.o.r.d` and `P/W`.
  func spelledOut(_ index: Int) -> Label? {
    guard tokens.kind(index) == .word else { return nil }
    if isInitial(index, "p"),
      (max(0, index - 14)..<(index + 14)).contains(where: { isInitial($0, "u") })
    {
      return Label(name: .password, start: index, end: index + 1)
    }
    if tokens.sign(index - 1) == 0x2F, tokens.folded(index) == "w",
      tokens.folded(index - 2) == "p"
    {
      return Label(name: .password, start: index - 2, end: index + 1)
    }
    let gap = tokens.sign(index - 1)
    guard [0, 0x2A, 0x2D, 0x2E, 0x5F, 0xB7].contains(gap) else { return nil }
    func isParted(_ left: Int) -> Bool {
      gap == 0 ? tokens.kind(left) == .blank : tokens.sign(left) == gap
    }
    if isParted(index + 1), isLetter(index + 2) { return nil }
    var start = index
    while index - start < 40, isParted(start - 1), isLetter(start - 2) { start -= 2 }
    guard index - start > 3 else { return nil }
    let name = stride(from: start, through: index, by: 2).map(tokens.folded).joined()
    guard let found = LabelNames.name(name), found != .person else { return nil }
    return Label(name: found, start: start, end: index + 1)
  }

  /// Whether a letter stands for the name of a field, as in `u: ola p: sommer` and `/u:ola /p:sommer`.
  private func isInitial(_ index: Int, _ letter: String) -> Bool {
    guard tokens.length(index) == 1, tokens.folded(index) == letter,
      [0x3A, 0x3D].contains(tokens.sign(index + 1))
    else { return false }
    switch tokens.kind(index - 1) {
    case nil, .blank, .newline: return true
    default: return [0x2F, 0x2D].contains(tokens.sign(index - 1))
    }
  }

  private func isLetter(_ index: Int) -> Bool {
    tokens.kind(index) == .word && tokens.length(index) == 1
  }
}
