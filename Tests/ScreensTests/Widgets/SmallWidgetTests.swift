import SafeText
import Drawing
import Testing

@Suite struct SmallWidgetTests {
  // MARK: Search

  private let services = ["A-melding", "Mva-melding", "Skattemelding"]

  private func search(_ query: String) -> [ChoiceList.Option] {
    services.filter { $0.lowercased().contains(query.lowercased()) }
      .map { ChoiceList.Option(id: $0, label: $0) }
  }

  @Test func `typing narrows the results and keeps the focus on what is left`() {
    var list = SearchList(results: search(""))
    _ = list.handle(.down)
    for character in "m" { #expect(list.handle(.character(character), search: search) == .changed) }
    #expect(list.focusedID == "Mva-melding")
    _ = list.handle(.character("v"), search: search)
    let frame = drawn(20, 4) {
      list.draw(on: &$0, focused: true, hint: "Skriv", nothing: "Ingen treff")
    }
    #expect(frame.text == "mv\n\n▸ Mva-melding\n")
    #expect(frame.cursor == Position(row: 0, column: 2))
    #expect(list.handle(.enter, search: search) == .activated)
  }

  @Test func `a search without results survives every key`() {
    var list = SearchList(query: "zz", results: [])
    for key in [Key.home, .end, .up, .down, .pageUp, .pageDown, .enter, .left] {
      _ = list.handle(key, search: search)
    }
    let frame = drawn(20, 4) {
      list.draw(on: &$0, focused: true, hint: "Skriv", nothing: "Ingen treff")
    }
    #expect(frame.text == "zz\n\nIngen treff\n")
    #expect(list.handle(.escape, search: search) == .changed)
    #expect(list.list.options.count == 3)
    #expect(list.handle(.escape, search: search) == .ignored)
  }

  // MARK: Buttons

  private let buttons = [
    ButtonRow.Button(id: "back", label: "Tilbake"), ButtonRow.Button(id: "next", label: "Neste"),
  ]

  @Test func `the focused button carries pointer and cursor`() {
    let row = ButtonRow(buttons, focused: "next")
    let frame = drawn(26, 1) { row.draw(on: &$0, focused: true) }
    #expect(frame.text == "    [ Tilbake ]  [▸Neste ]")
    #expect(frame.annotated.contains("\n    uuuuuuuuuuu  UUUUUUUUU\n"))
    #expect(frame.cursor == Position(row: 0, column: 18))
    #expect(drawn(26, 1) { row.draw(on: &$0, focused: false) }.text.hasSuffix("[ Neste ]"))
  }

  @Test func `buttons stand below each other where there is no room`() {
    let row = ButtonRow(buttons)
    #expect(row.height(width: 22) == 1)
    #expect(row.height(width: 21) == 2)
    #expect(drawn(12, 2) { row.draw(on: &$0, focused: true) }.text == " [▸Tilbake ]\n   [ Neste ]")
  }

  @Test func `buttons are walked and pressed, and Tab leaves the row`() {
    var row = ButtonRow(buttons)
    #expect(row.handle(.left) == .refused)
    #expect(row.handle(.tab) == .moved)
    #expect(row.focusedID == "next")
    #expect(row.handle(.tab) == .ignored)
    #expect(row.handle(.enter) == .activated)
    row.focus("borte")
    #expect(row.focusedID == "next")
  }

  // MARK: Text

  @Test func `text is drawn with headings and lists`() {
    let block = TextBlock([
      .heading("Hva nå?"), .gap, .numbered(1, "Logg inn i Altinn"), .bullet("Velg riktig part"),
      .toned("Feil", .bad),
    ])
    let frame = drawn(14, 8) { block.draw(on: &$0, focused: false) }
    #expect(
      frame.text == """
        Hva nå?

        1. Logg inn i
           Altinn
        • Velg riktig
          part
        Feil

        """
    )
    #expect(frame[style: Position(row: 0, column: 0)] == .heading)
    #expect(frame[style: Position(row: 6, column: 0)] == .error)
  }

  @Test func `text scrolls only where it is long, and never past its ends`() {
    var block = TextBlock([.paragraph("en"), .gap, .paragraph("to"), .gap, .paragraph("tre")])
    block.fit(Size(columns: 9, rows: 5))
    #expect(block.handle(.down) == .ignored)
    block.fit(Size(columns: 9, rows: 2))
    #expect(block.scrolls)
    #expect(drawn(9, 2) { block.draw(on: &$0, focused: true) }.text == "en\n        ↓")
    #expect(block.handle(.end) == .moved)
    #expect(block.handle(.down) == .refused)
    #expect(drawn(9, 2) { block.draw(on: &$0, focused: true) }.text == "        ↑\ntre")
    #expect(block.handle(.home) == .moved)
    #expect(block.handle(.up) == .refused)
  }

