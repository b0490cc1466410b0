/// What a person typed where only digits belong, with the blanks counted and taken out.
struct DigitText: Sendable {
  /// The digits in order, each 0 to 9.
  let digits: [Int]
  /// Whether blanks stood among or around the digits.
  let hadBlanks: Bool
  /// Whether anything but digits and blanks stood there.
  let hasOther: Bool

  /// Reads a text; full-width digits count as digits, and invisible characters as blanks.
  init(_ text: some StringProtocol) {
    var digits: [Int] = []
    var hadBlanks = false
    var hasOther = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.append(Int(scalar.value - 0x30))
      case 0xFF10...0xFF19: digits.append(Int(scalar.value - 0xFF10))
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: hadBlanks = true
      case _ where scalar.properties.isWhitespace: hadBlanks = true
      default: hasOther = true
      }
    }
    self.digits = digits
    self.hadBlanks = hadBlanks
    self.hasOther = hasOther
  }

  /// Adds up the digits, each times its weight; digits beyond the weights are left out.
  static func weightedSum(_ digits: some Sequence<Int>, _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
