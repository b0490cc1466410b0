/// Tells letters that a machine has thrown together from those of words, by which letters follow which.
enum LetterPairs {
  /// Whether a run of letters is no word of any language near, and no name in a program.
  ///
  /// Of words and names a tenth of the pairs at most are rare; of letters by chance two fifths are.
  static func areTangled(_ word: ArraySlice<UInt32>) -> Bool {
    let count = word.count
    guard count >= 8 else { return false }
    var rises = 0
    var pairs = 0
    var rare = 0
    var wasLower = false
    var last: UInt32?
    for code in word {
      let isUpper = (0x41...0x5A).contains(code)
      if wasLower, isUpper { rises += 1 }
      wasLower = !isUpper
      let letter = isUpper || (0x61...0x7A).contains(code) ? (code | 0x20) - 0x61 : nil
      // A letter that is held down says nothing.
      if let letter, let last, letter != last {
        pairs += 1
        if followers[Int(last)] & 1 << letter == 0 { rare += 1 }
      }
      last = letter
    }
    if rises >= 3, rises * 3 >= count { return true }
    guard count >= 10, pairs >= count / 2 else { return false }
    return rare * 4 >= pairs || (count >= 16 && rare * 5 >= pairs)
      || (count >= 12 && rises >= 3 && rises * 5 >= count && rare >= 2)
  }

  /// For each letter those that follow it in ten words or more of the program's own texts, one bit for each.
  private static let followers: [UInt32] = [
    "abcdefgiklmnprstuvwy", "aeilmoruy", "acehiklortu", "abcdefiklmnoprstuvy",
    "abcdefghijklmnopqrstuvwxy", "aefijlortuy", "adeghijlnoprstuy", "aeijortuv",
    "abcdefgklmnoprstvz", "aeou", "aefijklnorstuv", "abdefgiklmopstuvy", "abdeilmnoprstuv",
    "abcdefghiklnoprstuvy", "abcdefgiklmnoprstuvwy", "adeghilnoprstu", "u",
    "abcdefghiklmnoprstuvwy", "abcdefhijklmnoprstuvwy", "abcdefghijlmnoprstuvwy",
    "abcdegiklmnprst", "adeginsv", "aehinors", "pt", "aegiklnoprst", "",
  ].map { letters in letters.utf8.reduce(UInt32(0)) { $0 | 1 << UInt32($1 - 0x61) } }
}
