/// What a caller writes down in place of a name: the number of the case and three consonants.
///
/// The consonants come from a secret key of the store, so that nobody can ring about the next number.
package struct CaseCode: Hashable, Codable, Sendable, CustomStringConvertible {
  package let id: CaseID
  package let letters: String

  /// The code of a case.
  ///
  /// - Parameter key: The random key of the store.
  package init(_ id: CaseID, key: [UInt8]) {
    self.id = id
    let digest = SHA256.authentication(of: Array(String(id.rawValue).utf8), key: key)
    // The first 64 bits, of which 20³ are a small part: no letter is noticeably more frequent.
    var number = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var letters = ""
    for _ in 0..<3 {
      letters.append(Self.alphabet[Int(number % UInt64(Self.alphabet.count))])
      number /= UInt64(Self.alphabet.count)
    }
    self.letters = letters
  }

  package var description: String { "\(id.rawValue)-\(letters)" }

  /// The number and the letters of a code as somebody reads it out; the letters may be left out.
  ///
  /// `nil` for what is no code: a number alone below 1,000 is none either.
  package static func read(_ text: String) -> (id: CaseID, letters: String?)? {
    let signs = text.uppercased().filter { $0 != "-" && !$0.isWhitespace }
    let digits = signs.prefix { $0.isASCII && $0.isNumber }
    let letters = signs.dropFirst(digits.count)
    guard (4...9).contains(digits.count), let number = Int64(digits),
      letters.isEmpty || (letters.count == 3 && letters.allSatisfy(alphabet.contains))
    else { return nil }
    return (CaseID(rawValue: number), letters.isEmpty ? nil : String(letters))
  }

  // Without vowels no word comes of it, and Q, W and X are said in several ways.
  private static let alphabet = Array("BCDFGHJKLMNPRSTVZ")
}
