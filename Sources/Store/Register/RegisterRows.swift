/// That a unit has a firm as this, or that an estate is that of a unit.
struct ClientRow: Comparable {
  /// The roles by which a firm has clients.
  static let codes: [String] = ["REGN", "REVI", "FFØR"]
  /// The role by which an estate names the unit that is bankrupt, which is no client of that unit.
  static let debtor = "KDEB"

  let holder: Int
  let unit: Int
  let code: String

  static func < (one: Self, other: Self) -> Bool {
    (one.holder, one.unit, one.code) < (other.holder, other.unit, other.code)
  }
}

/// The beginning of a name, by which a unit is found.
struct NameRow: Comparable {
  /// The most characters of a name that are looked for.
  static let most = 24

  let key: String
  let number: Int

  init(_ name: String, _ number: Int) {
    key = Self.key(name)
    self.number = number
  }

  /// A name as it is looked for: in capitals, as the register writes them, with one blank between words.
  static func key(_ name: String) -> String {
    var key = String.UnicodeScalarView()
    var (count, isBlank) = (0, false)
    for sign in name.uppercased().unicodeScalars where count < most {
      if sign.value <= 0x20 {
        isBlank = count > 0
        continue
      }
      if isBlank { key.append(" ") }
      key.append(sign)
      count += isBlank ? 2 : 1
      isBlank = false
    }
    return String(key)
  }

  /// In the order of bytes, as the table has it.
  static func < (one: Self, other: Self) -> Bool {
    one.key == other.key
      ? one.number < other.number : one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
  }
}

extension NameRow {
  static func words(_ text: String) -> [Substring] {
    text.uppercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// Whether each word begins a word of a name.
  static func fits(_ words: [Substring], _ name: String) -> Bool {
    let names = Self.words(name)
    return words.allSatisfy { word in names.contains { $0.hasPrefix(word) } }
  }
}
