import SafeText
import Drawing
import TestSupport
import Testing

@Suite struct AreaEditorTests {
  private func editor(_ text: String, columns: Int, rows: Int, limit: Int = 65_536) -> AreaEditor {
    var editor = AreaEditor(limit: limit)
    editor.fit(Size(columns: columns, rows: rows))
    _ = editor.paste(text)
    return editor
  }

  @Test func `text wraps and line breaks are kept`() {
    let editor = editor("Du mangler rettighet\r\n\nKode 99", columns: 13, rows: 5)
    #expect(editor.text == "Du mangler rettighet\n\nKode 99")
    let frame = drawn(13, 5) { editor.draw(on: &$0, focused: true) }
    #expect(frame.text == "Du mangler\nrettighet\n\nKode 99\n")
    #expect(frame.cursor == Position(row: 3, column: 7))
  }

  @Test func `up and down move by rows and keep the column`() {
    var editor = editor("abcdefgh\nx\n漢漢漢漢", columns: 20, rows: 3)
    _ = editor.handle(.left)
    func cursor() -> Position? { drawn(20, 3) { editor.draw(on: &$0, focused: true) }.cursor }
    #expect(cursor() == Position(row: 2, column: 6))
    _ = editor.handle(.up)
    #expect(cursor() == Position(row: 1, column: 1))
    _ = editor.handle(.up)
    #expect(cursor() == Position(row: 0, column: 6))
    #expect(editor.handle(.up) == .refused)
    _ = editor.handle(.right)
    _ = editor.handle(.down)
    _ = editor.handle(.down)
    #expect(cursor() == Position(row: 2, column: 6))
  }

  @Test func `long text scrolls and shows where there is more`() {
    var editor = editor("1\n2\n3\n4\n5", columns: 4, rows: 3)
    #expect(drawn(4, 3) { editor.draw(on: &$0, focused: true) }.text == "3  ↑\n4\n5")
    _ = editor.handle(.pageUp)
    #expect(drawn(4, 3) { editor.draw(on: &$0, focused: true) }.text == "3  ↑\n4\n5")
    _ = editor.handle(.pageUp)
    #expect(drawn(4, 3) { editor.draw(on: &$0, focused: true) }.text == "1\n2\n3  ↓")
  }

  @Test func `the limit holds and is told`() {
    var editor = editor("12345\n", columns: 10, rows: 3, limit: 8)
    #expect(!editor.wasCut)
    #expect(editor.paste("67890") == .changed)
    #expect(editor.text == "12345\n67")
    #expect(editor.wasCut)
    #expect(editor.handle(.character("x")) == .refused)
    #expect(editor.handle(.backspace) == .changed)
    #expect(!editor.wasCut)
    #expect(editor.count == 7)
  }

  @Test func `a giant paste keeps to the limit`() {
    var editor = AreaEditor()
    editor.fit(Size(columns: 80, rows: 10))
    #expect(editor.paste(String(repeating: "0123456789\n", count: 1_000_000)) == .changed)
    #expect(editor.count == 65_536)
    #expect(editor.wasCut)
    _ = editor.handle(.backspace)
    #expect(editor.handle(.character("x")) == .changed)
    #expect(editor.text.hasSuffix("x"))
  }

  /// The same field as an array of characters.
  private struct Reference {
    var text: [Character] = []
    var cursor = 0

    mutating func handle(_ key: Key) {
      switch key {
      case .character(let character): insert(String(character))
      case .enter: insert("\n")
      case .left, .control("b"): cursor = max(0, cursor - 1)
      case .right, .control("f"): cursor = min(text.count, cursor + 1)
      case .control("a"): cursor = lineStart
      case .control("e"): cursor = lineEnd
      case .backspace, .control("h"): remove(cursor - 1..<cursor)
      case .delete, .control("d"): remove(cursor..<cursor + 1)
      case .control("u"): remove(lineStart..<cursor)
      case .control("k"): remove(cursor..<lineEnd)
      default: break
      }
    }

    var lineStart: Int { (text[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }
    var lineEnd: Int { text[cursor...].firstIndex(of: "\n") ?? text.count }

    mutating func insert(_ new: String) {
      let before = Array(Sanitiser.text(String(text[..<cursor]) + new))
      text = before + text[cursor...]
      cursor = before.count
    }

    mutating func remove(_ range: Range<Int>) {
      guard range.lowerBound >= 0, range.upperBound <= text.count else { return }
      text.removeSubrange(range)
      cursor = range.lowerBound
    }
  }

  @Test(arguments: UInt64(0)..<30)
  func `the field edits as the simple reference does`(seed: UInt64) {
    var random = Seeded(seed)
    var editor = AreaEditor()
    editor.fit(Size(columns: random.int(2...12), rows: 4))
    var reference = Reference()
    let keys: [Key] = [
      .left, .right, .control("a"), .control("e"), .backspace, .delete, .control("u"),
      .control("k"), .enter, .enter,
    ]
    for step in 0..<300 {
      if random.int(0...20) == 0 {
        let text = random.pick(["en\nto", "\n\n", "lang tekst uten slutt", "\u{301}x", "a\r\nb\n"])
        _ = editor.paste(text)
        reference.insert(text)
      } else {
        let letters = Array("abc d漢\u{301}")
        let key = random.int(0...1) == 0 ? .character(random.pick(letters)) : random.pick(keys)
        _ = editor.handle(key)
        reference.handle(key)
      }
      guard editor.text == String(reference.text), editor.count == reference.text.count else {
        Issue.record("\(step): \(editor.text.debugDescription) \(reference)")
        return
      }
    }
    // A letter at the cursor shows that both stand at the same place.
    _ = editor.handle(.character("@"))
    reference.insert("@")
    #expect(editor.text == String(reference.text))
  }

  @Test(arguments: 1...16)
  func `wrapping what an edit changed gives the same rows as wrapping anew`(columns: Int) {
    var random = Seeded(UInt64(columns))
    var editor = AreaEditor(limit: 400)
    let size = Size(columns: columns, rows: 100)
    editor.fit(size)
    for step in 0..<500 {
      if random.int(0...30) == 0 {
        _ = editor.paste(random.pick([random.words(9), "    ", random.hostileText(upTo: 30)]))
      } else {
        _ = editor.handle(random.key())
      }
      var anew = AreaEditor(limit: 1_000)
      anew.fit(size)
      anew.replace(with: editor.text)
      let rows = drawn(columns, 100) { editor.draw(on: &$0, focused: false) }
      let wanted = drawn(columns, 100) { anew.draw(on: &$0, focused: false) }
      guard editor.rowCount == anew.rowCount, rows == wanted || editor.rowCount > 100 else {
        Issue.record("\(step): \(editor.text.debugDescription)")
        return
      }
    }
  }

  @Test func `any keys at any size draw a sound frame with the cursor inside`() {
    var random = Seeded(5)
    var editor = AreaEditor(limit: 300)
    for _ in 0..<1_500 {
      switch random.int(0...20) {
      case 0: _ = editor.paste(random.hostileText(upTo: 60))
      case 1: editor.fit(Size(columns: random.int(-1...30), rows: random.int(-1...10)))
      default: _ = editor.handle(random.key())
      }
      #expect(editor.count == editor.text.count)
      let size = Size(columns: random.int(1...30), rows: random.int(1...10))
      let frame = drawn(size.columns, size.rows) { editor.draw(on: &$0, focused: true) }
      #expect(frame.checkInvariants() == [])
      #expect(frame.cursor != nil)
    }
  }
}
