/// A number to call back on, as somebody writes it of their own accord: eight digits, or more behind a plus.
package struct PhoneNumber: Hashable, Sendable {
  /// What is wrong with a text that should have been a number.
  package enum Failure: Error, Equatable, Sendable {
    case letters
    case wrongLength
    /// The digits of a national identity number, which is never kept.
    case nationalIdentityNumber
  }

  /// The digits as they were written, without blanks at the ends.
  package let text: String

  /// Checks a number as typed; the longest there is has fifteen digits (ITU-T E.164).
  package init(checking text: some StringProtocol) throws(Failure) {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isForeign = trimmed.first == "+"
    let typed = DigitText(isForeign ? trimmed.dropFirst() : trimmed[...])
    guard !typed.hasOther else { throw .letters }
    let count = typed.digits.count
    if count >= 11, (try? NationalIdentityNumber(digits: Array(typed.digits.suffix(11)))) != nil {
      throw .nationalIdentityNumber
    }
    guard isForeign ? (8...15).contains(count) : count == 8 else { throw .wrongLength }
    self.text = trimmed
  }
}