  // MARK: Footer

  @Test func `hints that fit are shown whole`() {
    let hints = [
      Hint(key: "↑↓", text: "velg"), Hint(key: "Enter", text: "åpne"),
      Hint(key: "F9", text: "språk og annet"), Hint(key: "F1", text: "hjelp"),
    ]
    #expect(Footer.fitting(hints, width: 80).count == 4)
    #expect(Footer.fitting(hints, width: 32).map(\.key) == ["↑↓", "Enter", "F1"])
    #expect(Footer.fitting(hints, width: 7) == [])
    let frame = drawn(32, 1) { Footer.draw(hints, on: &$0) }
    #expect(frame.text == " ↑↓ velg   Enter åpne   F1 hjelp")
  }

  @Test func `others make room for Escape and for what is kept, and one of those for the last`() {
    let hints = [
      Hint(key: "Piler", text: "velg"), Hint(key: "Enter", text: "neste"),
      Hint(key: "Esc", text: "tilbake", press: .escape), Hint(key: "F1", text: "hjelp"),
      Hint(key: "F10", text: "avslutt", need: .leaves),
    ]
    for width in 0...90 {
      let keys = Footer.fitting(hints, width: width).map(\.key)
      #expect(keys.contains("F10") == (width >= 12), "\(width): \(keys)")
      #expect(keys.contains("Esc") == (width >= 26), "\(width): \(keys)")
      #expect(keys == hints.map(\.key).filter(keys.contains))
    }
    #expect(Footer.fitting(hints, width: 40).map(\.key) == ["Piler", "Esc", "F10"])
  }

  @Test
  func `what goes on and what nobody may miss come before the help, and that before the rest`() {
    let hints = [
      Hint(key: "Piler", text: "bla"), Hint(key: "Tab", text: "flytt", need: .goesOn),
      Hint(key: "Enter", text: "velg", need: .goesOn), Hint(key: "F7", text: "lagre", need: .kept),
      Hint(key: "Esc", text: "tilbake", press: .escape),
      Hint(key: "F4", text: "hvorfor", need: .helps),
      Hint(key: "F10", text: "avslutt", need: .leaves),
    ]
    #expect(Footer.fitting(hints, width: 22, gap: 2).map(\.key) == ["Tab", "Enter"])
    #expect(
      Footer.fitting(hints, width: 60, gap: 2).map(\.key) == ["Tab", "Enter", "F7", "Esc", "F10"]
    )
    #expect(Footer.fitting(hints, width: 90).count == hints.count)
  }

  @Test func `hints never run past any width`() {
    let hints = ["a", "bb bb", "漢字", "e\u{301}"].map { Hint(key: "F1", text: $0) }
    for width in 0...60 {
      let shown = Footer.fitting(hints, width: width)
      let columns = shown.map { DisplayWidth.columns(of: "\($0.key) \($0.text)") + 3 }
      #expect(columns.reduce(-2, +) <= max(width, -2 + columns.count))
    }
  }

  // MARK: Every size

  @Test func `every widget draws a sound frame in every size`() {
    let list = ChoiceList(
      [
        .init(id: "1", label: "漢字 og tekst", hint: "2", detail: "mer", key: "1"),
        .init(id: "2", label: "to"),
      ],
      look: .menu
    )
    let radio = ChoiceList(list.options, look: .radio, chosen: ["2"])
    let found = SearchList(query: "a", results: list.options)
    let block = TextBlock([.heading("漢字"), .bullet("en to tre"), .numbered(3, "fire")])
    let line = LineEditor(text: "en 漢字 lang tekst")
    let area = AreaEditor(text: "en\nto 漢字 tre\nfire")
    for size in Size.promised {
      for focused in [true, false] {
        let draws: [(inout Canvas) -> Void] = [
          { list.draw(on: &$0, focused: focused) }, { radio.draw(on: &$0, focused: focused) },
          { found.draw(on: &$0, focused: focused, hint: "Skriv", nothing: "Ingen") },
          { block.draw(on: &$0, focused: focused) }, { line.draw(on: &$0, focused: focused) },
          { area.draw(on: &$0, focused: focused) },
          { ButtonRow(self.buttons).draw(on: &$0, focused: focused) },
          { Footer.draw([Hint(key: "F1", text: "hjelp")], on: &$0) },
        ]
        for draw in draws {
          let frame = drawn(size.columns, size.rows) { draw(&$0) }
          #expect(frame.checkInvariants() == [])
          #expect(frame.size == size)
        }
      }
    }
  }
}

extension Frame {
  fileprivate subscript(style position: Position) -> Style? {
    row(position.row).dropFirst(position.column).first?.style
  }
}
