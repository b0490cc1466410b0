import SafeText
import Drawing
import TestSupport
import Testing

@Suite struct WrapTests {
  private func widest(_ lines: [String]) -> Int {
    lines.map { DisplayWidth.columns(of: $0) }.max() ?? 0
  }

  @Test(arguments: 1...40)
  func `no line is wider than the width and no word is lost`(width: Int) {
    var random = Seeded(UInt64(width))
    for _ in 0..<60 {
      let text = random.words(random.int(0...25))
      let lines = Wrap.lines(text, width: width)
      #expect(widest(lines) <= width)
      if width > 1 {
        let joined = lines.joined().filter { $0 != " " }
        #expect(joined == text.filter { $0 != " " })
      }
      if width > 27 {
        let words = lines.joined(separator: " ").split(separator: " ")
        #expect(words == text.split(separator: " "))
      }
    }
  }

  @Test(arguments: 1...20)
  func `hostile text keeps to the width`(width: Int) {
    var random = Seeded(UInt64(width))
    for _ in 0..<100 {
      let lines = Wrap.lines(random.hostileText(upTo: 80), width: width)
      #expect(widest(lines) <= width)
    }
  }

  @Test func `words move to the next line whole`() {
    #expect(
      Wrap.lines("Har du en av disse rollene?", width: 12) == ["Har du en av", "disse", "rollene?"]
    )
  }

  @Test func `a number in groups and the day of a date move to the next line whole`() {
    #expect(
      Wrap.lines("for 310 043 214 i dag", width: 13) == ["for", "310 043 214 i", "dag"]
    )
    #expect(Wrap.lines("Ring 75 00 60 00 nå", width: 11) == ["Ring", "75 00 60 00", "nå"])
    #expect(Wrap.lines("fra 19. juni 2026", width: 8) == ["fra", "19. juni", "2026"])
    // One that is wider than the line is broken between its groups, and other numbers at any blank.
    #expect(Wrap.lines("for 310 043 214", width: 8) == ["for", "310 043", "214"])
    #expect(Wrap.lines("RF 0002 og 3 skjema", width: 12) == ["RF 0002 og 3", "skjema"])
    #expect(Wrap.lines("Han er 19. Hun er 20", width: 11) == ["Han er 19.", "Hun er 20"])
  }

  @Test func `a word wider than the line is broken`() {
    #expect(Wrap.lines("nr 1234567890 ok", width: 4) == ["nr", "1234", "5678", "90", "ok"])
  }

  @Test func `paragraphs and empty lines are kept`() {
    #expect(Wrap.lines("en\r\n\nto tre", width: 4) == ["en", "", "to", "tre"])
    #expect(Wrap.lines("", width: 4) == [""])
    #expect(Wrap.lines("a", width: 0) == [])
  }

  @Test func `list items continue below their text`() {
    #expect(Wrap.lines("- gi en rolle", width: 9) == ["- gi en", "  rolle"])
    #expect(Wrap.lines("12. gi en rolle", width: 10) == ["12. gi en", "    rolle"])
    #expect(Wrap.lines("  › Skjema og", width: 10) == ["  › Skjema", "    og"])
    #expect(Wrap.lines("- langtordet", width: 6) == ["- lang", "  tord", "  et"])
    #expect(Wrap.lines("2024 er et år", width: 8) == ["2024 er", "et år"])
  }
}
