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
  /// - Parameter word: Lower-case letters and digits, with `_` and `-` left out.
  static func named(_ word: String) -> SecretKey? {
    if let known = exact[word] { return known }
    let stem = withoutEnding(word)
    if let known = exact[stem] { return known }
    for (ending, key) in endings where stem.hasSuffix(ending) { return key }
    return nil
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

  private static let endings: [(String, SecretKey)] = [
    ("password", .password), ("passord", .password), ("passwd", .password), ("pwd", .password),
    ("passphrase", .password), ("pincode", .code), ("pinkode", .code), ("otp", .code),
    ("engangskode", .code), ("secret", .credential), ("apikey", .credential),
    ("ssn", .identityNumber), ("fødselsnummer", .identityNumber),
    ("fodselsnummer", .identityNumber),
  ]

  /// Takes off what inflection and numbering add: `passordet`, `PIN-koden`, `password2`.
  private static func withoutEnding(_ word: String) -> String {
    var stem = word[...]
    while let last = stem.last, ("0"..."9").contains(last) { stem.removeLast() }
    for ending in ["ene", "et", "text", "value", "field"]
    where stem.hasSuffix("ord" + ending) {
      return String(stem.dropLast(ending.count))
    }
    if stem.hasSuffix("kodene") { return String(stem.dropLast(2)) }
    if stem.hasSuffix("koden") { return String(stem.dropLast()) }
    return String(stem)
  }

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
