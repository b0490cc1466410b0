/// Tells quickly of nearly every word of a text that no list has it.
///
/// A word is known by its first letter, its last and its length, or by its last three letters; only
/// one that gets through is made a text and looked up.
struct Sieve {
  private var whole = Array(repeating: false, count: 1 << 15)
  private var tails = Array(repeating: false, count: 1 << 15)

  /// - Parameters:
  ///   - words: Folded words, to be met whole.
  ///   - ends: What a folded word may end with, of three letters or more.
  init(words: some Sequence<String>, ends: some Sequence<String> = []) {
    for word in words {
      let letters = Array(word.utf8).map(UInt32.init)
      guard let first = letters.first, let last = letters.last else { continue }
      whole[Self.place(first, last, letters.count)] = true
    }
    for end in ends {
      let letters = Array(end.utf8).map(UInt32.init)
      guard letters.count > 2 else { continue }
      tails[
        Self.tail(
          letters[letters.count - 3],
          letters[letters.count - 2],
          letters[letters.count - 1]
        )
      ] = true
    }
  }

  private static func place(_ first: UInt32, _ last: UInt32, _ length: Int) -> Int {
    Int((first & 31) << 10 | (last & 31) << 5) | min(length, 31)
  }

  private static func tail(_ one: UInt32, _ two: UInt32, _ three: UInt32) -> Int {
    Int((one & 31) << 10 | (two & 31) << 5 | (three & 31))
  }

  /// Whether a word may be in the lists; always of one with letters beyond ASCII.
  func lets(_ codes: ArraySlice<UInt32>) -> Bool {
    guard codes.count > 1 else { return true }
    let last = codes[codes.endIndex - 1]
    let first = codes[codes.startIndex]
    if codes.contains(where: { $0 >= 0x80 }) || last < 0x41 { return true }
    if whole[Self.place(first, last, codes.count)] { return true }
    guard codes.count > 2 else { return false }
    return tails[Self.tail(codes[codes.endIndex - 3], codes[codes.endIndex - 2], last)]
  }
}
