/// The names under which secrets stand in messages, logs and letters.
enum SecretKey: Equatable {
  case password
  /// A word used for one-time codes only: whatever follows is one.
  case code
  /// `kode`, which also names harmless things: only 4 to 8 digits count.
  case perhapsCode
  /// A key or token, up to the end of its word.
  case credential
  /// A header whose whole line is secret.
  case header
  /// A field for a national identity number: eleven digits are one even when mistyped.
  case identityNumber

  /// The kind of what is removed.
  var kind: Redaction.Kind {
    switch self {
    case .password: .password
    case .code, .perhapsCode: .code
    case .credential, .header: .credential
    case .identityNumber: .nationalIdentityNumber
    }
  }

  /// The longest name looked at; a longer word is no key.
  static let longest = 64

  /// Tells whether a word names a secret.
  ///
  /// It is asked for every word that may be one, so it makes no texts but to look in the list.
  ///
  /// - Parameter word: Lower-case letters and digits in UTF-8, with `_` and `-` left out.
  static func named(_ word: [UInt8]) -> SecretKey? {
    let stem = withoutEnding(word)
    return endings.first { ending, _ in stem.hasEnding(ending) }?.1
      ?? exact[String(decoding: stem, as: UTF8.self)]
  }

  private static let exact: [String: SecretKey] = [
    "pin": .code, "pinkode": .code, "pincode": .code, "otp": .code, "engangskode": .code,
    "eingongskode": .code, "smskode": .code, "smscode": .code, "onetimecode": .code,
    "singleusecode": .code, "verificationcode": .code, "sikkerhetskode": .code,
    "tryggleikskode": .code, "bekreftelseskode": .code, "altinnpin": .code, "smspin": .code,
    "taxpin": .code, "userpin": .code, "kode": .perhapsCode,
    "pwd": .password, "pass": .password,
    "authorization": .header, "proxyauthorization": .header, "cookie": .header,
    "setcookie": .header, "apikey": .credential, "xapikey": .credential,
    "accesstoken": .credential, "refreshtoken": .credential, "idtoken": .credential,
    "clientassertion": .credential,
    "ssn": .identityNumber, "userssn": .identityNumber, "fnr": .identityNumber,
    "fødselsnummer": .identityNumber, "fodselsnummer": .identityNumber,
    "personnummer": .identityNumber, "socialsecuritynumber": .identityNumber,
    "nationalidentitynumber": .identityNumber, "dnummer": .identityNumber,
  ]

  private static let endings: [(StaticString, SecretKey)] = [
    ("password", .password), ("passord", .password), ("passwd", .password), ("pwd", .password),
    ("passphrase", .password), ("pincode", .code), ("pinkode", .code), ("otp", .code),
    ("engangskode", .code), ("secret", .credential), ("apikey", .credential),
    ("ssn", .identityNumber), ("fødselsnummer", .identityNumber),
    ("fodselsnummer", .identityNumber),
  ]

  /// Takes off what inflection and numbering add: `passordet`, `PIN-koden`, `password2`.
  private static func withoutEnding(_ word: [UInt8]) -> ArraySlice<UInt8> {
    var stem = word[...]
    while let last = stem.last, (0x30...0x39).contains(last) { stem.removeLast() }
    for (ending, added) in inflections where stem.hasEnding(ending) { return stem.dropLast(added) }
    return stem
  }

  /// Endings, and how many letters of them are added.
  private static let inflections: [(StaticString, Int)] = [
    ("ordene", 3), ("ordet", 2), ("ordtext", 4), ("ordvalue", 5), ("ordfield", 5), ("kodene", 2),
    ("koden", 1),
  ]

  /// For each three letters in a row whether a word with them can be a key, to be asked first.
  ///
  /// The place of three letters is made of their low five bits, the last letter lowest.
  static let sieve: [Bool] = {
    var sieve = Array(repeating: false, count: 1 << 15)
    for letters in [
      "pas", "pwd", "pin", "otp", "kod", "cod", "aut", "coo", "api", "tok", "ass", "sec", "ssn",
      "fnr",
      "num", "bea", "bas", "eyj",
    ] {
      sieve[letters.utf8.reduce(0) { $0 << 5 | Int($1 & 31) }] = true
    }
    return sieve
  }()
}

extension ArraySlice<UInt8> {
  /// Whether the bytes end with those of a text.
  fileprivate func hasEnding(_ ending: StaticString) -> Bool {
    ending.withUTF8Buffer { ending in
      guard count >= ending.count else { return false }
      let start = endIndex - ending.count
      // The last letter first: it tells most endings apart.
      return ending.indices.reversed().allSatisfy { self[start + $0] == ending[$0] }
    }
  }
}
