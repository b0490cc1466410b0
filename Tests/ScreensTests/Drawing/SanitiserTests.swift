import SafeText
import Drawing
import TestSupport
import Testing

@Suite struct SanitiserTests {
  /// The categories that nothing drawn may hold.
  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  static func faults(in text: String, lineBreaks: Bool) -> [String] {
    var faults: [String] = []
    for character in text where !(lineBreaks && character == "\n") {
      let scalars = character.unicodeScalars
      if let bad = scalars.first(where: isForbidden) { faults.append("U+\(bad.value)") }
      let width = DisplayWidth.columns(of: character)
      if !(1...2).contains(width) { faults.append("width \(width) of \(scalars.map(\.value))") }
      let marks = scalars.filter {
        [.nonspacingMark, .enclosingMark, .spacingMark].contains($0.properties.generalCategory)
      }
      if scalars.count > 9 || (marks.count > 4 && scalars.count == marks.count + 1) {
        faults.append("\(scalars.count) scalars")
      }
    }
    return faults
  }

  @Test func `every scalar of Unicode comes out as something that may be drawn`() {
    var checked = 0
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var view = String.UnicodeScalarView("a".unicodeScalars)
      view.append(scalar)
      view.append("b")
      let line = Sanitiser.line(String(view))
      checked += 1
      if line == "a\u{FFFD}b" || line == "ab" { continue }
      let faults = Self.faults(in: line, lineBreaks: false)
      let scalars = line.unicodeScalars
      if !faults.isEmpty || scalars.first != "a" || scalars.last != "b" {
        Issue.record("U+\(String(value, radix: 16)): \(faults) \(line.debugDescription)")
      }
    }
    #expect(checked == 0x110000 - 0x800)
  }

  @Test func `cleaning twice changes nothing`() {
    var random = Seeded(18)
    for _ in 0..<6_000 {
      let text = random.hostileText(upTo: 40)
      let line = Sanitiser.line(text)
      #expect(Array(Sanitiser.line(line).unicodeScalars) == Array(line.unicodeScalars))
      #expect(Self.faults(in: line, lineBreaks: false) == [])
      let several = Sanitiser.text(text)
      #expect(Array(Sanitiser.text(several).unicodeScalars) == Array(several.unicodeScalars))
      #expect(Self.faults(in: several, lineBreaks: true) == [])
    }
  }

  @Test(arguments: [
    ("Åse Brønn", "Åse Brønn"),
    ("en\tto", "en to"),
    ("en\r\nto\nre\rfi", "en to re fi"),
    ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"),
    ("\u{1B}[31mrød\u{1B}[0m", "·[31mrød·[0m"),
    ("\u{1B}]52;c;AAAA\u{7}", "·]52;c;AAAA·"),
    ("\u{9B}2J", "·2J"),
    ("konto\u{202E}321", "konto·321"),
    ("\u{FEFF}da\u{AD}ta\u{200B}system\u{E0041}", "datasystem"),
    ("\u{E000}\u{378}", "\u{FFFD}\u{FFFD}"),
    ("❤\u{FE0F}", "❤"),
    ("👩🏽‍💻", "👩💻"),
    ("\u{301}alene", "·alene"),
    ("🇳🇴", "🇳🇴"),
    ("a\u{A0}b", "a\u{A0}b"),
  ])
  func `hostile text is made harmless`(text: String, clean: String) {
    let line = Sanitiser.line(text)
    #expect(Array(line.unicodeScalars) == Array(clean.unicodeScalars))
  }

  @Test func `line breaks are kept where several lines are meant`() {
    #expect(Sanitiser.text("en\r\nto\rtre\u{2028}fire\n\n\tfem") == "en\nto\ntre\nfire\n\n fem")
  }

  @Test func `plain lines are cleaned as they are beside a sign that is not plain`() {
    var random = Seeded(7)
    let signs = Array("ab 1æøåÀÿ~\t\n\r\u{B}\u{C}").map(String.init) + ["\r\n"]
    for _ in 0..<2_000 {
      let text = (0..<random.int(0...12)).map { _ in random.pick(signs) }.joined()
      #expect(Sanitiser.text(text + "☃") == Sanitiser.text(text) + "☃", "\(text.debugDescription)")
      #expect(Sanitiser.line(text + "☃") == Sanitiser.line(text) + "☃", "\(text.debugDescription)")
    }
  }

  @Test func `a thousand marks on one letter become four`() {
    let piled = "e" + String(repeating: "\u{301}", count: 1_000) + "n"
    let line = Sanitiser.line(piled)
    #expect(line.unicodeScalars.count == 6)
    #expect(DisplayWidth.columns(of: line) == 2)
  }
}
