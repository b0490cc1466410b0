/// The places of a text where nothing, or no name, may be kept.
///
/// A place is found by what leads to it: a label before it on the line, above it, in its column, in
/// its element, its attribute or the name beside its value, or the words behind it.
struct Places {
  /// What may stand at a token.
  enum Rule: Equatable {
    /// What is permitted everywhere.
    case open
    /// Nothing.
    case secret(Redaction.Kind)
    /// Numbers that are permitted, but no words.
    case person
    /// Words, but no number.
    case identityNumber
  }

  let tokens: Tokens
  private let names: KnownNames?
  private(set) var rules: [Rule]
  /// Up to where lines have been read as a table or found to be none; a row is no heading.
  var tableEnd = 0
  /// Up to where a table of HTML has been read, and for how many of its headings.
  var headingEnd = 0
  var headings = 0
  /// What names of secrets tell, at the tokens where they stand; empty where there are none.
  var mentions: [Reach] = []
  /// What may not stand at a token for the names about it; empty where there are none.
  var reach: [Reach] = []
  /// Where a code of any kind is spoken of, and where whoever sends codes is, in order.
  var codeWords: [Int] = []
  var senders: [Int] = []

  init(_ tokens: Tokens, names: KnownNames?) {
    self.tokens = tokens
    self.names = names
    rules = Array(repeating: .open, count: tokens.count)
    findAddresses()
    findLabels()
    findPersons()
    findUsers()
    findReach()
  }

  /// Lays a rule over tokens, less the blanks and breaks at either end.
  mutating func lay(_ rule: Rule, over range: Range<Int>) {
    var end = min(range.upperBound, tokens.count)
    var start = range.lowerBound
    while start < end, Self.isEmpty(tokens[start].kind) { start += 1 }
    while end > start, Self.isEmpty(tokens[end - 1].kind) { end -= 1 }
    for index in start..<max(start, end) where !isSecret(index) { rules[index] = rule }
  }

  func isSecret(_ index: Int) -> Bool {
    if case .secret = rules[index] { return true }
    return false
  }

  private static func isEmpty(_ kind: Tokens.Kind) -> Bool { kind == .blank || kind == .newline }

  // MARK: Labels

  /// A label in the text.
  struct Label {
    var name: LabelNames.Name
    /// The token that it begins with, and the one behind it.
    var start: Int
    var end: Int
  }

  private mutating func findLabels() {
    var index = 0
    while index < tokens.count {
      guard mayEndLabel(index), let label = label(endingAt: index) else {
        noteHint(index)
        index += 1
        continue
      }
      note(label)
      // A label can lead beyond the end of the text, or nowhere.
      let next = min(max(readLabel(label), index + 1), tokens.count)
      // A value that stays may hold the name of another secret.
      for skipped in (index + 1)..<next where rules[skipped] == .open {
        if mayEndLabel(skipped), let label = self.label(endingAt: skipped) {
          note(label)
        } else {
          noteHint(skipped)
        }
      }
      index = next
    }
  }

  /// Whether a token can end a label; what is joined is looked at whole where a number ends it.
  private func mayEndLabel(_ index: Int) -> Bool {
    let traits = tokens[index].traits
    return traits.contains(.label) || (traits.contains(.numbered) && isJoiner(index - 1))
  }

  /// The label that ends with a token, or `nil`.
  func label(endingAt index: Int) -> Label? {
    guard let kind = tokens.kind(index), kind.isText, kind != .number, !isJoiner(index + 1) else {
      return nil
    }
    // `AUTH.VLD-00014` is a code, and `token.expired` tells of none.
    if tokens.sign(index + 1) == 0x2E, tokens.kind(index + 2)?.isText == true { return nil }
    if isKnownName(index) { return nil }
    if isKeyMember(index) { return Label(name: .credential, start: index, end: index + 1) }
    if tokens.length(index) == 1, let label = spelledOut(index) { return label }
    var name = tokens.folded(index)
    var start = index
    while start > 1, isJoiner(start - 1), tokens[start - 2].kind.isText, index - start < 10 {
      start -= 2
      name = tokens.folded(start) + name
    }
    let naming = start == index ? tokens.naming(index) : nil
    let joined =
      start == index
      ? nil : LabelNames.name(name) ?? LabelNames.joined(name, by: tokens.folded(index))
    if let found = naming.map(\.label) ?? joined {
      // Some names of people are verbs too: *vi sender*, *du bruker*.
      let isVerb = found == .person && PersonNames.verbs.contains(name)
      if isVerb, isPlainBlank(start - 1), tokens.kind(start - 2) == .word, !isAssigned(index + 1) {
        return nil
      }
      while start > 1, tokens.sign(start - 1) == 0x2E, tokens[start - 2].kind.isText,
        index - start < 10
      { start -= 2 }
      return Label(name: found, start: start, end: index + 1)
    }
    guard naming?.isHead ?? LabelNames.heads.contains(name) else { return nil }
    return twoWords(name, Label(name: .code, start: start, end: index + 1))
  }

