import Drawing
import TestSupport
import Testing

@Suite struct ChoiceListTests {
  private func options(_ labels: [String]) -> [ChoiceList.Option] {
    labels.map { ChoiceList.Option(id: $0.lowercased(), label: $0) }
  }

  private var menu: ChoiceList {
    ChoiceList([
      .init(id: "find", label: "Finn ut hvorfor datasystemet gir feilmelding", key: "1"),
      .init(id: "register", label: "Registrer et datasystem", key: "2"),
      .init(id: "resume", label: "Fortsett en sak", hint: "2 åpne", key: "6", isSetOff: true),
    ])
  }

  @Test func `a menu shows keys, hints and the pointer`() {
    var list = menu
    _ = list.handle(.down)
    let frame = drawn(36, 6) { list.draw(on: &$0, focused: true) }
    #expect(
      frame.annotated == """
          1  Finn ut hvorfor datasystemet
             gir feilmelding
        ▸ 2  Registrer et datasystem

          6  Fortsett en sak          2 åpne

        --- styles
          k

        fff

          k                           mmmmmm

        --- cursor 2,0
        """
    )
    #expect(drawn(36, 6, glyphs: .ascii) { list.draw(on: &$0, focused: true) }.text.contains("> 2"))
    #expect(!drawn(36, 6) { list.draw(on: &$0, focused: false) }.text.contains("▸"))
  }

  @Test func `a hint without room goes below`() {
    let list = menu
    let frame = drawn(24, 8) { list.draw(on: &$0, focused: false) }
    #expect(frame.text.hasSuffix("  6  Fortsett en sak\n     2 åpne"))
  }

  @Test func `in a wide window a hint stays near its label, and all end in one column`() {
    let frame = drawn(190, 6) { menu.draw(on: &$0, focused: false) }
    let blanks = String(repeating: " ", count: 50)
    #expect(frame.lines[3] == "  6  Fortsett en sak\(blanks)2 åpne")
    let long = ChoiceList([
      .init(id: "1", label: String(repeating: "a", count: 90), hint: "1", key: "1"),
      .init(id: "2", label: "kort", hint: "22", key: "2"),
    ])
    let lines = drawn(190, 6) { long.draw(on: &$0, focused: false) }.lines
    #expect(lines[0].count == lines[1].count && lines[0].hasSuffix("a  1"))
  }

  @Test func `where there is room an option stands in columns below heads, else as a label`() {
    let columns = ChoiceList.Columns(
      heads: [.init("Du", end: "s"), .init("Best vei", end: "s"), .init("Hvorfor")],
      cells: [
        [.init("Spør", end: "10")], [.init("Les", end: "5"), .init("Råd")], [.init("Omvei")],
      ]
    )
    let list = ChoiceList([
      .init(id: "on", label: "Videre", key: "1"),
      .init(id: "a", label: "Spør – omvei", key: "2", columns: columns),
      .init(id: "b", label: "Spør – omvei", key: "3", columns: columns),
    ])
    func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
    let cells = "Spør\(blanks(16))10  Les\(blanks(18))5  Omvei"
    let below = "\(blanks(29))Råd"
    let wide = drawn(76, 9) { list.draw(on: &$0, focused: true) }.lines
    let heads = "     Du\(blanks(19))s  Best vei\(blanks(13))s  Hvorfor"
    #expect(wide[0] == "▸ 1  Videre" && wide[1].isEmpty && wide[2] == heads)
    #expect(Array(wide[3...6]) == ["  2  \(cells)", below, "  3  \(cells)", below])
    let narrow = drawn(75, 9) { list.draw(on: &$0, focused: true) }.lines
    #expect(Array(narrow[0...1]) == ["▸ 1  Videre", "  2  Spør – omvei"])
    // What is too long for its column goes on below, and its figure stays beside its beginning.
    let asked = ChoiceList.Columns.Entry("Spør om passordet til ID-en", end: "10")
    let long = ChoiceList([
      .init(id: "a", label: "", key: "1", columns: .init(heads: [], cells: [[asked], [], []]))
    ])
    let lines = drawn(76, 3) { long.draw(on: &$0, focused: false) }.lines
    #expect(lines == ["  1  Spør om passordet   10", "     til ID-en", ""])
  }

  @Test func `a menu opens by Enter, Space and its key`() {
    var list = menu
    #expect(list.handle(.character("6")) == .activated)
    #expect(list.focusedID == "resume")
    #expect(list.handle(.character("3")) == .ignored)
    #expect(list.handle(.enter) == .activated)
    #expect(list.handle(.character(" ")) == .activated)
    #expect(list.chosen == [])
  }

  @Test func `a radio list keeps one choice`() {
    var list = ChoiceList(
      [
        .init(id: "yes", label: "Ja, jeg ser minst én av dem", key: "J"),
        .init(id: "no", label: "Nei, ingen av dem", detail: "Siden er tom", key: "N"),
        .init(id: "unknown", label: "Vet ikke", key: "V"),
      ],
      look: .radio
    )
    #expect(list.handle(.character("n")) == .changed)
    #expect(list.choice == "no")
    #expect(list.handle(.down) == .moved)
    #expect(list.choice == "no")
    let frame = drawn(36, 4) { list.draw(on: &$0, focused: true) }
    #expect(
      frame.text == """
          ( ) Ja, jeg ser minst én av dem
          ( ) Nei, ingen av dem
              Siden er tom
        ▸ (•) Vet ikke
        """
    )
    #expect(frame.cursor == Position(row: 3, column: 3))
    #expect(list.handle(.enter) == .activated)
    #expect(list.choice == "unknown")
    #expect(list.handle(.character("1")) == .changed)
    #expect(list.choice == "yes")
  }

  @Test
  func `an option that Enter takes has the mark, and to look at another page chooses nothing`() {
    let asked = ChoiceList(options(["Bokmål", "Nynorsk", "Vet ikke"]), look: .radio)
    func text(_ list: ChoiceList) -> String {
      drawn(20, 3) { list.draw(on: &$0, focused: true) }.text
    }
    #expect(text(asked).contains("▸ ( ) Bokmål") && !text(asked).contains("•"))
    var moved = asked
    _ = moved.handle(.down)
    #expect(text(moved).contains("▸ (•) Nynorsk") && moved.hasAnswer)
    for key in [Key.pageDown, .pageUp] {
      for answer in ["bokmål", "vet ikke", nil] {
        var list = asked
        list.fit(Size(columns: 20, rows: 3))
        list.choose(Set([answer].compactMap(\.self)))
        _ = list.handle(key)
        #expect(text(list).contains("•") == (answer != nil))
        list.settle()
        _ = list.handle(.enter)
        #expect(list.choice == answer, "\(key)")
      }
    }
  }

  @Test func `where keys stand before the labels so does the letter that a label begins with`() {
    let list = ChoiceList(
      [
        .init(id: "one", label: "Nordlys", key: "1"),
        .init(id: "unknown", label: "Vet ikke", key: "v"),
      ],
      look: .radio
    )
    let frame = drawn(24, 2) { list.draw(on: &$0, focused: false) }
    #expect(frame.text == "  ( ) 1 Nordlys\n  ( ) v Vet ikke")
  }

  @Test func `boxes are turned on and off`() {
    var list = ChoiceList(options(["En", "To"]), look: .boxes, chosen: ["to", "borte"])
    #expect(list.focusedID == "to")
    _ = list.handle(.character("1"))
    #expect(list.chosen == ["en", "to"])
    _ = list.handle(.down)
    _ = list.handle(.character(" "))
    #expect(list.chosen == ["en"])
    #expect(list.handle(.enter) == .activated)
    #expect(drawn(20, 2) { list.draw(on: &$0, focused: true) }.text == "  [✓] En\n▸ [ ] To")
  }

  @Test func `nothing wraps at the ends`() {
    var list = ChoiceList(options(["A", "B", "C"]))
    #expect(list.handle(.up) == .refused)
    #expect(list.handle(.end) == .moved)
    #expect(list.handle(.down) == .refused)
    #expect(list.focusedID == "c")
  }

  @Test func `letters find labels where that is asked for`() {
    var list = ChoiceList(options(["Arve", "Berit", "Bodil"]), findsByLetter: true)
    #expect(list.handle(.character("b")) == .moved)
    #expect(list.focusedID == "berit")
    #expect(list.handle(.character("B")) == .moved)
    #expect(list.focusedID == "bodil")
    #expect(list.handle(.character("x")) == .refused)
  }

  @Test func `a long list scrolls no more than needed`() {
    var list = ChoiceList(options((1...9).map { "Nr \($0)" }))
    list.fit(Size(columns: 12, rows: 3))
    func text() -> String { drawn(12, 3) { list.draw(on: &$0, focused: true) }.text }
    #expect(text() == "▸ Nr 1\n  Nr 2\n  Nr 3     ↓")
    _ = list.handle(.pageDown)
    #expect(text() == "  Nr 1\n  Nr 2\n▸ Nr 3     ↓")
    _ = list.handle(.down)
    #expect(text() == "  Nr 2     ↑\n  Nr 3\n▸ Nr 4     ↓")
    _ = list.handle(.up)
    #expect(text() == "  Nr 2     ↑\n▸ Nr 3\n  Nr 4     ↓")
    _ = list.handle(.end)
    #expect(text() == "  Nr 7     ↑\n  Nr 8\n▸ Nr 9")
  }

  @Test func `the focus stays with its option when the options change`() {
    var list = ChoiceList(options(["A", "B", "C"]), look: .radio, chosen: ["b"])
    list.replace(with: options(["X", "B"]))
    #expect(list.focusedID == "b")
    #expect(list.choice == "b")
    list.replace(with: options(["X", "Y"]))
    #expect(list.focusedID == "y")
    #expect(list.choice == nil)
    list.replace(with: [])
    #expect(list.focusedID == nil)
    #expect(list.handle(.down) == .ignored)
    list.replace(with: options(["Z"]))
    #expect(list.focusedID == "z")
  }

  @Test(arguments: [ChoiceList.Look.menu, .radio, .boxes])
  func `the focus is never lost and is always seen`(look: ChoiceList.Look) {
    var random = Seeded(3)
    var list = ChoiceList([], look: look)
    for _ in 0..<1_200 {
      switch random.int(0...14) {
      case 0:
        let ids = (0...9).filter { _ in random.int(0...1) == 0 }
        list.replace(
          with: ids.map { id in
            .init(
              id: "\(id)",
              label: random.words(random.int(0...6)),
              hint: random.int(0...3) == 0 ? random.hostileText(upTo: 9) : nil,
              detail: random.int(0...3) == 0 ? random.words(8) : nil,
              isSetOff: random.int(0...4) == 0
            )
          }
        )
      case 1: list.fit(Size(columns: random.int(-1...40), rows: random.int(-1...12)))
      case 2: list.focus("\(random.int(0...12))")
      case 3: list.choose(["\(random.int(0...12))", "1"])
      default: _ = list.handle(random.key())
      }
      let ids = list.options.map(\.id)
      #expect(list.focusedID.map(ids.contains) ?? ids.isEmpty)
      #expect(list.chosen.isSubset(of: ids))
      #expect(list.chosen.count <= (look == .menu ? 0 : look == .radio ? 1 : 10))
      let size = Size(columns: random.int(4...40), rows: random.int(2...12))
      let frame = drawn(size.columns, size.rows) { list.draw(on: &$0, focused: true) }
      #expect(frame.checkInvariants() == [])
      #expect(frame.cursor != nil || ids.isEmpty)
    }
  }
}
