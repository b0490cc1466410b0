/// Names in programs whose last part names a secret, as in `DB_PASS`, `dbPass`, `DBPASS`, `storepass` and `stripe_key`.
extension LabelNames {
  /// What a part of a name in a program stands before.
  private static let parts: [(String, Name)] = [("pass", .password), ("key", .credential)]

  /// What a name stands before whose last part, a word by itself, a sign joins to the others.
  static func joined(_ name: String, by part: String) -> Name? {
    guard let found = parts.first(where: { $0.0 == part })?.1, name.hasSuffix(part),
      !isOrdinary(name.dropLast(part.utf8.count), part)
    else { return nil }
    return found
  }

  /// What a word stands before whose last part begins with a capital, or that is known to be put together.
  ///
  /// - Parameter folded: The same word as the lists have it.
  static func lastPart(of word: ArraySlice<UInt32>, _ folded: String) -> Name? {
    for (part, found) in parts where folded.hasSuffix(part) {
      let place = word.endIndex - part.utf8.count
      let head = folded.dropLast(part.utf8.count)
      guard place > word.startIndex, !isOrdinary(head, part) else { continue }
      if isCapital(word[place]), !isCapital(word[place - 1]) { return found }
      guard found == .password else { continue }
      if holders.contains(String(head)) || !word.contains(where: isSmall) { return found }
    }
    return nil
  }

  private static func isCapital(_ code: UInt32) -> Bool { (0x41...0x5A).contains(code) }

  private static func isSmall(_ code: UInt32) -> Bool { (0x61...0x7A).contains(code) }

  /// Whether a name with that beginning is a word of everyday speech, or a key that opens nothing.
  private static func isOrdinary(_ head: Substring, _ part: String) -> Bool {
    part == "pass"
      ? passes.contains(String(head)) : keys.contains { head.hasSuffix($0) }
  }

  /// What words of everyday speech have before *pass*.
  private static let passes: Set<String> = [
    "com", "encom", "kom", "til", "av", "by", "tres", "sur", "over", "under", "inn", "barne",
    "hunde", "dyre", "ski", "grense", "reise", "one", "two", "single", "multi", "first", "second",
  ]

  /// Whose keys are those of tables, texts, messages and the like.
  private static let keys = [
    "public", "primary", "foreign", "partition", "cache", "error", "message", "resource", "text",
    "sort", "row", "composite", "idempotency", "registry", "object", "record", "group", "header",
    "json", "lookup", "event", "feature", "config", "translation", "language", "correlation",
  ]

  /// Whose *pass* is written in one word and in small letters.
  private static let holders: Set<String> = [
    "db", "database", "user", "bruker", "brukar", "smtp", "mail", "imap", "pop", "ftp", "sftp",
    "ssh", "redis", "sql", "mysql", "pg", "ora", "oracle", "sa", "store", "keystore", "truststore",
    "key", "cert", "pfx", "p12", "pkcs12", "jks", "pem", "admin", "root", "altinn", "system", "sys",
    "client", "klient", "app", "api", "login", "proxy", "http", "ldap", "svc", "service", "server",
    "host", "web", "wifi", "vpn", "my", "old", "new", "test", "prod", "auth", "zip", "src", "dest",
    "deststore", "srcstore",
  ]
}
