import SafeText
import TestSupport
import Testing

@testable import Drawing

@Suite struct SecretLineTests {
  private func typed(_ text: String, limit: Int = 64) -> SecretLine {
    var line = SecretLine(limit: limit)
    for character in text { _ = line.handle(.character(character)) }
    return line
  }

  @Test func `shows neither text nor length and keeps nothing deleted`() {
    var line = typed("abc")
    let frame = drawn(12, 1) { line.draw(on: &$0, focused: true) }
    #expect(frame.text == "••••••••")
    #expect(frame.cursor == Position(row: 0, column: 8))
    #expect(line.handle(.home) == .ignored)
    #expect(line.handle(.control("u")) == .changed)
    #expect(line.handle(.control("y")) == .refused)
    #expect(drawn(12, 1) { line.draw(on: &$0, focused: true) }.text == "")
  }

  @Test(arguments: [
    (Key.backspace, "Nøkkel to"), (.control("h"), "Nøkkel to"), (.control("w"), "Nøkkel "),
    (.control("u"), ""),
  ])
  func `deletes at the end`(key: Key, left: String) {
    var line = typed("Nøkkel to1")
    #expect(line.handle(key) == .changed)
    #expect(line.text == SecretText(left))
  }

  @Test func `deletes nothing where nothing is`() {
    var line = typed("")
    for key in [Key.backspace, .control("w"), .control("u")] {
      #expect(line.handle(key) == .refused)
    }
  }

  @Test func `takes a mark with its letter and a pasted line break as a blank`() {
    var line = typed("e")
    #expect(line.handle(.character("\u{301}")) == .changed)
    line.paste("1\n2")
    #expect(line.text == SecretText("é1 2"))
    #expect(line.handle(.character("\u{200D}")) == .refused)
  }

  @Test func `takes no more than its limit`() {
    var line = typed("abcdef", limit: 4)
    line.paste(String(repeating: "x", count: 100_000))
    #expect(line.text == SecretText("abcd"))
  }

  /// The same on plain strings.
  @Test func `keeps what the plain strings would hold, whatever is typed`() {
    var generator = Seeded(7)
    for round in 0..<300 {
      var line = SecretLine(limit: 1_000)
      var plain = ""
      for _ in 0..<20 {
        if generator.int(0...3) == 0 {
          _ = line.handle(.backspace)
          plain = String(plain.dropLast())
        } else if let character = generator.hostileText(upTo: 3).first {
          _ = line.handle(.character(character))
          let base = plain.last.map(String.init) ?? ""
          plain = plain.dropLast() + Sanitiser.line(base + String(character))
        }
      }
      #expect(Array(line.text) == Array(plain), "round \(round)")
    }
  }
}
