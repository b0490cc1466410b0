import SafeText
import Drawing
import TestSupport
import Testing

@Suite struct CanvasTests {
  private func drawn(_ columns: Int, _ rows: Int, _ draw: (inout Canvas) -> Void) -> Frame {
    var canvas = Canvas(size: Size(columns: columns, rows: rows))
    draw(&canvas)
    return canvas.frame
  }

  @Test func `text is written with its style and measured`() {
    var canvas = Canvas(size: Size(columns: 10, rows: 2))
    let used = canvas.write("æ漢e\u{301}", row: 1, column: 2, style: .title)
    #expect(used == 4)
    #expect(canvas.frame.annotated == "\n  æ漢e\u{301}\n--- styles\n\n  tttt\n--- cursor -")
  }

  @Test func `wide characters are cut to blanks at the edges`() {
    let frame = drawn(4, 1) { canvas in
      canvas.write("漢", row: 0, column: -1, style: .error)
      canvas.write("字", row: 0, column: 3, style: .error)
      canvas.write("x", row: 0, column: 1)
    }
    #expect(frame.text == " x")
    #expect(frame.checkInvariants() == [])
  }

  @Test func `writing over half of a wide character blanks the other half`() {
    let frame = drawn(6, 1) { canvas in
      canvas.write("漢字漢", row: 0, column: 0)
      canvas.write("a", row: 0, column: 1)
      canvas.write("b", row: 0, column: 4)
    }
    #expect(frame.text == " a字b")
    #expect(frame.checkInvariants() == [])
  }

  @Test func `a region sees only itself`() {
    let frame = drawn(8, 4) { canvas in
      canvas.fill(with: ".")
      canvas.region(Rect(row: 1, column: 2, width: 4, height: 2)) { part in
        part.write("abcdefgh", row: 0, column: -1)
        part.write("no", row: 2, column: 0)
        part.write("no", row: -1, column: 0)
        part.placeCursor(row: 5, column: 0)
        part.region(Rect(row: 1, column: 3, width: 9, height: 9)) { inner in
          inner.write("xyz", row: 0, column: 0)
          inner.placeCursor(row: 0, column: 0)
        }
      }
      canvas.write("e", row: 3, column: 7)
    }
    #expect(frame.text == "........\n..bcde..\n.....x..\n.......e")
    #expect(frame.cursor == Position(row: 2, column: 5))
  }

  @Test func `lines run to the edge of the region`() {
    let frame = drawn(5, 3) { canvas in
      canvas.hline(row: 0)
      canvas.vline(column: 1, row: 1)
      canvas.hline(row: 2, column: 3, width: 1)
    }
    #expect(frame.text == "─────\n │\n │ ─")
  }

  @Test func `what commands the terminal never reaches a cell`() {
    let frame = drawn(12, 1) { canvas in
      canvas.write("a\u{1B}[2J\nb\u{202E}", row: 0, column: 0)
    }
    #expect(frame.text == "a·[2J b·")
  }

  @Test(arguments: 0..<31)
  func `no write traps or breaks the frame`(size: Int) {
    var random = Seeded(UInt64(size))
    let far = [Int.min, Int.min + 1, -1_000_000, 1_000_000, Int.max - 1, Int.max]
    for _ in 0..<6 {
      let columns = random.int(0...30)
      var canvas = Canvas(size: Size(columns: columns, rows: size))
      for _ in 0..<60 {
        func place(_ random: inout Seeded) -> Int {
          random.int(0...19) == 0 ? random.pick(far) : random.int(-5...35)
        }
        let text = random.hostileText(upTo: 12)
        let rect = Rect(
          row: place(&random),
          column: place(&random),
          width: place(&random),
          height: place(&random)
        )
        let row = place(&random)
        let column = place(&random)
        let style = random.pick(Style.allCases)
        switch random.int(0...5) {
        case 0: canvas.fill(rect, with: text.first ?? " ", style: style)
        case 1: canvas.hline(row: row, column: column)
        case 2: canvas.vline(column: column, row: row)
        case 3: canvas.placeCursor(row: row, column: column)
        case 4:
          canvas.region(rect) { part in
            part.write(text, row: row, column: column, style: style)
            part.fill(rect, with: "漢")
            part.placeCursor(row: row, column: column)
          }
        default: canvas.write(text, row: row, column: column, style: style)
        }
      }
      #expect(canvas.frame.checkInvariants() == [])
      #expect(canvas.size == Size(columns: columns, rows: size))
    }
  }

  @Test(arguments: [
    Size(columns: -1, rows: -1), Size(columns: 0, rows: 7), Size(columns: .max, rows: .max),
  ])
  func `odd sizes make a small frame and no trap`(size: Size) {
    let frame = Frame(size: size)
    #expect(frame.cells.count <= Frame.largest.columns * Frame.largest.rows)
    #expect(frame.row(-1).isEmpty && frame.row(frame.size.rows).isEmpty)
  }

  @Test(arguments: [Glyphs.unicode, Glyphs.ascii])
  func `every sign is one column wide`(glyphs: Glyphs) {
    let signs = [
      glyphs.horizontal, glyphs.vertical, glyphs.pointer, glyphs.tick, glyphs.cross, glyphs.dot,
      glyphs.dash, glyphs.arrow, glyphs.bullet, glyphs.scrollUp, glyphs.scrollDown,
      glyphs.ellipsis, glyphs.mask,
    ]
    for sign in signs {
      #expect(DisplayWidth.columns(of: sign) == 1)
      #expect(Sanitiser.line(String(sign)) == String(sign))
    }
    for sign in [glyphs.radioOn, glyphs.radioOff, glyphs.boxOn, glyphs.boxOff] {
      #expect(DisplayWidth.columns(of: sign) == 3)
    }
  }

  @Test func `the ASCII set is ASCII and every style has its own mark`() {
    let glyphs = Glyphs.ascii
    let signs = [glyphs.pointer, glyphs.tick, glyphs.dash, glyphs.ellipsis]
    #expect(signs.filter { !$0.isASCII } == [])
    #expect(Set(Style.allCases.map(\.mark)).count == Style.allCases.count)
  }
}
