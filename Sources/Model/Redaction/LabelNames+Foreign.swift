/// Names in other languages, with digits for letters, and misspelt.
extension LabelNames {
  /// What a name stands before that is none of ours as it is written.
  static func otherwise(_ stem: ArraySlice<UInt8>) -> Name? {
    let text = String(decoding: stem, as: UTF8.self)
    if let found = foreign[text] { return found }
    if stem.contains(where: { $0 >= 0xD8 }), unspaced.contains(where: { holds(stem, $0) }) {
      return .password
    }
    guard stem.count >= 6, stem.contains(where: isDigit) else { return misspelt(stem) }
    let letters = stem.map { isDigit($0) ? lettersOfDigits[Int($0 - 0x30)] : $0 }
    guard letters.allSatisfy({ $0 != 0 }) else { return nil }
    return find(letters[...]) ?? misspelt(letters[...])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The letters that digits stand for, as in `passw0rd`; 0 for a digit that stands for none.
  private static let lettersOfDigits: [UInt8] = [
    UInt8(ascii: "o"), UInt8(ascii: "i"), 0, UInt8(ascii: "e"), UInt8(ascii: "a"),
    UInt8(ascii: "s"), 0, UInt8(ascii: "t"), UInt8(ascii: "b"), 0,
  ]

  static func holds(_ word: ArraySlice<UInt8>, _ part: [UInt8]) -> Bool {
    guard word.count >= part.count else { return false }
    return (word.startIndex...(word.endIndex - part.count)).contains { start in
      word[start] == part[0] && word[start..<(start + part.count)].elementsEqual(part)
    }
  }

  /// What names in other languages stand before, by the folded word.
  static let foreign: [String: Name] = {
    var foreign: [String: Name] = [:]
    func add(_ names: String, _ name: Name) {
      for word in names.split(whereSeparator: \.isWhitespace) {
        foreign[Tokens.fold(word.unicodeScalars.map(\.value))] = name
      }
    }
    add(
      """
      passwort passwörter kennwort losungswort hasło hasła haslem motdepasse mdp contraseña
      contrasenya clave senha пароль пароля паролем паролю паролі парола лозинка lozinka zaporka
      geslo heslo jelszó adgangskode adgangskoden adgangsord løsen lösen lösenord salasana
      salasanan salasanani tunnussana slaptažodis slaptažodį slaptažodžio parole paroli parool
      parooli salasõna parolă wachtwoord şifre şifreniz sifreniz parola lykilorð aðgangsorð κωδικός
      συνθηματικό סיסמה رمز šifra šifru matkhau pasvorto pswd passw paswd systempw ordepasse
      beassansátni beassansáni suollemassátni
      """,
      .password
    )
    add(
      """
      zugangscode sicherheitscode einmalcode kertakäyttökoodi turvakoodi tunnusluku engångskod
      säkerhetskod pinkod pinkoodi пинкод пинкода codigo codepin codpin bekræftelseskode
      sikkerhedskode engangsnøgle
      """,
      .code
    )
    add(
      """
      токен токена żeton jeton schlüssel schluessel geheimnis clé llave chave avain ključ ключ
      xapi xauth xauthtoken
      """,
      .credential
    )
    return foreign
  }()

  /// Names in languages that put no blanks between words, as UTF-8.
  private static let unspaced = [
    "密码", "密碼", "口令", "验证码", "驗證碼", "パスワード", "暗証番号", "비밀번호", "암호", "كلمة",
  ].map { Array($0.utf8) }

  // MARK: Misspelt names

  /// A name that people misspell.
  private struct Target {
    let letters: [UInt8]
    let name: Name
    let mask: UInt32
  }

  private static let targets: [Target] = {
    func make(_ names: String, _ name: Name) -> [Target] {
      names.split(whereSeparator: \.isWhitespace).map { word in
        let letters = Array(word.utf8)
        return Target(letters: letters, name: name, mask: mask(of: letters))
      }
    }
    return make(
      """
      passord passordet password passwort passwords passphrase systempassord losenord kennwort
      contrasena wachtwoord salasana adgangskode
      """,
      .password
    )
      + make(
        """
        pinkode pinkoden smskode smskoden engangskode engangskoden eingongskode eingongskoden
        sikkerhetskode sikkerhetskoden tryggleikskode aktiveringskode aktiveringskoden
        verifiseringskode bekreftelseskode onetimecode securitycode activationcode
        verificationcode
        """,
        .code
      )
      + make(
        "apikey apinokkel clientsecret accesstoken hemmelighet hemmeligheten",
        .credential
      )
      + make("fodselsnummer fodselsnummeret personnummer personnummeret", .identityNumber)
  }()

  /// What compounds such as `systempasord` end with.
  private static let misspeltEnds = ["passord", "passordet", "password", "passwort"].map {
    Array($0.utf8)
  }

  private static let lengths = 6...20
  private static let shortestCompound = 11

  /// How many letters may be wrong, by the length of the shorter of what stands there and what is meant.
  private static func slips(_ one: Int, _ other: Int) -> Int { min(one, other) < 8 ? 1 : 2 }

  /// Which letters there are, one bit for each.
  private static func mask(of letters: some Sequence<UInt8>) -> UInt32 {
    letters.reduce(0) { (0x61...0x7A).contains($1) ? $0 | 1 << UInt32($1 - 0x61) : $0 }
  }

  /// Whether a word has about the letters of a name that people misspell.
  static func mayBeMisspelt(_ word: ArraySlice<UInt32>) -> Bool {
    let count = word.count
    guard lengths.contains(count) else { return false }
    var mask: UInt32 = 0
    var digits = 0
    for code in word {
      switch code {
      case 0x41...0x5A, 0x61...0x7A: mask |= 1 << ((code | 0x20) - 0x61)
      case 0x30...0x39:
        digits += 1
        let letter = lettersOfDigits[Int(code) - 0x30]
        if letter > 0 { mask |= 1 << UInt32(letter - 0x61) }
      default: break
      }
    }
    // Ids are mostly digits.
    guard digits * 2 <= count else { return false }
    let isNear = targets.contains { target in
      let most = slips(count, target.letters.count)
      return abs(target.letters.count - count) <= most
        && (target.mask ^ mask).nonzeroBitCount <= 2 * most
    }
    return isNear || (count >= shortestCompound && word.suffix(9).contains { $0 | 0x20 == 0x70 })
  }

  /// What a misspelt name stands before; a common word is never one.
  private static func misspelt(_ word: ArraySlice<UInt8>) -> Name? {
    guard lengths.contains(word.count) else { return nil }
    let letters = mask(of: word)
    for target in targets {
      let most = slips(word.count, target.letters.count)
      guard (target.mask ^ letters).nonzeroBitCount <= 2 * most,
        let steps = EditDistance.steps(Array(word), target.letters, limit: most)
      else { continue }
      // Nobody is wrong about the first letter and another one.
      if steps == 2, word.first != target.letters.first { continue }
      return CommonWords.all.has(word) ? nil : target.name
    }
    return endsMisspelt(word) && !CommonWords.all.has(word) ? .password : nil
  }

  private static func endsMisspelt(_ word: ArraySlice<UInt8>) -> Bool {
    guard word.count >= shortestCompound else { return false }
    return (6...9).contains { length in
      let end = Array(word.suffix(length))
      return misspeltEnds.contains {
        end.prefix(2) == $0.prefix(2) && EditDistance.steps(end, $0, limit: 1) != nil
      }
    }
  }
}
