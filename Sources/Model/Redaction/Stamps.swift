/// What is harmless by its shape alone: moments, ids made by machines, addresses, codes, versions.
///
/// A shape is read from one place of a reading up to where it ends; it counts only where no letter,
/// digit or sign that could be more of it stands on either side.
struct Stamps {
  let tokens: Tokens

  /// The end of what begins with a token and may be kept, or `nil`.
  func end(of token: Tokens.Token) -> Int? {
    let start = token.start
    // A word is part of no stamp unless a sign or a number leads on from it.
    if token.kind == .word {
      switch code(token.end) {
      case 0x2D where token.end - start == 8: return guid(start) ?? faultCode(start)
      case 0x2D, 0x2E, 0x5F: return faultCode(start)
      case 0x2F, 0x20, 0x3A, 0x3D, 0x22: return version(start)
      default: return nil
      }
    }
    switch code(start) {
    case 0x30...0x39:
      // What goes on from a number and a dot is a part of something longer.
      if code(start - 1) == 0x2E, isDigit(start - 2) { return nil }
      return address(start) ?? moment(start) ?? guid(start) ?? trace(start) ?? instance(start)
        ?? epoch(start) ?? organisation(start)
    case 0x41...0x5A: return guid(start) ?? faultCode(start) ?? version(start) ?? technical(start)
    case 0x61...0x7A: return guid(start) ?? standard(start) ?? version(start) ?? technical(start)
    default: return nil
    }
  }

  func code(_ position: Int) -> UInt32 {
    position >= 0 && position < tokens.reading.count && tokens.reading.classes[position] != .marker
      ? tokens.reading.codes[position] : 0
  }

  func isDigit(_ position: Int) -> Bool { (0x30...0x39).contains(code(position)) }

  /// Whether no letter or digit stands at a place.
  func isEnd(_ position: Int) -> Bool {
    guard position >= 0, position < tokens.reading.count else { return true }
    return tokens.reading.classes[position] != .letter && tokens.reading.classes[position] != .digit
  }

  /// The number in a run of digits from a place, if the run is as long as wanted.
  func number(_ start: Int, _ lengths: ClosedRange<Int>) -> (value: Int, end: Int)? {
    var end = start
    var value = 0
    while isDigit(end), end - start <= lengths.upperBound {
      value = value * 10 + Int(code(end) - 0x30)
      end += 1
    }
    return lengths.contains(end - start) ? (value, end) : nil
  }

  // MARK: Ids

  private func hexadecimals(_ start: Int, _ count: Int) -> Int? {
    for position in start..<(start + count) {
      switch code(position) {
      case 0x30...0x39, 0x41...0x46, 0x61...0x66: continue
      default: return nil
      }
    }
    return start + count
  }

  /// 8-4-4-4-12 figures, which may be those of an ErrorGuid.
  func guid(_ start: Int) -> Int? {
    var position = start
    for (index, count) in [8, 4, 4, 4, 12].enumerated() {
      if index > 0 {
        guard code(position) == 0x2D else { return nil }
        position += 1
      }
      guard let end = hexadecimals(position, count) else { return nil }
      position = end
    }
    return isEnd(position) && code(position) != 0x2D ? position : nil
  }

  /// A trace of W3C: `00-…-…-00`.
  func trace(_ start: Int) -> Int? {
    var position = start
    for (index, count) in [2, 32, 16, 2].enumerated() {
      if index > 0 {
        guard code(position) == 0x2D else { return nil }
        position += 1
      }
      guard let end = hexadecimals(position, count) else { return nil }
      position = end
    }
    return isEnd(position) ? position : nil
  }

  /// An instance of Altinn 3: the number of a party, a slash and a GUID.
  private func instance(_ start: Int) -> Int? {
    guard let party = number(start, 5...9), code(party.end) == 0x2F else { return nil }
    return guid(party.end + 1)
  }

  /// Four figures of an IPv4 address, and the port behind.
  private func address(_ start: Int) -> Int? {
    var position = start
    for index in 0..<4 {
      if index > 0 {
        guard code(position) == 0x2E else { return nil }
        position += 1
      }
      guard let part = number(position, 1...3), part.value < 256 else { return nil }
      guard part.end - position == 1 || code(position) != 0x30 else { return nil }
      position = part.end
    }
    guard code(position) != 0x2E || !isDigit(position + 1) else { return nil }
    if code(position) == 0x3A, let port = number(position + 1, 1...5), port.value < 65_536,
      isEnd(port.end)
    {
      position = port.end
    }
    return isEnd(position) ? position : nil
  }

  /// Milliseconds since 1970, or seconds with a fraction, of these years.
  private func epoch(_ start: Int) -> Int? {
    guard code(start) == 0x31, (0x35...0x39).contains(code(start + 1)) else { return nil }
    if let whole = number(start, 13...13), isEnd(whole.end) { return whole.end }
    guard let seconds = number(start, 10...10), code(seconds.end) == 0x2E,
      let part = number(seconds.end + 1, 1...7), isEnd(part.end)
    else { return nil }
    return part.end
  }

