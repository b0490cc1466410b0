import SafeText
import Testing

@Suite struct SecretTextTests {
  @Test(arguments: ["", "a", "Blåbær 7", "e\u{301}1", "漢字🇳🇴🇸🇪", "👩‍👩‍👧", "\r\n"])
  func `gives the characters it was made of, one by one`(text: String) {
    var secret = SecretText()
    for byte in text.utf8 { secret.append(byte: byte) }
    #expect(Array(secret) == Array(text))
    #expect(secret == SecretText(text))
    #expect(secret.count == text.count)
    #expect(secret.last == text.last)
    #expect(secret.isEmpty == text.isEmpty)
    secret.removeLast()
    #expect(Array(secret) == Array(text.dropLast()))
  }

  @Test(
    arguments: [[0xC3], [0x80], [0xF0, 0x9F], [0x61, 0xFF, 0x62], [0xE2, 0x28, 0xA1]] as [[UInt8]]
  )
  func `bytes that are no text are read as what cannot be shown`(bytes: [UInt8]) {
    var secret = SecretText()
    for byte in bytes { secret.append(byte: byte) }
    #expect(secret.contains("\u{FFFD}"))
    #expect(secret.count <= bytes.count)
  }

  @Test func `a copy that is changed leaves the other as it was`() {
    let first = SecretText("abc")
    var second = first
    second.append("d")
    second.removeLast()
    second.removeLast()
    #expect(first == SecretText("abc"))
    #expect(second == SecretText("ab"))
    #expect(first != second)
    second.removeAll()
    #expect(second.isEmpty)
  }
}
