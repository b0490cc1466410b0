/// What something is called that a fault is found by, such as `MP-303`, `RF-0002` or `A-melding`.
///
/// A name is the same in either case and whatever joins its parts, so that a text keeps it as it was
/// written.
package struct KnownNames: Sendable {
  /// The names in lower case, with nothing between their parts.
  private let forms: Set<String>
  /// What names begin with, up to where a part ends.
  private let beginnings: Set<String>
  /// Lets through the words that a name may begin with.
  private let sieve: Sieve

  /// - Parameter names: Those that are short words without a digit are left out, since they may be
  ///   somebody's own.
  package init(_ names: some Sequence<String>) {
    var forms: Set<String> = []
    var beginnings: Set<String> = []
    for name in names {
      let parts = Self.parts(of: name)
      let form = parts.joined()
      let hasDigits = parts.contains { $0.first?.isNumber == true }
      guard parts.count <= Self.mostParts, hasDigits || form.utf8.count >= Self.fewestLetters else {
        continue
      }
      forms.insert(form)
      if hasDigits {
        if let short = Self.withoutZeros(parts) { forms.insert(short) }
      } else {
        forms.formUnion(Self.endings.map { form + $0 })
      }
      beginnings.formUnion(parts.indices.map { parts[..<$0].joined() })
    }
    beginnings.remove("")
    self.forms = forms
    self.beginnings = beginnings
    sieve = Sieve(words: forms.union(beginnings))
  }

  private static let mostParts = 8
  /// A word this long is no name of a person.
  private static let fewestLetters = 8

  /// What stands behind a word of bokmål, nynorsk or English.
  private static let endings = [
    "a", "ane", "en", "ene", "er", "et", "n", "ne", "r", "s",
  ]

  /// The runs of letters and of digits in a name.
  private static func parts(of name: String) -> [String] {
    var parts: [String] = []
    var isDigits: Bool?
    for character in Tokens.fold(name.unicodeScalars.map(\.value)) {
      guard character.isLetter || character.isNumber else {
        isDigits = nil
        continue
      }
      if isDigits == character.isNumber {
        parts[parts.count - 1].append(character)
      } else {
        parts.append(String(character))
        isDigits = character.isNumber
      }
    }
    return parts
  }

  /// A code without the zeros that people leave out, as in `AUTH 80`; `nil` where only a digit is left.
  private static func withoutZeros(_ parts: [String]) -> String? {
    guard parts.count > 1, let last = parts.last, let number = Int(last), number > 9 else {
      return nil
    }
    return parts.dropLast().joined() + "\(number)"
  }

  /// The first name in a text, as it is written there; `nil` where none stands in it.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func first(in text: String) -> String? {
    let bytes = Array(text.utf8)
    let tokens = Tokens(Reading(bytes))
    for index in 0..<tokens.count {
      guard tokens[index].kind.isText, let end = self.end(from: index, in: tokens) else { continue }
      let place = tokens.bytes(of: index).lowerBound..<tokens.bytes(of: end - 1).upperBound
      return String(decoding: bytes[place], as: UTF8.self)
    }
    return nil
  }

  /// The token behind the longest name that begins with a token of letters; `nil` where none does.
  func end(from start: Int, in tokens: Tokens) -> Int? {
    let letters = tokens.letters(start)
    // No name begins with a digit, and a text of ids is full of words that do.
    guard let first = letters.first, first >= 0x41, sieve.lets(letters) else { return nil }
    var form = tokens.folded(start)
    var end = start + 1
    var found = forms.contains(form) ? end : nil
    while beginnings.contains(form), let next = Self.part(behind: end, in: tokens) {
      let more = tokens.folded(next)
      // Digits that are parted are no number of a code.
      if form.last?.isNumber == true, more.first?.isNumber == true { break }
      form += more
      end = next + 1
      if forms.contains(form) { found = end }
    }
    return found
  }

  /// The next part of a name: text behind one blank, one sign that joins, or the hyphen of an ellipsis.
  private static func part(behind end: Int, in tokens: Tokens) -> Int? {
    let isBlank = tokens.kind(end) == .blank && tokens.length(end) == 1
    guard isBlank || joiners.contains(tokens.sign(end)) else { return nil }
    let isEllipsis = tokens.sign(end) == 0x2D && tokens.kind(end + 1) == .blank
    let next = isEllipsis ? end + 2 : end + 1
    return tokens.kind(next)?.isText == true ? next : nil
  }

  private static let joiners: Set<UInt32> = [
    0x27, 0x2D, 0x2E, 0x5F, 0x2010, 0x2011, 0x2013, 0x2019,
  ]
}