  /// Whether a token is a code that is known: `auth00080` is no second `auth`, save with a value of its own.
  private func isKnownName(_ index: Int) -> Bool {
    guard let names, tokens.kind(index) == .mixed, names.end(from: index, in: tokens) != nil else {
      return false
    }
    return tokens.sign(tokens.skipBlanks(index + 1)) != 0x3D
  }

  /// Whether a token is a private member of a key in JSON (RFC 7518), such as `"d":"…"`.
  private func isKeyMember(_ index: Int) -> Bool {
    guard tokens.length(index) <= 2, tokens.sign(index - 1) == 0x22, tokens.sign(index + 1) == 0x22
    else { return false }
    guard Self.keyMembers.contains(tokens.folded(index)),
      tokens.sign(tokens.skipBlanks(index + 2)) == 0x3A
    else { return false }
    // The value may be what another one is called, as in `"k":"password","v":"…"`.
    let quote = tokens.skipBlanks(tokens.skipBlanks(index + 2) + 1)
    var end = quote + 1
    while end < quote + 32,
      tokens.kind(end)?.isText == true || tokens.kind(end) == .blank || isJoiner(end)
        || tokens.sign(end) == 0x2E
    { end += 1 }
    guard Self.isQuote(tokens.sign(quote)), tokens.sign(end) == tokens.sign(quote) else {
      return true
    }
    let isMember = end == quote + 2 && Self.keyMembers.contains(tokens.folded(end - 1))
    return isMember || label(endingAt: end - 1) == nil
  }

  private static let keyMembers: Set<String> = ["d", "p", "q", "dp", "dq", "qi", "k"]

  /// A label of two words or three, such as *one-time code*, *koden din* or *kode fra SMS*.
  private func twoWords(_ name: String, _ label: Label) -> Label? {
    let isCode = ["kode", "koden", "code", "codes", "koder", "pin"].contains(name)
    if let before = wordBefore(label.start) {
      var whole = tokens.folded(before)
      var start = before
      while start > 1, isJoiner(start - 1), tokens[start - 2].kind.isText, before - start < 6 {
        start -= 2
        whole = tokens.folded(start) + whole
      }
      let isPlain = start == before && label.end == label.start + 1
      let pair = isPlain ? tokens.naming([start, label.start]) : LabelNames.name(whole + name)
      if let pair { return Label(name: pair, start: start, end: label.end) }
      if let further = wordBefore(start) {
        let three =
          isPlain
          ? tokens.naming([further, start, label.start])
          : LabelNames.name(tokens.folded(further) + whole + name)
        if let three { return Label(name: three, start: further, end: label.end) }
      }
      if isCode, Self.owners.contains(whole) { return label }
    }
    guard isCode, let next = wordBehind(label.end - 1) else { return nil }
    let first = tokens.folded(next)
    if Self.owners.contains(first) { return label }
    guard ["fra", "pa", "via", "from", "by", "i", "paa"].contains(first),
      let sender = wordBehind(next), Self.senders.contains(tokens.folded(sender))
    else { return nil }
    return Label(name: .code, start: label.start, end: sender + 1)
  }

  private static let owners: Set<String> = [
    "din", "min", "your", "my", "mitt", "ditt", "hennar", "personlig",
  ]
  private static let senders: Set<String> = [
    "sms", "brev", "brevet", "epost", "idporten", "id", "minid", "bankid", "altinn", "appen",
    "letter", "the",
    "mobilen", "telefonen", "e",
  ]

  /// Whether an equals sign or a dash follows, as no verb has.
  private func isAssigned(_ index: Int) -> Bool {
    let next = tokens.skipBlanks(index)
    return [0x3D, 0x2013, 0x2014, 0x2192].contains(tokens.sign(next))
      || (tokens.sign(next) == 0x3A && tokens.sign(next + 1) == 0x3D)
  }

  private func isPlainBlank(_ index: Int) -> Bool {
    tokens.kind(index) == .blank && tokens.length(index) == 1
      && tokens.reading.codes[tokens[index].start] != 0x09
  }

  private func wordBefore(_ index: Int) -> Int? {
    guard tokens.kind(index - 1) == .blank, let kind = tokens.kind(index - 2), kind.isText else {
      return nil
    }
    return index - 2
  }

  func wordBehind(_ index: Int) -> Int? {
    guard tokens.kind(index + 1) == .blank, let kind = tokens.kind(index + 2), kind.isText else {
      return nil
    }
    return index + 2
  }

  /// Whether a hyphen or underscore joins the text on both its sides.
  func isJoiner(_ index: Int) -> Bool {
    let sign = tokens.sign(index)
    guard sign == 0x2D || sign == 0x5F || sign == 0x2011 || sign == 0x2010 else { return false }
    return tokens.kind(index - 1)?.isText == true && tokens.kind(index + 1)?.isText == true
  }

  static func isQuote(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x22, 0x27, 0x60, 0xAB, 0xBB, 0x2018...0x201F: true
    default: false
    }
  }
}
