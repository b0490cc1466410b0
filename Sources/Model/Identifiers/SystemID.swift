/// The number Altinn gave a registered datasystem (D1, F2).
package struct SystemID: Hashable, Sendable {
  /// What is wrong with a text that should have been an ID.
  package enum Failure: Error, Equatable, Sendable {
    case empty
    /// Something other than digits; the name of the datasystem, say.
    case letters
    /// A blank before, after or among the digits: copied along, it fails the login (F1).
    case blanks
    /// More than nine digits, this many.
    case tooLong(Int)
  }

  /// One to nine digits.
  package let number: String

  /// Checks an ID as typed in the program; nothing is taken out, since the program does not either.
  package init(checking text: some StringProtocol) throws(Failure) {
    let typed = DigitText(text)
    guard !typed.hasOther else { throw .letters }
    guard !typed.digits.isEmpty else { throw .empty }
    guard !typed.hadBlanks else { throw .blanks }
    guard typed.digits.count <= 9 else { throw .tooLong(typed.digits.count) }
    number = typed.digits.map(String.init).joined()
  }

  /// Whether the length is outside the 4 to 6 digits seen in public texts: a reason to look again.
  package var hasUnusualLength: Bool { !(4...6).contains(number.count) }
}
