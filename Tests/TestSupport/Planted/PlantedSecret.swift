/// A secret of one kind.
package struct PlantedSecret {
  package enum Kind: String, CaseIterable {
    case password, phrase, word, signs, code, token, base64, webToken, identityNumber, person
    /// A key that has the form of a GUID; a password that has that of a code of a fault.
    case guid, capitals
    /// A code in pieces; an identity number in pieces, and in words.
    case codeInPieces, numberInPieces, numberInWords
    /// What a name for references stands before, and is none.
    case falseReference
    /// A password of pieces that are too short to be words, with signs between.
    case shortPieces

    /// Whether it is told by the places that are made for it alone.
    var hasOwnPlaces: Bool {
      switch self {
      case .guid, .capitals, .codeInPieces, .numberInPieces, .numberInWords, .falseReference,
        .shortPieces:
        true
      case .password, .phrase, .word, .signs, .code, .token, .base64, .webToken, .identityNumber,
        .person:
        false
      }
    }
  }

  package let kind: Kind
  package let characters: [Character]

  var text: String { String(characters) }

  package init(using random: inout Seeded) {
    kind = random.pick(Kind.allCases)
    let text: String
    switch kind {
    case .password:
      text =
        Self.word(&random, capital: true)
        + random.pick(["2024", "19x", "1", "!7", "_88", "99!", "-2025", "#1a", "2x9"])
    case .phrase:
      text = (0..<random.int(2...4)).map { _ in Self.word(&random) }.joined(separator: " ")
    case .word:
      text =
        random.int(0...1) == 0
        ? random.pick(Self.realWords) : Self.word(&random, capital: random.int(0...1) == 0)
    case .signs:
      let sign = random.pick([
        "\"", "<", "&x=", ";x:", ",x=", "}.", "'", "''", "@", "#", "%", "\\", "/", "?", "+", "*",
        ")", " & ",
      ])
      text =
        Self.word(&random, capital: true) + sign + Self.word(&random)
        + random.pick(["", "24", "!"])
    case .code:
      let digits = Self.signs(&random, random.int(4...8), "0123456789")
      let half = digits.count / 2
      text = random.pick([
        digits, digits, digits, "\(digits.prefix(half)) \(digits.dropFirst(half))",
        "\(digits.prefix(half))-\(digits.dropFirst(half))",
      ])
    case .token:
      text = Self.signs(
        &random,
        random.int(16...40),
        random.pick([
          "0123456789abcdef", "abcdefghijklmnopqrstuvwxyz0123456789",
          "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
        ])
      )
    case .base64:
      text = Self.signs(&random, random.int(24...88), Self.base64) + random.pick(["", "=", "=="])
    case .webToken:
      text =
        "eyJ" + Self.signs(&random, 30, Self.base64url) + ".eyJ"
        + Self.signs(&random, 60, Self.base64url) + "." + Self.signs(&random, 43, Self.base64url)
    case .identityNumber:
      let digits = Array(Self.identityNumber(&random))
      let separator = random.pick(Self.separators)
      let groups = random.pick([
        [11], [11], [6, 5], [6, 5], [2, 2, 2, 5], [6, 3, 2], [2, 2, 2, 3, 2],
        [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      ])
      var parts: [String] = []
      var place = 0
      for group in groups {
        parts.append(String(digits[place..<(place + group)]))
        place += group
      }
      text = parts.joined(separator: separator)
    case .person:
      text =
        "\(Self.word(&random, capital: true)) \(Self.word(&random, capital: true))"
        + random.pick(["", "sen", "dotter"])
    case .guid, .capitals, .codeInPieces, .numberInPieces, .numberInWords, .falseReference,
      .shortPieces:
      text = Self.ownPlaced(kind, &random)
    }
    characters = Array(text)
  }

  private static let base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
  private static let base64url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  private static let separators = [
    " ", " ", "-", ".", "\u{A0}", "\u{2009}", "–", "/", "  ", "\t", " - ", "\u{200B}", "\u{180E}",
    "\u{3164}", "\u{E0020}",
    "&nbsp;", "&thinsp;", "&#160;", "%20", "%C2%A0", "=C2=A0", "\u{1B}[0m", "\u{1B}[01;31m",
    "</td><td>", "<br/>", "</b> ",
    "\u{FFFD}", "\\u00a0", "\n", ":", ",", ";", "·", "_", "*", "\u{2060}", "\u{61C}",
  ]

  static func signs(_ random: inout Seeded, _ count: Int, _ from: String) -> String {
    let all = Array(from)
    return String((0..<count).map { _ in random.pick(all) })
  }

  /// A word of no language, of six letters or more.
  static func word(_ random: inout Seeded, capital: Bool = false) -> String {
    let heads = [
      "bl", "br", "dr", "fl", "gr", "kv", "kj", "sk", "sn", "tr", "v", "h", "z", "m", "p", "w",
    ]
    let hearts = ["a", "e", "i", "o", "u", "y", "ø", "å", "ei"]
    let tails = ["mp", "rk", "lg", "nt", "x", "ksp", "dd", "fs", "lv", "ngr", "pt", "zz"]
    let word = (0..<2).map { _ in random.pick(heads) + random.pick(hearts) + random.pick(tails) }
      .joined()
    return capital ? word.prefix(1).uppercased() + word.dropFirst() : word
  }

  /// A synthetic number, valid by either rule.
  static func identityNumber(_ random: inout Seeded) -> String {
    while true {
      let day = random.int(1...28) + random.pick([0, 40])
      let month = random.int(1...12) + random.pick([40, 80])
      var digits =
        [day / 10, day % 10, month / 10, month % 10] + (0..<5).map { _ in random.int(0...9) }
      let sum = zip(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2]).reduce(0) { $0 + $1.0 * $1.1 }
      digits.append((22 - sum % 11 + random.int(0...3)) % 11)
      digits.append(
        (11 - zip(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]).reduce(0) { $0 + $1.0 * $1.1 } % 11) % 11
      )
      if digits.allSatisfy({ $0 < 10 }) { return digits.map(String.init).joined() }
    }
  }

  func label(using random: inout Seeded) -> String {
    switch kind {
    case .password, .phrase, .word, .signs, .capitals, .shortPieces:
      random.int(0...2) == 0 ? PlantedLabel.password(&random) : random.pick(Self.passwords)
    case .code: random.int(0...3) == 0 ? PlantedLabel.code(&random) : random.pick(Self.codes)
    case .codeInPieces: random.pick(Self.codes + ["kode", "Koden", "CVV", "SMS-koden"])
    case .token, .base64, .webToken: random.pick(Self.tokens)
    case .guid: random.pick(Self.keys)
    case .identityNumber, .numberInPieces, .numberInWords: random.pick(Self.numbers)
    case .falseReference: random.pick(Self.references)
    case .person: random.pick(Self.names)
    }
  }

  private static let passwords = [
    "passord", "Passord", "Passordet", "PASSORD", "password", "Password", "systempassord",
    "systemPassword", "SystemPassword",
    "userPassword", "pwd", "Pwd", "passwd", "db_password", "DB_PASSWORD", "Passord2", "passphrase",
    "pw", "nytt_passord",
    "altinn-passord", "engangspassord", "spring.datasource.password", "Kodeord",
    "DB_PASS", "dbPass", "DBPASS", "smtp_pass", "storepass", "P12_PASS", "løyndeord",
  ]
  private static let codes = [
    "engangskode", "Engangskode", "engangskoden", "eingongskode", "Eingongskoden", "PIN", "pin",
    "PIN-kode", "PIN-koden", "pinkode",
    "SMS-kode", "sms_kode", "one-time code", "One-time code", "verification code", "sikkerhetskode",
    "OTP", "AltinnPin",
    "userPinCode", "security_code", "bekreftelseskode", "smsPin", "verifiseringskode",
  ]
  private static let tokens = [
    "token", "access_token", "accessToken", "id_token", "refresh_token", "client_secret",
    "clientSecret", "ClientSecret",
    "ApiKey", "apikey", "X-Api-Key", "api_key", "secretKey", "session_id", "Klienthemmelighet",
    "API-nøkkel", "private_key",
    "Ocp-Apim-Subscription-Key", "client_assertion", "AccountKey", "x-functions-key",
    "SAMLResponse", "code_verifier", "stripe_key", "stripeKey",
  ]
  private static let keys = [
    "client_secret", "Client secret value", "API-nøkkel", "api key", "ApiKey", "token", "Bearer",
    "Authorization Bearer", "X-Api", "nøkkelen", "sessionid", "access_token", "secret", "X-Auth",
  ]
  private static let references = [
    "Meldings-ID", "X-Request-Id", "Referanse", "referanse", "correlationid", "externalRef",
    "transaksjonsid", "receiptid", "dialogId", "traceId", "forsendelsesId",
  ]
  private static let numbers = [
    "fnr", "Fnr", "fødselsnummer", "Fødselsnummer", "fodselsnummer", "foedselsnummer",
    "personnummer", "Personnr", "ssn",
    "userSSN", "reportee", "Avgiver", "D-nummer", "national_identity_number", "pid", "Ansatt", "Nr",
    "id", "ID", "f\u{FFFD}dselsnummer",
  ]
  private static let names = [
    "navn", "Navn", "Fornavn", "etternavn", "LastName", "firstName", "fullName", "Kontaktperson",
    "kontaktperson", "Namn",
    "etternamn", "Ansatt", "saksbehandler", "innsender", "employeeName", "surname", "Arbeidstaker",
  ]
}
