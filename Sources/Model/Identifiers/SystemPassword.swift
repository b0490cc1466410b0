/// The rules for the password that goes with a datasystem's ID; no password is ever kept.
package enum SystemPassword {
  /// One thing to say about a password somebody has chosen.
  package enum Finding: String, CaseIterable, Sendable {
    /// Fewer than seven characters (D1).
    case tooShort
    case noLetter
    case noDigit
    /// Some programs refuse anything but a-z, A-Z and 0-9 (P2, V1, V2).
    case specialCharacters
    /// The program it is to be typed in refuses one of its characters (V1, V2, V3).
    case refusedByProgram
    /// The program it is to be typed in wants both upper and lower case (V3).
    case needsBothCases

    /// Whether Altinn refuses the password; otherwise only some programs may.
    package var isRefused: Bool { [.tooShort, .noLetter, .noDigit].contains(self) }
  }

  /// The fewest characters Altinn takes.
  package static let minimumLength = 7

  /// Tells what is to be said about a password, the refusals first; nothing when it is a safe one.
  ///
  /// It is read one character at a time, since a secret must never be put together as a string.
  package static func findings(_ password: some Sequence<Character>) -> [Finding] {
    var findings: [Finding] = []
    if password.reduce(0, { count, _ in count + 1 }) < minimumLength { findings.append(.tooShort) }
    if !password.contains(where: \.isLetter) { findings.append(.noLetter) }
    if !password.contains(where: { ("0"..."9").contains($0) }) { findings.append(.noDigit) }
    let isPlain = password.allSatisfy { character in
      character.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      }
    }
    if !isPlain { findings.append(.specialCharacters) }
    return findings
  }
}
