/// The words by which people tell numbers, in bokmål, nynorsk and English, and the figures of Han.
enum NumberWords {
  /// How a number goes together with the next.
  enum Kind {
    /// 0 to 9.
    case unit
    /// 10 to 19, and what is one word from 21 to 99.
    case whole
    /// 20, 30 and so on, which a unit may follow.
    case ten
    /// The hundred, which a unit may stand before.
    case hundred
    /// The thousand, which parts a number in two that are told each by itself.
    case thousand
    /// That the next unit is to be read twice or three times.
    case times
    /// Figures of another script that are words of a language.
    case figures
  }

  /// What a word says.
  struct Value {
    let kind: Kind
    let number: Int
    /// How many digits it has; 0 where that depends on what stands beside it.
    let count: Int
  }

  /// What a folded word says; `nil` for one that says no number.
  static func value(of word: String) -> Value? { values[word] }

  /// The number that figures of Han say, which are letters to Unicode; `nil` for anything else.
  static func figures(_ letters: ArraySlice<UInt32>) -> Value? {
    var number = 0
    guard letters.count <= 11 else { return nil }
    for code in letters {
      guard let digit = han[code] else { return nil }
      number = number * 10 + digit
    }
    return Value(kind: .figures, number: number, count: letters.count)
  }

  /// What may stand between the parts of a number that is told.
  static let connectors: Set<String> = [
    "og", "and", "sa", "deretter", "then", "til", "slutt", "etterpa", "next", "so", "finally",
    "dernest", "komma", "comma", "strek", "bindestrek", "dash", "punkt", "mellomrom", "pluss",
  ]

  /// Every word that says a number.
  static var words: some Sequence<String> { values.keys }

  /// Lets through every word that may say a number; figures of Han as well, as all that is not ASCII.
  static let sieve = Sieve(words: values.keys)

  private static let units = [
    "null nul zero nought naught", "en ein ei ett eitt one", "to two tvo", "tre three", "fire four",
    "fem five", "seks six", "sju syv seven", "atte otte eight", "ni nine",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let teens = [
    "ti ten", "elleve eleven", "tolv twelve", "tretten thirteen", "fjorten fourteen",
    "femten fifteen", "seksten sixteen", "sytten seventeen", "atten eighteen", "nitten nineteen",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let tens = [
    "tjue tyve tjuge twenty", "tretti tredve thirty", "forti forr forty fourty", "femti fifty",
    "seksti sixty", "sytti seventy", "atti eighty", "nitti ninety",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let values: [String: Value] = {
    var values: [String: Value] = [:]
    for (number, words) in units.enumerated() {
      for word in words { values[word] = Value(kind: .unit, number: number, count: 1) }
    }
    for (number, words) in teens.enumerated() {
      for word in words { values[word] = Value(kind: .whole, number: 10 + number, count: 2) }
    }
    for (place, words) in tens.enumerated() {
      let ten = 20 + place * 10
      for word in words {
        values[word] = Value(kind: .ten, number: ten, count: 2)
        // One word in Norwegian: *femtifire*, and in older people's mouths *fireogfemti*.
        for (number, forms) in units.enumerated().dropFirst() {
          for unit in forms {
            let value = Value(kind: .whole, number: ten + number, count: 2)
            values[word + unit] = value
            values[unit + "og" + word] = value
          }
        }
      }
    }
    for word in ["hundre", "hundra", "hundred"] {
      values[word] = Value(kind: .hundred, number: 0, count: 0)
    }
    for word in ["tusen", "thousand"] {
      values[word] = Value(kind: .thousand, number: 0, count: 0)
    }
    for word in ["dobbel", "dobbelt", "double"] {
      values[word] = Value(kind: .times, number: 2, count: 0)
    }
    for word in ["trippel", "triple"] { values[word] = Value(kind: .times, number: 3, count: 0) }
    return values
  }()

  private static let han: [UInt32: Int] = {
    var han: [UInt32: Int] = [:]
    let digits = ["〇零", "一壹", "二贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"]
    for (digit, signs) in digits.enumerated() {
      for sign in signs.unicodeScalars { han[sign.value] = digit }
    }
    return han
  }()
}
