/// Reads what a number is called by the words before it.
struct Context {
  let tokens: Tokens

  init(_ tokens: Tokens) { self.tokens = tokens }

  /// The most digits that a number at a place may have by its name, or `nil` where it has none.
  ///
  /// - Parameter isNearSecret: Whether the name of a secret is near: then a code needs a name of its own.
  func digits(before index: Int, known: Redaction.Known, isNearSecret: Bool) -> Int? {
    var names = names(before: index)
    if names.contains(where: Self.namesOfCodes.contains) { names = [] }
    var most = names.lazy.compactMap { EvidenceNames.digits(behind: $0) }.first ?? 0
    // In two words it is a code that is wrong.
    if let last = names.last, ["kode", "koden"].contains(last),
      names.contains("feilkode") || names.contains("feilkoden")
    {
      most = min(most, 3)
    }
    guard isKnown(index, known) else { return most > 0 ? most : nil }
    let isCode = names.contains {
      ["kode", "koden", "code", "koda", "codes", "feil", "feilen", "error", "fault"].contains($0)
    }
    return isCode || (!isNearSecret && isAllThereIs(index)) ? max(6, most) : most > 0 ? most : nil
  }

  /// What ends in *ID* and is a code that somebody was sent.
  private static let namesOfCodes: Set<String> = [
    "kodeid", "kodenid", "codeid", "pinid", "minid", "bankid",
  ]

  /// Whether a number has a name of its own with a sign between, as in `ErrorID: 5`.
  func isNamed(_ index: Int) -> Bool {
    var before = index - 1
    while tokens.kind(before) == .blank || Places.isQuote(tokens.sign(before)) { before -= 1 }
    guard [0x3A, 0x3D, 0x3E].contains(tokens.sign(before)) else { return false }
    let names = names(before: index)
    guard !names.contains(where: Self.namesOfCodes.contains) else { return false }
    return names.contains { EvidenceNames.digits(behind: $0) ?? 0 >= tokens.length(index) }
  }

  /// Whether a number stands behind the name of a fault, as in `feilkode 5`.
  func isOfFault(_ index: Int) -> Bool {
    names(before: index).contains(where: EvidenceNames.isOfFault)
  }

  /// Whether a number is a code of the catalogue.
  func isKnown(_ index: Int, _ known: Redaction.Known) -> Bool {
    value(of: index).map { known.codes.contains("\($0)") } ?? false
  }

  /// The value of a token of digits; `nil` where it is too great.
  private func value(of index: Int) -> Int? {
    var value = 0
    for code in tokens.letters(index) {
      let (tens, isTooGreat) = value.multipliedReportingOverflow(by: 10)
      let (sum, isGreater) = tens.addingReportingOverflow(Int(code) - 0x30)
      guard !isTooGreat, !isGreater else { return nil }
      value = sum
    }
    return value
  }

  /// Whether a text is nothing but a number and a few words about it.
  private func isAllThereIs(_ index: Int) -> Bool {
    guard tokens.count <= 24, !tellsOfUse else { return false }
    return (0..<tokens.count).allSatisfy {
      $0 == index || ![.number, .mixed, .marker].contains(tokens[$0].kind)
    }
  }

  /// Whether a text tells of what is used or typed, as *bruk 4427 nå* does.
  var tellsOfUse: Bool {
    (0..<tokens.count).contains {
      tokens[$0].kind == .word && Self.usings.contains(tokens.folded($0))
    }
  }

  /// What is said of a number that somebody was sent to sign in with.
  private static let usings: Set<String> = [
    "bruk", "bruke", "bruker", "brukar", "brukte", "bruka", "nytt", "nytta", "tast", "taste",
    "tastet", "tasta", "skriv", "skrive", "skrev", "skreiv", "use", "used", "type", "typed",
    "enter",
    "entered",
  ]

  /// The names that a value at a place may stand under, the longest first.
  func names(before index: Int) -> [String] {
    var index = index - 1
    var fillers = 0
    let least = max(0, index - 14)
    while index >= least {
      switch tokens[index].kind {
      case .blank: break
      case .newline where tokens.sign(index - 1) == 0x3E: break
      case .sign:
        if tokens.sign(index) == 0x3E, let name = elementName(index) { return [name] }
        guard Self.leading.contains(tokens.sign(index)) || Places.isQuote(tokens.sign(index)) else {
          return []
        }
      case .word:
        let word = tokens.folded(index)
        if Self.fillers.contains(word), fillers < 3, !Places.isQuote(tokens.sign(index + 1)) {
          fillers += 1
          break
        }
        return isLevel(index) ? [] : names(endingAt: index)
      case .number, .mixed, .newline, .marker: return []
      }
      index -= 1
    }
    return []
  }

  /// Whether a word is how grave a line of a log is, which stands behind its time and names nothing.
  func isLevel(_ index: Int) -> Bool {
    tokens.letters(index).allSatisfy { (0x41...0x5A).contains($0) }
      && tokens.folded(index) == "error" && tokens.kind(index - 1) == .blank
      && tokens.kind(index - 2) == .number
  }

  private func names(endingAt index: Int) -> [String] {
    var names = [tokens.folded(index)]
    var start = index
    for _ in 0..<3 {
      let gap = tokens.sign(start - 1)
      guard
        [0x2D, 0x5F, 0x2E].contains(gap)
          || (tokens.kind(start - 1) == .blank && tokens.length(start - 1) == 1),
        tokens.kind(start - 2) == .word
      else { break }
      start -= 2
      names.insert(tokens.folded(start) + names[0], at: 0)
    }
    return names
  }

  /// What the element is called that ends its tag at a place.
  private func elementName(_ close: Int) -> String? {
    var open = close
    while open > 0, close - open < 120, tokens.sign(open) != 0x3C { open -= 1 }
    guard tokens.sign(open) == 0x3C, tokens.tagEnds[open] == close + 1,
      tokens.kind(open + 1)?.isText == true
    else { return nil }
    return tokens.folded(tokens.sign(open + 2) == 0x3A ? open + 3 : open + 1)
  }

  /// Signs that may stand between a name and its number.
  private static let leading: Set<UInt32> = [
    0x3A, 0x3D, 0x28, 0x5B, 0x23, 0x2D, 0x2013, 0x2A, 0x7C, 0x2E, 0x3E, 0x2F, 0x2192,
  ]

  private static let fillers: Set<String> = [
    "er", "is", "nr", "no", "med", "with", "number", "nummer", "pa", "of", "var", "int", "string",
    "en", "i",
  ]
}
