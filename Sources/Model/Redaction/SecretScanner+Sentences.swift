extension SecretScanner {
  /// Takes out a secret that stands in a sentence, as in `passordet er hemmelig1`; `nil` if none does.
  ///
  /// Without a separator only what looks like a secret counts, so that `passordet er feil` stays.
  mutating func sentence(_ key: SecretKey, from start: Int) -> Int? {
    var position = start
    for step in 0..<5 {
      guard let first = symbol(at: position) else { return nil }
      if marker(at: position) != nil { return nil }
      if Self.closing(of: first.code) != nil, first.code != 0x27, key == .password {
        return value(key, from: position)
      }
      let end = endOfWord(from: position)
      let meant = key == .perhapsCode && step > 0 ? .code : key
      if looksRight(meant, position..<end) { return removeValue(key, position..<end) }
      let isFiller =
        end - position <= 10
        && Self.fillers.contains(
          String(decoding: bytes[position..<end], as: UTF8.self).lowercased()
        )
      guard isFiller else { return nil }
      let next = skipBlanks(from: end)
      if next < bytes.count, bytes[next] == UInt8(ascii: ":") { return value(key, from: next + 1) }
      guard next > end else { return nil }
      position = next
    }
    return nil
  }

  /// Whether a word looks like what its name says: the password rules of Altinn, or 4 to 8 digits.
  func looksRight(_ key: SecretKey, _ range: Range<Int>) -> Bool {
    let text = bytes[range]
    let digits = text.count { (0x30...0x39).contains($0) }
    let letters = text.count { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    switch key {
    case .password:
      return digits > 0 && letters > 0 && text.count >= SystemPassword.minimumLength
    case .code: return (4...8).contains(digits) && digits == text.count
    case .identityNumber: return digits == 11 && digits == text.count
    case .perhapsCode, .credential, .header: return false
    }
  }

  private func endOfWord(from start: Int) -> Int {
    var end = endOfPlainValue(from: start, most: 200)
    while end > start, [0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F].contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  private static let fillers: Set<String> = [
    "er", "is", "var", "was", "mitt", "min", "ditt", "din", "my", "your", "nytt", "nye", "new",
    "til", "for", "fra", "frå", "from", "via", "på", "sms", "the", "systemet", "datasystemet",
    "system", "blei", "ble", "vart",
  ]
}
