/// Numbers of faults that no table has: `Feil 7731`, `melding nr 7731`, `failed with code 7731`.
extension Context {
  /// Whether a number of up to five digits is called that of something that went wrong.
  ///
  /// Nothing may stand between but signs and *nr*: *koden er 7731* tells a code that somebody was sent.
  func isNumberOfFault(_ index: Int) -> Bool {
    guard tokens.length(index) < 6 else { return false }
    var isCounted = false
    for before in (max(0, index - 8)..<index).reversed() {
      switch tokens[before].kind {
      case .blank: break
      case .sign: guard leads(before) else { return false }
      case .word:
        let word = tokens.folded(before)
        guard Self.counts.contains(word) else { return isFault(before, isCounted: isCounted) }
        isCounted = true
      case .number, .mixed, .newline, .marker: return false
      }
    }
    return false
  }

  private func isFault(_ index: Int, isCounted: Bool) -> Bool {
    let word = tokens.folded(index)
    if EvidenceNames.numbered.contains(word) { return !isLevel(index) }
    if isCounted { return EvidenceNames.counted.contains(word) }
    return (word == "kode" || word == "code") && isCodeOfFault(index)
  }

  /// Whether a word for a code of any kind stands behind what went wrong, with a sign or *med* between:
  /// *feil kode* is a code that was wrong.
  private func isCodeOfFault(_ code: Int) -> Bool {
    var isParted = false
    var isTold = false
    for before in (max(0, code - 8)..<code).reversed() {
      switch tokens[before].kind {
      case .blank: break
      case .sign:
        guard leads(before) || tokens.sign(before) == 0x7B else { return false }
        isParted = true
      case .word:
        let word = tokens.folded(before)
        if word == "med" || word == "with" {
          isTold = true
        } else if isTold {
          return EvidenceNames.failings.contains(word)
        } else {
          return isParted && EvidenceNames.numbered.contains(word)
        }
      case .number, .mixed, .newline, .marker: return false
      }
    }
    return false
  }

  private static let counts: Set<String> = ["nr", "no", "nummer", "number"]

  /// Whether a sign leads from a name to its number; a full stop does only behind *nr*.
  private func leads(_ index: Int) -> Bool {
    switch tokens.sign(index) {
    case 0x3A, 0x3D, 0x28, 0x5B, 0x23, 0x3E, 0x2192: true
    case 0x2E: Self.counts.contains(tokens.folded(index - 1))
    default: Places.isQuote(tokens.sign(index))
    }
  }
}
