/// What an eleven-digit national identity number is, told without keeping the number.
///
/// Only the kind and the rule that it meets are kept; the digits are gone when the check is done
/// (K1, K2, K3).
package struct NationalIdentityNumber: Equatable, Sendable {
  /// The series a number belongs to, read from the shifts in its date.
  package enum Kind: String, CaseIterable, Sendable {
    case ordinary
    /// For a person without permanent residence: the day is shifted by 40.
    case dNumber
    /// A help number, or a synthetic one from NAV's Dolly: both shift the month by 40 (K3).
    case helpNumber
    /// A synthetic number from Skatteetaten's Tenor: the month is shifted by 80.
    case synthetic
    /// A D-number of a synthetic person.
    case dNumberSynthetic
    /// A D-number with the month shifted by 40.
    case dNumberHelp
  }

  /// Which rule for the control digits a number meets.
  package enum Rule: String, CaseIterable, Sendable {
    /// Both sums are divisible by 11.
    case until2032
    /// Only the rule for numbers allotted from 1 January 2032, where the first sum may leave 0 to 3.
    case from2032
  }

  /// What is wrong with a text that should have been a number.
  package enum Failure: Error, Equatable, Sendable {
    case empty
    case letters
    /// Not eleven digits, but this many.
    case wrongLength(Int)
    /// The first six digits are no day of the calendar.
    case impossibleDate
    case wrongControlDigits
  }

  package let kind: Kind
  package let rule: Rule
  /// Whether blanks had to be taken out; Altinn refuses a number with blanks (U1).
  package let hadBlanks: Bool

  /// Checks a number as typed.
  ///
  /// Blanks are taken out first. Numbers under both rules are good, whatever the date of birth (K1).
  package init(checking text: some StringProtocol) throws(Failure) {
    let typed = DigitText(text)
    guard !typed.hasOther else { throw .letters }
    guard !typed.digits.isEmpty else { throw .empty }
    guard typed.digits.count == 11 else { throw .wrongLength(typed.digits.count) }
    try self.init(digits: typed.digits, hadBlanks: typed.hadBlanks)
  }

  /// Checks eleven digits, each 0 to 9.
  init(digits: some RandomAccessCollection<Int>, hadBlanks: Bool = false) throws(Failure) {
    let number = Array(digits)
    guard number.count == 11 else { throw .wrongLength(number.count) }
    guard let kind = Self.kind(number) else { throw .impossibleDate }
    let first = DigitText.weightedSum(number, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11
    let second = DigitText.weightedSum(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11
    guard second == 0, first <= 3 else { throw .wrongControlDigits }
    self.kind = kind
    rule = first == 0 ? .until2032 : .from2032
    self.hadBlanks = hadBlanks
  }

  /// Whether digits can be the beginning of somebody's number: at least six of them, that begin with a day.
  static func mayBegin(with digits: [Int]) -> Bool { digits.count < 6 || kind(digits) != nil }

  private static func kind(_ number: [Int]) -> Kind? {
    var day = number[0] * 10 + number[1]
    var month = number[2] * 10 + number[3]
    let year = number[4] * 10 + number[5]
    let isDNumber = day > 40
    if isDNumber { day -= 40 }
    let kind: Kind
    switch month {
    case 81...92:
      month -= 80
      kind = isDNumber ? .dNumberSynthetic : .synthetic
    case 41...52:
      month -= 40
      kind = isDNumber ? .dNumberHelp : .helpNumber
    default:
      kind = isDNumber ? .dNumber : .ordinary
    }
    return isDay(day, month: month, year: year) ? kind : nil
  }

  /// The century is not known, so 29 February of year 00 is taken to be of 2000.
  private static func isDay(_ day: Int, month: Int, year: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let lengths = [31, year % 4 == 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }
}
