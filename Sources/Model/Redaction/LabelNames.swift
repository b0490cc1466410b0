/// The names under which secrets, numbers of people and people stand in messages, logs, files and letters.
enum LabelNames {
  /// What a name stands before.
  enum Name: Equatable {
    case password
    case code
    /// A key, a token, a session.
    case credential
    /// A header whose whole line is secret, and the lines that it is folded over.
    case header
    case identityNumber
    /// A person, by name.
    case person

    var kind: Redaction.Kind {
      switch self {
      case .password: .password
      case .code: .code
      case .credential, .header: .credential
      case .identityNumber: .nationalIdentityNumber
      case .person: .person
      }
    }
  }

  /// What a name stands before, or `nil` for a name of something harmless.
  ///
  /// - Parameter name: Folded, its parts put together without the signs between.
  static func name(_ name: String) -> Name? {
    guard name.utf8.count >= 2, name.utf8.count <= 64 else { return nil }
    var stem = Array(name.utf8)[...]
    while let last = stem.last, (0x30...0x39).contains(last) { stem.removeLast() }
    if let found = find(stem) { return found }
    if everyday.contains(name) { return nil }
    if PersonNames.fields.contains(name) { return .person }
    for ending in inflections where hasEnding(stem, ending) {
      if let found = find(stem.dropLast(ending.count)) { return found }
    }
    return otherwise(stem)
  }

  static func find(_ stem: ArraySlice<UInt8>) -> Name? {
    guard let last = stem.last else { return nil }
    let text = String(decoding: stem, as: UTF8.self)
    if let found = exact[text] { return found }
    guard let found = tails[Int(last)].first(where: { hasEnding(stem, $0.0) })?.1 else {
      return nil
    }
    return harmless.contains(text) ? nil : found
  }

  private static func hasEnding(_ word: ArraySlice<UInt8>, _ ending: [UInt8]) -> Bool {
    guard word.count >= ending.count else { return false }
    var position = word.endIndex
    for byte in ending.reversed() {
      position -= 1
      if word[position] != byte { return false }
    }
    return true
  }

  /// What inflection and the makers of forms put behind a name.
  private static let endings = [
    "et", "en", "n", "ne", "ene", "ets", "ens", "a", "ane", "er", "s", "text", "value", "field",
    "felt", "input",
  ]

  private static let inflections = endings.map { Array($0.utf8) }

  private static let exact: [String: Name] = {
    var exact: [String: Name] = [:]
    for name in ["pw", "pass", "psw", "pwrd", "passwrd", "pword", "psswd"] {
      exact[name] = .password
    }
    for name in [
      "pin", "altinnpin", "smspin", "taxpin", "userpin", "otp", "totp", "puk", "cvc", "cvv", "mfa",
    ] { exact[name] = .code }
    for name in [
      "sid", "sig", "jwt", "auth", "bearer", "session", "sesjon", "jsessionid", "phpsessid",
      "aspxauth", "altinnstudioruntime", "xsrf", "csrf", "nonce", "assertion", "samlrequest",
      "samlresponse", "signature", "signatur", "credential", "legitimasjon", "digest", "hash",
      "salt",
      "clientkey", "apinokkel", "key2",
    ] { exact[name] = .credential }
    for name in [
      "authorization", "proxyauthorization", "xauthorization", "cookie", "setcookie",
      "informasjonskapsel",
    ] { exact[name] = .header }
    for name in [
      "fnr", "fodselsnr", "foedselsnr", "personnr", "ssn", "pid", "dnr", "dnummer", "nin",
      "personid", "fodt", "foedt", "dob",
    ] { exact[name] = .identityNumber }
    return exact
  }()

