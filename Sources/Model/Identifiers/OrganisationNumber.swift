/// A Norwegian organisation number: nine digits, public, and kept in cases (K5).
package struct OrganisationNumber: Hashable, Sendable {
  /// What the first digits tell about a number.
  package enum Kind: String, CaseIterable, Sendable {
    /// The series of the register, beginning with 8 or 9.
    case ordinary
    /// Beginning with 2 or 3, as the synthetic organisations seen in Tenor do.
    case synthetic
    /// A good control digit on a beginning that neither series has.
    case unusual
  }

  /// What is wrong with a text that should have been a number.
  package enum Failure: Error, Equatable, Sendable {
    case empty
    case letters
    /// Not nine digits, but this many.
    case wrongLength(Int)
    /// Eleven digits that are somebody's national identity number.
    case nationalIdentityNumber
    case wrongControlDigit
  }

  /// The nine digits.
  package let number: String
  /// Whether blanks had to be taken out.
  package let hadBlanks: Bool

  /// Checks a number as typed, with or without blanks, a leading `NO` and a trailing `MVA`.
  package init(checking text: some StringProtocol) throws(Failure) {
    let typed = DigitText(Self.withoutCountryAndVAT(text))
    guard !typed.hasOther else { throw .letters }
    guard !typed.digits.isEmpty else { throw .empty }
    let count = typed.digits.count
    if count == 11, (try? NationalIdentityNumber(digits: typed.digits)) != nil {
      throw .nationalIdentityNumber
    }
    guard count == 9 else { throw .wrongLength(count) }
    guard Self.hasControlDigit(typed.digits) else { throw .wrongControlDigit }
    number = typed.digits.map(String.init).joined()
    hadBlanks = typed.hadBlanks
  }

  /// The nine digits of a number with a wrong control digit, of one of the series; `nil` of all else, and of what may
  /// be the beginning of somebody's identity number.
  static func mistyped(_ text: some StringProtocol) -> String? {
    guard
      case .failure(.wrongControlDigit) = Result(catching: { () throws(Failure) in
        try Self(checking: text)
      })
    else { return nil }
    let digits = DigitText(withoutCountryAndVAT(text)).digits
    guard [2, 3, 8, 9].contains(digits[0]), !NationalIdentityNumber.mayBegin(with: digits) else {
      return nil
    }
    return digits.map(String.init).joined()
  }

  /// Whether nine digits have a good control digit.
  static func hasControlDigit(_ digits: some Sequence<Int>) -> Bool {
    DigitText.weightedSum(digits, weights).isMultiple(of: 11)
  }

  /// The same of nine digits as they stand in a text.
  static func hasControlDigit(_ digits: ArraySlice<UInt8>) -> Bool {
    hasControlDigit(digits.lazy.map { Int($0 & 0x0F) })
  }

  /// With the control digit itself, which makes the sum a multiple of 11.
  private static let weights = [3, 2, 7, 6, 5, 4, 3, 2, 1]

  /// The series the number belongs to.
  package var kind: Kind {
    switch number.first {
    case "8", "9": .ordinary
    case "2", "3": .synthetic
    default: .unusual
    }
  }

  /// The number in groups of three, such as `310 043 214`.
  package var formatted: String {
    let digits = Array(number)
    return [digits[0..<3], digits[3..<6], digits[6..<9]].map { String($0) }.joined(separator: " ")
  }

  package static func == (left: Self, right: Self) -> Bool { left.number == right.number }

  package func hash(into hasher: inout Hasher) { hasher.combine(number) }

  private static func withoutCountryAndVAT(_ text: some StringProtocol) -> Substring {
    var rest = Substring(text.uppercased())
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    if rest.hasPrefix("NO") { rest.removeFirst(2) }
    if rest.hasSuffix("MVA") { rest.removeLast(3) }
    return rest
  }
}
