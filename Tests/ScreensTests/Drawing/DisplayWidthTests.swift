import SafeText
import Drawing
import TestSupport
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("a", 1), ("æøå", 3), ("ČĐŊŠŦŽ", 6), ("e\u{301}", 1), ("漢字", 4), ("ｱ", 1), ("Ａ", 2),
    ("👩🏽‍💻", 2), ("👨‍👩‍👧‍👦", 2), ("🇳🇴", 2), ("🇳", 1), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("✓✗▸•·–─│…↑↓→", 12),
    ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{301}", 0), ("\u{200B}", 0), ("\u{202E}", 0),
    ("\n", 0), ("\r\n", 0), ("\u{1B}", 0), ("\u{7F}", 0), ("\u{A0}", 1), ("\u{3000}", 2), ("ﾊﾞ", 2),
    ("⌚", 2), ("😀", 2), ("🈁", 2), ("€", 1), ("½", 1), ("\u{FFFD}", 1),
  ])
  func `text takes the columns a terminal gives it`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test func `no character is wider than two columns`() {
    var random = Seeded(1)
    for _ in 0..<2_000 {
      for character in random.hostileText(upTo: 30) {
        #expect((0...2).contains(DisplayWidth.columns(of: character)))
      }
    }
  }
}
