/// A text with one secret in it, put together from kinds, labels, separators, encodings and places.
///
/// The same numbers make the same text, so a text that keeps a secret can be made again.
package struct PlantedText {
  package let text: String
  /// What it is made of, such as `password/passord/json/none`.
  package let shape: String
  /// Each character of the secret as it is written in the text.
  private let pieces: [String]
  private let secret: PlantedSecret
  /// The same text with nothing in the place of the secret.
  private let around: String

  package init(using random: inout Seeded) {
    let secret = PlantedSecret(using: &random)
    let label = secret.label(using: &random)
    let place = PlantedPlace.pick(for: secret, label, using: &random)
    let writing = PlantedWriting.pick(for: place, secret, using: &random)
    let pieces = writing.pieces(of: secret, in: place)
    // What takes several lines begins on one of its own.
    let isOpen = place.template.contains("\n")
    let before = random.pick(
      isOpen ? Self.before.filter { $0.isEmpty || $0.hasSuffix("\n") } : Self.before
    )
    let after = random.pick(Self.after)
    func text(_ written: String) -> String {
      before + place.template.replacing("{L}", with: label).replacing("{S}", with: written) + after
    }
    self.secret = secret
    self.pieces = pieces
    self.text = text(pieces.joined())
    around = text("")
    shape = "\(secret.kind)/\(label)/\(place.template)/\(writing)"
  }

  /// What is left of the secret in what was kept of the text; `nil` when nothing is.
  ///
  /// Of a secret four characters in a row are too many, of an identity number five digits in a row,
  /// whatever stands between them; of what is told in pieces or in words, more than two digits or words.
  package func left(in kept: String) -> String? {
    switch secret.kind {
    case .identityNumber: return digitsLeft(in: kept)
    case .codeInPieces, .numberInPieces: return piecesLeft(in: kept, \.isNumber)
    case .numberInWords: return piecesLeft(in: kept, \.isLetter)
    default: break
    }
    guard pieces.count >= 4 else { return kept.contains(pieces.joined()) ? pieces.joined() : nil }
    for start in 0...(pieces.count - 4) {
      for run in [
        pieces[start..<(start + 4)].joined(), String(secret.characters[start..<(start + 4)]),
      ]
      where kept.contains(run) && !around.lowercased().contains(run.lowercased())
        && !run.allSatisfy({ $0 == " " || $0 == "-" })
      {
        return run
      }
    }
    return nil
  }

  private func digitsLeft(in kept: String) -> String? {
    let digits = secret.characters.filter(\.isNumber)
    let chains = Self.chains(kept)
    let others = Self.chains(around)
    for start in 0...(digits.count - 5) {
      let run = String(digits[start..<(start + 5)])
      if chains.contains(where: { $0.contains(run) }), !others.contains(where: { $0.contains(run) })
      {
        return run
      }
    }
    return nil
  }

  /// The pieces of the secret that stand in what was kept, and nowhere else in the text.
  private func piecesLeft(in kept: String, _ isPart: (Character) -> Bool) -> String? {
    let others = Set(Self.pieces(of: Array(around), isPart))
    let found = Set(Self.pieces(of: Array(kept), isPart)).subtracting(others)
    let left = Self.pieces(of: secret.characters, isPart).filter {
      found.contains($0) && $0 != "og"
    }
    let count = secret.kind == .numberInWords ? left.count : left.reduce(0) { $0 + $1.count }
    return count > 2 ? left.joined(separator: " ") : nil
  }

  private static func pieces(of text: [Character], _ isPart: (Character) -> Bool) -> [String] {
    text.split { !isPart($0) }.map { String($0) }
  }

  /// The digits of a text, as they follow one another with no letter between.
  private static func chains(_ text: String) -> [String] {
    var chains = [""]
    for character in text {
      if let digit = character.wholeNumberValue, (0...9).contains(digit) {
        chains[chains.count - 1] += "\(digit)"
      } else if character.isLetter || character == "]", chains[chains.count - 1] != "" {
        chains.append("")
      }
    }
    return chains
  }

  private static let before = [
    "", "", "", "Hei,\n", "Vi får feil ved innsending.\n", "2026-11-20 08:14:02.113 ERROR ",
    "User is not authorized for submittal of reporting service on behalf of reportee: 310043214\n",
    "> ", "[12:30] ", "POST /api/v1/login HTTP/1.1\n", "ErrorID: 5\n", "- ",
  ]
  private static let after = [
    "", "", "", "\n", "\nHva gjør vi?\n", "\nErrorID: 989\n",
    "\nIncorrect username/password given for system", "\n\n",
    "\r\nUserId: 0",
  ]
}
