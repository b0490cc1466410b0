import SafeText

/// A field for one line of text.
///
/// Edits by what the reader sees as one character.
package struct LineEditor: Equatable, Sendable {
  private var line: Graphemes
  private var cut = ""

  /// The index of the character that the cursor stands on.
  package private(set) var cursor: Int

  /// The most characters the field takes.
  package let limit: Int

  /// Whether the last insertion lost something because the field was full.
  package private(set) var wasCut = false

  package init(text: String = "", limit: Int = 200) {
    self.limit = min(max(0, limit), 1_000_000)
    line = Graphemes()
    cursor = 0
    replace(with: text)
  }

  package var text: String { line.text }

  package var isEmpty: Bool { line.count == 0 }

  /// Sets the text and puts the cursor behind it.
  package mutating func replace(with text: String) {
    line = Graphemes()
    cursor = 0
    _ = insert(text)
  }

  /// Forgets the text and what was cut.
  package mutating func wipe() {
    line = Graphemes()
    cut = ""
    cursor = 0
    wasCut = false
  }

  /// Inserts a pasted block; its line breaks become blanks.
  ///
  /// - Parameter kept: What is taken of a block that does not fit whole. What is cut off may be what says that
  ///   the rest must not be kept.
  package mutating func paste(_ text: String, kept: (String) -> String = { $0 }) -> Outcome {
    let before = self
    let outcome = insert(text)
    guard wasCut else { return outcome }
    self = before
    defer { wasCut = true }
    return insert(kept(text))
  }

  package mutating func handle(_ key: Key) -> Outcome {
    if case .character(let character) = key { return insert(String(character)) }
    guard let command = EditBinding.command(for: key) else { return .ignored }
    return switch command {
    case .left: move(to: cursor - 1)
    case .right: move(to: cursor + 1)
    case .wordLeft: move(to: line.wordStart(before: cursor))
    case .wordRight: move(to: line.wordEnd(after: cursor))
    case .start: move(to: 0)
    case .end: move(to: line.count)
    case .deleteBefore: remove(from: cursor - 1, to: cursor, keep: false)
    case .deleteAfter: remove(from: cursor, to: cursor + 1, keep: false)
    case .cutWordBefore:
      remove(from: line.blankWordStart(before: cursor), to: cursor, keep: true)
    case .cutWordAfter: remove(from: cursor, to: line.wordEnd(after: cursor), keep: true)
    case .cutToStart: remove(from: 0, to: cursor, keep: true)
    case .cutToEnd: remove(from: cursor, to: line.count, keep: true)
    case .restore: cut.isEmpty ? .refused : insert(cut)
    }
  }

  private mutating func move(to index: Int) -> Outcome {
    let index = line.clamp(index)
    guard index != cursor else { return .refused }
    cursor = index
    return .moved
  }

  private mutating func insert(_ text: String) -> Outcome {
    // Far more than fits is not worth cleaning.
    let room = limit - line.count
    let scalars = text.unicodeScalars.prefix(limit * 4 + 1_024)
    let shortened = scalars.endIndex != text.unicodeScalars.endIndex
    let before = line
    let (place, whole) = line.insert(String(scalars), at: cursor, room: room)
    cursor = place
    wasCut = !whole || shortened
    return line == before ? .refused : .changed
  }

  private mutating func remove(from start: Int, to end: Int, keep: Bool) -> Outcome {
    let start = line.clamp(start)
    let end = line.clamp(end)
    guard start < end else { return .refused }
    if keep { cut = String(line.characters[start..<end]) }
    cursor = line.remove(start..<end)
    wasCut = false
    return .changed
  }

  /// Draws the field across the first row of the canvas.
  package func draw(on canvas: inout Canvas, focused: Bool) {
    let style: Style = focused ? .inputFocus : .input
    let width = canvas.size.columns
    let shown = line.text
    let total = DisplayWidth.columns(of: shown)
    let column = DisplayWidth.columns(of: String(line.characters[..<cursor]))
    let left = LineEditor.scroll(cursor: column, width: width)
    let row = Rect(row: 0, column: 0, width: width, height: 1)
    canvas.fill(row, style: style)
    canvas.hitArea(row, .field)
    canvas.write(shown, row: 0, column: -left, style: style)
    let edge = String(canvas.glyphs.ellipsis)
    if width > 3, left > 0 { canvas.write(edge, row: 0, column: 0, style: style) }
    if width > 3, total - left > width, column - left < width - 1 {
      canvas.write(edge, row: 0, column: width - 1, style: style)
    }
    if focused { canvas.placeCursor(row: 0, column: column - left) }
  }

  /// The columns scrolled away at the left.
  ///
  /// Scrolls by half the width at a time, so that most keys repaint only what they change.
  private static func scroll(cursor: Int, width: Int) -> Int {
    guard width > 0, cursor >= width else { return 0 }
    let step = max(1, width / 2)
    return ((cursor - width) / step + 1) * step
  }
}
