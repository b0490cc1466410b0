extension Places {
  /// Masks what needs no label: users and values in addresses, credentials behind `Basic` and in
  /// commands, keys between their BEGIN and END, and long runs that are no words.
  mutating func findAddresses() {
    var index = 0
    while index < tokens.count {
      let sign = tokens.sign(index)
      var end = index
      switch sign {
      case 0x3A where tokens.sign(index + 1) == 0x2F && tokens.sign(index + 2) == 0x2F:
        end = readUser(index + 3)
      case 0x3F, 0x26, 0x23: end = readQuery(index)
      case 0x2D: end = readOption(index)
      case 0x40: readUserBefore(index)
      case 0x3A: readFieldsOfUser(index)
      default:
        if tokens[index].kind == .word, tokens[index].traits.contains(.scheme) {
          end = readScheme(index)
        }
        if end == index, tokens[index].kind.isText { end = readRun(index) }
      }
      index = max(end, index + 1)
    }
  }

  /// The user of an address, as in `//user:password@host`.
  private mutating func readUser(_ start: Int) -> Int {
    var index = start
    var at: Int?
    var colon: Int?
    var slash: Int?
    while index < tokens.count, index - start < 100 {
      let kind = tokens[index].kind
      let sign = tokens.sign(index)
      if kind == .blank || kind == .newline || sign == 0x3C || sign == 0x22, !tokens.isCoded(index)
      {
        break
      }
      if sign == 0x40,
        slash.map({ end in colon.map { $0 < end && tokens.kind($0 + 1) != .number } ?? false })
          ?? true
      {
        at = index
      }
      if sign == 0x3A, colon == nil { colon = index }
      if [0x2F, 0x3F, 0x23].contains(sign), slash == nil { slash = index }
      index += 1
    }
    guard let at else { return start }
    lay(.secret(.credential), over: start..<at)
    return at
  }

  /// The user before a sign for *at* that no letter stands before or behind, as in `thin:ola/sommer@//host` and
  /// `ola:¤%/?@host`: there is no scheme that tells of one.
  private mutating func readUserBefore(_ at: Int) {
    let isParted = tokens.sign(at + 1) == 0x2F && tokens.sign(at + 2) == 0x2F
    guard isParted || (tokens.sign(at - 1) != 0 && tokens.kind(at + 1)?.isText == true) else {
      return
    }
    var start = at
    var colon: Int?
    while start > 0, at - start < 40,
      ![.blank, .newline, .marker].contains(tokens[start - 1].kind),
      !Self.isQuote(tokens.sign(start - 1)), tokens.sign(start - 1) != 0x3E
    {
      start -= 1
      // The first one of all parts a user from what belongs to it, the last a driver from its user.
      if tokens.sign(start) == 0x3A, !isParted || colon == nil { colon = start }
    }
    guard let colon, colon < at - 1, tokens.kind(colon - 1)?.isText == true else { return }
    lay(.secret(.credential), over: (colon + 1)..<at)
  }

  /// A user and what belongs to it behind a host and its port, as in `host.no:443:ola:sommer`.
  private mutating func readFieldsOfUser(_ colon: Int) {
    guard tokens.kind(colon - 1) == .word, tokens.sign(colon - 2) == 0x2E,
      tokens.kind(colon + 1) == .number, tokens.sign(colon + 2) == 0x3A,
      tokens.kind(colon + 3) == .word || tokens.kind(colon + 3) == .mixed,
      tokens.sign(colon + 4) == 0x3A, tokens.kind(colon + 5)?.isText == true,
      !tokens.isCommon(colon + 3)
    else { return }
    var end = colon + 5
    while end < tokens.count, ![.blank, .newline].contains(tokens[end].kind), end - colon < 40 {
      end += 1
    }
    lay(.secret(.credential), over: (colon + 3)..<end)
  }

  /// A value of an address, as in `?name=value`, `&name=value` and `#name=value`.
  private mutating func readQuery(_ start: Int) -> Int {
    var index = start + 1
    while index - start < 12,
      tokens.kind(index)?.isText == true
        || [0x2D, 0x5F, 0x2E, 0x5B, 0x5D].contains(tokens.sign(index))
    {
      index += 1
    }
    guard index > start + 1, tokens.sign(index) == 0x3D else { return start }
    let value = index + 1
    index = value
    while index < tokens.count {
      let kind = tokens[index].kind
      let sign = tokens.sign(index)
      let isEnd =
        kind == .blank || kind == .newline || [0x26, 0x3C, 0x23].contains(sign)
        || Self.isQuote(sign)
      if isEnd, !tokens.isCoded(index) { break }
      index += 1
    }
    lay(.secret(.credential), over: value..<index)
    return index
  }

  /// `-u ola:sommer`, and `-p sommer` of a command.
  private mutating func readOption(_ start: Int) -> Int {
    let before = tokens.kind(start - 1)
    guard before == .blank || before == .newline || before == nil || tokens.sign(start - 1) == 0x2D
    else { return start }
    let option = tokens.folded(start + 1)
    if let end = readGlued(start, option) { return end }
    guard ["u", "user", "p", "proxyuser", "b", "pw", "w"].contains(option),
      tokens.kind(start + 2) == .blank,
      isCommand(start, among: Self.commands)
    else { return start }
    var value = start + 3
    if Self.isQuote(tokens.sign(value)), let end = endOfQuote(value) {
      lay(.secret(.credential), over: (value + 1)..<end)
      return end
    }
    let first = value
    while value < tokens.count,
      ![.blank, .newline].contains(tokens[value].kind) || tokens.isCoded(value)
    { value += 1 }
    lay(.secret(.credential), over: first..<value)
    return value
  }

  /// A value that stands with its option, as in `-psommer` and `-uola:sommer`.
  private mutating func readGlued(_ start: Int, _ option: String) -> Int? {
    let first = option.utf8.first
    guard first == UInt8(ascii: "u") || first == UInt8(ascii: "p"),
      option.utf8.count > 1 || Self.isQuote(tokens.sign(start + 2)),
      tokens.sign(start - 1) != 0x2D, tokens.sign(start + 2) != 0x3D,
      !Self.options.contains(option), isCommand(start, among: Self.gluing)
    else { return nil }
    var end = start + 1
    while end < tokens.count,
      ![.blank, .newline].contains(tokens[end].kind) || tokens.isCoded(end)
    { end += 1 }
    lay(.secret(.credential), over: (start + 1)..<end)
    return end
  }

  /// The programs that take a value so, and what begins like one.
  private static let gluing: Set<String> = [
    "curl", "wget", "mysql", "mysqldump", "mysqladmin", "sshpass", "sqlcmd", "osql", "isql",
    "7z", "7za", "7zz", "rar", "unrar",
  ]
  private static let options: Set<String> = [
    "user", "pass", "password", "proxy", "upload", "post", "path", "port", "profile", "print",
    "prompt",
  ]

  private func isCommand(_ index: Int, among commands: Set<String>) -> Bool {
    var index = index
    for _ in 0..<80 {
      guard index > 0, tokens[index - 1].kind != .newline else { break }
      index -= 1
      if commands.contains(tokens.folded(index)) { return true }
    }
    return false
  }

  private static let commands: Set<String> = [
    "curl", "wget", "mysql", "psql", "sqlcmd", "ftp", "sftp", "plink", "http", "https", "runas",
    "osql", "isql", "ldapsearch", "smbclient", "net", "sshpass", "mysqldump", "mysqladmin",
    "rsync", "mongosh", "redis", "docker", "podman", "az", "lftp", "openssl", "keytool", "zip",
    "unzip", "sshfs", "cmdkey", "smbmap", "xfreerdp", "rdesktop",
  ]

  /// Lets through every word that is read as a scheme.
  static let schemes = Sieve(
    words: [
      "basic", "bearer", "negotiate", "ntlm", "digest", "apikey", "sharedkey",
      "sharedaccesssignature", "begin",
    ]
  )

  /// `Basic b2xh…`, `Bearer eyJ…`, and a key from its BEGIN to its END or to the end of the text.
  private mutating func readScheme(_ index: Int) -> Int {
    let word = tokens.folded(index)
    switch word {
    case "basic", "bearer", "negotiate", "ntlm", "digest", "apikey", "sharedkey",
      "sharedaccesssignature":
      let value = tokens.nextLine(index + 1)
      guard value > index + 1, value - index < 8, tokens.kind(value)?.isText == true else {
        return index
      }
      let end = endOfRun(value)
      guard isRandom(value..<end, least: 6) else { return index }
      lay(.secret(.credential), over: value..<endOfFoldedRun(end))
      return end
    case "begin":
      guard tokens.sign(index - 1) == 0x2D, tokens.sign(index - 2) == 0x2D else { return index }
      return readBlock(index)
    default: return index
    }
  }

  private mutating func readBlock(_ begin: Int) -> Int {
    var start = begin + 1
    while start < tokens.count, tokens.kind(start) == .blank || tokens.kind(start) == .word {
      start += 1
    }
    while tokens.sign(start) == 0x2D { start += 1 }
    var end = start
    while end < tokens.count {
      if tokens[end].kind == .word, tokens.sign(end - 1) == 0x2D, tokens.sign(end - 2) == 0x2D,
        tokens.folded(end) == "end"
      {
        break
      }
      end += 1
    }
    var last = end
    while last > start, tokens.sign(last - 1) == 0x2D { last -= 1 }
    lay(.secret(.credential), over: start..<last)
    return end
  }

  // MARK: Runs

  /// Masks a run of base64 or the like, with the lines that it is folded over.
  private mutating func readRun(_ start: Int) -> Int {
    let end = endOfRun(start)
    guard tokens[end - 1].end - tokens[start].start >= 16, isRandom(start..<end, least: 16) else {
      return end
    }
    let last = endOfFoldedRun(end)
    lay(.secret(.credential), over: start..<last)
    return last
  }

  private func endOfRun(_ start: Int) -> Int {
    var end = start
    while end < tokens.count,
      tokens[end].kind.isText || [0x2B, 0x2F, 0x5F, 0x2D, 0x2E].contains(tokens.sign(end))
    {
      end += 1
    }
    // Filling at the end; an equals sign with text behind parts a name from its value.
    let filled = end
    while tokens.sign(end) == 0x3D { end += 1 }
    return tokens.kind(end)?.isText == true ? filled : end
  }

  private func endOfFoldedRun(_ end: Int) -> Int {
    var end = end
    while tokens.kind(end) == .newline
      || tokens.kind(end) == .blank && tokens.kind(end + 1) == .newline
    {
      var next = end + 1
      while tokens.kind(next) == .blank || tokens.kind(next) == .newline
        || tokens.sign(next) == 0x3E, next - end < 6
      { next += 1 }
      guard tokens.kind(next)?.isText == true else { return end }
      let last = endOfRun(next)
      let isWhole = last == tokens.count || tokens.kind(last) == .newline
      guard isWhole,
        isRandom(next..<last, least: 8) || last == next + 1 && tokens[next].kind == .mixed
      else { return end }
      end = last
    }
    return end
  }

  /// Whether a run has letters of both sizes and digits among one another, as no word has.
  private func isRandom(_ range: Range<Int>, least: Int) -> Bool {
    guard let last = range.last, tokens[last].end - tokens[range.lowerBound].start >= least else {
      return false
    }
    let isBase64 = range.contains { [0x2B, 0x2F, 0x3D].contains(tokens.sign($0)) }
    var whole = Letters()
    for index in range where tokens[index].kind.isText {
      let letters = Letters(tokens.letters(index))
      if letters.isMixed { return true }
      if letters.digits == 0, letters.isJumbled(inBase64: isBase64) { return true }
      whole.add(letters)
    }
    if isBase64, whole.isAlternating { return true }
    // Signs that only base64 has between letters.
    return range.contains {
      tokens.sign($0) == 0x2B && tokens.kind($0 - 1)?.isText == true
        && tokens.kind($0 + 1)?.isText == true
    }
      && range.contains { tokens.kind($0) == .word && isCamel($0) }
  }

  private func isCamel(_ index: Int) -> Bool {
    var hasUpper = false
    var hasLower = false
    for code in tokens.letters(index).dropFirst() {
      if (0x41...0x5A).contains(code) { hasUpper = true }
      if (0x61...0x7A).contains(code) { hasLower = true }
    }
    return hasUpper && hasLower
  }
}
