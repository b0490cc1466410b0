/// Decides for each token of a text whether it may be kept.
///
/// A word may, outside the places where nothing may; near the name of a secret only a common one may, and letters
/// thrown together are no word. A number or a token of letters and digits may only when it is of a kind that is
/// needed to find a fault, or has a name that permits it; every other one is masked, but for a chain of up to three
/// digits that no name forbids. The words of a message that was recognised always may.
struct Permissions {
  /// Whether a token is kept, and if not, what it is.
  enum Verdict: Equatable {
    case kept
    case masked(Redaction.Kind)
  }

  let tokens: Tokens
  let places: Places
  let stamps: Stamps
  let known: Redaction.Known
  private(set) var verdicts: [Verdict]
  private var shapes: [Shape]

  /// What is known of a token beside its verdict.
  private enum Shape {
    case ordinary
    /// It is a stamp or a known name, or a part of one.
    case stamp
    /// It is a word that only the name of a secret near it forbids.
    case near
  }

  init(_ tokens: Tokens, _ places: Places, known: Redaction.Known) {
    self.tokens = tokens
    self.places = places
    self.known = known
    stamps = Stamps(tokens: tokens)
    verdicts = Array(repeating: .kept, count: tokens.count)
    shapes = Array(repeating: .ordinary, count: tokens.count)
    keepNames()
    keepNumbersOfFirms()
    judgeLumps()
    judgeChains()
    judgeReach()
    judgePieces()
    judgePlaces()
  }

  /// Keeps a token as part of a name.
  mutating func keep(_ index: Int) { shapes[index] = .stamp }

  mutating func mask(_ range: Range<Int>, _ kind: Redaction.Kind) {
    for index in range { verdicts[index] = .masked(kind) }
  }

  /// Masks a word that only what stands near it may make a secret.
  mutating func maskNear(_ index: Int) {
    verdicts[index] = .masked(.password)
    shapes[index] = .near
  }

  func isStamp(_ index: Int) -> Bool { shapes[index] == .stamp }

  func isNearSecret(_ index: Int) -> Bool { shapes[index] == .near }

  // MARK: Names

  /// Keeps the names that are known, save where more hangs on one: then it may be part of a password.
  private mutating func keepNames() {
    guard let names = known.names else { return }
    var index = 0
    while index < tokens.count {
      guard tokens[index].kind.isText, let end = names.end(from: index, in: tokens),
        !isJoined(from: index - 1, by: -1), !isJoined(from: end, by: 1), !isSecret(at: index)
      else {
        index += 1
        continue
      }
      for place in index..<end { shapes[place] = .stamp }
      index = end
    }
  }

  /// Whether signs of a lump stand at a place, and then text, when one goes on from there.
  private func isJoined(from place: Int, by step: Int) -> Bool {
    guard Self.isJoiner(tokens.sign(place)) else { return false }
    let next = Self.isJoiner(tokens.sign(place + step)) ? place + 2 * step : place + step
    return tokens.kind(next)?.isText == true
  }

  /// Whether a place is right behind the name of a secret, as in `engangskode 12345`.
  private func isSecret(at index: Int) -> Bool {
    Context(tokens).names(before: index).contains { name in
      switch LabelNames.name(name) {
      case .password, .code, .credential, .header: true
      case .identityNumber, .person, nil: false
      }
    }
  }

  // MARK: Lumps

  /// Texts with nothing between them but signs that can be part of a password are judged as one.
  private mutating func judgeLumps() {
    var index = 0
    while index < tokens.count {
      guard tokens[index].kind.isText else {
        index += 1
        continue
      }
      let end = endOfLump(index)
      judgeLump(index..<end)
      index = end
    }
  }

  private func endOfLump(_ start: Int) -> Int {
    var end = start + 1
    while end < tokens.count {
      var next = end
      while next - end < 2, Self.isJoiner(tokens.sign(next)) { next += 1 }
      guard next > end, tokens.kind(next)?.isText == true else { break }
      // An ampersand before a name and its sign parts fields.
      if tokens.sign(next - 1) == 0x26, tokens.sign(next + 1) == 0x3D { break }
      end = next + 1
    }
    return end
  }

