import SafeText
import Drawing
import TestSupport
import Testing

@Suite struct LineEditorTests {
  private func typed(_ keys: [Key], limit: Int = 200) -> LineEditor {
    var editor = LineEditor(limit: limit)
    for key in keys { _ = editor.handle(key) }
    return editor
  }

  private func letters(_ text: String) -> [Key] { text.map { .character($0) } }

  @Test func `marks typed after a letter join it`() {
    let editor = typed([.character("e"), .character("\u{301}"), .character("n"), .left, .backspace])
    #expect(editor.text == "n")
    #expect(editor.cursor == 0)
  }

  @Test func `what was cut can be put back`() {
    var editor = typed(letters("en to tre") + [.control("w")])
    #expect(editor.text == "en to ")
    _ = editor.handle(.control("a"))
    _ = editor.handle(.control("y"))
    #expect(editor.text == "treen to ")
    _ = editor.handle(.control("u"))
    #expect(editor.text == "en to ")
    _ = editor.handle(.control("k"))
    #expect(editor.isEmpty)
    _ = editor.handle(.control("y"))
    #expect(editor.text == "en to ")
  }

  @Test func `words are moved over and deleted`() {
    var editor = typed(letters("en-to tre") + [.alt("b"), .alt("b")])
    #expect(editor.cursor == 3)
    _ = editor.handle(.alt("f"))
    #expect(editor.cursor == 5)
    _ = editor.handle(.alt("d"))
    #expect(editor.text == "en-to")
  }

  @Test func `a paste becomes one line and never more than the limit`() {
    var editor = LineEditor(limit: 8)
    #expect(editor.paste("12\r\n34\n\u{1B}5") == .changed)
    #expect(editor.text == "12 34 ·5")
    #expect(!editor.wasCut)
    #expect(editor.handle(.character("6")) == .refused)
    #expect(editor.wasCut)
    #expect(editor.handle(.backspace) == .changed)
    #expect(editor.paste(String(repeating: "x", count: 10_000_000)) == .changed)
    #expect(editor.text == "12 34 ·x")
    #expect(editor.wasCut)
  }

  @Test func `keys for others are left to them`() {
    var editor = typed(letters("ab"))
    for key in [Key.up, .down, .enter, .tab, .escape, .control("z"), .function(1)] {
      #expect(editor.handle(key) == .ignored)
    }
    #expect(editor.handle(.right) == .refused)
  }

  @Test func `a long text scrolls by half the field and shows that it goes on`() {
    var editor = LineEditor(text: "0123456789abcdef")
    var frame = drawn(8, 1) { editor.draw(on: &$0, focused: true) }
    #expect(frame.annotated == "…def\n--- styles\nIIIIIIII\n--- cursor 0,4")
    _ = editor.handle(.home)
    frame = drawn(8, 1) { editor.draw(on: &$0, focused: true) }
    #expect(frame.annotated == "0123456…\n--- styles\nIIIIIIII\n--- cursor 0,0")
    frame = drawn(8, 1, glyphs: .ascii) { editor.draw(on: &$0, focused: false) }
    #expect(frame.annotated == "0123456~\n--- styles\niiiiiiii\n--- cursor -")
  }

  /// The same field as plain strings: slow, and simple enough to be read as right.
  private struct Reference {
    var text = ""
    var cursor = 0
    var cut = ""

    mutating func handle(_ key: Key) {
      let all = Array(text)
      var before = String(all[..<cursor])
      var after = String(all[cursor...])
      func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
      switch key {
      case .character(let character): before = Sanitiser.line(before + String(character))
      case .control("y"): before += cut
      case .left, .control("b"): cursor = max(0, cursor - 1)
      case .right, .control("f"): cursor = min(all.count, cursor + 1)
      case .home, .control("a"): cursor = 0
      case .end, .control("e"): cursor = all.count
      case .backspace, .control("h"): before = String(before.dropLast())
      case .delete, .control("d"): after = String(after.dropFirst())
      case .control("u"): (cut, before) = (before.isEmpty ? cut : before, "")
      case .control("k"): (cut, after) = (after.isEmpty ? cut : after, "")
      case .control("w"):
        while before.last == " " { before.removeLast() }
        while let last = before.last, last != " " { before.removeLast() }
        if before.count < cursor { cut = String(all[before.count..<cursor]) }
      case .alt("d"):
        while let first = after.first, !isWord(first) { after.removeFirst() }
        while let first = after.first, isWord(first) { after.removeFirst() }
        let end = all.count - after.count
        if end > cursor { cut = String(all[cursor..<end]) }
      case .alt("b"):
        while cursor > 0, !isWord(all[cursor - 1]) { cursor -= 1 }
        while cursor > 0, isWord(all[cursor - 1]) { cursor -= 1 }
      case .alt("f"):
        while cursor < all.count, !isWord(all[cursor]) { cursor += 1 }
        while cursor < all.count, isWord(all[cursor]) { cursor += 1 }
      default: break
      }
      if before + after != text || before.count + after.count != all.count {
        cursor = before.count
        text = before + after
      }
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func `the field edits as the simple reference does`(seed: UInt64) {
    var random = Seeded(seed)
    var editor = LineEditor()
    var reference = Reference()
    for step in 0..<300 {
      var key = random.key()
      // Two halves of a flag join across the cursor: tested with the others below.
      if key == .character("🇳") { key = .character("n") }
      _ = editor.handle(key)
      reference.handle(key)
      guard editor.text == reference.text, editor.cursor == reference.cursor else {
        Issue.record("\(step) \(key): \(editor) \(reference)")
        return
      }
    }
  }

  @Test func `any keys at any size draw a sound frame with the cursor inside`() {
    var random = Seeded(7)
    var editor = LineEditor(limit: 60)
    for _ in 0..<1_500 {
      _ =
        random.int(0...30) == 0
        ? editor.paste(random.hostileText(upTo: 20)) : editor.handle(random.key())
      #expect((0...editor.text.count).contains(editor.cursor))
      let frame = drawn(random.int(1...30), 1) { editor.draw(on: &$0, focused: true) }
      #expect(frame.checkInvariants() == [])
      #expect(frame.cursor != nil)
    }
  }
}