  private static let ends: [(String, Name)] = [
    ("passord", .password), ("password", .password), ("passwd", .password), ("pwd", .password),
    ("passphrase", .password), ("passfrase", .password), ("passkode", .password),
    ("losenord", .password), ("kodeord", .password), ("passcode", .password),
    ("nokkelord", .password), ("loyndeord", .password),
    ("kodefrase", .password), ("hemmeligord", .password), ("svarord", .password),
    ("securestring", .password),
    ("pinkode", .code), ("pincode", .code), ("otp", .code), ("engangskode", .code),
    ("eingongskode", .code), ("eingangskode", .code), ("smskode", .code), ("smscode", .code),
    ("onetimecode", .code), ("singleusecode", .code), ("verificationcode", .code),
    ("verifiseringskode", .code), ("sikkerhetskode", .code), ("tryggleikskode", .code),
    ("sikkerheitskode", .code), ("bekreftelseskode", .code), ("stadfestingskode", .code),
    ("securitycode", .code), ("accesscode", .code), ("logincode", .code),
    ("innloggingskode", .code),
    ("tilgangskode", .code), ("authcode", .code), ("confirmationcode", .code), ("altinnpin", .code),
    ("godkjenningskode", .code), ("paloggingskode", .code), ("onetimepin", .code),
    ("brevkode", .code), ("kodebrev", .code), ("aktiveringskode", .code), ("activationcode", .code),
    ("recoverycode", .code), ("backupcode", .code), ("gjenopprettingskode", .code),
    ("reservekode", .code), ("authorizationcode", .code), ("smspin", .code),
    ("twofactorcode", .code), ("koderbrev", .code), ("bankidkode", .code), ("minidkode", .code),
    ("idportenkode", .code), ("kodebrikke", .code), ("kodebrikka", .code), ("kodegenerator", .code),
    ("secret", .credential), ("hemmelighet", .credential), ("loyndom", .credential),
    ("hemmelegheit", .credential), ("token", .credential), ("apikey", .credential),
    ("apinokkel", .credential), ("nokkel", .credential), ("secretkey", .credential),
    ("privatekey", .credential), ("accesskey", .credential), ("accountkey", .credential),
    ("sharedkey", .credential), ("subscriptionkey", .credential), ("functionskey", .credential),
    ("functionkey", .credential), ("masterkey", .credential), ("signingkey", .credential),
    ("apimkey", .credential),
    ("encryptionkey", .credential), ("hostkey", .credential), ("authkey", .credential),
    ("sessionid", .credential), ("sessionkey", .credential), ("sesjonsid", .credential),
    ("clientassertion", .credential), ("codeverifier", .credential), ("credentials", .credential),
    ("aspxauth", .credential), ("samlart", .credential), ("cookie", .header),
    ("authorization", .header), ("connectionstring", .credential),
    ("fodselsnummer", .identityNumber), ("foedselsnummer", .identityNumber),
    ("dselsnummer", .identityNumber), ("dselsnr", .identityNumber),
    ("personnummer", .identityNumber), ("socialsecuritynumber", .identityNumber),
    ("identitynumber", .identityNumber), ("identitetsnummer", .identityNumber),
    ("nationalid", .identityNumber), ("nationalidnumber", .identityNumber),
    ("fodselsdato", .identityNumber), ("foedselsdato", .identityNumber),
    ("dselsdato", .identityNumber), ("birthdate", .identityNumber),
    ("dateofbirth", .identityNumber),
    ("birthday", .identityNumber), ("ssn", .identityNumber), ("fnr", .identityNumber),
  ]

  /// The same by their last letter.
  private static let tails: [[([UInt8], Name)]] = {
    var tails = Array(repeating: [([UInt8], Name)](), count: 256)
    for (end, name) in ends {
      let bytes = Array(end.utf8)
      if let last = bytes.last { tails[Int(last)].append((bytes, name)) }
    }
    return tails
  }()

  /// Names that end like one of a secret and hold none.
  private static let harmless: Set<String> = [
    "usernametoken", "securitytoken", "binarysecuritytoken", "publickeytoken",
  ]

  /// Words of everyday speech that read as a short name with an ending: *siden* is no *sid*.
  private static let everyday: Set<String> = [
    "siden", "sida", "sider", "sidene", "sidane", "sides",
  ]

  /// Lets through every word that may be a name or the end of one.
  static let sieve: Sieve = {
    let stems =
      ["dp", "dq", "qi"] + PersonNames.fields + Array(exact.keys) + ends.map(\.0) + Array(heads)
    let inflected = stems.flatMap { stem in [stem] + endings.map { stem + $0 } }
    return Sieve(words: inflected + foreign.keys, ends: inflected)
  }()

  /// The last words of names of two words, such as *one-time code*: only with the word before.
  static let heads: Set<String> = [
    "kode", "koden", "code", "codes", "koder", "key", "nokkel", "nokkelen", "token", "number",
    "nummer", "nummeret", "nr", "pin", "ord", "word", "id", "secret", "birth", "dato", "date",
    "string", "passe", "api", "khau",
  ]
}
