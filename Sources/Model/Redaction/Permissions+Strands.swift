/// Pieces with signs and no blank between them near the name of a secret, such as `ab#cd!ef` and `Ola-Kar-Per`: each
/// is too short to tell anything, and all of them are one secret.
extension Permissions {
  /// What stands between two pieces.
  private enum Joint {
    /// A slash or a comma, which parts words as well.
    case parting
    /// A hyphen, a dot or an underscore, which puts names together as well.
    case joining
    /// What no name and no sentence has between two letters.
    case strange
  }

  /// A run of pieces without a blank.
  struct Strand {
    fileprivate(set) var end: Int
    fileprivate var words = 0
    fileprivate var letters = 0
    fileprivate var hasShort = false
    /// Whether a short word is no common one.
    fileprivate var hasUnknown = false
    /// Whether a longer word is harmless, and whether one is not.
    fileprivate var hasHarmless = false
    fileprivate var hasOther = false
    fileprivate var isJoined = false
    fileprivate var isStrange = false

    /// Whether the pieces are one secret.
    var isSecret: Bool {
      // A secret of three letters is none.
      guard words > 1, letters >= Permissions.shortestSecret else { return false }
      if isStrange { return hasShort || hasOther }
      if hasHarmless { return false }
      return hasOther || hasUnknown || (isJoined && words > 2)
    }
  }

  /// The run that begins with a token; `nil` where it is only one piece.
  ///
  /// The name of a secret, an id or a code ends it, and what an element is called is none.
  func strand(from start: Int) -> Strand? {
    guard isPiece(start), !isTag(start) || joint(at: start + 1) == .strange else { return nil }
    var found = Strand(end: start + 1)
    add(start, to: &found)
    while let more = piece(behind: found.end - 1) {
      if more.joint == .joining { found.isJoined = true }
      if more.joint == .strange { found.isStrange = true }
      add(more.index, to: &found)
      found.end = more.index + 1
    }
    return found.end > start + 1 ? found : nil
  }

  /// Whether a tag begins with a token, and neither a remark nor a secret between angle brackets.
  func isMarkup(_ index: Int) -> Bool {
    tokens.tagEnds[index] > 0 && tokens.sign(index + 1) != 0x21
      && joint(at: index + 2) != .strange
  }

  private func isPiece(_ index: Int) -> Bool {
    tokens.kind(index)?.isText == true && !isStamp(index) && !places.isName(index)
  }

  private func add(_ index: Int, to strand: inout Strand) {
    let length = tokens.length(index)
    strand.letters += length
    guard tokens[index].kind == .word else { return }
    strand.words += 1
    if length < Self.shortestSecret {
      strand.hasShort = true
      if length > 1, !tokens.isCommon(index) { strand.hasUnknown = true }
    } else if isHarmless(index) {
      strand.hasHarmless = true
    } else {
      strand.hasOther = true
    }
  }

  /// The next piece, and what joins it to the one before.
  private func piece(behind index: Int) -> (index: Int, joint: Joint)? {
    guard var kind = joint(at: index + 1) else { return nil }
    var next = index + 2
    if !isPiece(next) {
      guard kind != .parting, let second = joint(at: next), second != .parting else { return nil }
      if second == .strange { kind = .strange }
      next += 1
    }
    guard isPiece(next) else { return nil }
    // An ampersand before a name and its sign parts fields, and an apostrophe before a letter or two is of a word.
    let last = tokens.sign(next - 1)
    if last == 0x26, tokens.sign(next + 1) == 0x3D { return nil }
    if last == 0x27 || last == 0x2019, tokens.length(next) < 3 { return nil }
    return (next, kind)
  }

  private func joint(at index: Int) -> Joint? {
    guard tokens.kind(index) == .sign, tokens.tagEnds[index] == 0 else { return nil }
    switch tokens.sign(index) {
    case 0x2C, 0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x5C: return .parting
    case 0x27, 0x2D, 0x2E, 0x5F, 0x2010, 0x2011, 0x2019, 0xFFFD: return .joining
    case 0x21...0x26, 0x2A, 0x2B, 0x3C, 0x40, 0x5E, 0x7E, 0xA3, 0xA4, 0xA7, 0x20AC:
      return .strange
    default: return nil
    }
  }
}
