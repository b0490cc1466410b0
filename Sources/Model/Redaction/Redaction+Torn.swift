extension Redaction {
  /// A text without the number at its end, where it may have been cut off at a length.
  ///
  /// The beginning of somebody's number can be a harmless one by itself, or give back the rest of it.
  package static func untorn(_ text: String, at limit: Int) -> String {
    guard text.count >= limit else { return text }
    let word = text.reversed().prefix { !$0.isWhitespace }
    // People part the digits of a number by blanks and signs.
    let digits = text.reversed().prefix { !$0.isLetter }
    let torn = max(
      word.contains(where: \.isNumber) ? word.count : 0,
      digits.contains(where: \.isNumber) ? digits.count : 0
    )
    return String(text.dropLast(torn))
  }
}

extension String {
  /// Whether the text ends in nine or ten digits that are no organisation number: what is typed so far of
  /// somebody's number, which must not be kept.
  package var endsInTornNumber: Bool {
    let end = reversed().prefix { $0.isNumber || $0 == " " }.filter(\.isNumber)
    let digits = String(end.reversed())
    return (9...10).contains(digits.count) && (try? OrganisationNumber(checking: digits)) == nil
  }
}
