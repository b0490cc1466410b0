/// How many letters of each kind a piece of text has, and how often a capital follows a small one.
struct Letters {
  var upper = 0
  var lower = 0
  var digits = 0
  private var count = 0
  private var rises = 0

  init() {}

  init(_ codes: some Collection<UInt32>) {
    count = codes.count
    var wasLower = false
    for code in codes {
      let isLower = (0x61...0x7A).contains(code)
      if isLower {
        lower += 1
      } else if (0x41...0x5A).contains(code) {
        upper += 1
        if wasLower { rises += 1 }
      } else if (0x30...0x39).contains(code) {
        digits += 1
      }
      wasLower = isLower
    }
  }

  /// Takes in another piece of the same run.
  mutating func add(_ other: Letters) {
    upper += other.upper
    lower += other.lower
    digits += other.digits
    count += other.count
    rises += other.rises
  }

  /// Letters of both sizes and digits among one another.
  var isMixed: Bool {
    digits > 0 && upper > 0 && lower > 0 && upper + lower + digits >= 5 && digits + upper > 2
  }

  /// Changes between small and capital letters as no name in a program does.
  func isJumbled(inBase64: Bool) -> Bool {
    count >= 6 && rises >= 2 && rises * 4 > count - (inBase64 ? 1 : 0)
  }

  /// About as many capitals as small letters, in turns: pieces that are no names of a path.
  var isAlternating: Bool {
    let letters = upper + lower
    return letters >= 16 && rises >= 3 && rises * 8 >= letters
      && (letters * 30...letters * 70).contains(upper * 100)
  }
}
