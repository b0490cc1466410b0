/// Reads a text that is nothing but a code, such as `989` or `feil 989 fra Altinn`, and tells what is one.
enum TypedCode {
  /// Whether a text of the catalogue is a code with letters, and no words.
  static func isNamed(_ text: String) -> Bool {
    text.contains(where: \.isNumber) && text.contains(where: \.isLetter)
      && !text.contains { $0.isWhitespace || $0.isLowercase }
  }

  /// Whether a text that names a code tells that it is one of Altinn's: many programs count from 0 as well.
  static func isOurs(_ text: MatchText) -> Bool {
    ["altinn", "errormessage", "errorid", "userid"].contains(where: text.contains)
  }

  /// The code, or `nil` when the text says anything else.
  static func code(in text: MatchText) -> String? {
    guard text.bytes.count <= 60 else { return nil }
    var code: String?
    var position = 0
    while position < text.bytes.count {
      let end = endOfWord(text, from: position)
      if text.bytes[position..<end].allSatisfy(MessageField.isDigit) {
        guard code == nil, end - position <= 6 else { return nil }
        code = String(decoding: text.bytes[position..<end], as: UTF8.self)
      } else {
        let word = String(decoding: text.bytes[position..<end], as: UTF8.self)
        guard words.contains(word) else { return nil }
      }
      position = end
    }
    return code
  }

  private static func endOfWord(_ text: MatchText, from start: Int) -> Int {
    var end = start + 1
    while end < text.bytes.count, !text.marks[end].contains(.gap) { end += 1 }
    return end
  }

  /// The words that may stand about a code without saying more.
  static let words: Set<String> = [
    "feil", "feilen", "feilkode", "feilkoden", "feilmelding", "feilmeldingen", "kode", "koden",
    "nr", "nummer", "altinn", "fra", "frå", "i", "med", "jeg", "eg", "vi", "får", "fikk", "fekk",
    "det", "står", "bare", "berre", "er", "melding", "error", "errorid", "errorcode", "code", "id",
    "no", "number", "message", "fault", "from", "the", "says", "is", "it", "we", "get", "got",
  ]
}

/// Finds a number that stands by itself, under no name.
enum StandingNumber {
  /// The first organisation number, as nine digits or in three groups of three.
  static func organisation(in text: MatchText) -> String? {
    var position = 0
    while position < text.bytes.count {
      guard MessageField.isDigit(text.bytes[position]) else {
        position += 1
        continue
      }
      let run = MessageField.run(text, from: position)
      let isWhole =
        position == 0 || !MessageField.isDigit(text.bytes[position - 1])
        || text.marks[position].contains(.gap)
      if isWhole, run.count == 9, let number = number(text, run) { return number }
      if isWhole, run.count == 3, position + 9 <= text.bytes.count {
        let second = MessageField.run(text, from: position + 3)
        let third = MessageField.run(text, from: position + 6)
        let isGrouped =
          text.marks[position + 3].contains(.gap) && text.marks[position + 6].contains(.gap)
        if second.count == 3, third.count == 3, isGrouped,
          let number = number(text, position..<(position + 9))
        {
          return number
        }
      }
      position = run.upperBound
    }
    return nil
  }

  /// The register's series begin with 8 or 9, the synthetic ones seen with 2 or 3.
  private static func number(_ text: MatchText, _ range: Range<Int>) -> String? {
    guard OrganisationNumber.hasControlDigit(text.bytes[range]) else { return nil }
    let digits = MessageField.string(text, range)
    guard let number = try? OrganisationNumber(checking: digits), number.kind != .unusual else {
      return nil
    }
    return number.number
  }
}
