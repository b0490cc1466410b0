/// Words that tell of a secret or of a person without being a name that one stands behind.
extension LabelNames {
  /// What such a word tells.
  enum Hint: Equatable {
    /// Of a password, as *passordfeltet* does.
    case password
    /// Of a code of any kind; or of the one that was spoken of, which is seldom that of a fault.
    case code(isDefinite: Bool)
    /// Of a call that takes a user and a password, where a parenthesis follows.
    case call
    /// Of an address that ends in a secret.
    case link
    /// Of who sends codes to people, or a part of such a name.
    case sender
    /// Of a folder whose next part is somebody's name.
    case home
  }

  /// What a folded word tells; `nil` for nearly every word.
  static func hint(_ word: String) -> Hint? {
    if let hint = hints[word] { return hint }
    let letters = Array(word.utf8)[...]
    return passwords.contains { holds(letters, $0) } ? .password : nil
  }

  /// Whether a word may tell anything.
  static func mayHint(_ word: ArraySlice<UInt32>) -> Bool {
    if hintSieve.lets(word) { return true }
    guard word.count >= 6 else { return false }
    return word.indices.dropLast(5).contains { start in
      word[start] | 0x20 == 0x70 && word[start + 2] | 0x20 == 0x73
        && word[start + 3] | 0x20 == 0x73
    }
  }

  /// Whether a folded word that names a credential names one that people write in words.
  static func isTelling(_ word: String) -> Bool {
    let letters = Array(word.utf8)[...]
    return foreign[word] != nil || telling.contains { holds(letters, $0) }
  }

  private static let telling = [
    "secret", "token", "nokkel", "key", "hemmelig", "loyndom", "authorization", "bearer", "string",
    "auth", "xapi",
  ].map { Array($0.utf8) }

  private static let passwords = ["passor", "passwor"].map { Array($0.utf8) }

  private static let hints: [String: Hint] = {
    var hints: [String: Hint] = [:]
    func add(_ words: String, _ hint: Hint) {
      for word in words.split(whereSeparator: \.isWhitespace) {
        hints[Tokens.fold(word.unicodeScalars.map(\.value))] = hint
      }
    }
    add("authentication autentisering xauthentication", .password)
    add("sikkerhetsspørsmål sikkerhetsspørsmålet tryggleiksspørsmål securityquestion", .password)
    add(
      "kode code codes koder kod kods kood koodi cod codigo код кода коду",
      .code(isDefinite: false)
    )
    add("koden codul kodas", .code(isDefinite: true))
    add("login logon signin logginn authenticate connect credentials networkcredential", .call)
    add("reset activate aktiver verify confirm invite glemt forgot magic", .link)
    add("minid bankid porten id", .sender)
    add("users home brukere brukarar benutzer", .home)
    return hints
  }()

  private static let hintSieve = Sieve(words: hints.keys)
}