  private static func isJoiner(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x21, 0x23, 0x24, 0x25, 0x2A, 0x2B, 0x2D, 0x2E, 0x40, 0x5E, 0x5F, 0x7E, 0xA3, 0xA7, 0x20AC,
      0xA4, 0xFFFD, 0x26:
      true
    default: false
    }
  }

  private mutating func judgeLump(_ lump: Range<Int>) {
    var hasNumber = false
    var hasWord = false
    var isBare = true
    var index = lump.lowerBound
    while index < lump.upperBound {
      let kind = tokens[index].kind
      if isStamp(index) {
        index += 1
        continue
      }
      if kind.isText, let end = stamps.end(of: tokens[index]) {
        var last = index
        while last < tokens.count, tokens[last].end <= end {
          shapes[last] = .stamp
          last += 1
        }
        if last > index {
          index = last
          continue
        }
      }
      switch kind {
      case .word:
        hasWord = true
        if tokens[index].traits.contains(.tangled), codedLetter(index) == nil { isBare = false }
      case .number:
        if stamps.organisationNumber(tokens[index].start) == nil || hasMoreDigits(index, lump) {
          hasNumber = true
        }
      case .mixed: isBare = isBare && isElementName(index)
      case .sign where tokens.sign(index) == 0x40: isBare = false
      default: break
      }
      index += 1
    }
    guard !isBare || (hasNumber && hasWord) else { return }
    if !lump.contains(where: { tokens.sign($0) == 0x40 }), isReference(lump) || isName(lump) {
      for index in lump.lowerBound..<endOfReference(lump) { shapes[index] = .stamp }
      return
    }
    for index in lump { shapes[index] = .ordinary }
    mask(lump, .other)
  }

  private func hasMoreDigits(_ index: Int, _ lump: Range<Int>) -> Bool {
    lump.contains { $0 != index && tokens[$0].kind == .number && !isStamp($0) }
  }

  /// Whether a token is what an element or a prefix is called, as in `<ns1:a`.
  private func isElementName(_ index: Int) -> Bool {
    let before = tokens.sign(index - 1)
    guard before == 0x3C || (before == 0x2F && tokens.sign(index - 2) == 0x3C) else { return false }
    return tokens.length(index) <= 5
  }

  /// Whether a lump is a name of the trade, or of a field such as `Merverdiavgift-datadef-10098`.
  private func isName(_ lump: Range<Int>) -> Bool {
    guard let last = lump.last, last - lump.lowerBound < 8 else { return false }
    if last > lump.lowerBound + 1, tokens.folded(last - 2) == "datadef", tokens.length(last) < 7 {
      return true
    }
    return Stamps.names.contains(
      Tokens.fold(tokens.reading.codes[tokens[lump.lowerBound].start..<tokens[last].end])
    )
  }

  /// Whether an id stands behind a name that says so.
  private func isReference(_ lump: Range<Int>) -> Bool {
    guard tokens[lump.upperBound - 1].end - tokens[lump.lowerBound].start <= 80 else {
      return false
    }
    return Context(tokens).names(before: lump.lowerBound).contains {
      EvidenceNames.references.contains($0)
    } && hasShapeOfReference(lump)
  }

  private func hasShapeOfReference(_ range: Range<Int>) -> Bool {
    let whole = tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
    return References.isReference(tokens.reading.codes[whole], tokens.reading.classes[whole])
  }

  /// The end of a reference with what colons join to it.
  private func endOfReference(_ lump: Range<Int>) -> Int {
    var end = lump.upperBound
    while tokens.sign(end) == 0x3A, tokens.kind(end + 1)?.isText == true,
      end - lump.lowerBound < 12, hasShapeOfReference(lump.lowerBound..<(end + 2))
    { end += 2 }
    return end
  }

  /// A letter inside a word that is written as raw mail writes it, so that its equals sign may be one.
  func codedLetter(_ index: Int) -> Int? {
    ((tokens[index].start + 1)..<tokens[index].end).first { place in
      (0x80..<0x100).contains(tokens.reading.codes[place])
        && tokens.reading.bytes(of: place..<place + 1).count == 3
    }
  }

  // MARK: Places

  private mutating func judgePlaces() {
    // How many of the messages' own words begin before a token or with it.
    var begun = 0
    for index in 0..<tokens.count {
      let kind = tokens[index].kind
      switch places.rules[index] {
      case .open: break
      case .secret(let secret) where kind != .marker: verdicts[index] = .masked(secret)
      case .secret: break
      case .identityNumber where kind == .number || kind == .mixed:
        verdicts[index] = .masked(.nationalIdentityNumber)
      case .identityNumber: break
      case .person where (kind == .word || kind == .mixed) && !isStamp(index):
        verdicts[index] = .masked(.person)
      case .person: break
      }
      guard kind.isText, !known.fixed.isEmpty else { continue }
      let place = tokens.bytes(of: index)
      while begun < known.fixed.count, known.fixed[begun].lowerBound <= place.lowerBound {
        begun += 1
      }
      if begun > 0, known.fixed[begun - 1].upperBound >= place.upperBound {
        verdicts[index] = .kept
      }
    }
  }
}
