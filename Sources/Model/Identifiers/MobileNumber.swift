/// A Norwegian mobile number, of which only the last three digits are kept to be shown (K6).
package struct MobileNumber: Equatable, Sendable {
  /// What is wrong with a text that should have been a number.
  package enum Failure: Error, Equatable, Sendable {
    case empty
    case letters
    /// Not eight digits, but this many, after the country code.
    case wrongLength(Int)
    /// A country code other than 47.
    case foreign
    /// Eight digits outside 40000000 to 49999999 and 90000000 to 99999999.
    case notMobile
    /// Series 58 or 59, which belong to machines and get no codes.
    case machine
  }

  /// The three digits that may be shown.
  package let lastThree: String
  /// Whether blanks had to be taken out.
  package let hadBlanks: Bool
  /// Whether 47 stood in front.
  package let hadCountryCode: Bool

  /// Checks a number as typed; blanks and a leading +47 or 0047 are taken out.
  package init(checking text: some StringProtocol) throws(Failure) {
    var rest = Substring(text)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    let hasPlus = rest.first == "+"
    if hasPlus { rest.removeFirst() }
    let typed = DigitText(rest)
    guard !typed.hasOther else { throw .letters }
    guard !typed.digits.isEmpty else { throw .empty }
    var digits = typed.digits[...]
    var hadCountryCode = hasPlus
    if !hasPlus, digits.starts(with: [0, 0]) {
      digits = digits.dropFirst(2)
      hadCountryCode = true
    }
    if hadCountryCode {
      guard digits.starts(with: [4, 7]) else { throw .foreign }
      digits = digits.dropFirst(2)
    }
    let isMachine = digits.starts(with: [5, 8]) && digits.count == 12
    guard !isMachine else { throw .machine }
    guard digits.count == 8 else { throw .wrongLength(digits.count) }
    guard !digits.starts(with: [5, 8]), !digits.starts(with: [5, 9]) else { throw .machine }
    guard digits.first == 4 || digits.first == 9 else { throw .notMobile }
    lastThree = digits.suffix(3).map(String.init).joined()
    hadBlanks = typed.hadBlanks
    self.hadCountryCode = hadCountryCode
  }

  /// The number as it is shown back, such as `••••• 678`.
  package var masked: String { "••••• \(lastThree)" }
}