  /// An organisation number behind the sign of its register, `0192:`.
  private func organisation(_ start: Int) -> Int? {
    guard let register = number(start, 4...4), [192, 9908].contains(register.value),
      code(register.end) == 0x3A,
      let end = organisationNumber(register.end + 1)
    else { return nil }
    return end
  }

  /// Nine digits in one run that are an organisation number of the register.
  func organisationNumber(_ start: Int) -> Int? {
    guard let run = number(start, 9...9), isEnd(run.end) else { return nil }
    return Self.isOrganisation((start..<run.end).map { Int(code($0)) - 0x30 }) ? run.end : nil
  }

  static func isOrganisation(_ digits: [Int]) -> Bool {
    digits.count == 9 && [2, 3, 8, 9].contains(digits[0])
      && OrganisationNumber.hasControlDigit(digits)
  }

  // MARK: Codes

  /// The end of a run of letters that is no longer than so many.
  private func endOfWord(_ start: Int, _ most: Int) -> Int? {
    var end = start
    while end < tokens.reading.count, tokens.reading.classes[end] == .letter, end - start <= most {
      end += 1
    }
    return end > start && end - start <= most ? end : nil
  }

  /// A run of capital letters of ASCII that is no longer than so many.
  private func capitals(_ start: Int, _ most: Int) -> (text: String, end: Int)? {
    guard let end = endOfWord(start, most),
      tokens.reading.codes[start..<end].allSatisfy({ (0x41...0x5A).contains($0) })
    else { return nil }
    return (String(decoding: tokens.reading.codes[start..<end].map(UInt8.init), as: UTF8.self), end)
  }

  /// Whether a run of letters is a word, in letters of either size.
  private func spells(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard word.utf8CodeUnitCount == range.count else { return false }
    return word.withUTF8Buffer { letters in
      zip(letters, tokens.reading.codes[range]).allSatisfy { UInt32($0) == $1 | 0x20 }
    }
  }

  /// `AUTH-00015`, `GLD_1015`, `AM.VLD-00041`, `MAGNET_EDAG-110`, `IDX10223`, `RF-0002`, `AR123456789`.
  func faultCode(_ start: Int) -> Int? {
    guard let first = capitals(start, 12) else { return nil }
    if Self.faults.contains(first.text), let end = numbered(from: start, first.end) { return end }
    if let most = Self.prefixes[first.text], let digits = number(first.end, 2...most),
      isEnd(digits.end)
    {
      return digits.end
    }
    var position = first.end
    var letters = first.text.utf8.count
    while [0x2E, 0x5F].contains(code(position)), let next = capitals(position + 1, 12),
      letters < 30
    {
      position = next.end
      letters += next.text.utf8.count
    }
    guard letters >= 2, code(position) == 0x2D || code(position) == 0x5F else { return nil }
    if first.text == "BID", let end = hexadecimals(position + 1, 4), isEnd(end) { return end }
    guard let digits = number(position + 1, 2...6), isEnd(digits.end),
      code(digits.end) != 0x2D || !isDigit(digits.end + 1)
    else { return nil }
    // The year of a password is no code.
    let isYear = digits.end - position == 5 && (1900...2099).contains(digits.value)
    return isYear && !Self.families.contains(first.text) ? nil : digits.end
  }

  /// The end of a code that says of itself that it is one of a fault: `ERR-7788`, `FEIL123`, `E2`.
  ///
  /// It stands alone: where more hangs on it, or digits follow it, it may be a part of something else.
  private func numbered(from start: Int, _ end: Int) -> Int? {
    let first = code(end) == 0x2D ? end + 1 : end
    guard let digits = number(first, 1...5), isAlone(start - 1, by: -1), isAlone(digits.end, by: 1)
    else { return nil }
    // The year of a password is no code.
    let isYear = digits.end - first == 4 && (1900...2099).contains(digits.value)
    return isYear ? nil : digits.end
  }

  /// Whether nothing hangs on a place by a sign or two, and no digit stands beyond its blanks.
  private func isAlone(_ place: Int, by step: Int) -> Bool {
    var position = place
    func kind() -> Reading.Class? {
      (0..<tokens.reading.count).contains(position) ? tokens.reading.classes[position] : nil
    }
    while kind() == .sign, abs(position - place) < 2 { position += step }
    switch kind() {
    case .letter?, .digit?, .marker?: return false
    case .sign?, .newline?, nil: return true
    case .blank?: break
    }
    while kind() == .blank { position += step }
    return kind() != .digit
  }

  /// Whether a code begins as those of a service that is known do.
  func isOfFamily(_ start: Int) -> Bool {
    guard let first = capitals(start, 12) else { return false }
    return Self.families.contains(first.text) || Self.prefixes[first.text] != nil
  }

