/// How the characters of a secret are written.
enum PlantedWriting: CaseIterable {
  case plain, entities, unicodeEscapes, twiceEscaped, fullWidth, otherDigits, percent

  static func pick(for place: PlantedPlace, _ secret: PlantedSecret, using random: inout Seeded)
    -> Self
  {
    guard random.int(0...3) == 0 else { return .plain }
    let writing = random.pick(Self.allCases)
    switch writing {
    case .plain: return .plain
    case .entities:
      // What stands between pieces would be written in figures.
      let isWhole = !secret.kind.hasOwnPlaces
      return isWhole && (place.form == .xml || place.form == .plain) ? .entities : .plain
    case .unicodeEscapes, .twiceEscaped: return place.form == .json ? writing : .plain
    case .fullWidth, .otherDigits:
      // What parts the digits may be written with digits too.
      let isPlain = secret.characters.allSatisfy { $0.isNumber || "-. ".contains($0) }
      return isPlain && place.form != .url ? writing : .plain
    case .percent: return place.form == .url ? .percent : .plain
    }
  }

  func pieces(of secret: PlantedSecret, in place: PlantedPlace) -> [String] {
    secret.characters.map { character in
      let code = character.unicodeScalars.first?.value ?? 0
      switch self {
      case .entities where character.isLetter || character.isNumber: return "&#\(code);"
      case .unicodeEscapes where character.isLetter || character.isNumber:
        return "\\u" + String(String(code + 0x10000, radix: 16).suffix(4))
      case .fullWidth:
        return character.isNumber
          ? Unicode.Scalar(code + 0xFEE0).map { String(Character($0)) } ?? "" : String(character)
      case .otherDigits:
        return character.isNumber
          ? Unicode.Scalar(code - 0x30 + 0x660).map { String(Character($0)) } ?? ""
          : String(character)
      default: return Self.escaped(character, place.form, twice: self == .twiceEscaped)
      }
    }
  }

  private static func escaped(_ character: Character, _ form: PlantedPlace.Form, twice: Bool)
    -> String
  {
    switch (form, character) {
    case (.json, "\""): twice ? "\\\\\\\"" : "\\\""
    case (.json, "\\"): "\\\\"
    case (.xml, "<"): "&lt;"
    case (.xml, "&"): "&amp;"
    case (.xml, "\""): "&quot;"
    case (.url, _)
    where !(character.isASCII && (character.isLetter || character.isNumber))
      && !"-._~".contains(character):
      String(character).utf8.map {
        "%" + String(UInt32($0) + 0x100, radix: 16, uppercase: true).suffix(2)
      }.joined()
    default: String(character)
    }
  }
}
