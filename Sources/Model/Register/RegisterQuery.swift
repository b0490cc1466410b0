/// What is looked for in the register at hand: words that begin words of a name, or the beginning of a number.
package struct RegisterQuery: Hashable, Sendable {
  /// The fewest signs that are looked for; fewer fit too much.
  package static let least = 3
  /// The most units that are found.
  package static let most = 4

  package let words: String
  /// Whether the clients of the firm that the register was made for come first.
  package let isForClient: Bool

  /// - Returns: `nil` for what is too short to look for, or is a whole number.
  package init?(_ words: String, isForClient: Bool) {
    let signs = words.filter { $0.isLetter || $0.isNumber }
    guard signs.count >= Self.least, (try? OrganisationNumber(checking: words)) == nil else {
      return nil
    }
    self.words = words
    self.isForClient = isForClient
  }

  /// The beginning of a number, where it is that.
  package var digits: String? {
    let digits = words.filter { !$0.isWhitespace }
    return digits.count <= 9 && digits.allSatisfy { $0.isASCII && $0.isNumber } ? digits : nil
  }
}

/// The units that were found.
package struct RegisterHits: Equatable, Sendable {
  package let query: RegisterQuery
  /// The clients of the firm first, and no more than `RegisterQuery.most`.
  package let units: [RegisterUnit]

  package init(_ query: RegisterQuery, _ units: [RegisterUnit]) {
    self.query = query
    self.units = units
  }
}