  /// Codes written without a sign, and how many digits they have at most.
  private static let prefixes: [String: Int] = [
    "IDX": 5, "AR": 10, "HTTP": 3, "RF": 4, "A": 4, "ORA": 5, "CS": 4, "RFC": 4,
  ]
  /// What stands before the number of a fault in programs of all kinds.
  private static let faults: Set<String> = ["E", "EX", "ERR", "ERROR", "FEIL", "SYS"]
  private static let families: Set<String> = [
    "GLD", "MP", "AUTH", "AM", "BRO", "CORR", "NOT", "RF", "DAS", "FOR", "AMLD", "BID", "MAGNET",
    "AMUI", "SMEVB", "RR",
  ]

  /// A version, such as `v1`, `v2.10.3`, `HTTP/1.1` or `version 4.0.0.0`, and nobody's number with dots in it.
  private func version(_ start: Int) -> Int? {
    guard let end = endOfVersion(start) else { return nil }
    let digits = (start..<end).filter(isDigit).map { Int(code($0)) - 0x30 }
    return digits.count == 11 && IdentityNumbers.isNumber(digits) ? nil : end
  }

  private func endOfVersion(_ start: Int) -> Int? {
    let isNamed =
      switch code(start) {
      case 0x56, 0x76, 0x62, 0x42, 0x55, 0x75: true
      default: false
      }
    guard isNamed || isNumberBehindSlash(start), let name = endOfWord(start, 12) else { return nil }
    if spells(start..<name, "v"), let end = dotted(name, 1...4) { return end }
    guard
      code(name) == 0x2F || Self.versionNames.contains(where: { spells(start..<name, $0) })
    else { return nil }
    var position = name
    while [0x3D, 0x3A, 0x20, 0x2F, 0x22].contains(code(position)), position - name < 3 {
      position += 1
    }
    if code(position) == 0x76 { position += 1 }
    guard code(name) == 0x2F else { return dotted(position, 1...5) }
    // A number in a path is no version, and neither is one as long as a person's.
    guard code(start - 1) != 0x2F, !Self.isPath(position, self), let end = dotted(position, 1...3),
      (position..<end).count(where: isDigit) < 9
    else { return nil }
    return end
  }

  private static let versionNames: [StaticString] = [
    "version", "versjon", "utgave", "ver", "build",
  ]

  private func isNumberBehindSlash(_ start: Int) -> Bool {
    var end = start
    while end < tokens.reading.count, tokens.reading.classes[end] == .letter, end - start < 13 {
      end += 1
    }
    return code(end) == 0x2F && (isDigit(end + 1) || isDigit(end + 2))
  }

  /// Whether a number behind a slash stands in a path and not in a version: no dot follows it.
  private static func isPath(_ position: Int, _ stamps: Stamps) -> Bool {
    guard let run = stamps.number(position, 1...5) else { return true }
    return stamps.code(run.end) != 0x2E
  }

  /// Up to four short numbers with dots between.
  private func dotted(_ start: Int, _ lengths: ClosedRange<Int>) -> Int? {
    var position = start
    for index in 0..<5 {
      guard let part = number(position, lengths) else {
        return index > 1 && isEnd(position) ? position : nil
      }
      position = part.end
      guard code(position) == 0x2E, isDigit(position + 1) else {
        return isEnd(position) ? position : nil
      }
      position += 1
    }
    return nil
  }

  /// A standard, such as `rfc7231`.
  private func standard(_ start: Int) -> Int? {
    guard let name = endOfWord(start, 3), name - start == 3, code(start) == 0x72,
      spells(start..<name, "rfc"), let digits = number(name, 3...4)
    else { return nil }
    return isEnd(digits.end) ? digits.end : nil
  }

  /// Words of the trade that have digits in them.
  private func technical(_ start: Int) -> Int? {
    var end = start
    while end - start < 14, end < tokens.reading.count,
      tokens.reading.classes[end] == .letter || tokens.reading.classes[end] == .digit
    { end += 1 }
    guard isEnd(end), end - start < 14 else { return nil }
    return Self.words.contains(Tokens.fold(tokens.reading.codes[start..<end])) ? end : nil
  }

  /// Names of the trade with signs in them.
  static let names: Set<String> = [
    "utf-8", "utf-16", "windows-1252", "iso-8859-1", "iso-8859-15", "tls1.2", "tls1.3", "cp-1252",
    "sha-256", "x.509",
  ]

  private static let words: Set<String> = [
    "utf8", "utf16", "base64", "sha1", "sha256", "sha512", "rs256", "hs256", "md5", "x509",
    "oauth2", "saml2",
    "http2", "tls12", "tls13", "altinn2", "altinn3", "soap11", "soap12", "log4j", "ipv4", "ipv6",
    "win32", "x64",
    "x86", "amd64", "int32", "int64", "base64url", "o365", "microsoft365", "office365", "2fa",
    "b2b", "i18n", "s3",
    "windows10", "windows11", "iso8859", "ns0", "ns1", "ns2", "ns3", "ns4", "a1", "b1", "tt02",
    "at22", "at23", "at24",
  ]
}
